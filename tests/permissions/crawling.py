"""Calling an address as somebody, inside a savepoint, and seeing what came out and what was written."""

import re
import time
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from wagtail.models import Site

from participation.people import door_keeper
from tests.ground.test_headers import Browser
from tests.website import enter_office

from . import headers
from .addresses import Address
from .canaries import ANONYMOUS, CHILD, DEPUTY, RESIDENT, World
from .rows import restore, rows
from .words import CANARY

READS = re.compile(r"\s*(SELECT|SAVEPOINT|RELEASE|ROLLBACK|PRAGMA|EXPLAIN|WITH)\b", re.IGNORECASE)
SIGN_IN = re.compile(r"(/en)?/(admin/login|_util/login|compte/connexion)/")
FOLLOWED = (ANONYMOUS, RESIDENT, DEPUTY)
SESSION = re.compile(r'"django_session"')
# Seconds for which a sign-in counts as just now.
FRESH = 120
# Where a payload keeps the headers that go with it.
HEADERS = "headers"
# Wagtail's programs write here with another word than POST.
BY_PUT = {"wagtail_localize:edit_string_translation", "wagtail_localize:edit_override"}
BY_PATCH = {"wagtailadmin_dismissibles"}
# What a visit leaves behind about itself: what was read, that somebody is here, sizes of images made on the way.
TRACES = (
    "core.ReadingLog",
    "editorial.CityRendition",
    "wagtailadmin.EditingSession",
    "wagtailadmin.FormState",
    "wagtailusers.UserProfile",
)


@dataclass(frozen=True)
class Seen:
    """What one call gave."""

    status: int
    location: str
    sings: bool
    wrote: bool
    changed: frozenset[tuple] = frozenset()
    body: str = ""
    wrong_headers: str = ""

    @property
    def is_refused(self) -> bool:
        return self.status in (403, 404, 405) or self.goes_to_sign_in

    @property
    def goes_home(self) -> bool:
        """As Wagtail says no by itself."""
        return self.status == 302 and self.location == "/admin/"

    @property
    def goes_to_sign_in(self) -> bool:
        return self.status == 302 and bool(SIGN_IN.match(self.location))

    @property
    def word(self) -> str:
        """As the table of docs/permissions.md says it."""
        if self.goes_to_sign_in:
            return "login"
        return f"{self.status}{'*' if self.changed else ''}"


class Writes:
    """Whether anything but a session was written."""

    def __init__(self) -> None:
        self.happened = False

    def __call__(self, execute, sql, parameters, many, context):
        if not READS.match(sql) and not SESSION.search(sql):
            self.happened = True
        return execute(sql, parameters, many, context)


class Caller:
    """One person's browser; each call begins as if the others had never been."""

    def __init__(self, role: str, world: World, before: dict | None = None, **options) -> None:
        self.role, self.person = role, world.people[role]
        self.client = Browser(**options)
        self._enter()
        self.before = rows() if before is None else before
        self.files = {}

    def _enter(self) -> None:
        """Sign in just now: some screens ask who is there again after some minutes."""
        self.entered_at = time.time()
        if self.role in (RESIDENT, CHILD):
            _enter_account(self.client, self.person)
        elif self.role != ANONYMOUS:
            enter_office(self.client, self.person)
        self.cookies = {name: morsel.value for name, morsel in self.client.cookies.items()}

    def call(self, address: Address, method: str, sent: dict | None = None, *, keeps_body: bool = False) -> Seen:
        if time.time() - self.entered_at > FRESH:
            self._enter()
        writes = Writes()
        with undone(clears=method == "POST"), connection.execute_wrapper(writes):
            response = self._ask(address.path, _word_of(address, method), sent)
            location = response.headers.get("Location", "")
            heard = _heard(response)
            wrong_headers = headers.wrong_in(address.path, response)
            # Who sees the office's pages anyway is not followed: only what somebody else would find there matters.
            if location.startswith("/") and self.role in FOLLOWED and not SIGN_IN.match(location):
                heard += _heard(self._ask(location, "GET", None))
            # What was asked, said again, gives nothing away.
            heard = heard.replace(address.path, "").replace(quote(address.path), "")
            changed = frozenset()
            if writes.happened:
                changed = difference(self.before, rows())
                restore(self.files)
            body = heard if keeps_body else ""
        self._forget()
        sings = CANARY.lower() in heard.lower()
        return Seen(response.status_code, location, sings, writes.happened, changed, body, wrong_headers)

    def _ask(self, path: str, method: str, sent: dict | None) -> HttpResponse:
        if isinstance(sent, dict):
            for value in sent.values():
                if hasattr(value, "seek"):
                    value.seek(0)
        if method == "POST":
            headers = (sent or {}).get(HEADERS, {})
            return self.client.post(
                path, {key: value for key, value in (sent or {}).items() if key != HEADERS}, headers=headers
            )
        if method == "PUT":
            return self.client.put(path, sent, content_type="application/x-www-form-urlencoded")
        if method == "PATCH":
            return self.client.patch(path, sent, content_type="application/json")
        return self.client.generic(method, path)

    def _forget(self) -> None:
        self.client.cookies.clear()
        for name, value in self.cookies.items():
            self.client.cookies[name] = value


def _enter_account(client: Browser, user) -> None:
    """As a password does, just now: the session says so in allauth's own records."""
    client.force_login(user)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time(), "email": user.email}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()


def _word_of(address: Address, method: str) -> str:
    if method != "POST":
        return method
    return "PUT" if address.name in BY_PUT else "PATCH" if address.name in BY_PATCH else "POST"


def _heard(response) -> str:
    """Everything a browser got: headers, Location, body."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{dict(response.headers)} {response.cookies} {content.decode(errors='replace')}"


def difference(before: dict, after: dict) -> frozenset[tuple]:
    """The keys of rows and files that went or changed, and of rows that came; but for the traces of a visit."""
    lost = {key for key, values in before.items() if after.get(key) != values}
    came = {key for key in after.keys() - before.keys() if key[0] not in (*TRACES, "file")}
    return frozenset(lost | came)


@contextmanager
def undone(*, clears: bool = True):
    """What happens inside is taken back; the cache too, where something may have been put there that was not kept."""
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        if clears:
            cache.clear()
            Site.clear_site_root_paths_cache()


@contextmanager
def plain_refusals():
    """Refusals without the office's frame: what these two pages say is looked at elsewhere, and they are most calls."""
    kept = door_keeper.render
    door_keeper.render = lambda request, template, status: HttpResponse(status=status)
    try:
        yield
    finally:
        door_keeper.render = kept
