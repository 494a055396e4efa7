"""What the answering screens share: finding the box, the draft and the words around them."""

from dataclasses import dataclass
from functools import wraps
from uuid import UUID

from django.conf import settings
from django.db.models import Exists
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction

from participation.core import moments
from participation.core.models import Activity
from participation.core.prepared import PreparedQuery
from participation.core.remembering import remembered

from . import answering, drafts
from .body import bound_content
from .documents import Document, Screen
from .freezing import current_version, latest_versions
from .models import Draft, Questionnaire, Version
from .questions import Value

COOKIE_HOURS = 24
RECEIPT_MINUTES = 15
# The language switch in the page's head submits this form, so that a half-typed screen is kept.
FORM_ID = "questionnaire"
LANGUAGES = {"fr": "Continuer en français", "en": "Continue in English"}


@dataclass
class Visit:
    """A request to answer: which box, which token the browser holds, and the draft it opens (if any)."""

    request: HttpRequest
    box: Questionnaire
    token: str
    draft: Draft | None

    @cached_property
    def page(self) -> Page | None:
        """The live page in the visitor's language, else in any."""
        by_language = {page.locale.language_code: page for page in _pages_of.fetch(key=self.box.activity.key)}
        return by_language.get(language()) or next(iter(by_language.values()), None)

    @property
    def page_url(self) -> str:
        return (self.page.get_url() if self.page else None) or "/"

    @property
    def title(self) -> str:
        return self.page.title if self.page else self.box.activity.title

    def ensure_readable(self) -> None:
        """Who may not read the page may not begin an answer (Wagtail's restrictions). A draft proves it was read."""
        if not self.box.some_page_is_restricted:
            return
        if self.page and not all(one.accept_request(self.request) for one in self.page.get_view_restrictions()):
            raise Http404


_pages_of = PreparedQuery(
    lambda key: Page.objects.filter(translation_key=key, live=True).select_related("locale"),
    key=lambda: Page._meta.get_field("translation_key"),
)

# Where no page of the site is kept for some readers, nothing more is asked about this one.
_of_key = PreparedQuery(
    lambda key: (
        Questionnaire.objects.select_related("activity")
        .filter(activity__key=key)
        .annotate(some_page_is_restricted=Exists(PageViewRestriction.objects.all()))
    ),
    key=lambda: Activity._meta.get_field("key"),
)


def find_box(key: UUID) -> Questionnaire | None:
    """The ballot box of an activity, with its record, in one query."""
    return _of_key.first(key=key)


def visit_or_404(request: HttpRequest, key: UUID) -> Visit:
    """The box behind an address and the draft of this browser: one query when there is a draft, two when not."""
    token = (request.POST.get("token") or request.COOKIES.get(cookie_name(key)) or "")[:64]
    draft = drafts.find(key=key, token=token)
    if draft:
        return Visit(request, draft.questionnaire, token, draft)
    box = find_box(key)
    if box is None:
        raise Http404
    return Visit(request, box, token, None)


def language() -> str:
    return (get_language() or "fr").split("-")[0]


def other_language(box: Questionnaire, latest: dict[str, Version] | None = None) -> dict[str, str] | None:
    """The language one may go on in, if the questionnaire is published in it (`latest`: see `latest_versions`)."""
    code = next((code for code in latest or latest_versions(box) if code != language() and code in LANGUAGES), None)
    return {"code": code, "label": LANGUAGES[code]} if code else None


def url(name: str, box: Questionnaire, *, in_language: str = "", **kwargs) -> str:
    with translation.override(in_language or language()):
        return reverse(f"questionnaires:{name}", kwargs={"key": box.activity.key, **kwargs})


def cookie_name(key: UUID) -> str:
    return f"{settings.COOKIE_PREFIX}reponse-{key.hex[:12]}"


def remember(
    response: HttpResponse, request: HttpRequest, box: Questionnaire, token: str, *, seconds: int
) -> HttpResponse:
    response.set_cookie(
        cookie_name(box.activity.key),
        token,
        max_age=seconds,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        path="/",
    )
    return response


def forget(response: HttpResponse, box: Questionnaire) -> HttpResponse:
    response.delete_cookie(cookie_name(box.activity.key), path="/", samesite="Lax")
    return response


