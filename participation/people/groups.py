"""Who may do what: the five staff groups and that of a quartier's deputies, their permissions and the review workflow,
in one table. Which addresses each may call stands in `door_table.py`; `docs/roles.md` is written from both.

Names are stored in French because staff read them in the office; code speaks of `Role`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import TextChoices
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)


class Role(TextChoices):
    """The staff groups; the label is the group's name in the database."""

    WRITING = "writing", "Rédaction"
    COMMUNICATIONS = "communications", "Communication"
    MODERATION = "moderation", "Modération"
    OFFICERS = "officers", "Agents"
    ADMINISTRATION = "administration", "Administration"


WORKFLOW_NAME = "Relecture par la communication"
# Wagtail's own first groups and workflow, which this table replaces.
WAGTAIL_GROUPS = ("Editors", "Moderators")


@dataclass(frozen=True)
class Rights:
    """What a group may do: on every page, on every image and document, and by named permission."""

    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    permissions: tuple[str, ...] = ()


OFFICE = ("wagtailadmin.access_admin",)
# Wagtail keeps the rights on images and documents under its own models, whatever the custom ones.
FILES = (
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
)
DELETE_FILES = ("wagtailimages.delete_image", "wagtaildocs.delete_document")
# Asked by Wagtail of the collection, as the rights on the files in it.
COLLECTIONS = ("wagtailcore.add_collection", "wagtailcore.change_collection", "wagtailcore.delete_collection")
SUBJECTS = ("editorial.add_subject", "editorial.change_subject", "editorial.delete_subject")
REDIRECTS = ("wagtailredirects.add_redirect", "wagtailredirects.change_redirect", "wagtailredirects.delete_redirect")
ANSWERS = (
    "questionnaires.read_partial_results",
    "questionnaires.read_responses",
    "questionnaires.export_responses",
    "core.change_window",
)
OTHERS_EXPORTS = ("questionnaires.fetch_any_export",)
MODERATION = ("questionnaires.moderate_texts",)
# What establishes a tie: names and addresses on letters, accounts at a counter, lists of people. Nothing editorial.
LETTERS_AND_COUNTER = ("verification.post_letters", "verification.check_at_counter")
LISTS = ("verification.manage_lists",)
SENDINGS = ("mailing.manage_sendings",)
TRANSLATION = ("wagtail_localize.submit_translation",)
SETTINGS = ("home.change_citysettings",)
RECORDS = (
    "territory.add_area",
    "territory.change_area",
    "territory.delete_area",
    "decisions.add_councildecision",
    "decisions.change_councildecision",
    "decisions.delete_councildecision",
    "decisions.add_rule",
    "decisions.change_rule",
    "decisions.delete_rule",
)
DEPUTIES = ("quartiers.appoint_deputies", "quartiers.change_quartiersettings")
PEOPLE = (
    "people.add_user",
    "people.change_user",
    "people.delete_user",
    "people.view_user",
    "auth.add_group",
    "auth.change_group",
    "auth.delete_group",
    "auth.view_group",
)
PERSONAL_DATA = ("privacy.keep_register", "core.read_data_acts")
SYSTEM = (
    "wagtailcore.add_site",
    "wagtailcore.change_site",
    "wagtailcore.add_workflow",
    "wagtailcore.change_workflow",
    "wagtailcore.delete_workflow",
    "wagtailcore.add_task",
    "wagtailcore.change_task",
    "wagtailcore.delete_task",
    "wagtailcore.change_locale",
    "wagtailcore.view_locale",
)

PUBLISHING = ("add", "change", "publish", "bulk_delete", "lock", "unlock")

