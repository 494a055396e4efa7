"""Answers for machines: is the site alive, what may be crawled."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .website import Website


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """`{"status": "ok"}` when this process answers and the database does too."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "unavailable"}, status=503)
    return JsonResponse({"status": "ok"})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be crawled except forms, search and the office; nothing of a demonstration."""
    website = Website(request)
    refused = ["/"] if website.is_demonstration else [reverse("wagtailadmin_home"), website.search_url, "/repondre/"]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in refused)]
    lines.append(f"Sitemap: {settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{reverse('sitemap')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
