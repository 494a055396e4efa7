"""“My data”: what the site keeps about whoever is signed in, and a copy of it."""

from http import HTTPStatus

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from participation.core.limits import is_within_limit
from participation.core.personal_data import kept_about
from participation.people.second_factor import works_in_office

from . import copies

READING = ["GET", "HEAD"]
COPIES_PER_HOUR = 5
FILE_NAME = "mes-donnees.zip"


@login_required
@require_http_methods(READING)
def data(request: HttpRequest) -> HttpResponse:
    """Every kind of data, why it is kept, until when, where it is corrected, what becomes of it."""
    kept = kept_about(user=request.user, now=timezone.now())
    context = {
        "kept": [one for one in kept if one.records],
        "empty": [one.kind for one in kept if not one.records],
        "works_in_office": works_in_office(request.user),
    }
    return TemplateResponse(request, "privacy/data.html", context)


# allauth sends whoever has to show again who she is to its own screen, and does this POST for her afterwards.
@login_required
@reauthentication_required(app="allauth.mfa", allow_get=True)
@require_http_methods([*READING, "POST"])
def ask_copy(request: HttpRequest) -> HttpResponse:
    """A copy, good for one download from this very session."""
    if request.method in READING:
        # Whoever comes back to this address by its link.
        return redirect("privacy_data")
    now = timezone.now()
    if not is_within_limit(name="data-copies", subject=str(request.user.pk), limit=COPIES_PER_HOUR, now=now):
        messages.error(request, _("You have asked for several copies already. Try again in an hour."))
        return redirect("privacy_data")
    token = copies.ask(user=request.user, session_key=request.session.session_key, now=now)
    return redirect("privacy_copy", token=token)


@login_required
@require_http_methods([*READING, "POST"])
def copy(request: HttpRequest, token: str) -> HttpResponse:
    """The screen of the link, which changes nothing; its button downloads, once."""
    asked = {
        "user": request.user,
        "session_key": request.session.session_key,
        "token": token,
        "now": timezone.now(),
    }
    try:
        if request.method == "POST":
            return _attached(copies.take(**asked))
        context = {"copy": copies.find(**asked)}
    except copies.CopyGone:
        return TemplateResponse(request, "privacy/copy_gone.html", status=HTTPStatus.GONE)
    return TemplateResponse(request, "privacy/copy_ready.html", context)


def _attached(made: bytes) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return HttpResponse(made, content_type="application/zip", headers=headers)
