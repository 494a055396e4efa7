"""Values the council fixes hold from one day to another, never two at once."""

from datetime import date
from threading import Thread

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from participation.decisions.models import CouncilDecision, Rule
from participation.decisions.rules import RulesOverlap, keep_rule, rule_at
from participation.people.groups import Role
from tests.website import enter_office, make_staff, make_website

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def keep(value: str = "16", first: date = FIRST, last: date | None = LAST, key: str = "age-vote") -> Rule:
    rule = Rule(key=key, value=value, unit="ans", valid_from=first, valid_to=last)
    return keep_rule(rule=rule, actor=None, now=timezone.now())


def test_a_rule_holds_on_its_first_and_last_day_and_not_outside():
    keep()
    assert [rule_at("age-vote", day) is not None for day in (date(2025, 12, 31), FIRST, LAST, date(2027, 1, 1))] == [
        False,
        True,
        True,
        False,
    ]
    assert rule_at("other", FIRST) is None


def test_the_next_rule_begins_where_the_last_one_ends():
    keep("16")
    keep("11", date(2027, 1, 1), None)
    assert rule_at("age-vote", LAST).value == "16"
    assert rule_at("age-vote", date(2030, 1, 1)).value == "11"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (LAST, None),
        (date(2025, 1, 1), FIRST),
        (date(2025, 1, 1), None),
        (date(2026, 3, 1), date(2026, 4, 1)),
    ],
)
def test_two_rules_of_a_key_never_hold_on_the_same_day(first, last):
    keep()
    with pytest.raises(RulesOverlap) as refusal:
        keep("11", first, last)
    assert "16" in str(refusal.value)
    assert Rule.objects.count() == 1
    keep("11", first, last, key="another")


def test_a_rule_may_be_changed_on_its_own_days():
    rule = keep()
    rule.value = "17"
    keep_rule(rule=rule, actor=None, now=timezone.now())
    assert rule_at("age-vote", FIRST).value == "17"


def test_the_database_refuses_two_beginnings_on_a_day_and_two_rules_without_an_end():
    keep("16", FIRST, None)
    for first, last in ((FIRST, LAST), (date(2020, 1, 1), None), (LAST, FIRST)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Rule.objects.create(key="age-vote", value="1", valid_from=first, valid_to=last)


def test_the_office_refuses_an_overlap_beside_the_day_and_keeps_what_was_typed():
    make_website()
    keep()
    client = Client()
    enter_office(client, make_staff(Role.COMMUNICATIONS))
    typed = {
        "key": "age-vote",
        "value": "11",
        "unit": "ans",
        "valid_from": "01/06/2026",
        "valid_to": "",
        "decision": "",
    }
    answered = client.post("/admin/snippets/decisions/rule/add/", typed)
    assert answered.status_code == 200
    assert answered.context["form"].errors["valid_from"]
    assert 'value="11"' in answered.content.decode()
    assert Rule.objects.count() == 1
    answered = client.post("/admin/snippets/decisions/rule/add/", typed | {"valid_from": "01/01/2027"})
    assert answered.status_code == 302
    assert rule_at("age-vote", date(2027, 1, 1)).value == "11"


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.COMMUNICATIONS, 200), (Role.ADMINISTRATION, 200), (Role.WRITING, 403), (Role.MODERATION, 403)],
)
def test_decisions_rules_and_areas_are_kept_by_communications_and_administration(role, status):
    make_website()
    CouncilDecision.objects.create(number="2021-40", title="Une direction", adopted_on=date(2021, 5, 7))
    client = Client()
    enter_office(client, make_staff(role))
    for model in ("decisions/councildecision", "decisions/rule", "territory/area"):
        for act in ("", "add/"):
            assert client.get(f"/admin/snippets/{model}/{act}").status_code == status, model


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_first_two_rules_of_a_key_written_at_once_never_overlap():
    refused = []

    def second() -> None:
        try:
            keep("11", LAST, None)
        except RulesOverlap as refusal:
            refused.append(refusal)
        finally:
            connection.close()

    with transaction.atomic():
        keep("16")
        other = Thread(target=second)
        other.start()
        # Long enough to write, were it not for the lock.
        other.join(timeout=1)
        assert other.is_alive()
    other.join(timeout=10)
    assert len(refused) == 1
    assert Rule.objects.count() == 1
