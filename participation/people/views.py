"""The account's own screens: its first page, the name, signing out everywhere, leaving."""

from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from participation.core import personal_data

from . import leaving, sessions
from .account_sections import sections_for
from .forms import DisplayNameForm, LeaveForm
from .second_factor import factors_of, works_in_office

READING = ["GET", "HEAD"]
FILLING = [*READING, "POST"]


@login_required
@require_http_methods(READING)
def account(request: HttpRequest) -> HttpResponse:
    """What the account is, and where each thing is changed."""
    user = request.user
    factors = factors_of(user)
    context = {
        "address": EmailAddress.objects.filter(user=user, verified=True, primary=True).first(),
        "has_authenticator": Authenticator.Type.TOTP in factors,
        "passkeys": Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).count(),
        "session_count": len(UserSession.objects.purge_and_list(user)),
        "sections": [(section, section.state(user)) for section in sections_for(user)],
        "works_in_office": works_in_office(user),
    }
    return TemplateResponse(request, "people/account.html", context)


@login_required
@require_http_methods(FILLING)
def name(request: HttpRequest) -> HttpResponse:
    """The name others see."""
    user = request.user
    form = DisplayNameForm(
        request.POST if request.method == "POST" else None, initial={"display_name": user.display_name}
    )
    if request.method == "POST" and form.is_valid():
        user.display_name = form.cleaned_data["display_name"]
        user.save(update_fields=["display_name"])
        messages.success(request, _("Your name is changed."))
        return redirect("people_account")
    return TemplateResponse(request, "people/name.html", {"form": form})


@login_required
@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """Every session ends, this one too."""
    sessions.end_all_sessions(user=request.user)
    logout(request)
    messages.success(request, _("You are signed out on every machine."))
    return redirect("account_login")


@login_required
@reauthentication_required(app="allauth.mfa", allow_get=True)
@require_http_methods(FILLING)
def leave(request: HttpRequest) -> HttpResponse:
    """Close the account: asked once on the account page, and again here."""
    if works_in_office(request.user):
        return TemplateResponse(request, "people/leave_office.html")
    form = LeaveForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if request.user.awaits_guardian:
            # Nothing was ever done with it: nothing needs an author.
            leaving.remove_account(user=request.user, by=request.user, now=timezone.now())
        else:
            leaving.close_account(user=request.user, by=request.user, now=timezone.now())
        logout(request)
        return redirect("people_left")
    return TemplateResponse(request, "people/leave.html", {"form": form, "kinds": personal_data.kinds()})


@require_http_methods(READING)
def left(request: HttpRequest) -> HttpResponse:
    """The account is closed."""
    return TemplateResponse(request, "people/left.html")


@login_required
@require_http_methods(READING)
def second_factor(request: HttpRequest) -> HttpResponse:
    """What somebody of the staff who has no second factor is asked to do before anything else."""
    if factors_of(request.user):
        return redirect("mfa_index")
    return TemplateResponse(request, "people/second_factor.html")
