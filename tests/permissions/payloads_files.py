"""What is sent to the addresses of images and documents, so that something changes."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from .canaries import World
from .crawling import HEADERS

XHR = {HEADERS: {"x-requested-with": "XMLHttpRequest"}}


def _picture(world: World) -> SimpleUploadedFile:
    content = BytesIO()
    Image.new("RGB", (20, 20), "teal").save(content, "PNG")
    return SimpleUploadedFile("fete.png", content.getvalue(), "image/png")


def _paper(world: World) -> SimpleUploadedFile:
    return SimpleUploadedFile("fete.pdf", b"%PDF-1.4 fete", "application/pdf")


SENT = {
    "wagtailimages:add": lambda w: {
        "title": "Pris",
        "file": _picture(w),
        "collection": w.other.collection_id,
        "focal_point_x": "",
        "focal_point_y": "",
        "focal_point_width": "",
        "focal_point_height": "",
        "tags": "",
        "credit": "",
        "description": "",
    },
    "wagtailimages:add_multiple": lambda w: {
        "title": "Pris",
        "files[]": _picture(w),
        "collection": w.other.collection_id,
        **XHR,
    },
    "wagtailimages:edit_multiple": lambda w: {
        f"image-{w.things.image.pk}-title": "Pris",
        f"image-{w.things.image.pk}-collection": w.other.collection_id,
        f"image-{w.things.image.pk}-tags": "",
        **XHR,
    },
    "wagtailimages:delete_multiple": lambda w: XHR,
    "wagtailimages:delete_upload_multiple": lambda w: XHR,
    "wagtailimages:create_multiple_from_uploaded_image": lambda w: {
        f"uploaded-image-{w.things.sent_image.pk}-title": "Pris",
        f"uploaded-image-{w.things.sent_image.pk}-collection": w.other.collection_id,
        f"uploaded-image-{w.things.sent_image.pk}-tags": "",
        **XHR,
    },
    "wagtailimages_chooser:create": lambda w: {
        "image-chooser-upload-title": "Pris",
        "image-chooser-upload-file": _picture(w),
        "image-chooser-upload-collection": w.other.collection_id,
        "image-chooser-upload-tags": "",
    },
    "wagtailimages_chooser:select_format": lambda w: {
        "image-chooser-insertion-format": "fullwidth",
        "image-chooser-insertion-alt_text": "Pris",
    },
    "wagtaildocs:add": lambda w: {
        "title": "Pris",
        "file": _paper(w),
        "collection": w.other.collection_id,
        "tags": "",
    },
    "wagtaildocs:add_multiple": lambda w: {
        "title": "Pris",
        "files[]": _paper(w),
        "collection": w.other.collection_id,
        **XHR,
    },
    "wagtaildocs:edit_multiple": lambda w: {
        f"doc-{w.things.document.pk}-title": "Pris",
        f"doc-{w.things.document.pk}-collection": w.other.collection_id,
        f"doc-{w.things.document.pk}-tags": "",
        **XHR,
    },
    "wagtaildocs:delete_multiple": lambda w: XHR,
    "wagtaildocs:delete_upload_multiple": lambda w: XHR,
    "wagtaildocs:create_multiple_from_uploaded_document": lambda w: {
        f"uploaded-document-{w.things.sent_document.pk}-title": "Pris",
        f"uploaded-document-{w.things.sent_document.pk}-collection": w.other.collection_id,
        f"uploaded-document-{w.things.sent_document.pk}-tags": "",
        **XHR,
    },
    "wagtaildocs_chooser:create": lambda w: {
        "document-chooser-upload-title": "Pris",
        "document-chooser-upload-file": _paper(w),
        "document-chooser-upload-collection": w.other.collection_id,
        "document-chooser-upload-tags": "",
    },
}
