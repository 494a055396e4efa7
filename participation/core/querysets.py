"""Named filters over activities; `now` is always an argument."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from .status import Status


class ActivityQuerySet(models.QuerySet):
    def visible(self):
        """Activities whose page is online."""
        return self.filter(is_withdrawn=False)

    def with_status(self, status: str, now: datetime):
        """Activities that `Activity.status_at(now)` calls `status`; the same rules, said in SQL."""
        archived = Q(archived_on__isnull=False)
        answered = Q(answered_on__isnull=False)
        summed_up = Q(synthesis_on__isnull=False)
        after_close = Q(closes_at__lte=now)
        rules = {
            Status.ANNOUNCED: Q(opens_at__gt=now),
            Status.OPEN: Q(opens_at__lte=now, closes_at__gt=now),
            Status.CLOSED: after_close & ~answered & ~summed_up & ~archived,
            Status.SYNTHESIS: after_close & summed_up & ~answered & ~archived,
            Status.ANSWERED: after_close & answered & ~archived,
            Status.ARCHIVED: after_close & archived,
        }
        return self.filter(rules[Status(status)])

    def open_at(self, now: datetime):
        return self.with_status(Status.OPEN, now)
