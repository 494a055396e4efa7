"""Reading screens of the office: the list of consultations, one consultation, its results and its answers."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin
from wagtail.models import ModelLogEntry

from participation.core.secrets import grouped, normalised_code
from participation.core.status import Status

from . import reading, results, tallies
from .admin_base import EXPORT, MODERATE, PARTIAL_RESULTS, RESPONSES, WINDOW, BoxMixin, RightMixin
from .admin_forms import WAITING, BoxFilters, ResponseFilters
from .models import Questionnaire, Response

LATEST = 10


class MomentColumn(Column):
    """A date with its hour, in the city's time."""

    cell_template_name = "questionnaires/admin/moment_cell.html"


class ConsultationPaginator(WagtailPaginator):
    """Counts what the screen lists: consultations, each with its one ballot box."""

    verbose_name = _("consultation")
    verbose_name_plural = _("consultations")


class IndexView(RightMixin, BaseListingView):
    """Every consultation that was ever published."""

    model = Questionnaire
    page_title = _("Consultations")
    header_icon = "clipboard-list"
    index_url_name = "participation:index"
    index_results_url_name = "participation:index_results"
    verbose_name_plural = _("consultations")
    filterset_class = BoxFilters
    is_searchable = True
    search_fields = ["activity__title"]
    default_ordering = "-activity__opens_at"
    paginate_by = 30
    paginator_class = ConsultationPaginator

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "title",
                label=_("Consultation"),
                accessor="activity.title",
                sort_key="activity__title",
                get_url=self.url_of,
            ),
            StatusTagColumn(
                "status",
                label=_("State"),
                accessor=lambda box: box.status_now.label,
                primary=lambda box: box.is_open_now,
            ),
            MomentColumn("opens", label=_("Opens"), accessor="activity.opens_at", sort_key="activity__opens_at"),
            MomentColumn("closes", label=_("Closes"), accessor="activity.closes_at", sort_key="activity__closes_at"),
            Column("level", label=_("Who may take part"), accessor="activity.get_level_display"),
            NumberColumn("answers", label=_("Answers"), accessor="answers_number"),
            NumberColumn("waiting", label=_("Texts to be read"), accessor="waiting_number"),
        ]

    def url_of(self, box: Questionnaire) -> str:
        return reverse("participation:overview", args=[box.pk])

    def get_base_queryset(self):
        return Questionnaire.objects.select_related("activity")

    def get_table(self, object_list):
        boxes, now = list(object_list), timezone.now()
        answers, waiting = tallies.participants_of(boxes), reading.waiting_of(boxes)
        for box in boxes:
            box.status_now = box.activity.status_at(now)
            box.is_open_now = box.status_now == Status.OPEN
            box.answers_number = answers[box.pk]
            box.waiting_number = waiting.get(box.pk, 0)
        return super().get_table(boxes)


class OverviewView(BoxMixin, WagtailAdminTemplateMixin, TemplateView):
    """One consultation: where it stands, what can be done, what was done."""

    template_name = "questionnaires/admin/overview.html"

    def get_page_title(self):
        return self.questionnaire.activity.title

    def get_page_subtitle(self):
        return ""

    def get_breadcrumbs_items(self):
        return [item for item in super().get_breadcrumbs_items() if item["url"] != self.url("overview")]

    def get_context_data(self, **kwargs):
        box, user = self.questionnaire, self.request.user
        acts = ModelLogEntry.objects.for_instance(box).select_related("user").order_by("-timestamp")
        return super().get_context_data(
            answers=results.participants(questionnaire=box),
            waiting=reading.waiting_of([box]).get(box.pk, 0),
            pages=[(page, page.permissions_for_user(user).can_edit()) for page in reading.pages_of(box.activity)],
            versions=box.versions.defer("document").order_by("-number"),
            window_changes=box.activity.window_changes.select_related("changed_by"),
            readings=box.activity.readings.select_related("read_by")[:LATEST],
            acts=acts[:LATEST],
            links=self.links(),
            **kwargs,
        )

    def links(self) -> list[dict]:
        """The next screens this person may open; each asks for its right again."""
        box, user, now = self.questionnaire, self.request.user, timezone.now()
        status = box.activity.status_at(now)
        may_read = user.has_perm(PARTIAL_RESULTS) or results.are_public(questionnaire=box, now=now)
        may_export = user.has_perm(EXPORT) and (now >= box.activity.closes_at or user.has_perm(PARTIAL_RESULTS))
        offered = [
            ("results", _("Results"), "table", may_read),
            ("answers", _("Answers"), "list-ul", user.has_perm(RESPONSES)),
            ("texts", _("Written answers"), "comment", user.has_perm(MODERATE)),
            ("export", _("Export"), "download", may_export),
            ("extend", _("Extend"), "date", user.has_perm(WINDOW) and status in {Status.OPEN, Status.ANNOUNCED}),
            ("close", _("Close early"), "lock", user.has_perm(WINDOW) and status == Status.OPEN),
        ]
        # Moderators come for what nobody has read yet; the filter says so and can be taken off.
        queries = {"texts": f"?state={WAITING}"}
        return [
            {"url": self.url(name) + queries.get(name, ""), "label": label, "icon": icon}
            for name, label, icon, may in offered
            if may
        ]


