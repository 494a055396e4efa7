"""Every row of every table and every file, before and after."""

import hashlib
from pathlib import Path

from django.apps import apps
from django.conf import settings

# What a visit writes about itself.
APART = {"sessions.Session", "wagtailsearch.IndexEntry", "wagtailsearch.SQLiteFTSIndexEntry"}


def rows() -> dict[tuple, tuple]:
    """Every row of every table, and every file."""
    found = {}
    for model in apps.get_models():
        if model._meta.label in APART or not model._meta.managed or model._meta.proxy:
            continue
        for values in model._base_manager.values_list("pk", *[one.attname for one in model._meta.concrete_fields]):
            found[model._meta.label, values[0]] = tuple(map(str, values))
        for many in model._meta.local_many_to_many:
            through = many.remote_field.through
            if through._meta.auto_created:
                for values in through._base_manager.values_list():
                    found[through._meta.label, values[0]] = tuple(map(str, values))
    return found | files()


def files() -> dict[tuple, tuple]:
    """Every file below the media folder and the private one, by its content."""
    kept = {}
    for root in (settings.MEDIA_ROOT, settings.PRIVATE_ROOT):
        for path in Path(root).rglob("*"):
            if path.is_file():
                kept["file", str(path)] = (hashlib.sha256(path.read_bytes()).hexdigest(),)
    return kept


def keep_files() -> dict[Path, bytes]:
    """Every file's content, to put back what a call took away: no rollback does."""
    roots = (Path(settings.MEDIA_ROOT), Path(settings.PRIVATE_ROOT))
    return {path: path.read_bytes() for root in roots for path in root.rglob("*") if path.is_file()}


def restore(kept: dict[Path, bytes]) -> None:
    """Put the files back as they were."""
    for path, content in kept.items():
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def belonging_to(people) -> frozenset[tuple]:
    """The keys of the rows that are these people, or say whose they are."""
    found = set()
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.related_model is not type(people[0]):
                continue
            held = model._base_manager.filter(**{f"{field.name}__in": people}).values_list("pk", flat=True)
            found |= {(model._meta.label, pk) for pk in held}
    return frozenset(found | {(one._meta.label, one.pk) for one in people})
