"""The pages around the consultations: home, mechanisms, direction, news, service pages, navigation and footer."""

from django.db import transaction
from wagtail.models import Page, Site

from demo import images, streams, tree
from demo.content import labels
from demo.content.direction import DIRECTION, HOME, NEWS, PARTICIPATE, SERVICE_PAGES
from demo.content.mechanisms import MECHANISMS
from demo.content.records import Mechanism, NewsItem, Step, Text, Timeline
from home.pages import ArticlePage, HomePage, NewsIndexPage, NewsPage, ServicePage
from home.settings import CitySettings
from participation.people.models import User
from participation.processes.pages import CataloguePage, MechanismPage


def load_catalogue(home: HomePage, *, by: User) -> CataloguePage:
    return tree.ensure(
        CataloguePage,
        home,
        by=by,
        **tree.fields_of(PARTICIPATE),
        social_image=images.ensure("place"),
    )


@transaction.atomic
def load_mechanisms(catalogue: CataloguePage, *, by: User) -> dict[str, MechanismPage]:
    """Mechanism key → its page."""
    return {mechanism.key: _mechanism(mechanism, catalogue, by=by) for mechanism in MECHANISMS}


def _mechanism(mechanism: Mechanism, catalogue: CataloguePage, *, by: User) -> MechanismPage:
    return tree.ensure(
        MechanismPage,
        catalogue,
        by=by,
        **tree.fields_of(mechanism, "audience", "what", "who", "how", "state_of_play"),
        illustration=mechanism.key,
        rules=streams.rules(mechanism.rules),
        editions=streams.editions(mechanism.editions),
        timeline=streams.steps(mechanism.timeline),
        sources=streams.sources(mechanism.sources),
    )


def load_direction(home: HomePage, *, by: User) -> ArticlePage:
    return tree.ensure(
        ArticlePage,
        home,
        by=by,
        **tree.fields_of(DIRECTION),
        body=streams.body(DIRECTION.body),
    )


@transaction.atomic
def load_service_pages(home: HomePage, *, by: User) -> None:
    for page in SERVICE_PAGES:
        tree.ensure(
            ServicePage,
            home,
            by=by,
            **tree.fields_of(page, "kind"),
            body=streams.body(page.body),
        )


@transaction.atomic
def load_news(home: HomePage, *, by: User) -> None:
    index = tree.ensure(
        NewsIndexPage, home, by=by, title=labels.NEWS_TITLE, slug="actualites", summary=labels.NEWS_SUMMARY
    )
    for item in NEWS:
        _news(item, index, by=by)


def _news(item: NewsItem, index: NewsIndexPage, *, by: User) -> NewsPage:
    drawing = images.OF_NEWS.get(item.slug)
    return tree.ensure(
        NewsPage,
        index,
        by=by,
        **tree.fields_of(item),
        date=item.published_on,
        image=images.ensure(drawing) if drawing else None,
        body=streams.body(item.body),
    )


@transaction.atomic
def load_home(home: HomePage, *, catalogue: CataloguePage, by: User) -> HomePage:
    """Fill the home page while it is as empty as `setup_site` left it."""
    if home.hero_heading or home.body:
        return home
    how_it_works = tuple(
        Step(label=title, date_text=str(number), text=text)
        for number, (title, text) in enumerate(HOME.how_it_works, start=1)
    )
    tree.fill(
        home,
        title=HOME.title,
        hero_heading=HOME.hero_heading,
        summary=HOME.lead,
        action_text=HOME.action_text,
        action_page=Page.objects.get(pk=catalogue.pk),
        social_image=images.ensure("place"),
        key_figures=streams.key_figures(HOME.figures),
        body=streams.body(
            (
                Text(html=HOME.introduction),
                Timeline(title=HOME.how_it_works_title, steps=how_it_works),
                Text(html=HOME.closing),
            )
        ),
    )
    tree.publish(home, by=by)
    return HomePage.objects.get(pk=home.pk)


def load_settings(home: HomePage) -> None:
    """Navigation and footer, while nobody has chosen them."""
    city = CitySettings.for_site(Site.objects.get(is_default_site=True))
    if city.navigation or city.footer:
        return
    pages = {page.slug: page for page in home.get_children()}
    city.navigation = _links(labels.NAVIGATION, pages)
    city.footer = _links(labels.FOOTER, pages)
    city.save()


def _links(entries: tuple[tuple[str, str, str], ...], pages: dict[str, Page]) -> list:
    return [
        ("page", {"page": pages[slug], "label": french, "label_en": english})
        for slug, french, english in entries
        if slug in pages
    ]
