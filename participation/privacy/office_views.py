"""Screens of the data-protection officer: the register and the visas of the archives."""

import io

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBadRequest, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput

from participation.core.retention import RetentionRule

from . import erasures, register, visas
from .models import ArchiveVisa

KEEP = "privacy.keep_register"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class KeeperMixin:
    """For who keeps the register."""

    right = KEEP

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(self.right):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class RegisterView(KeeperMixin, WagtailAdminTemplateMixin, TemplateView):
    """Kinds of data, one table to read or print."""

    template_name = "privacy/office/register.html"
    page_title = gettext_lazy("Register of personal data")
    header_icon = "lock"

    def get_breadcrumbs_items(self):
        return [*WagtailAdminTemplateMixin.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        now = timezone.now()
        return super().get_context_data(
            lines=register.lines(now=now),
            now=now,
            erased=len(erasures.listed()),
            log_url=reverse("privacy:log"),
            **kwargs,
        )


class RegisterFileView(KeeperMixin, View):
    """The register as a file; it holds nobody's data."""

    http_method_names = ["get"]

    def get(self, request):
        now, kind = timezone.now(), request.GET.get("format")
        if kind == "csv":
            response = StreamingHttpResponse(register.as_csv(now=now), content_type="text/csv; charset=utf-8")
        elif kind == "xlsx":
            made = io.BytesIO()
            register.write_xlsx(made, now=now)
            response = HttpResponse(made.getvalue(), content_type=XLSX)
        else:
            return HttpResponseBadRequest()
        response.headers["Content-Disposition"] = f'attachment; filename="registre-{timezone.localdate(now)}.{kind}"'
        return response


class VisaForm(forms.Form):
    """What the archives wrote."""

    reference = forms.CharField(label=gettext_lazy("Reference of the visa"), max_length=120)
    given_on = forms.DateField(label=gettext_lazy("Given on"), widget=AdminDateInput)
    covers_until = forms.DateField(
        label=gettext_lazy("Covers what is due until"),
        widget=AdminDateInput,
        help_text=gettext_lazy("Included. What falls due later waits for the next visa."),
    )


class VisaView(KeeperMixin, WagtailAdminTemplateMixin, FormView):
    """Recording a visa for one kind of data; those recorded before stay."""

    form_class = VisaForm
    template_name = "privacy/office/visa.html"
    page_title = gettext_lazy("Visa of the archives")
    header_icon = "lock"

    @cached_property
    def rule(self) -> RetentionRule:
        rule = register.rule_of(self.kwargs["rule"])
        if rule is None or not rule.is_archive:
            raise Http404
        return rule

    def get_page_subtitle(self):
        return str(self.rule.title)

    def get_breadcrumbs_items(self):
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": reverse("privacy:register"), "label": RegisterView.page_title},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs):
        given = ArchiveVisa.objects.filter(rule=self.rule.name).select_related("recorded_by")
        return super().get_context_data(
            rule=self.rule, given=given, submit_label=_("Record this visa"), media=self.get_form().media, **kwargs
        )

    def form_valid(self, form):
        try:
            visas.record_visa(rule=self.rule, actor=self.request.user, now=timezone.now(), **form.cleaned_data)
        except visas.VisaRefused as refusal:
            form.add_error(refusal.field, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("The visa is recorded: the next night removes what it covers."))
        return redirect("privacy:register")
