"""The one place where the site asks what residents can take part in."""

from datetime import datetime

from participation.core.status import Status
from participation.processes.listing import latest

SHOWN = (Status.OPEN, Status.ANNOUNCED, Status.ANSWERED)
IN_FEED = (Status.OPEN, Status.CLOSED, Status.SYNTHESIS, Status.ANSWERED)


def cards(*, language: str, now: datetime, statuses=SHOWN, limit: int = 6) -> list:
    """Activities of every mechanism as cards, in this language, the states in the order given."""
    return latest(language=language, now=now, statuses=statuses, each=limit)


def feed_entries(*, language: str, now: datetime, limit: int) -> list[dict]:
    """Activities that opened, each dated by its opening."""
    return [
        {"title": card.title, "link": card.url, "summary": card.summary, "date": card.opens_at}
        for card in cards(language=language, now=now, statuses=IN_FEED, limit=limit)
    ]
