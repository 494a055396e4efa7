"""What of a page the public search indexes."""

from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing
from wagtail.search import index

from .words import stems


class SearchableContent:
    """Mixin for page types: title and every text of the page, folded and stemmed in the page's language."""

    search_fields = [
        index.SearchField("search_title", boost=4),
        index.SearchField("search_text"),
    ]

    def search_title(self) -> str:
        return stems(self.title, self.locale.language_code)

    def search_text(self) -> str:
        return stems(" ".join(self.searchable_texts()), self.locale.language_code)

    def searchable_texts(self) -> list[str]:
        """The page's own texts, plain. Page types with texts elsewhere add them."""
        inherited = {field.name for field in Page._meta.get_fields()}
        texts = [self.title]
        for field in self._meta.get_fields():
            if field.name in inherited or not isinstance(field, models.Field):
                continue
            value = field.value_from_object(self)
            if isinstance(field, StreamField):
                texts += field.get_searchable_content(value)
            elif isinstance(field, RichTextField):
                texts.append(get_text_for_indexing(value or ""))
            elif isinstance(field, models.TextField) or (isinstance(field, models.CharField) and not field.choices):
                texts.append(value or "")
        texts += [name for subject in self.subjects.all() for name in (subject.name, subject.name_en)]
        return texts
