"""The office's screen of sendings: what left, what waits, and a way to stop it."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from . import holding
from .models import Sending
from .reading import overview

MANAGE = "mailing.manage_sendings"


class ManagingMixin:
    """For holders of the right to manage sendings."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(MANAGE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class IndexView(ManagingMixin, WagtailAdminTemplateMixin, TemplateView):
    """Numbers: nobody's address is shown to anybody."""

    template_name = "mailing/office/index.html"
    page_title = gettext_lazy("News by e-mail")
    header_icon = "mail"

    def get_breadcrumbs_items(self):
        return [*WagtailAdminTemplateMixin.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(overview=overview(now=timezone.now()), **kwargs)


class HoldView(ManagingMixin, View):
    """Hold every mail back, or let them go on."""

    http_method_names = ["post"]

    def post(self, request):
        if request.POST.get("act") == "release":
            holding.release(by=request.user, now=timezone.now())
            messages.success(request, _("Mails leave again from the next minute on."))
        else:
            holding.hold(by=request.user, now=timezone.now())
            messages.success(request, _("Nothing leaves any more. What is due waits."))
        return redirect("sendings:index")


class SettleView(ManagingMixin, View):
    """Decide about mails that may or may not have arrived."""

    http_method_names = ["post"]

    def post(self, request, sending: int):
        found = get_object_or_404(Sending, pk=sending)
        again = request.POST.get("act") == "again"
        number = holding.settle(sending=found, again=again, by=request.user, now=timezone.now())
        if again:
            text = ngettext("%(n)s mail is sent once more.", "%(n)s mails are sent once more.", number)
        else:
            text = ngettext("%(n)s mail is left as it is.", "%(n)s mails are left as they are.", number)
        messages.success(request, text % {"n": number})
        return redirect("sendings:index")
