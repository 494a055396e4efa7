"""Public pages may be kept by shared caches; nothing else may."""

import pytest

from tests.factories import make_consultation

pytestmark = pytest.mark.django_db


def test_public_pages_are_the_same_for_everybody(client):
    page = make_consultation()
    for address in ("/", "/participer/", page.url, "/recherche/?q=place"):
        response = client.get(address)
        assert response.status_code == 200
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
        assert "Accept-Language" not in response.headers.get("Vary", "")
        assert "csrfmiddlewaretoken" not in response.content.decode()


def test_the_same_page_for_signed_in_staff_is_private(admin_client):
    page = make_consultation()
    response = admin_client.get(page.url)
    assert "private" in response.headers["Cache-Control"]


def test_the_french_page_does_not_depend_on_the_browsers_language(client):
    page = make_consultation()
    french, english = (client.get(page.url, HTTP_ACCEPT_LANGUAGE=code).content for code in ("fr", "en"))
    assert french == english


def test_public_pages_come_compressed_and_private_ones_do_not(client, admin_client):
    page = make_consultation()
    asked = {"HTTP_ACCEPT_ENCODING": "gzip"}
    for address in ("/", page.url, "/recherche/?q=place", "/actualites.atom"):
        response = client.get(address, **asked)
        assert response.headers["Content-Encoding"] == "gzip", address
        assert "Accept-Encoding" in response.headers["Vary"]
        assert "Content-Encoding" not in client.get(address).headers
    assert "Content-Encoding" not in admin_client.get(page.url, **asked).headers
    screen = client.post(f"/repondre/{page.translation_key}/", HTTP_SEC_FETCH_SITE="same-origin", **asked, follow=True)
    assert "no-store" in screen.headers["Cache-Control"]
    assert "Content-Encoding" not in screen.headers
