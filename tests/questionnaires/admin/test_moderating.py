"""Moderators decide which written answers the public reads; nothing is lost and every decision leaves a trace."""

import pytest
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.models import ModelLogEntry

from participation.core.models import ReadingLog
from participation.people.groups import Role
from participation.questionnaires import moderating
from participation.questionnaires.models import Answer, TextReview
from participation.questionnaires.questions import Value
from participation.questionnaires.results import read_public
from tests.factories import answer, box_of, close, make_consultation

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts(page, box) -> list[int]:
    """Three written answers: one from the box's first answer, one more, and one under "other"."""
    answer(page=page, values={"ideas": Value(text="Des bancs")})
    answer(page=page, values={"link": Value(choices=("other",), text="J’y jardine")})
    return list(Answer.objects.exclude(text="").order_by("pk").values_list("pk", flat=True))


def shown(page) -> list[str]:
    found = read_public(questionnaire=box_of(page), language="fr", now=timezone.now())
    return [text for question in found.questions for text in question.texts]


def test_the_public_reads_a_text_only_while_it_is_published(page, box, texts, superuser):
    decision = {"questionnaire": box, "now": timezone.now(), "by": superuser}
    close(page)
    assert shown(page) == []
    assert moderating.publish_texts(answers=texts, **decision) == 3
    assert sorted(shown(page)) == ["Des bancs", "J’y jardine", "Plus d’ombre"]
    assert moderating.hide_texts(answers=texts[:1], reason="Hors sujet", **decision) == 1
    assert sorted(shown(page)) == ["Des bancs", "J’y jardine"]
    moderating.publish_texts(answers=texts[:1], **decision)
    assert len(shown(page)) == 3
    assert TextReview.objects.filter(reason="").count() == 3


def test_hiding_asks_for_a_reason_and_keeps_the_text(box, texts, superuser):
    decision = {"answers": texts, "questionnaire": box, "now": timezone.now(), "by": superuser}
    with pytest.raises(moderating.ModerationRefused):
        moderating.hide_texts(reason="  ", **decision)
    assert not TextReview.objects.exists()
    moderating.hide_texts(reason="Insulte", **decision)
    assert Answer.objects.get(pk=texts[0]).text == "Plus d’ombre"


def test_texts_of_another_consultation_are_left_alone(box, texts, superuser):
    foreign = answer(page=make_consultation()).response.answers.exclude(text="").get()
    number = moderating.publish_texts(answers=[*texts, foreign.pk], questionnaire=box, now=timezone.now(), by=superuser)
    assert number == 3
    assert not TextReview.objects.filter(answer=foreign).exists()


def test_the_history_says_who_decided_what_and_why(box, texts, superuser):
    moderating.hide_texts(answers=texts[:2], questionnaire=box, reason="Insulte", now=timezone.now(), by=superuser)
    entry = ModelLogEntry.objects.for_instance(box).get()
    assert (entry.user, entry.comment, entry.data["texts"]) == (superuser, "Insulte", texts[:2])
    assert "2" in entry.message


def test_ticked_texts_are_decided_in_one_go(as_role, url, texts):
    client = as_role(Role.MODERATION)
    client.post(url("texts"), {"decision": "publish", "text": texts[:2]})
    client.post(url("texts"), {"decision": "hide", "text": texts[2:], "reason": "Hors sujet"})
    decided = dict(TextReview.objects.values_list("answer_id", "state"))
    assert decided == {texts[0]: "published", texts[1]: "published", texts[2]: "hidden"}
    said = client.post(url("texts"), {"decision": "hide", "text": texts}, follow=True)
    with override("fr"):
        assert gettext("Say why these texts are hidden.") in said.text
    assert client.post(url("texts"), {"decision": "erase", "text": texts}).status_code == 400
    assert TextReview.objects.filter(state="published").count() == 2


def test_the_queue_is_filtered_by_question_and_decision(as_role, url, texts):
    client = as_role(Role.MODERATION)
    client.post(url("texts"), {"decision": "publish", "text": texts[:1]})

    def listed(**query) -> list[int]:
        return [row.pk for row in client.get(url("texts"), query).context["object_list"]]

    assert listed() == texts
    assert listed(state="waiting") == texts[1:]
    assert listed(state="published") == texts[:1]
    assert listed(question="link") == texts[2:]
    assert listed(question="ideas", state="waiting") == texts[1:2]


def test_the_next_page_begins_after_the_last_text_read(as_role, url, page, box, texts, monkeypatch):
    from participation.questionnaires.admin_acts import TextsView

    monkeypatch.setattr(TextsView, "paginate_by", 2)
    client = as_role(Role.MODERATION)
    first = client.get(url("texts"), {"state": "waiting"})
    client.post(url("texts"), {"decision": "publish", "text": texts[:2]})
    following = client.get(first.context["next_url"])
    assert [row.pk for row in following.context["object_list"]] == texts[2:]


def test_opening_the_queue_is_logged(as_role, url, texts):
    as_role(Role.MODERATION).get(url("texts"))
    assert ReadingLog.objects.get().subject == ReadingLog.Subject.TEXTS
