"""Confirming an e-mail address, then sending."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from participation.core.eligibility import Level
from participation.core.limits import are_within_limits, network_of
from participation.core.origin import is_from_here

from . import codes
from .flow import Visit, base_context, closed_screen, nothing_open, private, typed_in, url, visit_or_404
from .sending_views import finish
from .tokens import address_hash
from .typed_addresses import address_problem, typed_address

CODES_PER_NETWORK = 240
CODES_PER_ADDRESS_HERE = 6
CODES_PER_ADDRESS = 30


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask for the address; the POST sends a code to it."""
    visit = visit_or_404(request, key)
    if visit.draft is None:
        return nothing_open(visit)
    now = timezone.now()
    if not visit.box.activity.is_open(now):
        return closed_screen(visit, typed_in(visit.draft))
    if request.method != "POST":
        return _address_screen(visit)
    typed = typed_address(request)
    error = address_problem(request, typed) or _too_many(visit, typed, now)
    if error:
        return _address_screen(visit, typed=typed, error=error, status=422)
    try:
        codes.send_code(draft=visit.draft, address=typed, title=visit.title, now=now)
    except codes.MailNotSent:
        error = _("The message could not leave at this moment. Your answers are kept: try again in some minutes.")
        return _address_screen(visit, typed=typed, error=error, status=503)
    return private(redirect(url("code", visit.box)))


def _too_many(visit: Visit, typed: str, now) -> str:
    network = network_of(visit.request)
    hashed = address_hash(key=str(visit.box.activity.key), address=typed)
    limits = (
        ("codes", network, CODES_PER_NETWORK),
        # Few from one network, more in all: asking for somebody else's codes must not keep them from answering.
        ("codes-address-here", f"{network}|{hashed}", CODES_PER_ADDRESS_HERE),
        ("codes-address", hashed, CODES_PER_ADDRESS),
    )
    if not are_within_limits(limits, now=now):
        return _("Too many codes were asked for. Your answers are kept: try again in an hour.")
    return ""


def _address_screen(visit: Visit, *, typed: str = "", error: str = "", status: int = 200) -> HttpResponse:
    context = {
        **base_context(visit),
        "heading": _("Confirm your e-mail address"),
        "for_participation": visit.box.activity.level == Level.EMAIL,
        "address": typed,
        "errors": [{"id": "address", "message": error}] if error else [],
        "back_url": url("review", visit.box),
    }
    return private(render(visit.request, "questionnaires/screens/address.html", context, status=status))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, key: UUID) -> HttpResponse:
    """Type the code; the right one sends the answers at once."""
    visit = visit_or_404(request, key)
    if visit.draft is None:
        return nothing_open(visit)
    if request.method != "POST":
        return _code_screen(visit)
    if not is_from_here(request):
        return HttpResponseForbidden(_("Go back and press the button once more."))
    try:
        hashed = codes.confirm(draft=visit.draft, typed=request.POST.get("code", "")[:40], now=timezone.now())
    except codes.CodeRefused as refused:
        return _code_screen(visit, error=_code_error(refused.left), status=422)
    is_participation = visit.box.activity.level == Level.EMAIL
    return finish(visit, address_hash=hashed if is_participation else "")


def _code_error(left: int) -> str:
    if not left:
        return _("This code no longer works. Your answers are kept: ask for another code.")
    return ngettext(
        "This is not the code. Your answers are kept; %(n)s try left.",
        "This is not the code. Your answers are kept; %(n)s tries left.",
        left,
    ) % {"n": left}


def _code_screen(visit: Visit, *, error: str = "", status: int = 200) -> HttpResponse:
    context = {
        **base_context(visit),
        "heading": _("Type the code you received"),
        "errors": [{"id": "code", "message": error}] if error else [],
        "address_url": url("address", visit.box),
    }
    return private(render(visit.request, "questionnaires/screens/code.html", context, status=status))
