"""What every screen of an account owes: nobody else's cache, a status that says what came."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control

from . import known_browsers
from .entrance import is_here

TOO_MANY = {"too_many_login_attempts", "rate_limited"}


def screen(view: Callable) -> Callable:
    """Wrap a view of allauth's or ours: private, and 422 when the form came back, 429 when it was tried too often."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == HTTPStatus.OK and request.method == "POST":
            response.status_code = _status_of(response)
        _keep_next(request, response)
        if user := getattr(request, "has_just_signed_in", None):
            known_browsers.remember(request, response, user)
        patch_cache_control(response, private=True, no_store=True)
        # Not "no-referrer": browsers would then send the screen's own form with no origin, and it would be refused.
        response.headers.setdefault("Referrer-Policy", "same-origin")
        return response

    return wrapped


def _keep_next(request: HttpRequest, response: HttpResponse) -> None:
    """Back at the entrance – a code too old, three wrong tries – one still goes where one wanted to go."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    beginnings = {reverse("account_login"), reverse("account_request_login_code")}
    if response.headers.get("Location") in beginnings and is_here(wanted):
        response.headers["Location"] += f"?{urlencode({'next': wanted})}"


def _status_of(response: HttpResponse) -> int:
    """From the form that is shown again, if one is."""
    context = getattr(response, "context_data", None) or {}
    codes: set[str | None] = set()
    for name in ("form", "webauthn_form"):
        form = context.get(name)
        if form is not None and getattr(form, "is_bound", False):
            codes |= {error.code for errors in form.errors.as_data().values() for error in errors}
    if codes & TOO_MANY:
        return HTTPStatus.TOO_MANY_REQUESTS
    return HTTPStatus.UNPROCESSABLE_ENTITY if codes else HTTPStatus.OK
