"""A resident's way through the screens, as a browser without JavaScript takes it."""

import re
from html import unescape

import pytest
from django.test import Client

from participation.questionnaires import results
from participation.questionnaires.models import Draft, Response
from tests.factories import box_of, close, make_consultation

pytestmark = pytest.mark.django_db

SAME_ORIGIN = {"HTTP_SEC_FETCH_SITE": "same-origin"}
FIRST = {"q-link": "habitante", "q-uses": ["marche", "jeux"], "q-ease": "4"}
SECOND = {"q-word": "calme", "q-ideas": "Plus d’ombre", "q-trees": "12"}


def start(page) -> str:
    return f"/repondre/{page.translation_key}/"


def token_in(html: str) -> str:
    return re.search(r'name="token" value="([^"]+)"', html).group(1)


def answer_all(client, page):
    """To the overview, everything answered; returns the overview's response."""
    client.post(start(page), FIRST, **SAME_ORIGIN)
    client.post(start(page) + "2/", SECOND, **SAME_ORIGIN)
    return client.get(start(page) + "verifier/")


def send(client, page):
    overview = answer_all(client, page)
    token = token_in(overview.content.decode())
    response = client.post(start(page) + "verifier/", {"token": token, "go": "send"}, **SAME_ORIGIN)
    return token, response


def test_the_page_carries_the_first_screen_and_nothing_personal(client):
    page = make_consultation()
    response = client.get(page.url)
    html = response.content.decode()
    assert "data-questionnaire" in html
    assert 'name="q-link"' in html
    assert "csrfmiddlewaretoken" not in html
    assert 'name="token"' not in html
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_every_screen_begins_its_title_with_what_tells_it_apart(client):
    page = make_consultation()
    client.post(start(page), FIRST, **SAME_ORIGIN)

    def title(address: str) -> str:
        return re.search(r"<title>(.*?)</title>", client.get(start(page) + address).content.decode()).group(1)

    titles = [title(address) for address in ("1/", "2/", "verifier/")]
    assert [one.split(" – ")[0] for one in titles] == ["Écran 1 sur 2", "Écran 2 sur 2", "Vérifiez vos réponses"]
    client.post(start(page) + "2/", {**SECOND, "q-trees": "many"}, **SAME_ORIGIN)
    assert title("2/?revoir").startswith("Erreur\u00a0: Écran 2 sur 2 – ")


def test_a_resident_answers_screen_by_screen_and_gets_a_receipt(client):
    page = make_consultation()
    first = client.post(start(page), FIRST, **SAME_ORIGIN)
    assert first.status_code == 302
    assert first.url == start(page) + "2/"
    assert not Response.objects.exists()
    _token, sent = send(client, page)
    assert sent.url == start(page) + "recu/"
    receipt = client.get(sent.url).content.decode()
    assert "data-receipt" in receipt
    assert "data-withdrawal" in receipt
    stored = Response.objects.get()
    assert {(a.question, a.choice, a.text) for a in stored.answers.all()} == {
        ("link", "habitante", ""),
        ("uses", "marche", ""),
        ("uses", "jeux", ""),
        ("ease", "4", ""),
        ("word", "", "calme"),
        ("ideas", "", "Plus d’ombre"),
        ("trees", "", ""),
    }
    assert not Draft.objects.exists()


def test_private_screens_are_never_cached(client):
    page = make_consultation()
    answer_all(client, page)
    for address in ("1/", "2/", "verifier/"):
        assert client.get(start(page) + address).headers["Cache-Control"] == "private, no-store"


def test_going_back_shows_what_was_typed(client):
    page = make_consultation()
    answer_all(client, page)
    html = client.get(start(page) + "1/").content.decode()
    assert re.search(r'value="habitante"[^>]* checked', html)
    assert "Plus d’ombre" in unescape(client.get(start(page) + "2/").content.decode())


