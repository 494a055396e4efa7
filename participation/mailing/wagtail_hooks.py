"""Registration of the office's screen of sendings, and what the history says of its acts."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import holding, office_urls
from .office_views import MANAGE


class SendingsMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(MANAGE)


@hooks.register("register_admin_urls")
def register_addresses():
    return [path("sendings/", include(office_urls))]


@hooks.register("register_admin_menu_item")
def register_menu():
    return SendingsMenuItem(
        _("News by e-mail"), reverse("sendings:index"), name="sendings", icon_name="mail", order=320
    )


@hooks.register("register_log_actions")
def register_log_actions(actions):
    for action, label in (
        (holding.HELD, _("Mails held back")),
        (holding.RELEASED, _("Mails let go on")),
        (holding.SETTLED, _("Decided about mails of unknown outcome")),
    ):
        actions.register_action(action, label, label)
