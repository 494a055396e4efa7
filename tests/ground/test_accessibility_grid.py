"""The grid of the RGAA holds what it claims: 106 criteria, tests that exist, checks by hand that somebody made."""

import datetime
import json
from collections import Counter
from dataclasses import replace

import pytest

from home.statement import KNOWN_FAILINGS
from tests.a11y import grid, report, site_wide
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


@pytest.fixture
def whole() -> Record:
    """A run in which everything was looked at and nothing found."""
    return Record(played=Counter(report.not_played(Record())), screens=["Accueil"], browser_version="1.0")


@pytest.fixture
def publish(loaded, tmp_path):
    """A function that publishes a run into a folder of its own, and gives (what was wrong, what was written)."""

    def publish_run(record: Record, *, entries=loaded[0]) -> tuple[list[str], set[str]]:
        wrong = report.publish(
            record, {}, entries, loaded[1], today=TODAY, folder=tmp_path, statement=tmp_path / "failings.json"
        )
        return wrong, {path.name for path in tmp_path.iterdir()}

    return publish_run


def test_a_run_that_saw_everything_and_nothing_wrong_is_published(whole, publish):
    assert publish(whole) == ([], {"rapport.md", "parcours.txt", "failings.json"})


@pytest.mark.parametrize("rule", ["axe:label", "lists_are_lists"])
def test_a_run_that_fails_leaves_the_statement_and_the_report_as_they_were(whole, publish, rule):
    whole.findings.append(a_finding(rule=rule))
    wrong, written = publish(whole)
    assert any(rule in line for line in wrong)
    assert written == set()


def test_a_run_without_one_of_its_checks_or_with_a_false_grid_is_not_published_either(whole, publish, loaded):
    assert publish(whole, entries=loaded[0][1:])[1] == set()
    whole.played["movement_stops_for_who_asked"] = 0
    assert publish(whole) == (["not played: movement_stops_for_who_asked"], set())


def test_the_report_says_of_a_test_only_what_this_run_has_seen_of_it(loaded):
    names = ("axe:label", "tests.a11y.conditions:movement_stops_for_who_asked", "tests.home.test_pages:test_a")
    entry = replace(loaded[0][0], tests=names, finding="", reason="", note="")
    said = report.evidence(entry, Record())
    assert said.count("pas joué") == 2
    assert "aucun défaut" not in said
    assert "`test_a` (joué par `make test`)" in said
    played = Record(axe_rules={"label"}, findings=[a_finding()])
    played.note("movement_stops_for_who_asked", ("13.8",), [], screen="Accueil")
    said = report.evidence(entry, played)
    assert "`axe:label` : 1 défaut(s)" in said
    assert "`movement_stops_for_who_asked` : aucun défaut" in said


FRAME = {"language": "fr", "menu": ["Aide"], "search": True, "map": True, "labels": [["q", "Recherche"]]}


@pytest.mark.parametrize(
    ("check", "other"),
    [
        (site_wide.the_menu_is_the_same_everywhere, {"menu": ["Contact"]}),
        (site_wide.every_page_has_a_menu_a_search_and_a_map, {"menu": []}),
        (site_wide.every_page_has_a_menu_a_search_and_a_map, {"search": False}),
        (site_wide.every_page_has_a_menu_a_search_and_a_map, {"map": False}),
        (site_wide.the_same_field_keeps_its_label, {"labels": [["q", "Chercher"]]}),
    ],
)
def test_what_differs_between_pages_is_seen(check, other):
    english = FRAME | {"language": "en", "menu": ["Help"], "labels": [["q", "Search"]]}
    assert check(Record(frames={"Accueil": FRAME, "Aide": FRAME, "Home": english}), None) == []
    assert len(check(Record(frames={"Accueil": FRAME, "Aide": FRAME | other}), None)) == 1


def test_two_pages_of_one_title_are_seen():
    assert site_wide.titles_differ(Record(titles={"/": "Accueil", "/aide/": "Aide"}), None) == []
    assert site_wide.titles_differ(Record(titles={"/": "Accueil", "/aide/": "Accueil"}), None) == ["Accueil: /, /aide/"]


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
