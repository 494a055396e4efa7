"""Registration of the officer's screens, and what the office's own screens of accounts leave behind."""

from django.urls import include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from participation.core.accounting import Kind, record_act
from participation.people.models import User

from . import office_urls, words
from .office_views import KEEP


class RegisterMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(KEEP)


@hooks.register("register_admin_urls")
def register_addresses():
    return [path("donnees-personnelles/", include(office_urls))]


@hooks.register("register_admin_menu_item")
def register_menu():
    return RegisterMenuItem(
        _("Personal data"), reverse("privacy:register"), name="personal-data", icon_name="lock", order=320
    )


def _changed(request, user: User, what: str) -> None:
    record_act(kind=Kind.CHANGED, person=user, what=what, actor=request.user, now=timezone.now())


@hooks.register("after_create_user")
def account_made(request, user) -> None:
    _changed(request, user, words.ACCOUNT_MADE)


@hooks.register("after_edit_user")
def account_changed(request, user) -> None:
    _changed(request, user, words.ACCOUNT_CHANGED)


@hooks.register("after_bulk_action")
def accounts_changed(request, action_type, objects, action_class_instance) -> None:
    for user in objects:
        if isinstance(user, User):
            _changed(request, user, words.ACCOUNT_CHANGED)
