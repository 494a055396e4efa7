"""The receipt, checking one, and withdrawing an answer."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from participation.core.limits import are_within_limits, is_within_limit, network_of
from participation.core.origin import is_from_here
from participation.core.secrets import grouped, keyed_hash, normalised_address, normalised_code

from . import answering, codes
from .documents import compiled
from .flow import Visit, base_context, private, url, visit_or_404
from .freezing import current_version
from .models import Response
from .notices import Notice
from .typed_addresses import address_problem, typed_address

CHECKS_PER_HOUR = 1200
WITHDRAWALS_PER_HOUR = 120
MAILS_PER_HOUR = 120
MAILS_PER_ADDRESS = 3
MAILS_PER_RECEIPT = 5


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest, key: UUID) -> HttpResponse:
    """The receipt of what this browser has just sent; the POST mails it."""
    visit = visit_or_404(request, key)
    sent = answering.receipt_for(token=visit.token) if visit.token else None
    if sent is None or sent.response.questionnaire_id != visit.box.pk:
        return redirect(visit.page_url)
    if sent.response.withdrawn_on:
        return _withdrawn_screen(visit, sent)
    notices, errors = [], []
    if request.method == "POST":
        error = _mail_receipt(visit, sent)
        if not error:
            return private(redirect(url("receipt", visit.box) + "?courriel"))
        errors = [{"id": "address", "message": error}]
    elif "courriel" in request.GET:
        notices = [Notice("success", _("The receipt has left"), _("We have not kept your address."))]
    context = {
        **base_context(visit),
        "token": visit.token,
        "heading": _("Thank you, your answers are sent"),
        "code": grouped(sent.code),
        "secret": grouped(sent.secret),
        "address": typed_address(request),
        "closes_at": visit.box.activity.closes_at,
        "notices": notices,
        "errors": errors,
        "action": url("receipt", visit.box),
    }
    return private(render(request, "questionnaires/screens/receipt.html", context, status=422 if errors else 200))


def _withdrawn_screen(visit: Visit, sent: answering.Receipt) -> HttpResponse:
    """The screen of a receipt whose answer is no more: nothing to print, nothing to mail."""
    day = date_format(sent.response.withdrawn_on, "DATE_FORMAT")
    context = {
        **base_context(visit),
        "heading": _("Your answer was withdrawn"),
        "text": [_("It was erased on %(day)s and is not counted. Its receipt says “withdrawn”.") % {"day": day}],
        "code": grouped(sent.code),
        "links": [
            {"url": visit.page_url, "label": _("Back to the consultation")},
            {"url": reverse("questionnaires:check"), "label": _("Check a receipt")},
        ],
    }
    return private(render(visit.request, "questionnaires/screens/plain.html", context))


def _mail_receipt(visit: Visit, sent: answering.Receipt) -> str:
    """Send the receipt and forget the address; returns what went wrong, if anything."""
    request, now = visit.request, timezone.now()
    address = typed_address(request)
    if problem := address_problem(request, address):
        return problem
    limits = (
        ("receipts", network_of(request), MAILS_PER_HOUR),
        ("receipts-address", keyed_hash("receipt-mail", normalised_address(address)), MAILS_PER_ADDRESS),
        ("receipts-receipt", sent.code, MAILS_PER_RECEIPT),
    )
    if not are_within_limits(limits, now=now):
        return _(
            "Too many messages from your network at this moment. Your receipt is above: note it, or try again later."
        )
    code = grouped(sent.code)
    check = request.build_absolute_uri(reverse("questionnaires:check"))
    context = {
        "title": visit.title,
        "code": code,
        "check_url": f"{check}?code={code}",
        "page_url": request.build_absolute_uri(visit.page_url),
    }
    try:
        codes.send_mail(
            subject=_("Your receipt: %(code)s") % {"code": code}, template="receipt", context=context, address=address
        )
    except OSError:
        return _("The message could not leave at this moment. Your receipt is above: note it.")
    return ""


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Whether an answer is stored under a receipt; nothing of its content."""
    typed = request.GET.get("code", "")[:60]
    outcome = None
    if typed.strip():
        within = is_within_limit(name="checks", subject=network_of(request), limit=CHECKS_PER_HOUR, now=timezone.now())
        outcome = _receipt_outcome(typed) if within else Notice("error", _("Too many checks. Try again in an hour."))
    response = render(request, "questionnaires/screens/check.html", {"typed": typed, "outcome": outcome})
    return private(response) if typed else response


def _receipt_outcome(typed: str) -> Notice:
    found = Response.objects.filter(receipt=normalised_code(typed)).select_related("questionnaire__activity").first()
    if found is None:
        return Notice("warning", _("No answer under this code"), _("Check the letters and digits, and try again."))
    title = {"title": _title_of(found)}
    if found.withdrawn_on:
        return Notice(
            "info", _("This answer was withdrawn"), _("Consultation: “%(title)s”. It is not counted.") % title
        )
    return Notice("success", _("An answer is stored under this code"), _("Consultation: “%(title)s”.") % title)


def _title_of(response: Response) -> str:
    version = current_version(response.questionnaire, get_language())
    return compiled(version).title if version else response.questionnaire.activity.title


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest) -> HttpResponse:
    """Erase one's answer with its withdrawal code: a first POST shows which one, a second erases it."""
    context = {"typed": "", "outcome": None, "is_done": False}
    status = 200
    if request.method == "POST":
        typed = request.POST.get("code", "")[:60]
        context |= {"typed": typed, **_withdrawal(request, typed)}
        status = 200 if context["is_done"] or context.get("title") else 422
    return private(render(request, "questionnaires/screens/withdraw.html", context, status=status))


def _withdrawal(request: HttpRequest, typed: str) -> dict:
    now = timezone.now()
    if not is_from_here(request):
        text = _("Your browser did not say where this form came from. Nothing was changed; your code is below.")
        return {"outcome": Notice("warning", _("Press the button once more"), text)}
    if not is_within_limit(name="withdrawals", subject=network_of(request), limit=WITHDRAWALS_PER_HOUR, now=now):
        return {"outcome": Notice("error", _("Too many tries. Nothing was changed: try again in an hour."))}
    try:
        if not request.POST.get("confirmed"):
            found = answering.to_withdraw(secret=typed, now=now)
            return {"title": _title_of(found), "answered_on": found.answered_on}
        answering.withdraw(secret=typed, now=now)
    except answering.NothingToWithdraw:
        text = _("Check the twenty letters and digits. If you have withdrawn it before, there is nothing more to do.")
        return {"outcome": Notice("warning", _("No answer to withdraw under this code"), text)}
    except answering.TooLateToWithdraw:
        text = _("The consultation has closed and its answers have been counted. Your answer stays, without your name.")
        return {"outcome": Notice("warning", _("Too late to withdraw this answer"), text)}
    text = _("It is erased and no longer counted. Its receipt now says “withdrawn”.")
    return {"outcome": Notice("success", _("Your answer is withdrawn"), text), "is_done": True}
