"""The forms of signing in and of the account, in our words."""

from datetime import timedelta

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.account.internal.userkit import filter_users_by_email
from allauth.core import context, ratelimit
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from participation.core.secrets import normalised_address

from . import known_browsers
from .models import User
from .names import LONGEST_NAME, clean_display_name

ADDRESS_HINT = _("For example: name@example.org")
# As long as a code of an authenticator can be valid, the next and the previous period included.
CODE_LIFE = 120


class AddressField(forms.EmailField):
    """An e-mail address."""

    def __init__(self, **options) -> None:
        widget = forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"})
        messages = {
            "required": _("Write your e-mail address."),
            "invalid": _("Write an e-mail address like name@example.org."),
        }
        known = {"label": _("Your e-mail address"), "help_text": ADDRESS_HINT, "widget": widget, "max_length": 254}
        super().__init__(**{**known, "error_messages": messages, **options})


class CodeField(forms.CharField):
    """A code of six figures – or more, for recovery codes."""

    def __init__(self, **options) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"})
        messages = {"required": _("Type the code.")}
        known = {"label": _("The code"), "widget": widget, "max_length": 40}
        super().__init__(**{**known, "error_messages": messages, **options})


def password_field(label, *, is_new: bool, **options) -> forms.CharField:
    """A password, as typed."""
    kind = "new-password" if is_new else "current-password"
    widget = forms.PasswordInput(attrs={"autocomplete": kind})
    messages = {"required": _("Write a password.")}
    return forms.CharField(label=label, strip=False, widget=widget, error_messages=messages, max_length=1000, **options)


class SignInForm(account.LoginForm):
    """With a password: residents by their address, staff also by their user name."""

    password = password_field(_("Password"), is_new=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("Your e-mail address, or your user name if you work for the City"),
            max_length=254,
            widget=forms.TextInput(attrs={"autocomplete": "username", "spellcheck": "false", "autocapitalize": "none"}),
            error_messages={"required": _("Write your e-mail address or your user name.")},
        )
        self.order_fields(["login", "password"])

    def _setup_password_field(self) -> None:
        """Kept, though nobody is asked for a password when signing up."""

    def user_credentials(self) -> dict:
        # Either or: allauth would try an address as a name too, and the time of two tries tells that it is known.
        login = self.cleaned_data["login"]
        method = "email" if "@" in login else "username"
        return {method: login, "password": self.cleaned_data["password"]}


TOO_MANY_CODES = _(
    "Too many codes were asked for in a short time, perhaps by somebody else. Nothing is lost. Try again in five "
    "minutes; it may take until %(hour)s. You need not wait with a passkey, with a password, or in a browser in "
    "which you have signed in before."
)


class AskCodeForm(account.RequestLoginCodeForm):
    """Where the code for signing in goes."""

    email = AddressField()

    def clean_email(self) -> str:
        """As allauth does, with a count that strangers cannot use up alone (`known_browsers`)."""
        email, request = self.cleaned_data["email"], context.request
        users = filter_users_by_email(email, is_active=True, prefer_verified=True, for_login=True)
        self._user = users[0] if users else None
        browser = known_browsers.number_of(request, self._user) if self._user else ""
        if browser:
            counts = (("request_login_code_known", f"{email.lower()}|{browser}"),)
        else:
            here = get_adapter().get_client_ip(request)
            # The network first: one that has had its share leaves the rest to others.
            counts = (("request_login_code_here", f"{email.lower()}|{here}"), ("request_login_code", email.lower()))
        if not all(ratelimit.consume(request, action=action, key=key) for action, key in counts):
            # Whoever asked too often, the hourly count has room again an hour from now.
            latest = timezone.localtime(timezone.now() + timedelta(hours=1))
            raise ValidationError(TOO_MANY_CODES % {"hour": f"{latest:%H:%M}"}, code="too_many_login_attempts")
        return email


