"""Signing in to the admin."""

from django import forms
from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm

from participation.core.limits import is_within_limit, network_of

# Wrong passwords, in one clock hour and from one network: for one user name, for all of them.
FAILURES_PER_NAME = 10
FAILURES_PER_NETWORK = 100
PAUSE = 15 * 60


class StaffLoginForm(LoginForm):
    """Wagtail's form with a label on the password – its own is made from the field's name, hence English – and a pause
    after too many wrong passwords. A name is paused for one network only: nobody can shut a colleague out."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def clean(self):
        if not (self.request and self.cleaned_data.get("username") and self.cleaned_data.get("password")):
            return super().clean()
        if any(cache.get(_pause(subject)) for subject in self._limits()):
            raise forms.ValidationError(
                _("Too many wrong passwords. Wait a quarter of an hour, then try again."), code="too_many"
            )
        try:
            return super().clean()
        except forms.ValidationError:
            for subject, limit in self._limits().items():
                if not is_within_limit(name="sign-in", subject=subject, limit=limit, now=timezone.now()):
                    cache.set(_pause(subject), True, PAUSE)
            raise

    def _limits(self) -> dict[str, int]:
        network = network_of(self.request)
        name = self.cleaned_data["username"].casefold()
        return {network: FAILURES_PER_NETWORK, f"{network} {name}": FAILURES_PER_NAME}


def _pause(subject: str) -> str:
    """The cache's name for a pause: neither the network nor the user name can be read from it."""
    return "sign-in-pause:" + salted_hmac("sign-in-pause", subject, algorithm="sha256").hexdigest()[:32]
