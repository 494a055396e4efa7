"""What quartiers keep about whoever has or had charge of one, for “my data”."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participation.core.personal_data import DataKind, Fact, Record

from .models import Absence, Portfolio


def charges(*, user, now: datetime) -> list[Record]:
    """Portfolios, then the absences in which this person replaces somebody."""
    portfolios = Portfolio.objects.filter(user=user).select_related("area").order_by("starts_on", "pk")
    absences = Absence.objects.filter(replaced_by=user).select_related("portfolio__area").order_by("starts_on", "pk")
    return [
        _record(one, one.area.name, one.get_kind_display(), [Fact("title", _("Portfolio"), one.title)])
        for one in portfolios
    ] + [_record(one, one.portfolio.area.name, _("Replacement during an absence"), []) for one in absences]


def _record(one: Portfolio | Absence, area: str, kind: str, more: list[Fact]) -> Record:
    facts = [
        Fact("area", _("Quartier"), area),
        Fact("charge", _("Charge"), kind),
        *more,
        Fact("starts_on", _("First day"), one.starts_on),
        Fact("ends_on", _("Last day"), one.ends_on),
        Fact("ended_at", _("Ended at"), one.ended_at),
    ]
    return [fact for fact in facts if fact.value is not None]


KINDS = (
    DataKind(
        name="portfolios",
        title=gettext_lazy("My charge of quartiers"),
        why=gettext_lazy(
            "So that the quartier’s page names its deputies, and rights last exactly as long as the charge."
        ),
        until=gettext_lazy("The name, as long as the account; the dates, as long as the quartier’s history."),
        at_erasure=gettext_lazy(
            "The charge ends at once and your name leaves the quartier’s page. "
            "The title and dates of the charge stay, without a name."
        ),
        stays=True,
        collect=charges,
        order=95,
    ),
)
