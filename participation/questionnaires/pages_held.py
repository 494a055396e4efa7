"""Pages that may not be deleted because their questionnaire holds answers."""

from wagtail.models import Page

from .models import HeldPage, Questionnaire


def hold_pages(*, questionnaire: Questionnaire) -> None:
    """Protect every page of the questionnaire, in all languages: at its first answer and each publication after."""
    pages = Page.objects.filter(translation_key=questionnaire.activity.key)
    HeldPage.objects.bulk_create(
        [HeldPage(questionnaire=questionnaire, page=page) for page in pages], ignore_conflicts=True
    )
    Questionnaire.objects.filter(pk=questionnaire.pk, holds_answers=False).update(holds_answers=True)
    questionnaire.holds_answers = True


def held_within(page: Page):
    """Held pages among a page and its descendants, in any of its translations' subtrees."""
    return HeldPage.objects.filter(page__in=page.get_descendants(inclusive=True)).select_related("page")
