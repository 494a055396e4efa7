"""Receiving the news, in a browser: asked, confirmed from the mail, chosen, left in one click."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.core import mail

from participation.mailing.models import Rhythm, Subscriber
from tests.factories import make_consultation


def press(page, selector: str) -> None:
    with page.expect_navigation():
        page.click(selector)


def test_a_resident_subscribes_from_a_process_chooses_and_leaves(live_server, phone, is_fit_for_all: Callable):
    process = make_consultation().get_parent()
    phone.goto(process.url)
    press(phone, f"main a[href$='suivre={process.translation_key}']")
    press(phone, "main [type=submit]")
    assert phone.locator(".error-summary li").count() == 1
    is_fit_for_all(phone)
    phone.fill("main [name=address]", "lea@example.org")
    press(phone, "main [type=submit]")
    assert phone.url.endswith("/nouvelles/message-envoye/")
    link = next(link for link in re.findall(r"http\S+", mail.outbox[-1].body) if "/confirmer/" in link)
    phone.goto(urlsplit(link).path)
    assert not Subscriber.objects.get().confirmed_at
    press(phone, "main [type=submit]")
    assert process.title in phone.inner_text("main label:has(:checked) >> nth=1")
    phone.check(f"main [name=rhythm][value={Rhythm.MONTHLY}]")
    phone.click("main .accordion summary >> nth=0")
    is_fit_for_all(phone)
    press(phone, "main [type=submit]")
    assert phone.locator(".alert[data-level=success]").is_visible()
    assert Subscriber.objects.get().rhythm == Rhythm.MONTHLY
    press(phone, "main .form-actions a")
    is_fit_for_all(phone)
    press(phone, "main [type=submit]:not([name])")
    assert phone.url.endswith("/nouvelles/au-revoir/")
    assert not Subscriber.objects.exists()
