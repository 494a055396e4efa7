"""The way in: to FranceConnect with a state this browser alone holds, and back to one account."""

import base64
import hashlib
import logging
import secrets
from dataclasses import asdict, dataclass
from datetime import date, datetime
from urllib.parse import urlencode, urljoin
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import SessionBase
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import override

from participation.core.eligibility import Eligibility
from participation.core.models import Activity
from participation.core.secrets import keyed_hash
from participation.people.models import User
from participation.people.second_factor import works_in_office
from participation.verification.models import Identity
from participation.verification.stating import state_age

from . import provider, tokens
from .configuration import Configuration
from .problems import BY_ERROR_CODE, Problem, Refused

logger = logging.getLogger(__name__)

MINUTES = 10
LEVEL = "eidas1"
PENDING = "franceconnect_pending"


@dataclass(frozen=True, kw_only=True)
class Pending:
    """A way in that was begun: kept in the session, used once."""

    state: str
    nonce: str
    verifier: str
    began_at: float
    account: int | None
    activity: str
    next_path: str
    language: str


@dataclass(frozen=True)
class Entered:
    """Whom it ended with. `is_linked`: an account that was signed in has just got its identity."""

    user: User
    is_new: bool = False
    is_linked: bool = False


def absolute(name: str) -> str:
    """One of our addresses as FranceConnect knows it: on the configured host whatever the request says, in French."""
    with override("fr"):
        return urljoin(settings.WAGTAILADMIN_BASE_URL, reverse(f"franceconnect:{name}"))


def begin(
    *,
    session: SessionBase,
    configuration: Configuration,
    user: User | AnonymousUser,
    activity: UUID | None,
    next_path: str,
    language: str,
    now: datetime,
) -> str:
    """Remember a way in and give FranceConnect's address for it. Raises `Refused`."""
    endpoints = provider.discover(configuration)
    pending = Pending(
        state=secrets.token_urlsafe(32),
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(48),
        began_at=now.timestamp(),
        account=user.pk if user.is_authenticated else None,
        activity=str(activity) if activity else "",
        next_path=next_path,
        language=language,
    )
    asked = {
        "response_type": "code",
        "client_id": configuration.client_id,
        "redirect_uri": absolute("back"),
        "scope": "openid birthdate" if _ages_asked(pending, now) else "openid",
        "acr_values": LEVEL,
        "state": pending.state,
        "nonce": pending.nonce,
    }
    if endpoints.takes_pkce:
        digest = hashlib.sha256(pending.verifier.encode()).digest()
        asked["code_challenge"] = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        asked["code_challenge_method"] = "S256"
    session[PENDING] = asdict(pending)
    return f"{endpoints.authorization}{'&' if '?' in endpoints.authorization else '?'}{urlencode(asked)}"


def take(*, session: SessionBase, state: str, user: User | AnonymousUser, now: datetime) -> Pending:
    """The way in that this return belongs to; it cannot be used again. Raises `Refused`."""
    kept = session.get(PENDING)
    if not kept:
        raise Refused(Problem.OUTDATED, "nothing was begun in this session")
    pending = Pending(**kept)
    if not constant_time_compare(state, pending.state):
        raise Refused(Problem.OUTDATED, "state of something else")
    del session[PENDING]
    # Two returns at the same moment both read the session before one of them writes it.
    if not cache.add(f"franceconnect:used:{hashlib.sha256(state.encode()).hexdigest()}", True, MINUTES * 60):
        raise Refused(Problem.OUTDATED, "state used already")
    if not 0 <= now.timestamp() - pending.began_at <= MINUTES * 60:
        raise Refused(Problem.OUTDATED, "state is too old")
    if pending.account != (user.pk if user.is_authenticated else None):
        raise Refused(Problem.OUTDATED, "begun by somebody else")
    return pending


