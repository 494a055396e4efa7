"""Between the overview and the sending: whether this person may take part, and what they can do about it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from participation.core.eligibility import Remedy
from participation.core.origin import is_from_here
from participation.verification.wording import conditions_in_words, way_round

from . import conditions
from .condition_forms import ConditionsForm
from .flow import (
    Visit,
    base_context,
    closed_screen,
    nothing_open,
    private,
    to_receipt_once_sent,
    typed_in,
    url,
    visit_or_404,
)
from .notices import with_notice


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@to_receipt_once_sent
def who_may(request: HttpRequest, key: UUID) -> HttpResponse:
    """What the conditions still ask of this person; the POST keeps what they say of themselves."""
    visit = visit_or_404(request, key)
    if visit.draft is None:
        return nothing_open(visit)
    now, rule = timezone.now(), visit.box.activity.eligibility
    if not visit.box.activity.is_open(now):
        return closed_screen(visit, typed_in(visit.draft))
    found = conditions.obstacles_for(actor=request.user, draft=visit.draft, rule=rule, now=now)
    asked = conditions.asked(rule=rule, found=found, now=now)
    if request.method != "POST" or not asked:
        if not found:
            return private(redirect(with_notice(url("review", visit.box), "conditions")))
        return _screen(visit, found, ConditionsForm(asked=asked))
    if not is_from_here(request):
        return HttpResponseForbidden(_("Go back and press the button once more."))
    form = ConditionsForm(request.POST, asked=asked)
    if not form.is_valid():
        return _screen(visit, found, form, status=422)
    conditions.state(actor=request.user, draft=visit.draft, rule=rule, said=form.statements(), now=now)
    return private(redirect(url("conditions", visit.box)))


def _screen(visit: Visit, found, form: ConditionsForm, *, status: int = 200) -> HttpResponse:
    rule = visit.box.activity.eligibility
    here = url("conditions", visit.box)
    fields = form.items()
    obstacles = [
        {"sentence": one.sentence, "way": way_round(one, next_url=here)}
        for one in found
        if not (one.remedy == Remedy.STATE and fields)
    ]
    context = {
        **base_context(visit),
        "heading": _("Before sending: who may take part"),
        "rule": conditions_in_words(rule),
        "obstacles": obstacles,
        "fields": fields,
        "errors": [{"id": one["id"], "message": error} for one in fields for error in one["errors"]],
        "is_kept": rule.needs_account,
        "action": here,
        "back_url": url("review", visit.box),
    }
    return private(render(visit.request, "questionnaires/screens/conditions.html", context, status=status))
