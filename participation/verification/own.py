"""What the account's own screens show of statements and proofs."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from participation.core.eligibility import Tie

from .models import AgeStatement, LawfulList, Letter, ListEntry, Residence, TieProof, TieStatement


@dataclass(frozen=True)
class KnownTie:
    """A tie the person has spoken about; `proofs` are those still valid."""

    tie: Tie
    holds: bool
    proofs: list[TieProof]


def known_ties(*, user: Any, now: datetime) -> list[KnownTie]:
    """In the order of the list of ties."""
    proofs: dict[str, list[TieProof]] = {}
    for proof in TieProof.objects.filter(user=user, ends_on__gt=timezone.localdate(now)).order_by("established_on"):
        proofs.setdefault(proof.tie, []).append(proof)
    said = {one.tie: one.holds for one in TieStatement.objects.filter(user=user)}
    return [KnownTie(tie, said[tie], proofs.get(tie, [])) for tie in Tie if tie in said]


def letter_of(*, user: Any, now: datetime) -> Letter | None:
    """The letter on its way, or whose code still works."""
    letter = Letter.objects.filter(user=user, attempts_left__gt=0).first()
    return letter if letter and letter.expires_on > timezone.localdate(now) else None


def returned_letter_of(user: Any) -> Letter | None:
    """The letter that came back, until another is asked for."""
    return Letter.objects.filter(user=user, returned_on__isnull=False).first()


def has_list_entry(user: Any) -> bool:
    """Whether an entry of a list is reserved for this person."""
    return ListEntry.objects.filter(user=user).exists()


def state_in_words(user: Any) -> str:
    """Where the person stands and the next step, in a sentence or two, for the account's first page."""
    now = timezone.now()
    letter = letter_of(user=user, now=now)
    held = [one for one in known_ties(user=user, now=now) if one.holds]
    established = [one for one in held if one.proofs]
    if letter and letter.posted_at:
        return _("Your letter has left: type its code.")
    if letter:
        return _("Your letter will leave soon.")
    if returned_letter_of(user):
        return _("Your letter came back to us: check the address and ask for another.")
    if established:
        last = max(proof.ends_on for one in established for proof in one.proofs) - timedelta(days=1)
        ties = ", ".join(str(one.tie.label) for one in established)
        return _("%(ties)s: established, until %(day)s.") % {"ties": ties, "day": date_format(last, "j F Y")}
    if held:
        ties = ", ".join(str(one.tie.label) for one in held)
        return _("%(ties)s: on your honour. That is enough for most subjects.") % {"ties": ties}
    return _("Nothing is known: there is nothing to do until a subject asks.")


def lists_in_use(*, now: datetime) -> list[LawfulList]:
    return list(LawfulList.objects.filter(delete_on__gt=timezone.localdate(now), deleted_on=None))


def everything_said(*, user: Any, now: datetime) -> dict[str, Any]:
    """Ages, ties and quartier, for the screen of statements and for “my data”."""
    return {
        "ages": list(AgeStatement.objects.filter(user=user).order_by("years", "on")),
        "ties": known_ties(user=user, now=now),
        "has_list_entry": has_list_entry(user),
        "residence": Residence.objects.filter(user=user).select_related("area").first(),
    }
