"""Every answer of the site carries the headers of its address, and its cookies are safe – as production sets them."""

import json
import re
import subprocess
import sys
from functools import cache

import pytest
from django.core.files.base import ContentFile
from django.http import Http404
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Site

from config import headers
from config.middleware import LazySessionMiddleware
from participation.people.doors import entries
from participation.people.groups import Role
from tests.factories import make_consultation
from tests.ground import ROOT, sample_environment
from tests.website import (
    add_article,
    add_news,
    add_news_index,
    add_section,
    enter_office,
    make_image,
    make_staff,
    make_website,
)

from .observatory import directives, score

pytestmark = pytest.mark.django_db

TRANSPORT = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=(), "
        "publickey-credentials-get=(self), publickey-credentials-create=(self)"
    ),
}
PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; upgrade-insecure-requests; report-uri /csp-report"
)
OFFICE_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-R'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; "
    "frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'; object-src 'none'; "
    "upgrade-insecure-requests; report-uri /csp-report"
)
PUBLIC = TRANSPORT | {"X-Frame-Options": "DENY", "Content-Security-Policy": PUBLIC_POLICY}
OFFICE = TRANSPORT | {"X-Frame-Options": "SAMEORIGIN", "Content-Security-Policy": OFFICE_POLICY}
FILE = PUBLIC | {"Content-Security-Policy": "default-src 'none'; sandbox"}
PDF = PUBLIC | {"Content-Security-Policy": "default-src 'none'"}
# A page of its own, with its style in itself: tests/home/test_errors.py looks at its policy.
STANDS_ALONE = PUBLIC | {"Content-Security-Policy": None}
PRIVATE = PUBLIC | {"Referrer-Policy": "same-origin"}
SHOW = """
import json
from config.settings import production
names = [name for name in dir(production) if name.startswith(("SECURE_", "CSRF_COOKIE", "SESSION_COOKIE", "COOKIE_"))]
print(json.dumps({name: getattr(production, name) for name in [*names, "X_FRAME_OPTIONS"]}))
"""


