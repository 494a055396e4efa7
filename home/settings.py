"""What the city says about itself, once for the whole site."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.blocks import CharBlock, PageChooserBlock, StructBlock
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Site

from .accessibility import check_audit


class LinkBlock(StructBlock):
    """A page in the navigation or the footer; in English the page's translation is shown by itself."""

    page = PageChooserBlock(label=_("Page"))
    label = CharBlock(
        max_length=60, required=False, label=_("Words in French"), help_text=_("The page’s title when empty.")
    )
    label_en = CharBlock(
        max_length=60,
        required=False,
        label=_("Words in English"),
        help_text=_("The title of the translation when empty."),
    )

    class Meta:
        icon = "link"
        label = _("Page")


@register_setting(icon="site", order=1)
class CitySettings(BaseSiteSetting):
    """Identity of the city, navigation and footer."""

    organisation = models.CharField(_("organisation"), max_length=120, default="Ville de Clermont-Ferrand")
    address = models.TextField(_("postal address"), max_length=400, blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    publication_director = models.CharField(
        _("publication director"), max_length=160, blank=True, help_text=_("Function, as the legal notice states it.")
    )
    host = models.TextField(
        _("host"), max_length=400, blank=True, help_text=_("Name, address and telephone of the host.")
    )
    navigation = StreamField(
        [("page", LinkBlock())],
        max_num=7,
        blank=True,
        verbose_name=_("navigation"),
        help_text=_("Seven entries at most."),
    )
    footer = StreamField([("page", LinkBlock())], max_num=12, blank=True, verbose_name=_("pages in the footer"))
    is_demonstration = models.BooleanField(
        _("demonstration"), default=True, help_text=_("Shows the banner that says this is not a site of the city.")
    )
    audited_on = models.DateField(
        _("date of the audit"),
        null=True,
        blank=True,
        help_text=_("An audit counts for three years. Without a valid one the site declares itself not compliant."),
    )
    auditor = models.CharField(
        _("auditor"), max_length=160, blank=True, help_text=_("The company, or the service when done in-house.")
    )
    audit_rate = models.DecimalField(
        _("criteria met, in per cent"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text=_("The rate the auditor measured, never that of automatic checks."),
    )
    audit_sample = models.TextField(_("pages audited"), blank=True, help_text=_("One page per line."))
    audit_environment = models.TextField(
        _("browsers, screen readers and tools of the audit"), blank=True, help_text=_("One per line.")
    )
    audit_failings = models.TextField(
        _("failings the audit found"),
        blank=True,
        help_text=_("One per line, with the way round it. Those the build knows of are added by themselves."),
    )
    disproportionate_burden = models.TextField(
        _("exemptions for disproportionate burden"), blank=True, help_text=_("One per line, with its reason.")
    )
    exempt_content = models.TextField(
        _("content outside the obligation"), blank=True, help_text=_("One per line, with the way round it.")
    )

    edit_handler = TabbedInterface(
        [
            ObjectList([FieldPanel("navigation"), FieldPanel("footer")], heading=_("Navigation and footer")),
            ObjectList(
                [
                    FieldPanel("organisation"),
                    FieldPanel("address"),
                    FieldPanel("phone"),
                    FieldPanel("email"),
                    FieldPanel("publication_director"),
                    FieldPanel("host"),
                ],
                heading=_("City details"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldPanel("audited_on"),
                            FieldPanel("auditor"),
                            FieldPanel("audit_rate"),
                            FieldPanel("audit_sample"),
                            FieldPanel("audit_environment"),
                        ],
                        heading=_("Audit of the legal sample"),
                    ),
                    MultiFieldPanel(
                        [
                            FieldPanel("audit_failings"),
                            FieldPanel("disproportionate_burden"),
                            FieldPanel("exempt_content"),
                        ],
                        heading=_("Content that is not accessible"),
                    ),
                ],
                heading=_("Accessibility"),
            ),
            ObjectList([FieldPanel("is_demonstration")], heading=_("Notices")),
        ]
    )

    class Meta:
        verbose_name = _("city and navigation")
        verbose_name_plural = _("city and navigation")

    @classmethod
    def of(cls, site: Site | None) -> "CitySettings":
        """What was typed for a site; the defaults when nothing was."""
        return cls.objects.filter(site=site).first() or cls(site=site)

    def clean(self) -> None:
        super().clean()
        saved = type(self).objects.filter(pk=self.pk).values_list("audited_on", flat=True).first()
        check_audit(self, typed_date=self.audited_on != saved, today=timezone.localdate())
