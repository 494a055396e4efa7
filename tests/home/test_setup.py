"""Setting up the site from nothing."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Page, Site, Workflow

from home.models import CitySettings, HomePage
from tests.website import make_website

pytestmark = pytest.mark.django_db


def test_setting_up_gives_a_home_page_in_each_language():
    home = make_website()
    assert home.live
    assert home.url == "/"
    assert {page.locale.language_code for page in home.get_translations(inclusive=True)} == {"fr", "en"}
    assert Site.objects.get().root_page_id == home.pk
    assert not Page.objects.filter(content_type__model="page", depth=2).exists()


def test_setting_up_twice_changes_nothing():
    make_website()
    before = [model.objects.count() for model in (Page, Site, Locale, Workflow, CitySettings)]
    call_command("setup_site", stdout=StringIO())
    assert [model.objects.count() for model in (Page, Site, Locale, Workflow, CitySettings)] == before


def test_the_main_language_is_french():
    home = make_website()
    assert home.locale.language_code == "fr"
    assert HomePage.objects.get(locale__language_code="en").url == "/en/"
