"""A FranceConnect of our own on this machine: real keys, real signatures, a switch for every misbehaviour."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from participation.verification.franceconnect.configuration import Configuration

CLIENT_ID = "the-city"
CLIENT_SECRET = "a secret between the city and FranceConnect"
MISSING = object()
BACK, LEFT = "/franceconnect/retour/", "/franceconnect/au-revoir/"


@cache
def private_key(kind: str, name: str = ""):
    """A key made once for the whole run: `ES256` or `RS256`, another one for each name."""
    if kind == "ES256":
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=65537, key_size=1024 if name == "short" else 2048)


def published(kind: str, kid: str, name: str = "") -> dict:
    """The public half of a key, as it is published."""
    algorithm = jwt.algorithms.get_default_algorithms()[kind]
    key = algorithm.to_jwk(private_key(kind, name).public_key(), as_dict=True)
    return {**key, "kid": kid, "use": "sig", "alg": kind}


@dataclass
class Grant:
    """One person who went through the authorisation: what the code stands for."""

    asked: dict[str, str]
    is_used: bool = False


@dataclass
class Behaviour:
    """How the provider answers. Everything is right until a test changes it."""

    subject: str = "a1b2c3v1"
    birthdate: str = "1990-05-17"
    algorithm: str = "ES256"
    key_name: str = ""
    kid: str | None = "key-1"
    keys: list[dict] = field(default_factory=lambda: [published("ES256", "key-1"), published("RS256", "key-2")])
    discovery: dict = field(default_factory=dict)
    id_claims: dict = field(default_factory=dict)
    userinfo_claims: dict = field(default_factory=dict)
    token_answer: dict = field(default_factory=dict)
    token_status: int = 200
    sent_back: dict = field(default_factory=dict)
    sign_id: Callable[[dict], str] | None = None
    sign_userinfo: Callable[[dict], str] | None = None
    userinfo_kind: str = "application/jwt"
    answers: dict[str, Callable[["Handler"], None]] = field(default_factory=dict)
    asks_the_person: bool = False
    forgets_used_codes: bool = False


class Provider:
    """The server, what it was asked, and how it behaves."""

    def __init__(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.provider = self
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.issuer = f"{self.url}/api/v2"
        self.reset()

    def reset(self, site: str = "http://testserver") -> None:
        self.site = site
        self.behaviour = Behaviour()
        self.grants: dict[str, Grant] = {}
        self.tokens: dict[str, str] = {}
        self.seen: list[str] = []

    @property
    def configuration(self) -> Configuration:
        return Configuration(issuer=self.issuer, client_id=CLIENT_ID, client_secret=CLIENT_SECRET, allows_loopback=True)

    @property
    def takes_pkce(self) -> bool:
        return "code_challenge_methods_supported" not in self.behaviour.discovery

    def sign(self, claims: dict, **changes) -> str:
        """A token with the current key, or with `algorithm`, `key_name`, `kid` as asked."""
        now = self.behaviour
        algorithm = changes.get("algorithm", now.algorithm)
        kid = changes.get("kid", now.kid)
        key = private_key(algorithm, changes.get("key_name", now.key_name))
        return jwt.encode(claims, key, algorithm=algorithm, headers={"kid": kid} if kid else {})


def changed(claims: dict, changes: dict) -> dict:
    merged = {name: value(claims) if callable(value) else value for name, value in {**claims, **changes}.items()}
    return {name: value for name, value in merged.items() if value is not MISSING}


class Handler(BaseHTTPRequestHandler):
    """Discovery, authorisation, token, keys, userinfo and the end of the session."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args) -> None:
        """Silence."""

    def do_GET(self) -> None:
        self._answer({})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        self._answer({name: values[0] for name, values in parse_qs(body).items()})

    def _answer(self, form: dict[str, str]) -> None:
        self.provider: Provider = self.server.provider
        parts = urlsplit(self.path)
        name = parts.path.removeprefix("/api/v2/")
        self.form = form
        self.query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        self.provider.seen.append(name)
        known = {
            ".well-known/openid-configuration": self.discovery,
            "authorize": self.authorize,
            "token": self.token,
            "jwks": self.jwks,
            "userinfo": self.userinfo,
            "session/end": self.end_session,
        }
        if misbehaviour := self.provider.behaviour.answers.get(name):
            misbehaviour(self)
        elif name in known:
            known[name]()
        else:
            self.send(404, b"", "text/plain")

    def send(self, status: int, body: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def send_json(self, value: object, status: int = 200) -> None:
        self.send(status, json.dumps(value).encode(), "application/json;charset=utf-8")

    def discovery(self) -> None:
        base = self.provider.issuer
        self.send_json(
            changed(
                {
                    "issuer": base,
                    "authorization_endpoint": f"{base}/authorize",
                    "token_endpoint": f"{base}/token",
                    "userinfo_endpoint": f"{base}/userinfo",
                    "jwks_uri": f"{base}/jwks",
                    "end_session_endpoint": f"{base}/session/end",
                    "id_token_signing_alg_values_supported": ["HS256", "ES256", "RS256"],
                    "code_challenge_methods_supported": ["S256"],
                },
                self.provider.behaviour.discovery,
            )
        )

    def authorize(self) -> None:
        query, provider = self.query, self.provider
        wrong = [
            name
            for name, is_right in {
                "response_type": query.get("response_type") == "code",
                "client_id": query.get("client_id") == CLIENT_ID,
                "redirect_uri": query.get("redirect_uri") == provider.site + BACK,
                "scope": "openid" in query.get("scope", "").split(),
                "acr_values": query.get("acr_values") == "eidas1",
                "state": len(query.get("state", "")) >= 32,
                "nonce": len(query.get("nonce", "")) >= 32,
                "code_challenge": not provider.takes_pkce or query.get("code_challenge_method") == "S256",
            }.items()
            if not is_right
        ]
        if wrong:
            self.send(400, f"wrong: {', '.join(wrong)}".encode(), "text/plain")
            return
        code = secrets.token_urlsafe(24)
        provider.grants[code] = Grant(asked=query)
        back = {"code": code, "state": query["state"], "iss": provider.issuer}
        yes = f"{query['redirect_uri']}?{urlencode(changed(back, provider.behaviour.sent_back))}"
        refused = {"error": "access_denied", "error_description": "User auth aborted", "state": query["state"]}
        no = f"{query['redirect_uri']}?{urlencode({**refused, 'iss': provider.issuer})}"
        if provider.behaviour.asks_the_person:
            page = f'<!doctype html><title>FC</title><a id="yes" href="{yes}">yes</a> <a id="no" href="{no}">no</a>'
            self.send(200, page.replace("&", "&amp;").encode(), "text/html")
        else:
            self.send(302, b"", "text/plain", Location=yes)

    def token(self) -> None:
        form, provider = self.form, self.provider
        grant = provider.grants.get(form.get("code", ""))
        if grant is None or (grant.is_used and not provider.behaviour.forgets_used_codes):
            self.send_json({"error": "invalid_grant"}, 400)
            return
        grant.is_used = True
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if (
            form.get("client_id") != CLIENT_ID
            or form.get("client_secret") != CLIENT_SECRET
            or form.get("redirect_uri") != grant.asked["redirect_uri"]
            or (provider.takes_pkce and _text(digest) != grant.asked.get("code_challenge"))
        ):
            self.send_json({"error": "invalid_client"}, 401)
            return
        access_token = secrets.token_urlsafe(24)
        provider.tokens[access_token] = grant.asked["scope"]
        now = int(time.time())
        claims = {
            "iss": provider.issuer,
            "aud": CLIENT_ID,
            "sub": provider.behaviour.subject,
            "exp": now + 60,
            "iat": now,
            "nonce": grant.asked["nonce"],
            "acr": "eidas1",
            "amr": ["pwd"],
            "at_hash": _text(hashlib.sha256(access_token.encode()).digest()[:16]),
        }
        sign = provider.behaviour.sign_id or provider.sign
        answer = {
            "access_token": access_token,
            "token_type": "Bearer",
            "expires_in": 60,
            "id_token": sign(changed(claims, provider.behaviour.id_claims)),
        }
        self.send_json(changed(answer, provider.behaviour.token_answer), provider.behaviour.token_status)

    def jwks(self) -> None:
        self.send_json({"keys": self.provider.behaviour.keys})

    def userinfo(self) -> None:
        provider = self.provider
        scope = provider.tokens.get(self.headers.get("Authorization", "").removeprefix("Bearer "))
        if scope is None:
            self.send_json({"error": "invalid_token"}, 401)
            return
        now = int(time.time())
        claims = {
            "iss": provider.issuer,
            "aud": CLIENT_ID,
            "sub": provider.behaviour.subject,
            "iat": now,
            "exp": now + 60,
        }
        if "birthdate" in scope.split():
            claims["birthdate"] = provider.behaviour.birthdate
        sign = provider.behaviour.sign_userinfo or provider.sign
        token = sign(changed(claims, provider.behaviour.userinfo_claims))
        self.send(200, token.encode(), provider.behaviour.userinfo_kind)

    def end_session(self) -> None:
        query = self.query
        claims = jwt.decode(query.get("id_token_hint", ""), options={"verify_signature": False})
        if claims["aud"] != CLIENT_ID or query.get("post_logout_redirect_uri") != self.provider.site + LEFT:
            self.send(400, b"wrong", "text/plain")
            return
        back = f"{query['post_logout_redirect_uri']}?{urlencode({'state': query['state']})}"
        self.send(302, b"", "text/plain", Location=back)


def _text(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


@contextmanager
def running() -> Iterator[Provider]:
    """The provider, for as long as the block lasts."""
    provider = Provider()
    thread = threading.Thread(target=provider.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    provider.server.daemon_threads = True
    thread.start()
    try:
        yield provider
    finally:
        provider.server.shutdown()
        provider.server.server_close()
        thread.join()
