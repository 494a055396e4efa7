"""Taking answers out of the office: short files at once, long ones ordered and fetched when they are ready."""

import tempfile

from django.http import FileResponse, HttpResponseBadRequest, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from . import exports, orders
from .admin_base import EXPORT, BoxMixin
from .results import participants

LEGEND = "legend"


class ExportView(BoxMixin, WagtailAdminTemplateMixin, TemplateView):
    """Choose a file (GET), take it out or order it (POST); every file that goes out is logged."""

    rights = (EXPORT,)
    page_title = gettext_lazy("Export")
    template_name = "questionnaires/admin/export.html"

    def ensure_allowed(self) -> None:
        exports.ensure_may_export(questionnaire=self.questionnaire, now=timezone.now(), by=self.request.user)

    def get_context_data(self, **kwargs):
        self.ensure_allowed()
        answers, now = participants(questionnaire=self.questionnaire), timezone.now()
        listed = orders.orders_for(questionnaire=self.questionnaire, by=self.request.user)
        return super().get_context_data(
            answers=answers,
            is_long=answers >= orders.LONG,
            days_kept=orders.KEPT.days,
            orders=[
                {
                    "order": one,
                    "until": orders.expires_at(one),
                    "url": self.url("export_file", one.pk) if orders.is_ready(one, now) else "",
                }
                for one in listed
            ],
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        self.ensure_allowed()
        kind = request.POST.get("format")
        if kind not in {exports.CSV, exports.XLSX, LEGEND}:
            return HttpResponseBadRequest()
        if kind != LEGEND and participants(questionnaire=self.questionnaire) >= orders.LONG:
            return self._order(kind)
        if kind != LEGEND:
            exports.record_export(questionnaire=self.questionnaire, kind=kind, now=timezone.now(), by=request.user)
        if kind == exports.XLSX:
            return self._xlsx()
        lines = exports.legend_csv(self.questionnaire) if kind == LEGEND else exports.answers_csv(self.questionnaire)
        response = StreamingHttpResponse(lines, content_type=exports.CONTENT_TYPES[exports.CSV])
        suffix = f"{LEGEND}.csv" if kind == LEGEND else exports.CSV
        name = exports.file_name(self.questionnaire, suffix)
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def _order(self, kind: str):
        orders.order(questionnaire=self.questionnaire, kind=kind, now=timezone.now(), by=self.request.user)
        messages.success(self.request, _("The file is ordered. You can leave this screen: it will wait for you here."))
        return redirect(self.url("export"))

    def _xlsx(self) -> FileResponse:
        # A file without a name: it is gone when the download ends, however it ends.
        made = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
        exports.write_xlsx(self.questionnaire, made)
        made.seek(0)
        return attached(made, self.questionnaire, exports.XLSX)


class FetchView(BoxMixin, View):
    """Take out a file that was ordered."""

    rights = (EXPORT,)
    http_method_names = ["get"]

    def get(self, request, *args, **kwargs):
        try:
            order, content = orders.fetch(
                questionnaire=self.questionnaire, pk=kwargs["order"], now=timezone.now(), by=request.user
            )
        except orders.FileGone:
            messages.warning(
                request,
                _("This file is not there. Files are deleted %(days)s days after they are made: order it again.")
                % {"days": orders.KEPT.days},
            )
            return redirect(self.url("export"))
        return attached(content, self.questionnaire, order.kind)


def attached(content, questionnaire, kind: str) -> FileResponse:
    """The open file as a download."""
    name = exports.file_name(questionnaire, kind)
    return FileResponse(content, as_attachment=True, filename=name, content_type=exports.CONTENT_TYPES[kind])
