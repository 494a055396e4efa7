"""What is the same for everybody, kept until something published changes.

Kept under an edition: whoever hears that a page, a setting, a site or a language changed begins a new one.
"""

import uuid
from collections.abc import Callable
from typing import Any

from django.core.cache import cache

EDITION = "website-edition"
# Short, because an in-process cache does not hear what another process publishes.
LIFE = 60


def begin_edition() -> None:
    """Let everything remembered be worked out again."""
    cache.set(EDITION, uuid.uuid4().hex, None)


def remembered(name: str, build: Callable[[], Any]) -> Any:
    """What `build` gives, kept until the next edition, and a minute at most."""
    edition = cache.get(EDITION) or cache.get_or_set(EDITION, uuid.uuid4().hex, None)
    full_name = f"website:{edition}:{name}"
    value = cache.get(full_name)
    if value is None:
        value = build()
        cache.set(full_name, value, LIFE)
    return value
