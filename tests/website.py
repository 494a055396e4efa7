"""Small factories for the site around the mechanisms: languages, home pages, articles, images."""

import itertools
import time
from io import BytesIO, StringIO

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.utils import decrypt
from django.contrib.contenttypes.models import ContentType
from django.core.files.images import ImageFile
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.test import Client
from PIL import Image
from wagtail.models import Collection, Locale, Page, Site

from home.models import ArticlePage, HomePage, NewsIndexPage, NewsPage, SectionPage, ServicePage
from participation.editorial.models import CityImage, Stake, Subject
from participation.people import sessions
from participation.people.groups import Role, group_of
from participation.people.models import User

HOSTILE = "<script>alert('x')</script> & « co »"
_numbers = itertools.count(1)


def restore_roots() -> None:
    """What the migrations had put there and a test with real transactions may have emptied behind it."""
    if Page.objects.filter(depth=1).exists():
        return
    ContentType.objects.clear_cache()
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    locale, _created = Locale.objects.get_or_create(language_code="fr")
    Page.add_root(instance=Page(title="Root", slug="root", locale=locale))
    if not Collection.objects.filter(depth=1).exists():
        Collection.add_root(name="Root")


def make_website() -> HomePage:
    """Languages, home pages, site, groups and settings, as `setup_site` makes them; gives the French home page."""
    restore_roots()
    if not HomePage.objects.exists():
        call_command("setup_site", stdout=StringIO())
    Site.clear_site_root_paths_cache()
    return HomePage.objects.get(locale__language_code="fr")


def english(page: Page) -> Page:
    """The English page of the same key."""
    return page.get_translation(Locale.objects.get(language_code="en"))


def add_page(model, parent: Page, **fields):
    """A live page of this type under `parent`."""
    number = next(_numbers)
    page = model(**({"title": f"Page {number}", "slug": f"page-{number}", "locale": parent.locale} | fields))
    parent.add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def add_article(parent: Page, **fields) -> ArticlePage:
    return add_page(ArticlePage, parent, **fields)


def add_section(parent: Page, **fields) -> SectionPage:
    return add_page(SectionPage, parent, **fields)


def add_news(parent: Page, **fields) -> NewsPage:
    return add_page(NewsPage, parent, **fields)


def add_news_index(parent: Page, **fields) -> NewsIndexPage:
    return add_page(NewsIndexPage, parent, **({"title": "Actualités", "slug": "actualites"} | fields))


def add_service(parent: Page, **fields) -> ServicePage:
    return add_page(ServicePage, parent, **fields)


def make_subject(**fields) -> Subject:
    number = next(_numbers)
    return Subject.objects.create(
        **(
            {
                "name": f"Sujet {number}",
                "name_en": f"Subject {number}",
                "slug": f"sujet-{number}",
                "stake": Stake.SOCIAL,
            }
            | fields
        )
    )


def make_image(**fields) -> CityImage:
    content = BytesIO()
    Image.new("RGB", (320, 200), "teal").save(content, "PNG")
    content.seek(0)
    number = next(_numbers)
    image = CityImage(**({"title": f"Image {number}", "credit": "Photographe"} | fields))
    image.file = ImageFile(content, name=f"image-{number}.png")
    image.save()
    return image


def make_staff(role: Role) -> User:
    """Someone of the staff, in the group of this role, whose address is confirmed."""
    name = f"{role}-{next(_numbers)}"
    user = User.objects.create_user(username=name, email=f"{name}@ville.example", password="a long enough password")
    user.groups.add(group_of(role))
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def give_authenticator(user: User) -> str:
    """An authenticator, the one this person has or a new one; gives its secret."""
    present = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    if present:
        return decrypt(present.data["secret"])
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def enter_office(client: Client, user: User) -> Client:
    """Sign in as a password and then an authenticator do: the session says so in allauth's own records.

    `client.force_login` alone opens no office: there is no second factor in it.
    """
    give_authenticator(user)
    factor = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
    client.force_login(user)
    session, now = client.session, time.time()
    session["account_authentication_methods"] = [
        {"method": "password", "at": now, "email": user.email},
        {"method": "mfa", "at": now, "id": factor.pk, "type": factor.type},
    ]
    session["account_authentication_methods_user"] = str(user.pk)
    sessions.begin(session)
    session.save()
    return client
