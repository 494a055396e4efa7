"""Pages as cards: one query whatever their types and number."""

from collections.abc import Iterable
from functools import cache
from uuid import UUID

from django.db.models import CharField, Exists, ExpressionWrapper, F, Func, OuterRef, TextField, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page, PageViewRestriction


def _with_subclasses(model) -> list[type[Page]]:
    found = []
    for child in model.__subclasses__():
        if not child._meta.abstract and not child._meta.proxy:
            found.append(child)
        found += _with_subclasses(child)
    return found


class Summary(Func):
    """The summary of a page, given its number, whatever its type.

    One small look-up for each type of page rather than a join: planning a dozen joins took the database longer than
    reading the pages.
    """

    output_field = TextField()

    def as_sql(self, compiler, connection, **_extra):
        number, parameters = compiler.compile(self.source_expressions[0])
        quote = connection.ops.quote_name
        looked_up = [
            f"(SELECT {quote(model._meta.get_field('summary').column)} FROM {quote(model._meta.db_table)}"  # noqa: S608
            f" WHERE {quote(model._meta.pk.column)} = {number})"
            for model in _summarised()
        ]
        return f"COALESCE({', '.join(looked_up)})", parameters * len(looked_up)


@cache
def _summarised() -> list[type[Page]]:
    from .pages import EditorialPage

    return _with_subclasses(EditorialPage)


def with_summary(pages):
    """Annotate base pages with `summary`, read from every page type's table, in one query."""
    summary = Coalesce(Summary(F("pk")), F("search_description"), Value(""), output_field=TextField())
    return pages.annotate(summary=summary)


def in_language(keys: Iterable[UUID], language: str | None) -> list[Page]:
    """The live pages with these keys, in the order given, in `language` where online in it; no restricted one."""
    keys = list(keys)
    if not keys:
        return []
    found: dict[UUID, Page] = {}
    pages = unrestricted(Page.objects.live().filter(translation_key__in=keys).select_related("locale"))
    for page in with_summary(pages):
        if page.translation_key not in found or page.locale.language_code == language:
            found[page.translation_key] = page
    return [found[key] for key in keys if key in found]


def unrestricted(pages, *, below: Page | None = None):
    """Leave out pages kept for some readers, as Wagtail's `public()` does, without a query of its own.

    `below` is the page that lists them: who reads it may read what is kept for the same readers.
    """
    asked = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.alias(asked=asked).filter(asked__startswith=F("page__path"))
    if below is not None:
        restrictions = restrictions.filter(page__path__startswith=below.path).exclude(page_id=below.pk)
    return pages.exclude(Exists(restrictions))
