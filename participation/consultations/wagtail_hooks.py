"""Deleting pages that hold answers is refused before Wagtail tries, with what to do instead."""

from django.db.models import Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from participation.questionnaires.models import HeldPage
from participation.questionnaires.pages_held import held_within
from participation.questionnaires.tallies import participants_of

LISTED = 5


@hooks.register("before_delete_page")
def keep_pages_with_answers(request, page):
    held = list(held_within(page).select_related("page", "questionnaire"))
    if held:
        return _refuse(request, held, back=page.get_parent())
    return None


@hooks.register("before_bulk_action")
def keep_ticked_pages_with_answers(request, action_type, objects, action):
    """One page that holds answers, ticked or below a ticked one, stops the whole deletion."""
    pages = [item for item in objects if isinstance(item, Page)]
    if action_type != "delete" or not pages:
        return None
    below = Q()
    for page in pages:
        below |= Q(page__path__startswith=page.path)
    held = list(HeldPage.objects.filter(below).select_related("page", "questionnaire"))
    if held:
        return _refuse(request, held, back=pages[0].get_parent())
    return None


def _refuse(request, held: list[HeldPage], *, back: Page | None):
    boxes = {one.questionnaire_id: one.questionnaire for one in held}
    answers = sum(participants_of(boxes.values()).values())
    sentence = ngettext(
        "Nothing was deleted: %(answers)s answer from a resident would be lost.",
        "Nothing was deleted: %(answers)s answers from residents would be lost.",
        answers,
    ) % {"answers": answers}
    pages = format_html_join(
        ", ",
        '<a href="{}">{}</a>',
        ((reverse("wagtailadmin_pages:edit", args=[one.page_id]), one.page.title) for one in held[:LISTED]),
    )
    unpublish = ""
    if len(held) == 1:
        address = reverse("wagtailadmin_pages:unpublish", args=[held[0].page_id])
        unpublish = format_html(' <a href="{}">{}</a>', address, _("Unpublish it"))
    instead = _("Unpublish or archive instead: the page goes offline and every answer is kept.")
    messages.error(request, format_html("{} {} ({}){}", sentence, instead, pages, unpublish))
    return redirect("wagtailadmin_explore", back.pk) if back else redirect("wagtailadmin_explore_root")
