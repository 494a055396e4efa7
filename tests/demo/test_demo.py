"""The demonstration, loaded once from an empty database: what it holds, what a second run does, every page of it."""

import io
import json
import re
import time
import zipfile
from collections import Counter
from datetime import timedelta
from io import StringIO
from urllib.parse import urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone
from wagtail.models import Page, Revision

from demo import logins
from demo.content.mechanisms import MECHANISMS
from participation.consultations.pages import ConsultationPage
from participation.core.status import Status
from participation.people.groups import Role
from participation.people.models import User
from participation.processes.pages import MechanismPage
from participation.questionnaires import results, tallies
from participation.questionnaires.models import Answer, Questionnaire, Response, TextReview, Version
from participation.questionnaires.questions import KINDS

# Each test works in a savepoint of the transaction that holds the demonstration.
pytestmark = pytest.mark.django_db
QUERIES = 12
FOREIGN = re.compile(
    r"<(?:script|link|img|iframe|source|video|audio)\b[^>]*\b(?:src|srcset|href)=\"(?:https?:)?//([^/\"]+)"
)


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker, tmp_path_factory):
    """The whole demonstration in one transaction, undone after the last test of this module."""
    var = tmp_path_factory.mktemp("demo")
    places = override_settings(VAR=var, MEDIA_ROOT=str(var / "media"))
    with django_db_blocker.unblock(), places, transaction.atomic():
        call_command("demo", stdout=StringIO())
        yield var
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _loaded(demonstration, settings):
    settings.VAR = demonstration
    settings.MEDIA_ROOT = str(demonstration / "media")


def consultation(slug: str) -> ConsultationPage:
    return ConsultationPage.objects.get(slug=slug, locale__language_code="fr")


def state() -> Counter:
    """How many rows a second run might have added."""
    models = (Page, Revision, Version, Response, Answer, TextReview, User, Questionnaire)
    return Counter({model.__name__: model.objects.count() for model in models})


def addresses() -> list[str]:
    sitemap = Client().get("/sitemap.xml").content.decode()
    found = set(re.findall(r"<loc>https?://[^/<]+([^<]*)</loc>", sitemap))
    return sorted(found)


@pytest.mark.parametrize("mechanism", MECHANISMS, ids=lambda each: each.key)
def test_every_mechanism_is_presented_with_its_four_texts(mechanism):
    page = MechanismPage.objects.get(slug=mechanism.slug, locale__language_code="fr")
    assert page.live
    assert all((page.what, page.who, page.how, page.state_of_play))
    assert page.illustration == mechanism.key
    assert page.subjects.count() == len(mechanism.tags)


def test_the_open_consultation_asks_in_two_languages_and_counts_in_one_box():
    french = consultation("arbres-jeux-marche")
    english = ConsultationPage.objects.get(translation_key=french.translation_key, locale__language_code="en")
    box = french.box
    assert box == english.box
    assert box.activity.status_at(timezone.now()) == Status.OPEN
    documents = {version.language: version.document for version in box.versions.all()}
    asked = {
        language: [item for screen in document["screens"] for item in screen["items"] if item["kind"] == "question"]
        for language, document in documents.items()
    }
    assert len(asked["fr"]) >= 9
    assert {item["type"] for item in asked["fr"]} == set(KINDS)
    assert [item["key"] for item in asked["fr"]] == [item["key"] for item in asked["en"]]
    for own, other in zip(asked["fr"], asked["en"], strict=True):
        assert own["text"] != other["text"]
        assert [choice["key"] for choice in own.get("choices", ())] == [
            choice["key"] for choice in other.get("choices", ())
        ]
    assert set(box.responses.values_list("language", flat=True)) == {"fr", "en"}


def test_english_pages_say_nothing_in_french():
    page = ConsultationPage.objects.get(slug="arbres-jeux-marche", locale__language_code="en")
    french = consultation("arbres-jeux-marche")
    for name in ("title", "summary", "object", "open_points", "closed_points", "decider", "offline_ways"):
        assert getattr(page, name) != getattr(french, name)


