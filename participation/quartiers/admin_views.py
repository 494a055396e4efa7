"""Office screens: a deputy's quartiers; founding, appointing, ending, absences."""

from abc import abstractmethod

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from participation.territory.models import Area

from . import portfolios, rights
from .admin_forms import AbsenceForm, AppointForm, EndForm
from .founding import FoundingRefused, found_quartier
from .models import Portfolio, QuartiersIndexPage
from .standing import standings

APPOINT = "quartiers.appoint_deputies"


def _trail_to(view) -> list[dict]:
    """Breadcrumbs of a screen right below the welcome screen."""
    return [*WagtailAdminTemplateMixin.breadcrumbs_items, {"url": "", "label": view.get_page_title()}]


class MineView(WagtailAdminTemplateMixin, TemplateView):
    """Where a deputy begins: her quartiers and what she may do in each."""

    template_name = "quartiers/office/mine.html"
    page_title = gettext_lazy("My quartiers")
    header_icon = "group"

    def get_breadcrumbs_items(self):
        return _trail_to(self)

    def get_context_data(self, **kwargs):
        return super().get_context_data(offices=rights.offices_of(self.request.user, now=timezone.now()), **kwargs)


class AppointingMixin(WagtailAdminTemplateMixin):
    """Screens for holders of the right to appoint."""

    header_icon = "group"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(APPOINT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class IndexView(AppointingMixin, TemplateView):
    """Every quartier: founded or not, and who has charge of it, had it or will."""

    template_name = "quartiers/office/index.html"
    page_title = gettext_lazy("Quartiers and deputies")

    def get_breadcrumbs_items(self):
        return _trail_to(self)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            standings=standings(now=timezone.now()),
            has_parent=QuartiersIndexPage.objects.exists(),
            **kwargs,
        )


class FoundView(AppointingMixin, View):
    """Found a quartier, or bring its rights back to the table."""

    http_method_names = ["post"]

    def post(self, request, area: int):
        area = get_object_or_404(Area, pk=area, kind=Area.Kind.QUARTIER)
        parent = QuartiersIndexPage.objects.filter(alias_of=None).order_by("path").first()
        try:
            if parent is None:
                raise FoundingRefused(_("Create the list of quartiers under the home page first."))
            found_quartier(area=area, parent=parent, actor=request.user, now=timezone.now())
        except FoundingRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("%(area)s: pages, collection and rights are in place.") % {"area": area})
        return redirect("quartiers:index")


class JourneyView(AppointingMixin, FormView):
    """A form whose journey may refuse: what was typed stays, with the reason."""

    template_name = "quartiers/office/form.html"
    success_url = reverse_lazy("quartiers:index")
    done = ""
    submit_label = ""

    @cached_property
    def portfolio(self) -> Portfolio:
        found = Portfolio.objects.select_related("user", "area")
        return get_object_or_404(found, pk=self.kwargs["portfolio"])

    @abstractmethod
    def act(self, values: dict) -> None:
        """Run the journey with what the form holds."""

    @property
    def subtitle(self) -> str:
        return str(self.portfolio.area)

    def get_page_subtitle(self):
        return self.subtitle

    def get_breadcrumbs_items(self):
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": reverse("quartiers:index"), "label": IndexView.page_title},
            {"url": "", "label": self.get_page_title(), "sublabel": self.subtitle},
        ]

    def form_valid(self, form):
        try:
            self.act(form.cleaned_data)
        except portfolios.PortfolioRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(submit_label=self.submit_label, **kwargs)
        # The pickers of dates and people.
        return context | {"media": context["form"].media}


class AppointView(JourneyView):
    form_class = AppointForm
    page_title = gettext_lazy("Appoint a deputy")
    submit_label = gettext_lazy("Appoint")
    done = gettext_lazy("The portfolio is recorded. Its rights begin and end with its dates.")

    @cached_property
    def area(self) -> Area:
        return get_object_or_404(Area, pk=self.kwargs["area"], kind=Area.Kind.QUARTIER)

    @property
    def subtitle(self) -> str:
        return str(self.area)

    def act(self, values: dict) -> None:
        portfolios.appoint(area=self.area, now=timezone.now(), actor=self.request.user, **values)


class EndView(JourneyView):
    form_class = EndForm
    page_title = gettext_lazy("End a portfolio")
    submit_label = gettext_lazy("End the portfolio")
    done = gettext_lazy(
        "The end is recorded. What the person had begun passes on to her successor or to communications."
    )

    def act(self, values: dict) -> None:
        portfolios.end_portfolio(portfolio=self.portfolio, now=timezone.now(), actor=self.request.user, **values)


class AbsenceView(JourneyView):
    form_class = AbsenceForm
    page_title = gettext_lazy("Declare an absence")
    submit_label = gettext_lazy("Declare the absence")
    done = gettext_lazy("The absence is recorded. During these days the rights are the replacement’s.")

    def act(self, values: dict) -> None:
        portfolios.declare_absence(portfolio=self.portfolio, now=timezone.now(), actor=self.request.user, **values)
