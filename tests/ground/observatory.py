"""The score MDN's HTTP Observatory would give, computed from the answers themselves.

Its formula: 100, plus what each of ten checks adds or takes away; additions count only where the rest gives 90 or more.
Written after its published scoring table. Left out: the list of preloaded hosts, and foreign scripts (there are none:
`tests/e2e/test_policy.py`), which could only add or change nothing.
"""

from collections.abc import Iterable
from http.cookies import SimpleCookie

from django.http import HttpResponse

BASE, NEEDED_FOR_EXTRA = 100, 90
SIX_MONTHS = 15_552_000
BROAD = {"*", "http:", "https:", "ftp:", "http://*", "https://*", "http://*.*", "https://*.*"}
UNSAFE = {"'unsafe-inline'", "data:"}
PRIVATE_REFERRERS = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}


def score(response: HttpResponse, *, over_http: HttpResponse) -> dict[str, int]:
    """What each check adds or takes away, and the `score`; `over_http` is the same address answered without TLS."""
    policy = directives(response.headers.get("Content-Security-Policy", ""))
    found = {
        "content-security-policy": _policy(policy),
        "cookies": _cookies(response.cookies, is_strict=_transport(response) == 0),
        "cross-origin-resource-sharing": _sharing(response),
        "cross-origin-resource-policy": _resources(response),
        "redirection": _redirection(over_http),
        "referrer-policy": _referrer(response),
        "strict-transport-security": _transport(response),
        "x-content-type-options": 0 if response.headers.get("X-Content-Type-Options") == "nosniff" else -5,
        "x-frame-options": _frames(response, policy),
    }
    total = BASE + sum(value for value in found.values() if value < 0)
    if total >= NEEDED_FOR_EXTRA:
        total += sum(value for value in found.values() if value > 0)
    return found | {"score": max(total, 0)}


def directives(policy: str) -> dict[str, set[str]]:
    parts = (part.split() for part in policy.split(";"))
    return {words[0].lower(): set(words[1:]) for words in parts if words}


def _policy(policy: dict[str, set[str]]) -> int:
    if not policy:
        return -25
    scripts, styles, objects = (_sources(policy, name) for name in ("script-src", "style-src", "object-src"))
    active = [policy[name] for name in policy if name not in {"img-src", "media-src", "script-src"}]
    passive = [_sources(policy, "img-src"), _sources(policy, "media-src")]
    rules = (
        (bool(scripts & (BROAD | UNSAFE) or objects & BROAD), -20),
        (_has_insecure([*active, scripts]), -20),
        ("'unsafe-eval'" in scripts | styles, -10),
        (_has_insecure(passive), -10),
        (bool(styles & (BROAD | UNSAFE)), 0),
        (policy.get("default-src") == {"'none'"}, 10),
    )
    return next((value for applies, value in rules if applies), 5)


def _sources(policy: dict[str, set[str]], name: str) -> set[str]:
    found = set(policy.get(name) or policy.get("default-src") or {"*"})
    if any(source.startswith(("'nonce-", "'sha256-", "'sha384-", "'sha512-")) for source in found):
        found.discard("'unsafe-inline'")
    return found


def _has_insecure(lists: Iterable[set[str]]) -> bool:
    return any(source.startswith(("http:", "ftp:")) for sources in lists for source in sources)


def _cookies(cookies: SimpleCookie, *, is_strict: bool) -> int:
    if not cookies:
        return 0
    found = [_cookie(name.lower(), cookie, is_strict=is_strict) for name, cookie in cookies.items()]
    return min(found) if min(found) < 0 else (5 if all(cookie["samesite"] for cookie in cookies.values()) else 0)


def _cookie(name: str, cookie, *, is_strict: bool) -> int:
    is_session = "login" in name or "sess" in name
    rules = (
        (is_session and not cookie["secure"] and not is_strict, -40),
        (is_session and not cookie["httponly"], -30),
        ("csrf" in name and not cookie["samesite"], -20),
        (bool(cookie["samesite"]) and cookie["samesite"].lower() not in {"lax", "strict", "none"}, -20),
        (not cookie["secure"] and (cookie["samesite"].lower() == "none" or not is_strict), -20),
        (is_session and not cookie["secure"], -10),
        (not cookie["secure"], -5),
    )
    return next((value for applies, value in rules if applies), 0)


def _sharing(response: HttpResponse) -> int:
    credentials = response.headers.get("Access-Control-Allow-Credentials", "").lower() == "true"
    return -50 if credentials and "Access-Control-Allow-Origin" in response.headers else 0


def _resources(response: HttpResponse) -> int:
    said = response.headers.get("Cross-Origin-Resource-Policy")
    if said in {"same-origin", "same-site"}:
        return 10
    return 0 if said in {None, "cross-origin"} else -5


def _redirection(over_http: HttpResponse) -> int:
    if over_http.status_code not in {301, 302, 307, 308}:
        return -20
    target = over_http.headers["Location"]
    if not target.startswith("https://"):
        return -10 if target.startswith("http://") else -20
    host = over_http.wsgi_request.get_host()
    return 0 if target.split("/")[2] == host else -5


def _referrer(response: HttpResponse) -> int:
    said = response.headers.get("Referrer-Policy")
    if said is None:
        return 0
    return 5 if said in PRIVATE_REFERRERS else -5


def _transport(response: HttpResponse) -> int:
    said = response.headers.get("Strict-Transport-Security", "")
    ages = [part.strip()[8:] for part in said.lower().split(";") if part.strip().startswith("max-age=")]
    if not ages or not ages[0].isdigit():
        return -20
    return 0 if int(ages[0]) >= SIX_MONTHS else -10


def _frames(response: HttpResponse, policy: dict[str, set[str]]) -> int:
    if policy.get("frame-ancestors"):
        return 5
    return 0 if response.headers.get("X-Frame-Options", "").lower() in {"deny", "sameorigin"} else -20
