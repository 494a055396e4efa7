"""What somebody had begun in a quartier passes on when her charge ends."""

from datetime import datetime

from django.db.models import CharField, Q
from django.db.models.functions import Cast
from wagtail.log_actions import log
from wagtail.models import Page, PageSubscription, WorkflowState, get_default_page_content_type

from .models import QuartierOffice

HANDED_OVER = "quartiers.handed_over"


def hand_over(*, office: QuartierOffice, leaving_id: int, to_id: int | None, now: datetime) -> list[int]:
    """Release her locks; give her drafts and what she submitted to the successor, or to nobody: communications has it.

    Open tasks stay open. Each page touched gets a line in its history. Gives the pages' ids.
    """
    pages = Page.objects.descendant_of(office.page, inclusive=True)
    submitted = WorkflowState.objects.active().filter(
        requested_by=leaving_id,
        base_content_type=get_default_page_content_type(),
        object_id__in=pages.annotate(key=Cast("pk", CharField())).values("key"),
    )
    in_review = {int(state.object_id) for state in submitted}
    submitted.update(requested_by=to_id)
    locked = Q(locked=True, locked_by=leaving_id)
    drafts = Q(owner=leaving_id, live=False) | Q(has_unpublished_changes=True, latest_revision__user=leaving_id)
    touched = list(pages.filter(locked | drafts | Q(pk__in=in_review)).distinct())
    pages.filter(locked).update(locked=False, locked_by=None, locked_at=None)
    pages.filter(owner=leaving_id).update(owner=to_id)
    PageSubscription.objects.filter(user=leaving_id, page__in=pages).update(comment_notifications=False)
    for page in touched:
        log(
            instance=page,
            action=HANDED_OVER,
            timestamp=now,
            data={"from": leaving_id, "to": to_id, "lock_released": page.locked and page.locked_by_id == leaving_id},
        )
    return [page.pk for page in touched]
