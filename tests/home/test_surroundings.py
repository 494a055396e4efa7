"""What the head and the menus of a page tell other sites, browsers and screen readers."""

import re

import pytest
from django.test import Client
from PIL import Image
from wagtail.models import Site

from home.models import CitySettings
from participation.editorial.templatetags import kept
from tests.factories import answer, close, make_consultation
from tests.ground import ROOT
from tests.website import add_article, add_section, english, make_website

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return make_website()


def test_a_page_without_picture_is_shared_with_ours(client, home):
    text = client.get("/").content.decode()
    address = re.search(r'property="og:image" content="(http://[^/"]+/static/img/share\.png)"', text)
    assert address
    drawing = ROOT / "site/static/img/share.png"
    assert Image.open(drawing).size == (1200, 630)
    assert drawing.stat().st_size <= 60_000


def test_the_results_lead_to_the_results_in_the_other_language(client, home):
    page = make_consultation()
    answer(page=page)
    translated = page.get_parent().specific
    for above in (translated.get_parent().get_parent(), translated.get_parent(), translated, page):
        copy = above.specific.copy_for_translation(english(home).locale)
        copy.save_revision().publish()
    close(page)
    other = page.get_translation(english(home).locale)
    text = client.get(f"{page.url}resultats/").content.decode()
    alternates = dict(re.findall(r'<link rel="alternate" hreflang="(\w+)" href="https?://[^/]+([^"]+)"', text))
    assert alternates == {"fr": f"{page.url}resultats/", "en": f"{other.url}resultats/"}


def test_what_cannot_be_served_claims_no_address(client, home):
    add_article(home, slug="article")
    for address in ("/nulle-part/", "/article/suite/"):
        text = client.get(address).content.decode()
        assert 'rel="canonical"' not in text
        assert '<link rel="alternate" hreflang' not in text
        assert 'content="noindex"' in text


def test_links_to_pages_in_another_language_say_so(client, home):
    section = add_section(home, title="Démarches", slug="demarches")
    city = CitySettings.for_site(Site.objects.get())
    city.navigation = [("page", {"page": section, "label": "", "label_en": ""})]
    city.footer = [("page", {"page": section, "label": "", "label_en": "Formalities"})]
    city.save()
    text = client.get("/en/").content.decode()
    assert text.count('<a href="/demarches/" hreflang="fr" lang="fr">Démarches</a>') == 2
    assert '<a href="/demarches/" hreflang="fr">Formalities</a>' in text
    assert 'href="/demarches/" hreflang' not in client.get("/").content.decode()


def test_a_form_that_is_not_ours_is_refused_in_plain_words(home):
    visitor = Client(enforce_csrf_checks=True)
    response = visitor.post("/admin/login/", {"username": "a", "password": "b"})
    assert response.status_code == 403
    text = response.content.decode()
    assert "<h1>" in text
    assert "CSRF" not in text
    assert "403" in text


def test_what_surrounds_a_page_is_rendered_once_and_follows_every_change_at_once(client, home, monkeypatch):
    section = add_section(home, title="Démarches", slug="demarches")
    city = CitySettings.for_site(Site.objects.get())
    city.navigation = [("page", {"page": section, "label": "", "label_en": ""})]
    city.save()
    rendered = []
    whole = kept.KeptNode._rendered
    monkeypatch.setattr(
        kept.KeptNode, "_rendered", lambda node, *values: rendered.append(node.name) or whole(node, *values)
    )
    kept._kept.clear()

    def shown(path: str = "/") -> str:
        return client.get(path).content.decode()

    assert shown() == shown()
    assert rendered.count("fragments/header.html") == rendered.count("fragments/footer.html") == 1
    assert 'aria-current="page"' not in shown()
    assert 'href="/demarches/" aria-current="page"' in shown("/demarches/")
    assert 'aria-current="page"' not in shown()
    city.phone = "04 73 00 00 00"
    city.save()
    assert "04 73 00 00 00" in shown()
    section.title = "Formalités"
    section.save_revision().publish()
    assert "Formalités" in shown()
    assert "Démarches" not in shown()
    assert 'lang="fr" hreflang="fr"' in shown("/en/")
