"""The screens of a guardian's agreement: the child's, and the guardian's, who needs no account."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from participation.core.limits import are_within_limits, network_of

from . import guardians
from .forms import GuardianForm

FILLING = ["GET", "HEAD", "POST"]
# Messages in one clock hour: of one account, to one address, from one network.
PER_ACCOUNT, PER_ADDRESS, PER_NETWORK = 3, 3, 30


@login_required
@require_http_methods(FILLING)
def waiting(request: HttpRequest) -> HttpResponse:
    """What a child's account waits for, and whom to ask."""
    user = request.user
    if not user.awaits_guardian:
        return redirect("people_account")
    form = GuardianForm(request.POST if request.method == "POST" else None, user=user)
    if request.method == "POST" and form.is_valid() and _ask(request, form):
        messages.success(request, _("The message is on its way to your parent or guardian."))
        return redirect("people_guardian")
    context = {"form": form, "asked": getattr(user, "guardian_request", None), "days": guardians.DAYS}
    return TemplateResponse(request, "people/guardian_waiting.html", context)


def _ask(request: HttpRequest, form: GuardianForm) -> bool:
    address, now = form.cleaned_data["guardian"], timezone.now()
    limits = (
        ("guardian-account", str(request.user.pk), PER_ACCOUNT),
        ("guardian-address", guardians.address_hash(address), PER_ADDRESS),
        ("guardian-network", network_of(request), PER_NETWORK),
    )
    if not are_within_limits(limits, now=now):
        form.add_error("guardian", _too_many())
        return False
    try:
        guardians.ask(user=request.user, address=address, now=now)
    except OSError:
        form.add_error("guardian", _("The message could not leave at this moment. Try again in some minutes."))
        return False
    return True


def _too_many() -> ValidationError:
    text = _("Several messages were sent already. Look among the unwanted mail too, or try again in an hour.")
    return ValidationError(text, code="rate_limited")


@csrf_exempt
@require_http_methods(FILLING)
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """What the guardian is asked. Opening the page changes nothing: mail programs open links by themselves."""
    # The link itself is the proof, and no cookie adds to it. Its page names no referrer, so that the link stays here;
    # browsers then name no origin either, and Django would refuse the form.
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin" and request.method == "POST":
        return HttpResponseForbidden()
    state = _state_of(request, token)
    response = TemplateResponse(request, "people/guardian_answer.html", {"state": state, "days": guardians.DAYS})
    response.headers["Referrer-Policy"] = "no-referrer"
    response.status_code = HTTPStatus.GONE if state == "outdated" else HTTPStatus.OK
    return response


def _state_of(request: HttpRequest, token: str) -> str:
    now = timezone.now()
    answered = request.POST.get("answer") if request.method == "POST" else None
    if answered == "yes":
        return "agreed" if guardians.agree(token=token, now=now) else "outdated"
    if answered == "no":
        return "declined" if guardians.decline(token=token, now=now) else "outdated"
    return "asked" if guardians.find(token=token, now=now) else "outdated"
