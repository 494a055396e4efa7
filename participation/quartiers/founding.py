"""Making a quartier's place in the CMS: pages, collection, group and rights, all or nothing."""

from datetime import datetime

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Collection, Locale, Page

from participation.editorial import illustrations
from participation.people.groups import (
    DEPUTY,
    DEPUTY_PUBLISHING,
    DEPUTY_SHARED_FILES,
    grant_exactly,
)
from participation.territory.models import Area

from .models import AgendaPage, QuartierOffice, QuartierPage, QuartierSettings


class FoundingRefused(Exception):
    """The quartier cannot be founded; the message says why and what to do."""


@transaction.atomic
def found_quartier(*, area: Area, parent: Page, actor, now: datetime) -> QuartierOffice:
    """The office of an area, made when it is missing; its rights are brought back to the table, nothing else changes.

    Raises `FoundingRefused` when something else holds the name or the address.
    """
    office = QuartierOffice.objects.select_for_update().filter(area=area).select_related("group", "collection").first()
    if office is None:
        office = _found(area, parent, actor, now)
    install_rights(office)
    return office


def install_rights(office: QuartierOffice) -> None:
    """Bring the rights of the quartier's group to the table and to what the city allows."""
    settings = QuartierSettings.load()
    may_publish = DEPUTY.pages + DEPUTY_PUBLISHING if settings.deputies_publish_news else ()
    pages = {Page.objects.get(pk=office.page_id): DEPUTY.pages}
    if may_publish:
        pages |= dict.fromkeys(Page.objects.filter(pk__in=[office.news_id, office.agenda_id]), may_publish)
    files = {office.collection: DEPUTY.files}
    if settings.shared_collection:
        files[settings.shared_collection] = DEPUTY_SHARED_FILES
    grant_exactly(office.group, permissions=DEPUTY.permissions, pages=pages, files=files)


@transaction.atomic
def install_all_rights() -> None:
    """The same for every quartier: after a change of what the city allows."""
    for office in QuartierOffice.objects.select_related("group", "collection"):
        install_rights(office)


def _found(area: Area, parent: Page, actor, now: datetime) -> QuartierOffice:
    if not isinstance(parent.specific, QuartierPage.allowed_parent_page_models()[0]):
        raise FoundingRefused(_("A quartier is founded under the list of quartiers."))
    if parent.get_children().filter(slug=area.code).exists():
        raise FoundingRefused(
            _("Another page already has the address “%(slug)s” there. Change its address first.") % {"slug": area.code}
        )
    with override(parent.locale.language_code):
        name, news_title, agenda_title = (
            _("Quartier %(name)s") % {"name": area.name},
            _("News of the quartier"),
            _("Surgeries and meetings"),
        )
    if Group.objects.filter(name=name).exists():
        raise FoundingRefused(_("A group named “%(name)s” already exists. Rename it first.") % {"name": name})
    drawing = f"quartier-{area.code}"
    page = _add(
        parent,
        QuartierPage(
            title=area.name,
            slug=area.code,
            area=area,
            illustration=drawing if drawing in dict(illustrations.choices()) else "",
        ),
        actor,
    )
    news = _add(page, apps.get_model("home.NewsIndexPage")(title=news_title, slug="actualites"), actor)
    agenda = _add(page, AgendaPage(title=agenda_title, slug="agenda"), actor)
    _prepare_translations([page, news, agenda])
    collection = Collection.get_first_root_node().add_child(name=name)
    _ensure_shared_collection()
    group = Group.objects.create(name=name)
    return QuartierOffice.objects.create(
        area=area, page=page, news_id=news.pk, agenda=agenda, collection=collection, group=group, founded_at=now
    )


def _add(parent: Page, page: Page, actor) -> Page:
    page.locale, page.owner = parent.locale, actor
    parent.add_child(instance=page)
    page.save_revision(user=actor).publish(user=actor)
    return page


def _prepare_translations(pages: list[Page]) -> None:
    """A draft of each page in every other language its parent exists in: French is never shown as English."""
    for locale in Locale.objects.exclude(pk=pages[0].locale_id):
        if pages[0].get_parent().has_translation(locale):
            for page in pages:
                page.copy_for_translation(locale)


def _ensure_shared_collection() -> None:
    settings = QuartierSettings.load()
    if settings.shared_collection is None:
        root = Collection.get_first_root_node()
        settings.shared_collection = root.add_child(name=_("Shared with the quartiers"))
        settings.save()
