"""Believing a signed token: every claim that is used is checked here, and nothing else is read."""

import hashlib
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import jwt
from django.utils.crypto import constant_time_compare

from . import provider
from .configuration import Configuration
from .problems import Problem, Refused

# The kind of key decides the algorithm; what a token says of itself decides nothing.
ALGORITHMS = {("EC", "P-256"): "ES256", ("RSA", None): "RS256"}
LEVELS = frozenset({"eidas1", "eidas2", "eidas3"})
LEEWAY = 30
LONGEST_SUBJECT = 255
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
READING = {"enforce_minimum_key_length": True}


@dataclass(frozen=True)
class Person:
    """Somebody FranceConnect vouches for. `born_on` is there only when it was asked for, and is kept nowhere."""

    issuer: str
    subject: str
    born_on: date | None = None


def subject_of(id_token: str, *, configuration: Configuration, nonce: str, access_token: str) -> str:
    """Whom the id token speaks of. Raises `Refused` unless all of it holds."""
    claims = _claims(id_token, configuration, required=("iss", "aud", "sub", "exp", "iat"))
    if not _is_same(claims.get("nonce"), nonce):
        raise Refused(Problem.UNTRUSTED, "nonce")
    if claims.get("acr") not in LEVELS:
        raise Refused(Problem.UNTRUSTED, "acr")
    if "at_hash" in claims and not _is_same(claims["at_hash"], _half_hash(access_token)):
        raise Refused(Problem.UNTRUSTED, "at_hash")
    return _subject(claims)


def person_of(userinfo: str, *, configuration: Configuration, subject: str) -> Person:
    """The person the signed userinfo speaks of, who must be the one of the id token. Raises `Refused`."""
    claims = _claims(userinfo, configuration, required=("iss", "aud", "sub"))
    if not _is_same(_subject(claims), subject):
        raise Refused(Problem.UNTRUSTED, "userinfo of somebody else")
    return Person(issuer=configuration.issuer, subject=subject, born_on=_day(claims.get("birthdate")))


def _claims(token: str, configuration: Configuration, *, required: Iterable[str]) -> dict:
    """The claims of a token for us. Keys from the cache are asked for once more when they do not fit."""
    keys, is_known = provider.signing_keys(configuration)
    try:
        claims = _decoded(token, keys, configuration, required)
    except (UnknownKey, jwt.InvalidSignatureError):
        if not is_known:
            raise Refused(Problem.UNTRUSTED, "signature") from None
        keys, _is_known = provider.signing_keys(configuration, is_fresh=True)
        try:
            claims = _decoded(token, keys, configuration, required)
        except (UnknownKey, jwt.InvalidSignatureError):
            raise Refused(Problem.UNTRUSTED, "signature, with fresh keys") from None
    if isinstance(claims["aud"], list) and len(claims["aud"]) != 1:
        raise Refused(Problem.UNTRUSTED, "for others too")
    if claims.get("azp", configuration.client_id) != configuration.client_id:
        raise Refused(Problem.UNTRUSTED, "azp")
    return claims


class UnknownKey(Exception):
    """No published key has this name, or none of a kind we use."""


def _decoded(token: str, keys: list[dict], configuration: Configuration, required: Iterable[str]) -> dict:
    try:
        key = _key(jwt.get_unverified_header(token).get("kid"), keys)
        return jwt.decode(
            token,
            key,
            algorithms=[key.algorithm_name],
            issuer=configuration.issuer,
            audience=configuration.client_id,
            leeway=LEEWAY,
            options={**READING, "require": list(required)},
        )
    except jwt.InvalidSignatureError:
        raise
    except jwt.PyJWTError as error:
        raise Refused(Problem.UNTRUSTED, type(error).__name__) from error


def _key(name: object, keys: list[dict]) -> jwt.PyJWK:
    for key in keys:
        algorithm = ALGORITHMS.get((key.get("kty"), key.get("crv")))
        if algorithm and isinstance(name, str) and key.get("kid") == name and key.get("use", "sig") == "sig":
            return jwt.PyJWK.from_dict(key, algorithm)
    raise UnknownKey


def _subject(claims: dict) -> str:
    subject = claims["sub"]
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT:
        raise Refused(Problem.UNTRUSTED, "sub")
    return subject


def _is_same(given: object, expected: str) -> bool:
    return isinstance(given, str) and constant_time_compare(given, expected)


def _half_hash(access_token: str) -> str:
    """The left half of the SHA-256 of the access token (OpenID Connect Core, 3.1.3.6)."""
    return urlsafe_b64encode(hashlib.sha256(access_token.encode()).digest()[:16]).rstrip(b"=").decode()


def _day(value: object) -> date | None:
    if not isinstance(value, str) or not DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:  # the day of birth of some people is not known: YYYY-00-00
        return None
