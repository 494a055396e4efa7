"""What ballot boxes keep about somebody with an account: that she answered, where people are counted once. Never what.

Answers themselves are joined to nobody: only their author can withdraw one, with the code of the receipt.
"""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participation.core.eligibility import COUNTS_PEOPLE, Level
from participation.core.personal_data import DataKind, Fact, Record
from participation.core.retention import Disposition, RetentionRule
from participation.people.addresses import address_of
from participation.people.models import User

from .conditions import participant_hashes
from .models import Participation, Questionnaire
from .tokens import address_hash

# A decision may be contested for two months; a complaint to the city prolongs this.
DAYS_OF_RECOURSE = 180


def marks_of(user: User) -> QuerySet[Participation]:
    """The marks this person's account, address and identity leave in ballot boxes."""
    boxes = Questionnaire.objects.filter(activity__level__in=COUNTS_PEOPLE).select_related("activity")
    own = {mark for box in boxes for mark in _own_marks(user, box)}
    return Participation.objects.filter(participant_hash__in=own).select_related("questionnaire__activity")


def _own_marks(user: User, box: Questionnaire) -> list[str]:
    activity = box.activity
    key, rule = str(activity.key), activity.eligibility
    if rule.level == Level.FRANCECONNECT and not hasattr(user, "identity"):
        return []
    address = address_hash(key=key, address=known) if (known := address_of(user)) else ""
    return participant_hashes(rule=rule, key=key, actor=user, confirmed=address)


def marks(*, user: User, now: datetime) -> list[Record]:
    found = marks_of(user).order_by("questionnaire__activity__closes_at", "questionnaire_id")
    # The account and its address may both have left one: she answered once.
    boxes = {mark.questionnaire_id: mark.questionnaire for mark in found}
    return [[Fact("answered", _("You answered"), box.activity.title)] for box in boxes.values()]


def forget(*, user: User, by: User | None, now: datetime) -> None:
    """The account closes: marks go where the consultation is over; in an open one they stop a second answer."""
    Participation.objects.filter(
        pk__in=marks_of(user).filter(questionnaire__activity__closes_at__lte=now).values("pk")
    ).delete()


def marks_due(*, now: datetime) -> QuerySet[Participation]:
    """Marks of consultations that can no longer be contested."""
    return Participation.objects.filter(questionnaire__activity__closes_at__lte=now - timedelta(days=DAYS_OF_RECOURSE))


def answers_due(*, now: datetime) -> int:
    """Consultations whose answers may be handed over: answered by the city, and past contesting."""
    return Questionnaire.objects.filter(
        activity__closes_at__lte=now - timedelta(days=DAYS_OF_RECOURSE), holds_answers=True
    ).count()


RULES = (
    RetentionRule(
        name="marks of participation",
        title=gettext_lazy("Marks that somebody has answered, as keyed hashes"),
        purpose=gettext_lazy("Counting everybody once, and showing it if the result is contested"),
        # No public archive: it only serves to count, and says nothing once the count can no longer be contested.
        kept=gettext_lazy("180 days after the close; at the end of the account where the consultation is over"),
        purge=lambda *, now: marks_due(now=now).delete()[0],
        due=lambda *, now: marks_due(now=now).count(),
    ),
    RetentionRule(
        name="answers",
        title=gettext_lazy("Answers to consultations, without names"),
        purpose=gettext_lazy("Hearing residents, counting honestly, answering them"),
        kept=gettext_lazy("180 days after the close, then offered to the archives"),
        due=answers_due,
        disposition=Disposition.TRANSFER,
        is_archive=True,
    ),
)
KINDS = (
    DataKind(
        name="marks",
        title=gettext_lazy("The consultations I answered"),
        why=gettext_lazy(
            "Where everybody counts once, a mark says that you have answered – never what: "
            "nothing joins it to an answer."
        ),
        until=gettext_lazy("Until the result can no longer be contested: 180 days after the close."),
        at_erasure=gettext_lazy(
            "Erased for what has closed. Where a consultation is open, the mark stays until 180 days after its close: "
            "a new account with the same address or identity cannot answer again."
        ),
        stays=True,
        collect=marks,
        order=110,
    ),
)
