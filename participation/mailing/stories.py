"""What an activity belongs to – its pages, those above them, its subjects – so that it finds its readers."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from wagtail.models import Page

from participation.core.models import Activity
from participation.editorial.models import PageSubject
from participation.editorial.querysets import unrestricted


@dataclass
class Story:
    """Keys of the pages one may follow to hear of an activity, and slugs of its subjects."""

    keys: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)

    def is_for_digest(self, subjects: Set[str], mechanisms: Set[str]) -> bool:
        """Whether somebody who chose these wants it; who chose nothing wants everything."""
        if not subjects and not mechanisms:
            return True
        return bool(self.subjects & subjects or self.keys & mechanisms)


def stories_of(activities: Iterable[Activity]) -> dict[int, Story]:
    """The stories of those that have a page anybody may read, in three queries whatever their number."""
    by_key = {activity.key: activity.pk for activity in activities}
    pages = list(unrestricted(Page.objects.live().filter(translation_key__in=by_key)))
    step = Page.steplen
    above = {page.path[:end] for page in pages for end in range(step, len(page.path) + 1, step)}
    keys = dict(Page.objects.filter(path__in=above).values_list("path", "translation_key"))
    stories: dict[int, Story] = {}
    by_page: dict[int, Story] = {}
    for page in pages:
        story = by_page[page.pk] = stories.setdefault(by_key[page.translation_key], Story())
        story.keys |= {str(keys[page.path[:end]]) for end in range(step, len(page.path) + 1, step)}
    links = PageSubject.objects.filter(content_object__in=by_page).values_list("content_object_id", "tag__slug")
    for page, slug in links:
        by_page[page].subjects.add(slug)
    return stories
