"""My data: everything that is kept of me, nothing of others; and nothing left once I am erased (S14)."""

import json

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from participation.core import personal_data
from participation.core.eligibility import Level
from participation.core.models import PersonalDataAct
from participation.people.leaving import close_account
from participation.people.models import User
from participation.privacy import copies
from participation.questionnaires.models import Participation
from participation.questionnaires.tokens import address_hash
from participation.verification.models import Identity, Letter
from tests.factories import answer, box_of, close, make_consultation
from tests.people.signing import make_resident, sign_in_by_code
from tests.website import make_website

from .crowd import CANARY, OWN, canary, dump, files_of, make_crowd

pytestmark = pytest.mark.django_db


def test_two_hundred_copies_hold_everything_of_their_owner_and_nothing_of_others_then_erasure_leaves_nothing(now):
    people = make_crowd()
    found_foreign, lacking = [], []
    for number, user in enumerate(people):
        for name, text in files_of(copies.make(user=user, now=now)).items():
            found_foreign += [(number, name)] if set(CANARY.findall(text)) != {f"{number:03}"} else []
            lacking += [(number, name, what) for what in OWN if canary(number, what) not in text]
    assert (found_foreign, lacking) == ([], [])
    assert CANARY.search(dump())
    for user in people:
        close_account(user=user, by=user, now=now)
    left = CANARY.findall(dump())
    assert left == []
    emptied = User.objects.filter(pk__in=[user.pk for user in people])
    assert {user.public_name for user in emptied} == {user.pseudonym for user in people}
    assert PersonalDataAct.objects.filter(kind=PersonalDataAct.Kind.ERASED).count() == len(people)


def test_a_table_that_names_people_is_told_on_their_screen():
    """A new table that points to accounts is looked at before it is forgotten here."""
    looked_at = {
        # Told by a kind of data.
        "account_emailaddress", "mfa_authenticator", "usersessions_usersession", "people_guardianrequest",
        "verification_agestatement", "verification_tiestatement", "verification_residence", "verification_tieproof",
        "verification_letter", "verification_countercode", "verification_identity", "verification_listentry",
        "mailing_subscriber", "quartiers_absence", "quartiers_portfolio",
        "privacy_datacopy", "privacy_inactivitynotice", "core_personaldataact", "people_user_groups",
        # Of the staff, in their work.
        "core_readinglog", "core_windowchange", "mailing_postbox",
        "people_user_user_permissions", "privacy_archivevisa",
        "questionnaires_exportorder", "questionnaires_redaction", "questionnaires_textreview", "questionnaires_version",
        "verification_lawfullist",
    }  # fmt: skip
    with connection.cursor() as cursor:
        tables = [
            table
            for table in connection.introspection.table_names(cursor)
            if any(
                other == User._meta.db_table
                for _column, other in connection.introspection.get_relations(cursor, table).values()
            )
        ]
    # The CMS's own: pages, images, documents, reviews and locks of the staff.
    ours = {one for one in tables if not one.startswith(("wagtail", "editorial_", "django_", "taggit_", "auth_"))}
    assert ours - looked_at == set()


def test_the_screen_says_for_each_kind_why_until_when_and_where_to_correct(client):
    make_website()
    lea = make_resident("lea@example.org", display_name="Léa <b>")
    Letter.objects.create(
        user=lea, tie="lives", recipient="Léa Blanc", address="3 rue du Port", ordered_at=timezone.now(),
        nonce="n", expires_on=timezone.localdate(),
    )  # fmt: skip
    sign_in_by_code(client, lea.email)
    assert reverse("privacy_data") in client.get(reverse("people_account")).content.decode()
    page = client.get(reverse("privacy_data")).content.decode()
    for kind in personal_data.kinds():
        assert str(kind.title) in page.replace("&#x27;", "'")
        if kind.correct_at and kind.collect(user=lea, now=timezone.now()):
            assert f'href="{reverse(kind.correct_at)}"' in page
    assert "3 rue du Port" in page
    assert "Léa &lt;b&gt;" in page
    assert reverse("questionnaires:withdraw") in page
    assert client.get(reverse("people_leave")).content.decode().count("<dt>") >= 4


def test_a_child_who_waits_for_a_guardian_sees_and_takes_her_data(client):
    make_website()
    child = make_resident("petit@example.org", reached_fifteen=False)
    sign_in_by_code(client, child.email)
    assert client.get(reverse("privacy_data")).status_code == 200
    link = client.post(reverse("privacy_ask_copy")).headers["Location"]
    assert client.post(link).headers["Content-Type"] == "application/zip"


def test_i_see_that_i_answered_never_what_and_the_mark_goes_once_the_consultation_is_over(now):
    """Nothing joins a mark to an answer; in an open consultation it stops a second one."""
    lea, noe = make_resident("lea@example.org"), make_resident("noe@example.org")
    Identity.objects.create(user=lea, subject_hash="s", confirmed_on=timezone.localdate())
    over, still_open = make_consultation(title="Finie"), make_consultation(title="Ouverte")
    by_identity = make_consultation(title="Identité")
    for page, level in ((over, Level.EMAIL), (still_open, Level.ACCOUNT), (by_identity, Level.FRANCECONNECT)):
        activity = box_of(page).activity
        activity.level = level
        activity.save()
    key = str(over.translation_key)
    answer(page=over, address_hash=address_hash(key=key, address="Lea@example.org"))
    answer(page=over, address_hash=address_hash(key=key, address=noe.email))
    answer(page=still_open, actor=lea)
    answer(page=by_identity, actor=lea)
    close(over)
    close(by_identity)
    told = json.loads(files_of(copies.make(user=lea, now=now))["mes-donnees.json"])
    marks = next(kind for kind in told["kinds"] if kind["kind"] == "marks")["records"]
    assert sorted(record["answered"] for record in marks) == ["Finie", "Identité", "Ouverte"]
    close_account(user=lea, by=lea, now=now)
    left = Participation.objects.values_list("questionnaire__activity__title", flat=True)
    assert set(left) == {"Finie", "Ouverte"}
