"""Staff and a consultation with answers."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from participation.people.groups import Role
from participation.people.models import User
from participation.questionnaires.models import Questionnaire
from tests.factories import answer, box_of, make_consultation
from tests.website import enter_office, make_staff


@pytest.fixture
def page(db):
    return make_consultation(title="Notre place")


@pytest.fixture
def box(page) -> Questionnaire:
    """The ballot box of `page`, holding one answer."""
    answer(page=page)
    return box_of(page)


@pytest.fixture
def superuser(page) -> User:
    return User.objects.create_superuser(username="everything", password="a long enough password")


@pytest.fixture
def as_role(page) -> Callable[[Role], Client]:
    """A browser in which someone of that role is signed in."""

    def sign_in(role: Role) -> Client:
        client = Client()
        enter_office(client, make_staff(role))
        return client

    return sign_in


@pytest.fixture
def office(superuser) -> Client:
    client = Client()
    enter_office(client, superuser)
    return client


@pytest.fixture
def url(box) -> Callable[..., str]:
    """The address of a screen about `box`."""
    return lambda name, *args: reverse(f"participation:{name}", args=[box.pk, *args])
