"""Speaking to FranceConnect: discovery, keys, token and userinfo. Short timeouts, small answers, no redirects.

Discovery and keys are kept in the shared cache; after a failure nobody waits for FranceConnect again for some seconds.
"""

import hashlib
import json
import time
from dataclasses import asdict, dataclass
from http.client import HTTPException

import requests
import urllib3
from django.core.cache import cache

from .configuration import Configuration
from .problems import Problem, Refused

SECONDS = 3.0
LARGEST = 64 * 1024
HOUR = 3600
PAUSE = 15
JSON = "application/json"
JWT = "application/jwt"


@dataclass(frozen=True)
class Endpoints:
    """What discovery says, checked."""

    authorization: str
    token: str
    userinfo: str
    keys: str
    end_session: str
    takes_pkce: bool
    names_itself: bool


def discover(configuration: Configuration) -> Endpoints:
    """Where FranceConnect's services are. Raises `Refused`."""
    name = _cache_name("discovery", configuration)
    if known := cache.get(name):
        return Endpoints(**known)
    pause = _cache_name("pause", configuration)
    if cache.get(pause):
        raise Refused(Problem.UNAVAILABLE, "discovery failed a moment ago")
    try:
        document = _json(configuration, f"{configuration.issuer}/.well-known/openid-configuration")
        found = _endpoints(document, configuration)
    except Refused:
        cache.set(pause, True, PAUSE)
        raise
    cache.set(name, asdict(found), HOUR)
    return found


def _endpoints(document: dict, configuration: Configuration) -> Endpoints:
    if document.get("issuer") != configuration.issuer:
        raise Refused(Problem.UNTRUSTED, "discovery of another issuer")
    addresses = {
        "authorization": document.get("authorization_endpoint"),
        "token": document.get("token_endpoint"),
        "userinfo": document.get("userinfo_endpoint"),
        "keys": document.get("jwks_uri"),
    }
    if not all(configuration.allows(address) for address in addresses.values()):
        raise Refused(Problem.UNTRUSTED, "discovery names an address that is not allowed")
    end_session = document.get("end_session_endpoint")
    methods = document.get("code_challenge_methods_supported")
    return Endpoints(
        **addresses,
        end_session=end_session if configuration.allows(end_session) else "",
        takes_pkce=isinstance(methods, list) and "S256" in methods,
        names_itself=document.get("authorization_response_iss_parameter_supported") is True,
    )


def signing_keys(configuration: Configuration, *, is_fresh: bool = False) -> tuple[list[dict], bool]:
    """The published keys, and whether they come from the cache; `is_fresh` asks for them anew. Raises `Refused`."""
    name = _cache_name("keys", configuration)
    known = None if is_fresh else cache.get(name)
    if known is not None:
        return known, True
    found = _json(configuration, discover(configuration).keys).get("keys")
    if not isinstance(found, list) or not all(isinstance(key, dict) for key in found):
        raise Refused(Problem.UNTRUSTED, "keys cannot be read")
    cache.set(name, found, HOUR)
    return found, False


def exchange(configuration: Configuration, *, code: str, redirect_uri: str, verifier: str) -> tuple[str, str]:
    """The id token and the access token for a code. Raises `Refused`."""
    endpoints = discover(configuration)
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_uri,
        "client_id": configuration.client_id,
        "client_secret": configuration.client_secret,
    }
    if endpoints.takes_pkce:
        form["code_verifier"] = verifier
    answer = _json(configuration, endpoints.token, form=form)
    id_token, access_token = answer.get("id_token"), answer.get("access_token")
    if str(answer.get("token_type")).lower() != "bearer" or not _is_plain(access_token):
        raise Refused(Problem.UNTRUSTED, "no bearer token")
    if not _is_plain(id_token):
        raise Refused(Problem.UNTRUSTED, "no id token")
    return id_token, access_token


def userinfo(configuration: Configuration, *, access_token: str) -> str:
    """The signed token about the person; unsigned JSON is refused. Raises `Refused`."""
    body = _read(configuration, discover(configuration).userinfo, kind=JWT, bearer=access_token)
    token = body.decode("ascii", errors="replace").strip()
    if not _is_plain(token):
        raise Refused(Problem.UNTRUSTED, "userinfo cannot be read")
    return token


def _is_plain(value: object) -> bool:
    return isinstance(value, str) and value != "" and value.isascii() and value.isprintable()


def _json(configuration: Configuration, address: str, *, form: dict | None = None) -> dict:
    body = _read(configuration, address, kind=JSON, form=form)
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(Problem.UNTRUSTED, "answer is not JSON") from None
    if not isinstance(value, dict):
        raise Refused(Problem.UNTRUSTED, "answer is not an object")
    return value


def _read(
    configuration: Configuration, address: str, *, kind: str, form: dict | None = None, bearer: str = ""
) -> bytes:
    """The body of an answer 200 of this kind, whole within `SECONDS` and `LARGEST`. Raises `Refused`."""
    if not configuration.allows(address):
        raise Refused(Problem.UNTRUSTED, "address is not allowed")
    headers = {"Accept": kind, "Accept-Encoding": "identity"}

    def sign(request: requests.PreparedRequest) -> requests.PreparedRequest:
        # Given as `auth`, so that requests never takes credentials from a .netrc file.
        if bearer:
            request.headers["Authorization"] = f"Bearer {bearer}"
        return request

    until = time.monotonic() + SECONDS
    try:
        with requests.request(
            "GET" if form is None else "POST",
            address,
            data=form,
            headers=headers,
            auth=sign,
            timeout=SECONDS,
            allow_redirects=False,
            stream=True,
        ) as response:
            if response.status_code >= 500:
                raise Refused(Problem.UNAVAILABLE, f"status {response.status_code}")
            if response.status_code != 200:
                raise Refused(Problem.UNTRUSTED, f"status {response.status_code}")
            if response.headers.get("Content-Type", "").partition(";")[0].strip().lower() != kind:
                raise Refused(Problem.UNTRUSTED, "answer of another kind")
            return _body(response, until)
    except (requests.RequestException, urllib3.exceptions.HTTPError, HTTPException, OSError) as error:
        raise Refused(Problem.UNAVAILABLE, type(error).__name__) from error


def _body(response: requests.Response, until: float) -> bytes:
    """Piece by piece, so that neither a flood nor a trickle holds the thread."""
    body = b""
    while piece := response.raw.read1(8192):
        body += piece
        if len(body) > LARGEST:
            raise Refused(Problem.UNTRUSTED, "answer is too large")
        if time.monotonic() > until:
            raise Refused(Problem.UNAVAILABLE, "answer is too slow")
    return body


def _cache_name(subject: str, configuration: Configuration) -> str:
    digest = hashlib.sha256(configuration.issuer.encode()).hexdigest()[:16]
    return f"franceconnect:{subject}:{digest}"
