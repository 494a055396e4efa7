"""Who was erased stays erased, also when an older copy of the database comes back."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from participation.core.models import PersonalDataAct
from participation.mailing import composing, tokens
from participation.mailing.models import Mail, Postbox, Sending, Subscriber
from participation.people.groups import Role
from participation.people.leaving import close_account, remove_account
from participation.people.models import User
from participation.privacy import erasures, nightly
from participation.questionnaires.models import Answer, Redaction
from participation.questionnaires.redacting import PLACE, redact_text
from tests.factories import answer, box_of, make_consultation
from tests.mailing.people import SAME_ORIGIN, make_mails, make_subscriber, states
from tests.people.signing import make_resident, sign_in_by_code
from tests.website import enter_office, make_staff, make_website

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_list(settings, tmp_path):
    settings.ERASURE_LIST = tmp_path / "kept" / "erasures.txt"
    return settings.ERASURE_LIST


def kept_row(user: User) -> dict:
    """The account as a backup of now holds it."""
    return User.objects.filter(pk=user.pk).values().get()


def restore(row: dict) -> None:
    """Put an account back as the backup had it."""
    User.objects.filter(pk=row["id"]).update(**{name: value for name, value in row.items() if name != "id"})


def reapply() -> str:
    out = StringIO()
    call_command("reapply_erasures", stdout=out, stderr=out)
    return out.getvalue()


def test_after_a_restore_the_erased_are_erased_again_and_nobody_else(
    client, own_list, django_capture_on_commit_callbacks
):
    make_website()
    lea, noe = make_resident("lea@example.org", display_name="Léa"), make_resident("noe@example.org")
    backup = kept_row(lea)
    sign_in_by_code(client, lea.email)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("people_leave"), {"sure": "on"})
    restore(backup)
    assert User.objects.get(pk=lea.pk).email == "lea@example.org"
    assert "1 erased again" in reapply()
    lea.refresh_from_db()
    noe.refresh_from_db()
    assert (lea.email, lea.display_name, lea.is_active, noe.email) == ("", "", False, "noe@example.org")
    assert "0 erased again" in reapply()


def test_the_list_names_nobody_and_only_the_site_may_read_it(own_list, now, django_capture_on_commit_callbacks):
    lea = make_resident("lea@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        close_account(user=lea, by=lea, now=now)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d [0-9a-f]{64}\n", own_list.read_text())
    assert (own_list.stat().st_mode & 0o777, own_list.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_somebody_who_gets_the_number_of_an_erased_person_after_a_restore_is_left_alone(now):
    """Between the backup and the erasure numbers were given that the restored database gives again."""
    lea = make_resident("lea@example.org")
    erasures.note(marks=[erasures.mark_of(lea)], now=now)
    User.objects.filter(pk=lea.pk).update(pseudonym="another person")
    assert erasures.reapply(now=now)[erasures.ACCOUNT] == 0


def test_what_a_crash_or_a_full_disk_left_out_is_written_by_the_next_night(
    own_list, now, monkeypatch, django_capture_on_commit_callbacks
):
    def full(**_asked):
        raise OSError("No space left")

    lea, noe = make_resident("lea@example.org"), make_resident("noe@example.org")
    write = erasures.note
    monkeypatch.setattr(erasures, "note", full)
    with django_capture_on_commit_callbacks(execute=True):
        close_account(user=lea, by=lea, now=now)
    lea.refresh_from_db()
    assert (lea.email, own_list.exists()) == ("", False)
    monkeypatch.setattr(erasures, "note", write)
    assert len(list(nightly.run(now=now))) > 5
    assert erasures.listed() == {erasures.mark_of(lea)}
    # A line cut short is passed over, and the next one begins on its own line.
    own_list.write_text(own_list.read_text() + "2026-11-2")
    erasures.note(marks=[erasures.mark_of(noe)], now=now)
    assert erasures.listed() == {erasures.mark_of(lea), erasures.mark_of(noe)}
    assert erasures.note_missing(now=now) == 0


def test_after_a_restore_who_had_unsubscribed_stays_so_and_no_digest_leaves_twice(
    client, now, django_capture_on_commit_callbacks
):
    gone, anew, stays = make_subscriber("gone@example.org"), make_subscriber("anew@example.org"), make_subscriber()
    sending = make_mails([stays], ["opened:1"], now=now)
    backup = Subscriber.objects.filter(pk=gone.pk).values().get()
    with django_capture_on_commit_callbacks(execute=True):
        for one in (gone, anew):
            client.post(reverse("mailing:unsubscribe", args=[tokens.leaving_token(one)]), **SAME_ORIGIN)
    again = make_subscriber("anew@example.org")
    Subscriber.objects.create(**backup)
    said = reapply()
    assert "1 unsubscribed again, 2 on the list" in said
    assert "held back" in said
    assert set(Subscriber.objects.all()) == {again, stays}
    assert Postbox.objects.get().held_at
    # What the copy had not sent may have left since, and so may what was due today.
    assert states(sending) == {"given_up": 1}
    assert not Sending.objects.filter(composed_at=None).exists()
    composing.compose_due(now=timezone.now())
    assert not Mail.objects.exclude(state=Mail.State.GIVEN_UP).exists()
    office = enter_office(client, make_staff(Role.ADMINISTRATION))
    assert "sauvegarde" in office.get(reverse("sendings:index")).content.decode()


def test_after_a_restore_words_taken_out_are_taken_out_again(now, own_list, django_capture_on_commit_callbacks):
    page, moderator = make_consultation(), make_staff(Role.MODERATION)
    text, other = (answer(page=page).response.answers.get(question="ideas") for _two in "ab")
    words = text.text
    with django_capture_on_commit_callbacks(execute=True):
        redact_text(answer=text.pk, questionnaire=box_of(page), reason="Demande", now=now, by=moderator)
    Redaction.objects.filter(answer=text)._raw_delete("default")
    Answer.objects.filter(pk=text.pk).update(text=words)
    assert "1 redacted again, 1 on the list" in reapply()
    assert Answer.objects.get(pk=text.pk).text == PLACE
    assert Answer.objects.get(pk=other.pk).text != PLACE
    # A list that a full disk cut short is completed by the night.
    own_list.unlink()
    assert erasures.note_missing(now=now) == 1


def test_an_account_whose_guardian_declined_is_listed_too(now, django_capture_on_commit_callbacks):
    make_website()
    child = make_resident("child@example.org")
    mark = erasures.mark_of(child)
    with django_capture_on_commit_callbacks(execute=True):
        remove_account(user=child, by=None, now=now)
    assert not User.objects.filter(email="child@example.org").exists()
    assert erasures.listed() == {mark}


def test_without_the_list_the_command_says_so():
    assert "bring it back first" in reapply()


def test_an_account_deleted_in_the_office_is_emptied_and_listed(client, own_list, django_capture_on_commit_callbacks):
    make_website()
    officer, lea, noe = make_staff(Role.ADMINISTRATION), make_resident("lea@example.org"), make_resident("noe@x.org")
    enter_office(client, officer)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("wagtailusers_users:delete", args=[lea.pk]))
        bulk = reverse("wagtail_bulk_action", args=["people", "user", "delete"])
        client.post(f"{bulk}?id={noe.pk}", {"next": "/admin/users/"})
    assert set(User.objects.filter(pk__in=[lea.pk, noe.pk]).values_list("email", "is_active")) == {("", False)}
    assert len(erasures.listed()) == 2
    acts = PersonalDataAct.objects.filter(kind=PersonalDataAct.Kind.ERASED).values_list("person", "actor")
    assert set(acts) == {(lea.pk, officer.pk), (noe.pk, officer.pk)}


def test_an_unused_sign_up_the_log_speaks_of_is_emptied_instead_of_deleted(now):
    plain, spoken_of = make_resident("a@example.org"), make_resident("b@example.org")
    PersonalDataAct.objects.create(kind="read", what="account", person=spoken_of, at=now)
    for user in (plain, spoken_of):
        remove_account(user=user, by=None, now=now)
    assert [user.email for user in User.objects.filter(pk__in=[plain.pk, spoken_of.pk])] == [""]
