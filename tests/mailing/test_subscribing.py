"""Subscribing, choosing and leaving: nothing begins without the reader, and leaving takes one click."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from participation.core import retention
from participation.mailing import keeping, subscribing, tokens
from participation.mailing.models import Interest, Mail, Rhythm, Subscriber, hash_of
from participation.people.leaving import close_account
from tests.factories import make_consultation, make_process
from tests.home.test_mail import Words
from tests.mailing.people import SAME_ORIGIN, make_mails, make_sending, make_subscriber, states
from tests.people.signing import make_resident
from tests.website import make_subject

pytestmark = pytest.mark.django_db
PAGE = "/nouvelles/"
LINK = re.compile(r"https?://\S+")


def ask(client: Client, address: str = "lea@example.org", page: str = PAGE, **headers):
    return client.post(page, {"address": address}, **(headers or SAME_ORIGIN))


def link_in_last_mail(part: str) -> str:
    """The path of the one link of the last message that leads there."""
    [found] = {urlsplit(link).path for link in LINK.findall(mail.outbox[-1].body) if part in link}
    return found


def unsubscribing(one: Subscriber) -> str:
    return reverse("mailing:unsubscribe", args=[tokens.leaving_token(one)])


def choosing(one: Subscriber) -> str:
    return reverse("mailing:choices", args=[tokens.choices_token(one)])


def test_a_resident_subscribes_confirms_chooses_and_leaves(client):
    subject = make_subject(name="Nature", slug="nature")
    process = make_process()
    assert ask(client).url == reverse("mailing:asked")
    assert mail.outbox[-1].to == ["lea@example.org"]
    confirm = link_in_last_mail("/confirmer/")
    assert Subscriber.objects.get().confirmed_at is None
    # A program that opens every link, and even again, subscribes nobody.
    for _time in range(2):
        assert client.get(confirm).status_code == client.head(confirm).status_code == 200
    assert Subscriber.objects.get().confirmed_at is None
    answer = client.post(confirm, **SAME_ORIGIN)
    assert Subscriber.objects.get().confirmed_at
    choices = urlsplit(answer.url).path
    screen = client.get(answer.url)
    assert "no-store" in screen.headers["Cache-Control"]
    assert "l…@example.org" in screen.content.decode()
    typed = {"rhythm": "monthly", "subjects": ["nature", "invented"], "followed": [str(process.translation_key)]}
    assert client.post(choices, typed, **SAME_ORIGIN).url.endswith("?garde")
    kept = subscribing.choices_of(Subscriber.objects.get())
    assert kept == subscribing.Choices("monthly", frozenset({subject.slug}), frozenset(), frozenset(typed["followed"]))
    one = Subscriber.objects.get()
    assert client.get(unsubscribing(one)).status_code == 200
    assert Subscriber.objects.exists()
    assert client.post(unsubscribing(one), **SAME_ORIGIN).url == reverse("mailing:left")
    assert not Subscriber.objects.exists()
    assert not Interest.objects.exists()
    assert client.get(unsubscribing(one)).url == reverse("mailing:left")
    assert client.post(confirm, **SAME_ORIGIN).status_code == 404
    assert not Subscriber.objects.exists()


def test_the_page_is_everybody_s_and_sets_no_cookie(client):
    page = make_consultation(title="Notre place")
    for address in (PAGE, f"{PAGE}?suivre={page.translation_key}", "/nouvelles/message-envoye/", "/en/nouvelles/"):
        response = client.get(address)
        assert response.status_code == 200
        assert not response.cookies
        assert not response.headers.get("Vary", "").lower().count("cookie")
        assert "csrfmiddlewaretoken" not in response.content.decode()
    assert "Notre place" in client.get(f"{PAGE}?suivre={page.translation_key}").content.decode()
    assert client.get(f"{PAGE}?suivre=nothing").status_code == 200


def test_a_subscriber_and_a_stranger_see_the_same(client):
    make_subscriber("known@example.org")
    known, unknown = ask(client, "Known@Example.org"), ask(client, "new@example.org")
    assert (known.status_code, known.url, known.content) == (unknown.status_code, unknown.url, unknown.content)
    assert len(mail.outbox) == 2
    assert "/choix/" in mail.outbox[0].body
    # Whoever types an address may not be its owner: what it chose stays.
    ask(client, "known@example.org", f"{PAGE}?suivre={make_process().translation_key}")
    one = Subscriber.objects.get(address_hash=hash_of("known@example.org"))
    assert subscribing.choices_of(one) == subscribing.Choices(Rhythm.WEEKLY)


def test_who_comes_from_a_process_follows_it(client):
    process = make_process()
    ask(client, page=f"{PAGE}?suivre={process.translation_key}")
    kept = subscribing.choices_of(Subscriber.objects.get())
    assert kept == subscribing.Choices(Rhythm.NONE, followed=frozenset({str(process.translation_key)}))
    assert process.title in mail.outbox[-1].body


def test_what_cannot_be_an_address_is_said_and_nothing_leaves(client):
    for typed in ("", "lea", "lea@", "lea@exa mple.org", "a@example.org\r\nBcc: b@example.org", f"{'a' * 300}@b.org"):
        response = ask(client, typed)
        assert response.status_code == 422
        assert 'aria-invalid="true"' in response.content.decode()
    assert ask(client, "robot@example.org", HTTP_SEC_FETCH_SITE="cross-site").status_code == 422
    client.post(PAGE, {"address": "robot@example.org", "website": "x"}, **SAME_ORIGIN)
    assert mail.outbox == []
    assert not Subscriber.objects.exists()


def test_nobody_floods_a_mailbox(client):
    statuses = [ask(client, address).status_code for address in ("lea@example.org", "LEA@example.org") for _n in "ab"]
    assert statuses == [302, 302, 302, 429]
    assert len(mail.outbox) == 3


def test_a_mail_server_that_fails_is_said(client, monkeypatch):
    def fail(**message):
        raise ConnectionRefusedError

    monkeypatch.setattr("participation.people.mails.send", fail)
    assert ask(client).status_code == 503


def test_the_address_stands_nowhere_readable(client):
    ask(client)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM mailing_subscriber")
        assert "lea@example" not in str(cursor.fetchall())
    assert Subscriber.objects.get().address == "lea@example.org"


@pytest.mark.parametrize("sent_as", ["application/x-www-form-urlencoded", "multipart"])
def test_one_click_in_a_mail_program_unsubscribes_without_login_cookie_or_token(sent_as):
    one = make_subscriber()
    sending = make_mails([one], [], now=one.asked_at)
    strict = Client(enforce_csrf_checks=True)
    if sent_as == "multipart":
        answer = strict.post(unsubscribing(one), {"List-Unsubscribe": "One-Click"})
    else:
        answer = strict.post(unsubscribing(one), "List-Unsubscribe=One-Click", content_type=sent_as)
    assert answer.status_code == 200
    assert not answer.cookies
    assert not Subscriber.objects.exists()
    # What had not left does not leave.
    assert states(sending) == {}


def test_only_that_very_body_needs_no_proof():
    one = make_subscriber()
    strict = Client(enforce_csrf_checks=True)
    address = unsubscribing(one)
    for body in ("", "List-Unsubscribe=one-click", "List-Unsubscribe=One-Click&rhythm=none", "rhythm=monthly", "a=b"):
        answer = strict.post(address, body, content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 422, body
    assert strict.post(choosing(one), {"List-Unsubscribe": "One-Click"}).status_code == 422
    assert Subscriber.objects.filter(rhythm=Rhythm.WEEKLY).exists()


def test_a_link_does_one_thing_for_one_subscriber(client):
    one, other = make_subscriber(), make_subscriber()
    leave, choose = tokens.leaving_token(one), tokens.choices_token(one)
    confirm = tokens.confirmation_token(one)
    swapped = other.key.hex + leave[32:]
    for name, wrong in (
        ("unsubscribe", [choose, confirm, swapped, leave[:-1], "x", leave.upper()]),
        ("choices", [leave, confirm, other.key.hex + choose[32:], "x"]),
        ("confirm", [leave, choose, "x"]),
    ):
        for token in wrong:
            address = reverse(f"mailing:{name}", args=[token])
            one_click = {"List-Unsubscribe": "One-Click"}
            assert client.post(address, one_click, **SAME_ORIGIN).status_code == 404, (name, token)
            assert client.get(address).status_code == 404
    assert Subscriber.objects.count() == 2


def test_less_often_is_offered_before_leaving_and_never_more(client):
    one = make_subscriber(interests=[(Interest.Kind.FOLLOWED, make_process().translation_key)])
    address = unsubscribing(one)
    for asked, kept in (("monthly", "monthly"), ("none", "none"), ("monthly", "none")):
        client.post(address, {"rhythm": asked}, **SAME_ORIGIN)
        assert Subscriber.objects.get().rhythm == kept


def test_choosing_nothing_is_leaving(client):
    one = make_subscriber()
    assert client.post(choosing(one), {"rhythm": "none"}, **SAME_ORIGIN).url == reverse("mailing:left")
    assert not Subscriber.objects.exists()


def test_links_age(client, now):
    one = make_subscriber(confirmed=False)
    confirm, choose = tokens.confirmation_token(one), tokens.choices_token(one)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.core.signing.time.time", lambda: now.timestamp() + 8 * tokens.DAY)
        assert client.post(reverse("mailing:confirm", args=[confirm]), **SAME_ORIGIN).status_code == 404
        assert client.get(reverse("mailing:choices", args=[choose])).status_code == 200
        patch.setattr("django.core.signing.time.time", lambda: now.timestamp() + 91 * tokens.DAY)
        assert client.get(reverse("mailing:choices", args=[choose])).status_code == 404
        assert client.get(unsubscribing(one)).status_code == 200


def test_from_the_account_no_link_is_needed_and_the_address_is_known_to_be_hers(client):
    lea = make_resident()
    before = make_subscriber(lea.email, confirmed=False)
    assert client.get(reverse("mailing:own")).status_code == 302
    client.force_login(lea)
    assert reverse("mailing:own") in client.get("/compte/").content.decode()
    assert client.get(reverse("mailing:own")).status_code == 200
    assert client.post(reverse("mailing:own"), {"rhythm": "weekly"}).url.endswith("?garde")
    one = Subscriber.objects.get()
    assert (one.pk, one.user, one.rhythm, bool(one.confirmed_at)) == (before.pk, lea, "weekly", True)
    assert client.post(reverse("mailing:own"), {"rhythm": "none"}).url.endswith("?fini")
    assert not Subscriber.objects.exists()


def test_known_and_unknown_addresses_cost_the_same_statements(now):
    make_subscriber("known@example.org")
    made = []
    for address in ("known@example.org", "new@example.org"):
        with CaptureQueriesContext(connection) as queries:
            subscribing.ask(address=address, language="fr", followed=[], now=now)
        made.append([query["sql"].split()[0] for query in queries])
    assert made[0] == made[1]


def test_closing_the_account_erases_what_was_subscribed_with_its_address(now):
    lea, stranger = make_resident(), make_subscriber()
    one = make_subscriber(lea.email, interests=[(Interest.Kind.SUBJECT, "nature")])
    sending = make_mails([one, stranger], [], now=now)
    close_account(user=lea, by=lea, now=now)
    assert list(Subscriber.objects.all()) == [stranger]
    assert not Interest.objects.exists()
    assert [row.subscriber for row in sending.mails.all()] == [stranger]


def test_what_is_not_confirmed_goes_after_a_week_and_old_mails_leave_their_numbers(now):
    late = make_subscriber(confirmed=False, asked_at=now - timedelta(days=8))
    recent = make_subscriber(confirmed=False)
    old = make_subscriber(asked_at=now - timedelta(days=800))
    make_sending(until=now - timedelta(days=70))
    sending = make_mails([late, recent, old], [], now=now - timedelta(days=61))
    young = make_mails([recent, old], [], now=now - timedelta(days=59))
    for row, state in zip(sending.mails.order_by("pk"), ("sent", "sent", "waiting"), strict=True):
        Mail.objects.filter(pk=row.pk).update(state=state)
    rules = {rule.name: rule for rule in retention.rules()}
    assert {rule.name for rule in keeping.RULES} <= rules.keys()
    assert rules["unconfirmed subscriptions"].purge(now=now) == 1
    assert set(Subscriber.objects.all()) == {recent, old}
    assert rules["mails sent to subscribers"].purge(now=now) == 3
    sending.refresh_from_db()
    assert sending.counted == {"sent": 2, "given_up": 1}
    assert young.mails.count() == 2
    assert type(sending).objects.count() == 2


def test_a_message_says_the_same_in_both_parts(client):
    for confirmed in (False, True):
        make_subscriber("lea@example.org", confirmed=confirmed)
        ask(client, page=f"{PAGE}?suivre={make_process().translation_key}")
        message = mail.outbox[-1]
        html = message.alternatives[0].content
        assert all(link in html.replace("&amp;", "&") for link in LINK.findall(message.body))
        assert Words(html).loaded == []
        Subscriber.objects.all().delete()
    # The queue has no part in it: a person waits.
    assert not Mail.objects.exists()
