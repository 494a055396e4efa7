"""Taking a written answer out for good, at somebody's request: unlike a hidden one, its words are kept nowhere.

Its place stays, so that counts and receipts hold, and a keyed hash that lets the city check a text it is shown later.
"""

from collections.abc import Set
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from participation.core import restoring
from participation.core.accounting import Kind, record_act
from participation.core.secrets import keyed_hash
from participation.people.models import User
from participation.privacy.words import TEXT_REDACTED

from . import orders
from .models import Answer, Questionnaire, Redaction, TextReview
from .moderating import ModerationRefused

# What stands in the place of the words, whatever the language.
PLACE = "[…]"
# Its name on the list of what is done again after a restore.
REDACTED = "redacted"
REDACTED_ACTION = "questionnaires.text_redacted"


def hash_of(text: str) -> str:
    """Under the site's key: from a short text's bare hash its words could be guessed."""
    return keyed_hash("redaction", text)


@transaction.atomic
def redact_text(*, answer: int, questionnaire: Questionnaire, reason: str, now: datetime, by: User | None) -> Redaction:
    """Take the words of one answer out. Raises `ModerationRefused`; `Answer.DoesNotExist` for another consultation."""
    reason = reason.strip()
    if not reason:
        raise ModerationRefused(_("Say why this text is taken out."))
    texts = Answer.objects.select_for_update().exclude(text="")
    found = texts.get(pk=answer, response__questionnaire=questionnaire)
    if Redaction.objects.filter(answer=found).exists():
        raise ModerationRefused(_("This text was taken out before."))
    made = Redaction.objects.create(
        answer=found, text_hash=hash_of(found.text), reason=reason, redacted_by=by, redacted_at=now
    )
    found.text = PLACE
    found.save(update_fields=["text"])
    # One the public reads stays there as an empty place; one nobody has read yet need not be read.
    TextReview.objects.get_or_create(
        answer=found,
        defaults={
            "questionnaire": questionnaire,
            "question": found.question,
            "state": TextReview.State.HIDDEN,
            "reason": reason,
            "reviewed_by": by,
            "reviewed_at": now,
        },
    )
    record_act(
        kind=Kind.ERASED, person=None, what=f"{TEXT_REDACTED}: {questionnaire.activity.title}"[:200], actor=by, now=now
    )
    log(instance=questionnaire, action=REDACTED_ACTION, user=by, data={"texts": [found.pk], "reason": reason})
    restoring.note(name=REDACTED, mark=_mark_of(made), now=now)
    # Files made before still hold the words.
    transaction.on_commit(lambda: orders.drop_files(questionnaire=questionnaire))
    return made


def _mark_of(redaction: Redaction) -> str:
    """The answer and its former words; the answer alone may be somebody else's after a restore."""
    return f"{redaction.answer_id}:{redaction.text_hash}"


def _redact_again(*, marks: Set[str], now: datetime) -> int:
    """Where the same words stand at the same place again."""
    hashes = dict(mark.split(":") for mark in marks)
    texts = Answer.objects.filter(pk__in=hashes).exclude(text="").select_related("response__questionnaire__activity")
    back = [text for text in texts if hash_of(text.text) == hashes[str(text.pk)]]
    for text in back:
        redact_text(
            answer=text.pk,
            questionnaire=text.response.questionnaire,
            reason=_("Taken out again after a backup was restored."),
            now=now,
            by=None,
        )
    return len(back)


ENDING = restoring.Ending(
    name=REDACTED, again=_redact_again, standing=lambda: map(_mark_of, Redaction.objects.iterator())
)
