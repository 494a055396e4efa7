"""What is ours in django-allauth: who is told what, in whose words, and what is never kept."""

import secrets
from urllib.parse import urljoin

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse, ReauthenticationRequired
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from participation.core.limits import network_of
from participation.core.secrets import sealed, unsealed

from .entrance import is_here
from .models import User
from .second_factor import may_remove, works_in_office
from .sessions import SIGNED_IN_AT


class AccountAdapter(DefaultAccountAdapter):
    """Signing in and up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "email_taken": _("This address cannot be used for this account."),
        "email_password_mismatch": _(
            "This address and this password do not go together. Nothing was changed: try again."
        ),
        "username_password_mismatch": _(
            "This name and this password do not go together. Nothing was changed: try again."
        ),
        "enter_current_password": _("This is not your present password. It was not changed: try again."),
        "incorrect_password": _("This is not your password. Try again."),
        "incorrect_code": _("This is not the code. Look at the last message you received, and try again."),
        "invalid_login": _("Write an e-mail address like name@example.org."),
        "invalid_password_reset": _("This code no longer works. Ask for another one."),
        "same_as_current": _("This is already your address. Write the new one."),
        "too_many_login_attempts": _(
            "Too many tries in a short time. Nothing is lost. Wait five minutes, or sign in another way: "
            "a code by e-mail or a passkey still work."
        ),
        "rate_limited": _("Too many tries in a short time. Nothing is lost. Wait five minutes, then try again."),
    }

    def new_user(self, request: HttpRequest) -> User:
        user = super().new_user(request)
        user.signed_up_at = timezone.now()
        return user

    def generate_unique_username(self, txts, regex=None) -> str:
        """Nobody chooses or sees it, and nothing can be read from it."""
        return new_username()

    def get_client_ip(self, request: HttpRequest) -> str:
        """A hash of the network: allauth writes it into counters and sessions, where an address has no business."""
        return salted_hmac("participation.people.network", network_of(request), algorithm="sha256").hexdigest()[:32]

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """One message in text and HTML. When it cannot leave, the screen says so instead of failing."""
        context = {**context, "minutes": settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60}
        for name in ("signup_url", "password_reset_url"):
            if name in context:
                # The configured host, whatever the request says.
                url_name = "account_signup" if name == "signup_url" else "account_reset_password"
                context[name] = urljoin(settings.WAGTAILADMIN_BASE_URL, reverse(url_name))
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:
            raise ImmediateHttpResponse(mail_not_sent(self.request)) from error

    def is_safe_url(self, url: str) -> bool:
        """A path of this site: nobody is ever sent further than that."""
        return is_here(url)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("wagtailadmin_home" if works_in_office(request.user) else "people_account")

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def get_email_verification_redirect_url(self, email_address) -> str:
        return reverse("people_account" if self.request.user.is_authenticated else "account_login")

    def get_login_stages(self) -> list[str]:
        ours = {
            "allauth.account.stages.EmailVerificationStage": "participation.people.stages.AddressStage",
            "allauth.mfa.stages.AuthenticateStage": "participation.people.stages.SecondFactorStage",
        }
        return [ours.get(path, path) for path in super().get_login_stages()]

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict]:
        """Password and second factor; whoever has neither types a code sent by e-mail."""
        methods = super().get_reauthentication_methods(user)
        if user.is_authenticated and not methods and user.email:
            methods.append(
                {
                    "id": "people_reauthenticate",
                    "description": gettext("Receive a code by e-mail"),
                    "url": reverse("people_reauthenticate"),
                }
            )
        return methods

    def is_reauthentication_required(self, *, app: str, **kwargs) -> bool:
        """Before a sensitive act, unless this person has signed in or confirmed it within five minutes."""
        if not super().is_reauthentication_required(app=app, **kwargs) or is_recent(self.request):
            return False
        if not get_reauthentication_flows(self.request.user) and self.get_reauthentication_methods(self.request.user):
            # allauth lets pass whoever has no password; here a code by e-mail is asked.
            raise ReauthenticationRequired
        return True


def is_recent(request: HttpRequest) -> bool:
    """Whether the last proof of who is there is younger than five minutes."""
    proofs = [record["at"] for record in get_authentication_records(request, request.user)]
    # Whoever has just signed up typed a code too, which allauth does not write down.
    age = timezone.now().timestamp() - max([*proofs, request.session.get(SIGNED_IN_AT, 0)])
    return age < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def new_username() -> str:
    """A user name for who was asked for none."""
    return f"r-{secrets.token_hex(10)}"


def mail_not_sent(request: HttpRequest):
    """The page for a message that could not leave."""
    response = render(request, "people/mail_not_sent.html", status=503)
    response["Retry-After"] = "120"
    return response


class MFAAdapter(DefaultMFAAdapter):
    """Second factors and passkeys."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _(
            "The office asks for a second factor: add another one before you remove the last."
        ),
        "cannot_generate_recovery_codes": _("Recovery codes come with an authenticator or a passkey. Add one first."),
        "incorrect_code": _("This is not the code, or it was used already. Wait for the next one, then type it."),
        "unverified_email": _("Confirm your e-mail address first."),
    }

    def get_totp_issuer(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def _get_user_identifier(self, user: User) -> str:
        # Residents' user names are drawn at random: an authenticator shows the address instead.
        return user.email or user.username

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": context.request.get_host().partition(":")[0], "name": settings.WAGTAIL_SITE_NAME}

    def get_public_key_credential_user_entity(self, user: User) -> dict:
        entity = super().get_public_key_credential_user_entity(user)
        return {**entity, "display_name": self._get_user_identifier(user)}

    def generate_authenticator_name(self, user, type) -> str:
        return gettext("Passkey")

    def build_totp_svg(self, url: str) -> str:
        return qr_drawing(url)

    def encrypt(self, text: str) -> str:
        # A dump of the database alone gives no codes.
        return sealed("people.authenticators", text)

    def decrypt(self, encrypted_text: str) -> str:
        return unsealed("people.authenticators", encrypted_text)

    def can_delete_authenticator(self, authenticator) -> bool:
        return may_remove(authenticator)


def qr_drawing(text: str) -> str:
    """A QR code as one SVG path, dark on light with its quiet zone, whatever the colours around."""
    code = qrcode.QRCode(border=4)
    code.add_data(text)
    matrix = code.get_matrix()
    size = len(matrix)
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, line in enumerate(matrix) for x, is_dark in enumerate(line) if is_dark)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<rect width="{size}" height="{size}" fill="#fff"/><path d="{squares}" fill="#000"/></svg>'
    )
