"""What cannot be served says so in its head too: its title, its language, and that search engines leave it out."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.utils import translation

from home.errors import failed, forbidden
from participation.core.models import Activity
from tests.factories import make_consultation
from tests.website import make_website

pytestmark = pytest.mark.django_db
FRENCH, ENGLISH = "fr", "en"


def head_of(html: str) -> tuple[str, str]:
    """The document's language and title; its head keeps it out of search engines."""
    assert '<meta name="robots" content="noindex">' in html
    language = re.search(r'<html lang="([^"]+)"', html).group(1)
    return language, re.search(r"<title>([^<]+?) – ", html).group(1).strip()


@pytest.mark.parametrize(("language", "title"), [(FRENCH, "Accès refusé"), (ENGLISH, "Access refused")])
def test_a_refused_page_is_named_in_its_head(language, title):
    make_website()
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    with translation.override(language):
        response = forbidden(request, PermissionDenied())
    assert response.status_code == 403
    assert head_of(response.content.decode()) == (language, title)


def test_a_withdrawn_page_is_named_in_its_head():
    page = make_consultation()
    page.unpublish()
    assert Activity.objects.get(key=page.translation_key).is_withdrawn
    response = Client().get(page.url)
    assert response.status_code == 410
    assert head_of(response.content.decode()) == (FRENCH, "Page retirée")


@pytest.mark.parametrize(("language", "title"), [(FRENCH, "Une erreur"), (ENGLISH, "Something went wrong")])
def test_a_failure_is_named_in_its_head_though_nothing_is_asked_of_the_site(language, title):
    with translation.override(language):
        response = failed(RequestFactory().get("/"))
    assert response.status_code == 500
    found = head_of(response.content.decode())
    assert found[0] == language
    assert found[1].startswith(title)
