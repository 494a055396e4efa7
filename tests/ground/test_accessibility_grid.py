"""The grid of the RGAA holds what it claims: 106 criteria, tests that exist, checks by hand that somebody made."""

import datetime
import json
from dataclasses import replace

import pytest

from home.statement import KNOWN_FAILINGS
from tests.a11y import grid, report
from tests.a11y.looking import Finding, Record, criteria_of
from tests.ground import ROOT

TODAY = datetime.date(2026, 11, 23)


@pytest.fixture(scope="module")
def loaded():
    return grid.load()


def test_each_of_the_106_criteria_has_one_sound_entry(loaded):
    entries, known = loaded
    assert len(entries) == 106
    assert grid.faults(entries, known, today=datetime.datetime.now(tz=datetime.UTC).date()) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"kind": "seen"}, "is no kind"),
        ({"kind": "test", "tests": ()}, "names no test"),
        ({"kind": "test", "tests": ("tests.a11y.checks.forms:nothing_of_the_kind",)}, "no test named"),
        ({"kind": "test", "tests": ("tests.a11y.no_such_file:anything",)}, "no test named"),
        ({"kind": "test", "tests": ("axe:no-such-rule",)}, "no test named"),
        ({"kind": "hand", "date": None, "finding": "Vu."}, "has a date"),
        ({"kind": "hand", "date": TODAY, "finding": ""}, "a finding"),
        ({"kind": "hand", "date": TODAY + datetime.timedelta(days=1), "finding": "Vu."}, "not one to come"),
        ({"kind": "to be audited", "date": TODAY, "finding": "Vu."}, "only a check by hand"),
        ({"kind": "not applicable", "reason": ""}, "without a reason"),
        ({"number": "1.2"}, "the 106 criteria"),
        ({"title": ""}, "without its title"),
    ],
)
def test_an_entry_that_claims_too_much_is_found(loaded, changes, said):
    entries, known = loaded
    plain = {"date": None, "finding": "", "reason": "", "tests": ()}
    spoiled = [replace(entries[0], **{**plain, **changes}), *entries[1:]]
    assert any(said in fault for fault in grid.faults(spoiled, known, today=TODAY))


def test_a_criterion_left_out_is_found(loaded):
    entries, known = loaded
    assert any("106 criteria" in fault for fault in grid.faults(entries[:-1], known, today=TODAY))


def test_the_report_tells_of_every_criterion_and_the_statement_of_every_known_failing(loaded):
    text = (ROOT / "docs/accessibilite/rapport.md").read_text(encoding="utf-8")
    assert [entry.number for entry in loaded[0] if f"\n| {entry.number} |" not in text] == []
    told = json.loads(KNOWN_FAILINGS.read_text(encoding="utf-8"))["failings"]
    assert [one["fr"] for one in told if one["fr"] not in text] == []


def test_neither_the_report_nor_the_statement_holds_a_rate():
    for path in (ROOT / "docs/accessibilite/rapport.md", KNOWN_FAILINGS):
        assert "% des critères" not in path.read_text(encoding="utf-8")
    assert "rate" not in json.loads(KNOWN_FAILINGS.read_text(encoding="utf-8"))


def a_finding(**changes) -> Finding:
    found = {"rule": "axe:label", "criteria": ("11.1",), "screen": "Accueil", "condition": "", "what": "a field"}
    return Finding(**{**found, "impact": "critical", **changes})


def test_what_axe_finds_grave_fails_the_run_even_when_it_is_known():
    known = [grid.Known(("11.1",), "axe:label", "field", "Un champ est muet.", "A field is silent.")]
    assert report.unknown_and_grave(Record(findings=[a_finding()]), known)
    assert not report.unknown_and_grave(Record(findings=[a_finding(impact="minor")]), known)


def test_a_fault_of_our_own_checks_fails_the_run_until_the_statement_tells_of_it():
    record = Record(findings=[a_finding(rule="lists_are_lists", impact="serious")])
    known = [grid.Known(("9.3",), "lists_are_lists", "field", "Une liste n’en est pas une.", "A list is none.")]
    assert report.unknown_and_grave(record, [])
    assert not report.unknown_and_grave(record, known)
    assert [one["fr"] for one in report.failings(record, known)] == ["Une liste n’en est pas une."]


def test_a_known_failing_leaves_the_statement_once_it_is_mended_unless_a_person_saw_it():
    seen = grid.Known(("9.3",), "lists_are_lists", "field", "Une liste n’en est pas une.", "A list is none.")
    by_hand = grid.Known(("1.3",), "hand", "", "Une image est mal décrite.", "A picture is badly described.")
    assert [one["criteria"] for one in report.failings(Record(), [seen, by_hand])] == [["1.3"]]


def test_a_lesser_fault_of_axe_reaches_the_statement_by_itself():
    told = report.failings(Record(findings=[a_finding(impact="moderate")]), [])
    assert told[0]["criteria"] == ["11.1"]
    assert "label" in told[0]["fr"]


def test_the_tests_of_axe_name_their_criteria():
    assert criteria_of(["wcag2a", "RGAAv4", "RGAA-11.1.1", "RGAA-11.1.2", "RGAA-9.3.1"]) == ("9.3", "11.1")
