"""What these tests share."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from participation.core import retention


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture(autouse=True)
def _french() -> Iterator[None]:
    """Addresses are looked up in French, whatever language the last request of another test spoke."""
    with override("fr"):
        yield


@pytest.fixture
def archives(monkeypatch) -> None:
    """A kind of data the site could destroy but for the archives' visa; none of its own is, so one is made so here."""
    name = "marks of participation"
    rules = dict(retention._rules)
    monkeypatch.setattr(retention, "_rules", rules | {name: replace(rules[name], is_archive=True)})
