"""From a page's body to a frozen version: every publication passes here."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, OuterRef, Subquery
from django.utils.text import slugify

from participation.core.prepared import PreparedQuery

from .body import keys_of
from .documents import SCHEMA, digest
from .models import Questionnaire, Version
from .questions import KINDS, NO_OPINION, OTHER

SECTION = "section"
RESERVED = {OTHER, NO_OPINION}


class ChoiceKeys:
    """Keys of questions and options, remembered by the editor's item id: once published, they survive all edits.

    Translation, reordering, rewording and an empty or changed "name in the data" leave them as first published.
    """

    def __init__(self, documents: Iterable[Mapping[str, Any]] = ()):
        self.questions: dict[str, str] = {}
        self.by_ref: dict[tuple[str, str], str] = {}
        self.used: dict[str, set[str]] = {}
        for document in documents:
            for screen in document["screens"]:
                for item in screen["items"]:
                    if item["kind"] == "question" and item["ref"]:
                        self.questions.setdefault(item["ref"], item["key"])
                    for choice in item.get("choices", ()):
                        self.remember(item["key"], choice["ref"], choice["key"])

    def remember(self, question: str, ref: str, key: str) -> None:
        if ref:
            self.by_ref.setdefault((question, ref), key)
        self.used.setdefault(question, set(RESERVED)).add(key)

    def key_for(self, question: str, ref: str, label: str) -> str:
        known = self.by_ref.get((question, ref))
        if known:
            return known
        used = self.used.setdefault(question, set(RESERVED))
        stem = slugify(label).replace("-", "_")[:40].strip("_") or "option"
        key, rank = stem, 2
        while key in used:
            key, rank = f"{stem}_{rank}", rank + 1
        self.remember(question, ref, key)
        return key


def document_of(body, *, language: str, title: str, choice_keys: ChoiceKeys | None = None) -> dict[str, Any]:
    """The body (a `StreamValue` mixing editorial, section and question blocks) as a canonical document.

    Blocks before the first section make a screen of their own. Unfinished questions of a draft are kept, to preview.
    """
    choice_keys = choice_keys or ChoiceKeys()
    screens: list[dict[str, Any]] = []
    keys = iter(keys_of(body, known=choice_keys.questions))
    for child in body:
        if child.block_type == SECTION:
            intro = child.value.get("intro")
            screens.append(
                {"title": child.value.get("title") or "", "intro": getattr(intro, "source", "") or "", "items": []}
            )
            continue
        if not screens:
            screens.append({"title": "", "intro": "", "items": []})
        if child.block_type in KINDS:
            screens[-1]["items"].append(
                child.block.freeze(child.value, key=next(keys), ref=child.id or "", choice_keys=choice_keys)
            )
        else:
            value = child.block.get_prep_value(child.value)
            screens[-1]["items"].append(
                {"kind": "content", "block": child.block_type, "value": value, "ref": child.id or ""}
            )
    return {"schema": SCHEMA, "language": language, "title": title, "screens": _with_questions(screens)}


def _with_questions(screens: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Screens without a question join the next one, so that nobody presses “Continue” on reading matter alone."""
    merged: list[dict[str, Any]] = []
    waiting: list[dict[str, Any]] = []
    for screen in screens:
        if waiting:
            lead = waiting[0]
            inner = [item for held in waiting for item in held["items"]]
            screen = {
                "title": lead["title"] or screen["title"],
                "intro": lead["intro"] or screen["intro"],
                "items": [*inner, *screen["items"]],
            }
            waiting = []
        if any(item["kind"] == "question" for item in screen["items"]):
            merged.append(screen)
        else:
            waiting.append(screen)
    for held in waiting:
        if merged:
            merged[-1] = {**merged[-1], "items": [*merged[-1]["items"], *held["items"]]}
        else:
            merged.append(held)
    return merged


@transaction.atomic
def freeze(*, questionnaire: Questionnaire, body, language: str, title: str, now: datetime, by=None) -> Version:
    """Freeze what is being published. The same content as the language's current version gives that version back."""
    questionnaire = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    earlier = list(questionnaire.versions.defer(None).order_by("number"))
    choice_keys = ChoiceKeys(version.document for version in earlier)
    document = document_of(body, language=language, title=title, choice_keys=choice_keys)
    fingerprint = digest(document)
    current = next((version for version in reversed(earlier) if version.language == language), None)
    if current and current.sha256 == fingerprint:
        return current
    last = questionnaire.versions.aggregate(last=Max("number"))["last"] or 0
    return Version.objects.create(
        questionnaire=questionnaire,
        number=last + 1,
        language=language,
        document=document,
        sha256=fingerprint,
        published_at=now,
        published_by=by,
    )


_versions_of = PreparedQuery(
    lambda box: Version.objects.filter(questionnaire=box).order_by("-number"),
    box=lambda: Questionnaire._meta.pk,
)


def latest_versions(questionnaire: Questionnaire) -> dict[str, Version]:
    """The newest version in each language, the newest of all first."""
    latest: dict[str, Version] = {}
    for version in _versions_of.fetch(box=questionnaire.pk):
        latest.setdefault(version.language, version)
    return latest


def current_version(questionnaire: Questionnaire, language: str) -> Version | None:
    """The newest version in that language, else the newest in any (a translation not yet published)."""
    latest = latest_versions(questionnaire)
    return latest.get(language) or next(iter(latest.values()), None)


def newest_in_language_of_draft() -> Subquery:
    """For a query of drafts: the newest version in the language the draft is in."""
    same = Version.objects.filter(questionnaire=OuterRef("questionnaire"), language=OuterRef("version__language"))
    return Subquery(same.order_by("-number").values("pk")[:1])
