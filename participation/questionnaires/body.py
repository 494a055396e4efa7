"""The one body in which editorial blocks, screens and questions mix."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from participation.editorial.blocks import editorial_blocks

from .blocks import SectionBlock, key_from, question_blocks
from .documents import Content
from .questions import KINDS


class QuestionnaireBody(StreamBlock):
    """Editorial, section and question blocks; question keys are filled in and must differ."""

    def __init__(self, local_blocks=None, **kwargs):
        own = [("section", SectionBlock()), *question_blocks(), *editorial_blocks()]
        super().__init__(own + list(local_blocks or []), **kwargs)

    def clean(self, value):
        value = super().clean(value)
        used: dict[str, int] = {}
        errors: dict[int, StructBlockValidationError] = {}
        questions = [(index, child) for index, child in enumerate(value) if child.block_type in KINDS]
        for index, child in questions:
            key = child.value.get("key")
            if not key:
                continue
            if key in used:
                error = ValidationError(_("Another question has this name already. Choose another or leave it empty."))
                errors[index] = StructBlockValidationError({"key": error})
            used.setdefault(key, index)
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        for _index, child in questions:
            if not child.value.get("key"):
                child.value["key"] = _free_key(key_from(child.value.get("text") or ""), used)
        return value


def _free_key(stem: str, used: dict[str, int]) -> str:
    stem = stem or "question"
    key, rank = stem, 2
    while key in used:
        suffix = f"_{rank}"
        key, rank = f"{stem[: 40 - len(suffix)]}{suffix}", rank + 1
    used[key] = -1
    return key


_body: QuestionnaireBody | None = None


def bound_content(content: Content):
    """An editorial block of a frozen version, ready for `{% include_block %}`."""
    global _body  # noqa: PLW0603 - built once: a StreamBlock with its children costs milliseconds
    if _body is None:
        _body = QuestionnaireBody()
    block = _body.child_blocks.get(content.block)
    if block is None:
        return None
    return block.bind(block.to_python(content.value))
