"""What the office's welcome screen puts before each person: the tasks that wait for her, and only those she may do."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import GroupApprovalTask, Page, TaskState, get_default_page_content_type
from wagtail.permissions import policy_registry

from participation.core.models import Activity
from participation.core.moments import in_words, last_minute
from participation.core.status import Status
from participation.processes.registry import reply_anchor
from participation.questionnaires.admin_base import MODERATE, RESPONSES, WINDOW
from participation.questionnaires.admin_forms import WAITING
from participation.questionnaires.models import Questionnaire
from participation.questionnaires.reading import waiting_of
from participation.verification import letters
from participation.verification.office_views import LETTERS

SOON = timedelta(days=14)
SHOWN = 5


@dataclass(frozen=True)
class Line:
    """One thing to open; `detail` says since when, until when or how many."""

    text: str
    url: str
    detail: str = ""


@dataclass(frozen=True)
class Task:
    """A kind of work: its lines, the most pressing first, and the sentence said when there is none."""

    name: str
    heading: str
    nothing: str
    lines: list[Line]
    count: int

    @property
    def shown(self) -> list[Line]:
        return self.lines[:SHOWN]

    @property
    def more(self) -> int:
        """How many stay unsaid."""
        return max(0, len(self.lines) - SHOWN)


def tasks_for(user, *, now: datetime) -> list[Task]:
    """The tasks this person may do, in the order of urgency; a number of queries that what waits does not change."""
    may_edit = policy_registry.get_by_type(Page).user_has_any_permission(user, {"add", "change"})
    offered = [
        (user.has_perm(WINDOW), closing_soon),
        (user.has_perm(MODERATE) and user.has_perm(RESPONSES), texts_to_read),
        (may_edit, replies_owed),
        (may_edit and _reviews(user), pages_to_approve),
        (may_edit, own_drafts),
        (user.has_perm(LETTERS) and not user.is_superuser, letters_to_post),
    ]
    return [build(user, now) for may, build in offered if may]


def closing_soon(user, now: datetime) -> Task:
    boxes = (
        Questionnaire.objects.filter(activity__in=Activity.objects.open_at(now).visible())
        .filter(activity__closes_at__lte=now + SOON)
        .select_related("activity")
        .order_by("activity__closes_at")
    )
    lines = [
        Line(
            box.activity.title,
            reverse("participation:overview", args=[box.pk]),
            _("Until %(moment)s") % {"moment": _moment(last_minute(box.activity.closes_at))},
        )
        for box in boxes
    ]
    nothing = _("No consultation closes within 14 days.")
    return Task("closing", _("Consultations closing soon"), nothing, lines, len(lines))


def texts_to_read(user, now: datetime) -> Task:
    boxes = list(Questionnaire.objects.select_related("activity").order_by("activity__closes_at"))
    waiting = waiting_of(boxes)
    lines = [
        Line(
            box.activity.title,
            reverse("participation:texts", args=[box.pk]) + f"?state={WAITING}",
            ngettext("%(n)s text", "%(n)s texts", waiting[box.pk]) % {"n": waiting[box.pk]},
        )
        for box in boxes
        if waiting.get(box.pk)
    ]
    nothing = _("Every written answer has been read.")
    return Task("texts", _("Written answers to read"), nothing, lines, sum(waiting.values()))


def replies_owed(user, now: datetime) -> Task:
    """Closed without a summary, or summed up without an answer: the oldest promise first."""
    owed = [
        activity
        for status in (Status.CLOSED, Status.SYNTHESIS)
        for activity in Activity.objects.visible().with_status(status, now)
    ]
    owed.sort(key=lambda activity: activity.closes_at)
    pages = _pages_of(user, owed)
    lines = []
    for activity in owed:
        if page := pages.get(activity.key):
            day = date_format(timezone.localtime(activity.closes_at), "j F Y")
            said = (
                _("Closed on %(day)s, summary published, answer awaited")
                if activity.status_at(now) == Status.SYNTHESIS
                else _("Closed on %(day)s, no summary yet")
            )
            lines.append(Line(page.title, _edit_url(page) + reply_anchor(activity.kind), said % {"day": day}))
    nothing = _("Every closed consultation has its answer.")
    return Task("replies", _("Replies the city owes"), nothing, lines, len(lines))


def pages_to_approve(user, now: datetime) -> Task:
    states = (
        TaskState.objects.reviewable_by(user)
        .filter(revision__base_content_type=get_default_page_content_type())
        .select_related("revision__user")
        .order_by("started_at")
    )
    lines = []
    for state in states:
        author = (
            state.revision.user.get_full_name() or state.revision.user.get_username() if state.revision.user else ""
        )
        day = date_format(timezone.localtime(state.started_at), "j F Y")
        said = _("Submitted by %(author)s on %(day)s") if author else _("Submitted on %(day)s")
        url = reverse("wagtailadmin_pages:edit", args=[state.revision.object_id])
        lines.append(Line(state.revision.object_str, url, said % {"author": author, "day": day}))
    nothing = _("No page awaits your approval.")
    return Task("approvals", _("Pages awaiting your approval"), nothing, lines, len(lines))


def own_drafts(user, now: datetime) -> Task:
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    pages = (
        editable.filter(has_unpublished_changes=True)
        .filter(Q(latest_revision__user=user) | Q(live=False, owner=user))
        .order_by("-latest_revision_created_at")
    )
    lines = [Line(page.draft_title or page.title, _edit_url(page), _last_change(page)) for page in pages]
    nothing = _("No page of yours waits to be finished.")
    return Task("drafts", _("My drafts"), nothing, lines, len(lines))


def letters_to_post(user, now: datetime) -> Task:
    """Letters with a code that have not left: to print, then to post."""
    lines, count = [], 0
    for state in (letters.State.TO_PRINT, letters.State.TO_POST):
        asked = list(letters.in_state(state, now=now).values_list("ordered_at", flat=True))
        count += len(asked)
        if asked:
            said = ngettext("%(n)s letter", "%(n)s letters", len(asked)) % {"n": len(asked)}
            day = date_format(timezone.localtime(asked[0]), "j F Y")
            since = _("The oldest asked for on %(day)s") % {"day": day}
            lines.append(Line(f"{state.label} – {said}", reverse("verification_office:letters"), since))
    return Task("letters", _("Letters with a code"), _("No letter waits to leave."), lines, count)


def _reviews(user) -> bool:
    """Whether a workflow ever asks this person: those who only submit see nothing to approve."""
    if user.is_superuser:
        return True
    return GroupApprovalTask.objects.filter(active=True, groups__in=user.groups.all()).exists()


def _pages_of(user, activities: list[Activity]) -> dict:
    """Key → the page to write in: the one of the office's language if there is one, among those she may change."""
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    pages = editable.filter(translation_key__in=[one.key for one in activities]).select_related("locale").order_by("pk")
    found: dict = {}
    for page in pages:
        if page.translation_key not in found or page.locale.language_code == get_language():
            found[page.translation_key] = page
    return found


def _edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _moment(moment: datetime) -> str:
    # The city's hours, whatever the time zone of the account.
    with timezone.override(timezone.get_default_timezone()):
        return in_words(moment)


def _last_change(page: Page) -> str:
    if page.latest_revision_created_at is None:
        return ""
    return _("Changed on %(day)s") % {"day": date_format(timezone.localtime(page.latest_revision_created_at), "j F Y")}


class TasksPanel(Component):
    """The first panel of the welcome screen."""

    name = "tasks"
    template_name = "home/office/tasks.html"
    order = 50

    def get_context_data(self, parent_context):
        return {"tasks": tasks_for(parent_context["request"].user, now=timezone.now())}
