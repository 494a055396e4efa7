"""Two hundred people about whom the site keeps everything it can, each with marks found nowhere else."""

import re
import zipfile
from datetime import timedelta
from io import BytesIO

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from participation.core.eligibility import Proof, Tie
from participation.mailing.models import Subscriber
from participation.people.models import GuardianRequest, User
from participation.verification.models import (
    AgeStatement,
    CounterCode,
    Identity,
    LawfulList,
    Letter,
    ListEntry,
    Residence,
    TieProof,
    TieStatement,
)

CANARY = re.compile(r"canari-(\d{3})-", re.IGNORECASE)
# In what each person is asked for and says: all of it must be in her copy.
OWN = ("nom", "prenom", "famille", "courriel", "passe", "appareil", "destinataire", "rue", "nouvelles")


def canary(number: int, what: str) -> str:
    return f"canari-{number:03}-{what}"


def make_crowd(size: int = 200) -> list[User]:
    """A few queries for all of them."""
    now, today = timezone.now(), timezone.localdate()
    users = User.objects.bulk_create(
        [
            User(
                username=f"account-{n}",
                email=f"{canary(n, 'courriel')}@example.org",
                display_name=canary(n, "nom"),
                first_name=canary(n, "prenom"),
                last_name=canary(n, "famille"),
                guardian_hash=canary(n, "tuteur"),
                guardian_agreed_at=now,
                signed_up_at=now,
            )
            for n in range(size)
        ]
    )
    people_list = LawfulList.objects.create(
        title="Liste",
        tie=Tie.LIVES,
        purpose="p",
        legal_basis="b",
        source="s",
        obtained_on=today,
        delete_on=today + timedelta(days=9),
        recorded_at=now,
    )
    rows: list = []
    for n, user in enumerate(users):
        rows += [
            EmailAddress(user=user, email=user.email, verified=True, primary=True),
            Authenticator(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": canary(n, "passe")}),
            UserSession(
                user=user,
                ip="0.0.0.0",  # noqa: S104
                session_key=canary(n, "session"),
                user_agent=canary(n, "appareil"),
                created_at=now,
                last_seen_at=now,
            ),
            GuardianRequest(
                user=user, key=canary(n, "lien"), address_hash=canary(n, "adulte"), language="fr", asked_at=now
            ),
            AgeStatement(user=user, years=16, on=today, has_reached=True, stated_on=today),
            TieStatement(user=user, tie=Tie.LIVES, holds=True, stated_on=today),
            TieProof(
                user=user,
                tie=Tie.LIVES,
                means=Proof.LETTER,
                established_on=today,
                ends_on=today + timedelta(days=900),
            ),
            Residence(user=user, area=None, stated_on=today),
            Letter(
                user=user,
                tie=Tie.LIVES,
                recipient=canary(n, "destinataire"),
                address=f"{n} {canary(n, 'rue')}\n63000 Clermont-Ferrand",
                ordered_at=now,
                nonce=canary(n, "aleas"),
                expires_on=today + timedelta(days=60),
            ),
            CounterCode(user=user, code_hash=canary(n, "guichet"), expires_at=now + timedelta(hours=3)),
            Identity(user=user, subject_hash=canary(n, "identite"), confirmed_on=today),
            _subscriber(user, n, now),
            ListEntry(people_list=people_list, identity_hash=f"entry-{n}", user=user, is_taken=True),
            UserProfile(user=user, preferred_language="fr"),
            ModelLogEntry(
                content_type=ContentType.objects.get_for_model(User),
                object_id=str(user.pk),
                label=canary(n, "journal"),
                action="wagtail.edit",
                timestamp=now,
            ),
        ]
    by_model: dict = {}
    for row in rows:
        by_model.setdefault(type(row), []).append(row)
    for model, some in by_model.items():
        model.objects.bulk_create(some)
    return users


def _subscriber(user: User, number: int, now) -> Subscriber:
    one = Subscriber(user=user, language="fr", asked_at=now, confirmed_at=now)
    one.set_address(f"{canary(number, 'nouvelles')}@example.org")
    return one


def files_of(zipped: bytes) -> dict[str, str]:
    """Name → text of each file of a copy."""
    with zipfile.ZipFile(BytesIO(zipped)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def dump() -> str:
    """Every value of every table."""
    said = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - the database's own names
            said += [str(row) for row in cursor.fetchall()]
    return "\n".join(said)
