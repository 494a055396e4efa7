"""What the city says about itself, once for the whole site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.blocks import CharBlock, PageChooserBlock, StructBlock
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField


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
    accessibility_state = models.CharField(
        _("accessibility state"),
        max_length=120,
        default="Accessibilité : non conforme",
        help_text=_("Shown in the footer, as the law asks. “Non conforme” until a valid audit exists."),
    )
    accessibility_state_en = models.CharField(
        _("accessibility state in English"), max_length=120, default="Accessibility: not compliant"
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
                    FieldPanel("is_demonstration"),
                    MultiFieldPanel(
                        [FieldPanel("accessibility_state"), FieldPanel("accessibility_state_en")],
                        heading=_("Accessibility"),
                    ),
                ],
                heading=_("Notices"),
            ),
        ]
    )

    class Meta:
        verbose_name = _("city and navigation")
        verbose_name_plural = _("city and navigation")
