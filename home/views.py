"""Serving pages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail import views as wagtail_views
from wagtail.url_routing import RouteResult

from .routing import route_below
from .website import homes_of, site_of


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's own serving – its hooks, its view restrictions – with the page found in fewer queries."""
    if not hasattr(request, "_wagtail_route_for_request"):
        request._wagtail_route_for_request = _route(request, [step for step in path.split("/") if step])
    return wagtail_views.serve(request, path)


def _route(request: HttpRequest, steps: list[str]) -> RouteResult | None:
    site = site_of(request)
    if site is None:
        return None
    homes = homes_of(site)
    home = homes.get(get_language() or "") or homes.get(site.root_page.locale.language_code)
    if home is None:
        return None
    try:
        if steps:
            return route_below(home, request, steps)
        page = home.specific
        page.locale = home.locale
        return page.route(request, [])
    except Http404:
        return None
