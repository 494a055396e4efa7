"""Pages for what cannot be served."""

from base64 import b64encode
from hashlib import sha256

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def outdated_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django could not tell that a form came from our own page (`CSRF_FAILURE_VIEW`)."""
    return render(request, "403_csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def too_many(request: HttpRequest) -> HttpResponse:
    """Too many tries in a short time (`handler429`, called by django-allauth)."""
    response = render(request, "429.html", status=429)
    response["Retry-After"] = "300"
    response["Cache-Control"] = "private, no-store"
    return response


def failed(request: HttpRequest) -> HttpResponse:
    """Without the request's context: what failed may be the very thing the context asks."""
    html = render_to_string("500.html")
    response = HttpResponseServerError(html)
    # Its style is its own, since style sheets may be what failed; a policy that names it lets nothing else in.
    style = html.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    response["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return response
