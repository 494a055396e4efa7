"""Inert markers in every text a human can write, and the screens on which none of them may come to life (S4, T5)."""

import itertools
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import quote

from bs4 import BeautifulSoup
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.test import Client
from django.urls import reverse
from wagtail import blocks
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from participation.consultations.pages import ConsultationPage
from participation.editorial.models import CityDocument, CityImage
from participation.people.models import User
from participation.questionnaires.models import Questionnaire

WAYS_OUT = ('">', "'>", "</script>", "</title>", "</textarea>", "</style>", "-->", "]]>", "&quot;&gt;", "\\u003e{{")
ELEMENTS = (
    "<b data-xss=1>", "<img src=x onerror=xss()>", "<svg/onload=xss()>", "<a href=javascript:xss()>x</a>",
    "<button formaction=javascript:xss()>",
)  # fmt: skip
ATTRIBUTES = (" data-xss=1", " onfocus=xss()", " autofocus onfocus=xss()", " style=x onmouseover=xss()")
PAYLOADS = [way + element for way, element in itertools.product(WAYS_OUT, ELEMENTS)]
PAYLOADS += [quote_ + attribute + f" x={quote_}" for quote_, attribute in itertools.product("\"'x", ATTRIBUTES)]
# Where a text may stand in a document.
PLACES = ("<p>{}</p>", '<p title="{}">', "<p title='{}'>", "<p title={}>", "<title>{}", "<textarea>{}", "<!--{}-->")

# What machines write: keys, paths, hashes, names of models; and whole documents that hold the texts above them.
OURS = ("home", "consultations", "quartiers", "processes", "questionnaires", "mailing", "verification", "people",
        "privacy", "territory", "decisions", "editorial", "core")  # fmt: skip
WAGTAILS = {
    "wagtailcore.Page": ("title", "draft_title", "seo_title", "search_description"),
    "wagtailcore.Site": ("site_name",),
    "wagtailcore.Collection": ("name",),
    "wagtailcore.Workflow": ("name",),
    "wagtailcore.Task": ("name",),
    "wagtailcore.TaskState": ("comment",),
    "wagtailcore.Comment": ("text",),
    "wagtailcore.CommentReply": ("text",),
    "wagtailcore.PageLogEntry": ("label",),
    "wagtailcore.ModelLogEntry": ("label",),
    "wagtailcore.Revision": ("object_str",),
    "wagtailredirects.Redirect": ("old_path", "redirect_link"),
    "wagtailembeds.Embed": ("title", "author_name", "provider_name"),
    "wagtail_localize.StringTranslation": ("data",),
    "wagtail_localize.TranslationSource": ("object_repr",),
    "taggit.Tag": ("name",),
    "usersessions.UserSession": ("user_agent",),
}
WRITTEN_BY_MACHINES = re.compile(
    r"hash|^key$|_key$|slug|^code$|language|password|token|nonce|sha256|^kind$|_stamp|filter_spec|pseudonym|^username$"
    r"|^question$|^choice$|^receipt$|sealed|^person$|^body$(?<=core)"
)


