"""The account's screens: what I said of myself, and establishing my tie to the city."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from participation.core.eligibility import Tie
from participation.core.limits import is_within_limit
from participation.territory.models import Area

from . import counter, letters, lists, own, stating
from .forms import ELSEWHERE, UNSAID, LetterCodeForm, LetterForm, ListForm, StatementsForm

# One account, one clock hour: people mistype, programs guess names and birth dates.
LIST_TRIES_PER_HOUR = 5
LETTER_TRIES_PER_HOUR = 20


def own_screen(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For whoever is signed in and may act: an account that waits for a guardian may not."""

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.user.awaits_guardian:
            return redirect("people_guardian")
        return view(request, *args, **kwargs)

    return guarded


@own_screen
@require_http_methods(["GET", "HEAD"])
def tie(request: HttpRequest) -> HttpResponse:
    """What is established, and every way to establish more."""
    return _tie_screen(request)


@own_screen
@require_POST
def letter(request: HttpRequest) -> HttpResponse:
    """Ask for a letter with a code."""
    form = LetterForm(request.POST)
    if not form.is_valid():
        return _tie_screen(request, letter_form=form, status=422)
    said, now = form.cleaned_data, timezone.now()
    try:
        letters.order_letter(
            user=request.user, tie=Tie(said["tie"]), recipient=said["recipient"], address=said["address"], now=now
        )
    except letters.TooSoon as too_soon:
        form.add_error(
            None,
            _("A letter has left not long ago. Another can be asked for from %(day)s on.")
            % {"day": too_soon.on.strftime("%d/%m/%Y")},
        )
        return _tie_screen(request, letter_form=form, status=409)
    messages.success(request, _("Your letter is asked for. It leaves within a week; its code works for two months."))
    return _back(request)


@own_screen
@require_POST
def letter_code(request: HttpRequest) -> HttpResponse:
    """Type the code of the letter."""
    form, now = LetterCodeForm(request.POST), timezone.now()
    if not form.is_valid():
        return _tie_screen(request, code_form=form, status=422)
    if not is_within_limit(name="letter", subject=f"account {request.user.pk}", limit=LETTER_TRIES_PER_HOUR, now=now):
        form.add_error("code", _("Too many tries. Nothing is lost: try again in an hour."))
        return _tie_screen(request, code_form=form, status=429)
    try:
        letters.confirm_letter(user=request.user, typed=form.cleaned_data["code"], now=now)
    except letters.CodeRefused as refused:
        if refused.left:
            text = _("This is not the code of your letter. Tries left: %(n)s.") % {"n": refused.left}
        else:
            text = _("No letter has a code that works now. Ask for another letter below.")
        form.add_error("code", text)
        return _tie_screen(request, code_form=form, status=422)
    messages.success(request, _("Your tie to the city is established."))
    return _back(request)


@own_screen
@require_POST
def counter_code(request: HttpRequest) -> HttpResponse:
    """Show a code for the counter: on this answer only, it is stored as a hash."""
    return _tie_screen(request, counter_code=counter.show_code(user=request.user, now=timezone.now()))


@own_screen
@require_POST
def listed(request: HttpRequest) -> HttpResponse:
    """Look oneself up in the lists in use."""
    form, now = ListForm(request.POST), timezone.now()
    if not form.is_valid():
        return _tie_screen(request, list_form=form, status=422)
    if not is_within_limit(name="lists", subject=f"account {request.user.pk}", limit=LIST_TRIES_PER_HOUR, now=now):
        form.add_error(None, _("Too many tries. Nothing was stored: try again in an hour, or choose another way."))
        return _tie_screen(request, list_form=form, status=429)
    try:
        lists.match(user=request.user, identity=lists.Identity(**form.cleaned_data), now=now)
    except lists.NotListed:
        text = _("No list has exactly this person, or they were found before. Nothing was stored: choose another way.")
        form.add_error(None, text)
        return _tie_screen(request, list_form=form, status=422)
    messages.success(request, _("Your tie to the city is established."))
    return _back(request)


def _tie_screen(request: HttpRequest, *, status: int = 200, **shown) -> HttpResponse:
    now = timezone.now()
    current = own.letter_of(user=request.user, now=now)
    context = {
        "ties": own.known_ties(user=request.user, now=now),
        "letter": current,
        "returned": own.returned_letter_of(request.user),
        "letter_form": LetterForm(),
        "code_form": LetterCodeForm(),
        "list_form": ListForm(),
        "lists": own.lists_in_use(now=now),
        "counter_hours": counter.HOURS_VALID,
        "next": _next(request),
        "is_confirmed": hasattr(request.user, "identity"),
        "franceconnect_next": _next(request) or reverse("verification:tie"),
        **shown,
        "show_messages": True,
    }
    forms = (context["letter_form"], context["code_form"], context["list_form"])
    context["errors"] = [one for form in forms for one in _errors(form)]
    return render(request, "verification/tie.html", context, status=status)


@own_screen
@require_http_methods(["GET", "HEAD", "POST"])
def statements(request: HttpRequest) -> HttpResponse:
    """Everything I said of myself; the POST corrects it."""
    now = timezone.now()
    said = own.everything_said(user=request.user, now=now)
    residence = said["residence"]
    held = [one.tie for one in said["ties"] if one.holds]
    if request.method == "POST":
        form = StatementsForm(request.POST)
        if form.is_valid():
            _correct(request, form, held, now)
            messages.success(request, _("Your corrections are kept."))
            return redirect("verification:statements")
    else:
        area = UNSAID if residence is None else residence.area.code if residence.area else ELSEWHERE
        form = StatementsForm(initial={"ties": held, "area": area})
    context = {**said, "form": form, "errors": _errors(form), "show_messages": True}
    return render(request, "verification/statements.html", context, status=422 if form.errors else 200)


def _correct(request: HttpRequest, form: StatementsForm, held: list[Tie], now) -> None:
    ticked = set(form.cleaned_data["ties"])
    changed = {tie: tie.value in ticked for tie in Tie if (tie in held) != (tie.value in ticked)}
    if changed:
        stating.state_ties(user=request.user, ties=changed, now=now)
    code = form.cleaned_data["area"]
    if code == UNSAID:
        stating.take_back_area(user=request.user)
    else:
        area = Area.objects.filter(kind=Area.Kind.QUARTIER, code=code).first()
        stating.state_area(user=request.user, area=area, now=now)


@own_screen
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Forget everything I said of myself."""
    stating.take_back(user=request.user)
    messages.success(request, _("Everything you had said of yourself is erased. What you have sent stays."))
    return redirect("verification:statements")


def _errors(form) -> list[dict[str, str]]:
    """Errors for the summary, each with the id of its field."""
    found = []
    for name, errors in form.errors.items():
        target = form[name].id_for_label or form[name].auto_id if name in form.fields else "contenu"
        found += [{"id": target, "message": error} for error in errors]
    return found


def _next(request: HttpRequest) -> str:
    """Where the person came from, if it is a place of this site."""
    given = (request.POST if request.method == "POST" else request.GET).get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        given, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return given if is_ours and given.startswith("/") else ""


def _back(request: HttpRequest) -> HttpResponse:
    target, here = _next(request), reverse("verification:tie")
    return redirect(f"{here}?{urlencode({'next': target})}" if target else here)
