"""What goes by itself: each night, each rule once; public archives never without a visa."""

from datetime import date, datetime, timedelta
from io import StringIO
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from participation.core import personal_data, retention
from participation.core.eligibility import Level
from participation.core.models import PersonalDataAct
from participation.core.retention import RetentionRule
from participation.people.groups import Role
from participation.people.models import User
from participation.privacy import inactivity, nightly, register, visas
from participation.privacy.models import ArchiveVisa, InactivityNotice, RetentionRun
from participation.questionnaires.models import Participation
from tests.factories import box_of, make_consultation
from tests.people.signing import make_resident
from tests.privacy.crowd import dump
from tests.website import make_staff, make_website

pytestmark = pytest.mark.django_db
State = RetentionRun.State
MARKS = "marks of participation"


@pytest.fixture
def own_rules(monkeypatch):
    rules: dict = {}
    monkeypatch.setattr(retention, "_rules", rules)
    return rules


def run_command(*arguments: str) -> str:
    out = StringIO()
    call_command("retention", *arguments, stdout=out, stderr=out)
    return out.getvalue()


def over_since(days: int) -> Participation:
    """A mark in a consultation that closed so long ago."""
    box = box_of(make_consultation())
    box.activity.level = Level.EMAIL
    box.activity.opens_at = timezone.now() - timedelta(days=days + 10)
    box.activity.closes_at = timezone.now() - timedelta(days=days)
    box.activity.save()
    return Participation.objects.create(questionnaire=box, participant_hash=f"hash-{box.pk}")


def test_every_rule_says_what_why_and_how_many_and_what_becomes_of_it():
    lacking = {
        rule.name
        for rule in retention.rules()
        if not (str(rule.title) and str(rule.purpose) and str(rule.kept) and rule.due)
    }
    assert lacking == set()
    assert len({rule.slug for rule in retention.rules()}) == len(retention.rules()) >= 13


def test_a_dry_run_counts_and_writes_nothing(own_rules):
    gone = []
    own_rules["drafts"] = RetentionRule("drafts", "a week", purge=lambda *, now: gone.append(now), due=lambda *, now: 7)
    assert run_command("--dry-run") == "drafts: 7\n"
    assert (gone, RetentionRun.objects.count()) == ([], 0)


def test_a_dry_run_of_the_real_rules_writes_nothing(now):
    over_since(400)
    long_ago = now - timedelta(days=inactivity.DAYS + 1)
    User.objects.filter(pk=make_resident("gone@example.org").pk).update(last_login=long_ago)
    before = dump()
    assert {due.rule.name for due in nightly.dry_run(now=now)} == {rule.name for rule in retention.rules()}
    assert f"{MARKS}: 1\n" in run_command("--dry-run")
    assert dump() == before


def test_a_mark_goes_180_days_after_the_close_by_itself_as_the_register_and_my_data_say(now):
    old, recent = over_since(181), over_since(179)
    outcome = {run.rule: run for run in nightly.run(now=now)}[MARKS]
    assert (outcome.state, outcome.number) == (State.DONE, 1)
    assert list(Participation.objects.all()) == [recent]
    assert old.questionnaire.activity.closes_at < now
    [kind] = [kind for kind in personal_data.kinds() if kind.name == "marks"]
    for said in (register.rule_of("marks-of-participation").kept, kind.until, kind.at_erasure):
        assert "180" in str(said)


def test_each_rule_runs_once_a_night_and_a_failure_is_tried_again_without_stopping_the_others(own_rules, now):
    ran = []

    def broken(*, now):
        ran.append("broken")
        raise ValueError("broken")

    own_rules["a"] = RetentionRule("a", "", purge=broken)
    own_rules["b"] = RetentionRule("b", "", purge=lambda *, now: ran.append("b") or 3)
    assert {run.rule: (run.state, run.number) for run in nightly.run(now=now)} == {
        "a": (State.FAILED, 0),
        "b": (State.DONE, 3),
    }
    list(nightly.run(now=now))
    assert ran == ["broken", "b"]
    list(nightly.run(now=now + nightly.SILENCE * 2))
    assert ran == ["broken", "b", "broken"]
    assert "b: 3" in run_command("--again")


def test_a_run_cut_short_goes_on_with_what_had_not_finished(own_rules, now):
    """The worker died in the second of three rules: the first is not done again, the second and third are."""
    ran = []
    for name in "abc":
        own_rules[name] = RetentionRule(name, "", purge=lambda *, now, name=name: ran.append(name) or 1)
    going = nightly.run(now=now)
    next(going)
    going.close()
    RetentionRun.objects.create(rule="b", day=timezone.localdate(now), started_at=now)
    later = now + nightly.SILENCE * 2
    assert [run.rule for run in nightly.run(now=later)] == ["b", "c"]
    assert ran == ["a", "b", "c"]


def test_the_periodic_command_runs_it_at_night_once(own_rules):
    own_rules["a"] = RetentionRule("a", "", purge=lambda *, now: 1)
    evening = timezone.make_aware(datetime(2026, 11, 24, nightly.HOUR - 1, 59))
    assert nightly.run_when_due(now=evening) == 0
    night = evening + timedelta(minutes=2)
    assert [nightly.run_when_due(now=night) for _round in range(2)] == [1, 0]