class ResultsView(BoxMixin, WagtailAdminTemplateMixin, TemplateView):
    """The results, at any time for who has the right; a reading before the public's is logged."""

    template_name = "questionnaires/admin/results.html"
    page_title = _("Results")

    def get_context_data(self, **kwargs):
        found = results.read_as_staff(
            questionnaire=self.questionnaire, language=get_language(), now=timezone.now(), by=self.request.user
        )
        return super().get_context_data(results=found, **kwargs)


class AnswersView(BoxMixin, BaseListingView):
    """The answers without their content, in an order that says nothing about when they came."""

    rights = (RESPONSES,)
    model = Response
    page_title = _("Answers")
    verbose_name_plural = _("answers")
    is_searchable = True
    default_ordering = "pk"
    paginate_by = 50

    @cached_property
    def columns(self):
        return [
            TitleColumn("receipt", label=_("Receipt"), accessor=lambda row: grouped(row.receipt), get_url=self.url_of),
            DateColumn("answered_on", label=_("Day")),
            Column("language", label=_("Language")),
            Column("version", label=_("Version"), accessor="version.number"),
            Column("channel", label=_("Channel"), accessor="get_channel_display"),
            DateColumn("withdrawn_on", label=_("Withdrawn on")),
        ]

    def url_of(self, response: Response) -> str:
        return self.url("answer", response.pk)

    def get_index_url(self):
        return self.url("answers")

    def get_index_results_url(self):
        return self.url("answers_results")

    def filterset_class(self, **kwargs):
        return ResponseFilters(questionnaire=self.questionnaire, **kwargs)

    def get_base_queryset(self):
        found = Response.objects.filter(questionnaire=self.questionnaire).select_related("version")
        return found.defer("version__document")

    def search_queryset(self, queryset):
        """A receipt is found as it is printed, whatever spaces or dashes it was copied with."""
        code = normalised_code(self.search_query)
        return queryset.filter(receipt__startswith=code) if code else queryset


class AnswerView(BoxMixin, WagtailAdminTemplateMixin, TemplateView):
    """One answer as its author saw the questions; each reading is logged with the receipt."""

    rights = (RESPONSES,)
    template_name = "questionnaires/admin/answer.html"

    @cached_property
    def response(self) -> Response:
        found = Response.objects.filter(questionnaire=self.questionnaire).select_related("version")
        return get_object_or_404(found, pk=self.kwargs["answer"])

    @property
    def trail(self):
        return [{"url": self.url("answers"), "label": _("Answers")}]

    def get_page_title(self):
        return grouped(self.response.receipt)

    def get_context_data(self, **kwargs):
        self.response.questionnaire = self.questionnaire
        lines = reading.read_answer(response=self.response, now=timezone.now(), by=self.request.user)
        return super().get_context_data(
            response=self.response,
            version=self.response.version,
            lines=lines,
            receipt=grouped(self.response.receipt),
            **kwargs,
        )