def test_the_closed_consultation_counts_what_its_answers_say():
    box = consultation("horaires-maisons-de-quartier").box
    assert box.activity.status_at(timezone.now()) == Status.ANSWERED
    assert box.responses.count() == 400
    counts = tallies.add_up(questionnaire=box)
    answers = Answer.objects.filter(response__questionnaire=box)
    people, choices = {}, Counter()
    for question, choice, response in answers.values_list("question", "choice", "response"):
        people.setdefault(question, set()).add(response)
        if choice:
            choices[f"q:{question}:{choice}"] += 1
    assert counts["responses"] == 400
    assert {key: len(who) for key, who in people.items()} == {key: counts[f"q:{key}"] for key in people}
    assert dict(choices) == {name: counts[name] for name in choices}


def test_every_answer_was_given_inside_its_window():
    for box in Questionnaire.objects.select_related("activity"):
        days = set(box.responses.values_list("answered_on", flat=True))
        first = timezone.localdate(box.activity.opens_at)
        last = min(timezone.localdate(box.activity.closes_at - timedelta(seconds=1)), timezone.localdate())
        assert all(first <= day <= last for day in days)


def test_the_public_reads_a_selection_of_texts_and_hidden_ones_keep_their_reason():
    box = consultation("horaires-maisons-de-quartier").box
    hidden = TextReview.objects.filter(questionnaire=box, state=TextReview.State.HIDDEN).select_related("answer")
    assert hidden.count() == 2
    assert all(review.reason for review in hidden)
    shown = results.read_public(questionnaire=box, language="fr", now=timezone.now())
    texts = [text for question in shown.questions for text in question.texts]
    assert len(texts) >= 15
    assert not {review.answer.text for review in hidden} & set(texts)


def test_files_to_download_are_real_ones():
    for page in (consultation("arbres-jeux-marche"), consultation("horaires-maisons-de-quartier")):
        files = [file for block in page.documents for file in block.value["documents"]]
        assert files
        for file in files:
            answer = Client().get(file.url)
            assert answer.status_code == 200
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
            if file.extension == "ODT":
                with zipfile.ZipFile(io.BytesIO(content)) as archive:
                    assert archive.namelist()[0] == "mimetype"
                    assert "text:h" in archive.read("content.xml").decode()


def test_a_second_run_changes_nothing():
    before, latest = state(), list(Page.objects.order_by("pk").values_list("pk", "latest_revision_id"))
    call_command("demo", stdout=StringIO())
    assert state() == before
    assert list(Page.objects.order_by("pk").values_list("pk", "latest_revision_id")) == latest


def test_what_an_editor_changed_stays():
    page = MechanismPage.objects.get(slug="consultations", locale__language_code="fr")
    page.title, page.slug = "Consultations, autrement", "consultations-autrement"
    page.save_revision().publish()
    with transaction.atomic():
        call_command("demo", stdout=StringIO())
        page.refresh_from_db()
        assert page.title == "Consultations, autrement"
        assert not MechanismPage.objects.filter(slug="consultations", locale__language_code="fr").exists()
        transaction.set_rollback(True)
    page.title, page.slug = "Les consultations", "consultations"
    page.save_revision().publish()


