"""What cannot be served says so in its head too: its title, its language, and that search engines leave it out."""

import re
from base64 import b64encode
from hashlib import sha256

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


STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def stands_alone(html: str) -> None:
    """Both languages, and nothing a browser or a server would have to fetch or run."""
    assert head_of(html)[0] == FRENCH
    assert '<section lang="en">' in html
    assert not re.search(r"<(script|link|img|iframe|form)\b|url\(|@import|\bsrc=|https?://|\bstyle=|{[{%#]", html)


@pytest.mark.parametrize("language", [FRENCH, ENGLISH])
def test_a_failure_is_said_in_both_languages_and_needs_nothing_of_what_may_have_failed(language):
    with translation.override(language):
        response = failed(RequestFactory().get("/"))
    assert response.status_code == 500
    html = response.content.decode()
    stands_alone(html)
    digest = b64encode(sha256(STYLE.search(html).group(1).encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in response["Content-Security-Policy"]


def test_the_maintenance_page_stands_alone_and_looks_like_the_page_of_a_failure(settings):
    html = (settings.SITE / "static" / "503.html").read_text(encoding="utf-8")
    stands_alone(html)
    assert STYLE.search(html).group(1) == STYLE.search(failed(RequestFactory().get("/")).content.decode()).group(1)
