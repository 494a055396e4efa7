"""The pages every municipal site has: home, sections, articles, news, service pages."""

from django.core.paginator import Paginator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from participation.editorial.blocks import EditorialStreamBlock, KeyFigureBlock
from participation.editorial.pages import EditorialPage
from participation.editorial.querysets import unrestricted, with_summary

from . import activities, gone, routing
from .front import front_of
from .settings import CitySettings
from .site_map import site_map
from .statement import Statement, statement_of
from .website import Website

NEWS_PER_PAGE = 12


class HomePage(EditorialPage):
    """The front door: what the site is for, what is open now, what the city did with what was said."""

    hero_heading = models.CharField(
        _("heading"),
        max_length=120,
        blank=True,
        help_text=_("The large sentence at the top. The title is used when empty."),
    )
    action_text = models.CharField(
        _("main action"),
        max_length=60,
        blank=True,
        help_text=_("Words of the main button: what happens when it is pressed."),
    )
    action_page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page of the main action"),
    )
    key_figures = StreamField([("key_figure", KeyFigureBlock())], max_num=4, blank=True, verbose_name=_("key figures"))
    body = StreamField(EditorialStreamBlock(), blank=True, verbose_name=_("body"))

    parent_page_types = ["wagtailcore.Page"]

    content_panels = [
        *EditorialPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("hero_heading"), FieldPanel("action_text"), FieldPanel("action_page")],
            heading=_("Top of the page"),
        ),
        HelpPanel(
            _("Open and coming activities, then the latest news, are listed by themselves under the top of the page.")
        ),
        FieldPanel("key_figures"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request, path_components):
        if not path_components:
            return super().route(request, path_components)
        return routing.route_below(self, request, path_components)

    def serve(self, request, *args, is_gone=False, **kwargs):
        if is_gone:
            return gone.response(request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        front = front_of(self)
        context["action_url"] = front.action_url
        context["mechanisms"] = front.mechanisms
        context["quartiers"] = front.quartiers
        context["news"] = front.news
        context["activities"] = activities.cards(language=self.locale.language_code, now=timezone.now())
        return context


class SectionPage(EditorialPage):
    """A part of the site: an introduction and the pages under it."""

    body = StreamField(EditorialStreamBlock(), blank=True, verbose_name=_("body"))

    parent_page_types = ["home.HomePage", "home.SectionPage"]
    subpage_types = ["home.SectionPage", "home.ArticlePage", "home.ServicePage"]

    content_panels = [
        *EditorialPage.content_panels,
        FieldPanel("body"),
        HelpPanel(_("The pages under this one are listed by themselves after the body.")),
    ]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        children = unrestricted(Page.objects.child_of(self).live(), below=self)
        context["children"] = with_summary(children).order_by("path")
        return context


class ArticlePage(EditorialPage):
    """A lasting text on one subject."""

    body = StreamField(EditorialStreamBlock(), blank=True, verbose_name=_("body"))

    parent_page_types = ["home.HomePage", "home.SectionPage"]
    subpage_types = []

    content_panels = [*EditorialPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")


class NewsIndexPage(EditorialPage):
    """All the news, latest first: those of the city, or of one quartier."""

    parent_page_types = ["home.HomePage", "quartiers.QuartierPage"]
    subpage_types = ["home.NewsPage"]

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["news"] = Paginator(NewsPage.objects.below(self), NEWS_PER_PAGE).get_page(request.GET.get("page"))
        return context

    def latest(self, number: int) -> list:
        """The latest news of this list, ready for cards."""
        return list(NewsPage.objects.below(self)[:number])


class NewsQuerySet(PageQuerySet):
    def below(self, page: Page):
        """Live news under this page that every reader of this page may read, latest first, ready for cards."""
        return (
            unrestricted(self.descendant_of(page).live(), below=page)
            .defer("body")
            .select_related("locale", "image")
            .prefetch_related("image__renditions")
            .order_by("-date", "-pk")
        )


class NewsPage(EditorialPage):
    """Something that happened, or will, on a date."""

    date = models.DateField(_("date"), default=timezone.localdate)
    image = models.ForeignKey(
        "editorial.CityImage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("image")
    )
    body = StreamField(EditorialStreamBlock(), blank=True, verbose_name=_("body"))

    parent_page_types = ["home.NewsIndexPage"]
    subpage_types = []

    content_panels = [
        *EditorialPage.content_panels,
        FieldPanel("date"),
        FieldPanel("image", help_text=_("Decorates the news; its meaning must stand in the text.")),
        FieldPanel("body"),
    ]

    objects = PageManager.from_queryset(NewsQuerySet)()

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")


class ServicePage(EditorialPage):
    """A page the law or good manners ask for."""

    class Kind(models.TextChoices):
        LEGAL_NOTICE = "legal_notice", _("Legal notice")
        PERSONAL_DATA = "personal_data", _("Personal data")
        ACCESSIBILITY = "accessibility", _("Accessibility")
        SITE_MAP = "site_map", _("Site map")
        CONTACT = "contact", _("Contact")
        HELP = "help", _("Help")
        MODERATION = "moderation", _("Moderation charter")
        TERMS = "terms", _("Terms of use")

    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind.choices,
        help_text=_(
            "Decides what the page adds by itself: the tree of pages, the contact details, the accessibility state."
        ),
    )
    body = StreamField(EditorialStreamBlock(), blank=True, verbose_name=_("body"))

    parent_page_types = ["home.HomePage", "home.SectionPage"]
    subpage_types = []

    content_panels = [*EditorialPage.content_panels, FieldPanel("kind"), FieldPanel("body")]

    class Meta:
        verbose_name = _("service page")
        verbose_name_plural = _("service pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        if self.kind == self.Kind.SITE_MAP:
            context["site_map"] = site_map(self)
        elif self.kind == self.Kind.ACCESSIBILITY:
            context["statement"] = self.statement(request)
        return context

    def statement(self, request) -> Statement:
        """The accessibility statement, with the way to the contact page of this language, else of another."""
        contacts = ServicePage.objects.live().filter(kind=self.Kind.CONTACT).select_related("locale").order_by("path")
        contact = min(contacts, key=lambda page: page.locale_id != self.locale_id, default=None)
        city = CitySettings.of(Website(request).site)
        url = (contact.get_url(request) or "") if contact else ""
        return statement_of(self, city=city, contact_url=url, today=timezone.localdate())
