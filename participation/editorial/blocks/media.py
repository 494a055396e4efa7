"""Blocks to look at, listen to or download: image, figure, video, documents."""

from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BlockGroup,
    CharBlock,
    ChoiceBlock,
    ListBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
    URLBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from participation.editorial import illustrations

from .text import TextBlock


class CreditedImage(StructValue):
    """An image with what must be said about it."""

    @property
    def alt(self) -> str:
        image = self.get("image")
        if not image or getattr(image, "decorative", False):
            return ""
        return getattr(image, "contextual_alt_text", None) or ""

    @property
    def needs_alternative(self) -> bool:
        """A draft may lack what publication asks for: words for the image, or that it needs none."""
        image = self.get("image")
        return bool(image) and not self.alt and not getattr(image, "decorative", False)

    @property
    def credit_text(self) -> str:
        """The credit typed here, else the one kept with the image."""
        image = self.get("image")
        return self.get("credit") or (image.credit if image else "")


class CreditedImageBlock(StructBlock):
    image = ImageBlock(label=_("Image"))
    caption = CharBlock(max_length=255, required=False, label=_("Caption"))
    credit = CharBlock(
        max_length=255,
        required=False,
        label=_("Credit"),
        help_text=_("Leave empty to use the credit kept with the image."),
    )

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A photograph or drawing, with its alternative text, caption and credit.")
        group = _("Media")
        template = "editorial/blocks/image.html"
        value_class = CreditedImage
        preview_template = "editorial/previews/image.html"


class Figure(StructValue):
    """A plan, map or diagram: an image of the library or one of the site's drawings."""

    @property
    def illustration_url(self) -> str:
        return illustrations.url_of(self.get("illustration") or "")

    @property
    def credit_text(self) -> str:
        image = self.get("image")
        return self.get("credit") or (image.credit if image else "")


class FigureBlock(StructBlock):
    title = CharBlock(max_length=160, required=False, label=_("Title"))
    image = ImageChooserBlock(required=False, label=_("Image"))
    illustration = ChoiceBlock(
        choices=illustrations.choices,
        required=False,
        label=_("Drawing of the site"),
        help_text=_("Instead of an image."),
    )
    alt = CharBlock(
        max_length=255,
        required=False,
        label=_("Short alternative"),
        help_text=_("What it is, in one sentence: “Plan of the square”."),
    )
    caption = CharBlock(max_length=255, required=False, label=_("Caption"))
    credit = CharBlock(max_length=255, required=False, label=_("Credit"))
    description = TextBlock(
        label=_("Full description"),
        help_text=_("Everything the figure shows, in words, for people who do not see it."),
    )

    def clean(self, value):
        result = super().clean(value)
        if not self.is_deferred_validation and bool(result.get("image")) == bool(result.get("illustration")):
            error = ValidationError(_("Choose an image or a drawing of the site, one of the two."))
            raise StructBlockValidationError(block_errors={"image": error})
        return result

    class Meta:
        icon = "crosshairs"
        label = _("Plan or diagram")
        description = _("A plan, map or diagram, with a full description in words.")
        group = _("Media")
        template = "editorial/blocks/figure.html"
        value_class = Figure
        preview_value = {
            "title": _("Plan of the square"),
            "illustration": "square-today",
            "caption": _("Present state"),
            "description": _("<p>A rectangle lined with twelve trees; the fountain stands at its northern end.</p>"),
        }
        form_layout = BlockGroup(
            children=["image", "illustration", "alt", "description"], settings=["title", "caption", "credit"]
        )


class Video(StructValue):
    """A video kept elsewhere; nothing of it is loaded before the visitor agrees."""

    @property
    def host(self) -> str:
        return (urlsplit(self.get("url") or "").hostname or "").removeprefix("www.")

    @property
    def embed_url(self) -> str:
        """The address of the player, in its least talkative form; "" when the address is not a known kind."""
        return embed_address(self.get("url") or "")


def embed_address(url: str) -> str:
    """The player's address for a PeerTube, YouTube or Vimeo video, or ""."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    steps = [step for step in parts.path.split("/") if step]
    if parts.scheme != "https" or not host:
        return ""
    if host == "youtu.be" and steps:
        return f"https://www.youtube-nocookie.com/embed/{steps[0]}"
    if host in {"youtube.com", "youtube-nocookie.com"}:
        if steps[:1] in (["embed"], ["shorts"], ["live"]) and len(steps) > 1:
            return f"https://www.youtube-nocookie.com/embed/{steps[1]}"
        identifier = parse_qs(parts.query).get("v", [""])[0]
        return f"https://www.youtube-nocookie.com/embed/{identifier}" if identifier else ""
    if host in {"vimeo.com", "player.vimeo.com"}:
        return f"https://player.vimeo.com/video/{steps[-1]}?dnt=1" if steps and steps[-1].isdigit() else ""
    if len(steps) > 1 and steps[0] == "w":
        return f"https://{parts.netloc}/videos/embed/{steps[-1]}"
    if len(steps) > 2 and steps[0] == "videos" and steps[1] in {"watch", "embed"}:
        return f"https://{parts.netloc}/videos/embed/{steps[2]}"
    return ""


class VideoBlock(StructBlock):
    url = URLBlock(label=_("Address"), help_text=_("Page of the video on PeerTube, YouTube or Vimeo."))
    title = CharBlock(max_length=160, label=_("Title"))
    transcript = TextBlock(label=_("Transcript"), help_text=_("What is said and shown, in words."))

    def clean(self, value):
        result = super().clean(value)
        if result.get("url") and not embed_address(result["url"]):
            error = ValidationError(_("Give the https address of a video on PeerTube, YouTube or Vimeo."))
            raise StructBlockValidationError(block_errors={"url": error})
        return result

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A video by its address; it loads only when the visitor agrees.")
        group = _("Media")
        template = "editorial/blocks/video.html"
        value_class = Video
        preview_value = {
            "url": "https://video.example.org/w/abcdef",
            "title": _("The square in three minutes"),
            "transcript": _("<p>We walk around the square and meet those who live there.</p>"),
        }


class DocumentsBlock(StructBlock):
    heading = CharBlock(max_length=120, required=False, label=_("Heading"))
    documents = ListBlock(DocumentChooserBlock(label=_("Document")), min_num=1, label=_("Documents"))

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        description = _("Files to download, with their kind and size.")
        group = _("Media")
        template = "editorial/blocks/documents.html"
        preview_template = "editorial/previews/documents.html"