class Writing:
    """One round of writing: every text gets the payloads that fit in it, each round begins with others."""

    def __init__(self, round_: int) -> None:
        self._next = itertools.count(round_ * 7)

    def text(self, room: int | None) -> str:
        room, words = room or 2000, ""
        start = next(self._next)
        for offset in range(len(PAYLOADS)):
            payload = PAYLOADS[(start + offset) % len(PAYLOADS)]
            if len(words) + len(payload) > room:
                break
            words += payload
        return words

    def rich(self, features: list[str] | None) -> str:
        """As the office's own filter lets through what an editor's browser may send."""
        place = {"offset": 0, "length": 2, "key": 0}
        paragraphs = [
            {"key": str(at), "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
            for at, text in enumerate(PAYLOADS)
        ]
        paragraphs[0]["entityRanges"] = [place]
        link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:xss()"}}
        return ContentstateConverter(features=features).to_database_format(
            json.dumps({"blocks": paragraphs, "entityMap": {"0": link}})
        )

    def everywhere(self) -> int:
        """Write into every row; returns the number of columns written."""
        columns = 0
        for model in apps.get_models():
            label = model._meta.label
            for field in model._meta.local_concrete_fields:
                if isinstance(field, StreamField):
                    columns += self._streams(model, field)
                elif isinstance(field, RichTextField):
                    columns += model._base_manager.update(**{field.name: self.rich(field.features)}) > 0
                elif self._is_text(label, model._meta.app_label, field):
                    columns += self._column(model, field)
        return columns

    def _is_text(self, label: str, app: str, field: models.Field) -> bool:
        if not isinstance(field, models.CharField | models.TextField) or field.choices or field.primary_key:
            return False
        if label in WAGTAILS:
            return field.name in WAGTAILS[label]
        written = isinstance(field, models.SlugField | models.EmailField) or WRITTEN_BY_MACHINES.search(field.name)
        return app in OURS and not written and label != "core.Activity"

    def _column(self, model, field) -> bool:
        rows = list(model._base_manager.values_list("pk", flat=True)[:200])
        for pk in rows:
            # What must be unique or must look like something keeps what it has.
            with suppress(IntegrityError), transaction.atomic():
                model._base_manager.filter(pk=pk).update(**{field.name: self.text(field.max_length)})
        return bool(rows)

    def _streams(self, model, field) -> bool:
        rows = list(model._base_manager.exclude(**{field.name: "[]"}))
        for row in rows:
            value = getattr(row, field.name)
            raw = [{**child, "value": self._block(value.stream_block.child_blocks[child["type"]], child["value"])}
                   for child in value.raw_data]  # fmt: skip
            model._base_manager.filter(pk=row.pk).update(
                **{field.name: blocks.StreamValue(value.stream_block, raw, is_lazy=True)}
            )
        return bool(rows)

    def _block(self, block: blocks.Block, value):
        if isinstance(block, blocks.StructBlock):
            return {
                name: self._block(block.child_blocks[name], one)
                if name in block.child_blocks and name != "key"
                else one
                for name, one in (value or {}).items()
            }
        if isinstance(block, blocks.ListBlock):
            return [
                {**item, "value": self._block(block.child_block, item["value"])}
                if isinstance(item, dict) and {"id", "value"} <= item.keys()
                else self._block(block.child_block, item)
                for item in value or []
            ]
        if isinstance(block, blocks.StreamBlock):
            return [{**item, "value": self._block(block.child_blocks[item["type"]], item["value"])} for item in value]
        if isinstance(block, blocks.RichTextBlock):
            return self.rich(block.features)
        if type(block) is blocks.CharBlock or type(block) is blocks.TextBlock:
            return self.text(getattr(block.field, "max_length", None)) if value else value
        return value


def republish() -> None:
    """Freeze the questions as they read now, and leave one draft of every type of page."""
    for page in ConsultationPage.objects.live():
        page.save_revision(clean=False).publish()
    for model in page_models():
        if page := model.objects.first():
            page.save_revision(clean=False)


def alive(html: str) -> list[str]:
    """The markers that became elements, attributes or addresses of scripts."""
    found = []
    for element in BeautifulSoup(html, "html.parser").find_all(True):
        for name, value in element.attrs.items():
            value = " ".join(value) if isinstance(value, list) else value or ""
            leads = name in {"href", "src", "action", "formaction", "xlink:href"}
            if (
                name == "data-xss"
                or (name.startswith("on") and "xss" in value)
                or (leads and re.match(r"\s*javascript:", value, re.IGNORECASE))
            ):
                found.append(f"<{element.name} {name}={value!r:.80}>")
    return found


def public_screens(addresses: list[str]) -> Iterator[tuple[str, str]]:
    """Pages, their results, and the way of a resident through each open consultation, errors included."""
    client = Client()
    for address in [*addresses, "/recherche/?q=" + quote(PAYLOADS[0]), "/actualites.atom", quote(f"/{PAYLOADS[1]}/")]:
        yield address, client.get(address).content.decode()
    for page in ConsultationPage.objects.live():
        start = f"/repondre/{page.translation_key}/"
        posted = {"q-anything": PAYLOADS[0], "go": "next"}
        for where in (start, f"{start}2/", f"{start}verifier/"):
            yield where, client.post(where, posted, HTTP_SEC_FETCH_SITE="same-origin", follow=True).content.decode()


def office_screens(officer: Client) -> Iterator[tuple[str, str]]:
    """Lists, editors, histories, reports: what the staff sees of the same texts."""
    for address in office_addresses():
        response = officer.get(address)
        if response.headers.get("Content-Type", "").startswith("application/json"):
            for part in strings_of(response.json()):
                yield address, part
        else:
            yield address, response.content.decode(errors="replace")


def strings_of(value) -> Iterator[str]:
    """The HTML that scripts of the office would put into the page."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from strings_of(one) if name in {"html", "results"} or not isinstance(one, str) else ()
    elif isinstance(value, list):
        for one in value:
            yield from strings_of(one)
    elif isinstance(value, str):
        yield value


def office_addresses() -> list[str]:
    found = [
        "/admin/", "/admin/pages/search/?q=x", "/admin/images/", "/admin/documents/", "/admin/images/chooser/",
        "/admin/documents/chooser/", "/admin/choose-page/", "/admin/users/", "/admin/groups/", "/admin/collections/",
        "/admin/workflows/list/", "/admin/workflows/tasks/index/", "/admin/redirects/", "/admin/account/",
        "/admin/reports/locked/", "/admin/reports/workflow/", "/admin/reports/workflow_tasks/",
        "/admin/reports/site-history/", "/admin/reports/aging-pages/", "/admin/reports/page-types-usage/",
        "/admin/localize/reports/translations/", "/admin/participation/", "/admin/quartiers/", "/admin/quartiers/mine/",
    ]  # fmt: skip
    for model in page_models():
        if page := model.objects.first():
            acts = ("edit", "history", "usage", "delete", "copy", "move", "unpublish", "view_draft")
            found += [f"/admin/pages/{page.pk}/"]
            found += [reverse(f"wagtailadmin_pages:{act}", args=[page.pk]) for act in acts]
            found.append(reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"]))
    for box in Questionnaire.objects.all()[:2]:
        acts = ("overview", "results", "answers", "texts", "export", "extend", "close")
        found += [reverse(f"participation:{act}", args=[box.pk]) for act in acts]
    for model in get_snippet_models():
        url = model.snippet_viewset.get_url_name
        found.append(reverse(url("list")))
        if row := model.objects.first():
            found += [reverse(url(act), args=[row.pk]) for act in ("edit", "usage", "history", "delete")]
    image, document, user = CityImage.objects.first(), CityDocument.objects.first(), User.objects.first()
    found += [f"/admin/images/{image.pk}/", f"/admin/images/usage/{image.pk}/", f"/admin/users/edit/{user.pk}/"]
    return found + ([f"/admin/documents/edit/{document.pk}/"] if document else [])


def page_models() -> list[type[Page]]:
    return [model for model in get_page_models() if model is not Page]