def test_pressing_back_keeps_a_half_typed_screen_without_complaint(client):
    page = make_consultation()
    client.post(start(page), FIRST, **SAME_ORIGIN)
    response = client.post(start(page) + "2/", {"q-trees": "beaucoup", "go": "back"}, **SAME_ORIGIN)
    assert response.url == start(page) + "1/"
    assert 'value="beaucoup"' in client.get(start(page) + "2/").content.decode()


def test_an_error_is_listed_linked_and_keeps_every_answer(client):
    page = make_consultation()
    client.post(start(page), FIRST, **SAME_ORIGIN)
    response = client.post(start(page) + "2/", {**SECOND, "q-trees": "beaucoup"}, **SAME_ORIGIN)
    assert response.url == start(page) + "2/?revoir#erreurs"
    html = client.get(response.url).content.decode()
    assert 'href="#q-trees"' in html
    assert 'id="q-trees"' in html
    assert 'value="beaucoup"' in html
    assert "Plus d’ombre" in unescape(html)
    # Browsers carry a form's anchor over redirects: the corrected screen would keep it in its address.
    assert f'action="{start(page)}2/"' in html


def test_a_wrong_answer_cannot_be_sent_from_the_overview(client):
    page = make_consultation()
    client.post(start(page), FIRST, **SAME_ORIGIN)
    client.post(start(page) + "2/", {**SECOND, "q-trees": "999", "go": "back"}, **SAME_ORIGIN)
    overview = client.get(start(page) + "verifier/").content.decode()
    response = client.post(start(page) + "verifier/", {"token": token_in(overview), "go": "send"}, **SAME_ORIGIN)
    assert response.status_code == 422
    assert "reponse-trees" in response.content.decode()
    assert not Response.objects.exists()


def test_the_same_form_sent_again_gives_the_same_receipt(client):
    page = make_consultation()
    token, sent = send(client, page)
    first = client.get(sent.url).content.decode()
    again = client.post(start(page) + "verifier/", {"token": token, "go": "send"}, **SAME_ORIGIN)
    assert Response.objects.count() == 1
    second = client.get(again.url).content.decode()
    code = r"data-receipt>([^<]+)<"
    assert re.search(code, first).group(1) == re.search(code, second).group(1)


def test_a_second_tab_with_the_same_form_ends_at_the_same_receipt(client):
    page = make_consultation()
    token, _sent = send(client, page)
    other_tab = Client()
    response = other_tab.post(start(page) + "2/", {**SECOND, "token": token}, **SAME_ORIGIN)
    assert response.url == start(page) + "recu/"
    assert Response.objects.count() == 1


def test_another_person_on_the_same_phone_can_answer_too(client):
    page = make_consultation()
    send(client, page)
    response = client.post(start(page), FIRST, **SAME_ORIGIN)
    assert response.url == start(page) + "2/?avis=autre"
    client.post(start(page) + "2/", SECOND, **SAME_ORIGIN)
    token = token_in(client.get(start(page) + "verifier/").content.decode())
    client.post(start(page) + "verifier/", {"token": token, "go": "send"}, **SAME_ORIGIN)
    assert Response.objects.count() == 2


def test_a_form_sent_by_another_site_is_refused(client):
    page = make_consultation()
    response = client.post(start(page), FIRST, HTTP_SEC_FETCH_SITE="cross-site")
    assert response.status_code == 403
    assert not Draft.objects.exists()
    response = client.post(start(page), FIRST, HTTP_ORIGIN="https://elsewhere.example")
    assert response.status_code == 403


def test_a_browser_that_says_nothing_gets_its_screen_back_filled_with_a_token():
    page = make_consultation()
    client = Client(enforce_csrf_checks=True)
    response = client.post(start(page), FIRST)
    html = response.content.decode()
    assert response.status_code == 403
    assert re.search(r'value="habitante"[^>]* checked', html)
    csrf = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html).group(1)
    accepted = client.post(start(page) + "1/", {**FIRST, "csrfmiddlewaretoken": csrf})
    assert accepted.url == start(page) + "2/"


