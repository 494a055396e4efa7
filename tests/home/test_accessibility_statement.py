"""What the site declares about its accessibility: what an audit says, nothing better."""

import re
from datetime import date, timedelta
from decimal import Decimal
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Site

from home import statement
from home.models import CitySettings, ServicePage
from tests.website import add_service, english, make_website

pytestmark = pytest.mark.django_db

FULLY, PARTLY, NOT = (
    f"Accessibilité\u00a0: {words}" for words in ("totalement conforme", "partiellement conforme", "non conforme")
)


@pytest.fixture
def home():
    return make_website()


@pytest.fixture
def page(home) -> ServicePage:
    return add_service(home, kind=ServicePage.Kind.ACCESSIBILITY, slug="accessibilite", title="Déclaration")


def an_audit(**changes) -> CitySettings:
    """An audit made yesterday by somebody, typed in the settings but not yet saved."""
    city = CitySettings.for_site(Site.objects.get())
    audit = {
        "audited_on": timezone.localdate() - timedelta(days=1),
        "auditor": "Cabinet Regard",
        "audit_rate": Decimal("71.5"),
        "audit_sample": "Accueil\nContact",
    }
    for name, value in {**audit, **changes}.items():
        setattr(city, name, value)
    return city


def text_of(client, address: str) -> str:
    """The words of a page, without its mark-up."""
    html = client.get(address).content.decode()
    return re.sub(r"\s*\n\s*", " ", unescape(re.sub(r"<[^>]+>", "", html)))


def years_ago(years: int, *, days: int = 0) -> date:
    today = timezone.localdate()
    day = today.day if (today.month, today.day) != (2, 29) else 28
    return today.replace(year=today.year - years, day=day) + timedelta(days=days)


def test_without_an_audit_every_page_says_not_compliant(client, page):
    assert NOT in text_of(client, "/")
    text = text_of(client, page.url)
    assert NOT in text
    assert "faute d’audit en cours de validité" in text
    assert "%" not in text


def test_without_an_audit_the_english_pages_say_so_too(client, page, home):
    translation = page.copy_for_translation(english(home).locale)
    translation.slug = "accessibility"
    translation.save_revision().publish()
    text = text_of(client, "/en/accessibility/")
    assert "Accessibility: not compliant" in text
    assert "there is no valid audit" in text
    assert "Legal remedies" in text


@pytest.mark.parametrize(
    ("rate", "words", "sentence"),
    [
        ("100", FULLY, "en conformité totale"),
        ("99.99", PARTLY, "en conformité partielle"),
        ("50", PARTLY, "en conformité partielle"),
        ("49.99", NOT, "moins de la moitié"),
        ("0", NOT, "moins de la moitié"),
    ],
)
def test_the_words_follow_the_rate_of_the_audit(client, page, rate, words, sentence):
    city = an_audit(audit_rate=Decimal(rate))
    city.full_clean()
    city.save()
    assert words in text_of(client, "/")
    text = text_of(client, page.url)
    assert sentence in text
    assert f"{rate.replace('.', ',')}\u00a0% des critères" in text
    assert "Cabinet Regard" in text


@pytest.mark.parametrize("missing", ["audited_on", "auditor", "audit_rate", "audit_sample"])
def test_half_an_audit_is_refused_and_counts_for_nothing(client, page, missing):
    city = an_audit(**{missing: None if missing in ("audited_on", "audit_rate") else " "})
    with pytest.raises(ValidationError) as refused:
        city.full_clean()
    assert set(refused.value.message_dict) == {missing}
    city.save()
    assert NOT in text_of(client, "/")
    assert "% des critères" not in text_of(client, page.url)


@pytest.mark.parametrize("rate", ["-1", "100.01", "250"])
def test_a_rate_that_cannot_be_is_refused_and_counts_for_nothing(client, page, rate):
    city = an_audit(audit_rate=Decimal(rate))
    with pytest.raises(ValidationError) as refused:
        city.full_clean()
    assert "audit_rate" in refused.value.message_dict
    city.save()
    assert NOT in text_of(client, "/")


def test_an_audit_of_a_day_to_come_is_refused_and_counts_for_nothing(client, page):
    city = an_audit(audited_on=timezone.localdate() + timedelta(days=1))
    with pytest.raises(ValidationError, match="à venir"):
        city.full_clean()
    city.save()
    assert NOT in text_of(client, page.url)


def test_an_audit_counts_for_three_years_and_no_longer(client, page):
    city = an_audit(audited_on=years_ago(3))
    city.full_clean()
    city.save()
    assert PARTLY in text_of(client, "/")
    too_old = an_audit(audited_on=years_ago(3, days=-1))
    with pytest.raises(ValidationError, match="trop ancien"):
        too_old.full_clean()
    too_old.save()
    assert NOT in text_of(client, "/")
    assert "% des critères" not in text_of(client, page.url)


def test_an_audit_that_grew_old_does_not_keep_the_city_from_changing_its_telephone(page):
    an_audit(audited_on=years_ago(4)).save()
    city = CitySettings.objects.get()
    city.phone = "04 00 00 00 00"
    city.full_clean()


def test_the_statement_has_every_part_the_law_asks_for_in_its_order(client, page):
    html = client.get(page.url).content.decode()
    headings = [unescape(found) for found in re.findall(r"<h2 id[^>]*>([^<]+)</h2>", html)]
    assert headings == [
        "État de conformité",
        "Résultats des tests",
        "Contenus non accessibles",
        "Établissement de cette déclaration d’accessibilité",
        "Retour d’information et contact",
        "Voies de recours",
    ]
    text = text_of(client, page.url)
    assert "article 47 de la loi n°\u00a02005-102" in text
    assert "Libre réponse 71120" in text
    assert 'href="https://formulaire.defenseurdesdroits.fr/"' in html


def test_the_statement_lists_what_the_build_knows_to_be_wrong(client, page, monkeypatch, tmp_path):
    known = tmp_path / "known.json"
    known.write_text(
        '{"checked_on": "2026-11-23", "failings": '
        '[{"criteria": ["1.1", "1.3"], "fr": "Une image ne dit rien.", "en": "A picture says nothing."}]}'
    )
    monkeypatch.setattr(statement, "KNOWN_FAILINGS", known)
    statement.known_failings.cache_clear()
    try:
        text = text_of(client, page.url)
    finally:
        statement.known_failings.cache_clear()
    assert "Une image ne dit rien. (critères RGAA 1.1, 1.3)" in text
    assert "23 novembre 2026" in text
    assert NOT in text


def test_what_the_auditor_found_stands_in_the_statement(client, page):
    an_audit(
        audit_failings="Le plan n’a pas de description.\nLa vidéo n’a pas de sous-titres.",
        disproportionate_burden="Archives sonores",
        exempt_content="Carte du fournisseur",
        audit_environment="NVDA et Firefox",
    ).save()
    text = text_of(client, page.url)
    for words in ("Le plan n’a pas", "La vidéo n’a pas", "Archives sonores", "Carte du fournisseur", "NVDA et Firefox"):
        assert words in text


def test_the_statement_leads_to_the_contact_page(client, page, home):
    contact = add_service(home, kind=ServicePage.Kind.CONTACT, slug="contact")
    assert f'<a href="{contact.url}">Page de contact' in client.get(page.url).content.decode()
