"""Finding a page by its whole address in one query, instead of one query per step of the path."""

from django.http import Http404
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from participation.processes import registry


def route_below(home: Page, request, path_components: list[str]) -> RouteResult:
    """Route to the deepest page whose address begins the path; what remains is the page's own business.

    Serving stays Wagtail's: its hooks and view restrictions run on whatever this returns.
    """
    addresses = []
    address = home.url_path
    for component in path_components:
        address += f"{component}/"
        addresses.append(address)
    found = list(Page.objects.filter(url_path__in=addresses, path__startswith=home.path).order_by("-depth"))
    if not found:
        raise Http404
    page = found[0].specific
    remaining = path_components[page.depth - home.depth :]
    trail = [home, *reversed(found)]
    page._cached_parent_obj = trail[-2]
    if not remaining and not page.live and page.first_published_at and registry.is_kept(page):
        return RouteResult(home.specific, kwargs={"is_gone": True})
    if page.locale_id == home.locale_id:
        page.locale = home.locale
    request.page_trail = trail
    return page.route(request, remaining)
