"""The accessibility statement of the decree of 24 July 2019, filled from the settings and from the build's report."""

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.utils import timezone
from django.utils.dateparse import parse_date
from wagtail.models import Page

from .accessibility import Conformity, conformity, has_valid_audit
from .settings import CitySettings

# Written by `make a11y`, read here: what the checks of this version know to be wrong.
KNOWN_FAILINGS = Path(__file__).with_name("known_failings.json")


@dataclass(frozen=True)
class Failing:
    """Something known to be wrong: the criteria of the RGAA it breaks, and what that means for a resident."""

    criteria: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Report:
    """What the build knows; it says nothing of a rate."""

    checked_on: date
    failings: tuple[Failing, ...]


@lru_cache(maxsize=4)
def known_failings(language: str) -> Report:
    """The failings of this version, told in a language."""
    data = json.loads(KNOWN_FAILINGS.read_text(encoding="utf-8"))
    failings = tuple(Failing(tuple(one["criteria"]), one.get(language) or one["fr"]) for one in data["failings"])
    return Report(parse_date(data["checked_on"]), failings)


@dataclass(frozen=True)
class Statement:
    """What the page of the statement shows, whatever its language."""

    city: CitySettings
    state: Conformity
    has_audit: bool
    report: Report
    established_on: date | None
    updated_on: date | None
    contact_url: str

    @property
    def sample(self) -> list[str]:
        return lines(self.city.audit_sample)

    @property
    def environment(self) -> list[str]:
        return lines(self.city.audit_environment)

    @property
    def audit_failings(self) -> list[str]:
        return lines(self.city.audit_failings)

    @property
    def burden(self) -> list[str]:
        return lines(self.city.disproportionate_burden)

    @property
    def exempt(self) -> list[str]:
        return lines(self.city.exempt_content)


def lines(text: str) -> list[str]:
    """The lines of a list typed in the settings."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def statement_of(page: Page, *, city: CitySettings, contact_url: str, today: date) -> Statement:
    """The statement as it stands today."""
    report = known_failings(page.locale.language_code)
    published = [timezone.localdate(moment) for moment in (page.first_published_at, page.last_published_at) if moment]
    dates = [*published, report.checked_on, *([city.audited_on] if city.audited_on else [])]
    return Statement(
        city=city,
        state=conformity(city, today=today),
        has_audit=has_valid_audit(city, today=today),
        report=report,
        established_on=published[0] if published else None,
        updated_on=max((day for day in dates if day <= today), default=None),
        contact_url=contact_url,
    )
