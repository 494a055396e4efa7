"""What surrounds every page: navigation, languages, feeds, probes, mail kept for reading."""

import json
from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.filebased import EmailBackend
from wagtail.models import Site

from home.models import CitySettings, ServicePage
from tests.website import HOSTILE, add_article, add_news, add_news_index, add_service, english, make_image, make_website

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return make_website()


def set_navigation(*pages, **fields) -> CitySettings:
    city = CitySettings.for_site(Site.objects.get())
    city.navigation = [("page", {"page": page, "label": "", "label_en": ""}) for page in pages]
    for name, value in fields.items():
        setattr(city, name, value)
    city.save()
    return city


def test_the_navigation_shows_the_chosen_pages(client, home):
    page = add_article(home, title="Participer", slug="participer")
    set_navigation(page)
    assert 'href="/participer/"' in client.get("/").content.decode()


def test_the_navigation_follows_the_language(client, home):
    page = add_article(home, title="Participer", slug="participer")
    translation = page.copy_for_translation(english(home).locale)
    translation.title, translation.slug = "Take part", "take-part"
    translation.save_revision().publish()
    set_navigation(page)
    text = client.get("/en/").content.decode()
    assert 'href="/en/take-part/"' in text
    assert "Take part" in text


def test_a_page_taken_offline_leaves_the_navigation_at_once(client, home):
    page = add_article(home, title="Participer", slug="participer")
    set_navigation(page)
    client.get("/")
    page.unpublish()
    assert 'href="/participer/"' not in client.get("/").content.decode()


def test_a_page_says_where_its_translation_is(client, home):
    page = add_article(home, slug="article")
    translation = page.copy_for_translation(english(home).locale)
    translation.slug = "piece"
    translation.save_revision().publish()
    text = client.get("/article/").content.decode()
    assert 'hreflang="en"' in text
    assert "/en/piece/" in text
    assert 'rel="canonical"' in text


def test_a_page_without_translation_leads_to_the_other_home_page_and_claims_no_translation(client, home):
    add_article(home, slug="article")
    text = client.get("/article/").content.decode()
    assert 'href="/en/"' in text
    assert '<link rel="alternate" hreflang="en"' not in text


def test_the_demonstration_banner_shows_until_the_setting_removes_it(client, home):
    banner = 'data-tone="demonstration"'
    assert banner in client.get("/").content.decode()
    city = CitySettings.for_site(Site.objects.get())
    city.is_demonstration = False
    city.save()
    assert banner not in client.get("/").content.decode()


def test_an_error_page_keeps_the_navigation_and_needs_no_site(client, home):
    set_navigation(add_article(home, slug="participer"))
    response = client.get("/nulle-part/")
    assert response.status_code == 404
    assert 'href="/participer/"' in response.content.decode()
    Site.objects.all().delete()
    assert client.get("/nulle-part/").status_code == 404


def test_the_probe_answers_without_a_session(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/healthz")
    assert json.loads(response.content) == {"status": "ok"}
    assert not response.cookies


def test_a_demonstration_asks_not_to_be_crawled(client, home):
    assert "Disallow: /\n" in client.get("/robots.txt").content.decode()
    CitySettings.objects.update(is_demonstration=False)
    CitySettings.objects.get().save()
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Disallow: /\n" not in text


def test_the_sitemap_holds_public_pages_with_their_languages(client, home):
    page = add_article(home, slug="article")
    draft = add_article(home, slug="brouillon")
    draft.unpublish()
    text = client.get("/sitemap.xml").content.decode()
    assert page.url in text
    assert "brouillon" not in text
    assert 'hreflang="en"' in text


@pytest.mark.parametrize(("address", "is_shown"), [("/actualites.atom", True), ("/en/news.atom", False)])
def test_the_feed_holds_the_news_of_its_language(client, home, address, is_shown):
    add_news(add_news_index(home), title="Ouverture de la place", slug="ouverture")
    response = client.get(address)
    assert response.status_code == 200
    assert ("Ouverture de la place" in response.content.decode()) is is_shown


def test_originals_are_never_served(client, home, settings):
    image = make_image()
    rendition = image.get_rendition("width-100|format-webp")
    assert client.get(rendition.url).status_code == 200
    assert client.get(f"/media/{image.file.name}").status_code == 404
    assert client.get("/media/images/../original_images/").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/media/images/../documents/note.pdf",
        "/media/images/%2e%2e/documents/note.pdf",
        "/media/images//../documents/note.pdf",
        "/media/images/a/../../documents/note.pdf",
        "/media/images//etc/passwd",
        "/media/images/../../secret.txt",
    ],
)
def test_no_address_leads_out_of_the_folder_of_renditions(client, home, settings, address):
    media = Path(settings.MEDIA_ROOT)
    for file in (media / "documents/note.pdf", media / "images/a/b.webp", media.parent / "secret.txt"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("secret")
    assert client.get(address).status_code == 404
    assert client.get("/media/images/a/b.webp").status_code == 200


def test_kept_mail_is_shown_without_running_what_it_holds(client, home, settings, tmp_path):
    settings.EMAIL_FILE_PATH = str(tmp_path)
    message = EmailMultiAlternatives(
        f"Votre code {HOSTILE}", f"Code : 123456 {HOSTILE}", "site@example.org", ["a@example.org"]
    )
    EmailBackend(file_path=str(tmp_path)).send_messages([message])
    listing = client.get("/-/courrier/").content.decode()
    assert "<script>" not in listing
    address = listing.split('href="/-/courrier/')[1].split('"')[0]
    text = client.get(f"/-/courrier/{address}").content.decode()
    assert "123456" in text
    assert "<script>" not in text


def test_the_accessibility_statement_is_in_the_footer(client, home):
    page = add_service(home, kind=ServicePage.Kind.ACCESSIBILITY, slug="accessibilite")
    assert f'href="{page.url}"' in client.get("/").content.decode()
