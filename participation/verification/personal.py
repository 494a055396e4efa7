"""What is kept of what people said of themselves and how it was established, for “my data”; and how it goes."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participation.core.personal_data import DataKind, Fact, Record
from participation.people.models import User
from participation.people.personal import LEAVES

from . import stating
from .models import AgeStatement, CounterCode, Identity, Letter, ListEntry, Residence, TieProof, TieStatement


def statements(*, user: User, now: datetime) -> list[Record]:
    ages = [
        [
            Fact("age_years", _("Age asked"), one.years),
            Fact("counted_on", _("On"), one.on),
            Fact("has_reached", _("Reached"), one.has_reached),
            Fact("confirmed_by_franceconnect", _("Confirmed by FranceConnect"), one.is_proved),
            Fact("stated_on", _("Said on"), one.stated_on),
        ]
        for one in AgeStatement.objects.filter(user=user).order_by("years", "on")
    ]
    ties = [
        [
            Fact("tie", _("Tie to the city"), one.get_tie_display()),
            Fact("holds", _("Is the case"), one.holds),
            Fact("stated_on", _("Said on"), one.stated_on),
        ]
        for one in TieStatement.objects.filter(user=user).order_by("tie")
    ]
    homes = [
        [
            Fact("quartier", _("Neighbourhood"), one.area.name if one.area else _("Another town")),
            Fact("stated_on", _("Said on"), one.stated_on),
        ]
        for one in Residence.objects.filter(user=user).select_related("area")
    ]
    return ages + ties + homes


def proofs(*, user: User, now: datetime) -> list[Record]:
    established = [
        [
            Fact("tie", _("Tie to the city"), one.get_tie_display()),
            Fact("means", _("Established by"), one.get_means_display()),
            Fact("established_on", _("Established on"), one.established_on),
            Fact("valid_before", _("Valid before"), one.ends_on),
        ]
        for one in TieProof.objects.filter(user=user).order_by("established_on", "pk")
    ]
    listed = [
        [
            Fact("list", _("Reserved for you in the list"), one.people_list.title),
            Fact("list_deleted_on", _("The list is deleted on"), one.people_list.delete_on),
        ]
        for one in ListEntry.objects.filter(user=user).select_related("people_list").order_by("pk")
    ]
    return established + listed


def codes(*, user: User, now: datetime) -> list[Record]:
    letters = [
        [
            Fact("recipient", _("Name on the letter"), one.recipient),
            Fact("postal_address", _("Postal address"), one.address),
            Fact("asked_at", _("Letter asked for"), one.ordered_at),
            Fact("posted_at", _("Letter posted"), one.posted_at),
            Fact("valid_before", _("Code valid before"), one.expires_on),
            Fact("returned_on", _("Returned by the post on"), one.returned_on),
        ]
        for one in Letter.objects.filter(user=user)
    ]
    counters = [
        [Fact("counter_code_until", _("Code for the counter, valid until"), one.expires_at)]
        for one in CounterCode.objects.filter(user=user)
    ]
    return letters + counters


def identity(*, user: User, now: datetime) -> list[Record]:
    return [
        [Fact("confirmed_on", _("Confirmed by FranceConnect on"), one.confirmed_on)]
        for one in Identity.objects.filter(user=user)
    ]


def forget(*, user: User, by: User | None, now: datetime) -> None:
    """The account closes: everything said and established goes; a list's entry stays taken, by nobody one can name."""
    stating.take_back(user=user)
    Identity.objects.filter(user=user).delete()
    ListEntry.objects.filter(user=user).update(user=None)


KINDS = (
    DataKind(
        name="statements",
        title=gettext_lazy("What I said of myself"),
        why=gettext_lazy("To know whether you may take part: only what a subject asked, never a birth date."),
        until=gettext_lazy("Until you erase it or close the account."),
        at_erasure=LEAVES,
        correct_at="verification:statements",
        collect=statements,
        order=60,
    ),
    DataKind(
        name="proofs",
        title=gettext_lazy("My tie to the city"),
        why=gettext_lazy("So that you establish it once. What you showed for it is not kept."),
        until=gettext_lazy(
            "3 years, or until you say that it no longer holds. Your entry in a list stays reserved for this account "
            "until the list is deleted."
        ),
        at_erasure=gettext_lazy(
            "Erased at once. An entry in a list stays marked as taken, without your account, until the list is "
            "deleted: it establishes the tie of one account only."
        ),
        stays=True,
        correct_at="verification:tie",
        collect=proofs,
        order=70,
    ),
    DataKind(
        name="codes",
        title=gettext_lazy("Letter and code on their way"),
        why=gettext_lazy("To send you a code. The address is forgotten as soon as the letter has left."),
        until=gettext_lazy("The address 30 days at most, the rest 60 days; a code for the counter one day."),
        at_erasure=LEAVES,
        correct_at="verification:tie",
        collect=codes,
        order=80,
    ),
    DataKind(
        name="identity",
        title=gettext_lazy("FranceConnect"),
        why=gettext_lazy(
            "So that one person has one account: a mark nobody can read, without your name or birth date."
        ),
        until=gettext_lazy("Until you close the account."),
        at_erasure=LEAVES,
        collect=identity,
        order=90,
    ),
)