def test_the_logins_are_one_per_role_and_open_the_office():
    out = StringIO()
    call_command("demo", "--logins", stdout=out)
    found = json.loads(out.getvalue())
    staff = {"writer", "communications", "moderator", "officer", "administrator"}
    assert set(found) == staff | {"deputy", "deputy_other", "resident"}
    assert logins.file().stat().st_mode & 0o777 == 0o600
    groups = {
        role: {group.name for group in User.objects.get(username=login["user"]).groups.all()}
        for role, login in found.items()
    }
    assert groups == {
        "writer": {Role.WRITING.label},
        "communications": {Role.COMMUNICATIONS.label},
        "moderator": {Role.MODERATION.label},
        "officer": {Role.OFFICERS.label},
        "administrator": {Role.ADMINISTRATION.label},
        "deputy": {"Quartier Nord"},
        "deputy_other": {"Quartier Sud", "Quartier Ouest"},
        "resident": set(),
    }
    for login in (found["writer"], found["deputy"]):
        client = Client()
        typed = {"login": login["user"], "password": login["password"], "next": "/admin/"}
        assert client.post("/compte/connexion/", typed).url == "/compte/connexion/seconde-etape/"
        assert client.get("/admin/").status_code == 302
        code = format_hotp_value(hotp_value(login["totp_secret"], int(time.time()) // 30))
        assert client.post("/compte/connexion/seconde-etape/", {"code": code}).url == "/admin/"
        assert client.get("/admin/").status_code == 200


def test_lost_passwords_are_drawn_again(settings, tmp_path):
    settings.VAR = tmp_path  # the other tests keep their file: what is drawn here is undone in the database only
    before = logins.ensure_logins()
    logins.file().unlink()
    after = logins.ensure_logins()
    assert all(before[role]["password"] != after[role]["password"] for role in before)
    user = User.objects.get(username=after["writer"]["user"])
    assert user.check_password(after["writer"]["password"])
    secret = decrypt(Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP).data["secret"])
    assert secret == after["writer"]["totp_secret"] != before["writer"]["totp_secret"]


def test_each_login_has_an_authenticator_and_recovery_codes():
    found = logins.ensure_logins()
    resident = found.pop("resident")
    assert resident["totp_secret"] == ""
    assert not Authenticator.objects.filter(user__username=resident["user"]).exists()
    for login in found.values():
        kinds = set(Authenticator.objects.filter(user__username=login["user"]).values_list("type", flat=True))
        assert kinds == {Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES}
        assert EmailAddress.objects.get(user__username=login["user"], primary=True).verified
    assert logins.ensure_logins() == found | {"resident": resident}


def test_the_invented_resident_goes_the_whole_way_of_the_consultation_with_conditions():
    """Guard: `load_with_conditions`; what a visitor of the demonstration can judge."""
    login, page = logins.ensure_logins()["resident"], consultation("un-nom-pour-la-bibliotheque")
    client, start = Client(), f"/repondre/{page.translation_key}/"
    assert client.post("/compte/connexion/", {"login": login["email"], "password": login["password"]}).url == "/compte/"
    assert "inventée" in client.get("/compte/").content.decode()
    same = {"HTTP_SEC_FETCH_SITE": "same-origin"}
    (screen,) = page.box.versions.first().document["screens"]
    name = next(item for item in screen["items"] if item.get("key") == "library_name")["choices"][0]["key"]
    assert client.post(start, {"q-library_name": name}, **same).url == start + "verifier/"
    token = re.search(r'name="token" value="([^"]+)"', client.get(start + "verifier/").content.decode())[1]
    assert client.post(start + "verifier/", {"go": "send", "token": token}, **same).url == start + "conditions/"
    client.post(start + "conditions/", {"age-16": "yes", "ties": "lives"}, **same)
    assert client.post(start + "verifier/", {"go": "send", "token": token}, **same).url == start + "recu/"


def test_every_public_page_answers_quickly_and_loads_nothing_from_elsewhere(settings):
    found = addresses()
    assert len(found) > 40
    own = {urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc}
    slow, foreign = {}, {}
    client = Client()
    for address in found:
        assert client.get(address).status_code == 200, address
        # The first visit makes the sizes of images; what counts is every visit after it.
        with CaptureQueriesContext(connection) as queries:
            html = client.get(address).content.decode()
        if len(queries) > QUERIES:
            slow[address] = len(queries)
        if hosts := set(FOREIGN.findall(html)) - own:
            foreign[address] = hosts
    assert not slow
    assert not foreign
