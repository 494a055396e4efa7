"""When an account closes: its portfolios and replacements end that minute, and what was begun passes on."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from . import rights
from .models import Absence, Portfolio, QuartierOffice
from .portfolios import ENDED


@transaction.atomic
def leave(*, user, by, now: datetime) -> None:
    """Called while an account closes, in its transaction."""
    today = timezone.localdate(now)
    portfolios = Portfolio.objects.filter(Q(ends_on=None) | Q(ends_on__gte=today), user=user, ended_at=None)
    absences = Absence.objects.filter(replaced_by=user, ends_on__gte=today, ended_at=None)
    areas = {*portfolios.values_list("area", flat=True), *absences.values_list("portfolio__area", flat=True)}
    member = Q(group__in=user.groups.all())
    offices = list(QuartierOffice.objects.select_for_update().filter(Q(area__in=areas) | member).order_by("pk"))
    for portfolio in portfolios:
        log(instance=portfolio, action=ENDED, user=by, timestamp=now, data={"last_day": str(today)})
    portfolios.update(ended_at=now)
    absences.update(ended_at=now)
    for office in offices:
        rights.refresh(office, now=now)
