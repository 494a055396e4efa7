"""What every test may ask for: a browser, pages in it, and the accessibility check."""

import os
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tools import browser as chromium

# Playwright's synchronous interface keeps an event loop in the test's thread; Django would refuse the database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

TESTS = Path(__file__).resolve().parent
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}
MARKED_FOLDERS = ("e2e", "faults", "load", "walk")
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
without_javascript: weakref.WeakSet = weakref.WeakSet()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database-only", action="store_true", help="only the tests that use the database")


def _uses_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark tests by their folder, and leave out what the database of this run could not show."""
    if config.getoption("database_only"):
        # The rest would only say on a second database what it has said on the first.
        config.hook.pytest_deselected(items=[item for item in items if not _uses_database(item)])
        items[:] = [item for item in items if _uses_database(item)]
    on_postgres = os.environ.get("DATABASE_URL", "").startswith("postgres")
    for item in items:
        folder = item.path.relative_to(TESTS).parts[0] if item.path.is_relative_to(TESTS) else ""
        if folder in MARKED_FOLDERS:
            item.add_marker(folder)
        if item.get_closest_marker("postgres") and not on_postgres:
            item.add_marker(pytest.mark.skip(reason="only PostgreSQL can show it (make test-postgres)"))
        asked = item.get_closest_marker("django_db")
        kwargs = asked.kwargs if asked else {}
        if kwargs.get("transaction") or {"live_server", "transactional_db"} & set(getattr(item, "fixturenames", ())):
            # A test with real transactions empties the tables behind it: bring back what the migrations had put there.
            restored = {**kwargs, "transaction": True, "serialized_rollback": True}
            item.add_marker(pytest.mark.django_db(**restored), append=False)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """Every test finds the bare site that `setup_site` makes: making it anew each time took a third of the run."""
    from django.db import connection

    from participation.core import append_only
    from tests.factories import PROCESS
    from tests.website import make_website

    operations = type(connection.ops)
    empty_tables = operations.execute_sql_flush

    def empty_logs_too(self, statements) -> None:
        """Tests with real transactions empty every table behind them: logs that nobody can empty as well."""
        with append_only.lifted():
            empty_tables(self, statements)

    operations.execute_sql_flush = empty_logs_too
    with django_db_blocker.unblock():
        make_website()
        PROCESS.learn()
        # Tests with real transactions empty the tables behind them and bring this back.
        connection._test_serialized_contents = connection.creation.serialize_db_to_string()


@pytest.fixture(scope="session")
def browser(django_db_setup) -> Iterator:
    """One Chromium for all journeys of a run."""
    from django.db import connections
    from playwright.sync_api import sync_playwright

    path = chromium.find()
    if not path:
        pytest.fail("Missing: chromium (make test-sqlite installs it on Debian; CHROMIUM= names it elsewhere).")
    migrated = {alias: getattr(connections[alias], "_test_serialized_contents", None) for alias in connections}
    with sync_playwright() as playwright:
        # With an event loop in its thread, Django hands out other connection objects: they too must know what the
        # migrations had written, or tests with real transactions find empty tables from here on.
        for alias, contents in migrated.items():
            if contents is not None:
                connections[alias]._test_serialized_contents = contents
        running = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def admin_client(admin_user):
    """A client of a superuser who has shown a second factor."""
    from django.test import Client

    from tests.website import enter_office

    client = Client()
    enter_office(client, admin_user)
    return client


@pytest.fixture
def open_page(browser, live_server) -> Iterator[Callable]:
    """A function that opens a page of a visitor of her own: `open_page(viewport=DESK, java_script_enabled=False)`.

    French, on a phone, with JavaScript unless said otherwise; relative addresses lead to the test's server. The
    browser knows no other host (`tools/browser.py`), so that a journey never depends on the network; what a page's own
    policy makes the browser refuse fails the journey.
    """
    from tests.policy import Watch

    contexts, watched = [], []

    def open_one(**options):
        asked = {"viewport": PHONE, "locale": "fr-FR", "timezone_id": "Europe/Paris", "base_url": live_server.url}
        asked_javascript = options.get("java_script_enabled", True)
        context = browser.new_context(**{**asked, **options})
        context.set_default_timeout(20_000)
        watched.append(Watch(context))
        contexts.append(context)
        if not asked_javascript:
            without_javascript.add(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    refused = [violation for watch in watched for violation in watch.violations]
    assert not refused, f"The browser refused what a page asked for: {refused}"


@pytest.fixture
def phone(open_page):
    """A page on a phone 360 pixels wide."""
    return open_page()


@pytest.fixture
def phone_without_javascript(open_page):
    """The same, with JavaScript off."""
    return open_page(java_script_enabled=False)


@pytest.fixture
def desk(open_page):
    """A page on a wide screen, as editors use."""
    return open_page(viewport=DESK)


@pytest.fixture
def tab_to() -> Callable:
    """A function that presses Tab until the focus matches a selector: `tab_to(page, "button[name=send]")`."""

    def press_until(page, selector: str, *, limit: int = 120) -> None:
        for _ in range(limit):
            if page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector):
                return
            page.keyboard.press("Tab")
        pytest.fail(f"The keyboard never reached {selector!r} on {page.url}.")

    return press_until


@pytest.fixture
def axe(open_page) -> Callable:
    """A function that fails when axe finds a serious or critical problem: `axe(page)`, or `axe(page, "main")`."""
    from tests.a11y import axe as checker

    twins = {}

    def with_javascript(page):
        """The same document in a page where axe can run; its own scripts stay out."""
        if page not in twins:
            twins[page] = open_page(viewport=page.viewport_size)
            twins[page].route("**/*.js", lambda route: route.abort())
        twin, body, address = twins[page], page.content(), page.url
        twin.route(address, lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
        twin.goto(address)
        twin.unroute(address)
        return twin

    def assert_clean(page, context: str | None = None) -> None:
        if page.context in without_javascript:
            page = with_javascript(page)
        found = checker.run(page, context=context)["violations"]
        grave = [violation for violation in found if violation["impact"] in checker.GRAVE]
        lines = []
        for violation in grave:
            lines.append(f"{violation['impact']}: {violation['id']} – {violation['help']}")
            lines += [
                f"    {' '.join(map(str, node['target']))}  {node['html'][:160]}" for node in violation["nodes"][:5]
            ]
        if grave:
            pytest.fail(f"axe on {page.url}:\n" + "\n".join(lines), pytrace=False)

    return assert_clean


@pytest.fixture(autouse=True)
def _fresh_cache_and_media(settings, tmp_path) -> None:
    """No test sees another's cache entries, files or language."""
    from django.core.cache import cache
    from django.utils import translation

    cache.clear()
    translation.activate(settings.LANGUAGE_CODE)
    settings.MEDIA_ROOT = str(tmp_path / "media")
