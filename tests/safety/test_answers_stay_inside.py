"""What residents wrote is found at no public address, in no log, no mail and no cache (S13, T10)."""

import logging
import re
from collections import deque
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from participation.people.groups import Role
from participation.questionnaires.questions import Value
from tests.factories import VALUES, answer, close, make_consultation
from tests.questionnaires.test_answering_screens import FIRST, SAME_ORIGIN, SECOND, start, token_in
from tests.website import add_news_index, add_service, enter_office, make_staff, make_website

pytestmark = pytest.mark.django_db

CANARIES = 50
ASKED = "/recherche/?q=zibeline"
LINK = re.compile(r'(?:href|src|action)="([^"]+)"|<loc>([^<]+)</loc>')


def crawl(client: Client, *, begin: list[str], limit: int = 150) -> dict[str, str]:
    """Every address of the site that a chain of links leads to, with what it says."""
    said, waiting = {}, deque(begin)
    while waiting and len(said) < limit:
        address = waiting.popleft()
        if address in said:
            continue
        response = client.get(address)
        text = b"".join(response).decode(errors="replace")
        said[address] = text
        for match in LINK.finditer(text):
            link = urljoin(address, (match[1] or match[2]).replace("&amp;", "&"))
            parts = urlsplit(urldefrag(link)[0])
            if parts.netloc in {"", "testserver", "localhost"} and not parts.path.startswith(("/static/", "/media/")):
                waiting.append(parts._replace(scheme="", netloc="").geturl() or "/")
    return said


def test_fifty_answers_are_told_nowhere(client, caplog):
    caplog.set_level(logging.DEBUG)
    home = make_website()
    add_news_index(home)
    add_service(home, title="Plan du site", slug="plan-du-site", kind="site_map")
    pages = [make_consultation(), make_consultation(), make_consultation()]
    for number in range(CANARIES):
        word = f"zibeline{number}"
        values = {**VALUES, "word": Value(text=word), "ideas": Value(text=f"Mon courriel est {word}@exemple.example")}
        values["link"] = Value(choices=("other",), text=word) if number % 2 else VALUES["link"]
        answer(page=pages[number % 3], values=values)
    close(pages[1])
    # One more goes the way of a browser, where logs and mails are written.
    resident = Client()
    resident.post(start(pages[0]), FIRST, **SAME_ORIGIN)
    resident.post(f"{start(pages[0])}2/", SECOND | {"q-ideas": "zibeline par un navigateur"}, **SAME_ORIGIN)
    overview = resident.get(f"{start(pages[0])}verifier/").content.decode()
    assert "zibeline" in overview
    sent = {"token": token_in(overview), "go": "send", "email": "lea@example.org"}
    resident.post(f"{start(pages[0])}verifier/", sent, follow=True, **SAME_ORIGIN)

    begin = ["/", "/sitemap.xml", "/actualites.atom", "/robots.txt", "/en/recherche/?q=place", ASKED]
    said = crawl(client, begin=[*begin, *(page.url for page in pages)])
    assert len(said) > 20
    assert any("data-result" in text for text in said.values()), "The closed consultation's results were not reached."
    # The search says again what was searched for.
    assert [address for address, text in said.items() if "zibeline" in text and address != ASKED] == []
    assert "zibeline0" not in said[ASKED]

    writer = enter_office(Client(), make_staff(Role.WRITING))
    for page in pages:
        for name in ("edit", "history", "view_draft", "usage"):
            address = f"/admin/pages/{page.pk}/{name}/"
            assert b"zibeline" not in b"".join(writer.get(address)), address

    assert "zibeline" not in caplog.text
    assert "zibeline" not in "".join(message.subject + str(message.message()) for message in mail.outbox)
    assert "zibeline" not in repr(getattr(cache, "_cache", {})).lower()