class SignUpForm(account.SignupForm):
    """An address, a name if one likes, and whether one has reached 15: that is all an account needs."""

    email = AddressField(help_text=_("We send a code there. Nobody else sees this address."))
    display_name = forms.CharField(
        label=_("The name others see"),
        required=False,
        max_length=LONGEST_NAME,
        help_text=_("Your own or an invented one. Leave it empty to receive one."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    age = forms.ChoiceField(
        label=_("How old are you?"),
        choices=[("yes", _("15 or more")), ("no", _("Less than 15"))],
        widget=forms.RadioSelect,
        help_text=_("Under 15, the law asks that a parent or guardian agrees to an account."),
        error_messages={"required": _("Say whether you are 15 or more: we do not ask for your date of birth.")},
    )

    field_order = ["email", "display_name", "age"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # allauth writes a label of its own over ours.
        self.fields["email"].label = self.base_fields["email"].label

    def clean_display_name(self) -> str:
        return clean_display_name(self.cleaned_data["display_name"])

    def signup(self, request, user: User) -> None:
        user.display_name = self.cleaned_data["display_name"]
        user.reached_fifteen = self.cleaned_data["age"] == "yes"
        user.save(update_fields=["display_name", "reached_fifteen"])


class ConfirmLoginCodeForm(account.ConfirmLoginCodeForm):
    code = CodeField()


class ConfirmAddressForm(account.ConfirmEmailVerificationCodeForm):
    code = CodeField()


class ConfirmResetForm(account.ConfirmPasswordResetCodeForm):
    code = CodeField()


class ResetPasswordForm(account.ResetPasswordForm):
    email = AddressField()


class ChangeAddressForm(account.AddEmailForm):
    email = AddressField(
        label=_("Your new e-mail address"), help_text=_("We send a code there. Until you type it, nothing changes.")
    )


class NewPasswordMixin(forms.Form):
    """A new password, typed once: browsers show it, and a code by e-mail helps whoever mistyped it."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        user = self.fields["password1"].user
        self.fields["password1"] = password_field(
            _("New password"),
            is_new=True,
            help_text=_("At least 12 signs. Several words in a row make a good one."),
        )
        self.fields["password1"].user = user
        self.fields.pop("password2", None)

    def clean_password1(self) -> str:
        return get_adapter().clean_password(self.cleaned_data["password1"], user=self.fields["password1"].user)


class ChangePasswordForm(NewPasswordMixin, account.ChangePasswordForm):
    oldpassword = password_field(_("Present password"), is_new=False)


class SetPasswordForm(NewPasswordMixin, account.SetPasswordForm):
    """The first password of an account that had none."""


class ResetPasswordKeyForm(NewPasswordMixin, account.ResetPasswordKeyForm):
    """A new password after a code by e-mail."""


class ReauthenticateForm(account.ReauthenticateForm):
    password = password_field(_("Your password"), is_new=False)


class OnceMixin:
    """A code of an authenticator opens once, though allauth takes it during three periods for clocks that differ."""

    def clean_code(self) -> str:
        code = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP:
            digits = "".join(filter(str.isdigit, code))
            mark = salted_hmac(
                "participation.people.used-code", f"{self.user.pk}|{digits}", algorithm="sha256"
            ).hexdigest()
            if not cache.add(f"used-code:{mark}", True, CODE_LIFE):
                raise ValidationError(
                    _("This code was used already. Wait for the next one, then type it."), code="incorrect_code"
                )
        return code


class SecondFactorForm(OnceMixin, mfa.AuthenticateForm):
    code = CodeField(help_text=_("Six figures from your authenticator, or one of your recovery codes."))


class ConfirmSecondFactorForm(OnceMixin, mfa.ReauthenticateForm):
    code = CodeField(help_text=_("Six figures from your authenticator, or one of your recovery codes."))


class ActivateAuthenticatorForm(ActivateTOTPForm):
    code = CodeField(help_text=_("Six figures that the application shows now."))


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey always opens by itself: the device asks for a finger, a face or its own code."""

    name = forms.CharField(
        label=_("A name for it"),
        required=False,
        max_length=60,
        help_text=_("To tell it from others: “my phone”, “the family’s computer”…"),
    )
    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)

    def clean_passwordless(self) -> bool:
        return True


class DisplayNameForm(forms.Form):
    """The name others see."""

    display_name = forms.CharField(
        label=_("The name others see"),
        required=False,
        max_length=LONGEST_NAME,
        help_text=_("Your own or an invented one. Leave it empty to receive one."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )

    def clean_display_name(self) -> str:
        return clean_display_name(self.cleaned_data["display_name"])


class GuardianForm(forms.Form):
    """Whom we write to."""

    guardian = AddressField(
        label=_("The e-mail address of your parent or guardian"),
        help_text=_("It serves to ask once. We do not keep it."),
    )

    def __init__(self, *args, user: User, **kwargs) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_guardian(self) -> str:
        typed = self.cleaned_data["guardian"]
        if normalised_address(typed) == normalised_address(self.user.email):
            raise ValidationError(_("This is your own address. Write your parent’s or guardian’s."), code="own")
        return typed


class LeaveForm(forms.Form):
    """The second question before an account is closed."""

    sure = forms.BooleanField(
        label=_("Yes, erase my data and close my account"),
        error_messages={"required": _("Tick the box if you really want to close your account. Nothing was changed.")},
    )
