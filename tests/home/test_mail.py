"""What the site sends: the same words in plain text and in HTML, in the reader's language, with nothing to load."""

import re
from html.parser import HTMLParser

import pytest
from django.core import mail
from django.utils import translation
from wagtail.users.models import UserProfile

from home.settings import CitySettings
from participation.people.groups import Role
from participation.questionnaires import codes
from tests.factories import make_consultation
from tests.questionnaires.test_answering_screens import SAME_ORIGIN
from tests.questionnaires.test_receipts import send
from tests.website import HOSTILE, add_article, make_staff, make_website

pytestmark = pytest.mark.django_db


class Words(HTMLParser):
    """What a reader sees of a message, and what her program would fetch."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.loaded, self.tags, self.language, self.skipping = "", [], set(), "", False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.add(tag)
        self.skipping = tag in {"style", "title"}
        self.language = given.get("lang") if tag == "html" else self.language
        self.loaded += [given[name] for name in ("src", "srcset", "background") if name in given]
        self.loaded += re.findall(r"url\(([^)]*)\)", given.get("style") or "")
        self.text += " "

    def handle_endtag(self, tag):
        self.skipping = False
        self.text += " "

    def handle_data(self, data):
        if not self.skipping:
            self.text += data


def words_of(text: str) -> list[str]:
    return [word for word in text.split() if word != "--"]


def check(message, *, language: str = "fr") -> str:
    """One message, both parts; gives its words."""
    [rich] = [part for part in message.alternatives if part.mimetype == "text/html"]
    shown = Words(rich.content)
    assert sorted(words_of(shown.text)) == sorted(words_of(message.body)), "Both parts say the same."
    assert shown.language == language
    assert shown.loaded == []
    assert not shown.tags & {"table", "img", "script", "link"}
    assert "color-scheme" in rich.content
    return " ".join(words_of(message.body))


@pytest.mark.parametrize(("language", "said"), [("fr", "Votre code"), ("en", "Your code")])
def test_the_code_says_the_same_in_both_parts_and_in_the_reader_s_language(language, said):
    with translation.override(language):
        context = {"code": "123456", "title": HOSTILE, "minutes": 15}
        codes.send_mail(subject="Code", template="code", context=context, address="lea@example.org")
    words = check(mail.outbox[0], language=language)
    assert said in words
    assert "123456" in words
    assert HOSTILE in mail.outbox[0].body
    assert HOSTILE not in mail.outbox[0].alternatives[0].content


def test_every_message_comes_from_the_city_named_in_its_settings(settings):
    settings.WAGTAIL_SITE_NAME = "Riom participe"
    CitySettings.objects.update_or_create(site=make_website().get_site(), defaults={"organisation": "Ville de Riom"})
    codes.send_mail(subject="Code", template="code", context={"code": "123456"}, address="lea@example.org")
    assert check(mail.outbox[0]).startswith("Riom participe Ville de Riom ")
    assert "Clermont" not in mail.outbox[0].alternatives[0].content


def test_the_receipt_says_the_same_in_both_parts(client):
    _token, sent = send(client, make_consultation())
    client.post(sent.url, {"address": "lea@example.org"}, **SAME_ORIGIN)
    words = check(mail.outbox[0])
    assert "http://testserver/recus/?code=" in words


def test_review_by_mail_is_in_french_and_carries_our_name():
    home = make_website()
    writer, officer = make_staff(Role.WRITING), make_staff(Role.COMMUNICATIONS)
    for person in (writer, officer):
        person.email = f"{person.username}@example.org"
        person.save()
        UserProfile.objects.create(user=person, preferred_language="fr")
    page = add_article(home, title="Le marché")
    page.save_revision(user=writer)
    with translation.override("en"):
        page.get_workflow().start(page, writer)
        state = page.current_workflow_task_state
        state.task.specific.on_action(state, user=officer, action_name="reject", comment="Précisez la date.")
    assert len(mail.outbox) == 2
    for message in mail.outbox:
        words = check(message)
        assert words.startswith("Clermont participe")
        assert "Le marché" in message.subject
        assert "http://127.0.0.1:8000/admin/pages/" in words
        assert "You " not in words
        assert "Hello" not in words
