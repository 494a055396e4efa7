"""What every page shows around its content: name, navigation, footer, languages, addresses.

What is the same for everybody is kept in the cache per site and language, under an edition that changes when a page,
a setting, a site or a language does.
"""

import hashlib
from dataclasses import fields, replace

from django.conf import settings
from django.db.models import F, Q
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, get_language_info, override
from wagtail.models import Page, Site

from participation.core.prepared import PreparedQuery
from participation.core.remembering import remembered
from participation.editorial.querysets import unrestricted

from .accessibility import conformity, state_in_words
from .around import Around, City, Entry, Frame, Language, Link
from .settings import CitySettings


def site_of(request: HttpRequest) -> Site | None:
    """The site a request is for, as `Site.find_for_request` says, usually without asking the database."""
    if not hasattr(request, "_wagtail_site"):
        host = hashlib.sha256(f"{request._get_raw_host()}|{request.get_port()}".encode()).hexdigest()[:24]
        found = remembered(f"site:{host}", lambda: (Site.find_for_request(request),))
        request._wagtail_site = found[0]
    return request._wagtail_site


def homes_of(site: Site) -> dict[str, Page]:
    """The home page in each language, its locale at hand."""
    return remembered(
        f"homes:{site.pk}",
        lambda: {
            page.locale.language_code: page
            for page in Page.objects.live()
            .filter(translation_key=site.root_page.translation_key)
            .select_related("locale")
        },
    )


def frame_for(site: Site | None, language: str) -> Frame:
    """The frame of a site in a language: remembered, else in two queries."""
    if site is None:
        return Frame()
    return remembered(f"frame:{site.pk}:{language}", lambda: _build(site, language))


def _build(site: Site, language: str) -> Frame:
    from .pages import ServicePage

    saved = CitySettings.of(site)
    city = City(**{field.name: getattr(saved, field.name) for field in fields(City)})
    navigation, footer = ([block["value"] for block in stream.raw_data] for stream in (saved.navigation, saved.footer))
    chosen = {link["page"] for link in (*navigation, *footer) if link.get("page")}
    keys = Page.objects.filter(pk__in=chosen).values("translation_key")
    accessibility = ServicePage.Kind.ACCESSIBILITY
    pages = list(
        Page.objects.live()
        .filter(Q(translation_key__in=keys) | Q(servicepage__kind=accessibility))
        .annotate(service=F("servicepage__kind"), language=F("locale__language_code"))
        .order_by("path")
    )
    by_id = {page.pk: page for page in pages}
    translated = {page.translation_key: page for page in pages if page.language == language}

    def links(entries: list[dict]) -> tuple[Link, ...]:
        found = []
        for entry in entries:
            if page := by_id.get(entry.get("page")):
                shown = translated.get(page.translation_key, page)
                label = entry.get("label_en") if language == "en" else entry.get("label")
                other = "" if shown.language == language else shown.language
                found.append(Link(label or shown.title, shown.url or "", other, "" if label else other))
        return tuple(found)

    statements = [page for page in pages if page.service == accessibility]
    statement = next((page for page in statements if page.language == language), next(iter(statements), None))
    return Frame(city, links(navigation), links(footer), (statement.url or "") if statement else "")


# Asked by every page of the site.
_translations_of = PreparedQuery(
    lambda key: (
        unrestricted(Page.objects.live())
        .filter(translation_key=key)
        .only("url_path")
        .annotate(language=F("locale__language_code"))
        .order_by()
    ),
    key=lambda: Page._meta.get_field("translation_key"),
)


class Website:
    """The surroundings of the page being served; each part is worked out when a template asks for it."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.language = get_language() or settings.LANGUAGE_CODE
        route = getattr(request, "_wagtail_route_for_request", None)
        self.page = route.page if route else None

    @cached_property
    def site(self) -> Site | None:
        return site_of(self.request)

    @cached_property
    def frame(self) -> Frame:
        return frame_for(self.site, self.language)

    @cached_property
    def name(self) -> str:
        return (self.site.site_name if self.site else "") or settings.WAGTAIL_SITE_NAME

    @property
    def city(self) -> City:
        return self.frame.city

    @property
    def accessibility_state(self) -> str:
        return state_in_words(conformity(self.city, today=timezone.localdate()))

    @cached_property
    def around(self) -> Around:
        return Around(
            name=self.name,
            city=self.city,
            home_url=self.home_url,
            search_url=self.search_url,
            navigation=self._entries(self.frame.navigation),
            footer_links=self._entries(self.frame.footer),
            languages=self.languages,
            accessibility_statement_url=self.frame.accessibility_statement_url,
            accessibility_state=self.accessibility_state,
        )

    def _entries(self, links: tuple[Link, ...]) -> tuple[Entry, ...]:
        path = self.request.path
        return tuple(
            Entry(one.title, one.url, one.language, one.title_language, path.startswith(one.url), one.url == path)
            for one in links
        )

    @property
    def is_demonstration(self) -> bool:
        return getattr(settings, "IS_DEMONSTRATION", False) and self.city.is_demonstration

    @cached_property
    def home_url(self) -> str:
        return reverse("wagtail_serve", args=[""])

    @cached_property
    def search_url(self) -> str:
        return reverse("search")

    @cached_property
    def feed_url(self) -> str:
        return reverse("news_feed_en" if self.language == "en" else "news_feed")

    @cached_property
    def base_url(self) -> str:
        return self.site.root_url if self.site else settings.WAGTAILADMIN_BASE_URL.rstrip("/")

    @cached_property
    def canonical_url(self) -> str:
        return self.base_url + self.request.path

    @cached_property
    def trail(self) -> list[Page]:
        """The pages above the one being served, the home page first."""
        return list(getattr(self.request, "page_trail", [])[:-1])

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """Every language of the site: where this page is in it, else its home page."""
        translations = self._translations()
        return tuple(
            Language(
                code=code,
                name=get_language_info(code)["name_local"].capitalize(),
                url=translations.get(code) or _home_in(code),
                is_current=code == self.language,
                is_translation=bool(translations.get(code)),
            )
            for code, _name in settings.LANGUAGES
        )

    @cached_property
    def alternates(self) -> list[Language]:
        """The languages this very page exists in, with full addresses, for hreflang."""
        return [replace(one, url=self.base_url + one.url) for one in self.languages if one.is_translation]

    def _translations(self) -> dict[str, str]:
        path = self.request.path
        if self.page is None:
            urls = {code: translate_url(path, code) for code, _name in settings.LANGUAGES if code != self.language}
            return {code: url for code, url in urls.items() if url != path} | {self.language: path}
        if self.site and self.page.translation_key == self.site.root_page.translation_key:
            return {code: page.get_url(self.request) or "" for code, page in homes_of(self.site).items()}
        pages = _translations_of.fetch(key=self.page.translation_key)
        urls = {page.language: page.get_url(self.request) or "" for page in pages}
        # What a page serves below its own address (its results) is at the same place below each translation.
        own = urls.get(self.language, "")
        rest = path.removeprefix(own) if own and path.startswith(own) else ""
        return {code: url and url + rest for code, url in urls.items()}


def _home_in(code: str) -> str:
    with override(code):
        return reverse("wagtail_serve", args=[""])
