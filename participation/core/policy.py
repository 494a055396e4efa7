"""What the answer being made needs of its content security policy.

Wagtail writes inline scripts into widgets, which are rendered without a request: what they need is collected beside it,
from the first middleware (`config.headers`) on and for one request only.
"""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.utils.safestring import SafeString, mark_safe

INLINE_SCRIPT = re.compile(r"<script(?=[\s>])(?![^>]*\s(?:src|nonce)=)")
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?")


@dataclass
class Needs:
    """The word scripts of this answer may carry (empty where none may), and the hosts it shows in a frame."""

    nonce: str = ""
    framed: set[str] = field(default_factory=set)


_needs: ContextVar[Needs | None] = ContextVar("needs", default=None)


def is_collecting() -> bool:
    """Whether this is a request within another one: Wagtail previews a page by asking for it, middleware and all."""
    return _needs.get() is not None


@contextmanager
def collecting(*, allows_inline_scripts: bool) -> Iterator[Needs]:
    """Collect what is asked while one request is answered."""
    needs = Needs(nonce=secrets.token_urlsafe(16) if allows_inline_scripts else "")
    token = _needs.set(needs)
    try:
        yield needs
    finally:
        _needs.reset(token)


def frame(address: str) -> None:
    """Let this answer show a frame from the host of an https address; any other address is not heard."""
    needs, parts = _needs.get(), urlsplit(address)
    host = parts.netloc.lower()
    if needs and parts.scheme == "https" and HOST.fullmatch(host):
        needs.framed.add(f"https://{host}")


def with_nonce(html: str, *, count: int = 0) -> SafeString:
    """The same trusted markup, its inline scripts (or the first `count` of them) carrying the word of this answer."""
    needs = _needs.get()
    if needs and needs.nonce:
        html = INLINE_SCRIPT.sub(f'<script nonce="{needs.nonce}"', html, count=count)
    return mark_safe(html)  # noqa: S308 - was markup before; only attributes of ours are added
