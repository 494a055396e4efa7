"""Finding a page by its whole address in one query, instead of one query per step of the path."""

from functools import cache

from django.db.models import Exists
from django.http import Http404
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult

from participation.core.prepared import PreparedQuery
from participation.processes import registry

# No page of a site lies deeper; a longer address is looked for in the ordinary way.
MOST_STEPS = 8


def _found_at(addresses: list[str]):
    return (
        Page.objects.filter(url_path__in=addresses)
        .annotate(some_page_is_restricted=Exists(PageViewRestriction.objects.all()))
        .order_by("-depth")
    )


_along = PreparedQuery(
    lambda **addresses: _found_at(list(addresses.values())),
    **{f"step_{number}": lambda: Page._meta.get_field("url_path") for number in range(MOST_STEPS)},
)


def _slots(addresses: list[str]) -> dict[str, str]:
    """Every step of the prepared query filled: the last address stands for those that are not there."""
    return {f"step_{number}": addresses[min(number, len(addresses) - 1)] for number in range(MOST_STEPS)}


@cache
def _served(model: type[Page]) -> PreparedQuery:
    return PreparedQuery(lambda pk: model._default_manager.filter(pk=pk), pk=lambda: Page._meta.pk)


def _specific(page: Page) -> Page:
    """As `page.specific`, which Wagtail's own serving is then given."""
    model = page.specific_class
    if model is None or isinstance(page, model):
        return page
    found = _served(model).first(pk=page.pk)
    if found is None:
        raise Http404
    for name, value in vars(page).items():
        vars(found).setdefault(name, value)
    if not page.some_page_is_restricted:
        # With no restriction on any page there is none above this one either, whatever it may be an alias of.
        found.get_view_restrictions = PageViewRestriction.objects.none
    return found


def route_below(home: Page, request, path_components: list[str]) -> RouteResult:
    """Route to the deepest page whose address begins the path; what remains is the page's own business.

    Serving stays Wagtail's: its hooks and view restrictions run on whatever this returns.
    """
    addresses = []
    address = home.url_path
    for component in path_components:
        address += f"{component}/"
        addresses.append(address)
    is_usual = len(addresses) <= MOST_STEPS
    along = _along.fetch(**_slots(addresses)) if is_usual else _found_at(addresses)
    found = [page for page in along if page.path.startswith(home.path)]
    if not found:
        raise Http404
    page = _specific(found[0])
    remaining = path_components[page.depth - home.depth :]
    trail = [home, *reversed(found)]
    page._cached_parent_obj = trail[-2]
    if not remaining and not page.live and page.first_published_at and registry.is_kept(page):
        return RouteResult(home.specific, kwargs={"is_gone": True})
    if page.locale_id == home.locale_id:
        page.locale = home.locale
    request.page_trail = trail
    return page.route(request, remaining)
