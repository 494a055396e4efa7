"""What accounts keep about their owner, for “my data”."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participation.core.personal_data import DataKind, Fact, Record

from .models import GuardianRequest, User


def account(*, user: User, now: datetime) -> list[Record]:
    """The account itself; marks of others' addresses are told, not shown: nobody can read them."""
    facts = [
        Fact("display_name", _("The name others see"), user.display_name),
        Fact("pseudonym", _("Generated pseudonym"), user.pseudonym),
        Fact("first_name", _("First name"), user.first_name),
        Fact("last_name", _("Last name"), user.last_name),
        Fact("login_name", _("Name of the account in the database"), user.username),
        Fact("reached_fifteen", _("Said to be 15 or older"), user.reached_fifteen),
        Fact("signed_up_at", _("Signed up"), user.signed_up_at),
        Fact("last_login", _("Signed in last"), user.last_login),
        Fact("guardian_agreed_at", _("A parent or guardian agreed"), user.guardian_agreed_at),
        Fact("roles", _("Roles in the office"), ", ".join(user.groups.values_list("name", flat=True))),
    ]
    return [[fact for fact in facts if fact.value not in ("", None)]]


def addresses(*, user: User, now: datetime) -> list[Record]:
    """E-mail addresses, the account's own even when it was never confirmed."""
    known = {one.email: one for one in EmailAddress.objects.filter(user=user).order_by("-primary", "pk")}
    if user.email and user.email not in known:
        known[user.email] = EmailAddress(email=user.email)
    return [
        [
            Fact("email", _("E-mail address"), one.email),
            Fact("confirmed", _("Confirmed"), one.verified),
            Fact("in_use", _("Used for signing in"), one.primary),
        ]
        for one in known.values()
    ]


def ways_in(*, user: User, now: datetime) -> list[Record]:
    """Passkeys, authenticators, a password; never their secrets, which would open the account."""
    records = [
        [
            Fact("kind", _("Way of signing in"), one.get_type_display()),
            *([Fact("name", _("Name"), one.data["name"])] if one.data.get("name") else []),
            Fact("added_at", _("Added"), one.created_at),
            Fact("used_at", _("Used last"), one.last_used_at),
        ]
        for one in Authenticator.objects.filter(user=user).order_by("created_at", "pk")
    ]
    if user.has_usable_password():
        records.append([Fact("kind", _("Way of signing in"), _("Password (kept so that nobody can read it)"))])
    return records


def devices(*, user: User, now: datetime) -> list[Record]:
    return [
        [
            Fact("browser", _("What the browser says of itself"), one.user_agent),
            Fact("signed_in_at", _("Signed in"), one.created_at),
            Fact("seen_at", _("Seen last"), one.last_seen_at),
        ]
        for one in UserSession.objects.filter(user=user).order_by("created_at", "pk")
    ]


def guardian(*, user: User, now: datetime) -> list[Record]:
    return [
        [Fact("asked_at", _("A parent or guardian was written to"), asked.asked_at)]
        for asked in GuardianRequest.objects.filter(user=user)
    ]


LEAVES = gettext_lazy("Erased at once.")
KINDS = (
    DataKind(
        name="account",
        title=gettext_lazy("My account"),
        why=gettext_lazy("So that you find what you began, and the name you chose stands beside what you publish."),
        until=gettext_lazy("Until you close the account, or three years after your last visit."),
        at_erasure=gettext_lazy(
            "Your names go. The generated pseudonym stays beside what you made public, "
            "so that decisions can be followed."
        ),
        stays=True,
        correct_at="people_name",
        collect=account,
        order=10,
    ),
    DataKind(
        name="addresses",
        title=gettext_lazy("My e-mail address"),
        why=gettext_lazy("To sign you in by a code, and to warn you when something changes on your account."),
        until=gettext_lazy("Until you change it or close the account."),
        at_erasure=LEAVES,
        correct_at="account_email",
        collect=addresses,
        order=20,
    ),
    DataKind(
        name="ways_in",
        title=gettext_lazy("My ways of signing in"),
        why=gettext_lazy(
            "To make sure that it is you. The secrets themselves are not in the copy: they would open it."
        ),
        until=gettext_lazy("Until you remove them or close the account."),
        at_erasure=LEAVES,
        correct_at="mfa_index",
        collect=ways_in,
        order=30,
    ),
    DataKind(
        name="devices",
        title=gettext_lazy("My devices"),
        why=gettext_lazy("So that you recognise where your account is open. Their network address is not kept."),
        until=gettext_lazy("Until you sign out; 14 days at most without a visit."),
        at_erasure=LEAVES,
        correct_at="usersessions_list",
        collect=devices,
        order=40,
    ),
    DataKind(
        name="guardian",
        title=gettext_lazy("The question to my parent or guardian"),
        why=gettext_lazy("Under 15, an adult must agree. Their address is not kept, only a mark nobody can read."),
        until=gettext_lazy("Until they answer, 14 days at most."),
        at_erasure=LEAVES,
        collect=guardian,
        order=50,
    ),
)
