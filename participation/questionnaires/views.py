"""The answering screens: the first POST, the screens, the overview, sending."""

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
from .documents import Document, compiled
from .flow import (
    COOKIE_HOURS,
    LANGUAGES,
    RECEIPT_MINUTES,
    Notice,
    already_sent,
    base_context,
    box_or_404,
    closed_screen,
    error_list,
    forget,
    language,
    page_url,
    private,
    remember,
    screen_items,
    title_of,
    token_from,
    typed_in,
    url,
    version_for,
)
from .models import Draft, Questionnaire
from .questions import Value

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


@csrf_exempt
def begin(request: HttpRequest, key: UUID) -> HttpResponse:
    """The first screen's POST, from a cacheable page: creates the draft on same-origin proof."""
    box = box_or_404(request, key)
    if request.method != "POST":
        return redirect(page_url(box))
    return _take_screen(request, box, number=1)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def screen(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """One screen: shown, or taken and followed by the next."""
    box = box_or_404(request, key)
    if request.method == "POST":
        return _take_screen(request, box, number=number)
    token = token_from(request, box)
    draft = drafts.find(questionnaire=box, token=token)
    if draft is None:
        if token and answering.receipt_for(token=token):
            return redirect(url("receipt", box))
        return redirect(page_url(box))
    now = timezone.now()
    if not box.activity.is_open(now):
        return closed_screen(request, box, typed_in(draft), token=token)
    document = compiled(version_for(box, draft))
    if document.screen(number) is None:
        return redirect(url("review", box))
    problems = {}
    if "revoir" in request.GET:
        problems = document.problems(draft.answers, [document.screen(number)])
    return _screen_response(request, box, document, number, draft.answers, problems, token=token)


def _take_screen(request: HttpRequest, box: Questionnaire, *, number: int) -> HttpResponse:
    if is_from_elsewhere(request):
        return HttpResponseForbidden(_("This form was sent from another site. Nothing was stored."))
    now = timezone.now()
    token = token_from(request, box)
    draft = drafts.find(questionnaire=box, token=token)
    version = version_for(box, draft)
    document = compiled(version)
    shown = document.screen(number) or document.screens[0]
    values = drafts.read_posted(shown.questions, request.POST)
    typed = {**(draft.answers if draft else {}), **{key: value.to_json() for key, value in values.items()}}
    if not box.activity.is_open(now):
        return closed_screen(request, box, drafts.typed_texts(document=document, answers=typed), token=token)
    is_first = number == 1 and not request.POST.get("token")
    has_sent = draft is None and bool(token) and answering.receipt_for(token=token) is not None
    if has_sent and not is_first:
        return redirect(url("receipt", box))
    if not is_from_here(request):
        notice = Notice(
            "warning",
            _("Press the button once more"),
            _("Your browser did not say where this form came from. Nothing is lost: what you typed is below."),
        )
        return _screen_response(
            request, box, document, shown.number, typed, {}, token=token if draft else "", notices=[notice], status=403
        )
    if draft is None and not is_within_limit(
        name="drafts", subject=network_of(request), limit=DRAFTS_PER_HOUR, now=now
    ):
        notice = Notice(
            "error",
            _("Too many answers from your network at this moment"),
            _("Nothing is lost: what you typed is below. Try again in some minutes."),
        )
        return _screen_response(request, box, document, shown.number, typed, {}, notices=[notice], status=429)
    avis = "retrouve" if draft and is_first and draft.answers else ""
    if draft is None:
        avis = "expire" if number > 1 else "autre" if has_sent else ""
        begun = drafts.begin(questionnaire=box, version=version, now=now)
        draft, token = begun.draft, begun.token
    draft = drafts.keep(draft=draft, values=values, version=version, now=now)
    response = redirect(_next_url(request, box, draft, document, shown.number, avis))
    return private(remember(response, request, box, token, seconds=COOKIE_HOURS * 3600))


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
    request, box, document: Document, number: int, answers, problems, *, token="", notices=(), status=200
) -> HttpResponse:
    shown = document.screen(number)
    asked = NOTICES.get(request.GET.get("avis", ""))
    context = {
        **base_context(request, box, token),
        "heading": shown.title or title_of(box),
        "screen": shown,
        "total": len(document.screens),
        "items": screen_items(shown, answers, problems),
        "errors": error_list(document, problems),
        "notices": [*notices, *([asked()] if asked else [])],
        "action": url("screen", box, number=number),
        "form_id": FORM_ID,
    }
    return private(render(request, "questionnaires/screens/questions.html", context, status=status))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, key: UUID) -> HttpResponse:
    """The overview before sending, and the sending."""
    box = box_or_404(request, key)
    token = token_from(request, box)
    if request.method == "POST":
        return _send(request, box, token)
    draft = drafts.find(questionnaire=box, token=token)
    if draft is None:
        done = token and answering.receipt_for(token=token)
        return redirect(url("receipt", box) if done else page_url(box))
    now = timezone.now()
    if not box.activity.is_open(now):
        return closed_screen(request, box, typed_in(draft), token=token)
    return review_response(request, box, draft, token)


