"""The account's screens for ties and statements, as a browser without JavaScript takes them."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.utils import timezone

from participation.core.eligibility import Proof, Tie
from participation.verification import letters, lists, stating
from participation.verification.facts import facts_of
from participation.verification.models import AgeStatement, Identity, Letter, Residence, TieProof, TieStatement
from tests.verification.people import make_area, make_resident
from tests.website import make_website

pytestmark = pytest.mark.django_db

TIE, SAID = "/compte/lien/", "/compte/declarations/"
ADDRESS = {"tie": "lives", "recipient": "A. Duval", "address": "1 rue du Port\n63000 Clermont-Ferrand"}


@pytest.fixture
def person(client):
    make_website()
    person = make_resident()
    client.force_login(person)
    return person


def post(letter: Letter) -> str:
    """The letter leaves; gives its code."""
    officer, now = make_resident(), timezone.now()
    (printed,) = letters.print_letters(letters=[letter.pk], actor=officer, now=now)
    letters.mark_posted(letters=[letter.pk], actor=officer, now=now)
    return letters.code_on(printed)


def text_of(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize("address", [TIE, SAID])
def test_these_screens_are_for_the_person_signed_in(client, address):
    make_website()
    assert client.get(address).status_code == 302


def test_a_letter_is_asked_for_and_its_code_establishes_the_tie(client, person):
    assert client.post(TIE + "lettre/", ADDRESS).status_code == 302
    letter = Letter.objects.get()
    assert letter.address == "1 rue du Port\n63000 Clermont-Ferrand"
    code = post(letter)
    assert 'name="code"' in text_of(client.get(TIE))
    assert client.post(TIE + "code/", {"code": code.lower()}).status_code == 302
    assert TieProof.objects.get().means == Proof.LETTER


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"address": "1 rue de Lyon\n75001 Paris"}, "id_address"),
        ({"recipient": " "}, "id_recipient"),
        ({"tie": "x"}, "id_tie"),
    ],
)
def test_a_letter_that_cannot_arrive_is_said_at_the_field_and_nothing_typed_is_lost(client, person, changes, field):
    response = client.post(TIE + "lettre/", ADDRESS | changes)
    assert response.status_code == 422
    assert f'href="#{field}"' in text_of(response)
    assert "1 rue d" in text_of(response)
    assert not Letter.objects.exists()


def test_a_wrong_code_says_how_many_tries_are_left(client, person):
    client.post(TIE + "lettre/", ADDRESS)
    post(Letter.objects.get())
    response = client.post(TIE + "code/", {"code": "00000000"})
    assert response.status_code == 422
    assert "4" in text_of(response)
    assert not TieProof.objects.exists()


def test_a_second_letter_soon_after_the_first_is_refused_with_its_day(client, person):
    client.post(TIE + "lettre/", ADDRESS)
    post(Letter.objects.get())
    day = timezone.localdate() + timedelta(days=letters.DAYS_BETWEEN)
    response = client.post(TIE + "lettre/", ADDRESS)
    assert response.status_code == 409
    assert day.strftime("%d/%m/%Y") in text_of(response)


def test_the_counter_code_is_shown_on_one_answer_only(client, person):
    shown = text_of(client.post(TIE + "guichet/"))
    assert "receipt__code" in shown
    assert "receipt__code" not in text_of(client.get(TIE))


def test_lists_are_named_with_their_legal_basis_and_guessing_is_limited(client, person):
    basis = lists.Basis(
        title="Étudiant·es",
        tie=Tie.STUDIES,
        purpose="Budget participatif.",
        legal_basis="Convention de 2026",
        source="Université",
        obtained_on=date(2026, 10, 1),
        delete_on=timezone.localdate() + timedelta(days=30),
    )
    known = lists.Identity(surname="Dupré", first_name="Zoé", born_on=date(2001, 2, 3))
    lists.record_list(basis=basis, people=[known], actor=make_resident(), now=timezone.now())
    assert "Convention de 2026" in text_of(client.get(TIE))
    typed = {"surname": "DUPRE", "first_name": "Zoe", "born_on": "04/02/2001"}
    assert client.post(TIE + "liste/", typed).status_code == 422
    assert client.post(TIE + "liste/", typed | {"born_on": "31/02/2001"}).status_code == 422
    for _again in range(4):
        client.post(TIE + "liste/", typed)
    assert client.post(TIE + "liste/", typed | {"born_on": "03/02/2001"}).status_code == 429
    assert not TieProof.objects.exists()


@pytest.mark.parametrize(
    ("target", "is_offered"),
    [
        ("/repondre/x/conditions/", True),
        ("//evil.example/", False),
        ("https://evil.example/", False),
        ("javascript:x", False),
    ],
)
def test_the_way_back_stays_on_this_site(client, person, target, is_offered):
    assert (f'class="button" href="{target}"' in text_of(client.get(TIE, {"next": target}))) is is_offered


def test_what_was_said_can_be_corrected(client, person):
    north = make_area("nord")
    stating.state_ties(user=person, ties={Tie.LIVES: True}, now=timezone.now())
    page = text_of(client.get(SAID))
    assert "checked" in page
    client.post(SAID, {"ties": ["works"], "area": "nord"})
    assert {one.tie: one.holds for one in TieStatement.objects.all()} == {"lives": False, "works": True}
    assert Residence.objects.get().area == north
    client.post(SAID, {"ties": ["works"], "area": "elsewhere"})
    assert Residence.objects.get().area is None
    client.post(SAID, {"ties": ["works"], "area": ""})
    assert not Residence.objects.exists()


def test_correcting_one_thing_says_nothing_about_what_was_never_asked(client, person):
    client.post(SAID, {"ties": [], "area": "elsewhere"})
    assert not TieStatement.objects.exists()


def test_everything_said_can_be_erased(client, person):
    stating.state_age(user=person, years=16, on=timezone.localdate(), has_reached=True, now=timezone.now())
    client.post(TIE + "lettre/", ADDRESS)
    client.post(SAID + "oublier/")
    assert not AgeStatement.objects.exists()
    assert not Letter.objects.exists()
    assert facts_of(person, now=timezone.now()).ages == ()


@pytest.mark.parametrize(
    "address", [TIE + "lettre/", TIE + "code/", TIE + "guichet/", TIE + "liste/", SAID + "oublier/"]
)
def test_looking_changes_nothing(client, person, address):
    assert client.get(address).status_code == 405


def test_these_screens_are_kept_by_no_cache(client, person):
    for address in (TIE, SAID):
        assert "no-store" in client.get(address).headers["Cache-Control"]


def test_the_account_tells_where_the_tie_stands_and_the_next_step(client, person):
    def said() -> str:
        return unescape(text_of(client.get("/compte/")))

    now = timezone.now()
    assert "Mon lien avec la ville" in said()
    assert "Rien n’est connu" in said()
    stating.state_ties(user=person, ties={Tie.LIVES: True}, now=now)
    assert "sur l’honneur" in said()
    client.post(TIE + "lettre/", ADDRESS)
    assert "Votre lettre part bientôt." in said()
    code = post(Letter.objects.get())
    assert "tapez son code" in said()
    client.post(TIE + "code/", {"code": code})
    assert "J’habite à Clermont-Ferrand\u00a0: établi, jusqu’au" in said()


def test_franceconnect_is_offered_where_it_is_configured_and_proves_no_tie(client, person, request):
    sign_in = "/compte/connexion/?next=/recherche/"
    visitor = type(client)()
    for html in (text_of(visitor.get(sign_in)), text_of(client.get(TIE))):
        assert "/franceconnect/" not in html
    request.getfixturevalue("franceconnect")
    for html in (text_of(visitor.get(sign_in)), text_of(client.get(TIE, {"next": "/recherche/"}))):
        assert 'action="/franceconnect/"' in html
        assert 'name="next" value="/recherche/"' in html
        assert "ne prouve aucun lien avec la ville" in html
    Identity.objects.create(user=person, subject_hash="a" * 64, confirmed_on=timezone.localdate())
    assert 'action="/franceconnect/"' not in text_of(client.get(TIE))
