"""What every page type of the site stands on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page

from .descriptions import DescriptionPanel, shortened
from .forms import EditorialPageForm
from .search import SearchableContent


class EditorialPage(SearchableContent, Page):
    """A page with a summary, an image for sharing and subjects.

    Page types add their panels to `content_panels`; `promote_panels` holds what listings, search and networks show.
    """

    summary = models.TextField(
        _("summary"),
        max_length=400,
        blank=True,
        help_text=_("Two or three sentences. They open the page, and stand for it in lists and search engines."),
    )
    social_image = models.ForeignKey(
        "editorial.CityImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("image for sharing"),
        help_text=_("Shown in cards and when the page is shared. At least 1,200 pixels wide."),
    )
    subjects = ClusterTaggableManager(
        through="editorial.PageSubject",
        blank=True,
        verbose_name=_("subjects"),
        help_text=_("Pick from the list; type the first letters."),
    )

    base_form_class = EditorialPageForm

    # The fields that may stand for the description of search engines, the first that has words.
    description_sources = ("summary",)

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel([FieldPanel("subjects"), FieldPanel("social_image")], heading=_("Subjects and sharing")),
        MultiFieldPanel(
            [
                FieldPanel(
                    "slug",
                    heading=_("End of the address"),
                    help_text=_(
                        "Short, without accents. Leave it as it is once the page is published: links lead there."
                    ),
                ),
                FieldPanel(
                    "seo_title",
                    heading=_("Title in search engines"),
                    help_text=_("Only if the title of the page says too little by itself."),
                ),
                DescriptionPanel(
                    "search_description",
                    heading=_("Description in search engines"),
                    help_text=_("One or two sentences, 155 characters at most."),
                ),
            ],
            heading=_("Search engines and address"),
        ),
    ]
    settings_panels = Page.settings_panels

    search_fields = [*Page.search_fields, *SearchableContent.search_fields]

    class Meta:
        abstract = True

    @property
    def meta_description(self) -> str:
        """What search engines and networks show: the description if there is one, else the one suggested."""
        return self.search_description or self.suggested_description

    @property
    def suggested_description(self) -> str:
        """The beginning of the page’s own words, short enough for search engines; editors see it as a suggestion."""
        texts = (shortened(str(getattr(self, name) or "")) for name in self.description_sources)
        return next((text for text in texts if text), "")

    @property
    def subject_tags(self) -> list[dict]:
        """The subjects as the list of tags shows them, in the visitor's language."""
        return [
            {"name": link.tag.label, "stake": link.tag.stake}
            for link in self.page_subjects.select_related("tag").order_by("tag__name")
        ]

    @classmethod
    def get_edit_handler(cls):
        """Content, subjects and sharing, publication: three tabs named after the editor's tasks."""
        tabs = [
            ObjectList(cls.content_panels, heading=_("Content")),
            ObjectList(cls.promote_panels, heading=_("Subjects and sharing")),
            ObjectList(cls.settings_panels, heading=_("Publication")),
        ]
        tabs = [tab for tab in tabs if tab.children]
        return TabbedInterface(tabs, base_form_class=cls.base_form_class).bind_to_model(cls)