def recognise(*, configuration: Configuration, pending: Pending, query: QueryDict) -> tuple[tokens.Person, str]:
    """Who came back, and the id token that ends the session at FranceConnect later. Raises `Refused`."""
    endpoints = provider.discover(configuration)
    if (endpoints.names_itself or "iss" in query) and query.get("iss") != configuration.issuer:
        raise Refused(Problem.UNTRUSTED, "answer of another issuer")
    if "error" in query:
        problem = BY_ERROR_CODE.get(query["error"], Problem.REFUSED)
        raise Refused(problem, "error sent back")
    code = query.get("code", "")
    if not code:
        raise Refused(Problem.UNTRUSTED, "no code")
    id_token, access_token = provider.exchange(
        configuration, code=code, redirect_uri=absolute("back"), verifier=pending.verifier
    )
    subject = tokens.subject_of(id_token, configuration=configuration, nonce=pending.nonce, access_token=access_token)
    told = provider.userinfo(configuration, access_token=access_token)
    return tokens.person_of(told, configuration=configuration, subject=subject), id_token


def enter(*, person: tokens.Person, user: User | AnonymousUser, pending: Pending, now: datetime) -> Entered:
    """The account of this person: hers already, the one signed in, else a new one. Raises `Refused`."""
    mark = identity_mark(issuer=person.issuer, subject=person.subject)
    try:
        entered = _account_of(mark, user, now)
    except IntegrityError:  # the same person came in by another window at the same moment
        entered = _account_of(mark, user, now)
    _keep_ages(entered.user, person.born_on, pending, now)
    return entered


def identity_mark(*, issuer: str, subject: str) -> str:
    """What is kept of an identity. An issuer holds no line break, so that two pairs never make one text."""
    return keyed_hash("franceconnect", f"{issuer}\n{subject}")


@transaction.atomic
def _account_of(mark: str, user: User | AnonymousUser, now: datetime) -> Entered:
    known = Identity.objects.filter(subject_hash=mark).select_related("user").first()
    if known:
        if user.is_authenticated and known.user_id != user.pk:
            raise Refused(Problem.OTHER_ACCOUNT, "identity of another account")
        return Entered(_usable(known.user))
    if not user.is_authenticated:
        user = User(username=f"fc-{secrets.token_hex(12)}")
        user.set_unusable_password()
        user.save()
        _identify(user, mark, now)
        return Entered(user, is_new=True)
    user = _usable(User.objects.select_for_update().get(pk=user.pk))
    if Identity.objects.filter(user=user).exists():
        raise Refused(Problem.OTHER_IDENTITY, "account of another identity")
    _identify(user, mark, now)
    return Entered(user, is_linked=True)


def _identify(user: User, mark: str, now: datetime) -> None:
    Identity.objects.create(user=user, subject_hash=mark, confirmed_on=timezone.localdate(now))


def _usable(user: User) -> User:
    """The account, unless it is closed or belongs to the office, whose door asks for a second factor."""
    if not user.is_active:
        raise Refused(Problem.CLOSED, "account is not active")
    if works_in_office(user):
        raise Refused(Problem.OFFICE, "account of the office")
    return user


def _keep_ages(user: User, born_on: date | None, pending: Pending, now: datetime) -> None:
    """Keep the answers to the ages the pending activity asks; the birth date itself goes with this request."""
    if born_on is None:
        return
    rule = _ages_asked(pending, now)
    for years in rule.thresholds if rule else ():
        on = rule.age_day(now)
        reached = has_reached(born_on, years=years, on=on)
        state_age(user=user, years=years, on=on, has_reached=reached, is_proved=True, now=now)


def has_reached(born_on: date, *, years: int, on: date) -> bool:
    """Whether the birthday of so many years has come by that day; who was born on 29 February waits for 1 March."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day)) >= years


def _ages_asked(pending: Pending, now: datetime) -> Eligibility | None:
    """The rule of the pending activity when it asks an age, and while it is open or announced."""
    activity = Activity.objects.filter(key=pending.activity).first() if pending.activity else None
    if activity is None or activity.is_withdrawn or activity.closes_at <= now:
        return None
    return activity.eligibility if activity.eligibility.thresholds else None
