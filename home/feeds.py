"""The news, and what opens and is answered, for feed readers."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext, override

from . import activities
from .pages import NewsPage
from .website import Website

ENTRIES = 30


class NewsFeed(Feed):
    """News and activities of one language, latest first."""

    feed_type = Atom1Feed

    def __init__(self, language: str) -> None:
        self.language_code = language

    def __call__(self, request, *args, **kwargs):
        with override(self.language_code):
            return super().__call__(request, *args, **kwargs)

    def get_object(self, request):
        return Website(request)

    def title(self, website: Website) -> str:
        return website.name

    def subtitle(self, website: Website) -> str:
        return gettext("News, consultations that open and answers of the city")

    def link(self, website: Website) -> str:
        return website.home_url

    def items(self, website: Website) -> list[dict]:
        news = (
            NewsPage.objects.live().public().filter(locale__language_code=self.language_code).order_by("-date", "-pk")
        )
        entries = [
            {
                "title": page.title,
                "link": page.full_url,
                "summary": page.summary,
                "date": timezone.make_aware(datetime.combine(page.date, time())),
            }
            for page in news.defer("body")[:ENTRIES]
        ]
        entries += activities.feed_entries(language=self.language_code, now=timezone.now(), limit=ENTRIES)
        return sorted(entries, key=lambda entry: entry["date"], reverse=True)[:ENTRIES]

    def item_title(self, item: dict) -> str:
        return item["title"]

    def item_link(self, item: dict) -> str:
        return item["link"]

    def item_description(self, item: dict) -> str:
        return item["summary"]

    def item_updateddate(self, item: dict) -> datetime:
        return item["date"]

    def item_pubdate(self, item: dict) -> datetime:
        return item["date"]
