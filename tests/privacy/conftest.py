"""What these tests share."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.utils import timezone
from django.utils.translation import override


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture(autouse=True)
def _french() -> Iterator[None]:
    """Addresses are looked up in French, whatever language the last request of another test spoke."""
    with override("fr"):
        yield