def test_without_a_visa_archives_stay_and_with_one_only_what_it_covers_goes(now, archives):
    make_website()
    officer = make_staff(Role.ADMINISTRATION)
    old, recent, fresh = over_since(400), over_since(200), over_since(20)
    outcome = {run.rule: run for run in nightly.run(now=now)}[MARKS]
    assert (outcome.state, outcome.number) == (State.NO_VISA, 2)
    assert f"{MARKS}: 2 due, untouched" in run_command("--dry-run")
    rule = register.rule_of("marks-of-participation")
    today = timezone.localdate(now)
    recorded = {"rule": rule, "reference": "AD63-2026-17", "actor": officer, "now": now}
    for wrong in (
        {"given_on": today + timedelta(days=1), "covers_until": today},
        {"given_on": today - timedelta(days=2), "covers_until": today},
        {"given_on": today, "covers_until": today, "reference": "  "},
        {"given_on": today, "covers_until": today, "rule": register.rule_of("drafts")},
    ):
        with pytest.raises(visas.VisaRefused):
            visas.record_visa(**{**recorded, **wrong})
    visas.record_visa(**recorded, given_on=today, covers_until=today - timedelta(days=100))
    outcome = {run.rule: run for run in nightly.run(now=now, again=True)}[MARKS]
    assert (outcome.state, outcome.number) == (State.DONE, 1)
    assert set(Participation.objects.all()) == {recent, fresh}
    assert old not in Participation.objects.all()
    assert PersonalDataAct.objects.filter(what=f"visa of the archives recorded: {MARKS}", actor=officer).count() == 1


def test_what_is_offered_to_the_archives_is_counted_and_left(now):
    runs = {run.rule: run.state for run in nightly.run(now=now)}
    assert (runs["answers"], runs["logs"]) == (State.TO_HAND_OVER, State.TO_HAND_OVER)


def test_a_visa_is_never_changed():
    make_website()
    visa = ArchiveVisa.objects.create(
        rule=MARKS,
        reference="AD63",
        given_on=date(2026, 1, 2),
        covers_until=date(2026, 1, 1),
        recorded_at=timezone.now(),
        recorded_by=make_staff(Role.ADMINISTRATION),
    )
    visa.reference = "other"
    with pytest.raises(ValidationError, match=r"ne peut pas être modifié|cannot be changed"):
        visa.save()


def test_an_account_unused_for_three_years_is_warned_then_emptied_unless_somebody_comes_back(now):
    make_website()
    long_ago = now - timedelta(days=inactivity.DAYS + 1)
    gone, back, active = (make_resident(f"{name}@example.org") for name in ("gone", "back", "active"))
    officer = make_staff(Role.WRITING)
    User.objects.filter(pk__in=[gone.pk, back.pk, officer.pk]).update(last_login=long_ago)
    User.objects.filter(pk=active.pk).update(last_login=now)
    list(nightly.run(now=now))
    assert sorted(message.to[0] for message in mail.outbox) == ["back@example.org", "gone@example.org"]
    assert "trois ans" in mail.outbox[0].body
    list(nightly.run(now=now, again=True))
    assert len(mail.outbox) == 2
    User.objects.filter(pk=back.pk).update(last_login=now + timedelta(days=3))
    list(nightly.run(now=now + timedelta(days=inactivity.DAYS_OF_NOTICE)))
    emails = dict(User.objects.values_list("pk", "email"))
    assert [emails[one.pk] for one in (gone, back, active)] == ["", "back@example.org", "active@example.org"]
    assert emails[officer.pk]
    assert not InactivityNotice.objects.exists()


def unused(address: str, now: datetime) -> User:
    """Somebody whose account has not been used for too long."""
    user = make_resident(address)
    User.objects.filter(pk=user.pk).update(last_login=now - timedelta(days=inactivity.DAYS + 1))
    return user


def test_a_warning_that_cannot_leave_closes_nobody(now, monkeypatch):
    unused("lea@example.org", now)

    def refuse(**_asked):
        raise OSError

    monkeypatch.setattr(inactivity, "send", refuse)
    assert inactivity.warn(now=now) == 0
    assert inactivity.purge(now=now + timedelta(days=60)) == 0


def test_a_dead_mailbox_stops_nobody_s_warning_and_a_killed_worker_warns_again(now, monkeypatch):
    refusals = {"dead@example.org": 550, "busy@example.org": 450}
    for address in (*refusals, "lea@example.org"):
        unused(address, now)
    written = []

    def send(*, address, **_message):
        if code := refusals.get(address):
            raise SMTPRecipientsRefused({address: (code, b"no")})
        written.append(address)
        if len(written) == 1:
            raise KeyboardInterrupt  # killed before it could write down that the message left

    monkeypatch.setattr(inactivity, "send", send)
    with pytest.raises(KeyboardInterrupt):
        inactivity.warn(now=now)
    assert inactivity.warn(now=now + timedelta(days=1)) == 1
    assert written == ["lea@example.org"] * 2
    told = InactivityNotice.objects.exclude(sent_at=None).values_list("user__email", flat=True)
    assert set(told) == {"dead@example.org", "lea@example.org"}
    # The one that asked to be tried later is, for a month; then its time counts too.
    for night in range(2, 33):
        inactivity.warn(now=now + timedelta(days=night))
    assert InactivityNotice.objects.filter(sent_at=None).count() == 0
    assert inactivity.purge(now=now + timedelta(days=33)) == 2
