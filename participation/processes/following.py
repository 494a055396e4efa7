"""What subscribers may choose: mechanisms for the digest, processes and activities to follow closely."""

from datetime import datetime

from participation.core.models import Activity
from participation.core.status import Status
from participation.editorial.querysets import unrestricted
from participation.mailing.topics import Topic, pages_as_topics

from .pages import MechanismPage, ProcessPage

# Something still happens to them: an opening, a close, a summary, an answer.
ALIVE = (Status.OPEN, Status.ANNOUNCED, Status.CLOSED, Status.SYNTHESIS)


def mechanisms(language: str, now: datetime) -> list[Topic]:
    return pages_as_topics(_keys(MechanismPage), language)


def followed(language: str, now: datetime) -> list[Topic]:
    """Every process, then the activities that are not over yet, open ones first."""
    activities = [one for one in Activity.objects.visible() if one.status_at(now) in ALIVE]
    activities.sort(key=lambda one: (ALIVE.index(one.status_at(now)), one.closes_at))
    return pages_as_topics([*_keys(ProcessPage), *(one.key for one in activities)], language)


def _keys(model) -> list:
    """In the order of the tree, each once whatever its languages."""
    pages = unrestricted(model.objects.live().filter(alias_of=None)).order_by("path")
    return list(dict.fromkeys(pages.values_list("translation_key", flat=True)))
