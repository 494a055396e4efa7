"""Who is in charge of what at a moment, said in SQL; `now` is always an argument."""

from datetime import datetime

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone


class PortfolioQuerySet(models.QuerySet):
    def in_force(self, now: datetime):
        """The portfolios of this very moment, absences apart; a shut account has charge of nothing."""
        day = timezone.localdate(now)
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=day),
            Q(ended_at__isnull=True) | Q(ended_at__gt=now),
            starts_on__lte=day,
            user__is_active=True,
        )

    def present(self, now: datetime):
        """Those in force whose holder is not away."""
        from .models import Absence

        away = Absence.objects.on(now).filter(portfolio=OuterRef("pk"))
        return self.in_force(now).exclude(Exists(away))


class AbsenceQuerySet(models.QuerySet):
    def on(self, now: datetime):
        """The absences of this moment, unless ended."""
        day = timezone.localdate(now)
        return self.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=now), starts_on__lte=day, ends_on__gte=day)

    def replacing(self, now: datetime):
        """The absences of this moment in a portfolio in force: whoever replaces has its rights."""
        from .models import Portfolio

        return self.on(now).filter(portfolio__in=Portfolio.objects.in_force(now), replaced_by__is_active=True)
