"""Who may send this questionnaire: what is known of the person, what is still to be asked, and keeping what they say.

Whoever has an account says it once, for every mechanism. Without one it is said for this answer only: it lies in the
draft, is part of no answer, and goes with the draft when it is sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from participation.core.eligibility import AgeFact, Eligibility, Facts, Level, Obstacle, Remedy, Tie, obstacles
from participation.core.secrets import keyed_hash
from participation.territory.models import Area
from participation.verification import stating
from participation.verification.facts import facts_of, facts_on_honour

from .models import Draft
from .tokens import address_hash

ELSEWHERE = "elsewhere"


@dataclass(frozen=True, kw_only=True)
class Statements:
    """age → reached or not on `day`, tie → holds or not, area: code or `ELSEWHERE`."""

    day: date
    ages: dict[int, bool]
    ties: dict[Tie, bool]
    area: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "day": self.day.isoformat(),
            "ages": {str(years): reached for years, reached in self.ages.items()},
            "ties": {tie.value: holds for tie, holds in self.ties.items()},
            "area": self.area,
        }


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is not known yet and decides: ages on a day, ties, the quartier."""

    day: date
    ages: tuple[int, ...] = ()
    ties: tuple[Tie, ...] = ()
    area: bool = False

    def __bool__(self) -> bool:
        return bool(self.ages or self.ties or self.area)


def facts_for(*, actor: Any, draft: Draft, rule: Eligibility, now: datetime) -> Facts:
    """What is known: of the account where one is needed, else what was said for this answer."""
    if rule.needs_account:
        return facts_of(actor, now=now)
    said = draft.statements
    if not said:
        return Facts()
    day = date.fromisoformat(said["day"])
    ages = tuple(AgeFact(years=int(years), on=day, has_reached=reached) for years, reached in said["ages"].items())
    area = "" if said["area"] == ELSEWHERE else said["area"] or None
    return facts_on_honour(ages=ages, ties={Tie(tie): holds for tie, holds in said["ties"].items()}, area=area)


def obstacles_for(*, actor: Any, draft: Draft, rule: Eligibility, now: datetime) -> tuple[Obstacle, ...]:
    """What keeps this person from sending now; asks nothing of the database where everybody may take part."""
    if not (rule.needs_account or rule.asks_about_person):
        return ()
    return obstacles(rule=rule, facts=facts_for(actor=actor, draft=draft, rule=rule, now=now), now=now)


def asked(*, rule: Eligibility, found: Iterable[Obstacle], now: datetime) -> Asked:
    """What to ask so that the obstacles with the remedy “state” go away. Every age of the rule is asked again, so that
    a slip can be corrected; nothing is asked where the answer is known to be no."""
    codes = {one.code for one in found if one.remedy == Remedy.STATE}
    return Asked(
        day=rule.age_day(now),
        ages=rule.thresholds if "age_unknown" in codes else (),
        ties=tuple(tie for tie in Tie if tie in rule.asked_ties) if "tie_unknown" in codes else (),
        area="area_unknown" in codes,
    )


@transaction.atomic
def state(*, actor: Any, draft: Draft, rule: Eligibility, said: Statements, now: datetime) -> None:
    """Keep what the person says: on the account where one is needed, else with the draft.

    Raises `Draft.DoesNotExist` when it was sent or erased meanwhile.
    """
    if not rule.needs_account:
        locked = Draft.objects.select_for_update().get(pk=draft.pk)
        known = locked.statements if locked.statements.get("day") == said.day.isoformat() else {}
        new = said.to_json()
        locked.statements = {
            "day": new["day"],
            "ages": known.get("ages", {}) | new["ages"],
            "ties": known.get("ties", {}) | new["ties"],
            "area": new["area"] or known.get("area", ""),
        }
        locked.save(update_fields=["statements"])
        return
    for years, reached in said.ages.items():
        stating.state_age(user=actor, years=years, on=said.day, has_reached=reached, now=now)
    if said.ties:
        stating.state_ties(user=actor, ties=said.ties, now=now)
    if said.area:
        area = Area.objects.filter(kind=Area.Kind.QUARTIER, code=said.area).first()
        stating.state_area(user=actor, area=area, now=now)


def participant_hashes(*, rule: Eligibility, key: str, actor: Any, confirmed: str = "") -> list[str]:
    """Under which hashes this person takes part once; none where people are not counted, or nothing was confirmed.

    `confirmed` is the hash of the address confirmed for this answer. Whoever closes an account and opens another is
    still the same person: by the identity FranceConnect confirmed, or by the address of the account.
    """
    match rule.level:
        case Level.EMAIL:
            return [confirmed] if confirmed else []
        case Level.FRANCECONNECT:
            return [_identity_hash(key, actor)]
    if not rule.needs_account:
        return []
    own = [keyed_hash("account", f"{key}|{actor.pk}")]
    # One may change the address, or have none: the account counts by itself too.
    if actor.email:
        own.append(address_hash(key=key, address=actor.email))
    if hasattr(actor, "identity"):
        own.append(_identity_hash(key, actor))
    return own


def _identity_hash(key: str, actor: Any) -> str:
    return keyed_hash("franceconnect", f"{key}|{actor.identity.subject_hash}")
