"""Pages made once: found again by their key, never touched after, so that editors keep what they changed."""

import uuid
from typing import TypeVar

from django.db import transaction
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from demo import rich_text
from participation.editorial.models import Subject
from participation.people.models import User

NAMESPACE = uuid.UUID("0b2f4c1e-6f5d-4d7c-9a53-5f6d2f0a6307")

AnyPage = TypeVar("AnyPage", bound=Page)


def key_of(slug: str) -> uuid.UUID:
    """The translation key of a demonstration page: the same on every machine."""
    return uuid.uuid5(NAMESPACE, slug)


def find(model: type[AnyPage], parent: Page, slug: str) -> AnyPage | None:
    """The page loaded before, wherever an editor moved it, or one an editor made at the same address."""
    loaded = model.objects.filter(translation_key=key_of(slug), locale=parent.locale_id).first()
    return loaded or model.objects.child_of(parent).filter(slug=slug).first()


def create(model: type[AnyPage], parent: Page, *, by: User, subjects: tuple[str, ...] = (), **fields) -> AnyPage:
    """A page under `parent`, not yet published."""
    page = model(translation_key=key_of(fields["slug"]), locale=parent.locale, owner=by, live=False)
    fill(page, **fields)
    page.subjects.set(Subject.objects.filter(slug__in=subjects))
    parent.add_child(instance=page)
    return page


@transaction.atomic
def ensure(model: type[AnyPage], parent: Page, *, by: User, **fields) -> AnyPage:
    """The page of this slug; when it is missing, added and published the way editors do."""
    found = find(model, parent, fields["slug"])
    if found:
        return found
    page = create(model, parent, by=by, **fields)
    publish(page, by=by)
    return model.objects.get(pk=page.pk)


def fields_of(record, *names: str) -> dict:
    """Title, address and summary of a record, and these of its fields; its tags are the page's subjects."""
    fields = {name: getattr(record, name) for name in ("title", "slug", "summary", *names)}
    return fields | ({"subjects": record.tags} if hasattr(record, "tags") else {})


def fill(page: Page, **fields) -> None:
    """Set fields; streams go through the checks of the editor's form, which also blank what was left out."""
    for name, value in fields.items():
        field = page._meta.get_field(name)
        if isinstance(field, StreamField):
            block = field.stream_block
            value = rich_text.saved_value(block, block.clean(block.normalize(value)))
        elif isinstance(field, RichTextField):
            value = rich_text.saved_field(field, value)
        setattr(page, name, value)


def publish(page: Page, *, by: User) -> None:
    page.save_revision(user=by).publish(user=by)
