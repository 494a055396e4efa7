"""Each address of the site has an expectation of the crawler: a new one is looked at before it is let in."""

import pytest

from . import expectations, outside
from .addresses import patterns


def test_every_address_of_the_resolver_has_an_expectation():
    names = {name for name, _pattern in patterns()}
    forgotten = sorted(names - expectations.NAMES - outside.NAMES)
    assert forgotten == [], "Look at each of these, then write it in tests/permissions/expectations.py."
    assert (expectations.NAMES | outside.NAMES) - names == set(), "These addresses are gone."


def test_an_address_nobody_looked_at_would_be_named(monkeypatch):
    monkeypatch.setattr(expectations, "NAMES", expectations.NAMES - {"quartiers:end"})
    with pytest.raises(AssertionError, match="quartiers:end"):
        test_every_address_of_the_resolver_has_an_expectation()
