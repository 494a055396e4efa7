"""Who may open which office screen: each asks for its own right, whatever the method."""

import pytest
from django.test import Client
from django.urls import reverse

from participation.core.models import ReadingLog
from participation.people.groups import Role, group_of
from participation.questionnaires.models import Response
from tests.factories import answer, box_of, close, make_consultation

pytestmark = pytest.mark.django_db

W, C, M, A = Role.WRITING, Role.COMMUNICATIONS, Role.MODERATION, Role.ADMINISTRATION
EVERYBODY = {C, M, A}
# Screen → who may open it while the consultation is open.
TABLE = {
    "overview": EVERYBODY,
    "results": {C, A},
    "answers": EVERYBODY,
    "answers_results": EVERYBODY,
    "answer": EVERYBODY,
    "texts": {M, A},
    "texts_results": {M, A},
    "export": {C, A},
    "close": {C, A},
    "extend": {C, A},
}
POSTS = {
    "texts": {"decision": "hide"},
    "texts_results": {"decision": "hide"},
    "export": {"format": "csv"},
    "close": {},
    "extend": {},
}


def address(url, box, screen: str) -> str:
    return url(screen, box.responses.get().pk) if screen == "answer" else url(screen)


@pytest.mark.parametrize("role", [W, C, M, A])
def test_each_screen_opens_only_for_holders_of_its_right(as_role, url, box, role):
    client = as_role(role)
    opened = {screen: client.get(address(url, box, screen)).status_code for screen in TABLE}
    assert opened == {screen: 200 if role in allowed else 403 for screen, allowed in TABLE.items()}
    sent = {screen: client.post(url(screen), form).status_code for screen, form in POSTS.items()}
    for screen, status in sent.items():
        assert (status != 403) == (role in TABLE[screen]), screen


@pytest.mark.parametrize("role", [W, C, M, A])
def test_the_list_of_consultations_and_its_menu_are_for_holders_of_any_right(as_role, box, role):
    client, index = as_role(role), reverse("participation:index")
    expected = 200 if role in EVERYBODY else 403
    assert client.get(index).status_code == expected
    assert client.get(reverse("participation:index_results")).status_code == expected
    assert (index in client.get(reverse("wagtailadmin_home")).text) == (role in EVERYBODY)


def test_a_visitor_is_sent_to_the_sign_in_page(url, box):
    for screen in TABLE:
        response = Client().get(address(url, box, screen))
        assert response.status_code == 302
        assert "/admin/login/" in response.url


def test_a_refused_reading_is_neither_shown_nor_logged(as_role, url, box):
    as_role(M).get(url("results"))
    as_role(W).get(address(url, box, "answer"))
    assert not ReadingLog.objects.exists()


def test_exporting_before_the_close_needs_the_right_to_partial_results_too(as_role, page, url, box):
    group = group_of(C)
    group.permissions.remove(group.permissions.get(codename="read_partial_results"))
    client = as_role(C)
    assert client.get(url("export")).status_code == 403
    assert client.post(url("export"), {"format": "csv"}).status_code == 403
    assert url("export") not in client.get(url("overview")).text
    close(page)
    assert client.post(url("export"), {"format": "csv"}).status_code == 200


def test_results_are_open_to_all_these_staff_once_the_public_reads_them(as_role, page, url, box):
    close(page)
    assert as_role(M).get(url("results")).status_code == 200
    assert not ReadingLog.objects.exists()


def test_an_answer_of_another_consultation_is_not_found(office, url, box):
    other = make_consultation()
    foreign = answer(page=other).response
    assert office.get(url("answer", foreign.pk)).status_code == 404
    assert office.get(reverse("participation:answer", args=[box_of(other).pk, foreign.pk])).status_code == 200
    assert Response.objects.count() == 2


def test_a_button_shows_only_to_who_may_press_it(as_role, url, box):
    for role in (C, M, A):
        text = as_role(role).get(url("overview")).text
        for screen in ("results", "answers", "texts", "export", "close", "extend"):
            assert (f'href="{url(screen)}' in text) == (role in TABLE[screen]), (role, screen)
