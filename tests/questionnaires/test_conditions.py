"""Who may send a questionnaire: what is asked on the way, where it is kept, and who is let in."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from participation.core.eligibility import Tie
from participation.people.leaving import close_account
from participation.questionnaires import answering, drafts
from participation.questionnaires.models import Draft, Participation, Questionnaire, Response
from participation.verification import stating
from participation.verification.models import AgeStatement, Identity, Residence, TieStatement
from tests.factories import answer, box_of, make_consultation
from tests.questionnaires.test_answering_screens import FIRST, SAME_ORIGIN, answer_all, start, token_in
from tests.verification.people import make_area, make_resident

pytestmark = pytest.mark.django_db


def press_send(client, page):
    overview = answer_all(client, page).content.decode()
    return client.post(start(page) + "verifier/", {"token": token_in(overview), "go": "send"}, **SAME_ORIGIN)


def say(client, page, **said):
    return client.post(
        start(page) + "conditions/", {name.replace("_", "-"): value for name, value in said.items()}, **SAME_ORIGIN
    )


def test_without_conditions_nothing_is_asked_on_the_way(client):
    assert press_send(client, make_consultation()).url.endswith("/recu/")


def test_an_age_is_asked_on_honour_and_forgotten_with_the_draft(client):
    page = make_consultation(minimum_age=11)
    assert press_send(client, page).url == start(page) + "conditions/"
    html = client.get(start(page) + "conditions/").content.decode()
    assert 'name="age-11"' in html
    assert "checked" not in html
    assert not Response.objects.exists()
    say(client, page, age_11="yes")
    assert Draft.objects.get().statements["ages"] == {"11": True}
    response = client.get(start(page) + "conditions/")
    assert response.url.startswith(start(page) + "verifier/")
    assert press_send(client, page).url.endswith("/recu/")
    assert Response.objects.count() == 1
    assert not Draft.objects.exists()
    assert not AgeStatement.objects.exists()


def test_who_is_too_young_is_told_and_keeps_what_was_typed(client):
    page = make_consultation(minimum_age=16)
    press_send(client, page)
    say(client, page, age_16="no")
    html = client.get(start(page) + "conditions/").content.decode()
    assert "à partir de 16 ans" in html
    assert 'name="age-16"' not in html
    assert press_send(client, page).url == start(page) + "conditions/"
    assert Draft.objects.get().answers["word"]
    assert not Response.objects.exists()


def test_an_unanswered_condition_is_said_at_the_field(client):
    page = make_consultation(minimum_age=11, ties=["lives", "works"], areas=["nord"])
    make_area("nord")
    press_send(client, page)
    response = say(client, page, age_11="perhaps")
    html = response.content.decode()
    assert response.status_code == 422
    for field in ("age-11", "ties", "area"):
        assert f'href="#condition-{field}"' in html
        assert f'id="condition-{field}-error"' in html
    assert Draft.objects.get().statements == {}


def test_none_of_these_and_a_tie_do_not_go_together(client):
    page = make_consultation(ties=["lives", "works"])
    press_send(client, page)
    assert say(client, page, ties=["none", "lives"]).status_code == 422
    say(client, page, ties=["works"])
    assert press_send(client, page).url.endswith("/recu/")


@pytest.mark.parametrize(("area", "ends"), [("nord", "/recu/"), ("sud", "/conditions/"), ("elsewhere", "/conditions/")])
def test_a_consultation_for_one_neighbourhood_is_for_its_people(client, area, ends):
    make_area("nord")
    make_area("sud")
    page = make_consultation(areas=["nord"])
    press_send(client, page)
    say(client, page, area=area)
    assert press_send(client, page).url.endswith(ends)


def test_the_page_says_who_may_take_part_before_anything_is_typed(client):
    make_area("nord", name="Les Vignes")
    page = make_consultation(minimum_age=16, ties=["lives"], areas=["nord"])
    html = client.get(page.url).content.decode()
    for words in ("À partir de 16 ans.", "habitent à Clermont-Ferrand", "Les Vignes"):
        assert words in html
    assert "Qui peut participer" not in client.get(make_consultation().url).content.decode()


def test_with_an_account_what_is_said_is_kept_there_and_asked_once(client):
    person = make_resident()
    client.force_login(person)
    page = make_consultation(level="account", minimum_age=16)
    assert press_send(client, page).url == start(page) + "conditions/"
    say(client, page, age_16="yes")
    assert AgeStatement.objects.get().user == person
    assert Draft.objects.get().statements == {}
    assert press_send(client, page).url.endswith("/recu/")
    assert press_send(client, make_consultation(level="account", minimum_age=16)).url.endswith("/recu/")


def test_an_account_answers_once_whatever_the_browser(client, django_user_model):
    person, page = make_resident(), make_consultation(level="account")
    client.force_login(person)
    assert press_send(client, page).url.endswith("/recu/")
    client.cookies.clear()
    client.force_login(person)
    response = press_send(client, page)
    assert response.status_code == 409
    assert "Vous avez déjà répondu avec ce compte" in response.content.decode()
    assert Response.objects.count() == 1


def test_a_person_known_to_franceconnect_answers_once_whatever_the_account():
    page, first = make_consultation(level="franceconnect"), make_resident()
    identity = Identity.objects.create(user=first, subject_hash="a" * 64, confirmed_on=timezone.localdate())
    answer(page=page, actor=first)
    identity.delete()
    second = make_resident()
    Identity.objects.create(user=second, subject_hash="a" * 64, confirmed_on=timezone.localdate())
    with pytest.raises(answering.AlreadyAnswered):
        answer(page=page, actor=second)
    assert answer(page=make_consultation(level="franceconnect"), actor=second)


@pytest.mark.parametrize("level", ["account", "tie"])
def test_who_closes_an_account_and_opens_another_with_the_same_address_has_answered(level):
    page, first, now = make_consultation(level=level), make_resident(email="Lea@example.org"), timezone.now()
    if level == "tie":
        stating.state_ties(user=first, ties={Tie.LIVES: True}, now=now)
    answer(page=page, actor=first)
    close_account(user=first, by=first, now=now)
    second = make_resident(email="lea@Example.org")
    if level == "tie":
        stating.state_ties(user=second, ties={Tie.LIVES: True}, now=now)
    with pytest.raises(answering.AlreadyAnswered):
        answer(page=page, actor=second)
    assert answer(page=make_consultation(level="account"), actor=second)


def test_nothing_leads_from_the_account_to_the_answer(client):
    person, page = make_resident(pk=987_654_321), make_consultation(level="account")
    client.force_login(person)
    press_send(client, page)
    kept = {name for mark in Participation.objects.all() for name in vars(mark) if not name.startswith("_")}
    assert kept == {"id", "questionnaire_id", "participant_hash"}
    assert str(person.pk) not in {str(value) for value in vars(Response.objects.get()).values()}


@pytest.mark.parametrize(
    ("proofs", "ends"), [([], "/recu/"), (["honour", "letter"], "/recu/"), (["letter", "counter"], "/conditions/")]
)
def test_a_tie_may_be_a_matter_of_honour_or_of_proof(client, proofs, ends):
    person = make_resident()
    stating.state_ties(user=person, ties={Tie.LIVES: True}, now=timezone.now())
    client.force_login(person)
    page = make_consultation(level="tie", ties=["lives"], proofs=proofs)
    assert press_send(client, page).url.endswith(ends)


def test_the_neighbourhood_is_kept_on_the_account(client):
    person = make_resident()
    area = make_area("nord")
    client.force_login(person)
    page = make_consultation(level="account", ties=["lives"], areas=["nord"])
    press_send(client, page)
    say(client, page, ties=["lives"], area="nord")
    assert Residence.objects.get(user=person).area == area
    assert TieStatement.objects.get(user=person).holds


def test_the_rules_are_asked_again_in_the_moment_of_storing():
    """Guard: `_admit` in `answering._store`; the screens before it are a courtesy."""
    page = make_consultation(level="account")
    with pytest.raises(answering.NotEligible):
        answer(page=page)
    assert answer(page=page, actor=make_resident())
    children = make_consultation(minimum_age=11)
    with pytest.raises(answering.NotEligible):
        answer(page=children)


def test_a_draft_of_somebody_else_says_nothing_of_me(client):
    """Statements on honour lie in the draft: another browser begins without them."""
    page = make_consultation(minimum_age=11)
    press_send(client, page)
    say(client, page, age_11="yes")
    other = type(client)()
    assert press_send(other, page).url == start(page) + "conditions/"


def test_conditions_are_fixed_once_it_has_opened():
    page = make_consultation(minimum_age=16)
    page.minimum_age, page.level = None, "franceconnect"
    page.save_revision().publish()
    activity = box_of(page).activity
    assert (activity.minimum_age, activity.level) == (16, "none")


def test_a_closed_consultation_asks_nothing_more(client):
    page = make_consultation(minimum_age=11)
    press_send(client, page)
    activity = box_of(page).activity
    activity.closes_at = timezone.now() - timedelta(minutes=1)
    activity.save()
    assert client.get(start(page) + "conditions/").status_code == 410


def test_another_site_cannot_speak_for_a_person(client):
    page = make_consultation(minimum_age=11)
    press_send(client, page)
    response = client.post(start(page) + "conditions/", {"age-11": "yes"}, HTTP_SEC_FETCH_SITE="cross-site")
    assert response.status_code == 403
    assert Draft.objects.get().statements == {}


def test_without_a_draft_there_is_nothing_to_say(client):
    page = make_consultation(minimum_age=11)
    assert client.get(start(page) + "conditions/").url == page.url


def test_queries_do_not_grow_with_conditions(client, django_assert_max_num_queries):
    page = make_consultation(minimum_age=11, maximum_age=99, ties=["lives", "works"])
    press_send(client, page)
    say(client, page, age_11="yes", age_100="no", ties=["lives"])
    client.post(start(page), FIRST, **SAME_ORIGIN)
    token = re.search(r'name="token" value="([^"]+)"', client.get(start(page) + "verifier/").content.decode()).group(1)
    Questionnaire.objects.update(holds_answers=True)  # the first answer of all costs three more
    with django_assert_max_num_queries(10):  # two of them are the test's own savepoint
        client.post(start(page) + "verifier/", {"token": token, "go": "send"}, **SAME_ORIGIN)
    assert Response.objects.count() == 1
    assert drafts.find(key=page.translation_key, token=token) is None
