"""The pages of quartiers: their list, each quartier, its agenda. News are those of the site."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField

from participation.editorial import illustrations
from participation.editorial.blocks import TEXT_FEATURES, EditorialStreamBlock
from participation.editorial.pages import EditorialPage
from participation.editorial.querysets import unrestricted

LATEST_NEWS = 3


class QuartiersIndexPage(EditorialPage):
    """Every quartier of the city."""

    body = StreamField(EditorialStreamBlock(), blank=True, verbose_name=_("body"))

    parent_page_types = ["home.HomePage"]
    subpage_types = ["quartiers.QuartierPage"]
    max_count_per_parent = 1
    template = "quartiers/index_page.html"

    content_panels = [
        *EditorialPage.content_panels,
        HelpPanel(_("The quartiers under this page are listed by themselves before the body.")),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("list of quartiers")
        verbose_name_plural = _("lists of quartiers")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        pages = unrestricted(QuartierPage.objects.child_of(self).live(), below=self)
        context["quartiers"] = pages.select_related("locale").defer_streamfields().order_by("path")
        return context


class QuartierPage(EditorialPage):
    """One quartier: a portrait, its deputies, its news. Made by `founding.found_quartier` only."""

    area = models.ForeignKey("territory.Area", models.PROTECT, related_name="+", verbose_name=_("area"))
    illustration = models.CharField(
        _("illustration"), max_length=60, blank=True, choices=illustrations.choices, help_text=_("Shown on cards.")
    )
    portrait = RichTextField(
        _("portrait"), blank=True, features=TEXT_FEATURES, help_text=_("The quartier in a few paragraphs.")
    )
    body = StreamField(EditorialStreamBlock(), blank=True, verbose_name=_("body"))

    parent_page_types = ["quartiers.QuartiersIndexPage"]
    subpage_types = ["home.NewsIndexPage", "quartiers.AgendaPage"]
    is_creatable = False
    template = "quartiers/quartier_page.html"

    content_panels = [
        *EditorialPage.content_panels,
        FieldPanel("illustration"),
        FieldPanel("portrait"),
        FieldPanel("body"),
        HelpPanel(_("Deputies, the latest news and the agenda are shown by themselves.")),
    ]
    override_translatable_fields = [SynchronizedField("illustration"), SynchronizedField("area", overridable=False)]

    class Meta:
        verbose_name = _("quartier page")
        verbose_name_plural = _("quartier pages")

    def get_context(self, request, *args, **kwargs):
        from .deputies import deputies_of

        context = super().get_context(request, *args, **kwargs)
        context["deputies"] = deputies_of(self.area_id, now=timezone.now())
        context["news_index"], context["news"] = self._news()
        context["agenda"] = (
            unrestricted(AgendaPage.objects.child_of(self).live(), below=self).select_related("locale").first()
        )
        return context

    def _news(self):
        """The list of news and its latest entries, newest first."""
        lists = [model for model in self.allowed_subpage_models() if model is not AgendaPage]
        for model in lists:
            index = unrestricted(model.objects.child_of(self).live(), below=self).select_related("locale").first()
            if index:
                return index, index.latest(LATEST_NEWS)
        return None, []


class AgendaPage(EditorialPage):
    """Surgeries and meetings of one quartier."""

    body = StreamField(EditorialStreamBlock(), blank=True, verbose_name=_("body"))

    parent_page_types = ["quartiers.QuartierPage"]
    subpage_types = []
    max_count_per_parent = 1
    template = "quartiers/agenda_page.html"

    content_panels = [*EditorialPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("agenda of a quartier")
        verbose_name_plural = _("agendas of quartiers")
