"""No line break in an address, a field or a header of a request becomes a header of the answer or of a mail (S25)."""

import itertools

import pytest
from django.core import mail
from django.test import Client

from tests.factories import make_consultation
from tests.questionnaires.test_answering_screens import SAME_ORIGIN, start

pytestmark = pytest.mark.django_db

BREAKS = ("%0d%0aX-Split:%201", "%0aX-Split:%201", "%E5%98%8A%E5%98%8DX-Split:%201", "\r\nX-Split: 1", "\nX-Split: 1")
ADDRESSES = (
    "/recherche/?q={}", "/recherche/?kind={}", "/compte/connexion/?next=/{}", "/compte/inscription/?next=/{}",
    "/_util/login/?next={}", "/admin/login/?next=/{}", "/{}/", "/en/{}/", "/documents/1/{}", "/media/images/{}",
    "/participer/?state={}", "/compte/deconnexion/?next=/{}",
)  # fmt: skip
FIELDS = ("email", "login", "next", "q", "code", "token")


def split(response) -> bool:
    return "X-Split" in response.headers or any("\n" in value or "\r" in value for value in response.headers.values())


def test_no_address_adds_a_header():
    client = Client(raise_request_exception=False)
    tried = list(itertools.product(ADDRESSES, BREAKS))
    assert len(tried) >= 60
    answers = {(address, end): client.get(address.format(end)) for address, end in tried}
    assert [key for key, response in answers.items() if split(response) or response.status_code >= 500] == []


def test_no_field_adds_a_header_or_another_reader_of_a_mail():
    page = make_consultation(level="email")
    client = Client(raise_request_exception=False)
    forms = (start(page), f"/repondre/{page.translation_key}/adresse/", "/compte/connexion/", "/compte/connexion/code/")
    for address, field, end in itertools.product(forms, FIELDS, ("\r\nBcc: autre@exemple.example", "\nX-Split: 1")):
        response = client.post(address, {field: f"lea@example.org{end}"}, **SAME_ORIGIN)
        assert not split(response), (address, field)
        assert response.status_code < 500, (address, field)
    assert [message.recipients() for message in mail.outbox if "autre@exemple.example" in message.recipients()] == []
    assert [message.subject for message in mail.outbox if "\n" in message.subject] == []
