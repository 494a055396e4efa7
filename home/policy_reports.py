"""What browsers report of the content security policy: counted and logged, with nothing about the visitor.

Kept of a report: the directive, the origin of what was refused, and the kind of page by the name of its view – never an
address (it may hold a key), a line of the page or who sent it.
"""

import json
import logging
import re
from urllib.parse import urlsplit

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from participation.core import limits

LONGEST = 8_192
HOURLY = 60
DAY = 86_400
KINDS = {"application/csp-report", "application/json"}
DIRECTIVE = re.compile(r"[a-z-]{3,40}")
# Add-ons of the visitor's own browser are refused too: no business of the site.
SCHEMES = {"http", "https", "ws", "wss", "data", "blob"}
KEYWORDS = {"inline", "eval", "wasm-eval", "self", "trusted-types-policy", "trusted-types-sink"}
logger = logging.getLogger(__name__)


@csrf_exempt
@require_POST
def policy_report(request: HttpRequest) -> HttpResponse:
    """204 when the report was understood or is none of ours; 400, 413 or 429 otherwise."""
    now = timezone.now()
    network = limits.network_of(request)
    if not limits.is_within_limit(name="policy-report", subject=network, limit=HOURLY, now=now):
        return HttpResponse(status=429)
    if request.content_type not in KINDS:
        return HttpResponse(status=400)
    # Django has read the length from the header; a body of unknown length is empty.
    if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST:
        return HttpResponse(status=413)
    seen = _read(request.body)
    if seen is None:
        return HttpResponse(status=400)
    directive, refused, page = seen
    if refused:
        number = _count(f"policy-report:{now:%Y%m%d}:{directive}:{refused}:{page}")
        # 1, 10, 100…: a fault on every page must not fill the log.
        if str(number).strip("0") == "1":
            logger.warning("Content security policy: %s refused %s on %s (%d today)", directive, refused, page, number)
    return HttpResponse(status=204)


def _read(body: bytes) -> tuple[str, str, str] | None:
    """Directive, origin of what was refused ("" for what is not the site's) and the page's kind; None for no report."""
    try:
        report = json.loads(body)["csp-report"]
        directive = str(report.get("effective-directive") or report.get("violated-directive") or "").split(" ")[0]
        blocked, page = (str(report.get(name) or "") for name in ("blocked-uri", "document-uri"))
        return (directive, _origin(blocked), _kind(page)) if DIRECTIVE.fullmatch(directive) else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _origin(address: str) -> str:
    if address in KEYWORDS:
        return address
    parts = urlsplit(address)
    scheme = parts.scheme or address
    if scheme not in SCHEMES:
        return ""
    return f"{scheme}://{parts.hostname}"[:100] if parts.hostname else scheme


def _kind(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).view_name or "a page"
    except Resolver404:
        return "no page"


def _count(name: str) -> int:
    cache.add(name, 0, DAY)
    try:
        return cache.incr(name)
    except ValueError:  # evicted between the two calls
        return 1
