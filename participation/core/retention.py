"""What is kept, why, how long, what becomes of it, and by which function it goes: filled by each app.

`manage.py periodic` runs what must go within minutes; everything is run once a night by `privacy.nightly`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _


class Basis(TextChoices):
    """Why the city may keep it (GDPR, article 6.1)."""

    PUBLIC_TASK = "public_task", _("Task in the public interest (6.1.e)")
    LEGAL_OBLIGATION = "legal_obligation", _("Legal obligation (6.1.c)")
    CONSENT = "consent", _("Consent (6.1.a)")


class Disposition(TextChoices):
    """What becomes of it in the end."""

    DESTROY = "destroy", _("Destroyed")
    ANONYMISE = "anonymise", _("Made anonymous")
    TRANSFER = "transfer", _("Handed over to the archives")


@dataclass(frozen=True)
class RetentionRule:
    """`purge(now=…)` removes what is due and returns how many records went; `due(now=…)` counts it, writing nothing.

    Without `purge` the site removes nothing by itself. Records that are public archives (`is_archive`) go only under a
    visa of the archives. `is_short`: counted in minutes, run at every round of the periodic command.
    """

    name: str
    kept: str
    purge: Callable[..., int] | None = None
    due: Callable[..., int] | None = None
    title: str = ""
    purpose: str = ""
    basis: Basis = Basis.PUBLIC_TASK
    disposition: Disposition = Disposition.DESTROY
    is_archive: bool = False
    is_short: bool = False

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return slugify(self.name)


_rules: dict[str, RetentionRule] = {}


def register(rule: RetentionRule) -> None:
    _rules[rule.name] = rule


def rules() -> list[RetentionRule]:
    return sorted(_rules.values(), key=lambda rule: rule.name)


def short_rules() -> list[RetentionRule]:
    """Those that the periodic command runs at every round."""
    return [rule for rule in rules() if rule.is_short and rule.purge]
