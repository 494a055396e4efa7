"""An address with a parent and a child answers only when the child is the parent's: 404 else, and nothing changes."""

import os
import re

import pytest
from django.urls import reverse
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from .addresses import PARAMETER, Address, patterns
from .canaries import DEPUTY
from .crawling import Caller

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("CRAWL" not in os.environ, reason="two quartiers with everything in them (make crawl)"),
]

# Parent mine, child of the other quartier – and the other way round.
PAIRS = {
    "wagtailadmin_pages:revisions_view": lambda w: [
        {"page_id": w.things.own_page.pk, "revision_id": w.things.revisions[0].pk},
        {"page_id": w.pages["review"].pk, "revision_id": w.things.own_revision.pk},
    ],
    "wagtailadmin_pages:revisions_compare": lambda w: [
        {"pk": w.things.own_page.pk, "revision_id_a": w.things.revisions[0].pk, "revision_id_b": "latest"},
        {"pk": w.things.own_page.pk, "revision_id_a": "earliest", "revision_id_b": w.things.revisions[0].pk},
        {"pk": w.pages["review"].pk, "revision_id_a": w.things.own_revision.pk, "revision_id_b": "latest"},
    ],
    "wagtailadmin_pages:workflow_history_detail": lambda w: [
        {"page_id": w.things.own_page.pk, "workflow_state_id": w.things.state.pk},
        {"page_id": w.pages["review"].pk, "workflow_state_id": w.things.own_state.pk},
    ],
    "participation:answer": lambda w: [{"pk": w.things.elsewhere.pk, "answer": w.things.response.pk}],
    "participation:export_file": lambda w: [{"pk": w.things.elsewhere.pk, "order": w.things.export.pk}],
    "wagtail_localize:edit_string_translation": lambda w: [
        {"translation_id": _own_translation(w).pk, "string_segment_id": w.things.segment.pk},
        {"translation_id": w.things.translation.pk, "string_segment_id": _own_segment(w).pk},
    ],
    "wagtail_localize:edit_override": lambda w: [
        {"translation_id": _own_translation(w).pk, "overridable_segment_id": w.things.override.pk}
    ],
}
PAIRS["participation:redact"] = lambda w: [{"pk": w.things.elsewhere.pk, "answer": w.things.text.pk}]
PAIRS["wagtailadmin_pages:revisions_revert"] = PAIRS["wagtailadmin_pages:revisions_view"]
PAIRS["wagtailadmin_pages:revisions_unschedule"] = lambda w: [
    {"page_id": w.things.own_page.pk, "revision_id": w.things.planned.pk}
]
# Two objects that need not be one another's, or a second value that is no object.
FREE = {
    "wagtailadmin_pages:move_confirm": "where to",
    "wagtailadmin_pages:workflow_action": "see below",
    "wagtailadmin_pages:collect_workflow_action_data": "see below",
    "wagtailadmin_pages:workflow_preview": "any step of a review may show any page in review",
    "wagtailadmin_workflows:remove": "a workflow the page does not have is not taken from it",
    "wagtailadmin_editing_sessions:ping": "a session that is not hers begins anew",
    "wagtailcore_authenticate_with_password": "no page is kept by a password",
    "questionnaires:screen": "the number of a screen",
}
OBJECT = re.compile(r"(_id|_pk|_id_[ab]|^pk|^order|^answer|^key|^number)$")


def _own_source(world):
    return TranslationSource.update_or_create_from_instance(world.things.own_page)[0]


def _own_translation(world):
    return Translation.objects.get_or_create(source=_own_source(world), target_locale=world.things.english)[0]


def _own_segment(world):
    return StringSegment.objects.filter(source=_own_source(world)).order_by("pk").first()


def test_every_address_with_two_objects_is_among_these():
    nested = {
        name
        for name, pattern in patterns()
        if len([one for one in PARAMETER.findall(pattern) if OBJECT.search(one)]) > 1
    }
    assert nested == set(PAIRS) | set(FREE)


@pytest.mark.parametrize("role", [DEPUTY, "administration"])
def test_a_child_of_another_parent_is_not_found(world, role):
    """Administration may see both: only the address can say that they do not belong together."""
    ways = [Address(name, reverse(name, kwargs=values)) for name, pairs in PAIRS.items() for values in pairs(world)]
    caller = Caller(role, world)
    wrong = []
    for address in ways:
        for method in ("GET", "POST"):
            seen = caller.call(address, method, "value=Pris" if "localize" in address.name else {})
            # An export of another consultation is told like one that is gone.
            is_gone = address.name == "participation:export_file" and seen.location.endswith("/export/")
            if not (seen.status in (403, 404, 405) or is_gone) or seen.changed or (role == DEPUTY and seen.sings):
                wrong.append((method, address, seen.word))
    assert wrong == []


def test_a_review_of_another_page_is_not_acted_on(world):
    """The state named in the address must be the page's own current one."""
    for name in ("workflow_action", "collect_workflow_action_data"):
        path = reverse(
            f"wagtailadmin_pages:{name}", args=[world.things.own_page.pk, "approve", world.things.task_state.pk]
        )
        for role in (DEPUTY, "administration"):
            seen = Caller(role, world).call(Address(name, path), "POST", {"next": "/admin/"})
            assert not seen.changed, (role, name)
            assert seen.status == (403 if role == DEPUTY else 404)
