"""The office screens and their menu."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from . import office_urls
from .office_views import COUNTER, LETTERS, LISTS


class RightItem(MenuItem):
    """For holders of one right."""

    def __init__(self, *args, right: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.right = right

    def is_shown(self, request) -> bool:
        return request.user.has_perm(self.right)


@hooks.register("register_admin_urls")
def register_addresses():
    return [path("verification/", include(office_urls))]


@hooks.register("register_admin_menu_item")
def register_menu():
    items = [
        RightItem(_("Counter"), reverse("verification_office:counter"), icon_name="user", order=100, right=COUNTER),
        RightItem(_("Letters"), reverse("verification_office:letters"), icon_name="mail", order=200, right=LETTERS),
        RightItem(
            _("Lists of people"), reverse("verification_office:lists"), icon_name="list-ul", order=300, right=LISTS
        ),
    ]
    return SubmenuMenuItem(_("Verification"), Menu(items=items), icon_name="check", name="verification", order=160)