def _send(request: HttpRequest, box: Questionnaire, token: str) -> HttpResponse:
    if is_from_elsewhere(request):
        return HttpResponseForbidden(_("This form was sent from another site. Nothing was stored."))
    now = timezone.now()
    draft = drafts.find(questionnaire=box, token=token)
    chosen = request.POST.get("language", "")
    if chosen in LANGUAGES:
        return redirect(url("review", box, in_language=chosen))
    if draft is not None:
        version = version_for(box, draft)
        if version.pk != draft.version_id:
            draft = drafts.move_to(draft=draft, version=version, now=now)
        refusal = _refusal(request, box, draft, now)
        if refusal:
            return review_response(request, box, draft, token, notices=[refusal[0]], status=refusal[1])
        if box.access == Questionnaire.Access.EMAIL:
            return redirect(url("address", box))
        if box.requires_proof_of_work and not proof.is_proved(
            payload=request.POST.get("proof", ""), draft_id=str(draft.pk), now=now
        ):
            notice = Notice(
                "warning",
                _("Not sent yet: the computation against robots is missing"),
                _("Your answers are kept. Press “Send” again, or receive a code by e-mail."),
            )
            return review_response(request, box, draft, token, notices=[notice], status=422)
    return finish(request, box, token, address_hash="")


def _refusal(request: HttpRequest, box: Questionnaire, draft: Draft, now) -> tuple[Notice, int] | None:
    if not is_from_here(request):
        text = _("Your browser did not say where this form came from. Nothing is lost; nothing was sent yet.")
        return Notice("warning", _("Press “Send” once more"), text), 403
    if request.POST.get("website"):
        text = _("A field that people do not see was filled in, as robots do. Nothing is lost: send again.")
        return Notice("warning", _("Not sent"), text), 422
    if not is_within_limit(name="sends", subject=network_of(request), limit=SENDS_PER_HOUR, now=now):
        text = _("Nothing is lost: your answers are kept. Try again in some minutes.")
        return Notice("error", _("Too many answers from your network at this moment"), text), 429
    return None


def finish(request: HttpRequest, box: Questionnaire, token: str, *, address_hash: str) -> HttpResponse:
    """Send and go to the receipt; each refusal says what happened and where to go on."""
    now = timezone.now()
    try:
        answering.send(token=token, questionnaire=box, language=language(), now=now, address_hash=address_hash)
    except answering.ConsultationClosed:
        return closed_screen(request, box, typed_in(drafts.find(questionnaire=box, token=token)), token=token)
    except answering.QuestionnaireChanged as changed:
        drafts.move_to(draft=drafts.find(questionnaire=box, token=token), version=changed.version, now=now)
        return redirect(url("review", box) + "?avis=change")
    except answering.AnswersInvalid as invalid:
        draft = drafts.find(questionnaire=box, token=token)
        return review_response(request, box, draft, token, problems=dict(invalid.problems), status=422)
    except answering.AlreadyAnswered:
        return forget(already_sent(request, box), box)
    except answering.AddressNotConfirmed:
        return redirect(url("address", box))
    except answering.DraftGone:
        return redirect(page_url(box))
    response = redirect(url("receipt", box))
    return private(remember(response, request, box, token, seconds=RECEIPT_MINUTES * 60))


def review_response(request, box, draft: Draft, token: str, *, problems=None, notices=(), status=200) -> HttpResponse:
    """The overview with every answer in words and a way back to each question."""
    document = compiled(version_for(box, draft))
    if problems is None:
        problems = document.problems(draft.answers)
    parts = []
    for part in document.screens:
        if not part.questions:
            continue
        where = url("screen", box, number=part.number)
        lines = [
            {
                "question": question,
                "words": _words(question, Value.from_json(draft.answers.get(question.key))),
                "error": problems.get(question.key, ""),
            }
            for question in part.questions
        ]
        wrong = any(line["error"] for line in lines)
        parts.append({"screen": part, "lines": lines, "url": f"{where}?revoir" if wrong else where})
    asked = NOTICES.get(request.GET.get("avis", ""))
    context = {
        **base_context(request, box, token),
        "heading": _("Check your answers"),
        "parts": parts,
        "errors": [
            {"id": f"reponse-{key}", "message": f"{document.questions[key].text} – {message}"}
            for key, message in problems.items()
        ],
        "notices": [*notices, *([asked()] if asked else [])],
        "needs_address": box.access == Questionnaire.Access.EMAIL,
        "challenge": "" if box.access == Questionnaire.Access.EMAIL else _challenge(box, draft),
        "action": url("review", box),
        "address_url": url("address", box),
        "back_url": url("screen", box, number=len(document.screens)),
        "form_id": FORM_ID,
    }
    return private(render(request, "questionnaires/screens/review.html", context, status=status))


def _challenge(box: Questionnaire, draft: Draft) -> str:
    return proof.challenge(draft_id=str(draft.pk), now=timezone.now()) if box.requires_proof_of_work else ""


def _words(question, value) -> list[str]:
    return [] if value.is_blank else question.words(value)


@require_POST
@csrf_exempt
def forget_answers(request: HttpRequest, key: UUID) -> HttpResponse:
    """Erase what was typed here (or the codes shown) from this device and from the server."""
    box = box_or_404(request, key)
    if not is_from_here(request):
        return HttpResponseForbidden(_("Go back and press the button once more."))
    draft = drafts.find(questionnaire=box, token=token_from(request, box))
    if draft:
        drafts.discard(draft=draft)
    return private(forget(redirect(page_url(box)), box))
