"""Requests to our own server, and what they cost it."""

import http.cookiejar
import random
import re
import statistics
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .counting import ASKED
from .processes import Clock


class Visitor:
    """A browser without pictures: keeps cookies, follows no redirect, says where its forms come from."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar), _NoRedirect)
        self.queries = 0
        # Each visitor has an address of her own, as behind a proxy: the limits per network are not what is measured.
        self.headers = {"Origin": base, "X-Forwarded-For": ".".join(str(random.randint(1, 254)) for _ in range(4))}

    def cookie(self, name: str) -> str:
        return next((cookie.value for cookie in self.jar if cookie.name == name), "")

    def get(self, path: str, *, counts: bool = False) -> str:
        return self._open(path, None, counts)[1]

    def post(self, path: str, fields: Sequence[tuple[str, str]], *, counts: bool = False) -> tuple[str, str]:
        """The address the answer redirects to ("" when it does not), and the answer's text."""
        return self._open(path, urllib.parse.urlencode(fields).encode(), counts)

    def _open(self, path: str, content: bytes | None, counts: bool) -> tuple[str, str]:
        address = urllib.parse.urljoin(self.base, path)
        request = urllib.request.Request(address, content, self.headers)  # noqa: S310 - our own server
        if counts:
            request.add_header(ASKED, "1")
        try:
            answer = self.opener.open(request, timeout=120)
        except urllib.error.HTTPError as error:
            if error.code not in (301, 302, 303):
                raise RuntimeError(f"{error.code} at {path}: {error.read()[:500]!r}") from error
            answer = error
        with answer:
            self.queries = int(answer.headers.get("X-Queries") or 0)
            return answer.headers.get("Location") or "", answer.read().decode(errors="replace")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


def csrf_token(html: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    return found.group(1) if found else ""


@dataclass(frozen=True)
class Measure:
    """Median CPU milliseconds of one act over the rounds, and its wall-clock median."""

    cpu: float
    wall: float


class Meter:
    """CPU per act: acts take turns over several rounds, so that a disturbance meets all of them alike."""

    def __init__(self, roots: Sequence[int], *, times: int, rounds: int) -> None:
        self.clock, self.times, self.rounds = Clock(roots), times, rounds

    def measure(self, acts: dict[str, Callable[[], object]]) -> dict[str, Measure]:
        cpu: dict[str, list[float]] = {name: [] for name in acts}
        wall: dict[str, list[float]] = {name: [] for name in acts}
        for act in acts.values():
            # Each worker process fills its own caches: several times, not once.
            for _ in range(8):
                act()
        for _ in range(self.rounds):
            for name, act in acts.items():
                before = self.clock.seconds()
                for _ in range(self.times):
                    start = time.perf_counter()
                    act()
                    wall[name].append((time.perf_counter() - start) * 1000)
                cpu[name].append((self.clock.seconds() - before) / self.times * 1000)
        return {name: Measure(statistics.median(cpu[name]), statistics.median(wall[name])) for name in acts}
