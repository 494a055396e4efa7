"""The answering screens: the first POST, the screens, the overview, sending."""

from functools import wraps
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from participation.core.limits import is_within_limit, network_of
from participation.core.origin import is_from_elsewhere, is_from_here

from . import answering, drafts, proof
from .documents import Document, Screen, compiled
from .flow import (
    COOKIE_HOURS,
    LANGUAGES,
    RECEIPT_MINUTES,
    Notice,
    Visit,
    already_sent,
    base_context,
    closed_screen,
    error_list,
    forget,
    language,
    private,
    remember,
    screen_items,
    typed_in,
    url,
    version_for,
    visit_or_404,
)
from .models import Draft, Questionnaire, Version
from .rendering import blank_items, is_blank

# Per network and hour: a school of many classes passes, a robot does not.
DRAFTS_PER_HOUR = 1200
SENDS_PER_HOUR = 600

# The language switch in the page's head submits this form, so that a half-typed screen is kept.
FORM_ID = "questionnaire"

NOTICES = {
    "expire": lambda: Notice(
        "warning",
        _("Your earlier answers had expired"),
        _("They were kept for some time, then erased. What you typed on the last screen is here."),
    ),
    "change": lambda: Notice(
        "warning",
        _("The questionnaire changed while you were answering"),
        _("Your answers are kept. Check the questions below: some are new or read differently."),
    ),
    "retrouve": lambda: Notice("info", _("We found answers begun on this device"), _("Go on, or start again below.")),
    "autre": lambda: Notice(
        "info",
        _("An answer has already been sent from this device"),
        _("Go on if you are somebody else: this will be another answer."),
    ),
    "efface": lambda: Notice("success", _("Erased"), _("Nothing you typed is left on this device.")),
}


def to_receipt_once_sent(view):
    """Whose draft was sent by another tab in the middle of this request is led to its receipt."""

    @wraps(view)
    def guarded(request: HttpRequest, key: UUID, **kwargs) -> HttpResponse:
        try:
            return view(request, key, **kwargs)
        except Draft.DoesNotExist:
            return private(redirect("questionnaires:receipt", key=key))

    return guarded


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


def nothing_open(visit: Visit) -> HttpResponse:
    """No draft for this browser: to the receipt if it has just sent one, else to the page."""
    if visit.token and answering.receipt_for(token=visit.token):
        return redirect(url("receipt", visit.box))
    return redirect(visit.page_url)


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
        notice, status = refusal
        return _screen_response(visit, version, shown.number, typed, {}, notices=[notice], status=status)
    if visit.draft:
        avis = "retrouve" if is_first and visit.draft.answers else ""
        draft, token = drafts.keep(draft=visit.draft, values=values, version=version, now=now), visit.token
    else:
        avis = "expire" if number > 1 else "autre" if has_sent else ""
        begun = drafts.begin(questionnaire=box, version=version, values=values, now=now)
        draft, token = begun.draft, begun.token
    response = redirect(_next_url(request, box, draft, document, shown.number, avis))
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
    request: HttpRequest, box: Questionnaire, draft: Draft, document: Document, number: int, avis: str
) -> str:
    chosen = request.POST.get("language", "")
    if chosen in LANGUAGES:
        return url("screen", box, in_language=chosen, number=number)
    if request.POST.get("go") == "back":
        return url("screen", box, number=max(number - 1, 1))
    if document.problems(draft.answers, [document.screen(number)]):
        return url("screen", box, number=number) + "?revoir#erreurs"
    asked = f"?avis={avis}" if avis else ""
    if avis == "expire":
        return url("screen", box, number=1) + asked
    if number < len(document.screens):
        return url("screen", box, number=number + 1) + asked
    return url("review", box) + asked


def _screen_response(
    visit: Visit, version: Version, number: int, answers, problems, *, notices=(), status=200
) -> HttpResponse:
    document = compiled(version)
    shown = document.screen(number)
    asked = NOTICES.get(visit.request.GET.get("avis", ""))
    is_fresh = is_blank(screen=shown, answers=answers, problems=problems)
    context = {
        **base_context(visit),
        "heading": shown.title or visit.title,
        "screen": shown,
        "total": len(document.screens),
        "ready": blank_items(version=version, screen=shown) if is_fresh else "",
        "items": [] if is_fresh else screen_items(shown, answers, problems),
        "errors": error_list(document, problems),
        "notices": [*notices, *([asked()] if asked else [])],
        "action": url("screen", visit.box, number=number),
        "form_id": FORM_ID,
    }
    return private(render(visit.request, "questionnaires/screens/questions.html", context, status=status))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@to_receipt_once_sent
def review(request: HttpRequest, key: UUID) -> HttpResponse:
    """The overview before sending, and the sending."""
    visit = visit_or_404(request, key)
    if request.method == "POST":
        return _send(visit)
    if visit.draft is None:
        return nothing_open(visit)
    if not visit.box.activity.is_open(timezone.now()):
        return closed_screen(visit, typed_in(visit.draft))
    return review_response(visit)


