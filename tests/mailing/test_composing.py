"""Who is told what, and when: only what concerns them, only when there is something to say."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from participation.editorial.models import PageSubject
from participation.mailing import composing, happenings
from participation.mailing.calendar import due_slots
from participation.mailing.models import Interest, Mail, News, Rhythm, Sending, Subscriber
from participation.mailing.subscribing import unsubscribe
from tests.factories import box_of, make_consultation
from tests.mailing.people import make_sending, make_subscriber
from tests.website import make_subject

pytestmark = pytest.mark.django_db
Kind = Interest.Kind
PARIS = ZoneInfo("Europe/Paris")


def told(sending: Sending) -> dict[Subscriber, list[str]]:
    """What each person is told, by the kinds of news."""
    return {row.subscriber: [item.partition(":")[0] for item in row.items] for row in sending.mails.all()}


def compose(kind: str = Sending.Kind.WEEKLY, **options) -> Sending:
    now = timezone.now()
    happenings.note_news(now=now)
    sending = make_sending(kind, until=timezone.now(), **options)
    composing.compose(sending=sending, now=now)
    return sending


def set_activity(page, **fields) -> None:
    type(box_of(page).activity).objects.filter(key=page.translation_key).update(**fields)


def test_the_digest_tells_what_concerns_each_and_nothing_to_whom_nothing_does():
    nature, sport = make_subject(slug="nature"), make_subject(slug="sport")
    page = make_consultation()
    PageSubject.objects.create(content_object=page, tag=nature)
    process, mechanism = page.get_parent(), page.get_parent().get_parent()
    everything = make_subscriber()
    by_subject = make_subscriber(interests=[(Kind.SUBJECT, "nature")])
    by_mechanism = make_subscriber(interests=[(Kind.MECHANISM, mechanism.translation_key), (Kind.SUBJECT, sport.slug)])
    make_subscriber(interests=[(Kind.SUBJECT, "sport")])
    make_subscriber(rhythm=Rhythm.MONTHLY)
    make_subscriber(rhythm=Rhythm.NONE, interests=[(Kind.FOLLOWED, process.translation_key)])
    make_subscriber(confirmed=False)
    assert told(compose()) == {everything: ["opened"], by_subject: ["opened"], by_mechanism: ["opened"]}


def test_nothing_to_say_is_not_said():
    make_consultation(opens_in_days=-40, closes_in_days=90)
    make_subscriber()
    sending = compose()
    assert told(sending) == {}
    sending.refresh_from_db()
    assert sending.composed_at


def test_followers_hear_of_each_step_and_nobody_else_does(now):
    page = make_consultation(opens_in_days=-10, closes_in_days=2)
    process = page.get_parent()
    by_page = make_subscriber(rhythm=Rhythm.NONE, interests=[(Kind.FOLLOWED, page.translation_key)])
    by_process = make_subscriber(interests=[(Kind.FOLLOWED, process.translation_key)])
    make_subscriber(interests=[(Kind.FOLLOWED, make_subject().pk)])
    kind = Sending.Kind.NOTICE
    # One mail says the last word of each activity.
    assert told(compose(kind)) == {by_page: ["closing"], by_process: ["closing"]}
    set_activity(page, closes_at=now - timedelta(hours=1), synthesis_on=timezone.localdate(now))
    News.objects.update(at=now - timedelta(days=3))
    assert told(compose(kind, days=1)) == {by_page: ["summed_up"], by_process: ["summed_up"]}
    set_activity(page, answered_on=timezone.localdate(now))
    News.objects.update(at=now - timedelta(days=3))
    assert told(compose(kind, days=1)) == {by_page: ["answered"], by_process: ["answered"]}
    News.objects.update(at=now - timedelta(days=3))
    assert told(compose(kind, days=1)) == {}


def test_a_page_nobody_may_read_is_no_news():
    make_subscriber()
    hidden, gone = make_consultation(), make_consultation()
    hidden.view_restrictions.create(restriction_type="login")
    set_activity(gone, is_withdrawn=True)
    assert told(compose()) == {}


def test_what_is_old_when_it_is_first_seen_is_no_news(now):
    make_consultation(opens_in_days=-400, closes_in_days=-300)
    make_consultation(opens_in_days=-5, closes_in_days=60)
    assert happenings.note_news(now=now) == 2
    assert News.objects.filter(at=now).count() == 1
    assert happenings.note_news(now=now) == 0


def test_digests_and_notices_leave_at_the_city_s_hours_and_not_days_late():
    def names(*moment: int) -> list[str]:
        return [slot.name for slot in due_slots(datetime(*moment, tzinfo=PARIS))]

    # 26 November 2026 is a Thursday; in summer and in winter alike, 9 is 9 o'clock in Clermont-Ferrand.
    assert names(2026, 11, 26, 8, 59) == []
    assert names(2026, 11, 26, 9, 0) == ["weekly-2026-48", "notice-2026-11-26-09"]
    assert names(2026, 7, 2, 9, 0) == ["weekly-2026-27", "monthly-2026-07", "notice-2026-07-02-09"]
    assert names(2026, 11, 28, 16, 0) == ["weekly-2026-48"]
    assert names(2026, 11, 29, 9, 0) == ["notice-2026-11-29-09"]
    assert names(2026, 11, 25, 17, 30) == ["notice-2026-11-25-17"]
    assert names(2027, 1, 1, 12, 0) == ["weekly-2026-53", "monthly-2027-01", "notice-2027-01-01-09"]


def test_a_round_makes_each_sending_once_and_the_next_begins_where_it_ended():
    make_consultation()
    make_subscriber()
    thursday = timezone.now() + timedelta(days=(3 - timezone.now().weekday()) % 7)
    thursday = thursday.astimezone(PARIS).replace(hour=9, minute=5)
    for minutes in (0, 1, 30):
        composing.compose_due(now=thursday + timedelta(minutes=minutes))
    first = Sending.objects.get(kind=Sending.Kind.WEEKLY)
    assert first.mails.count() == 1
    composing.compose_due(now=thursday + timedelta(days=7))
    second = Sending.objects.filter(kind=Sending.Kind.WEEKLY).latest("until")
    assert second.since == first.until
    assert [row.items[0].partition(":")[0] for row in second.mails.all()] == ["closing"]


def test_an_interrupted_writing_is_taken_up_again_and_writes_to_nobody_twice(monkeypatch):
    make_consultation()
    people = [make_subscriber() for _number in range(7)]
    monkeypatch.setattr(composing, "BATCH", 3)
    original, calls = composing._rows, []

    def killed(*arguments):
        calls.append(1)
        if len(calls) == 2:
            raise SystemExit
        return original(*arguments)

    happenings.note_news(now=timezone.now())
    sending = make_sending()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composing, "_rows", killed)
        with pytest.raises(SystemExit):
            composing.compose(sending=sending, now=timezone.now())
    assert sending.mails.count() == 3
    # Who leaves and comes back in between is the same person.
    back = sending.mails.first().subscriber
    Mail.objects.filter(subscriber=back).update(state=Mail.State.SENT)
    address = back.address
    unsubscribe(key=back.key)
    make_subscriber(address)
    composing.compose_due(now=timezone.now())
    assert sending.mails.count() == len(people)
    assert sending.mails.filter(subscriber=None).count() == 1


def test_a_thousand_subscribers_cost_as_many_queries_as_ten():
    PageSubject.objects.create(content_object=make_consultation(), tag=make_subject(slug="nature"))
    costs = []
    for crowd in (10, 990):
        people = [make_person(number + crowd) for number in range(crowd)]
        Subscriber.objects.bulk_create(people)
        interests = [Interest(subscriber=one, kind=Kind.SUBJECT, key="nature") for one in people]
        Interest.objects.bulk_create(interests)
        happenings.note_news(now=timezone.now())
        sending = make_sending()
        with CaptureQueriesContext(connection) as queries:
            composing.compose(sending=sending, now=timezone.now())
        inserts = sum(query["sql"].startswith("INSERT") for query in queries)
        costs.append(len(queries) - inserts)
        assert sending.mails.count() == Subscriber.objects.count()
    # SQLite takes a thousand values in one statement at most, hence several inserts there.
    assert costs[0] == costs[1]
    assert costs[1] <= 16


def make_person(number: int) -> Subscriber:
    now = timezone.now()
    return Subscriber(address_hash=f"{number:064}", sealed_address="x", language="fr", asked_at=now, confirmed_at=now)