RIGHTS: dict[Role, Rights] = {
    Role.WRITING: Rights(pages=("add", "change"), files=FILES, permissions=OFFICE),
    Role.COMMUNICATIONS: Rights(
        pages=PUBLISHING,
        files=FILES + DELETE_FILES,
        permissions=OFFICE + SUBJECTS + REDIRECTS + SETTINGS + RECORDS + SENDINGS + TRANSLATION + ANSWERS,
    ),
    Role.MODERATION: Rights(permissions=OFFICE + MODERATION + ("questionnaires.read_responses",)),
    Role.OFFICERS: Rights(permissions=OFFICE + LETTERS_AND_COUNTER + LISTS),
    Role.ADMINISTRATION: Rights(
        pages=PUBLISHING,
        files=FILES + DELETE_FILES + COLLECTIONS,
        permissions=OFFICE
        + SUBJECTS
        + REDIRECTS
        + SETTINGS
        + RECORDS
        + DEPUTIES
        + SENDINGS
        + TRANSLATION
        + ANSWERS
        + OTHERS_EXPORTS
        + MODERATION
        + LISTS
        + PEOPLE
        + PERSONAL_DATA
        + SYSTEM,
    ),
}

# What the group of one quartier may do: in its pages, in its own collection, in the collection all quartiers share, and
# – only if the city allows it – on its news and agenda.
DEPUTY = Rights(pages=("add", "change"), files=FILES, permissions=OFFICE)
DEPUTY_SHARED_FILES = ("wagtailimages.choose_image", "wagtaildocs.choose_document")
DEPUTY_PUBLISHING = ("publish",)


def group_of(role: Role) -> Group:
    """The group of a role; installed beforehand by `install_groups`."""
    return Group.objects.get(name=role.label)


@transaction.atomic
def install_groups() -> None:
    """Bring the groups and the workflow to the state of the table. Running it again changes nothing."""
    root = Page.get_first_root_node()
    collection = Collection.get_first_root_node()
    for role, rights in RIGHTS.items():
        group, _created = Group.objects.get_or_create(name=role.label)
        group.permissions.set(_permissions(rights.permissions))
        _grant_pages(group, root, rights.pages)
        _grant_files(group, collection, rights.files)
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user__isnull=True).delete()
    install_workflow(root)


@transaction.atomic
def grant_exactly(
    group: Group,
    *,
    permissions: tuple[str, ...],
    pages: Mapping[Page, tuple[str, ...]],
    files: Mapping[Collection, tuple[str, ...]],
) -> None:
    """Give a group these rights on these pages and collections, and take every other one back."""
    group.permissions.set(_permissions(permissions))
    GroupPagePermission.objects.filter(group=group).exclude(page__in=list(pages)).delete()
    for page, kinds in pages.items():
        _grant_pages(group, page, kinds)
    GroupCollectionPermission.objects.filter(group=group).exclude(collection__in=list(files)).delete()
    for collection, names in files.items():
        _grant_files(group, collection, names)


def install_workflow(root: Page) -> None:
    """What writing submits, communications approves: one task, on the whole tree."""
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW_NAME)
    task, _created = GroupApprovalTask.objects.get_or_create(name=WORKFLOW_NAME)
    task.groups.set([group_of(Role.COMMUNICATIONS), group_of(Role.ADMINISTRATION)])
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})


def _permissions(names: tuple[str, ...]) -> list[Permission]:
    """The permissions by name. An app that is not installed is skipped; a name its app does not have is a fault."""
    wanted = [name for name in names if name.split(".")[0] in apps.app_configs]
    candidates = Permission.objects.filter(codename__in=[name.split(".")[1] for name in wanted])
    found = {f"{one.content_type.app_label}.{one.codename}": one for one in candidates.select_related("content_type")}
    missing = [name for name in wanted if name not in found]
    if missing:
        raise Permission.DoesNotExist(f"No such permission: {', '.join(missing)}")
    return [found[name] for name in wanted]


def _grant_pages(group: Group, root: Page, kinds: tuple[str, ...]) -> None:
    wanted = Permission.objects.filter(
        content_type__app_label="wagtailcore",
        content_type__model="page",
        codename__in=[f"{kind}_page" for kind in kinds],
    )
    GroupPagePermission.objects.filter(group=group, page=root).exclude(permission__in=wanted).delete()
    for permission in wanted:
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _grant_files(group: Group, collection: Collection, names: tuple[str, ...]) -> None:
    wanted = _permissions(names)
    GroupCollectionPermission.objects.filter(group=group, collection=collection).exclude(permission__in=wanted).delete()
    for permission in wanted:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
