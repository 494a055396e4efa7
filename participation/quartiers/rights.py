"""Membership of a quartier's group follows from portfolios and absences, never from anybody's hand.

Run each minute, and for one person at each of her requests in the office: a right ends at its minute even if the
periodic command stands still.
"""

from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from .handover import hand_over
from .models import Absence, Portfolio, QuartierOffice


def offices_of(user, *, now: datetime) -> list[QuartierOffice]:
    """The offices this person has charge of now, her groups put right first: one query when they are."""
    found = list(
        QuartierOffice.objects.annotate(
            is_hers=Exists(_present(now).filter(user=user, area=OuterRef("area")))
            | Exists(_replacing(now).filter(replaced_by=user, portfolio__area=OuterRef("area"))),
            is_member=Exists(_members().filter(user=user, group=OuterRef("group"))),
        )
        .filter(Q(is_hers=True) | Q(is_member=True))
        .select_related("page", "collection")
    )
    for office in found:
        if office.is_hers != office.is_member:
            office.is_hers = user.pk in _settle(office, now=now)
    return [office for office in found if office.is_hers]


def refresh_all(*, now: datetime) -> str:
    """Put every quartier's group right; says how many memberships changed."""
    changed = 0
    for office in QuartierOffice.objects.select_related("page"):
        changed += refresh(office, now=now)
    return f"{changed} changed"


def refresh(office: QuartierOffice, *, now: datetime) -> int:
    """Put one group right; gives how many people joined or left."""
    wanted, members = _in_charge(office, now), _in_group(office)
    if wanted != members:
        _settle(office, now=now)
    return len(wanted ^ members)


@transaction.atomic
def _settle(office: QuartierOffice, *, now: datetime) -> set[int]:
    """Let people join and leave; what those who leave had begun passes on. Gives who has charge."""
    # What was read before may be over by now: of two at once, the second looks again.
    QuartierOffice.objects.select_for_update().get(pk=office.pk)
    wanted, members = _in_charge(office, now), _in_group(office)
    people = get_user_model().groups.through.objects
    for user_id in wanted - members:
        people.get_or_create(user_id=user_id, group_id=office.group_id)
    for user_id in members - wanted:
        people.filter(user_id=user_id, group_id=office.group_id).delete()
        hand_over(office=office, leaving_id=user_id, to_id=successor_of(office, leaving_id=user_id, now=now), now=now)
    return wanted


def _in_charge(office: QuartierOffice, now: datetime) -> set[int]:
    present = _present(now).filter(area=office.area_id).values_list("user_id", flat=True)
    replacing = _replacing(now).filter(portfolio__area=office.area_id).values_list("replaced_by_id", flat=True)
    return {*present, *replacing}


def _in_group(office: QuartierOffice) -> set[int]:
    return set(_members().filter(group=office.group_id).values_list("user_id", flat=True))


def successor_of(office: QuartierOffice, *, leaving_id: int, now: datetime) -> int | None:
    """Who takes on what somebody leaves: her replacement, else the deputy longest in charge; nobody: communications."""
    replacing = _replacing(now).filter(portfolio__area=office.area_id)
    own = replacing.filter(portfolio__user=leaving_id).values_list("replaced_by_id", flat=True).first()
    if own:
        return own
    present = _present(now).filter(area=office.area_id).exclude(user=leaving_id)
    heir = present.order_by("kind", "starts_on", "pk").values_list("user_id", flat=True).first()
    return heir or replacing.exclude(replaced_by=leaving_id).values_list("replaced_by_id", flat=True).first()


def _present(now: datetime):
    return Portfolio.objects.present(now)


def _replacing(now: datetime):
    return Absence.objects.replacing(now)


def _members():
    return get_user_model().groups.through.objects.all()
