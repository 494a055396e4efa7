"""The overview before sending, and the sending."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from participation.core.eligibility import Level
from participation.core.limits import is_within_limit, network_of
from participation.core.origin import is_from_elsewhere, is_from_here

from . import answering, conditions, drafts, proof
from .documents import Screen, compiled
from .flow import (
    FORM_ID,
    LANGUAGES,
    RECEIPT_MINUTES,
    Visit,
    already_sent,
    base_context,
    closed_screen,
    forget,
    language,
    nothing_open,
    private,
    remember,
    to_receipt_once_sent,
    typed_in,
    url,
    version_for,
    visit_or_404,
)
from .models import Questionnaire
from .notices import Notice, asked_for, with_notice

# Per network and hour: a school of many classes passes, a robot does not.
SENDS_PER_HOUR = 600


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
        rule = box.activity.eligibility
        if conditions.obstacles_for(actor=request.user, draft=draft, rule=rule, now=now):
            return private(redirect(url("conditions", box)))
        if rule.level == Level.EMAIL:
            return redirect(url("address", box))
        if _needs_proof(box) and not proof.is_proved(
            payload=request.POST.get("proof", ""), draft_id=str(draft.pk), now=now
        ):
            text = _("Your answers are kept. Press “Send” again, or receive a code by e-mail.")
            notice = Notice("warning", _("Not sent yet: the computation against robots is missing"), text)
            return review_response(visit, notices=[notice], status=422)
    return finish(visit, address_hash="")


def _needs_proof(box: Questionnaire) -> bool:
    """A code by e-mail and an account stand in for the computation."""
    return box.requires_proof_of_work and box.activity.level == Level.NONE


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
        answering.send(
            token=visit.token,
            questionnaire=box,
            language=language(),
            now=now,
            address_hash=address_hash,
            actor=visit.request.user,
        )
    except answering.ConsultationClosed:
        return closed_screen(visit, typed_in(visit.draft))
    except answering.QuestionnaireChanged as changed:
        drafts.move_to(draft=visit.draft, version=changed.version, now=now)
        return redirect(with_notice(url("review", box), "change"))
    except answering.AnswersInvalid as invalid:
        return review_response(visit, problems=dict(invalid.problems), status=422)
    except answering.AlreadyAnswered:
        return forget(already_sent(visit), box)
    except answering.NotEligible:
        return private(redirect(url("conditions", box)))
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
    needs_proof = _needs_proof(box)
    context = {
        **base_context(visit),
        "heading": _("Check your answers"),
        "parts": [_part(box, screen, answers, problems) for screen in document.screens if screen.questions],
        "errors": [
            {"id": f"reponse-{key}", "message": f"{document.questions[key].text} – {message}"}
            for key, message in problems.items()
        ],
        "notices": [*notices, *asked_for(visit.request)],
        "needs_address": box.activity.level == Level.EMAIL,
        "needs_account": box.activity.eligibility.needs_account and not visit.request.user.is_authenticated,
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
