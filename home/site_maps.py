"""The map of the site for search engines."""

from collections import defaultdict

from django.contrib.sitemaps import Sitemap
from django.db.models import F
from wagtail.models import Page


class PublicPages(Sitemap):
    """Every live public page of every language, each with its translations."""

    limit = 10_000

    def items(self):
        return (
            Page.objects.live()
            .public()
            .filter(depth__gt=1)
            .annotate(language=F("locale__language_code"))
            .order_by("path")
        )

    def get_urls(self, page=1, site=None, protocol=None) -> list[dict]:
        pages = [(found, found.full_url) for found in self.paginator.page(page).object_list]
        translations = defaultdict(list)
        for found, address in pages:
            if address:
                translations[found.translation_key].append({"location": address, "lang_code": found.language})
        return [
            {
                "item": found,
                "location": address,
                "lastmod": found.last_published_at,
                "alternates": sorted(translations[found.translation_key], key=lambda one: one["lang_code"])
                if len(translations[found.translation_key]) > 1
                else [],
            }
            for found, address in pages
            if address
        ]

    def get_latest_lastmod(self):
        return self.items().order_by("-last_published_at").values_list("last_published_at", flat=True).first()
