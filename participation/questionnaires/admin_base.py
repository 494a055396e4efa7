"""What the office screens of a consultation share: the right asked for, the consultation, the way back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .models import Questionnaire
from .results import are_public

PARTIAL_RESULTS = "questionnaires.read_partial_results"
RESPONSES = "questionnaires.read_responses"
EXPORT = "questionnaires.export_responses"
MODERATE = "questionnaires.moderate_texts"
WINDOW = "core.change_window"
ANY_RIGHT = (PARTIAL_RESULTS, RESPONSES, EXPORT, MODERATE, WINDOW)


def has_any_right(user, rights: tuple[str, ...] = ANY_RIGHT) -> bool:
    return any(user.has_perm(right) for right in rights)


def refused(request: HttpRequest) -> HttpResponse:
    """The screen said no: a 403 that stays in the office, not a way back to its home page."""
    return render(request, "questionnaires/admin/refused.html", status=403)


class RightMixin:
    """A screen for holders of one of `rights`; everybody else is refused, whatever the method."""

    rights: tuple[str, ...] = ANY_RIGHT

    def dispatch(self, request, *args, **kwargs):
        if not has_any_right(request.user, self.rights):
            return refused(request)
        try:
            return super().dispatch(request, *args, **kwargs)
        except PermissionError:
            return refused(request)


class BoxMixin(RightMixin):
    """A screen about one consultation."""

    header_icon = "clipboard-list"

    @cached_property
    def questionnaire(self) -> Questionnaire:
        return get_object_or_404(Questionnaire.objects.select_related("activity"), pk=self.kwargs["pk"])

    @property
    def trail(self) -> list[dict]:
        """Breadcrumbs between the consultation and this screen."""
        return []

    def url(self, name: str, *args) -> str:
        return reverse(f"participation:{name}", args=[self.questionnaire.pk, *args])

    def get_page_subtitle(self):
        return self.questionnaire.activity.title

    def get_breadcrumbs_items(self):
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": reverse("participation:index"), "label": _("Consultations")},
            {"url": self.url("overview"), "label": self.questionnaire.activity.title},
            *self.trail,
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs):
        activity, now = self.questionnaire.activity, timezone.now()
        return super().get_context_data(
            questionnaire=self.questionnaire,
            activity=activity,
            status=activity.status_at(now),
            is_before_close=now < activity.closes_at,
            are_results_public=are_public(questionnaire=self.questionnaire, now=now),
            **kwargs,
        )