def test_an_expired_token_never_loses_typed_text():
    page = make_consultation()
    client = Client(enforce_csrf_checks=True)
    client.post(start(page), FIRST, **SAME_ORIGIN)
    response = client.post(start(page) + "2/", {**SECOND, "csrfmiddlewaretoken": "x" * 64})
    assert response.status_code == 403
    assert "Plus d’ombre" in unescape(response.content.decode())


def test_a_lost_draft_begins_again_with_the_last_screen(client):
    page = make_consultation()
    client.post(start(page), FIRST, **SAME_ORIGIN)
    Draft.objects.all().delete()
    response = client.post(start(page) + "2/", SECOND, **SAME_ORIGIN)
    assert response.url == start(page) + "1/?avis=expire"
    assert "Plus d’ombre" in unescape(client.get(start(page) + "2/").content.decode())


def test_a_consultation_that_closed_meanwhile_gives_the_text_back(client):
    page = make_consultation()
    client.post(start(page), FIRST, **SAME_ORIGIN)
    close(page)
    response = client.post(start(page) + "2/", SECOND, **SAME_ORIGIN)
    html = unescape(response.content.decode())
    assert "Plus d’ombre" in html
    assert "Habitante" in html
    assert not Response.objects.exists()


def test_an_unpublished_consultation_gives_the_text_back_and_keeps_answers(client):
    page = make_consultation()
    send(client, page)
    other = Client()
    other.post(start(page), FIRST, **SAME_ORIGIN)
    page.unpublish()
    response = other.post(start(page) + "2/", SECOND, **SAME_ORIGIN)
    assert "Plus d’ombre" in unescape(response.content.decode())
    assert client.get(page.url).status_code == 410
    assert Response.objects.count() == 1


def test_a_robot_that_fills_the_trap_is_told_and_nothing_is_stored(client):
    page = make_consultation()
    overview = answer_all(client, page).content.decode()
    fields = {"token": token_in(overview), "go": "send", "website": "http://spam.example"}
    response = client.post(start(page) + "verifier/", fields, **SAME_ORIGIN)
    assert response.status_code == 422
    assert not Response.objects.exists()


def test_a_class_of_sixty_behind_one_address_gets_through():
    page = make_consultation()
    for _pupil in range(60):
        _token, response = send(Client(), page)
        assert response.url == start(page) + "recu/"
    assert results.participants(questionnaire=box_of(page)) == 60


def test_erasing_what_was_typed_leaves_nothing(client):
    page = make_consultation()
    client.post(start(page), FIRST, **SAME_ORIGIN)
    response = client.post(start(page) + "effacer/", **SAME_ORIGIN)
    assert response.url == page.url
    assert not Draft.objects.exists()


def test_an_answer_holds_no_address_browser_or_time():
    names = {field.name for field in Response._meta.get_fields()}
    assert names == {
        "id", "questionnaire", "version", "language", "channel", "answered_on",
        "submission_key", "receipt", "withdrawal_hash", "withdrawn_on", "answers",
    }  # fmt: skip
    assert Response._meta.get_field("answered_on").get_internal_type() == "DateField"


@pytest.mark.parametrize("number", [1, 2])
def test_the_queries_of_a_screen_do_not_grow_with_its_questions(client, django_assert_max_num_queries, number):
    page = make_consultation()
    fields = {1: FIRST, 2: SECOND}[number]
    client.post(start(page), FIRST, **SAME_ORIGIN)
    with django_assert_max_num_queries(6):
        client.post(f"{start(page)}{number}/", fields, **SAME_ORIGIN)


def test_sending_takes_few_queries(client, django_assert_max_num_queries):
    page = make_consultation()
    send(Client(), page)
    token = token_in(answer_all(client, page).content.decode())
    with django_assert_max_num_queries(12):
        client.post(start(page) + "verifier/", {"token": token, "go": "send"}, **SAME_ORIGIN)


def test_a_new_title_is_on_the_screens_as_soon_as_it_is_published(client):
    page = make_consultation()
    address = client.post(start(page), FIRST, **SAME_ORIGIN).url
    assert page.title in client.get(address).content.decode()
    page.title = "Une autre place"
    page.save_revision().publish()
    assert "Une autre place" in client.get(address).content.decode()