def private(response: HttpResponse) -> HttpResponse:
    """A screen for one person: no cache keeps it, no other site learns its address."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def screen_items(screen: Screen, answers: dict, problems: dict[str, str]) -> list[dict]:
    """The items of a screen, ready for `fragments/items.html`."""
    items = []
    for item in screen.items:
        if hasattr(item, "template"):
            items.append(
                {
                    "question": item,
                    "template": item.template,
                    "value": Value.from_json(answers.get(item.key)),
                    "error": problems.get(item.key, ""),
                    "described_by": described_by(item, problems.get(item.key, "")),
                }
            )
        else:
            items.append({"content": bound_content(item)})
    return items


def described_by(question, error: str) -> str:
    """Ids of the sentences that explain a question, for `aria-describedby`."""
    parts = []
    if question.hint:
        parts.append("hint")
    if hasattr(question, "limits_hint") or hasattr(question, "bounds_hint"):
        parts.append("limits")
    if question.why:
        parts.append("why")
    if error:
        parts.append("error")
    return " ".join(f"{question.name}-{part}" for part in parts)


def error_list(document: Document, problems: dict[str, str]) -> list[dict[str, str]]:
    """Problems for the error summary: each links to its question and names it."""
    questions = document.questions
    return [
        {"id": questions[key].focus_id, "message": f"{questions[key].text} – {message}"}
        for key, message in problems.items()
    ]


def _about(visit: Visit) -> dict:
    """What every screen of a questionnaire says of it, the same for everybody."""
    return {"title": visit.title, "page_url": visit.page_url, "other_language": other_language(visit.box)}


def base_context(visit: Visit) -> dict:
    return {
        **remembered(f"visit:{visit.box.pk}:{language()}", lambda: _about(visit)),
        "key": visit.box.activity.key,
        "token": visit.token if visit.draft else "",
        "notices": [],
        "errors": [],
        "action": visit.request.path,
    }


def closed_screen(visit: Visit, typed: list[dict]) -> HttpResponse:
    """The consultation takes no answer now: said plainly, with what was typed."""
    now = timezone.now()
    activity = visit.box.activity
    if activity.is_withdrawn:
        heading = _("This consultation has been taken offline")
        text = [_("The City has suspended it. Answers already sent are kept.")]
    elif now < activity.opens_at:
        heading = _("This consultation is not open yet")
        text = [_("It opens %(date)s.") % {"date": moments.in_words(activity.opens_at)}]
    else:
        heading = _("This consultation has closed")
        text = [_("It was open until %(date)s.") % {"date": moments.in_words(moments.last_minute(activity.closes_at))}]
    if typed:
        text.append(_("Your answers could not be sent. Here is what you typed, so that you can copy it."))
    context = {
        **base_context(visit),
        "heading": heading,
        "text": text,
        "typed": typed,
        "links": [{"url": visit.page_url, "label": _("Back to the consultation")}],
    }
    return private(render(visit.request, "questionnaires/screens/plain.html", context, status=410 if typed else 200))


def already_sent(visit: Visit) -> HttpResponse:
    """The confirmed address or the account has answered before."""
    if visit.box.activity.eligibility.needs_account:
        heading = _("You have already answered with this account or this address")
        first = _(
            "One answer per account and address: the first one is stored and will be counted, also when it came from "
            "an account that was closed since. This one was not stored."
        )
    else:
        heading = _("This address has already answered")
        first = _(
            "One answer per e-mail address: the first one is stored and will be counted. This one was not stored."
        )
    context = {
        **base_context(visit),
        "heading": heading,
        "text": [
            first,
            _(
                "You can withdraw the first one with the withdrawal code of its receipt;"
                " it can then no longer be replaced."
            ),
        ],
        "links": [
            {"url": visit.page_url, "label": _("Back to the consultation")},
            {"url": reverse("questionnaires:withdraw"), "label": _("Withdraw an answer")},
        ],
    }
    return private(render(visit.request, "questionnaires/screens/plain.html", context, status=409))


def typed_in(draft: Draft | None) -> list[dict]:
    if draft is None:
        return []
    return drafts.typed_texts(document=drafts.document_for(draft), answers=draft.answers)


def version_for(visit: Visit) -> Version:
    """What to ask: the draft's own version, unless the visitor has changed language since."""
    draft = visit.draft
    if draft and draft.version.language == language():
        return draft.version
    version = current_version(visit.box, language())
    if version is None:
        raise Http404
    return draft.version if draft and version.language != language() else version


def to_receipt_once_sent(view):
    """Whose draft was sent by another tab in the middle of this request is led to its receipt."""

    @wraps(view)
    def guarded(request: HttpRequest, key: UUID, **kwargs) -> HttpResponse:
        try:
            return view(request, key, **kwargs)
        except Draft.DoesNotExist:
            return private(redirect("questionnaires:receipt", key=key))

    return guarded


def nothing_open(visit: Visit) -> HttpResponse:
    """No draft for this browser: to the receipt if it has just sent one, else to the page."""
    if visit.token and answering.receipt_for(token=visit.token):
        return redirect(url("receipt", visit.box))
    return redirect(visit.page_url)
