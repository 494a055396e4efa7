"""Switches of the provider, and steps on the way, for the table of misbehaviours."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable

import jwt
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.test import Client

from participation.people.models import User

from .journey import Journey
from .provider import MISSING, Handler, Provider, private_key, published

MARKER = '"><b data-xss=1>'


def behaves(**values) -> Callable[[Provider], None]:
    def switch(provider: Provider) -> None:
        for name, value in values.items():
            assert hasattr(provider.behaviour, name)
            setattr(provider.behaviour, name, value)

    return switch


def id_token(**claims) -> Callable[[Provider], None]:
    return behaves(id_claims=claims)


def userinfo(**claims) -> Callable[[Provider], None]:
    return behaves(userinfo_claims=claims)


def signed(what: str, **changes) -> Callable[[Provider], None]:
    def switch(provider: Provider) -> None:
        setattr(provider.behaviour, f"sign_{what}", lambda claims: provider.sign(claims, **changes))

    return switch


def made(what: str, make: Callable[[dict], str]) -> Callable[[Provider], None]:
    return behaves(**{f"sign_{what}": make})


def unsigned(claims: dict) -> str:
    return jwt.encode(claims, None, algorithm="none", headers={"kid": "key-1"})


def signed_with_public_key(claims: dict) -> str:
    """HS256 under what everybody can read. By hand: PyJWT refuses to make such a token."""
    pem = private_key("ES256").public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return hmac_token(claims, pem)


def hmac_token(claims: dict, secret: bytes) -> str:
    header = {"alg": "HS256", "typ": "JWT", "kid": "key-1"}
    parts = ".".join(_part(json.dumps(value).encode()) for value in (header, claims))
    return f"{parts}.{_part(hmac.new(secret, parts.encode(), hashlib.sha256).digest())}"


def _part(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def answers(name: str, answer: Callable[[Handler], None]) -> Callable[[Provider], None]:
    return behaves(answers={name: answer})


def status(name: str, code: int) -> Callable[[Provider], None]:
    return answers(name, lambda handler: handler.send_json({"error": MARKER}, code))


def later(seconds: int) -> Callable[[dict], int]:
    return lambda claims: int(time.time()) + seconds


def silence(handler: Handler) -> None:
    time.sleep(1)
    handler.close_connection = True


def trickle(handler: Handler) -> None:
    """The right answer, each piece in time, but too slow in all."""

    def slowly(status: int, body: bytes, kind: str) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body) + 8))
        handler.end_headers()
        for piece in [b" "] * 8 + [body]:
            handler.wfile.write(piece)
            time.sleep(0.2)

    handler.send = slowly
    handler.token()


def cut(handler: Handler) -> None:
    handler.close_connection = True


def elsewhere(handler: Handler) -> None:
    handler.send(307, b"", "text/plain", Location=f"{handler.provider.url}/elsewhere")


def sends_back(**values) -> Callable[[Provider], None]:
    return behaves(sent_back=values)


def error(code: str) -> Callable[[Provider], None]:
    return sends_back(code=MISSING, error=code, error_description=MARKER)


def use_the_code_before(journey: Journey) -> None:
    for grant in journey.provider.grants.values():
        grant.is_used = True


def come_back_in_another_browser(journey: Journey) -> None:
    journey.client = Client()


def come_back_once_before(journey: Journey) -> None:
    """The same address twice, and a provider that would take the code twice: only the state stands between."""
    journey.provider.behaviour.forgets_used_codes = True
    journey.provider.behaviour.answers = {"token": lambda handler: handler.send_json({}, 503)}
    journey.come_back()
    journey.provider.behaviour.answers = {}


def wait_too_long(journey: Journey) -> None:
    journey.age(11)


def sign_in_meanwhile(journey: Journey) -> None:
    session = dict(journey.client.session)
    journey.client.force_login(User.objects.create(username="meanwhile"))
    kept = journey.client.session
    kept.update(session)
    kept.save()


def replace_in_return(name: str, value: str) -> Callable[[Journey], None]:
    def replace(journey: Journey) -> None:
        path, _, query = journey.returning.partition("?")
        parts = [part for part in query.split("&") if not part.startswith(f"{name}=")]
        journey.returning = f"{path}?{'&'.join([*parts, f'{name}={value}'] if value else parts)}"

    return replace


def weak_keys(provider: Provider) -> None:
    provider.behaviour.keys = [published("RS256", "short", "short")]
    provider.behaviour.algorithm, provider.behaviour.key_name, provider.behaviour.kid = "RS256", "short", "short"


def shared_secret_published(provider: Provider) -> None:
    secret = b"0123456789abcdef0123456789abcdef"
    provider.behaviour.keys = [{"kty": "oct", "k": _part(secret), "kid": "key-1", "alg": "HS256", "use": "sig"}]
    provider.behaviour.sign_id = provider.behaviour.sign_userinfo = lambda claims: hmac_token(claims, secret)


def discovered(**values) -> Callable[[Provider], None]:
    return behaves(discovery=values)


def encryption_key(provider: Provider) -> None:
    provider.behaviour.keys = [{**published("ES256", "key-1"), "use": "enc"}]


def rotate(provider: Provider) -> None:
    """New keys under a new name, between two people."""
    provider.behaviour.keys = [published("ES256", "key-3", "rotated")]
    provider.behaviour.key_name, provider.behaviour.kid = "rotated", "key-3"


def rotate_under_the_same_name(provider: Provider) -> None:
    provider.behaviour.keys = [published("ES256", "key-1", "rotated")]
    provider.behaviour.key_name = "rotated"


def sign_with_rsa(provider: Provider) -> None:
    provider.behaviour.algorithm, provider.behaviour.kid = "RS256", "key-2"
