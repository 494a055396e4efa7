"""`manage.py setup_site`: what the site needs before its first page is written. Running it again changes nothing."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext, override
from wagtail.models import Locale, Page, Site

from home.pages import HomePage
from home.settings import CitySettings
from participation.people.groups import install_groups
from participation.quartiers.founding import install_all_rights

PORTS = {"http": 80, "https": 443}


class Command(BaseCommand):
    help = "Creates languages, home pages, site, staff groups, workflow and settings when they are missing."

    @transaction.atomic
    def handle(self, *args, **options):
        locales = [Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES]
        home = self.home(locales[0])
        for locale in locales[1:]:
            self.translate(home, locale)
        site = self.site(home)
        CitySettings.objects.get_or_create(site=site)
        install_groups()
        install_all_rights()
        self.stdout.write(f"{site.root_url}: ready")

    def home(self, locale: Locale) -> HomePage:
        """The home page in the main language; Wagtail's welcome page makes room for it."""
        found = HomePage.objects.filter(locale=locale).first()
        if found:
            return found
        root = Page.get_first_root_node()
        welcome = root.get_children().filter(
            content_type__app_label="wagtailcore", content_type__model="page", slug="home"
        )
        keeper = Site.objects.filter(root_page__in=welcome)
        home = HomePage(title=settings.WAGTAIL_SITE_NAME, slug="accueil", locale=locale)
        root.add_child(instance=home)
        keeper.update(root_page=home)
        for page in welcome:
            page.delete()
        home.refresh_from_db()
        home.save_revision().publish()
        return home

    def translate(self, home: HomePage, locale: Locale) -> None:
        if home.has_translation(locale):
            return
        translation = home.copy_for_translation(locale)
        with override(locale.language_code):
            translation.title = gettext("Home")
        translation.slug = f"home-{locale.language_code}"
        translation.save_revision().publish()

    def site(self, home: HomePage) -> Site:
        """The site at BASE_URL, rooted at the home page."""
        address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
        site.hostname = address.hostname or "localhost"
        site.port = address.port or PORTS.get(address.scheme, 80)
        site.site_name = settings.WAGTAIL_SITE_NAME
        site.root_page = home
        site.save()
        return site
