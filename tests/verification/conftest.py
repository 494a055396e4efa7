"""FranceConnect on this machine, for the tests of this folder."""

from collections.abc import Iterator

import pytest

from participation.verification.franceconnect import configuration

from . import provider as local
from .journey import Journey


@pytest.fixture(scope="session")
def running_provider() -> Iterator[local.Provider]:
    with local.running() as running:
        yield running


@pytest.fixture
def franceconnect(running_provider, monkeypatch, settings) -> local.Provider:
    """The site speaks to a provider of our own, which behaves well until a test says otherwise."""
    running_provider.reset()
    settings.WAGTAILADMIN_BASE_URL = running_provider.site
    monkeypatch.setattr(configuration, "current", lambda: running_provider.configuration)
    return running_provider


@pytest.fixture
def journey(client, franceconnect) -> Journey:
    return Journey(client, franceconnect)
