"""The search page."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from participation.core.status import Status
from participation.processes import registry

from .excerpts import mark
from .finding import cards, find_pages, states
from .forms import MAX_LENGTH, SearchForm
from .kinds import kinds

PER_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Pages by words, kind, subject and state, in the language being read."""
    now = timezone.now()
    language = get_language() or "fr"
    asked = request.GET.copy()
    asked["q"] = asked.get("q", "").replace("\0", "").strip()[:MAX_LENGTH]
    form = SearchForm(asked)
    form.is_valid()
    # A filter that does not exist (an old link) is left out rather than refused.
    chosen = {name: form.cleaned_data.get(name, "") for name in ("kind", "subject", "status")}
    query = asked["q"]
    is_asked = bool(query or any(chosen.values()))
    ids = find_pages(query=query, language=language, now=now, **chosen) if is_asked else []
    page = Paginator(ids, PER_PAGE).get_page(request.GET.get("page"))
    filters = _filters(form, chosen)
    context = {
        "form": form,
        "query": query,
        "document_title": _document_title(query, filters, page.number),
        "filters": filters,
        "reset_url": f"?{urlencode({'q': query})}" if any(chosen.values()) else "",
        "is_asked": is_asked,
        "count": len(ids),
        "pages": page,
        "querystring": _querystring(query, chosen),
        "results": _results(page.object_list, query, language, now),
    }
    if not ids:
        context |= _suggestions(form, language, now)
    return render(request, "search/search.html", context)


def _document_title(query: str, filters: list[dict], number: int) -> str:
    """What tells two searches apart in a list of tabs: the words, the filters chosen, the page of results."""
    parts = [_("Search: %(query)s") % {"query": query} if query else _("Search")]
    for one in filters:
        parts += [str(option["label"]) for option in one["options"] if option["is_selected"] and option["value"]]
    if number > 1:
        parts.append(_("Page %(number)s") % {"number": number})
    return " – ".join(parts)


def _results(ids: list[int], query: str, language: str, now) -> list[dict]:
    pages = cards(ids)
    activities = states(pages, now) if pages else {}
    labels = {name: kind.label for name, kind in kinds().items()}
    return [
        {
            "title": page.title,
            "marked_title": mark(page.title, query, language),
            "url": page.url,
            "kind": labels.get(page.model, ""),
            "excerpt": mark(page.summary, query, language),
            "state": activity.status_at(now) if (activity := activities.get(page.translation_key)) else "",
            "activity": activity,
            "tags": [{"name": one.tag.label, "stake": one.tag.stake} for one in page.page_subjects.all()],
        }
        for page in pages
    ]


def _filters(form: SearchForm, chosen: dict[str, str]) -> list[dict]:
    filters = []
    for name in ("kind", "subject", "status"):
        options = []
        for value, label in form.fields[name].choices:
            grouped = label if isinstance(label, list | tuple) else [(value, label)]
            options += [{"value": one, "label": text, "is_selected": one == chosen[name]} for one, text in grouped]
        filters.append({"name": name, "label": form.fields[name].label, "options": options})
    return filters


def _querystring(query: str, chosen: dict[str, str]) -> str:
    given = {name: value for name, value in {"q": query, **chosen}.items() if value}
    return f"{urlencode(given)}&" if given else ""


def _suggestions(form: SearchForm, language: str, now) -> dict:
    """What to offer when nothing was asked or found: what is open, the subjects, the help page."""
    # Asked through the page table: the search knows the home app's pages no more than any other page type.
    help_page = Page.objects.live().filter(servicepage__kind="help", locale__language_code=language).first()
    return {
        "open_activities": registry.activity_cards(language, now, (Status.OPEN,), 3),
        "suggested_subjects": [
            {"name": one.label, "stake": one.stake, "slug": one.slug} for one in form.subjects.values()
        ],
        "help_page": help_page,
    }
