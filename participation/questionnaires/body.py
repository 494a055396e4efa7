"""The one body in which editorial blocks, screens and questions mix."""

from collections.abc import Mapping

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
        # A draft may be saved between two letters of a question: its key waits for the question to be whole.
        if not self.is_deferred_validation:
            _check_keys(value)
            for child, key in zip(_questions(value), keys_of(value), strict=True):
                child.value["key"] = key
        return value


def keys_of(body, *, known: Mapping[str, str] | None = None) -> list[str]:
    """A key for each question of a body, in order, never the same twice.

    The one it was first published with (`known`: item id → key), else the editor's own, else one from its words.
    """
    known = known or {}
    given = [known.get(child.id or "") or child.value.get("key") or "" for child in _questions(body)]
    used: set[str] = set()
    keys = []
    for child, own in zip(_questions(body), given, strict=True):
        if own and own not in used:
            key = own
        else:
            key = _free_key(own or key_from(child.value.get("text") or ""), used | set(given))
        used.add(key)
        keys.append(key)
    return keys


def _questions(body) -> list:
    return [child for child in body if child.block_type in KINDS]


def _check_keys(body) -> None:
    used: set[str] = set()
    errors: dict[int, StructBlockValidationError] = {}
    for index, child in enumerate(body):
        key = child.value.get("key") if child.block_type in KINDS else ""
        if key and key in used:
            error = ValidationError(_("Another question has this name already. Choose another or leave it empty."))
            errors[index] = StructBlockValidationError({"key": error})
        used.add(key)
    if errors:
        raise StreamBlockValidationError(block_errors=errors)


def _free_key(stem: str, used: set[str]) -> str:
    stem = stem or "question"
    key, rank = stem, 2
    while key in used:
        suffix = f"_{rank}"
        key, rank = f"{stem[: 40 - len(suffix)]}{suffix}", rank + 1
    return key


_body: QuestionnaireBody | None = None


def bound_content(content: Content):
    """An editorial block of a frozen version, ready for `{% include_block %}`."""
    global _body
    if _body is None:
        _body = QuestionnaireBody()
    block = _body.child_blocks.get(content.block)
    if block is None:
        return None
    return block.bind(block.to_python(content.value))
