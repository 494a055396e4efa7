"""Signing in with FranceConnect: one person, one account, and nothing kept that says who."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import Permission
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.utils import timezone

from participation.core.eligibility import Level
from participation.core.models import Activity
from participation.people.models import User
from participation.verification.franceconnect import entering
from participation.verification.franceconnect.entering import MINUTES, PENDING, has_reached
from participation.verification.franceconnect.problems import TEXTS, Problem, Refused
from participation.verification.models import AgeStatement, Identity
from tests.website import enter_office

from .journey import ENTRANCE, FROM_HERE, Journey

pytestmark = pytest.mark.django_db


@pytest.fixture
def resident(client) -> User:
    """Somebody who signed in with an address of her own."""
    user = User.objects.create(username="lea", email="lea@example.org")
    client.force_login(user)
    return user


def activity_for(**rule) -> Activity:
    now = timezone.now()
    window = {"opens_at": now - timedelta(days=1), "closes_at": now + timedelta(days=1)}
    return Activity.objects.create(kind="consultation", title="Une place", **(window | rule))


def asked(journey: Journey) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(journey.address).query).items()}


def who(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def said(problem: Problem, response) -> bool:
    return str(TEXTS[problem]) in response.content.decode() and str(problem.label) in response.content.decode()


def test_a_person_gets_an_account_without_an_address_and_finds_it_again(client, journey):
    response = journey.make(next_path="/participer/")
    assert (response.status_code, response["Location"]) == (302, "/participer/")
    user = User.objects.get(identity__isnull=False)
    assert (user.email, user.has_usable_password()) == ("", False)
    assert who(client) == str(user.pk)
    client.logout()
    journey.make()
    assert who(client) == str(user.pk)
    assert Identity.objects.count() == 1


def test_two_people_get_two_accounts(client, journey):
    journey.make()
    client.logout()
    journey.provider.behaviour.subject = "somebody-else"
    journey.make()
    assert Identity.objects.values("user").distinct().count() == 2


def test_an_account_that_is_signed_in_gets_the_identity_and_a_new_session_key(client, journey, resident):
    before = client.session.session_key
    journey.make()
    assert resident.identity.confirmed_on == timezone.localdate()
    assert who(client) == str(resident.pk)
    assert client.session.session_key != before
    resident.refresh_from_db()
    assert resident.email == "lea@example.org"
    assert User.objects.filter(identity__isnull=False).get() == resident


def test_who_comes_in_gets_another_session_key_than_was_known_before(client, journey):
    journey.begin()
    before = client.session.session_key
    journey.authorise()
    journey.come_back()
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_an_identity_of_another_account_stays_there(client, journey, resident):
    Journey(Client(), journey.provider).make()
    response = journey.make()
    assert said(Problem.OTHER_ACCOUNT, response)
    assert who(client) == str(resident.pk)
    assert not Identity.objects.filter(user=resident).exists()


def test_an_account_keeps_the_identity_it_has(journey, resident):
    journey.make()
    kept = resident.identity.subject_hash
    journey.provider.behaviour.subject = "somebody-else"
    assert said(Problem.OTHER_IDENTITY, journey.make())
    assert Identity.objects.get().subject_hash == kept


@pytest.mark.parametrize("is_linking", [True, False], ids=["linking", "signing in"])
def test_an_account_of_the_office_does_not_come_in_by_franceconnect(client, journey, resident, is_linking):
    if not is_linking:
        journey.make()
        client.logout()
    resident.user_permissions.add(Permission.objects.get(codename="access_admin"))
    if is_linking:
        enter_office(client, resident)
    before = Identity.objects.count()
    assert said(Problem.OFFICE, journey.make())
    assert Identity.objects.count() == before
    assert who(client) == (str(resident.pk) if is_linking else None)


def test_a_closed_account_does_not_come_in(client, journey, resident):
    journey.make()
    User.objects.filter(pk=resident.pk).update(is_active=False)
    client.logout()
    assert said(Problem.CLOSED, journey.make())
    assert who(client) is None
    assert Identity.objects.count() == 1


def test_an_address_franceconnect_passes_on_finds_no_account_and_is_not_kept(journey):
    User.objects.create(username="lea", email="lea@example.org")
    journey.provider.behaviour.userinfo_claims = {
        "email": "lea@example.org",
        "given_name": "Angèle",
        "family_name": "DUBOIS",
        "birthplace": "63113",
    }
    journey.make()
    made = Identity.objects.get().user
    assert (made.email, made.username.startswith("fc-"), made.get_full_name()) == ("", True, "")


def test_nothing_that_names_the_person_is_in_the_database(client, journey):
    activity = activity_for(minimum_age=16)
    journey.make(activity=activity.key)
    subject, birthdate = journey.provider.behaviour.subject, journey.provider.behaviour.birthdate
    written = []
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - our own tables
            written += [repr(row) for row in cursor.fetchall()]
    written += [repr(one.get_decoded()) for one in Session.objects.all()]
    day = date.fromisoformat(birthdate)
    assert len(written) > 50
    assert [row for row in written if subject in row or birthdate in row or repr(day) in row] == []


def test_only_what_is_needed_is_asked(journey):
    journey.begin()
    assert asked(journey)["scope"] == "openid"
    journey.begin(activity=activity_for().key)
    assert asked(journey)["scope"] == "openid"
    journey.begin(activity=activity_for(minimum_age=16).key)
    assert asked(journey)["scope"] == "openid birthdate"
    journey.begin(activity="not-a-key")
    assert asked(journey)["scope"] == "openid"


def test_of_the_birth_date_only_the_ages_the_activity_asks_are_kept(journey):
    day = date(2026, 6, 30)
    activity = activity_for(level=Level.FRANCECONNECT, minimum_age=16, maximum_age=25, age_on=day)
    journey.provider.behaviour.birthdate = "2010-06-30"
    journey.make(activity=activity.key)
    kept = AgeStatement.objects.order_by("years").values_list("years", "on", "has_reached", "is_proved")
    assert list(kept) == [(16, day, True, True), (26, day, False, True)]


@pytest.mark.parametrize("birthdate", ["1990-00-00", "1990-5-17", "", "17/05/1990", 1990])
def test_a_birth_date_that_says_no_day_says_nothing(client, journey, birthdate):
    journey.provider.behaviour.birthdate = birthdate
    journey.make(activity=activity_for(minimum_age=16).key)
    assert who(client)
    assert not AgeStatement.objects.exists()


def test_a_birth_date_nobody_asked_for_is_not_read(journey):
    journey.provider.behaviour.userinfo_claims = {"birthdate": "1990-05-17"}
    journey.make(activity=activity_for().key)
    assert not AgeStatement.objects.exists()


@pytest.mark.parametrize(
    ("born", "on", "reached"),
    [
        (date(2010, 6, 30), date(2026, 6, 29), False),
        (date(2010, 6, 30), date(2026, 6, 30), True),
        (date(2008, 2, 29), date(2024, 2, 28), False),
        (date(2008, 2, 29), date(2024, 2, 29), True),
        (date(2009, 2, 28), date(2025, 2, 28), True),
        (date(2012, 2, 29), date(2028, 2, 28), False),
        (date(2026, 1, 1), date(2025, 1, 1), False),
    ],
)
def test_an_age_is_reached_on_the_birthday(born, on, reached):
    assert has_reached(born, years=16, on=on) is reached


def test_what_is_sent_cannot_be_guessed_and_leads_back_here_whatever_the_host(client, journey, settings):
    seen = set()
    for _ in range(3):
        client.post(ENTRANCE, {}, HTTP_HOST="evil.example.org", **FROM_HERE)
        pending = client.session[PENDING]
        journey.begin()
        values = asked(journey)
        assert values["redirect_uri"] == f"{settings.WAGTAILADMIN_BASE_URL}/franceconnect/retour/"
        assert values["acr_values"] == "eidas1"
        assert values["code_challenge_method"] == "S256"
        assert min(len(values["state"]), len(values["nonce"]), len(pending["verifier"])) >= 32
        seen |= {values["state"], values["nonce"], pending["state"], pending["nonce"]}
    assert len(seen) == 12


def test_two_returns_at_the_same_moment_use_the_state_once(client, journey):
    journey.begin()
    kept = client.session[PENDING]
    now, nobody = timezone.now(), Client().get("/").wsgi_request.user
    entering.take(session={PENDING: kept}, state=kept["state"], user=nobody, now=now)
    with pytest.raises(Refused):
        entering.take(session={PENDING: kept}, state=kept["state"], user=nobody, now=now)


def test_a_state_lasts_ten_minutes(client, journey):
    journey.begin()
    journey.authorise()
    journey.age(MINUTES - 1)
    assert journey.come_back().status_code == 302


def test_the_same_person_in_two_windows_at_the_same_moment_gets_one_account(client, journey, monkeypatch):
    """The other window has written between our look and our own writing."""
    Journey(Client(), journey.provider).make()
    other = Identity.objects.get().user
    look, looks = Identity.objects.filter, []

    def look_too_early(*args, **kwargs):
        looks.append(kwargs)
        return look(pk=None) if len(looks) == 1 else look(*args, **kwargs)

    monkeypatch.setattr(Identity.objects, "filter", look_too_early)
    journey.make()
    assert who(client) == str(other.pk)
    assert User.objects.filter(username__startswith="fc-").get() == other
