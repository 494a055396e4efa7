"""Registration of the office screens, their menus and what the history says of their acts."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from participation.people import doors

from . import admin_urls, handover, portfolios
from .models import QuartierOffice, QuartierSettings


class OwnQuartiers(MenuItem):
    def is_shown(self, request):
        bearer = getattr(request, "door_pass", None)
        return bool(bearer and doors.DEPUTY in bearer.roles)


class AllQuartiers(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm("quartiers.appoint_deputies")


@hooks.register("register_admin_urls")
def register_addresses():
    return [path("quartiers/", include(admin_urls))]


@hooks.register("register_admin_menu_item")
def register_own_quartiers():
    return OwnQuartiers(_("My quartiers"), reverse("quartiers:mine"), name="own-quartiers", icon_name="home", order=90)


@hooks.register("register_admin_menu_item")
def register_all_quartiers():
    return AllQuartiers(
        _("Quartiers and deputies"), reverse("quartiers:index"), name="quartiers", icon_name="group", order=315
    )


@hooks.register("register_log_actions")
def register_log_actions(actions):
    for action, label in (
        (handover.HANDED_OVER, _("Handed over at the end of a portfolio")),
        (portfolios.APPOINTED, _("Deputy appointed")),
        (portfolios.ENDED, _("Portfolio ended")),
        (portfolios.ABSENT, _("Absence declared")),
    ):
        actions.register_action(action, label, label)


@hooks.register("describe_collection_contents")
def quartiers_of(collection):
    """A quartier's collection, though empty, is not deleted: its deputies would have no place for their images."""
    names = list(QuartierOffice.objects.filter(collection=collection).values_list("area__name", flat=True))
    if QuartierSettings.objects.filter(shared_collection=collection).exists():
        names.append(QuartierSettings._meta.get_field("shared_collection").verbose_name)
    return {"count": len(names), "count_text": ", ".join(map(str, names)), "url": reverse("quartiers:index")}
