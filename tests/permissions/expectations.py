"""What each address does when something is sent to it. An address that is not here fails the crawler by name.

Who may call an address of the office stands in `participation/people/door_table.py`; here stands what the crawler must
see when somebody with that right sends something: `WRITES` something changes, `READS` refused as 405, `SAYS` answered
without any change, with the reason. The addresses outside the office stand in `outside.py`.
"""

from participation.people import doors
from participation.people.door_table import DOORS


def _names(space: str, names: str) -> list[str]:
    return [space + name for name in names.split()]


def _as_doors(names: list[str]) -> dict[str, frozenset[str]]:
    return {name: DOORS[name].roles - {doors.DEPUTY} for name in names}


SNIPPETS = ("territory_area", "decisions_councildecision", "decisions_rule", "editorial_subject")

# Something changes, for these roles: those of the door, unless Wagtail or we ask for more.
WRITES: dict[str, frozenset[str]] = {
    **_as_doors(["wagtail_bulk_action", "wagtailadmin_account", "wagtailadmin_dismissibles"]),
    **_as_doors(_names("wagtailadmin_pages:", "add edit revisions_revert copy move_confirm delete set_page_position")),
    **_as_doors(_names("wagtailadmin_pages:", "convert_alias lock unlock set_privacy unpublish workflow_action")),
    **_as_doors(_names("wagtailadmin_pages:", "revisions_unschedule")),
    **_as_doors(_names("wagtailadmin_workflows:", "add edit enable add_task edit_task enable_task remove")),
    **_as_doors(_names("quartiers:", "found appoint end absence")),
    **_as_doors(_names("participation:", "close extend texts")),
    **_as_doors(_names("wagtail_localize:", "submit_page_translation update_translations edit_string_translation")),
    **_as_doors(_names("wagtail_localize:", "edit_override upload_pofile stop_translation convert_to_alias")),
    **_as_doors(_names("wagtailredirects:", "add edit delete")),
    **_as_doors(["wagtailsettings:edit"]),
    **_as_doors(_names("wagtaildocs:", "add edit delete add_multiple edit_multiple delete_multiple")),
    **_as_doors(_names("wagtaildocs:", "create_multiple_from_uploaded_document delete_upload_multiple")),
    **_as_doors(_names("wagtailimages:", "add edit delete add_multiple edit_multiple delete_multiple")),
    **_as_doors(_names("wagtailimages:", "create_multiple_from_uploaded_image delete_upload_multiple")),
    **_as_doors(["wagtaildocs_chooser:create", "wagtailimages_chooser:create"]),
    **_as_doors([f"wagtailsnippets_{one}:{act}" for one in SNIPPETS for act in ("add", "edit", "delete")]),
    **_as_doors([f"wagtailsnippets_{one}:copy" for one in SNIPPETS if one != "decisions_rule"]),
    **_as_doors(["wagtailsites:add", "wagtailsites:edit", "wagtaillocales:edit"]),
    **_as_doors(_names("wagtailadmin_collections:", "add edit delete set_privacy")),
    **_as_doors(_names("wagtailadmin_workflows:", "disable disable_task")),
    **_as_doors(_names("verification_office:", "print posted returned counter add delete")),
    **_as_doors(_names("sendings:", "hold settle")),
    **_as_doors(["participation:redact", "privacy:visa"]),
    **_as_doors(_names("wagtailusers_users:", "add edit delete")),
    **_as_doors(_names("wagtailusers_groups:", "add edit delete")),
}
# Of these, what a deputy does for herself: her own files and account; everything else here is the other quartier's.
HER_OWN = {
    "wagtailadmin_dismissibles",
    "wagtailadmin_account",
    "wagtaildocs:add",
    "wagtaildocs:add_multiple",
    "wagtaildocs_chooser:create",
    "wagtailimages:add",
    "wagtailimages:add_multiple",
    "wagtailimages_chooser:create",
}
# Doors with a rule that gives an answer of its own: subjects, the list of her quartiers, the address as she typed it.
OWN_ANSWER = {
    "wagtailadmin_choose_page",
    "wagtailadmin_choose_page_search",
    "wagtailadmin_choose_page_child",
    "wagtailadmin_choose_page_external_link",
    "wagtailadmin_explore_root",
    "wagtailadmin_tag_model_autocomplete",
}

