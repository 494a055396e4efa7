"""Images, documents and the tag vocabulary every page may use."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from .words import fold


class CityImage(AbstractImage):
    """An image of the library, with the credit the law asks for."""

    credit = models.CharField(
        _("credit"), max_length=255, blank=True, help_text=_("Author and licence, as shown under the image.")
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class CityRendition(AbstractRendition):
    """One size and format of an image."""

    image = models.ForeignKey(CityImage, models.CASCADE, related_name="renditions", verbose_name=_("image"))

    class Meta:
        verbose_name = _("image rendition")
        verbose_name_plural = _("image renditions")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="rendition_once_per_filter_and_focal_point"
            )
        ]

    def __str__(self) -> str:
        return f"{self.image} ({self.filter_spec})"


class CityDocument(AbstractDocument):
    """A file residents can download."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @cached_property
    def extension(self) -> str:
        """The kind of file as readers know it: PDF, ODT…"""
        return self.file_extension.upper()


class Stake(models.TextChoices):
    """The three stakes of the 2021 report; every subject serves one."""

    ECOLOGICAL = "ecological", _("Ecological")
    DEMOCRATIC = "democratic", _("Democratic")
    SOCIAL = "social", _("Social")


class Subject(TagBase):
    """A tag of the one controlled vocabulary: editors pick, nobody invents one while writing a page."""

    free_tagging = False

    name_en = models.CharField(_("name in English"), max_length=100, blank=True)
    stake = models.CharField(_("stake"), max_length=20, choices=Stake.choices)

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The name in the visitor's language."""
        if (get_language() or "").startswith("en") and self.name_en:
            return self.name_en
        return self.name


def subjects_in_order() -> list[Subject]:
    """Every subject in the alphabetical order of the visitor's language, accents apart: a database puts É after Z."""
    return sorted(Subject.objects.all(), key=lambda subject: fold(subject.label))


class PageSubject(ItemBase):
    """A subject given to a page, whatever the page type."""

    content_object = ParentalKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="page_subjects", verbose_name=_("page")
    )
    tag = models.ForeignKey(Subject, models.CASCADE, related_name="page_subjects", verbose_name=_("subject"))

    class Meta:
        verbose_name = _("subject of a page")
        verbose_name_plural = _("subjects of pages")
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="subject_once_per_page"),
        ]

    def __str__(self) -> str:
        return f"{self.content_object} – {self.tag}"
