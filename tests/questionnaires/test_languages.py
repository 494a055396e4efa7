"""French and English pages, one ballot box."""

import re
from html import unescape

import pytest
from django.test import TestCase
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from participation.questionnaires import results
from participation.questionnaires.models import Questionnaire, Response, Version
from tests.factories import answer, box_of, make_consultation
from tests.questionnaires.test_answering_screens import FIRST, SAME_ORIGIN, SECOND, start, token_in

pytestmark = pytest.mark.django_db

WORDS = {
    "Quel est votre lien avec la place ?": "How do you know the square?",
    "Habitante": "Resident",
    "Passant": "Passer-by",
    "En un mot ?": "In one word?",
}


def translate(page):
    """The page in English, through wagtail-localize, with some words translated; ancestors first."""
    english = Locale.objects.get(language_code="en")
    for ancestor in page.get_ancestors(inclusive=True).filter(depth__gt=2).specific():
        if ancestor.get_translation_or_none(english) and ancestor.pk != page.pk:
            continue
        source, _created = TranslationSource.update_or_create_from_instance(ancestor)
        translation, _created = Translation.objects.get_or_create(source=source, target_locale=english)
        for segment in source.stringsegment_set.select_related("string", "context"):
            word = WORDS.get(segment.string.data)
            if word:
                StringTranslation.objects.create(
                    translation_of=segment.string, locale=english, context=segment.context, data=word
                )
        with TestCase.captureOnCommitCallbacks(execute=True):  # it publishes when the transaction ends
            translation.save_target(publish=True)
    return page.get_translation(english)


def test_a_translation_shares_the_ballot_box_and_the_keys():
    page = make_consultation()
    english = translate(page)
    assert Questionnaire.objects.count() == 1
    languages = set(Version.objects.values_list("language", flat=True))
    assert languages == {"fr", "en"}
    answer(page=page)
    answer(page=english)
    totals = results._results(questionnaire=box_of(page), language="en")
    link = next(result for result in totals.questions if result.question.key == "link")
    assert [(row.label, row.count) for row in link.rows][:2] == [("Resident", 2), ("Passer-by", 0)]


def test_question_keys_are_never_shown_to_translators():
    page = make_consultation()
    source, _created = TranslationSource.update_or_create_from_instance(page)
    offered = set(source.stringsegment_set.values_list("string__data", flat=True))
    assert "En un mot ?" in offered
    assert "Habitante" in offered
    assert not offered & {"link", "uses", "ease", "word", "ideas", "trees"}


def test_switching_language_in_the_middle_keeps_every_answer(client):
    page = make_consultation()
    translate(page)
    client.post(start(page), FIRST, **SAME_ORIGIN)
    response = client.post(start(page) + "2/", {**SECOND, "language": "en"}, **SAME_ORIGIN)
    assert response.url == f"/en{start(page)}2/"
    html = unescape(client.get(response.url).content.decode())
    assert "In one word?" in html
    assert "Plus d’ombre" in html
    first = client.get(f"/en{start(page)}1/").content.decode()
    assert "Resident" in first
    assert re.search(r'value="habitante"[^>]* checked', first)
    token = token_in(client.get(f"/en{start(page)}verifier/").content.decode())
    sent = client.post(f"/en{start(page)}verifier/", {"token": token, "go": "send"}, **SAME_ORIGIN)
    assert sent.url == f"/en{start(page)}recu/"
    assert Response.objects.get().language == "en"


def test_the_first_screen_can_be_continued_in_the_other_language(client):
    page = make_consultation()
    translate(page)
    response = client.post(start(page), {**FIRST, "language": "en"}, **SAME_ORIGIN)
    assert response.url == f"/en{start(page)}1/"
    html = client.get(response.url).content.decode()
    assert re.search(r'value="habitante"[^>]* checked', html)


def test_an_english_answer_counts_once_with_a_french_one_from_the_same_address(client):
    page = make_consultation(level="email")
    english = translate(page)
    answer(page=page, address_hash="a" * 64)
    from participation.questionnaires.answering import AlreadyAnswered

    with pytest.raises(AlreadyAnswered):
        answer(page=english, address_hash="a" * 64)
