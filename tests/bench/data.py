"""Makes the bench’s own pages and prints where they are, as JSON. Run as `python -m tests.bench.data`."""

import json
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402
from wagtail.contrib.forms.utils import get_field_clean_name  # noqa: E402
from wagtail.models import Page  # noqa: E402

from home.pages import ArticlePage, HomePage, NewsIndexPage, NewsPage, SectionPage, ServicePage  # noqa: E402
from participation.consultations.pages import ConsultationPage  # noqa: E402
from participation.core.models import Activity  # noqa: E402
from participation.processes.pages import CataloguePage, MechanismPage, ProcessPage  # noqa: E402
from tests.bench.questions import FIELD_TYPES, KEYS, PLACE_KEYS, QUESTIONS, body, choices_of, posted, values  # noqa: E402
from tests.bench.surveys.models import SurveyField, SurveyPage  # noqa: E402


def consultation(parent: Page, slug: str, *, screens: int) -> ConsultationPage:
    """An open consultation with the twelve questions."""
    now = timezone.now()
    page = ConsultationPage(
        title=f"Mesure {slug}",
        slug=slug,
        locale=parent.locale,
        opens_at=now - timedelta(days=20),
        closes_at=now + timedelta(days=20),
        body=body(screens=screens),
    )
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def close(page: ConsultationPage) -> None:
    Activity.objects.filter(key=page.translation_key).update(closes_at=timezone.now() - timedelta(days=1))


def survey(parent: Page) -> SurveyPage:
    """A form page with the same questions."""
    page = SurveyPage(title="Mesure formulaire", slug="mesure-formulaire", locale=parent.locale)
    for order, (kind, question) in enumerate(QUESTIONS):
        page.form_fields.add(
            SurveyField(
                sort_order=order,
                label=question["key"],
                field_type=FIELD_TYPES[kind],
                required=False,
                choices="\n".join(choices_of(question)),
            )
        )
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def section(parent: Page) -> str:
    """A section with pages under it."""
    page = SectionPage(title="Mesure rubrique", slug="mesure-rubrique", locale=parent.locale)
    parent.add_child(instance=page)
    page.save_revision().publish()
    for number in range(12):
        child = ArticlePage(title=f"Article {number}", slug=f"article-{number}", summary="Mesure", locale=page.locale)
        page.add_child(instance=child)
        child.save_revision().publish()
    return page.get_url()


def first(model) -> str:
    """The address of a page of this type with something in it: the last one made."""
    page = model.objects.live().filter(locale__language_code="fr").order_by("-pk").first()
    return page.get_url() if page else ""


def main() -> None:
    home = HomePage.objects.get(locale__language_code="fr")
    mechanism = MechanismPage.objects.get(slug="consultations", locale__language_code="fr")
    pages = {f"screens_{number}": consultation(mechanism, f"mesure-{number}", screens=number) for number in (1, 3)}
    boxes = {name: consultation(mechanism, f"mesure-{name}", screens=3) for name in ("small", "medium", "large")}
    for page in boxes.values():
        close(page)
    form = survey(home)
    found = {
        "types": {
            "home": home.get_url(),
            "section": section(home),
            "article": first(ArticlePage),
            "news index": first(NewsIndexPage),
            "news": first(NewsPage),
            "mechanism": mechanism.get_url(),
            "process": first(ProcessPage),
            "catalogue": first(CataloguePage),
            "service": first(ServicePage),
            **demonstration(),
            "search": "/recherche/?q=place",
        },
        "pages": {name: {"url": page.get_url(), "key": str(page.translation_key)} for name, page in pages.items()},
        "boxes": {name: {"url": page.get_url(), "key": str(page.translation_key)} for name, page in boxes.items()},
        "survey": {
            "url": form.get_url(),
            "pk": form.pk,
            "fields": [get_field_clean_name(q["key"]) for _, q in QUESTIONS],
        },
    }
    print(json.dumps({"made": found, "answers": answers()}))  # noqa: T201


def answers() -> dict:
    """One person's answers as form fields: per question for our screens, in one list for the form page."""
    given, keys = values(7), [question["key"] for _kind, question in QUESTIONS]
    kinds = {question["key"]: (kind, question) for kind, question in QUESTIONS}
    survey_fields = []
    for key in keys:
        kind, question = kinds[key]
        words = choices_of(question)
        for name, typed in posted(given, [key], get_field_clean_name):
            is_choice = "choices" in question
            survey_fields.append((name, words[_rank(kind, typed)] if is_choice else typed))
    return {
        "keys": keys,
        "ours": {key: posted(given, [key], lambda k: f"q-{k}") for key in keys},
        "survey": survey_fields,
    }


def _rank(kind: str, key: str) -> int:
    return (KEYS if kind == "single_choice" else PLACE_KEYS).index(key)


def demonstration() -> dict[str, str]:
    """The demonstration's own consultations: one open, one closed with answers and reply."""
    now = timezone.now()
    pages = ConsultationPage.objects.live().filter(locale__language_code="fr").exclude(slug__startswith="mesure")
    keys = {activity.key: activity for activity in Activity.objects.all()}
    opened = next(page for page in pages if keys[page.translation_key].is_open(now))
    closed = next(page for page in pages if keys[page.translation_key].closes_at < now)
    return {
        "consultation, open": opened.get_url(),
        "consultation, closed": closed.get_url(),
        "results": f"{closed.get_url()}resultats/",
    }


if __name__ == "__main__":
    main()
