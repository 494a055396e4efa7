"""Counting: the counters always say what the stored answers say."""

import statistics
from collections import Counter
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participation.questionnaires import answering, results, tallies
from participation.questionnaires.documents import compiled
from participation.questionnaires.models import Answer, Questionnaire, Response, TallyEntry
from participation.questionnaires.questions import Value
from tests.factories import answer, box_of, close, make_consultation

pytestmark = pytest.mark.django_db

NUMBERS = [
    ("number", {"text": "Combien d’arbres ?", "key": "trees", "minimum": 0, "maximum": 1000, "decimals": 0}),
    ("number", {"text": "Quel budget ?", "key": "budget", "minimum": 0, "maximum": 1_000_000, "decimals": 0}),
]


@st.composite
def answers(draw) -> dict[str, Value]:
    """What somebody might send: each question of the factories' body, or nothing."""
    given_values = {
        "link": draw(
            st.sampled_from([None, Value(("habitante",)), Value(("passant",)), Value(("other",), text="voisine")])
        ),
        "uses": draw(st.sampled_from([None, Value(("marche",)), Value(("marche", "repos")), Value(("jeux", "repos"))])),
        "ease": draw(st.sampled_from([None, Value(("1",)), Value(("5",)), Value(("no_opinion",))])),
        "word": draw(st.sampled_from([None, Value(text="calme")])),
        "trees": draw(st.one_of(st.none(), st.integers(0, 60).map(lambda number: Value(number=str(number))))),
    }
    return {key: value for key, value in given_values.items() if value}


ACTS = st.lists(st.one_of(answers(), st.sampled_from(["withdraw", "compact"])), min_size=1, max_size=12)


@pytest.fixture
def page():
    return make_consultation()


@pytest.fixture
def numbers_page():
    """An open consultation that asks for numbers and shows its results at once."""
    return make_consultation(body=NUMBERS, results_visibility="live")


def emptied(page) -> Questionnaire:
    """The page's ballot box, with what an earlier example left in it taken out."""
    box = box_of(page)
    Response.objects.filter(questionnaire=box).delete()
    TallyEntry.objects.filter(questionnaire=box).delete()
    return box


def recount(box: Questionnaire) -> Counter:
    """The same numbers from the answer rows, by the plainest loops."""
    total: Counter = Counter()
    for response in Response.objects.filter(questionnaire=box, withdrawn_on=None).select_related("version"):
        document = compiled(response.version)
        total["responses"] += 1
        total[f"v:{response.version_id}"] += 1
        rows = list(Answer.objects.filter(response=response))
        total.update(f"q:{key}" for key in {row.question for row in rows})
        total.update(f"q:{row.question}:{row.choice}" for row in rows if row.choice)
        for row in rows:
            if row.number is not None:
                assert document.questions[row.question].class_width == 1
                total[f"q:{row.question}:={int(row.number)}"] += 1
    return total


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_counters_equal_a_recount_after_any_answers_withdrawals_and_mergings(page, acts):
    box, secrets = emptied(page), []
    for act in acts:
        if act == "compact":
            before = +tallies.add_up(questionnaire=box)
            tallies.compact(questionnaire=box)
            assert +tallies.add_up(questionnaire=box) == before
        elif act == "withdraw":
            if secrets:
                answering.withdraw(secret=secrets.pop(), now=timezone.now())
        else:
            secrets.append(answer(page=page, values=act).secret)
        assert +tallies.add_up(questionnaire=box) == recount(box)


def test_merging_leaves_one_entry_and_the_same_sum():
    page = make_consultation()
    for _ in range(3):
        answer(page=page)
    box = box_of(page)
    before = tallies.add_up(questionnaire=box)
    assert tallies.compact_due(now=timezone.now()) == 2
    assert TallyEntry.objects.filter(questionnaire=box).count() == 1
    assert tallies.add_up(questionnaire=box) == before


def test_merging_in_small_batches_changes_no_sum(monkeypatch):
    page = make_consultation()
    for _ in range(7):
        answer(page=page)
    box = box_of(page)
    before = tallies.add_up(questionnaire=box)
    monkeypatch.setattr(tallies, "BATCH", 2)
    tallies.compact_due(now=timezone.now())
    assert tallies.add_up(questionnaire=box) == before
    assert TallyEntry.objects.filter(questionnaire=box).count() == 1


