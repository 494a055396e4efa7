"""Small factories for quartiers: areas, their offices, and deputies with portfolios."""

import itertools
from datetime import date, datetime, timedelta

from django.utils import timezone

from home.models import NewsPage
from participation.people.groups import Role
from participation.people.models import User
from participation.quartiers import portfolios
from participation.quartiers.founding import found_quartier
from participation.quartiers.models import Portfolio, QuartierOffice, QuartiersIndexPage
from participation.territory.models import Area
from tests.website import add_page, make_staff, make_website

_numbers = itertools.count(1)


def make_index() -> QuartiersIndexPage:
    """The list of quartiers under the home page; the site is made when it is missing."""
    found = QuartiersIndexPage.objects.filter(locale__language_code="fr").first()
    return found or add_page(QuartiersIndexPage, make_website(), title="Les quartiers", slug="quartiers")


def make_area(name: str = "Nord", **fields) -> Area:
    return Area.objects.create(**({"kind": Area.Kind.QUARTIER, "code": name.lower(), "name": name} | fields))


def make_office(name: str = "Nord", *, actor: User | None = None) -> QuartierOffice:
    """A quartier with everything that belongs to it."""
    parent = make_index()
    actor = actor or make_staff(Role.ADMINISTRATION)
    return found_quartier(area=make_area(name), parent=parent, actor=actor, now=timezone.now())


def make_person(first_name: str = "Alix", last_name: str = "Exemple") -> User:
    """An active account with a name and no right at all."""
    number = next(_numbers)
    return User.objects.create_user(
        username=f"personne-{number}",
        email=f"personne-{number}@exemple.example",
        password="a long enough password",
        first_name=first_name,
        last_name=last_name,
    )


def give_charge(user: User, office: QuartierOffice, *, now: datetime | None = None, **fields) -> Portfolio:
    """A portfolio in force since a month ago, given as administration gives it."""
    now = now or timezone.now()
    return portfolios.appoint(
        **(
            {
                "user": user,
                "area": office.area,
                "title": "Adjointe de quartier",
                "starts_on": timezone.localdate(now) - timedelta(days=30),
                "now": now,
                "actor": None,
            }
            | fields
        )
    )


def make_deputy(*offices: QuartierOffice, **fields) -> User:
    """Somebody with charge of these quartiers now."""
    user = make_person()
    for office in offices:
        give_charge(user, office, **fields)
    return user


def draft_news(office: QuartierOffice, *, by: User | None = None, title: str = "Brouillon") -> NewsPage:
    """News of a quartier, written and not published."""
    page = NewsPage(
        title=title,
        slug=f"nouvelle-{next(_numbers)}",
        date=date(2026, 11, 1),
        live=False,
        owner=by,
        locale=office.page.locale,
    )
    office.news.add_child(instance=page)
    page.save_revision(user=by)
    return NewsPage.objects.get(pk=page.pk)
