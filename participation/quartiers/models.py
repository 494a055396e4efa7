"""A quartier's place in the CMS, and who has charge of it from when to when."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Collection

from participation.territory.models import Area

from .pages import AgendaPage, QuartierPage, QuartiersIndexPage
from .querysets import AbsenceQuerySet, PortfolioQuerySet

__all__ = [
    "Absence",
    "AgendaPage",
    "Portfolio",
    "QuartierOffice",
    "QuartierPage",
    "QuartierSettings",
    "QuartiersIndexPage",
]


class QuartierOffice(models.Model):
    """What `founding.found_quartier` made for an area. Nothing of it can be deleted while the office stands."""

    area = models.OneToOneField(Area, models.PROTECT, related_name="office", verbose_name=_("area"))
    page = models.OneToOneField(QuartierPage, models.PROTECT, related_name="office", verbose_name=_("page"))
    news = models.OneToOneField(
        "wagtailcore.Page", models.PROTECT, related_name="news_of_office", verbose_name=_("list of news")
    )
    agenda = models.OneToOneField(AgendaPage, models.PROTECT, related_name="office", verbose_name=_("agenda"))
    collection = models.OneToOneField(
        Collection, models.PROTECT, related_name="office", verbose_name=_("images and documents")
    )
    group = models.OneToOneField(Group, models.PROTECT, related_name="office", verbose_name=_("group"))
    founded_at = models.DateTimeField(_("founded at"))

    class Meta:
        verbose_name = _("office of a quartier")
        verbose_name_plural = _("offices of quartiers")
        ordering = ["area__name"]

    def __str__(self) -> str:
        return str(self.area)

    @property
    def kept_pages(self) -> tuple[int, int, int]:
        """The pages every quartier has: never deleted, moved or taken offline by its deputies."""
        return (self.page_id, self.news_id, self.agenda_id)


class Portfolio(models.Model):
    """One person's charge of one quartier, from its first day to its last, both included.

    `ended_at` cuts it short at a minute. Rights follow from these dates alone (`rights.py`).
    """

    class Kind(models.TextChoices):
        DEPUTY = "deputy", _("Deputy")
        SUBSTITUTE = "substitute", _("Substitute")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="portfolios", verbose_name=_("person")
    )
    area = models.ForeignKey(Area, models.PROTECT, related_name="portfolios", verbose_name=_("area"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.DEPUTY)
    title = models.CharField(
        _("portfolio"), max_length=160, help_text=_("As the order of the mayor says it; shown on the quartier’s page.")
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Included. Empty: until further notice.")
    )
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True, editable=False)

    objects = PortfolioQuerySet.as_manager()

    class Meta:
        verbose_name = _("portfolio")
        verbose_name_plural = _("portfolios")
        permissions = [("appoint_deputies", _("Can found quartiers and appoint their deputies"))]
        ordering = ["area__name", "kind", "starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "area", "starts_on"],
                name="portfolio_once_per_person_area_and_first_day",
                violation_error_message=_("This person already has a portfolio for this quartier from that day on."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="portfolio_ends_after_it_begins",
                violation_error_message=_("The last day cannot come before the first."),
            ),
        ]
        indexes = [models.Index(fields=["area", "starts_on"], name="portfolio_area_start")]

    def __str__(self) -> str:
        return f"{self.user} – {self.area}"


class Absence(models.Model):
    """Days, both included, on which somebody else holds the rights of a portfolio; `ended_at` cuts them short."""

    portfolio = models.ForeignKey(Portfolio, models.PROTECT, related_name="absences", verbose_name=_("portfolio"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), help_text=_("Included."))
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="replacements", verbose_name=_("replaced by")
    )
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True, editable=False)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["portfolio", "starts_on"],
                condition=Q(ended_at__isnull=True),
                name="absence_once_per_portfolio_and_first_day",
                violation_error_message=_("An absence already begins on this day."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="absence_ends_after_it_begins",
                violation_error_message=_("The last day cannot come before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.portfolio} ({self.starts_on} – {self.ends_on})"


@register_setting(icon="group", order=20)
class QuartierSettings(BaseGenericSetting):
    """What the city lets its deputies do by themselves."""

    deputies_publish_news = models.BooleanField(
        _("deputies publish the news and surgeries of their quartier"),
        default=False,
        help_text=_("Otherwise communications approves every page. The quartier’s own page is always approved."),
    )
    shared_collection = models.ForeignKey(
        Collection,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("images and documents for every quartier"),
        help_text=_("Besides their own, deputies may use those of this collection; no other."),
    )

    class Meta:
        verbose_name = _("rights of deputies")
        verbose_name_plural = _("rights of deputies")
