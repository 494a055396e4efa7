"""The accessibility state the law makes a site declare (decree 2019-768), from the audit typed in the settings.

What the build checks by itself never makes a rate: without a valid audit of the legal sample the site is not compliant.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

VALID_YEARS = 3
FULL = Decimal(100)
PARTIAL = Decimal(50)


class Audited(Protocol):
    """Whatever holds the four things an audit needs: the settings, or their copy around a page."""

    audited_on: date | None
    auditor: str
    audit_rate: Decimal | None
    audit_sample: str


class Conformity(StrEnum):
    """The three states the law knows."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


WORDS = {
    Conformity.FULL: _("Accessibility: fully compliant"),
    Conformity.PARTIAL: _("Accessibility: partially compliant"),
    Conformity.NONE: _("Accessibility: not compliant"),
}


def expires_on(audited_on: date) -> date:
    """The last day an audit of this day counts."""
    try:
        return audited_on.replace(year=audited_on.year + VALID_YEARS)
    except ValueError:  # 29 February
        return audited_on.replace(year=audited_on.year + VALID_YEARS, day=28)


def has_valid_audit(audited: Audited, *, today: date) -> bool:
    """Whether there is an audit with a date, an auditor, a sample and a rate, and it still counts."""
    if not (audited.audited_on and audited.auditor.strip() and audited.audit_sample.strip()):
        return False
    if audited.audit_rate is None or not 0 <= audited.audit_rate <= FULL:
        return False
    return audited.audited_on <= today <= expires_on(audited.audited_on)


def conformity(audited: Audited, *, today: date) -> Conformity:
    """The state to declare today."""
    if not has_valid_audit(audited, today=today) or audited.audit_rate < PARTIAL:
        return Conformity.NONE
    return Conformity.FULL if audited.audit_rate == FULL else Conformity.PARTIAL


def state_in_words(state: Conformity) -> str:
    """What the footer of every page says."""
    return str(WORDS[state])


def check_audit(audited: Audited, *, typed_date: bool, today: date) -> None:
    """Refuse half an audit, one of a day to come, and one typed too late; one that grew old here may stay."""
    needed = {
        "audited_on": audited.audited_on,
        "auditor": audited.auditor.strip(),
        "audit_rate": audited.audit_rate is not None,
        "audit_sample": audited.audit_sample.strip(),
    }
    if not any(needed.values()):
        return
    errors = {
        name: _("An audit needs its date, its auditor, its rate and its pages: fill all four, or none.")
        for name, value in needed.items()
        if not value
    }
    if audited.audited_on and audited.audited_on > today:
        errors["audited_on"] = _("An audit cannot be of a day to come.")
    elif audited.audited_on and typed_date and expires_on(audited.audited_on) < today:
        errors["audited_on"] = _("An audit counts for three years: this one is too old.")
    if errors:
        raise ValidationError(errors)