def _send(visit: Visit) -> HttpResponse:
    request, box, draft = visit.request, visit.box, visit.draft
    if is_from_elsewhere(request):
        return HttpResponseForbidden(_("This form was sent from another site. Nothing was stored."))
    now = timezone.now()
    chosen = request.POST.get("language", "")
    if chosen in LANGUAGES:
        return redirect(url("review", box, in_language=chosen))
    if draft is not None:
        version = version_for(visit)
        if version.pk != draft.version_id:
            visit.draft = draft = drafts.move_to(draft=draft, version=version, now=now)
        refusal = _send_refusal(visit, now)
        if refusal:
            return review_response(visit, notices=[refusal[0]], status=refusal[1])
        if box.access == Questionnaire.Access.EMAIL:
            return redirect(url("address", box))
        if box.requires_proof_of_work and not proof.is_proved(
            payload=request.POST.get("proof", ""), draft_id=str(draft.pk), now=now
        ):
            text = _("Your answers are kept. Press “Send” again, or receive a code by e-mail.")
            notice = Notice("warning", _("Not sent yet: the computation against robots is missing"), text)
            return review_response(visit, notices=[notice], status=422)
    return finish(visit, address_hash="")


def _send_refusal(visit: Visit, now) -> tuple[Notice, int] | None:
    if not is_from_here(visit.request):
        text = _("Your browser did not say where this form came from. Nothing is lost; nothing was sent yet.")
        return Notice("warning", _("Press “Send” once more"), text), 403
    if visit.request.POST.get("website"):
        text = _("A field that people do not see was filled in, as robots do. Nothing is lost: send again.")
        return Notice("warning", _("Not sent"), text), 422
    if not is_within_limit(name="sends", subject=network_of(visit.request), limit=SENDS_PER_HOUR, now=now):
        text = _("Nothing is lost: your answers are kept. Try again in some minutes.")
        return Notice("error", _("Too many answers from your network at this moment"), text), 429
    return None


def finish(visit: Visit, *, address_hash: str) -> HttpResponse:
    """Send and go to the receipt; each refusal says what happened and where to go on."""
    box, now = visit.box, timezone.now()
    try:
        answering.send(token=visit.token, questionnaire=box, language=language(), now=now, address_hash=address_hash)
    except answering.ConsultationClosed:
        return closed_screen(visit, typed_in(visit.draft))
    except answering.QuestionnaireChanged as changed:
        drafts.move_to(draft=visit.draft, version=changed.version, now=now)
        return redirect(url("review", box) + "?avis=change")
    except answering.AnswersInvalid as invalid:
        return review_response(visit, problems=dict(invalid.problems), status=422)
    except answering.AlreadyAnswered:
        return forget(already_sent(visit), box)
    except answering.AddressNotConfirmed:
        return redirect(url("address", box))
    except answering.DraftGone:
        return redirect(visit.page_url)
    response = redirect(url("receipt", box))
    return private(remember(response, visit.request, box, visit.token, seconds=RECEIPT_MINUTES * 60))


def review_response(visit: Visit, *, problems=None, notices=(), status=200) -> HttpResponse:
    """The overview with every answer in words and a way back to each question."""
    box, answers = visit.box, visit.draft.answers
    document = compiled(version_for(visit))
    if problems is None:
        problems = document.problems(answers)
    asked = NOTICES.get(visit.request.GET.get("avis", ""))
    needs_address = box.access == Questionnaire.Access.EMAIL
    needs_proof = box.requires_proof_of_work and not needs_address
    context = {
        **base_context(visit),
        "heading": _("Check your answers"),
        "parts": [_part(box, screen, answers, problems) for screen in document.screens if screen.questions],
        "errors": [
            {"id": f"reponse-{key}", "message": f"{document.questions[key].text} – {message}"}
            for key, message in problems.items()
        ],
        "notices": [*notices, *([asked()] if asked else [])],
        "needs_address": needs_address,
        "challenge": proof.challenge(draft_id=str(visit.draft.pk), now=timezone.now()) if needs_proof else "",
        "action": url("review", box),
        "address_url": url("address", box),
        "back_url": url("screen", box, number=len(document.screens)),
        "form_id": FORM_ID,
    }
    return private(render(visit.request, "questionnaires/screens/review.html", context, status=status))


def _part(box: Questionnaire, screen: Screen, answers, problems) -> dict:
    """One screen of the overview: each question with its answer in words, and where to change it."""
    lines = []
    for question in screen.questions:
        value = question.value_in(answers)
        words = [] if value.is_blank else question.words(value)
        lines.append({"question": question, "words": words, "error": problems.get(question.key, "")})
    where = url("screen", box, number=screen.number)
    is_wrong = any(line["error"] for line in lines)
    return {"screen": screen, "lines": lines, "url": f"{where}?revoir" if is_wrong else where}


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
