"""Every address of the resolver, filled with objects of the other quartier."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import get_resolver, reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from participation.core import retention
from participation.mailing import tokens
from participation.people import doors

from .canaries import World
from .words import ASKED

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
OFFICE = "admin/"


@dataclass(frozen=True)
class Address:
    """One way to call a named address; `mixed` besides asks for an object of hers and one that is not."""

    name: str
    path: str
    variant: str = ""
    is_first: bool = True

    @property
    def key(self) -> str:
        return f"{self.name} [{self.variant}]" if self.variant else self.name

    @property
    def is_office(self) -> bool:
        return self.path.startswith(f"/{OFFICE}")


def patterns() -> list[tuple[str, str]]:
    """Name and pattern of every address, as a request finds them."""
    return list(doors._addresses(get_resolver()))


def all_addresses(world: World) -> list[Address]:
    """At least one address for each pattern."""
    found = []
    for name, pattern in patterns():
        found += [
            Address(name, path, variant, is_first=variant.rpartition(", ")[2] not in ("search", "mixed", "all"))
            for variant, path in _ways(name, pattern, world)
        ]
    return list(dict.fromkeys(found))


def _ways(name: str, pattern: str, world: World) -> Iterator[tuple[str, str]]:
    if name in SPECIAL:
        yield from SPECIAL[name](world)
        return
    values = values_for(name, PARAMETER.findall(pattern), world)
    path = reverse(name, kwargs=values)
    variant = ",".join(sorted(values)) if [one for one, _p in patterns()].count(name) > 1 else ""
    if name in CHOSEN_MANY:
        chosen = CHOSEN_MANY[name](world)
        yield "one", f"{path}?id={chosen[1]}"
        yield "mixed", f"{path}?id={chosen[0]}&id={chosen[1]}"
        return
    yield variant, path
    if re.search(r"(:|_)(index|list|search|listing|choose|results|index_results|list_results|choose_results)$", name):
        yield "search", f"{path}?{urlencode({'q': ASKED, 'search': ASKED, 'p': 1})}"


def values_for(name: str, parameters: list[str], world: World) -> dict:
    """A value for each parameter; a parameter nobody knows is a fault that names itself."""
    space = name.rpartition(":")[0]
    values = {}
    for parameter in parameters:
        for key in (f"{name} {parameter}", f"{space} {parameter}", parameter):
            if key in VALUES:
                values[parameter] = VALUES[key](world)
                break
        else:
            raise LookupError(f"Say in tests/permissions/addresses.py what “{parameter}” of {name} is filled with.")
    return values


VALUES = {
    "page_id": lambda w: w.pages["review"].pk,
    "parent_page_id": lambda w: w.other.news_id,
    "wagtail_localize:submit_page_translation page_id": lambda w: w.pages["gone"].pk,
    "page_pk": lambda w: w.things.root.pk,
    "page_to_move_id": lambda w: w.pages["review"].pk,
    "destination_id": lambda w: w.mine.news_id,
    "wagtailadmin_explore parent_page_id": lambda w: w.other.news_id,
    "content_type_app_name": lambda w: "home",
    "content_type_model_name": lambda w: "newspage",
    "app_label": lambda w: "home",
    "model_name": lambda w: "newspage",
    "app_name": lambda w: "quartiers",
    "wagtailsettings model_name": lambda w: "quartiersettings",
    "wagtailsettings pk": lambda w: w.things.settings.pk,
    "wagtailadmin_tag_model_autocomplete app_name": lambda w: "taggit",
    "wagtailadmin_tag_model_autocomplete model_name": lambda w: "tag",
    "wagtailadmin_workflows:add_task app_label": lambda w: "wagtailcore",
    "wagtailadmin_workflows:add_task model_name": lambda w: "groupapprovaltask",
    "object_id": lambda w: w.pages["review"].pk,
    "session_id": lambda w: w.things.session.pk,
    "action_name": lambda w: "approve",
    "wagtailadmin_api:pages:action action_name": lambda w: "publish",
    "task_state_id": lambda w: w.things.task_state.pk,
    "task_id": lambda w: w.things.task.pk,
    "workflow_pk": lambda w: w.things.workflow.pk,
    "workflow_state_id": lambda w: w.things.state.pk,
    "revision_id": lambda w: w.things.revisions[0].pk,
    "revision_id_a": lambda w: w.things.revisions[0].pk,
    "revision_id_b": lambda w: "latest",
    "wagtailadmin_pages:revisions_unschedule page_id": lambda w: w.pages["scheduled"].pk,
    "wagtailadmin_pages:revisions_unschedule revision_id": lambda w: w.things.planned.pk,
    "wagtailadmin_pages:unpublish page_id": lambda w: w.pages["closed"].pk,
    "wagtailadmin_pages:convert_alias page_id": lambda w: w.things.alias.pk,
    "wagtailadmin_pages:unlock page_id": lambda w: w.pages["scheduled"].pk,
    "wagtailadmin_pages pk": lambda w: w.pages["review"].pk,
    "wagtailadmin_api:pages pk": lambda w: w.pages["review"].pk,
    "wagtailadmin_api:images pk": lambda w: w.things.image.pk,
    "wagtailadmin_api:documents pk": lambda w: w.things.document.pk,
    "image_id": lambda w: w.things.image.pk,
    "document_id": lambda w: w.things.document.pk,
    "doc_id": lambda w: w.things.document.pk,
    "wagtailimages uploaded_file_id": lambda w: w.things.sent_image.pk,
    "wagtaildocs uploaded_file_id": lambda w: w.things.sent_document.pk,
    "filter_spec": lambda w: "original",
    "wagtailimages_chooser pk": lambda w: w.things.image.pk,
    "wagtaildocs_chooser pk": lambda w: w.things.document.pk,
    "collection_id": lambda w: w.other.collection_id,
    "wagtailadmin_collections pk": lambda w: w.other.collection_id,
    "wagtailadmin_collections:delete pk": lambda w: w.things.empty_collection.pk,
    "wagtailadmin_workflows pk": lambda w: w.things.workflow.pk,
    "wagtailadmin_workflows:enable pk": lambda w: w.things.sleeping_workflow.pk,
    "wagtailadmin_workflows:edit_task pk": lambda w: w.things.task.pk,
    "wagtailadmin_workflows:disable_task pk": lambda w: w.things.task.pk,
    "wagtailadmin_workflows:enable_task pk": lambda w: w.things.sleeping_task.pk,
    "wagtailsnippets_territory_area pk": lambda w: w.other.area_id,
    "wagtailsnippets_territory_area:delete pk": lambda w: w.things.area.pk,
    "wagtailsnippetchoosers_territory_area pk": lambda w: w.other.area_id,
    "wagtailsnippets_decisions_councildecision pk": lambda w: w.things.decision.pk,
    "wagtailsnippetchoosers_decisions_councildecision pk": lambda w: w.things.decision.pk,
    "wagtailsnippets_decisions_rule pk": lambda w: w.things.rule.pk,
    "wagtailsnippetchoosers_decisions_rule pk": lambda w: w.things.rule.pk,
    "wagtailsnippets_editorial_subject pk": lambda w: w.things.subject.pk,
    "wagtailsnippetchoosers_editorial_subject pk": lambda w: w.things.subject.pk,
    "wagtaillocales pk": lambda w: w.things.english.pk,
    "wagtailsites pk": lambda w: w.things.site.pk,
    "wagtailusers_users pk": lambda w: w.things.user.pk,
    "wagtailusers_users:delete pk": lambda w: w.things.leaver.pk,
    "wagtailusers_groups pk": lambda w: w.other.group_id,
    "wagtailusers_groups:delete pk": lambda w: w.things.group.pk,
    "redirect_id": lambda w: w.things.redirect.pk,
    "area": lambda w: w.other.area_id,
    "quartiers:found area": lambda w: w.things.area.pk,
    "portfolio": lambda w: w.things.portfolio.pk,
    "participation pk": lambda w: w.things.box.pk,
    "answer": lambda w: w.things.response.pk,
    "order": lambda w: w.things.export.pk,
    "translation_source_id": lambda w: w.things.source.pk,
    "translation_id": lambda w: w.things.translation.pk,
    "string_segment_id": lambda w: w.things.segment.pk,
    "overridable_segment_id": lambda w: w.things.override.pk,
    "mode": lambda w: "canari",
    "wagtail_localize:convert_to_alias page_id": lambda w: w.things.translated.pk,
    "wagtail_localize pk": lambda w: str(w.things.subject.pk),
    "uidb64": lambda w: "MQ",
    "token": lambda w: "a-b",
    "name": lambda w: "a",
    "number": lambda w: 1,
    "key": lambda w: w.things.box.activity.key,
    "restriction_id": lambda w: w.things.collection_restriction.pk,
    "page_view_restriction_id": lambda w: w.things.restriction.pk,
    "people_guardian_answer token": lambda w: w.things.guardian_link.rstrip("/").rpartition("/")[2],
    "mailing:confirm token": lambda w: tokens.confirmation_token(w.things.asking),
    "mailing:choices token": lambda w: tokens.choices_token(w.things.subscriber),
    "mailing:unsubscribe token": lambda w: tokens.leaving_token(w.things.subscriber),
    "participation:redact answer": lambda w: w.things.text.pk,
    "privacy_copy token": lambda w: w.things.copy_token,
    "rule": lambda w: next(one.slug for one in retention.rules() if one.is_archive),
    "sending": lambda w: w.things.sending.pk,
    "verification_office pk": lambda w: w.things.people_list.pk,
    "mfa_remove_webauthn pk": lambda w: w.things.passkey.pk,
    "mfa_edit_webauthn pk": lambda w: w.things.passkey.pk,
    "_util page_id": lambda w: w.pages["closed"].pk,
}

CHOSEN_MANY = {
    "wagtailadmin_choose_page_chosen_multiple": lambda w: (w.things.own_page.pk, w.pages["review"].pk),
    "wagtailimages_chooser:chosen_multiple": lambda w: (w.things.own_image.pk, w.things.image.pk),
    "wagtaildocs_chooser:chosen_multiple": lambda w: (w.things.own_document.pk, w.things.document.pk),
    "wagtailsnippetchoosers_territory_area:chosen_multiple": lambda w: (w.mine.area_id, w.other.area_id),
    "wagtailsnippetchoosers_decisions_councildecision:chosen_multiple": lambda w: (0, w.things.decision.pk),
    "wagtailsnippetchoosers_decisions_rule:chosen_multiple": lambda w: (0, w.things.rule.pk),
    "wagtailsnippetchoosers_editorial_subject:chosen_multiple": lambda w: (0, w.things.subject.pk),
}


def _bulk(world: World) -> Iterator[tuple[str, str]]:
    """Every act on many of Wagtail's registry: one of B's, mixed with one of hers, and all there are."""
    things = world.things
    pairs = {
        "page": (things.own_page.pk, world.pages["scheduled"].pk),
        "cityimage": (things.own_image.pk, things.image.pk),
        "citydocument": (things.own_document.pk, things.document.pk),
        "user": (world.people["resident"].pk, things.leaver.pk),
        "area": (0, things.area.pk),
        "councildecision": (0, things.decision.pk),
        "rule": (0, things.rule.pk),
        "subject": (0, things.subject.pk),
    }
    bulk_action_registry._scan_for_bulk_actions()
    for app, models in bulk_action_registry.actions.items():
        for model, acts in models.items():
            own, other = pairs[model]
            if model == "page":
                acts = sorted(acts)
            for act in acts:
                chosen = world.pages["closed"].pk if (model, act) == ("page", "unpublish") else other
                path = reverse("wagtail_bulk_action", args=[app, model, act])
                yield f"{model} {act}", f"{path}?id={chosen}"
                if own:
                    yield f"{model} {act}, mixed", f"{path}?id={own}&id={chosen}"
                    yield f"{model} {act}, all", f"{path}?id=all"


def _pages(world: World) -> Iterator[tuple[str, str]]:
    """Pages in every state, by the address they had, have or will have; and what lists them."""
    for state, page in world.pages.items():
        yield state, page.get_url() or "/"
    yield "home", "/"
    yield "list of quartiers", world.other.page.get_parent().url
    yield "news", world.other.news.url
    yield "alias", world.things.alias.url
    yield "english", world.things.translated.get_url() or "/en/"


SPECIAL = {
    "wagtail_bulk_action": _bulk,
    "wagtail_serve": _pages,
    "wagtaildocs_serve": lambda w: [
        ("", w.things.document.url),
        ("by another name", f"/documents/{w.things.document.pk}/x.pdf"),
    ],
    "rendition": lambda w: [("", "/media/images/canari.max-10x10.png")],
    "search": lambda w: [
        ("", "/recherche/"),
        ("search", f"/recherche/?q={ASKED}"),
        ("english", f"/en/recherche/?q={ASKED}"),
    ],
    "admin/^.*/$": lambda w: [("", f"/{OFFICE}nowhere/")],
    "admin/test404/": lambda w: [("", f"/{OFFICE}test404/")],
    "wagtailadmin_api:pages:find": lambda w: [("", f"/{OFFICE}api/main/pages/find/?id={w.pages['review'].pk}")],
    "wagtailadmin_api:images:find": lambda w: [("", f"/{OFFICE}api/main/images/find/?id={w.things.image.pk}")],
    "wagtailadmin_api:documents:find": lambda w: [("", f"/{OFFICE}api/main/documents/find/?id={w.things.document.pk}")],
    "wagtailadmin_tag_autocomplete": lambda w: [("", f"/{OFFICE}tag-autocomplete/?term={ASKED}")],
    "wagtailadmin_tag_model_autocomplete": lambda w: [
        ("", f"/{OFFICE}tag-autocomplete/taggit/tag/?term={ASKED}"),
        ("subjects", f"/{OFFICE}tag-autocomplete/editorial/subject/?term={ASKED}"),
    ],
}
