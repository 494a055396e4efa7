"""What is not public yet, no longer or not for everybody shows through none of the site's channels (S12, T9)."""

import itertools
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from home.models import ArticlePage, NewsPage, ServicePage
from participation.consultations.pages import ConsultationPage
from participation.people.groups import Role
from tests.factories import BODY, answer, make_process
from tests.website import (
    add_news_index,
    add_page,
    add_section,
    add_service,
    english,
    enter_office,
    make_image,
    make_staff,
    make_website,
)

pytestmark = pytest.mark.django_db

# Searched for, and so said again by the search itself.
ASKED = "canari"
# Written beside it on pages that are not public, and on public ones.
SECRET, PUBLIC = "zibeline", "hermine"


def unpublished(page: Page) -> None:
    page.unpublish()


def never_published(page: Page) -> None:
    """As an editor's first save leaves it."""
    Page.objects.filter(pk=page.pk).update(live=False, first_published_at=None, last_published_at=None)


def scheduled(page: Page) -> None:
    page.unpublish()
    page.refresh_from_db()
    page.go_live_at = timezone.now() + timedelta(days=2)
    page.save_revision().publish()


def expired(page: Page) -> None:
    page.unpublish()
    Page.objects.filter(pk=page.pk).update(expired=True, expire_at=timezone.now() - timedelta(hours=1))


