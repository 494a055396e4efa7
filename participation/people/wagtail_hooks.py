"""What the office offers is what its doors let through: menus, searches, buttons and panels that refuse nobody."""

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from wagtail import hooks

from . import doors

# The one panel of the welcome screen that asks, for each line, what the person may change.
OWN_PANELS = ("tasks",)


def leads_somewhere(request, url: str) -> bool:
    """Whether the door behind this address is open to whoever asks; addresses outside the office are."""
    bearer = getattr(request, "door_pass", None)
    if bearer is None or not url:
        return True
    try:
        match = resolve(urlsplit(url).path)
    except Resolver404:
        return True
    if not doors.is_in_office(match):
        return True
    return doors.may_pass(bearer, doors.door_named(doors.name_of(match)))


def is_limited(request) -> bool:
    bearer = getattr(request, "door_pass", None)
    return bool(bearer and bearer.is_limited)


def _keep_open(request, items) -> None:
    items[:] = [item for item in items if leads_somewhere(request, getattr(item, "url", ""))]


@hooks.register("construct_main_menu", order=900)
def main_menu(request, menu_items) -> None:
    _keep_open(request, menu_items)
    if is_limited(request):
        # Wagtail's own entry opens the whole tree by a script; theirs is a link to the list of her quartiers.
        menu_items[:] = [item for item in menu_items if item.name != "explorer"]


@hooks.register("construct_settings_menu", order=900)
@hooks.register("construct_reports_menu", order=900)
def other_menus(request, menu_items) -> None:
    _keep_open(request, menu_items)


@hooks.register("construct_search", order=900)
def searches(request, search_areas) -> None:
    _keep_open(request, search_areas)


@hooks.register("construct_homepage_panels", order=900)
def panels(request, found) -> None:
    """Recent edits, locks and reviews name pages by their author, wherever they are: not for somebody limited."""
    if is_limited(request):
        found[:] = [panel for panel in found if getattr(panel, "name", "") in OWN_PANELS]


@hooks.register("construct_homepage_summary_items", order=900)
def summary(request, items) -> None:
    """How many pages, images and documents the whole site has is not hers to know."""
    if is_limited(request):
        items.clear()


@hooks.register("construct_page_listing_buttons", order=900)
def page_buttons(buttons, page, user, context=None) -> None:
    request = (context or {}).get("request")
    if request is not None:
        _keep_open(request, buttons)
