"""The screens: before going to FranceConnect, coming back, signing out. None exists while it is not configured."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_backends, login, logout
from django.contrib.auth.backends import ModelBackend
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from participation.core.limits import is_within_limit, network_of
from participation.core.origin import is_from_here

from . import configuration as configurations
from . import entering, leaving
from .configuration import Configuration
from .entering import Entered, Pending
from .problems import STATUS, TEXTS, WITH_ANOTHER_TRY, Problem, Refused

BEGINNINGS_PER_HOUR = 600
LONGEST_PATH = 500


def configured(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view the configuration; without one the address does not exist."""

    @wraps(view)
    def asked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        configuration = configurations.current()
        if configuration is None:
            raise Http404
        response = view(request, configuration, *args, **kwargs)
        # The address of a return holds a code and a state: no other site hears of it.
        response["Referrer-Policy"] = "same-origin"
        return response

    return never_cache(asked)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@configured
def entrance(request: HttpRequest, configuration: Configuration) -> HttpResponse:
    """What FranceConnect tells us, and the button; the POST goes there."""
    given = request.POST if request.method == "POST" else request.GET
    context = {
        "next": own_path(given.get("next", "")),
        "activity": _key(given.get("activity", "")) or "",
        "button": configurations.button_address(),
        "is_confirmed": request.user.is_authenticated and hasattr(request.user, "identity"),
        "show_messages": True,
    }
    if request.method != "POST":
        return render(request, "verification/franceconnect/entrance.html", context)
    if not is_from_here(request):
        return render(request, "verification/franceconnect/entrance.html", {**context, "is_again": True}, status=403)
    now = timezone.now()
    try:
        if not is_within_limit(name="franceconnect", subject=network_of(request), limit=BEGINNINGS_PER_HOUR, now=now):
            raise Refused(Problem.TOO_MANY, "limit")
        address = entering.begin(
            session=request.session,
            configuration=configuration,
            user=request.user,
            activity=_key(context["activity"]),
            next_path=context["next"],
            language=translation.get_language(),
            now=now,
        )
    except Refused as refused:
        return _refusal(request, refused, context)
    return HttpResponseRedirect(address)


@require_safe
@configured
def back(request: HttpRequest, configuration: Configuration) -> HttpResponse:
    """Coming back from FranceConnect."""
    now = timezone.now()
    around = {"next": "", "activity": ""}
    try:
        pending = entering.take(session=request.session, state=request.GET.get("state", ""), user=request.user, now=now)
        translation.activate(pending.language)
        around = {"next": pending.next_path, "activity": pending.activity}
        person, id_token = entering.recognise(configuration=configuration, pending=pending, query=request.GET)
        entered = entering.enter(person=person, user=request.user, pending=pending, now=now)
    except Refused as refused:
        return _refusal(request, refused, around)
    return _inside(request, entered, pending, id_token)


def _inside(request: HttpRequest, entered: Entered, pending: Pending, id_token: str) -> HttpResponse:
    if request.user.is_authenticated:
        # Django gives a new session key to who was nobody; who was somebody gets one too.
        request.session.cycle_key()
    login(request, entered.user, backend=_backend())
    leaving.remember(request.session, id_token)
    if pending.next_path:
        return HttpResponseRedirect(pending.next_path)
    if entered.is_linked:
        messages.success(request, _("Your account is now confirmed by FranceConnect."))
    elif entered.is_new:
        messages.success(request, _("Your account is made: you are signed in with FranceConnect."))
    else:
        messages.success(request, _("You are signed in with FranceConnect."))
    return redirect("franceconnect:entrance")


def _refusal(request: HttpRequest, refused: Refused, around: dict) -> HttpResponse:
    entering.logger.warning("FranceConnect: %s", refused)
    if not request.session.keys():
        # What was begun here is over: the pages of a visitor without a session may be cached again.
        request.session.flush()
    problem = refused.problem
    context = {
        **around,
        "title": problem.label,
        "text": TEXTS[problem],
        "may_try_again": problem in WITH_ANOTHER_TRY,
        "button": configurations.button_address(),
    }
    return render(request, "verification/franceconnect/problem.html", context, status=STATUS.get(problem, 400))


@csrf_exempt
@require_POST
@configured
def leave(request: HttpRequest, configuration: Configuration) -> HttpResponse:
    """Sign out; `LeavingMiddleware` sends who came by FranceConnect through it."""
    if not is_from_here(request):
        return render(request, "403_csrf.html", status=403)
    logout(request)
    return redirect("/")


@require_safe
@configured
def left(request: HttpRequest, configuration: Configuration) -> HttpResponse:
    """Back from FranceConnect's sign-out."""
    is_known = leaving.has_left(request.session, request.GET.get("state", ""))
    return render(request, "verification/franceconnect/left.html", {"is_known": is_known})


def own_path(typed: str) -> str:
    """A path of this site to go on to, else nothing."""
    is_ours = typed.startswith("/") and len(typed) <= LONGEST_PATH and typed.isprintable()
    return typed if is_ours and url_has_allowed_host_and_scheme(typed, allowed_hosts=None) else ""


def _key(typed: str) -> UUID | None:
    try:
        return UUID(str(typed))
    except ValueError:
        return None


def _backend() -> str:
    """The back end of Django that looks an account up again at each request."""
    names = dict(zip(map(type, get_backends()), settings.AUTHENTICATION_BACKENDS, strict=True))
    return next(name for kind, name in names.items() if issubclass(kind, ModelBackend))
