"""The screens that confirm who is there by a code by e-mail, and those that take a way of signing in away."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows, resume_request
from allauth.account.utils import get_next_redirect_url
from allauth.core.internal.cryptokit import compare_user_code
from allauth.core.ratelimit import respond_429
from allauth.mfa.adapter import get_adapter as mfa_adapter
from allauth.mfa.totp.views import DeactivateTOTPView
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from .forms import CodeField
from .models import User
from .reauthentication import CodeAgain
from .second_factor import may_remove


class CodeAgainForm(forms.Form):
    """The code just sent."""

    code = CodeField()

    def __init__(self, *args, expected: str, **kwargs) -> None:
        self.expected = expected
        super().__init__(*args, **kwargs)

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        if not compare_user_code(actual=code, expected=self.expected):
            raise get_adapter().validation_error("incorrect_code")
        return code


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def reauthenticate(request: HttpRequest) -> HttpResponse:
    """First a button that sends a code, then the field to type it. For who has neither password nor second factor."""
    wanted = get_next_redirect_url(request) or reverse("people_account")
    if get_reauthentication_flows(request.user) or not request.user.email:
        return redirect("account_reauthenticate" if request.user.has_usable_password() else "mfa_reauthenticate")
    process = CodeAgain.resume(request)
    form = CodeAgainForm(expected=process.code) if process else None
    if request.method == "POST" and "send" in request.POST:
        process = CodeAgain.begin(request)
        if process is None:
            return respond_429(request)
        form = CodeAgainForm(expected=process.code)
    elif request.method == "POST" and process:
        form = CodeAgainForm(request.POST, expected=process.code)
        if form.is_valid():
            process.finish()
            return resume_request(request) or redirect(wanted)
        if not process.record_invalid_attempt():
            messages.error(request, get_adapter().error_messages["too_many_login_attempts"])
            process = form = None
    context = {"form": form, "next": wanted, "is_sent": process is not None}
    return TemplateResponse(request, "people/reauthenticate.html", context)


def _one_at_a_time(view):
    """Two removals at the same moment must not take the last two second factors away together."""

    def locked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method != "POST" or not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            User.objects.select_for_update().get(pk=request.user.pk)
            return view(request, *args, **kwargs)

    return locked


@method_decorator(_one_at_a_time, name="dispatch")
class RemovePasskeyView(RemoveWebAuthnView):
    """allauth asks nothing before a passkey goes; the last second factor of the staff stays."""

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_remove(self.get_object()):
            messages.error(request, mfa_adapter().error_messages["cannot_delete_authenticator"])
            return redirect("mfa_index")
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        return {**super().get_context_data(**kwargs), "may_remove": may_remove(self.object)}


@method_decorator(_one_at_a_time, name="dispatch")
class RemoveAuthenticatorView(DeactivateTOTPView):
    """The authenticator of a resident, or of the staff who have another second factor."""
