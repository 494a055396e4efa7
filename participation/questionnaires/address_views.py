"""Confirming an e-mail address, then sending."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from participation.core.limits import is_within_limit, network_of
from participation.core.origin import is_from_here

from . import answering, codes, drafts
from .flow import base_context, box_or_404, closed_screen, page_url, private, title_of, token_from, typed_in, url
from .models import Questionnaire
from .tokens import address_hash
from .views import finish

CODES_PER_NETWORK = 240
CODES_PER_ADDRESS = 6


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask for the address; the POST sends a code to it."""
    box = box_or_404(request, key)
    token = token_from(request, box)
    draft = drafts.find(questionnaire=box, token=token)
    if draft is None:
        return _gone(box, token)
    now = timezone.now()
    if not box.activity.is_open(now):
        return closed_screen(request, box, typed_in(draft), token=token)
    if request.method != "POST":
        return _address_screen(request, box, token)
    typed = request.POST.get("address", "").strip()[:254]
    error = _address_problem(request, box, typed, now)
    if error:
        return _address_screen(request, box, token, typed=typed, error=error, status=422)
    try:
        codes.send_code(draft=draft, address=typed, title=title_of(box), now=now)
    except codes.MailNotSent:
        error = _("The message could not leave at this moment. Your answers are kept: try again in some minutes.")
        return _address_screen(request, box, token, typed=typed, error=error, status=503)
    return private(redirect(url("code", box)))


def _address_problem(request: HttpRequest, box: Questionnaire, typed: str, now) -> str:
    if not is_from_here(request):
        return _("Your browser did not say where this form came from. Nothing is lost: press the button once more.")
    try:
        validate_email(typed)
    except ValidationError:
        return _("Write an e-mail address like name@example.org.")
    within = is_within_limit(name="codes", subject=network_of(request), limit=CODES_PER_NETWORK, now=now)
    hashed = address_hash(key=str(box.activity.key), address=typed)
    if not (within and is_within_limit(name="codes-address", subject=hashed, limit=CODES_PER_ADDRESS, now=now)):
        return _("Too many codes were asked for. Your answers are kept: try again in an hour.")
    return ""


def _address_screen(request, box, token, *, typed="", error="", status=200) -> HttpResponse:
    context = {
        **base_context(request, box, token),
        "heading": _("Confirm your e-mail address"),
        "for_participation": box.access == Questionnaire.Access.EMAIL,
        "address": typed,
        "errors": [{"id": "address", "message": error}] if error else [],
        "back_url": url("review", box),
    }
    return private(render(request, "questionnaires/screens/address.html", context, status=status))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, key: UUID) -> HttpResponse:
    """Type the code; the right one sends the answers at once."""
    box = box_or_404(request, key)
    token = token_from(request, box)
    draft = drafts.find(questionnaire=box, token=token)
    if draft is None:
        return _gone(box, token)
    if request.method != "POST":
        return _code_screen(request, box, token)
    if not is_from_here(request):
        return HttpResponseForbidden(_("Go back and press the button once more."))
    try:
        hashed = codes.confirm(draft=draft, typed=request.POST.get("code", "")[:40], now=timezone.now())
    except codes.CodeRefused as refused:
        if refused.left:
            error = ngettext(
                "This is not the code. Your answers are kept; %(n)s try left.",
                "This is not the code. Your answers are kept; %(n)s tries left.",
                refused.left,
            ) % {"n": refused.left}
        else:
            error = _("This code no longer works. Your answers are kept: ask for another code.")
        return _code_screen(request, box, token, error=error, status=422)
    is_participation = box.access == Questionnaire.Access.EMAIL
    return finish(request, box, token, address_hash=hashed if is_participation else "")


def _code_screen(request, box, token, *, error="", status=200) -> HttpResponse:
    context = {
        **base_context(request, box, token),
        "heading": _("Type the code you received"),
        "errors": [{"id": "code", "message": error}] if error else [],
        "address_url": url("address", box),
    }
    return private(render(request, "questionnaires/screens/code.html", context, status=status))


def _gone(box: Questionnaire, token: str) -> HttpResponse:
    done = token and answering.receipt_for(token=token)
    return redirect(url("receipt", box) if done else page_url(box))