@cache
def production() -> dict:
    """What production says of transport and cookies."""
    environment = sample_environment() | {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT / "site")}
    done = subprocess.run(
        [sys.executable, "-c", SHOW], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.fixture
def as_in_production(settings):
    for name, value in production().items():
        setattr(settings, name, value)
    settings.SECURE_PROXY_SSL_HEADER = None
    return settings


@pytest.fixture
def visitor(as_in_production) -> Client:
    return Browser()


@pytest.fixture
def officer(as_in_production) -> Client:
    return enter_office(Browser(), make_staff(Role.ADMINISTRATION))


class Browser(Client):
    """A client over TLS, unless `without_tls` is said, that gets a failure as a browser would."""

    def __init__(self, **defaults):
        super().__init__(raise_request_exception=False, **defaults)

    def generic(self, *args, secure=False, without_tls=False, **kwargs):
        return super().generic(*args, secure=not without_tls, **kwargs)


def said(response, expected: dict) -> dict:
    """The same headers of this answer; a nonce is written R, and any policy fits where its own test looks at it."""
    found = {name: response.headers.get(name) for name in expected}
    policy = found.get("Content-Security-Policy") or ""
    found["Content-Security-Policy"] = re.sub(r"'nonce-[\w-]{22}'", "'nonce-R'", policy)
    if expected["Content-Security-Policy"] is None and "default-src 'none'" in policy:
        found["Content-Security-Policy"] = None
    return found


def check(response, status: int, expected: dict, name: str) -> None:
    assert (response.status_code, said(response, expected)) == (status, expected), name


def add_document(name: str, content: bytes = b"a;b\n1;2\n"):
    document = get_document_model()(title=name)
    document.file.save(name, ContentFile(content))
    document.save()
    return document


def test_every_kind_of_public_address_has_the_public_headers(visitor):
    home = make_website()
    consultation, withdrawn = make_consultation(), make_consultation()
    withdrawn.unpublish()
    Redirect.add_redirect("/ancienne", "/recherche/")
    index = add_news_index(home)
    key = consultation.translation_key
    table = {
        "/": 200,
        "/en/": 200,
        add_section(home).url: 200,
        add_article(home).url: 200,
        index.url: 200,
        add_news(index).url: 200,
        "/participer/": 200,
        consultation.get_parent().url: 200,
        consultation.url: 200,
        "/recherche/?q=place": 200,
        "/recus/": 200,
        "/robots.txt": 200,
        "/sitemap.xml": 200,
        "/actualites.atom": 200,
        "/healthz": 200,
        "/static/css/site.css": 200,
        "/static/js/site.js": 200,
        "/static/503.html": 200,
        "/ancienne": 301,
        "/recherche": 301,
        "/csp-report": 405,
        "/nulle-part/": 404,
        "/documents/99999/rien.csv": 404,
        "/media/images/rien.webp": 404,
        withdrawn.url: 410,
    }
    for address, status in table.items():
        check(visitor.get(address), status, PUBLIC, address)
    check(visitor.get(f"/repondre/{key}/1/"), 302, PUBLIC, "no draft")
    check(visitor.get("/", without_tls=True), 301, PUBLIC | {"Strict-Transport-Security": None} | plain(), "no TLS")


def plain() -> dict:
    """Without TLS the browser is not told to insist on it."""
    return {"Content-Security-Policy": PUBLIC_POLICY.replace("upgrade-insecure-requests; ", "")}


def test_answering_refusals_and_failures_have_them_too(visitor, as_in_production, monkeypatch):
    page = make_consultation()
    screen = visitor.post(f"/repondre/{page.translation_key}/", HTTP_SEC_FETCH_SITE="same-origin", follow=True)
    check(screen, 200, PRIVATE, "a screen of one person")
    as_in_production.ALLOWED_HOSTS = ["participation.example.org"]
    check(visitor.get("/"), 400, PUBLIC, "a host that is not ours")
    as_in_production.ALLOWED_HOSTS = ["*"]
    strict = Browser(enforce_csrf_checks=True)
    check(strict.post("/recus/", HTTP_SEC_FETCH_SITE="cross-site"), 403, PUBLIC, "a form from elsewhere")

    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(LazySessionMiddleware, "process_request", fail)
    check(visitor.get("/"), 500, STANDS_ALONE, "a failure")


def test_files_that_people_uploaded_may_do_nothing(visitor):
    make_website()
    sheet, paper = add_document("budget.csv"), add_document("avis.pdf", b"%PDF-1.4\n")
    picture = make_image().get_rendition("width-100")
    answer = visitor.get(sheet.url)
    check(answer, 200, FILE, "a document")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    check(visitor.get(paper.url), 200, PDF, "a PDF, which the browser shows")
    check(visitor.get(picture.url), 200, FILE, "a picture")
    check(visitor.get(picture.url.replace("images/", "original_images/")), 404, PUBLIC, "an original")


def test_the_office_has_its_own_headers_and_is_kept_nowhere(visitor, officer):
    page = make_consultation()
    # Wagtail asks for the page it previews at the address of its site.
    Site.objects.update(port=443)
    Site.clear_site_root_paths_cache()
    moderator = enter_office(Browser(), make_staff(Role.MODERATION))
    table = (
        (visitor, "/admin/login/", 302),
        (visitor, "/admin/", 302),
        (visitor, "/admin/jsi18n/", 200),
        (officer, "/admin/", 200),
        (officer, "/admin/nulle-part/", 403),
        (officer, f"/admin/pages/{page.get_parent().pk}/", 200),
        (officer, f"/admin/pages/{page.pk}/edit/", 200),
        (officer, f"/admin/pages/{page.pk}/view_draft/", 200),
        (officer, f"/admin/pages/{page.pk}/history/", 200),
        (officer, "/admin/images/", 200),
        (officer, "/admin/participation/", 200),
        (moderator, f"/admin/pages/{page.pk}/edit/", 403),
    )
    for browser, address, status in table:
        answer = browser.get(address)
        check(answer, status, OFFICE, address)
        assert "no-store" in answer.headers["Cache-Control"], address
    icons = visitor.get("/admin/sprite/")
    check(icons, 200, OFFICE, "the icons, the same for everybody")


def test_no_address_of_the_office_is_forgotten(visitor):
    """Each is asked for by a stranger: what it answers does not matter, what it says to the browser does."""
    asked = 0
    for entry in entries():
        if re.search(r"[<(\\]", entry.pattern):
            continue
        answer = visitor.get(f"/{entry.pattern.strip('^$')}")
        assert said(answer, OFFICE) == OFFICE, entry.pattern
        asked += 1
    assert asked > 100
    assert reverse("wagtailadmin_home") == headers.OFFICE


def test_an_inline_script_of_the_office_carries_the_word_of_its_answer_and_no_other(officer):
    page = make_consultation()
    seen = set()
    for _ in range(2):
        answer = officer.get(f"/admin/pages/{page.pk}/edit/")
        nonce = re.search(r"'nonce-([\w-]+)'", answer.headers["Content-Security-Policy"]).group(1)
        html = answer.content.decode()
        assert re.findall(r'nonce="([^"]+)"', html).count(nonce) == html.count("nonce=") > 0
        seen.add(nonce)
    assert len(seen) == 2
    assert ' nonce="' not in officer.get(page.url).content.decode()


def test_an_address_with_a_secret_tells_no_other_site(visitor):
    make_website()
    answer = visitor.get("/recherche/?token=0123456789")
    check(answer, 200, PUBLIC | {"Referrer-Policy": "no-referrer"}, "no form")
    # With `no-referrer` a browser sends its form with `Origin: null`, which is refused.
    answer = visitor.get("/retrait/?token=0123456789")
    check(answer, 200, PUBLIC | {"Referrer-Policy": "same-origin"}, "with a form")
    answer = visitor.get("/recherche/?token=0123456789", HTTP_ACCEPT_ENCODING="gzip")
    check(answer, 200, PUBLIC | {"Referrer-Policy": "same-origin"}, "who knows what was compressed")


def test_a_page_with_a_video_may_frame_its_host_and_other_pages_may_not(visitor):
    home = make_website()
    video = {"url": "https://www.youtube.com/watch?v=abcdefghijk", "title": "La place", "transcript": "<p>Rien.</p>"}
    page = add_article(home, body=[("video", video)])
    policy = directives(visitor.get(page.url).headers["Content-Security-Policy"])
    assert policy["frame-src"] == {"'self'", "https://www.youtube-nocookie.com"}
    assert directives(visitor.get("/").headers["Content-Security-Policy"])["frame-src"] == {"'self'"}


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://a.example/", "https://a.example;b/", "https://*/"])
def test_an_odd_address_adds_nothing_to_the_policy(address):
    from participation.core import policy

    with policy.collecting(allows_inline_scripts=False) as needs:
        policy.frame(address)
        assert needs.framed == set()
        policy.frame("https://video.example.org:8443/videos/embed/a")
        assert needs.framed == {"https://video.example.org:8443"}


def test_forms_may_lead_to_franceconnect_once_it_is_set_up(visitor, settings):
    make_website()
    settings.FRANCECONNECT_ISSUER = "https://fc.example.org/api/v2"
    settings.FRANCECONNECT_CLIENT_ID = settings.FRANCECONNECT_CLIENT_SECRET = "given"
    policy = directives(visitor.get("/").headers["Content-Security-Policy"])
    assert policy["form-action"] == {"'self'", "https://fc.example.org"}


def test_images_kept_in_a_bucket_may_be_shown(visitor, monkeypatch):
    class Bucket:
        def url(self, name: str) -> str:
            return f"https://s3.example.org/city-media/{name}?signature=abc"

    make_website()
    monkeypatch.setattr(headers, "default_storage", Bucket())
    headers.media_origin.cache_clear()
    policy = directives(visitor.get("/").headers["Content-Security-Policy"])
    headers.media_origin.cache_clear()
    assert policy["img-src"] == {"'self'", "data:", "https://s3.example.org"}


def test_the_observatory_would_give_public_pages_120_and_the_office_100(visitor, officer, as_in_production):
    page = make_consultation()
    lowest = {}
    for kind, browser, addresses in (
        ("public", visitor, ["/", page.url, "/participer/", "/recherche/?q=place", "/recus/"]),
        ("entrance", Browser(), [reverse("account_login")]),
        ("office", officer, ["/admin/", f"/admin/pages/{page.pk}/edit/"]),
    ):
        found = [score(browser.get(one), over_http=browser.get(one, without_tls=True)) for one in addresses]
        lowest[kind] = min(found, key=lambda one: one["score"])
    print(lowest)  # noqa: T201 - `pytest -s` shows what each check gave
    assert lowest["public"]["score"] >= 120
    assert min(lowest["entrance"]["score"], lowest["office"]["score"]) >= 100

    without = [name for name in as_in_production.MIDDLEWARE if "HeadersMiddleware" not in name]
    as_in_production.MIDDLEWARE = without
    bare = Browser()
    assert score(bare.get("/"), over_http=bare.get("/", without_tls=True))["score"] < 100


def test_cookies_belong_to_this_host_alone_and_scripts_cannot_read_them(visitor, officer, as_in_production):
    page = make_consultation()
    as_in_production.SESSION_SAVE_EVERY_REQUEST = True
    started = visitor.post(f"/repondre/{page.translation_key}/", HTTP_SEC_FETCH_SITE="same-origin")
    answers = (officer.get("/admin/"), Browser().get(reverse("account_login")), started)
    cookies = {name: cookie for answer in answers for name, cookie in answer.cookies.items()}
    kinds = {re.sub(r"[0-9a-f]{12}$", "…", name) for name in cookies}
    assert kinds == {"__Host-sessionid", "__Host-csrftoken", "__Host-reponse-…"}
    for name, cookie in cookies.items():
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax"), name
        assert (cookie["path"], cookie["domain"]) == ("/", ""), name


def test_a_failure_page_of_the_office_says_no_less(officer, monkeypatch):
    make_website()

    def missing(*args, **kwargs):
        raise Http404

    monkeypatch.setattr(LazySessionMiddleware, "process_request", missing)
    check(officer.get("/admin/"), 404, OFFICE, "not even a session")


def test_an_answer_that_gives_a_cookie_is_kept_by_nobody(visitor):
    """allauth's own redirect to the sign-in page passes no view of ours."""
    make_website()
    answered = visitor.post(reverse("mfa_activate_totp"))
    assert answered.cookies
    assert "no-store" in answered.headers["Cache-Control"]
