"""Under the policy that browsers enforce, the office works, and no page needs what the policy refuses."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ObjectDoesNotExist
from playwright.sync_api import Error, Page

from tests.conftest import DESK
from tests.e2e.editor import Editor
from tests.policy import Watch

from .office import Office
from .office_screens import lay_ground, screens

SCREENS, ACTS = 45, 20


@pytest.fixture
def desk(browser, live_server) -> Iterator[Page]:
    """A wide page whose watch the walk reads itself."""
    context = browser.new_context(viewport=DESK, locale="fr-FR", timezone_id="Europe/Paris", base_url=live_server.url)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_the_whole_office_works_under_its_policy(desk, live_server):
    ground, tab = lay_ground(), desk
    watch = Watch(tab.context)
    Editor(tab).log_in(ground.officer)

    faults = []
    for address in screens(ground):
        answered = tab.goto(address, wait_until="domcontentloaded")
        if answered.status != 200:
            faults.append(f"{address}: {answered.status}")

    done = 0
    for name, act in Office(tab, ground).acts():
        try:
            fault = "" if act() else "its outcome is missing"
        except (AssertionError, Error, ObjectDoesNotExist) as error:
            fault = str(error).splitlines()[0]
        done += not fault
        if fault:
            faults.append(f"{name}: {fault} ({tab.url})")

    # A page of the site as the staff sees it, with Wagtail's bar over it.
    tab.goto(ground.consultation.url)
    tab.locator("wagtail-userbar").wait_for(state="attached")

    assert not faults, "\n".join(faults)
    assert watch.of_scripts() == []
    assert watch.broken == []
    assert watch.hosts == {urlsplit(live_server.url).netloc}
    assert len(watch.screens) >= SCREENS
    assert done >= ACTS
