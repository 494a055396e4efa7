"""What this app itself keeps about a person, for “my data”: who in the office opened them, and the copies asked for."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participation.core.models import PersonalDataAct
from participation.core.personal_data import DataKind, Fact, Record
from participation.people.models import User
from participation.people.personal import LEAVES

from .models import DataCopy, InactivityNotice
from .words import shown


def acts(*, user: User, now: datetime) -> list[Record]:
    """What was done with her data; those who did it in the office are not named."""
    return [
        [
            Fact("act", _("Act"), act.get_kind_display()),
            Fact("what", _("Which data"), shown(act.what)),
            Fact("at", _("When"), act.at),
            Fact("by", _("By"), _("Yourself") if act.actor_id == user.pk else _("The City’s services")),
        ]
        for act in PersonalDataAct.objects.filter(person=user)
    ]


def copies(*, user: User, now: datetime) -> list[Record]:
    asked = [
        [
            Fact("asked_at", _("Copy asked for"), one.asked_at),
            Fact("taken_at", _("Downloaded"), one.taken_at),
        ]
        for one in DataCopy.objects.filter(user=user)
    ]
    warned = [
        [Fact("warned_at", _("Told that the account will close"), one.sent_at)]
        for one in InactivityNotice.objects.filter(user=user)
    ]
    return asked + warned


KINDS = (
    DataKind(
        name="acts",
        title=gettext_lazy("Who opened my data"),
        why=gettext_lazy("The City owes an account of what its services do with your data."),
        until=gettext_lazy("Kept: nobody can change or delete this log."),
        at_erasure=gettext_lazy(
            "Stays: it proves what was done, the erasure too. "
            "It holds none of your data, only an emptied account’s number."
        ),
        stays=True,
        collect=acts,
        order=200,
    ),
    DataKind(
        name="copies",
        title=gettext_lazy("Copies and warnings"),
        why=gettext_lazy("So that a copy is downloaded once, and nobody’s account closes unannounced."),
        until=gettext_lazy("One day for a copy; a warning until you sign in again."),
        at_erasure=LEAVES,
        collect=copies,
        order=210,
    ),
)
