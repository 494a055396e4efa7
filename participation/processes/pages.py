"""Mechanism and process pages, and what every activity page shares."""

from django.core.paginator import Paginator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField

from participation.core.models import Activity
from participation.core.status import Status
from participation.editorial import illustrations
from participation.editorial.blocks import TEXT_FEATURES, DocumentsBlock, EditorialStreamBlock, TimelineStepBlock
from participation.editorial.models import PageSubject, subjects_in_order
from participation.editorial.pages import EditorialPage
from participation.editorial.querysets import unrestricted

from . import listing
from .audience import Audience
from .blocks import EditionBlock, RuleBlock, SourceBlock
from .eligibility import WithEligibility
from .filters import CatalogueFilters

PER_PAGE = 24


class Listed(models.Model):
    """What the catalogue filters by and shows on cards: whom a page speaks to, and a drawing of ours."""

    audience = models.CharField(_("audience"), max_length=10, choices=Audience.choices, default=Audience.OUTSIDE)
    illustration = models.CharField(
        _("illustration"), max_length=60, blank=True, choices=illustrations.choices, help_text=_("Shown on cards.")
    )

    override_translatable_fields = [SynchronizedField("illustration"), SynchronizedField("audience")]

    class Meta:
        abstract = True


class CataloguePage(EditorialPage):
    """ "Participer": everything residents can take part in, and the mechanisms behind it."""

    subpage_types = ["processes.MechanismPage", "consultations.ConsultationPage"]
    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1
    template = "processes/catalogue_page.html"

    class Meta:
        verbose_name = _("catalogue page")
        verbose_name_plural = _("catalogue pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        language = self.locale.language_code
        chosen = CatalogueFilters(request.GET)
        mechanisms = list(
            unrestricted(MechanismPage.objects.child_of(self).live(), below=self)
            .select_related("locale")
            .defer_streamfields()
        )
        per_page = chosen.filters(mechanisms)
        chosen_mechanism = chosen.among(mechanisms)
        number = chosen.page
        found = listing.find(
            language=language, now=timezone.now(), filters=per_page, offset=(number - 1) * PER_PAGE, limit=PER_PAGE
        )
        paginator = Paginator(range(found.total), PER_PAGE)
        context.update(
            cards=found.cards,
            total=found.total,
            sections=_sections(found.cards),
            page_number=number,
            paginator=paginator,
            page_obj=paginator.get_page(number),
            chosen_mechanism=chosen_mechanism,
            shown_mechanisms=[
                page for page in _matching(mechanisms, chosen) if chosen_mechanism is None or page != chosen_mechanism
            ],
            chosen=chosen,
            filters=chosen.bar(subjects=subjects_in_order(), mechanisms=mechanisms),
            are_filters_set=per_page.are_set,
        )
        return context


def _matching(mechanisms: list, chosen: CatalogueFilters) -> list:
    """The mechanisms for the audience and on the subject asked for; a query only when there is a subject."""
    if chosen.audience:
        audiences = Audience.matching(chosen.audience)
        mechanisms = [page for page in mechanisms if page.audience in audiences]
    if chosen.subject:
        links = PageSubject.objects.filter(
            tag__slug=chosen.subject, content_object__in=[page.pk for page in mechanisms]
        )
        pks = set(links.values_list("content_object_id", flat=True))
        mechanisms = [page for page in mechanisms if page.pk in pks]
    return mechanisms


def _sections(cards: list[listing.Card]) -> list[dict]:
    """Cards under "Open now", "Coming", "Past", in the order given."""
    headings = {Status.OPEN: _("Open now"), Status.ANNOUNCED: _("Coming soon")}
    sections: list[dict] = []
    for card in cards:
        heading = headings.get(card.state, _("Closed: results and answers"))
        if not sections or sections[-1]["heading"] != heading:
            sections.append({"heading": heading, "cards": []})
        sections[-1]["cards"].append(card)
    return sections


class MechanismPage(Listed, EditorialPage):  # noqa: DJ008 - Page has one
    """A permanent mechanism (*dispositif*): what it is, its dated rules, its editions, and what runs now."""

    what = RichTextField(_("what it is"), blank=True, features=TEXT_FEATURES)
    who = RichTextField(_("who takes part"), blank=True, features=TEXT_FEATURES)
    how = RichTextField(_("how it works"), blank=True, features=TEXT_FEATURES)
    state_of_play = RichTextField(_("where it stands"), blank=True, features=TEXT_FEATURES)
    rules = StreamField([("rule", RuleBlock())], blank=True, verbose_name=_("rules"))
    editions = StreamField([("edition", EditionBlock())], blank=True, verbose_name=_("editions"))
    timeline = StreamField([("step", TimelineStepBlock())], blank=True, verbose_name=_("timeline"))
    sources = StreamField([("source", SourceBlock())], blank=True, verbose_name=_("sources"))

    subpage_types = ["processes.ProcessPage", "consultations.ConsultationPage"]
    parent_page_types = ["processes.CataloguePage"]

    content_panels = [
        *EditorialPage.content_panels,
        FieldRowPanel([FieldPanel("audience"), FieldPanel("illustration")]),
        FieldPanel("what"),
        FieldPanel("who"),
        FieldPanel("how"),
        FieldPanel("state_of_play"),
        FieldPanel("rules"),
        FieldPanel("editions"),
        FieldPanel("timeline"),
        FieldPanel("sources"),
    ]

    class Meta:
        verbose_name = _("mechanism page")
        verbose_name_plural = _("mechanism pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["processes"] = unrestricted(ProcessPage.objects.child_of(self).live(), below=self).select_related(
            "locale"
        )
        context["cards"] = _cards_below(self)
        return context


class ProcessPage(Listed, EditorialPage):  # noqa: DJ008 - Page has one
    """One run (*démarche*): promise, governance, timeline, documents, and every activity whatever its state.

    A timeline step is for reading: it opens and closes nothing.
    """

    promise = RichTextField(_("what the city promises"), blank=True, features=TEXT_FEATURES)
    governance = RichTextField(_("who decides, who watches"), blank=True, features=TEXT_FEATURES)
    timeline = StreamField([("step", TimelineStepBlock())], blank=True, verbose_name=_("timeline"))
    documents = StreamField([("documents", DocumentsBlock())], blank=True, max_num=1, verbose_name=_("documents"))
    body = StreamField(EditorialStreamBlock(), blank=True, verbose_name=_("body"))

    subpage_types = ["consultations.ConsultationPage", "home.ArticlePage"]
    parent_page_types = ["processes.MechanismPage"]

    content_panels = [
        *EditorialPage.content_panels,
        FieldRowPanel([FieldPanel("audience"), FieldPanel("illustration")]),
        FieldPanel("promise"),
        FieldPanel("governance"),
        FieldPanel("timeline"),
        FieldPanel("documents"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("process page")
        verbose_name_plural = _("process pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["cards"] = _cards_below(self)
        return context


def _cards_below(page) -> list[listing.Card]:
    filters = listing.Filters(below=page.path)
    return listing.find(language=page.locale.language_code, now=timezone.now(), filters=filters, limit=60).cards


class ActivityPage(Listed, WithEligibility, EditorialPage):
    """What the pages of all activities share: a window, an audience, and the record behind them."""

    opens_at = models.DateTimeField(
        _("opens"), null=True, help_text=_("Paris time. From this minute on, people can take part.")
    )
    closes_at = models.DateTimeField(
        _("closes"),
        null=True,
        help_text=_("Paris time. At this minute it is over: for “until the 6th included”, 7th at 00:00."),
    )

    window_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                FieldPanel("audience"),
                FieldPanel("illustration"),
            ],
            heading=_("When and for whom"),
        )
    ]
    shared_by_languages = [
        SynchronizedField("opens_at", overridable=False),
        SynchronizedField("closes_at", overridable=False),
        SynchronizedField("audience", overridable=False),
        SynchronizedField("illustration"),
        *WithEligibility.eligibility_shared,
    ]

    class Meta:
        abstract = True

    @property
    def ballot_key(self):
        """The key of the record behind this page: an alias shares its source's."""
        return self.alias_of.translation_key if self.alias_of_id else self.translation_key

    @cached_property
    def activity(self) -> Activity | None:
        """The published record; None while the page has never been published."""
        return Activity.objects.filter(key=self.ballot_key).first()
