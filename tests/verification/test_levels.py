"""What each condition says to who does not meet it, and that letter, counter and list each meet one."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.utils import timezone

from participation.core.eligibility import Level, Proof, Tie
from participation.core.models import Activity
from participation.verification import counter, letters, lists, stating
from tests.factories import make_consultation
from tests.questionnaires.test_answering_screens import SAME_ORIGIN, start
from tests.verification.people import make_area, make_resident
from tests.website import make_website

pytestmark = pytest.mark.django_db

BODY = [("short_text", {"text": "En un mot ?", "key": "word", "max_length": 60})]
OPEN = {"level": "account", "minimum_age": None, "ties": [], "proofs": [], "areas": [], "body": ""}


@pytest.fixture
def conditions(client):
    """The address of the screen of conditions, with an answer typed before."""
    make_website()
    page = make_consultation(level="account", body=BODY)
    client.post(start(page), {"q-word": "calme"}, **SAME_ORIGIN)
    return start(page) + "conditions/"


def ask(**rule) -> None:
    """Let the consultation ask this, and nothing else."""
    Activity.objects.update(**OPEN | rule)


def shown(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return unescape(response.content.decode())


def test_each_condition_that_is_not_met_says_what_can_be_done(client, conditions):
    now, nord = timezone.now(), make_area("nord")
    sign_in, tie = f"/compte/connexion/?next={conditions}", f"/compte/lien/?next={conditions}"
    ask()
    html = shown(client, conditions).replace("%2F", "/")
    assert "avec un compte" in html
    assert f'href="{sign_in}"' in html

    person = make_resident()
    client.force_login(person)
    stating.state_age(user=person, years=16, on=timezone.localdate(now), has_reached=False, now=now)
    stating.state_ties(user=person, ties={Tie.LIVES: True, Tie.STUDIES: False}, now=now)
    for rule, words, way in (
        ({"minimum_age": 11}, "avez-vous 11 ans ou plus", 'name="age-11"'),
        ({"minimum_age": 16}, "à partir de 16 ans", ""),
        ({"ties": ["works"]}, "Quel est votre lien avec Clermont-Ferrand", 'name="ties"'),
        ({"ties": ["studies"]}, "personnes qui étudient à Clermont-Ferrand", ""),
        ({"level": "tie", "ties": ["lives"], "proofs": ["letter"]}, "code reçu par courrier", f'href="{tie}"'),
        ({"level": "tie", "ties": ["lives"], "proofs": ["counter"]}, "vérification à un guichet", f'href="{tie}"'),
        ({"areas": ["nord"]}, "Dans quel quartier habitez-vous", 'value="nord"'),
        ({"body": "youth"}, "membres d’une instance", ""),
        ({"level": "franceconnect"}, "FranceConnect", ""),
    ):
        ask(**rule)
        html = shown(client, conditions).replace("%2F", "/")
        assert words.lower() in html.lower(), rule
        assert way in html, rule
        assert "rien ne se perd" in html, rule
    stating.state_area(user=person, area=None, now=now)
    ask(areas=[nord.code])
    assert "autre quartier" in shown(client, conditions)

    client.force_login(make_resident(reached_fifteen=False))
    ask()
    assert "/compte/accord-parental/" in shown(client, conditions)


def by_letter(person, officer, now) -> None:
    letter = letters.order_letter(user=person, tie=Tie.LIVES, recipient="A", address="63000", now=now)
    (printed,) = letters.print_letters(letters=[letter.pk], actor=officer, now=now)
    letters.mark_posted(letters=[letter.pk], actor=officer, now=now)
    letters.confirm_letter(user=person, typed=letters.code_on(printed), now=now)


def at_counter(person, officer, now) -> None:
    code = counter.show_code(user=person, now=now)
    counter.check_at_counter(typed=code, document=counter.Document.HOUSING, actor=officer, now=now)


def by_list(person, officer, now) -> None:
    today, one = timezone.localdate(now), lists.Identity(surname="A", first_name="B", born_on=date(2000, 1, 1))
    reasons = {"title": "T", "tie": Tie.LIVES, "purpose": "P", "legal_basis": "L", "source": "S"}
    basis = lists.Basis(**reasons, obtained_on=today, delete_on=today + timedelta(days=9))
    lists.record_list(basis=basis, people=[one], actor=officer, now=now)
    lists.match(user=person, identity=one, now=now)


def test_a_letter_a_counter_and_a_list_each_open_what_asks_for_them(client, conditions):
    now, officer = timezone.now(), make_resident()
    for means, establish in ((Proof.LETTER, by_letter), (Proof.COUNTER, at_counter), (Proof.LIST, by_list)):
        ask(level=Level.TIE, ties=["lives"], proofs=[means])
        person = make_resident()
        client.force_login(person)
        stating.state_ties(user=person, ties={Tie.LIVES: True}, now=now)
        assert "rien ne se perd" in shown(client, conditions), means
        establish(person, officer, now)
        response = client.get(conditions)
        assert response.status_code == 302, means
        assert "/verifier/" in response.url
