"""A written answer taken out at somebody's request: its place stays, its words are nowhere, no count changes."""

import pytest
from django.urls import reverse
from django.utils import timezone

from participation.core.models import PersonalDataAct
from participation.people.groups import Role
from participation.questionnaires import moderating, orders, tallies
from participation.questionnaires.answering import withdraw
from participation.questionnaires.models import Answer, ExportOrder, Redaction, TextReview
from participation.questionnaires.redacting import PLACE, hash_of, redact_text
from tests.factories import answer, box_of, make_consultation
from tests.privacy.crowd import dump
from tests.website import enter_office, make_staff, make_website

pytestmark = pytest.mark.django_db


def test_the_words_go_from_the_whole_database_and_the_counts_stay(client, django_capture_on_commit_callbacks):
    make_website()
    moderator, page = make_staff(Role.MODERATION), make_consultation()
    sent = answer(page=page)
    answer(page=page)
    box = box_of(page)
    text = sent.response.answers.get(question="ideas")
    text.text = "Madame Canari habite là"
    text.save()
    moderating.publish_texts(answers=[text.pk], questionnaire=box, now=timezone.now(), by=moderator)
    made = ExportOrder.objects.create(
        questionnaire=box, kind="csv", ordered_by=moderator, ordered_at=timezone.now(), finished_at=timezone.now()
    )
    orders.folder().mkdir(parents=True, exist_ok=True)
    orders.path_of(made).write_text("Madame Canari")
    before = tallies.add_up(questionnaire=box)
    enter_office(client, moderator)
    screen = reverse("participation:redact", args=[box.pk, text.pk])
    assert screen in client.get(reverse("participation:texts", args=[box.pk])).content.decode()
    assert "Madame Canari" in client.get(screen).content.decode()
    assert client.post(screen, {"reason": "", "confirms": "on"}).status_code == 200
    assert not Redaction.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(screen, {"reason": "Demande de la personne nommée", "confirms": "on"}).status_code == 302
    text.refresh_from_db()
    redaction = Redaction.objects.get()
    assert (text.text, redaction.text_hash, redaction.redacted_by) == (
        PLACE,
        hash_of("Madame Canari habite là"),
        moderator,
    )
    assert "Canari" not in dump()
    assert not orders.path_of(made).exists()
    assert tallies.add_up(questionnaire=box) == before
    assert TextReview.objects.get(answer=text).state == TextReview.State.PUBLISHED
    act = PersonalDataAct.objects.get(kind=PersonalDataAct.Kind.ERASED)
    assert act.actor == moderator
    # Its author may still withdraw the whole answer.
    withdraw(secret=sent.secret, now=timezone.now())
    assert tallies.add_up(questionnaire=box)["responses"] == 1


def test_it_is_done_once_with_a_reason_in_this_consultation_only():
    make_website()
    moderator, page, other = make_staff(Role.MODERATION), make_consultation(), make_consultation()
    text = answer(page=page).response.answers.get(question="ideas")
    right = {
        "answer": text.pk,
        "questionnaire": box_of(page),
        "reason": "Demande",
        "now": timezone.now(),
        "by": moderator,
    }
    with pytest.raises(moderating.ModerationRefused):
        redact_text(**{**right, "reason": "  "})
    with pytest.raises(Answer.DoesNotExist):
        redact_text(**{**right, "questionnaire": box_of(other)})
    redact_text(**right)
    with pytest.raises(moderating.ModerationRefused):
        redact_text(**right)
    # Nobody has to read an empty place.
    assert TextReview.objects.get().state == TextReview.State.HIDDEN


def test_only_moderation_and_administration_may(client):
    make_website()
    page = make_consultation()
    text = answer(page=page).response.answers.get(question="ideas")
    screen = reverse("participation:redact", args=[box_of(page).pk, text.pk])
    for role, status in ((Role.WRITING, 403), (Role.COMMUNICATIONS, 403), (Role.ADMINISTRATION, 200)):
        enter_office(client, make_staff(role))
        assert client.get(screen).status_code == status
