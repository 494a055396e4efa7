"""Acting screens of the office: moderating texts, closing early, extending. Exporting is in `admin_exports`."""

from abc import ABC, abstractmethod

from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin

from participation.core.models import WindowChange
from participation.core.windows import WindowRefused

from . import moderating, reading, redacting, window_acts
from .admin_base import MODERATE, RESPONSES, WINDOW, BoxMixin
from .admin_forms import CloseEarlyForm, ExtendForm, RedactForm, TextFilters
from .models import Answer


def is_identifier(typed: str) -> bool:
    """Whether a form or an address names a row: digits only, and no more than a database takes."""
    return typed.isascii() and typed.isdecimal() and len(typed) <= 18


class TickColumn(Column):
    """A box to tick; the heading ticks the whole page."""

    header_template_name = "questionnaires/admin/tick_header.html"
    cell_template_name = "questionnaires/admin/tick_cell.html"


class TextColumn(Column):
    """A text in full, with the question it answers."""

    cell_template_name = "questionnaires/admin/text_cell.html"


class DecisionColumn(Column):
    """What was decided, by whom, when and why."""

    cell_template_name = "questionnaires/admin/decision_cell.html"


class TextsView(BoxMixin, BaseListingView):
    """Written answers to read, some at a time; opening a page of them is logged."""

    rights = (MODERATE,)
    model = Answer
    page_title = gettext_lazy("Written answers")
    verbose_name_plural = gettext_lazy("written answers")
    template_name = "questionnaires/admin/texts.html"
    results_template_name = "questionnaires/admin/texts_results.html"
    per_page = 50
    paginate_by = 50

    @cached_property
    def columns(self):
        return [
            TickColumn("tick", label=""),
            TextColumn("text", label=_("Text")),
            DecisionColumn("review", label=_("Decision")),
        ]

    def get_index_url(self):
        return self.url("texts")

    def get_index_results_url(self):
        return self.url("texts_results")

    def filterset_class(self, **kwargs):
        return TextFilters(questionnaire=self.questionnaire, **kwargs)

    def get_base_queryset(self):
        return reading.written_answers(self.questionnaire).order_by("pk")

    def paginate_queryset(self, queryset, page_size):
        """By key, not by number: texts that leave the queue must not make the next page skip any."""
        after = self.request.GET.get("after", "")
        if is_identifier(after):
            queryset = queryset.filter(pk__gt=int(after))
        rows = list(queryset[: page_size + 1])
        self.next_after = rows[page_size - 1].pk if len(rows) > page_size else None
        return None, None, rows[:page_size], False

    def get_table(self, object_list):
        questions = reading.questions_of(self.questionnaire)
        can_read = self.request.user.has_perm(RESPONSES)
        for answer in object_list:
            answer.asked = getattr(questions.get(answer.question), "text", answer.question)
            answer.url = self.url("answer", answer.response_id) if can_read else ""
            answer.redact_url = self.url("redact", answer.pk) if answer.text != redacting.PLACE else ""
        return super().get_table(object_list)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        query = self.request.GET.copy()
        for name in ("after", "_w_filter_fragment"):
            query.pop(name, None)
        context["first_url"] = f"{self.index_url}?{query.urlencode()}"
        if self.next_after:
            query["after"] = str(self.next_after)
            context["next_url"] = f"{self.index_url}?{query.urlencode()}"
        if context["object_list"]:
            reading.record_reading(
                questionnaire=self.questionnaire,
                subject=reading.Subject.TEXTS,
                detail="".join(filter(str.isprintable, self.request.GET.get("question", "")))[:200],
                now=timezone.now(),
                by=self.request.user,
            )
        return context

    def post(self, request, *args, **kwargs):
        chosen = [int(pk) for pk in request.POST.getlist("text")[: self.per_page * 4] if is_identifier(pk)]
        decision = {"answers": chosen, "questionnaire": self.questionnaire, "now": timezone.now(), "by": request.user}
        act = request.POST.get("decision")
        try:
            if act == "publish":
                number = moderating.publish_texts(**decision)
                said = ngettext(
                    "%(n)s text is now shown to the public.", "%(n)s texts are now shown to the public.", number
                )
            elif act == "hide":
                number = moderating.hide_texts(**decision, reason=request.POST.get("reason", "")[:300])
                said = ngettext("%(n)s text is now hidden.", "%(n)s texts are now hidden.", number)
            else:
                return HttpResponseBadRequest()
        except moderating.ModerationRefused as refusal:
            messages.error(request, str(refusal))
        else:
            if number:
                messages.success(request, said % {"n": number})
            else:
                messages.warning(request, _("No text was ticked."))
        return redirect(request.get_full_path())


class RedactView(BoxMixin, WagtailAdminTemplateMixin, FormView):
    """Taking the words of one answer out for good, at somebody's request."""

    rights = (MODERATE,)
    page_title = gettext_lazy("Take a text out for good")
    header_icon = "bin"
    form_class = RedactForm
    template_name = "questionnaires/admin/redact.html"

    @property
    def trail(self):
        return [{"url": self.url("texts"), "label": _("Written answers")}]

    @cached_property
    def answer(self) -> Answer:
        return get_object_or_404(reading.written_answers(self.questionnaire), pk=self.kwargs["answer"])

    def get_context_data(self, **kwargs):
        if self.request.method == "GET":
            reading.record_reading(
                questionnaire=self.questionnaire,
                subject=reading.Subject.TEXTS,
                detail=self.answer.question,
                now=timezone.now(),
                by=self.request.user,
            )
        return super().get_context_data(answer=self.answer, submit_label=_("Take this text out"), **kwargs)

    def form_valid(self, form):
        try:
            redacting.redact_text(
                answer=self.answer.pk,
                questionnaire=self.questionnaire,
                reason=form.cleaned_data["reason"],
                now=timezone.now(),
                by=self.request.user,
            )
        except moderating.ModerationRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("The text is taken out. Its place stays, and the counts are the same."))
        return redirect(self.url("texts"))


class WindowView(BoxMixin, WagtailAdminTemplateMixin, FormView, ABC):
    """A deliberate change of the window, with its public reason."""

    rights = (WINDOW,)
    template_name = "questionnaires/admin/window.html"
    submit_label = ""

    @abstractmethod
    def act(self, **said) -> WindowChange:
        """Change the window; `said` is what the form says, when, and who says it."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(submit_label=self.submit_label, media=self.get_form().media, **kwargs)

    def form_valid(self, form):
        said = {name: value for name, value in form.cleaned_data.items() if name != "confirms"}
        try:
            change = self.act(**said, questionnaire=self.questionnaire, now=timezone.now(), by=self.request.user)
        except WindowRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, f"{change.get_kind_display()} – {self.questionnaire.activity.title}")
        return redirect(self.url("overview"))


class CloseEarlyView(WindowView):
    page_title = gettext_lazy("Close early")
    submit_label = gettext_lazy("Close now")
    header_icon = "lock"
    form_class = CloseEarlyForm

    def act(self, **said):
        return window_acts.close_early(**said)


class ExtendView(WindowView):
    page_title = gettext_lazy("Extend")
    submit_label = gettext_lazy("Extend")
    header_icon = "date"
    form_class = ExtendForm

    def act(self, **said):
        return window_acts.extend(**said)
