"""Every way FranceConnect, or whoever pretends to be it, can misbehave, and what the person reads then.

The table of docs/franceconnect.md is written from here: `manage.py shell` prints it with `as_markdown`.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from participation.verification.franceconnect.problems import Problem

from .journey import Journey
from .provider import CLIENT_ID, MISSING, Provider
from .switches import (
    MARKER,
    answers,
    behaves,
    come_back_in_another_browser,
    come_back_once_before,
    cut,
    discovered,
    elsewhere,
    encryption_key,
    error,
    id_token,
    later,
    made,
    replace_in_return,
    rotate,
    rotate_under_the_same_name,
    sends_back,
    shared_secret_published,
    sign_in_meanwhile,
    sign_with_rsa,
    signed,
    signed_with_public_key,
    silence,
    status,
    trickle,
    unsigned,
    use_the_code_before,
    userinfo,
    wait_too_long,
    weak_keys,
)

HOUR = 3600


@dataclass(frozen=True)
class Misbehaviour:
    """`provider` switches the provider before the journey; `on_the_way` steps in before the person comes back."""

    name: str
    problem: Problem = Problem.UNTRUSTED
    provider: Callable[[Provider], None] | None = None
    on_the_way: Callable[[Journey], None] | None = None


DOWN = Problem.UNAVAILABLE
OLD = Problem.OUTDATED
FOREIGN_HOST = "https://franceconnect.example.org/"

TABLE = (
    # The id token: its signature.
    Misbehaviour("id token without a signature (alg none)", provider=made("id", unsigned)),
    Misbehaviour("id token signed HS256 with the public key", provider=made("id", signed_with_public_key)),
    Misbehaviour("id token signed HS256 with a secret published among the keys", provider=shared_secret_published),
    Misbehaviour("id token signed with another key under the right name", provider=signed("id", key_name="other")),
    Misbehaviour("id token under an unknown key name", provider=signed("id", kid="unknown", key_name="other")),
    Misbehaviour("id token without a key name", provider=signed("id", kid=None)),
    Misbehaviour("id token signed RS256 under the name of the ES256 key", provider=signed("id", algorithm="RS256")),
    Misbehaviour("RSA key of 1024 bits", provider=weak_keys),
    Misbehaviour("key published for encryption", provider=encryption_key),
    Misbehaviour("id token that is not a token", provider=made("id", lambda claims: "a.b.c")),
    # The id token: its claims.
    Misbehaviour("id token of another issuer", provider=id_token(iss=FOREIGN_HOST)),
    Misbehaviour("id token without an issuer", provider=id_token(iss=MISSING)),
    Misbehaviour("id token for another site", provider=id_token(aud="another-site")),
    Misbehaviour("id token for nobody", provider=id_token(aud=MISSING)),
    Misbehaviour("id token for several sites, no azp", provider=id_token(aud=[CLIENT_ID, "another-site"])),
    Misbehaviour(
        "id token for several sites, azp ours", provider=id_token(aud=[CLIENT_ID, "another-site"], azp=CLIENT_ID)
    ),
    Misbehaviour("id token asked for by another site (azp)", provider=id_token(azp="another-site")),
    Misbehaviour("id token expired", provider=id_token(exp=later(-HOUR))),
    Misbehaviour("id token without an end", provider=id_token(exp=MISSING)),
    Misbehaviour("id token made in the future", provider=id_token(iat=later(HOUR), exp=later(2 * HOUR))),
    Misbehaviour("id token without a date", provider=id_token(iat=MISSING)),
    Misbehaviour("id token not valid yet", provider=id_token(nbf=later(HOUR), exp=later(2 * HOUR))),
    Misbehaviour("nonce missing", provider=id_token(nonce=MISSING)),
    Misbehaviour("nonce of something else", provider=id_token(nonce="n" * 43)),
    Misbehaviour("acr missing", provider=id_token(acr=MISSING)),
    Misbehaviour("acr lower than eidas1", provider=id_token(acr="eidas0")),
    Misbehaviour("sub missing", provider=id_token(sub=MISSING)),
    Misbehaviour("sub empty", provider=behaves(subject="")),
    Misbehaviour("sub that is not text", provider=id_token(sub=12)),
    Misbehaviour("sub longer than 255 signs", provider=behaves(subject="a" * 256)),
    Misbehaviour("at_hash of another access token", provider=id_token(at_hash="A" * 22)),
    # Userinfo.
    Misbehaviour(
        "userinfo in JSON, unsigned", provider=behaves(sign_userinfo=json.dumps, userinfo_kind="application/json")
    ),
    Misbehaviour("userinfo in JSON that says it is signed", provider=behaves(sign_userinfo=json.dumps)),
    Misbehaviour("userinfo that says it is JSON", provider=behaves(userinfo_kind="application/json")),
    Misbehaviour("userinfo without a signature (alg none)", provider=made("userinfo", unsigned)),
    Misbehaviour("userinfo signed HS256 with the public key", provider=made("userinfo", signed_with_public_key)),
    Misbehaviour("userinfo signed with another key", provider=signed("userinfo", key_name="other")),
    Misbehaviour("userinfo for another site", provider=userinfo(aud="another-site")),
    Misbehaviour("userinfo of another issuer", provider=userinfo(iss=FOREIGN_HOST)),
    Misbehaviour("userinfo of another person", provider=userinfo(sub="somebody-else")),
    Misbehaviour("userinfo without sub", provider=userinfo(sub=MISSING)),
    Misbehaviour("userinfo expired", provider=userinfo(exp=later(-HOUR))),
    Misbehaviour("userinfo out of order (500)", DOWN, status("userinfo", 500)),
    # The token endpoint.
    Misbehaviour("token endpoint out of order (500)", DOWN, status("token", 500)),
    Misbehaviour("token endpoint refuses us (401)", provider=status("token", 401)),
    Misbehaviour(
        "token endpoint answers garbage", provider=answers("token", lambda h: h.send(200, b"<", "application/json"))
    ),
    Misbehaviour("token endpoint answers a list", provider=answers("token", lambda h: h.send_json([]))),
    Misbehaviour("token endpoint is silent", DOWN, answers("token", silence)),
    Misbehaviour("token endpoint trickles", DOWN, answers("token", trickle)),
    Misbehaviour("token endpoint hangs up", DOWN, answers("token", cut)),
    Misbehaviour("token endpoint floods (500 kB)", provider=behaves(token_answer={"more": "a" * 500_000})),
    Misbehaviour("token endpoint gives tokens under status 400", provider=behaves(token_status=400)),
    Misbehaviour("token endpoint redirects", provider=answers("token", elsewhere)),
    Misbehaviour("id token missing", provider=behaves(token_answer={"id_token": MISSING})),
    Misbehaviour("access token missing", provider=behaves(token_answer={"access_token": MISSING})),
    Misbehaviour("access token with a line break", provider=behaves(token_answer={"access_token": "a\r\nX-Evil: 1"})),
    Misbehaviour("token that is not for the bearer", provider=behaves(token_answer={"token_type": "mac"})),
    # Discovery and keys.
    Misbehaviour("discovery of another issuer", provider=discovered(issuer=FOREIGN_HOST)),
    Misbehaviour(
        "discovery sends the browser to another host", provider=discovered(authorization_endpoint=f"{FOREIGN_HOST}in")
    ),
    Misbehaviour("discovery names another host", provider=discovered(token_endpoint=f"{FOREIGN_HOST}token")),
    Misbehaviour(
        "discovery names the host before an @",
        provider=discovered(token_endpoint="https://127.0.0.1@example.org/token"),
    ),
    Misbehaviour("discovery names plain http", provider=discovered(jwks_uri="http://franceconnect.example.org/jwks")),
    Misbehaviour("discovery names no keys", provider=discovered(jwks_uri=MISSING)),
    Misbehaviour("discovery out of order (503)", DOWN, status(".well-known/openid-configuration", 503)),
    Misbehaviour("no keys published", provider=behaves(keys=[])),
    Misbehaviour("keys out of order (500)", DOWN, status("jwks", 500)),
    Misbehaviour("keys that are no list", provider=answers("jwks", lambda h: h.send_json({"keys": "none"}))),
    # Coming back.
    Misbehaviour("code missing", provider=sends_back(code=MISSING)),
    Misbehaviour("code used before", on_the_way=use_the_code_before),
    Misbehaviour("state missing", OLD, on_the_way=replace_in_return("state", "")),
    Misbehaviour("state of something else", OLD, on_the_way=replace_in_return("state", "s" * 43)),
    Misbehaviour("state of another browser", OLD, on_the_way=come_back_in_another_browser),
    Misbehaviour("state used before", OLD, on_the_way=come_back_once_before),
    Misbehaviour("state eleven minutes old", OLD, on_the_way=wait_too_long),
    Misbehaviour("somebody signed in meanwhile", OLD, on_the_way=sign_in_meanwhile),
    Misbehaviour("answer of another issuer (iss)", on_the_way=replace_in_return("iss", "https://example.org")),
    Misbehaviour(
        "answer without the issuer that was announced",
        provider=discovered(authorization_response_iss_parameter_supported=True),
        on_the_way=replace_in_return("iss", ""),
    ),
    # What FranceConnect says went wrong. Its own words are never shown.
    Misbehaviour("the person declines (access_denied)", Problem.ABANDONED, error("access_denied")),
    Misbehaviour("server_error, with markup in its description", DOWN, error("server_error")),
    Misbehaviour("temporarily_unavailable", DOWN, error("temporarily_unavailable")),
    Misbehaviour("invalid_scope", Problem.REFUSED, error("invalid_scope")),
    Misbehaviour("an error nobody knows, with markup", Problem.REFUSED, error(MARKER)),
)


# What is unusual and right, and must let the person in.
UNUSUAL = {
    "keys rotated": rotate,
    "keys rotated under the same name": rotate_under_the_same_name,
    "RS256 instead of ES256": sign_with_rsa,
    "no PKCE announced": discovered(code_challenge_methods_supported=MISSING),
    "a list of one site as audience": id_token(aud=[CLIENT_ID]),
    "azp that is ours": id_token(azp=CLIENT_ID),
    "no at_hash": id_token(at_hash=MISSING),
    "a clock 20 seconds ahead": id_token(iat=later(20), nbf=later(20)),
    "a higher level than asked (eidas2)": id_token(acr="eidas2"),
    "no end of session announced": discovered(end_session_endpoint=MISSING),
}


def as_markdown() -> str:
    """The table of the document."""
    rows = [f"| {one.name} | {one.problem.value} |" for one in TABLE]
    return "\n".join(["| what goes wrong | how it ends |", "| --- | --- |", *rows])