def results_of(page) -> dict[str, results.QuestionResult]:
    found = results.read_public(questionnaire=box_of(page), language="fr", now=timezone.now())
    return {result.question.key: result for result in found.questions}


def test_people_count_once_per_option_never_per_combination():
    page = make_consultation()
    answer(page=page, values={"uses": Value(("marche", "jeux"))})
    answer(page=page, values={"uses": Value(("marche",))})
    answer(page=page, values={"link": Value(("passant",))})
    counted = tallies.add_up(questionnaire=box_of(page))
    close(page)
    uses = results_of(page)["uses"]
    assert [(row.label, row.count, row.percent) for row in uses.rows] == [
        ("Marché", 2, Decimal("100.0")),
        ("Jeux", 1, Decimal("50.0")),
        ("Repos", 0, Decimal("0")),
    ]
    assert (uses.shown, uses.answered, uses.unanswered) == (3, 2, 1)
    assert {name for name in counted if name.startswith("q:uses:")} == {"q:uses:marche", "q:uses:jeux"}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers=st.lists(st.integers(0, 1000), min_size=1, max_size=12))
def test_medians_and_distributions_are_those_of_the_numbers_given(numbers_page, numbers):
    page = numbers_page
    emptied(page)
    for number in numbers:
        answer(page=page, values={"trees": Value(number=str(number))})
    trees = results_of(page)["trees"]
    expected = Decimal(str(statistics.median(numbers)))
    assert trees.median == trees.question.show(expected)
    assert not trees.is_median_approximate
    assert sum(row.count for row in trees.rows) == len(numbers)
    if len(set(numbers)) <= results.CLASSES_SHOWN:
        assert [(row.label, row.count) for row in trees.rows] == [
            (trees.question.show(Decimal(number)), count) for number, count in sorted(Counter(numbers).items())
        ]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers=st.lists(st.integers(0, 1_000_000), min_size=1, max_size=9))
def test_the_median_of_numbers_counted_in_classes_is_within_a_class_of_the_true_one(numbers_page, numbers):
    page = numbers_page
    emptied(page)
    for number in numbers:
        answer(page=page, values={"budget": Value(number=str(number))})
    budget = results_of(page)["budget"]
    shown = budget.question.parse(Value(number=budget.median))
    assert budget.is_median_approximate
    assert abs(shown - Decimal(str(statistics.median(numbers)))) <= budget.question.class_width / 2


def test_reading_results_takes_as_many_queries_for_many_answers_as_for_few():
    def queries(page) -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            results_of(page)
        return len(captured)

    few, many = make_consultation(results_visibility="live"), make_consultation(results_visibility="live")
    for _ in range(10):
        answer(page=few)
    receipt = answer(page=many)
    response, box = receipt.response, box_of(many)
    counts = TallyEntry.objects.get(questionnaire=box).counts
    TallyEntry.objects.bulk_create(TallyEntry(questionnaire=box, counts=counts) for _ in range(999))
    assert response.questionnaire == box
    assert queries(many) == queries(few) <= 5
    assert results_of(many)["trees"].answered == 1000


def test_numbers_counted_exactly_stay_exact_when_wider_bounds_count_the_next_ones_in_classes(numbers_page):
    page = numbers_page
    for number in (10, 10, 12):
        answer(page=page, values={"trees": Value(number=str(number))})
    blocks = page.body.get_prep_value()
    blocks[0]["value"]["maximum"] = "20000"
    page.body = page.body.stream_block.to_python(blocks)
    page.save_revision().publish()
    answer(page=page, values={"trees": Value(number="15030")})
    trees = results_of(page)["trees"]
    assert trees.median == trees.question.show(Decimal("11"))
    assert trees.is_median_approximate
    assert [(row.label, row.count) for row in trees.rows] == [
        ("10", 2),
        ("12", 1),
        (f"environ {trees.question.show(Decimal(15050))}", 1),
    ]
