"""One entrance for all. The office opens only to a session that has shown a second factor; no setting asks for less."""

from urllib.parse import urlencode

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from . import sessions
from .doors import office_route
from .second_factor import factors_of, has_shown_factor, works_in_office

# What somebody of the staff can do before the second factor is shown: show it, or leave.
ALWAYS = {"account_logout", "people_sign_out_everywhere"}
SHOW_FACTOR = {"mfa_reauthenticate", "mfa_reauthenticate_webauthn"}
MAKE_FACTOR = {
    "people_second_factor",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
    "people_reauthenticate",
}
# What a child's account can do before a guardian has agreed.
WAITING = {
    "people_guardian",
    "people_leave",
    "people_reauthenticate",
    "account_logout",
    "people_sign_out_everywhere",
    # What is kept of a child is hers to see, whoever agrees or not.
    "privacy_data",
    "privacy_ask_copy",
    "privacy_copy",
}
STAFF_PLACES = ("-/composants/",)


def office_login(request: HttpRequest, **_arguments) -> HttpResponse:
    """Wagtail's own way in and its forgotten passwords: everybody signs in at one place."""
    asked = request.GET.get("next") or request.POST.get("next") or ""
    wanted = asked if is_here(asked) else reverse("wagtailadmin_home")
    return redirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': wanted})}")


def office_password(request: HttpRequest, **_arguments) -> HttpResponse:
    """Wagtail's forgotten passwords: the same as everybody's."""
    return redirect("account_reset_password")


def is_here(address: str) -> bool:
    """Whether a path leads to this site and nowhere else."""
    is_path = address.startswith("/") and address.isprintable() and "\\" not in address
    return is_path and url_has_allowed_host_and_scheme(address, allowed_hosts=None)


class EntranceMiddleware:
    """Looks at who comes with a session, before anything else does.

    Somebody of the staff without a second factor is nobody, everywhere but on the screens that ask for it: no draft, no
    private document, no button of the office. So is a staff session that rested or lasted too long: it ends.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Public pages for visitors without a session: nothing is asked, so that they stay the same for everybody.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return self.get_response(request)
        answer = self._of_staff(request) if works_in_office(request.user) else self._of_resident(request)
        return answer or self.get_response(request)

    def _of_staff(self, request: HttpRequest) -> HttpResponse | None:
        if sessions.is_over(request.session):
            logout(request)
            messages.info(request, _("You were signed out after a while without activity. Sign in again to go on."))
            return None
        sessions.touch(request.session)
        if has_shown_factor(request):
            return None
        name = _name_of(request)
        factors = factors_of(request.user)
        if name in ALWAYS | (SHOW_FACTOR if factors else MAKE_FACTOR):
            return None
        if _is_office(request) or _is_account(request, name):
            return _to_second_factor(request, factors)
        request.user = AnonymousUser()
        return None

    def _of_resident(self, request: HttpRequest) -> HttpResponse | None:
        if not request.user.awaits_guardian or _name_of(request) in WAITING:
            return None
        if _is_account(request, _name_of(request)):
            return redirect("people_guardian")
        if request.method not in ("GET", "HEAD"):
            # Taking part needs no account: what is sent, is sent as by anybody.
            request.user = AnonymousUser()
        return None


def _to_second_factor(request: HttpRequest, factors: set[str]) -> HttpResponse:
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        raise PermissionDenied
    if not factors:
        name = "people_second_factor"
    elif Authenticator.Type.TOTP in factors:
        name = "mfa_reauthenticate"
    else:
        name = "mfa_reauthenticate_webauthn"
    wanted = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("wagtailadmin_home")
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': wanted})}")


def _name_of(request: HttpRequest) -> str:
    try:
        return resolve(request.path_info).url_name or ""
    except Resolver404:
        return ""


def _is_office(request: HttpRequest) -> bool:
    return request.path_info.lstrip("/").startswith((office_route(), *STAFF_PLACES))


def _is_account(request: HttpRequest, name: str) -> bool:
    return name.startswith(("account_", "mfa_", "usersessions_", "people_", "privacy_")) and name not in (
        "people_guardian_answer",
    )
