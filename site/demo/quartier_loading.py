"""The five quartiers, founded as administration founds them, with two invented deputies and their dates."""

from datetime import datetime, timedelta

from django.utils import timezone

from demo import images, logins, streams, tree
from demo.content import quartiers as content
from demo.content.records import Text
from home.pages import HomePage, NewsPage
from participation.people.models import User
from participation.quartiers import portfolios
from participation.quartiers.founding import found_quartier
from participation.quartiers.models import Portfolio, QuartierOffice, QuartierSettings, QuartiersIndexPage
from participation.territory.models import Area


def load(home: HomePage, *, now: datetime, by: User) -> None:
    """Found what is missing; a quartier founded before stays as editors left it."""
    index = tree.ensure(
        QuartiersIndexPage, home, by=by, title=content.TITLE, slug=content.SLUG, summary=content.SUMMARY
    )
    offices = {one.code: _quartier(one, index, now=now, by=by) for one in content.QUARTIERS}
    for item in content.NEWS:
        tree.ensure(
            NewsPage,
            offices[item.quartier].news.specific,
            by=by,
            title=item.title,
            slug=item.slug,
            summary=item.summary,
            date=item.published_on,
            body=streams.body((Text(html=item.text),)),
        )
    _share_images()
    if not Portfolio.objects.exists():
        _appoint(offices, now=now)


def _quartier(quartier: content.Quartier, index: QuartiersIndexPage, *, now: datetime, by: User) -> QuartierOffice:
    area, _created = Area.objects.get_or_create(
        kind=Area.Kind.QUARTIER, code=quartier.code, defaults={"name": quartier.name}
    )
    found = QuartierOffice.objects.filter(area=area).first()
    if found:
        return found
    office = found_quartier(area=area, parent=index, actor=logins.user_of("administrator"), now=now)
    page = office.page
    tree.fill(page, summary=quartier.summary, portrait=quartier.portrait)
    tree.publish(page, by=by)
    return office


def _share_images() -> None:
    """The drawings of the demonstration are for every quartier."""
    shared = QuartierSettings.load().shared_collection
    for name in ("place", "maison"):
        image = images.ensure(name)
        if image.collection.is_root():
            image.collection = shared
            image.save()


def _appoint(offices: dict[str, QuartierOffice], *, now: datetime) -> None:
    """One deputy in the north, one in the south and the west; the second stands in for the first for some days."""
    today, actor = timezone.localdate(now), logins.user_of("administrator")
    one, two = logins.user_of("deputy"), logins.user_of("deputy_other")
    given = {"now": now, "actor": actor}
    portfolio = portfolios.appoint(
        user=one, area=offices["nord"].area, title=content.PORTFOLIO, starts_on=today - timedelta(days=200), **given
    )
    for code in ("sud", "ouest"):
        portfolios.appoint(
            user=two,
            area=offices[code].area,
            title=content.OTHER_PORTFOLIO,
            starts_on=today - timedelta(days=200),
            **given,
        )
    portfolios.appoint(
        user=two,
        area=offices["centre"].area,
        title=content.OTHER_PORTFOLIO,
        starts_on=today - timedelta(days=700),
        ends_on=today - timedelta(days=330),
        **given,
    )
    portfolios.declare_absence(
        portfolio=portfolio,
        starts_on=today + timedelta(days=20),
        ends_on=today + timedelta(days=34),
        replaced_by=two,
        **given,
    )
