"""The table: every address under `/admin/`, the roles that may call it, and what deputies must prove.

An address that is not here is shut for everybody, and `tests/people/test_doors.py` names it: each upgrade of Wagtail
and each new screen is looked at before it opens. An entry with no role is shut on purpose.
"""

from collections.abc import Callable

from . import door_rules as rule
from .doors import ANYBODY, DEPUTY, Door
from .groups import Role

W, C, M, O = Role.WRITING, Role.COMMUNICATIONS, Role.MODERATION, Role.OFFICERS  # noqa: E741 - one letter each
A, D = Role.ADMINISTRATION, DEPUTY
OFFICE = (W, C, M, O, A, D)
PAGES = (W, C, A)
PUBLISHING = (C, A)
READING = (C, M, A)
NOBODY = ()

DOORS: dict[str, Door] = {}


def _open(space: str, names: str, roles: tuple, asked: Callable | None = None, *, bond: Callable | None = None) -> None:
    for name in names.split():
        DOORS[space + name] = Door(frozenset(map(str, roles)), asked, bond)


def _files(space: str, image_or_document: tuple[Callable, Callable, Callable]) -> None:
    """Images and documents have the same screens."""
    own, usable_one, usable_many = image_or_document
    _open(space + ":", "index index_results add", (*PAGES, D))
    _open(space + ":", "edit delete edit_multiple delete_multiple", (*PAGES, D), own)
    _open(space + ":", "add_multiple", (*PAGES, D))
    _open(space + ":", "delete_upload_multiple", (*PAGES, D), rule.own_upload)
    _open(space + "_chooser:", "choose choose_results create", (*PAGES, D))
    _open(space + "_chooser:", "chosen", (*PAGES, D), usable_one)
    _open(space + "_chooser:", "chosen_multiple", (*PAGES, D), usable_many)


def _records(
    space: str, roles: tuple, names: str = "list list_results add edit delete usage history history_results copy"
):
    _open(f"wagtailsnippets_{space}:", names, roles)


def _choosers(space: str, roles: tuple) -> None:
    _open(f"wagtailsnippetchoosers_{space}:", "choose choose_results chosen chosen_multiple", roles)
    # Wagtail fails there when a record has no form for choosers.
    _open(f"wagtailsnippetchoosers_{space}:", "create", NOBODY)


# Before anybody is known, and what every screen loads.
_open("wagtailadmin_", "login logout password_reset password_reset_done", (ANYBODY,))
_open("wagtailadmin_", "password_reset_confirm password_reset_complete", (ANYBODY,))
_open("wagtailadmin_", "javascript_catalog sprite", (ANYBODY,))
_open("", "admin/^.*/$", OFFICE)  # Wagtail's 404
_open("", "wagtailadmin_home wagtailadmin_account wagtailadmin_dismissibles wagtailadmin_block_preview", OFFICE)
_open("", "wagtailadmin_error_test admin/test404/", NOBODY)

# The tree of pages.
_open("", "wagtailadmin_explore_root", (*PAGES, D), rule.own_quartiers)
_open("", "wagtailadmin_explore wagtailadmin_explore_results", (*PAGES, D), rule.own_listing)
_open("wagtailadmin_pages:", "add preview_on_add add_subpage", (*PAGES, D), rule.own_parent)
_open("wagtailadmin_pages:", "edit preview_on_edit view_draft revisions_index", (*PAGES, D), rule.own_page)
_open("wagtailadmin_pages:", "history history_results workflow_history", (*PAGES, D), rule.own_page)
_open("wagtailadmin_pages:", "confirm_workflow_cancellation", (*PAGES, D), rule.own_page)
_open("wagtailadmin_pages:", "delete unpublish", (*PAGES, D), rule.own_page_that_may_go)
_open("wagtailadmin_pages:", "revisions_view revisions_revert revisions_unschedule", (*PAGES, D), rule.own_revision)
_open("wagtailadmin_pages:", "revisions_compare", (*PAGES, D), rule.own_comparison)
_open("wagtailadmin_pages:", "workflow_history_detail", (*PAGES, D), rule.own_review)
_open("wagtailadmin_pages:", "usage type_use type_use_results search search_results", PAGES)
_open("wagtailadmin_pages:", "choose_parent convert_alias copy move move_confirm set_page_position", PAGES)
_open("wagtailadmin_pages:", "workflow_action collect_workflow_action_data", PAGES, bond=rule.step_of_its_review)
_open("wagtailadmin_pages:", "workflow_preview", PAGES)
_open("wagtailadmin_pages:", "set_privacy lock unlock", PUBLISHING)
_open("", "wagtail_bulk_action", PAGES)
_open("wagtailadmin_editing_sessions:", "ping", (*PAGES, D), rule.own_editing)
_open("wagtailadmin_editing_sessions:", "release", (*PAGES, D))
_open("wagtailadmin_api:", "pages:listing pages:detail", PAGES)
_open("wagtailadmin_api:", "images:listing images:detail documents:listing documents:detail", PAGES)
_open("wagtailadmin_api:", "pages:find pages:action images:find documents:find", NOBODY)

