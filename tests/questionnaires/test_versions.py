"""Every publication freezes a version; answers keep pointing to what their author saw."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from participation.questionnaires import answering, drafts, results
from participation.questionnaires.comparing import changes
from participation.questionnaires.documents import Document, canonical, compiled, digest
from participation.questionnaires.freezing import current_version
from participation.questionnaires.models import Response, Version
from participation.questionnaires.questions import Value
from tests.factories import BODY, VALUES, answer, box_of, make_consultation

pytestmark = pytest.mark.django_db


def republish(page, change):
    """Edit the body's raw blocks with `change(blocks)` and publish again, as an editor would."""
    page = type(page).objects.get(pk=page.pk)
    blocks = page.body.get_prep_value()
    change(blocks)
    page.body = page.body.stream_block.to_python(blocks)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def question(blocks, key):
    return next(block for block in blocks if block["value"].get("key") == key)


@pytest.mark.parametrize(("opens", "closes"), [(-1, 10), (5, 10), (-20, -10)])
def test_every_publication_freezes_a_version(opens, closes):
    page = make_consultation(opens_in_days=opens, closes_in_days=closes)
    version = Version.objects.get(questionnaire=box_of(page))
    assert version.number == 1
    assert version.sha256 == digest(version.document)


def test_publishing_the_same_questionnaire_again_adds_no_version():
    page = make_consultation()
    page.save_revision().publish()
    assert Version.objects.count() == 1


def test_a_version_cannot_be_changed_or_deleted():
    make_consultation()
    version = Version.objects.get()
    version.document = {}
    with pytest.raises(ValidationError):
        version.save()
    with pytest.raises(ValidationError):
        version.delete()


def test_the_canonical_text_does_not_depend_on_the_order_of_keys():
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'


def test_answers_point_to_the_version_their_author_saw():
    page = make_consultation()
    answer(page=page)
    republish(page, lambda blocks: question(blocks, "word")["value"].update(text="En deux mots ?"))
    answer(page=page)
    texts = {compiled(response.version).questions["word"].text for response in Response.objects.all()}
    assert texts == {"En un mot ?", "En deux mots ?"}


def test_reordering_and_rewording_keep_keys_of_questions_and_options():
    page = make_consultation()
    before = compiled(Version.objects.get())

    def shuffle(blocks):
        question(blocks, "uses")["value"]["choices"].reverse()
        question(blocks, "uses")["value"]["choices"][0]["value"]["label"] = "Se reposer"
        blocks[1], blocks[2] = blocks[2], blocks[1]

    republish(page, shuffle)
    after = compiled(Version.objects.latest("number"))
    assert set(after.questions) == set(before.questions)
    keys = {choice.ref: choice.key for choice in before.questions["uses"].choices}
    assert {choice.ref: choice.key for choice in after.questions["uses"].choices} == keys


def test_both_are_counted_rightly_after_an_edit():
    page = make_consultation()
    answer(page=page)

    def edit(blocks):
        choices = question(blocks, "uses")["value"]["choices"]
        choices.append({"type": "item", "value": {"label": "Travail"}, "id": "11111111-1111-1111-1111-111111111111"})

    page = republish(page, edit)
    answer(page=page, values={**VALUES, "uses": Value(choices=("marche", "travail"))})
    found = results._results(questionnaire=box_of(page), language="fr")
    uses = next(result for result in found.questions if result.question.key == "uses")
    assert {row.label: row.count for row in uses.rows} == {"Marché": 2, "Jeux": 1, "Repos": 0, "Travail": 1}
    assert (uses.shown, uses.answered, uses.unanswered) == (2, 2, 0)


def test_a_removed_option_stays_readable_in_the_results():
    page = make_consultation()
    answer(page=page)
    page = republish(page, lambda blocks: question(blocks, "uses")["value"]["choices"].pop(0))
    found = results._results(questionnaire=box_of(page), language="fr")
    uses = next(result for result in found.questions if result.question.key == "uses")
    assert [(row.label, row.count) for row in uses.rows if row.is_retired] == [("Marché", 1)]


def test_a_question_added_later_counts_only_those_who_were_asked():
    page = make_consultation()
    answer(page=page)

    def add(blocks):
        blocks.append({"type": "short_text", "value": {"text": "Et demain ?", "key": "later", "max_length": 60}})

    page = republish(page, add)
    answer(page=page, values={**VALUES, "later": Value(text="vert")})
    found = {r.question.key: r for r in results._results(questionnaire=box_of(page), language="fr").questions}
    assert (found["later"].shown, found["later"].answered) == (1, 1)
    assert (found["word"].shown, found["word"].unanswered) == (2, 2)


def test_a_resident_whose_questionnaire_changed_checks_again_and_loses_nothing():
    page = make_consultation()
    box, now = box_of(page), timezone.now()
    begun = drafts.begin(questionnaire=box, version=current_version(box, "fr"), now=now)
    drafts.keep(draft=begun.draft, values=VALUES, now=now)
    republish(page, lambda blocks: question(blocks, "uses")["value"]["choices"].pop(0))
    with pytest.raises(answering.QuestionnaireChanged) as raised:
        answering.send(token=begun.token, questionnaire=box, language="fr", now=now)
    assert raised.value.changes
    draft = drafts.move_to(draft=begun.draft, version=raised.value.version, now=now)
    assert draft.answers["ideas"] == {"text": "Plus d’ombre"}
    with pytest.raises(answering.AnswersInvalid):
        answering.send(token=begun.token, questionnaire=box, language="fr", now=now)


def test_a_change_of_hint_alone_does_not_disturb_who_is_answering():
    page = make_consultation()
    box, now = box_of(page), timezone.now()
    begun = drafts.begin(questionnaire=box, version=current_version(box, "fr"), now=now)
    drafts.keep(draft=begun.draft, values=VALUES, now=now)
    republish(page, lambda blocks: question(blocks, "word")["value"].update(hint="Un seul mot"))
    receipt = answering.send(token=begun.token, questionnaire=box, language="fr", now=now)
    assert receipt.response.version.number == 1


def altered(key, **settings):
    page = make_consultation()
    before = compiled(Version.objects.get())
    republish(page, lambda blocks: question(blocks, key)["value"].update(**settings))
    return changes(before, compiled(Version.objects.latest("number")))


@pytest.mark.parametrize(
    ("key", "edit", "alters"),
    [
        ("trees", {"maximum": "30"}, True),
        ("trees", {"maximum": "90"}, False),
        ("trees", {"unit": "m²"}, True),
        ("ease", {"steps": 7}, True),
        ("ease", {"offers_no_opinion": False}, True),
        ("uses", {"maximum": 1}, True),
        ("uses", {"maximum": 3}, False),
        ("ideas", {"max_length": 200}, True),
        ("ideas", {"max_length": 3000}, False),
        ("word", {"required": True}, True),
        ("word", {"text": "Autrement dit ?"}, True),
        ("link", {"allow_other": False}, True),
    ],
)
def test_what_alters_answers_already_given(key, edit, alters):
    assert any(change.alters_meaning for change in altered(key, **edit)) is alters


def test_content_before_the_first_question_joins_the_first_screen():
    body = [("text", "<p>Bonjour</p>"), ("section", {"title": "Un", "intro": ""}), *BODY[1:3]]
    page = make_consultation(body=body)
    document = Document.from_json(Version.objects.get(questionnaire=box_of(page)).document)
    assert [screen.title for screen in document.screens] == ["Un"]
    assert len(document.screens[0].items) == 3