def for_the_signed_in(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def for_a_group(page: Page) -> None:
    kept = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    kept.groups.set(make_staff(Role.MODERATION).groups.all())


def under_a_private_page(page: Page) -> None:
    kept = add_section(page.get_parent(), title=f"Rubrique {SECRET}")
    for_the_signed_in(kept)
    page.move(kept, pos="last-child")


def alias_of_a_private_page(page: Page) -> None:
    for_the_signed_in(page)
    for_the_signed_in(page.create_alias(update_slug=f"{page.slug}-alias"))


def moved_and_unpublished(page: Page) -> None:
    """Its former address leads to it still."""
    Redirect.objects.create(old_path=f"/avant/{page.pk}", redirect_page=page, is_permanent=True)
    page.unpublish()


STATES: list[Callable[[Page], None]] = [
    unpublished,
    never_published,
    scheduled,
    expired,
    for_the_signed_in,
    for_a_group,
    under_a_private_page,
    alias_of_a_private_page,
    moved_and_unpublished,
]


class Ground:
    """A site in two languages, and where a page of each kind lives in it."""

    def __init__(self) -> None:
        home, process = make_website(), make_process()
        self.parents = {
            ("fr", ArticlePage): add_section(home, title="Dossiers", slug="dossiers"),
            ("fr", NewsPage): add_news_index(home),
            ("fr", ConsultationPage): process,
        }
        self.parents |= {("en", kind): self._english(parent) for (_, kind), parent in list(self.parents.items())}
        self.image = make_image(title=f"Photo {SECRET}", credit="")

    def _english(self, page: Page) -> Page:
        locale = english(make_website()).locale
        present = page.get_translation_or_none(locale)
        if not present:
            present = page.copy_for_translation(locale, copy_parents=True)
            present.save_revision().publish()
        return type(page).objects.get(pk=present.pk)

    def plant(self, kind: type[Page], language: str, name: str, word: str) -> Page:
        """A live page that says `word` wherever something can be written, its address too."""
        words = f"{ASKED} {word} {name}"
        fields = {"title": words, "slug": f"{word}-{name}", "seo_title": words, "search_description": words}
        fields |= {"summary": words, "image": self.image} if word == SECRET else {"summary": words}
        if kind is ConsultationPage:
            fields |= {"opens_at": timezone.now() - timedelta(days=1), "closes_at": timezone.now() + timedelta(days=9)}
            fields |= {"body": [("text", f"<p>{words}</p>"), *BODY], "object": f"<p>{words}</p>"}
        else:
            fields |= {"body": [("text", f"<p>{words}</p>")]}
        known = {field.name for field in kind._meta.get_fields()}
        page = add_page(
            kind, self.parents[language, kind], **{name: value for name, value in fields.items() if name in known}
        )
        return page


def public_translation(page: Page) -> Page:
    twin = page.copy_for_translation(english(make_website()).locale)
    twin.title, twin.slug = f"{ASKED} {PUBLIC}", f"{PUBLIC}-{page.pk}"
    twin.summary, twin.seo_title, twin.search_description, twin.body = "", "", "", []
    if isinstance(twin, ConsultationPage):
        twin.object = ""
    twin.save_revision().publish()
    PageViewRestriction.objects.filter(page=twin).delete()
    return type(page).objects.get(pk=twin.pk)


def cards_to(pages: list[Page], language: str) -> ServicePage:
    """A public page whose editor has chosen these pages as cards, and links to them in its text."""
    home = make_website() if language == "fr" else english(make_website())
    links = "".join(f'<p><a linktype="page" id="{page.pk}">lire</a></p>' for page in pages)
    groups = [("cards", {"heading": "Voir aussi", "pages": pages[at : at + 6]}) for at in range(0, len(pages), 6)]
    return add_service(home, title="Voir aussi", kind="site_map", body=[("text", links), *groups])


def channels(ground: Ground, cards: list[ServicePage]) -> list[str]:
    """Every address where one page speaks of others, search engines and feed readers included."""
    home = make_website()
    above = [
        page
        for language in ("fr", "en")
        for page in ground.parents[language, ConsultationPage].get_ancestors(inclusive=True).filter(depth__gt=1)
    ]
    lists = [page.url for page in [home, english(home), *above, *ground.parents.values(), *cards]]
    searches = [
        f"{root}recherche/?q={word}&page={page}" for root in ("/", "/en/") for word in (ASKED, "") for page in (1, 2, 3)
    ]
    feeds = ["/sitemap.xml", "/actualites.atom", "/en/news.atom", "/robots.txt", "/api/v2/pages/", "/api/v3/pages/"]
    return sorted({*lists, *searches, *feeds})


KINDS = (ArticlePage, NewsPage, ConsultationPage)
# Every state in French; in English the two that translations could undo.
PLANTED = [
    *(("fr", state) for state in STATES),
    ("en", unpublished),
    ("en", for_the_signed_in),
]


def test_no_channel_tells_of_a_page_that_is_not_public(client):
    ground = Ground()
    hidden = [
        (language, state, ground.plant(kind, language, f"{kind.__name__}-{state.__name__}".lower(), SECRET))
        for kind, (language, state) in itertools.product(KINDS, PLANTED)
    ]
    answer(page=next(page for _, state, page in hidden if state is unpublished and isinstance(page, ConsultationPage)))
    cards = [cards_to([page for own, _, page in hidden if own == language], language) for language in ("fr", "en")]
    for _, state, page in hidden:
        state(page)
    shown = [ground.plant(kind, language, "publique", PUBLIC) for kind in KINDS for language in ("fr", "en")]
    # A translation that is public while its source is not, and the other way round.
    twins = [
        public_translation(page)
        for language, state, page in hidden
        if language == "fr" and state in {unpublished, for_the_signed_in}
    ]
    shown[0].copy_for_translation(english(make_website()).locale)

    addresses = [*channels(ground, cards), *(twin.url for twin in twins)]
    # What the staff has just read is in no cache for others.
    officer = enter_office(Client(), make_staff(Role.ADMINISTRATION))
    for address in addresses:
        officer.get(address)
    told = {address: client.get(address).content.decode().lower() for address in addresses}
    # An editor may link to a page kept for some readers: its address is told, and leads to the sign-in.
    kept = [page.slug for _, _, page in hidden if Page.objects.get(pk=page.pk).get_view_restrictions().exists()]
    for address in [page.url for page in cards]:
        for slug in sorted(kept, key=len, reverse=True):
            told[address] = told[address].replace(slug, "")
    assert [address for address, text in told.items() if SECRET in text] == []
    for page in shown:
        assert sum(page.slug in text for text in told.values()) >= 4, page

    for _, _, page in hidden:
        more = [f"{page.url}resultats/"] if isinstance(page, ConsultationPage) else []
        for address in [page.url, f"/avant/{page.pk}", *more]:
            response = client.get(address)
            assert response.status_code in {301, 302, 404, 410}, address
            # A refusal may name the address that was asked for.
            assert SECRET not in response.content.decode().lower().replace(page.slug, ""), address
