"""What the editor's form refuses, and what it asks to be confirmed, before a page is published."""

import pytest
from wagtail.blocks import BooleanBlock, ListBlock, StreamBlock, StructBlock
from wagtail.blocks.stream_block import StreamBlockValidationError

from participation.consultations.pages import ConsultationPage
from participation.people.groups import Role
from participation.questionnaires.body import QuestionnaireBody
from tests.factories import answer, make_consultation
from tests.website import make_staff

pytestmark = pytest.mark.django_db
WORD = ("short_text", {"text": "En un mot ?", "key": "word", "max_length": 60})


def posted(block, prefix: str, value) -> dict[str, str]:
    """A block's value as the fields an editor's browser sends."""
    if isinstance(block, StructBlock):
        parts = [posted(child, f"{prefix}-{name}", value[name]) for name, child in block.child_blocks.items()]
        return {name: typed for part in parts for name, typed in part.items()}
    if isinstance(block, ListBlock | StreamBlock):
        bound = value.bound_blocks if isinstance(block, ListBlock) else list(value)
        fields = {f"{prefix}-count": str(len(bound))}
        for rank, child in enumerate(bound):
            fields |= {f"{prefix}-{rank}-{name}": "" for name in ("deleted", "type")}
            fields |= {f"{prefix}-{rank}-order": str(rank), f"{prefix}-{rank}-id": child.id or ""}
            if isinstance(block, StreamBlock):
                fields[f"{prefix}-{rank}-type"] = child.block_type
            fields |= posted(child.block, f"{prefix}-{rank}-value", child.value)
        return fields
    if isinstance(block, BooleanBlock):
        return {prefix: "on"} if value else {}
    return {prefix: block.field.widget.format_value(block.value_for_form(value)) or ""}


def errors_when_saving(page, change, **fields) -> dict:
    """What the editor's form says once its body's raw blocks went through `change(blocks)`."""
    page = ConsultationPage.objects.get(pk=page.pk)
    blocks = page.body.get_prep_value()
    change(blocks)
    body = page.body.stream_block
    data = {f"{name}-count": "0" for name in ("timeline", "documents", "synthesis", "decisions", "next_steps")}
    data |= posted(body, "body", body.to_python(blocks)) | fields
    form_class = ConsultationPage.get_edit_handler().get_form_class()
    form = form_class(data, instance=page, for_user=make_staff(Role.COMMUNICATIONS))
    form.full_clean()
    return form.errors


def remove_first_option(blocks):
    next(block for block in blocks if block["value"].get("key") == "uses")["value"]["choices"].pop(0)


def test_a_change_that_alters_answers_already_given_must_be_confirmed():
    page = make_consultation()
    assert "confirms_change" not in errors_when_saving(page, remove_first_option)
    answer(page=page)
    assert "confirms_change" not in errors_when_saving(page, lambda blocks: None)
    (heading, sentence) = errors_when_saving(page, remove_first_option)["confirms_change"]
    assert "1" in heading
    assert "Marché" in sentence
    assert "confirms_change" not in errors_when_saving(page, remove_first_option, confirms_change="on")


def body_errors(*questions) -> dict:
    body = QuestionnaireBody()
    with pytest.raises(StreamBlockValidationError) as refused:
        body.clean(body.normalize(list(questions)))
    return refused.value.block_errors


def test_two_questions_of_one_name_in_the_data_are_refused_at_the_second():
    errors = body_errors(WORD, ("short_text", {**WORD[1], "text": "Et demain ?"}))
    assert list(errors) == [1]
    assert list(errors[1].block_errors) == ["key"]


@pytest.mark.parametrize(
    ("choices", "allow_other"), [([], False), (["Oui"], False), ([], True), (["Oui", " oui"], False)]
)
def test_a_choice_between_fewer_than_two_different_options_is_refused(choices, allow_other):
    question = {
        "text": "Alors ?",
        "key": "",
        "choices": [{"label": label} for label in choices],
        "allow_other": allow_other,
    }
    errors = body_errors(("single_choice", question))
    assert list(errors[0].block_errors) == ["choices"]
