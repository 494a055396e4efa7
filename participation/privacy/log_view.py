"""The log of acts on personal data: by whom, about whom, when. To be read, never changed; reading it is an act too."""

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin

from participation.core.models import PersonalDataAct

from . import words
from .office_views import KeeperMixin, RegisterView


def named(user) -> str:
    """Somebody of the office by name, a resident by pseudonym: the log is no directory."""
    if user is None:
        return "–"
    return user.get_full_name() or user.pseudonym


class Actors(django_filters.ModelChoiceFilter):
    """Those who appear in the log, by name."""

    def __init__(self, **kwargs):
        super().__init__(queryset=self.known, **kwargs)

    @staticmethod
    def known(request) -> QuerySet:
        acted = PersonalDataAct.objects.exclude(actor=None).order_by().values("actor")
        return get_user_model().objects.filter(pk__in=acted).order_by("last_name", "first_name", "pk")

    @property
    def field(self):
        field = super().field
        field.label_from_instance = named
        return field


class LogFilters(WagtailFilterSet):
    """By kind, person, actor and day."""

    kind = django_filters.ChoiceFilter(
        label=_("Act"), choices=PersonalDataAct.Kind.choices, widget=forms.RadioSelect, empty_label=_("All")
    )
    about = django_filters.CharFilter(
        label=_("About (e-mail address or generated pseudonym, in full)"), method="of_person"
    )
    actor = Actors(label=_("By"), empty_label=_("All"))
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)

    class Meta:
        model = PersonalDataAct
        fields: list[str] = []

    def of_person(self, queryset, name, value):
        typed = value.strip()
        return queryset.filter(Q(person__email__iexact=typed) | Q(person__pseudonym__iexact=typed))


class LogView(KeeperMixin, BaseListingView):
    """Acts, the newest first."""

    right = "core.read_data_acts"
    model = PersonalDataAct
    page_title = _("Log of acts on personal data")
    header_icon = "history"
    index_url_name = "privacy:log"
    index_results_url_name = "privacy:log_results"
    verbose_name_plural = _("entries of the log")
    filterset_class = LogFilters
    default_ordering = "-at"
    paginate_by = 50

    @cached_property
    def columns(self):
        return [
            DateColumn("at", label=_("When"), sort_key="at", width="16%"),
            Column("kind", label=_("Act"), accessor="get_kind_display"),
            Column("what", label=_("Which data"), accessor=lambda act: words.shown(act.what)),
            Column("person", label=_("About"), accessor=lambda act: named(act.person)),
            Column("actor", label=_("By"), accessor=lambda act: named(act.actor)),
        ]

    def get_base_queryset(self):
        return PersonalDataAct.objects.select_related("person", "actor")

    def get_breadcrumbs_items(self):
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": reverse("privacy:register"), "label": RegisterView.page_title},
            {"url": "", "label": self.page_title},
        ]