# Answered, and nothing changes: why no payload could change anything.
SHUT = "shut for everybody"
NEXT = "leads to the next step, or says what is missing"
SHOWS = "shows the same as GET"
LINK = "makes a link for the editor's text; nothing is stored"
SIGNING_IN = "signing in: tests/people/test_signing_in.py"
SAYS: dict[str, str] = {
    **dict.fromkeys(["admin/test404/", "wagtailadmin_error_test", "wagtailadmin_api:pages:action"], SHUT),
    **dict.fromkeys(_names("wagtailadmin_api:", "pages:find images:find documents:find"), SHUT),
    **dict.fromkeys(_names("wagtailforms:", "index index_results list_submissions list_submissions_results"), SHUT),
    **dict.fromkeys(_names("wagtail_localize:", "submit_snippet_translation snippets_api_listing"), SHUT),
    **dict.fromkeys(["wagtailforms:delete_submissions", "wagtail_localize:snippets_api_detail"], SHUT),
    **dict.fromkeys(_names("wagtailadmin_pages:", "add_subpage choose_parent move revisions_index"), NEXT),
    **dict.fromkeys(_names("wagtailadmin_workflows:", "select_task_type task_chooser_create"), NEXT),
    **dict.fromkeys(_names("wagtailadmin_choose_page_", "external_link email_link phone_link anchor_link"), LINK),
    **dict.fromkeys(_names("wagtailadmin_", "login logout password_reset password_reset_confirm"), SIGNING_IN),
    **dict.fromkeys(_names("wagtailadmin_", "password_reset_done password_reset_complete"), SIGNING_IN),
    "wagtailadmin_sprite": SHOWS,
    "wagtailsettings:edit [app_name,model_name]": NEXT,
    **dict.fromkeys(_names("wagtailadmin_pages:", "view_draft confirm_workflow_cancellation"), SHOWS),
    **dict.fromkeys(["wagtailadmin_tag_autocomplete", "wagtailadmin_tag_model_autocomplete"], SHOWS),
    **dict.fromkeys(["wagtailadmin_workflows:task_chosen", "admin/^.*/$", "wagtailsnippets:index"], SHOWS),
    **dict.fromkeys(_names("wagtail_localize:", "download_pofile preview_translation"), SHOWS),
    **dict.fromkeys([f"wagtailsnippetchoosers_{one}:create" for one in SNIPPETS], SHUT),
    **dict.fromkeys(["wagtailusers_users:copy", "wagtaillocales:copy", "wagtailsites:copy"], SHUT),
    **dict.fromkeys(["wagtaillocales:delete", "wagtailsites:delete"], SHUT),
    "wagtailimages:preview": SHOWS,
    **dict.fromkeys(_names("wagtailadmin_pages:", "preview_on_add preview_on_edit"), "keeps what is previewed, apart"),
    "wagtailadmin_pages:collect_workflow_action_data": "hands back what was typed",
    "wagtailadmin_editing_sessions:ping": "begins a session of one's own",
    "wagtailadmin_editing_sessions:release": "only a session of one's own",
    "participation:texts_results": "a decision goes to the screen itself",
    "participation:export": "gives a short export at once, and logs it",
    "wagtail_localize:machine_translate": "no machine translates here",
    "wagtailredirects:start_import": NEXT,
    "wagtailredirects:process_import": NEXT,
    "wagtailsettings:preview_on_edit": "these settings have no preview",
    "wagtailembeds:chooser": "nothing is embedded from elsewhere",
    "wagtailembeds:chooser_upload": "nothing is embedded from elsewhere",
    "wagtailimages_chooser:select_format": LINK,
    "wagtaillocales:add": "both languages of the site exist",
}
SNIPPET_SCREENS = ("history", "history_results", "list", "list_results", "usage")
SNIPPET_CHOOSERS = ("choose", "choose_results", "chosen", "chosen_multiple")
# Only read: Wagtail refuses POST.
READS = {
    *_names("participation:", "answer answers answers_results export_file index index_results overview results"),
    *_names("quartiers:", "index mine"),
    *_names("wagtail_localize:", "javascript_catalog translations_report translations_report_results"),
    *_names("wagtailadmin_api:documents:", "detail listing"),
    *_names("wagtailadmin_api:images:", "detail listing"),
    *_names("wagtailadmin_api:pages:", "detail listing"),
    *_names("", "wagtailadmin_block_preview wagtailadmin_choose_page wagtailadmin_choose_page_child"),
    *_names("", "wagtailadmin_choose_page_chosen_multiple wagtailadmin_choose_page_search wagtailadmin_explore"),
    *_names("", "wagtailadmin_explore_results wagtailadmin_explore_root wagtailadmin_home"),
    "wagtailadmin_javascript_catalog",
    *_names("wagtailadmin_pages:", "history history_results revisions_compare revisions_view search"),
    *_names("wagtailadmin_pages:", "search_results type_use type_use_results usage workflow_history"),
    *_names("wagtailadmin_pages:", "workflow_history_detail workflow_preview"),
    *_names("wagtailadmin_reports:", "aging_pages aging_pages_results locked_pages locked_pages_results"),
    *_names("wagtailadmin_reports:", "page_types_usage page_types_usage_results site_history site_history_results"),
    *_names("wagtailadmin_reports:", "workflow workflow_results workflow_tasks workflow_tasks_results"),
    *_names("wagtailadmin_workflows:", "index index_results task_chooser task_chooser_results task_index"),
    *_names("wagtailadmin_workflows:", "task_index_results usage usage_results"),
    *_names("wagtaildocs:", "document_usage index index_results"),
    *_names("wagtaildocs_chooser:", "choose choose_results chosen chosen_multiple"),
    *_names("wagtailimages:", "image_usage index index_results url_generator url_generator_output"),
    *_names("wagtailimages_chooser:", "choose choose_results chosen chosen_multiple"),
    *_names("wagtaillocales:", "history history_results index index_results usage"),
    *_names("wagtailredirects:", "index index_results"),
    *_names("verification_office:", "letters lists"),
    "sendings:index",
    *_names("privacy:", "register register_file log log_results"),
    "wagtailadmin_collections:index",
    *_names("wagtailsites:", "history history_results index index_results usage"),
    *_names("wagtailusers_groups:", "history history_results index index_results usage"),
    *_names("wagtailusers_users:", "history history_results index index_results usage"),
    *[f"wagtailsnippets_{one}:{act}" for one in SNIPPETS for act in SNIPPET_SCREENS],
    *[f"wagtailsnippetchoosers_{one}:{act}" for one in SNIPPETS for act in SNIPPET_CHOOSERS],
}
NAMES = {name for name in {*WRITES, *SAYS, *READS} if " " not in name}
