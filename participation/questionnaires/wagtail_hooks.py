"""Registration of the office screens, their menu and what the history says of their acts."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.log_actions import LogFormatter

from . import admin_urls, moderating, redacting, window_acts
from .admin_base import has_any_right


class ConsultationsMenuItem(MenuItem):
    def is_shown(self, request):
        return has_any_right(request.user)


@hooks.register("register_admin_urls")
def register_addresses():
    return [path("participation/", include(admin_urls))]


@hooks.register("register_admin_menu_item")
def register_menu():
    items = [
        ConsultationsMenuItem(_("Consultations"), reverse("participation:index"), icon_name="clipboard-list", order=100)
    ]
    return SubmenuMenuItem(_("Participation"), Menu(items=items), icon_name="group", name="participation", order=150)


@hooks.register("register_log_actions")
def register_log_actions(actions):
    for action, label in (
        (moderating.PUBLISHED_ACTION, _("Texts shown to the public")),
        (moderating.HIDDEN_ACTION, _("Texts hidden")),
        (redacting.REDACTED_ACTION, _("Text taken out for good")),
        (window_acts.CLOSED_ACTION, _("Close early")),
        (window_acts.EXTENDED_ACTION, _("Extend")),
    ):
        actions.register_action(action)(_formatter(label))


def _formatter(action_label):
    class Formatter(LogFormatter):
        label = message = action_label

        def format_message(self, entry):
            texts = entry.data.get("texts")
            return f"{self.label} ({len(texts)})" if texts else self.label

        def format_comment(self, entry):
            return entry.data.get("reason", "")

    return Formatter
