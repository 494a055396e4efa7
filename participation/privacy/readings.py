"""Addresses of the office that show personal data: whoever opens one is written down, by the middleware, for good.

Other apps register theirs. Screens that keep a log of their own – single answers, written answers, exports – do not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from participation.core.accounting import Kind, record_act
from participation.people.models import User

from . import words


@dataclass(frozen=True)
class Reading:
    """What an address shows, and about whom: None for many people at once."""

    what: str
    person: Callable[[dict], User | None] = lambda arguments: None


_readings: dict[str, Reading] = {}


def register(space: str, names: str, reading: Reading) -> None:
    """`names` are those of addresses in the namespace `space`, as in the table of doors."""
    for name in names.split():
        _readings[f"{space}:{name}"] = reading


def addresses() -> frozenset[str]:
    """The addresses that leave a trace when they are read."""
    return frozenset(_readings)


def user_of(arguments: dict) -> User | None:
    """The account an address of Wagtail's own screens is about."""
    return User.objects.filter(pk=arguments.get("pk")).first()


class ReadingMiddleware:
    """After an answer that showed something: the act, by whom."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        reading = _readings.get(match.view_name) if match else None
        if reading and response.status_code == HTTPStatus.OK and request.user.is_authenticated:
            about = reading.person(match.kwargs)
            record_act(kind=Kind.READ, person=about, what=reading.what, actor=request.user, now=timezone.now())
        return response


def register_own() -> None:
    """Accounts in the office, and the log itself."""
    register("wagtailusers_users", "index index_results", Reading(words.ACCOUNTS_LISTED))
    register("wagtailusers_users", "edit delete usage", Reading(words.ACCOUNT_READ, user_of))
    register("wagtailusers_users", "history history_results", Reading(words.ACCOUNT_HISTORY, user_of))
    register("privacy", "log log_results", Reading(words.ACTS_READ))