# Choosers of links, tags, images and documents.
_open("", "wagtailadmin_choose_page wagtailadmin_choose_page_search", (*PAGES, D), rule.any_page_type)
_open("", "wagtailadmin_choose_page_child", (*PAGES, D), rule.readable_parent)
_open("", "wagtailadmin_choose_page_chosen_multiple", (*PAGES, D), rule.readable_pages)
_open("", "wagtailadmin_choose_page_external_link", (*PAGES, D), rule.address_as_typed)
_open("wagtailadmin_choose_page_", "email_link phone_link anchor_link", (*PAGES, D))
_open("", "wagtailadmin_tag_autocomplete", PAGES)
_open("", "wagtailadmin_tag_model_autocomplete", (*PAGES, D), rule.subjects_only)
_open("wagtailembeds:", "chooser chooser_upload", PAGES)
_files("wagtailimages", (rule.own_image, rule.usable_image, rule.usable_images))
_open("wagtailimages:", "create_multiple_from_uploaded_image", (*PAGES, D), rule.own_upload)
_open("wagtailimages:", "preview", (*PAGES, D), rule.usable_image)
_open("wagtailimages_chooser:", "select_format", (*PAGES, D), rule.usable_image)
_open("wagtailimages:", "image_usage url_generator url_generator_output", PAGES)
_files("wagtaildocs", (rule.own_document, rule.usable_document, rule.usable_documents))
_open("wagtaildocs:", "create_multiple_from_uploaded_document", (*PAGES, D), rule.own_upload)
_open("wagtaildocs:", "document_usage", PAGES)

# Translations.
_open("wagtail_localize:", "javascript_catalog", PAGES)
_open("wagtail_localize:", "edit_string_translation edit_override download_pofile upload_pofile", PAGES)
_open("wagtail_localize:", "machine_translate preview_translation", PAGES)
_open("wagtail_localize:", "submit_page_translation update_translations", PUBLISHING)
_open("wagtail_localize:", "stop_translation convert_to_alias", PUBLISHING)
_open("wagtail_localize:", "translations_report translations_report_results", PUBLISHING)
_open("wagtail_localize:", "submit_snippet_translation snippets_api_listing snippets_api_detail", NOBODY)

# Reports.
_open("wagtailadmin_reports:", "locked_pages locked_pages_results workflow workflow_results", PAGES)
_open("wagtailadmin_reports:", "workflow_tasks workflow_tasks_results aging_pages aging_pages_results", PAGES)
_open("wagtailadmin_reports:", "page_types_usage page_types_usage_results", PAGES)
_open("wagtailadmin_reports:", "site_history site_history_results", PUBLISHING)

# Vocabulary, records, settings.
_open("wagtailsnippets:", "index", PUBLISHING)
_records("editorial_subject", PUBLISHING)
_choosers("editorial_subject", PUBLISHING)
_records("territory_area", PUBLISHING)
_choosers("territory_area", PUBLISHING)
_records("decisions_councildecision", PUBLISHING)
_choosers("decisions_councildecision", PUBLISHING)
_records("decisions_rule", PUBLISHING, "list list_results add edit delete usage history history_results")
_choosers("decisions_rule", PUBLISHING)
_open("wagtailsettings:", "edit preview_on_edit", PUBLISHING)
_open("wagtailredirects:", "index index_results add edit delete start_import", PUBLISHING)
_open("wagtailredirects:", "process_import", PUBLISHING, bond=rule.step_before)
_open("wagtailforms:", "index index_results list_submissions list_submissions_results delete_submissions", NOBODY)

# Consultations: each screen asks for its own right besides.
_open("participation:", "index index_results overview results answers answers_results answer", READING)
_open("participation:", "texts texts_results redact", (M, A))
_open("participation:", "export export_file close extend", PUBLISHING)

# What is sent to subscribers: numbers only.
_open("sendings:", "index hold settle", PUBLISHING)

# Quartiers and their deputies.
_open("quartiers:", "mine", (D,))
_open("quartiers:", "index found appoint end absence", (A,))

# Establishing a tie to the city: addresses and accounts are read by those who post letters and sit at a counter.
_open("verification_office:", "letters print posted returned counter", (O,))
_open("verification_office:", "lists add delete", (O, A))

# Personal data: the register, the visas of the archives, the log.
_open("privacy:", "register register_file visa log log_results", (A,))

# The machinery.
_open("wagtailusers_users:", "index index_results add edit delete history history_results usage", (A,))
_open("wagtailusers_users:", "copy", NOBODY)
_open("wagtailusers_groups:", "index index_results add edit delete history history_results usage", (A,))
_open("wagtailadmin_collections:", "index add edit delete set_privacy", (A,))
_open("wagtailadmin_workflows:", "index index_results add enable disable edit usage usage_results remove", (A,))
_open("wagtailadmin_workflows:", "add_task select_task_type task_index task_index_results edit_task", (A,))
_open("wagtailadmin_workflows:", "disable_task enable_task task_chooser task_chooser_results", (A,))
_open("wagtailadmin_workflows:", "task_chooser_create task_chosen", (A,))
for _space in ("wagtaillocales:", "wagtailsites:"):
    _open(_space, "index index_results add edit history history_results usage", (A,))
    # The site has one name and its languages: taking one away would take its pages along.
    _open(_space, "copy delete", NOBODY)
