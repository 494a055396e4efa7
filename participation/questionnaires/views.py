"""The answering screens: the first POST, the screens, and erasing what was typed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from participation.core.limits import is_within_limit, network_of
from participation.core.origin import is_from_elsewhere, is_from_here

from . import answering, drafts
from .documents import Document, compiled
from .flow import (
    COOKIE_HOURS,
    FORM_ID,
    LANGUAGES,
    Visit,
    base_context,
    closed_screen,
    error_list,
    forget,
    nothing_open,
    private,
    remember,
    screen_items,
    to_receipt_once_sent,
    typed_in,
    url,
    version_for,
    visit_or_404,
)
from .models import Draft, Questionnaire, Version
from .notices import Notice, asked_for, with_notice
from .rendering import blank_items, is_blank

# Per network and hour: a school of many classes passes, a robot does not.
DRAFTS_PER_HOUR = 1200


@csrf_exempt
@to_receipt_once_sent
def begin(request: HttpRequest, key: UUID) -> HttpResponse:
    """The first screen's POST, from a cacheable page: creates the draft on same-origin proof."""
    visit = visit_or_404(request, key)
    if request.method != "POST":
        visit.ensure_readable()
        return redirect(visit.page_url)
    return _take_screen(visit, number=1)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@to_receipt_once_sent
def screen(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """One screen: shown, or taken and followed by the next."""
    visit = visit_or_404(request, key)
    if request.method == "POST":
        return _take_screen(visit, number=number)
    if visit.draft is None:
        return nothing_open(visit)
    if not visit.box.activity.is_open(timezone.now()):
        return closed_screen(visit, typed_in(visit.draft))
    version = version_for(visit)
    document = compiled(version)
    if document.screen(number) is None:
        return redirect(url("review", visit.box))
    problems = {}
    if "revoir" in request.GET:
        problems = document.problems(visit.draft.answers, [document.screen(number)])
    return _screen_response(visit, version, number, visit.draft.answers, problems)


def _take_screen(visit: Visit, *, number: int) -> HttpResponse:
    request, box = visit.request, visit.box
    if is_from_elsewhere(request):
        return HttpResponseForbidden(_("This form was sent from another site. Nothing was stored."))
    if visit.draft is None:
        visit.ensure_readable()
    now = timezone.now()
    version = version_for(visit)
    document = compiled(version)
    shown = document.screen(number) or document.screens[0]
    values = drafts.read_posted(shown.questions, request.POST)
    typed = {**(visit.draft.answers if visit.draft else {}), **{key: value.to_json() for key, value in values.items()}}
    if not box.activity.is_open(now):
        return closed_screen(visit, drafts.typed_texts(document=document, answers=typed))
    is_first = number == 1 and not request.POST.get("token")
    has_sent = visit.draft is None and bool(visit.token) and answering.receipt_for(token=visit.token) is not None
    if has_sent and not is_first:
        return redirect(url("receipt", box))
    refusal = _screen_refusal(visit, now)
    if refusal:
        return _screen_response(visit, version, shown.number, typed, {}, notices=[refusal[0]], status=refusal[1])
    if visit.draft:
        notice = "retrouve" if is_first and visit.draft.answers else ""
        draft, token = drafts.keep(draft=visit.draft, values=values, version=version, now=now), visit.token
    else:
        notice = "expire" if number > 1 else "autre" if has_sent else ""
        begun = drafts.begin(questionnaire=box, version=version, values=values, now=now)
        draft, token = begun.draft, begun.token
    response = redirect(_next_url(request, box, draft, document, shown.number, notice))
    return private(remember(response, request, box, token, seconds=COOKIE_HOURS * 3600))


def _screen_refusal(visit: Visit, now) -> tuple[Notice, int] | None:
    if not is_from_here(visit.request):
        text = _("Your browser did not say where this form came from. Nothing is lost: what you typed is below.")
        return Notice("warning", _("Press the button once more"), text), 403
    network = network_of(visit.request)
    if visit.draft is None and not is_within_limit(name="drafts", subject=network, limit=DRAFTS_PER_HOUR, now=now):
        text = _("Nothing is lost: what you typed is below. Try again in some minutes.")
        return Notice("error", _("Too many answers from your network at this moment"), text), 429
    return None


def _next_url(
    request: HttpRequest, box: Questionnaire, draft: Draft, document: Document, number: int, notice: str
) -> str:
    chosen = request.POST.get("language", "")
    if chosen in LANGUAGES:
        return url("screen", box, in_language=chosen, number=number)
    if request.POST.get("go") == "back":
        return url("screen", box, number=max(number - 1, 1))
    if document.problems(draft.answers, [document.screen(number)]):
        return url("screen", box, number=number) + "?revoir#erreurs"
    if notice == "expire":
        return with_notice(url("screen", box, number=1), notice)
    if number < len(document.screens):
        return with_notice(url("screen", box, number=number + 1), notice)
    return with_notice(url("review", box), notice)


def _screen_response(
    visit: Visit, version: Version, number: int, answers, problems, *, notices=(), status=200
) -> HttpResponse:
    document = compiled(version)
    shown = document.screen(number)
    is_fresh = is_blank(screen=shown, answers=answers, problems=problems)
    about = base_context(visit)
    context = {
        **about,
        "heading": shown.title or about["title"],
        "screen": shown,
        "total": len(document.screens),
        "ready": blank_items(version=version, screen=shown, above=1) if is_fresh else "",
        "items": [] if is_fresh else screen_items(shown, answers, problems),
        "errors": error_list(document, problems),
        "notices": [*notices, *asked_for(visit.request)],
        "action": url("screen", visit.box, number=number),
        "form_id": FORM_ID,
    }
    return private(render(visit.request, "questionnaires/screens/questions.html", context, status=status))


@require_POST
@csrf_exempt
def forget_answers(request: HttpRequest, key: UUID) -> HttpResponse:
    """Erase what was typed here (or the codes shown) from this device and from the server."""
    visit = visit_or_404(request, key)
    if not is_from_here(request):
        return HttpResponseForbidden(_("Go back and press the button once more."))
    if visit.draft:
        drafts.discard(draft=visit.draft)
    return private(forget(redirect(visit.page_url), visit.box))
