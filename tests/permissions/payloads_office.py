"""What administration sends to the office's addresses so that something changes."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from .canaries import World


def _page(world: World) -> dict:
    return {
        "title": "Pris", "draft_title": "Pris", "slug": "pris", "date": "01/11/2026", "summary": "", "body-count": "0",
        "image": "", "social_image": "", "subjects": "", "seo_title": "", "search_description": "",
        "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", "action-publish": "1",
    }  # fmt: skip


def _day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).strftime("%d/%m/%Y")


def _nothing(world: World) -> dict:
    return {}


# Whole payloads, by address or by one way of calling it.
SENT = {
    "wagtailadmin_pages:add": _page,
    "wagtailadmin_pages:edit": _page,
    "wagtailadmin_pages:revisions_revert": _page,
    "wagtailadmin_pages:preview_on_add": _page,
    "wagtailadmin_pages:preview_on_edit": _page,
    "wagtailadmin_pages:copy": lambda w: {
        "new_title": "Pris",
        "new_slug": "pris",
        "new_parent_page": w.other.news_id,
        "publish_copies": "",
    },
    "wagtailadmin_pages:move": lambda w: {"new_parent_page": w.mine.news_id},
    "wagtailadmin_pages:workflow_action": lambda w: {"next": "/admin/", "comment": "Pris"},
    "wagtailadmin_pages:set_privacy": lambda w: {"restriction_type": "login"},
    "wagtailadmin_collections:set_privacy": lambda w: {"restriction_type": "login"},
    "wagtailadmin_editing_sessions:ping": lambda w: {"is_editing": "1"},
    "wagtail_localize:submit_page_translation": lambda w: {"locales": w.things.english.pk},
    "wagtail_localize:edit_string_translation": lambda w: "value=Pris",
    "wagtail_localize:edit_override": lambda w: f"value={w.things.own_image.pk}",
    "wagtail_localize:upload_pofile": lambda w: {
        "file": SimpleUploadedFile(
            "pris.po",
            f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
            f'"X-WagtailLocalize-TranslationID: {w.things.translation.uuid}\\n"\n\n'
            f'msgctxt "{w.things.segment.context.path}"\n'
            f'msgid "{w.things.segment.string.data}"\nmsgstr "Pris"\n'.encode(),
        )
    },
    "wagtailadmin_choose_page_external_link": lambda w: {
        "external-link-chooser-url": w.other.page.full_url,
        "external-link-chooser-link_text": "x",
    },
    "wagtailadmin_choose_page_email_link": lambda w: {
        "email-link-chooser-email_address": "a@exemple.example",
        "email-link-chooser-link_text": "x",
    },
    "wagtailadmin_choose_page_phone_link": lambda w: {
        "phone-link-chooser-phone_number": "0400000000",
        "phone-link-chooser-link_text": "x",
    },
    "wagtailadmin_choose_page_anchor_link": lambda w: {
        "anchor-link-chooser-url": "haut",
        "anchor-link-chooser-link_text": "x",
    },
    "participation:close": lambda w: {"reason": "Pris", "confirms": "on"},
    "participation:extend": lambda w: {
        "reason": "Pris",
        "closes_at_0": _day(30),
        "closes_at_1": "12:00",
        "closes_at": f"{_day(30)} 12:00",
    },
    "participation:export": lambda w: {"format": "csv"},
    "participation:texts": lambda w: {"text": w.things.text.pk, "decision": "hide", "reason": "Pris"},
    "participation:redact": lambda w: {"reason": "Pris", "confirms": "on"},
    "privacy:visa": lambda w: {"reference": "Pris", "given_on": _day(-1), "covers_until": _day(-1)},
    "sendings:hold": lambda w: {"act": "hold"},
    "sendings:settle": lambda w: {"act": "again"},
    "verification_office:print": lambda w: {"letter": w.things.waiting.pk},
    "verification_office:posted": lambda w: {"letter": w.things.printed.pk},
    "verification_office:returned": lambda w: {"letter": w.things.posted.pk},
    "verification_office:counter": lambda w: {"code": w.things.counter_code, "document": "housing", "confirm": "1"},
    "verification_office:add": lambda w: {
        "title": "Pris",
        "tie": "lives",
        "purpose": "Pris",
        "legal_basis": "Pris",
        "source": "Pris",
        "obtained_on": _day(-1),
        "delete_on": _day(30),
        "file": SimpleUploadedFile("pris.csv", b"nom;prenom;date_naissance\nPris;Pris;01/01/1990\n"),
    },
    "verification_office:delete": _nothing,
    "quartiers:found": _nothing,
    "quartiers:appoint": lambda w: {
        "user": w.things.absence.replaced_by_id,
        "kind": "deputy",
        "title": "Pris",
        "starts_on": _day(1),
    },
    "quartiers:end": lambda w: {"last_day": ""},
    "quartiers:absence": lambda w: {
        "starts_on": _day(60),
        "ends_on": _day(61),
        "replaced_by": w.things.absence.replaced_by_id,
    },
    "wagtailsnippets_territory_area:add": lambda w: {"kind": "quartier", "code": "pris", "name": "Pris"},
    "wagtailsnippets_territory_area:edit": lambda w: {"kind": "quartier", "code": "pris", "name": "Pris"},
    "wagtailsnippets_territory_area:copy": lambda w: {"kind": "quartier", "code": "pris", "name": "Pris"},
    "wagtailsnippets_decisions_councildecision:add": lambda w: DECISION,
    "wagtailsnippets_decisions_councildecision:edit": lambda w: DECISION,
    "wagtailsnippets_decisions_councildecision:copy": lambda w: DECISION,
    "wagtailsnippets_decisions_rule:add": lambda w: RULE | {"key": "pris"},
    "wagtailsnippets_decisions_rule:edit": lambda w: RULE,
    "wagtailsnippets_editorial_subject:add": lambda w: SUBJECT,
    "wagtailsnippets_editorial_subject:edit": lambda w: SUBJECT,
    "wagtailsnippets_editorial_subject:copy": lambda w: SUBJECT,
    "wagtailredirects:add": lambda w: {
        "old_path": "/pris",
        "redirect_link": "https://exemple.example/",
        "site": "",
        "is_permanent": "on",
    },
    "wagtailredirects:edit": lambda w: {
        "old_path": "/pris",
        "redirect_link": "https://exemple.example/",
        "site": "",
        "is_permanent": "on",
    },
    "wagtailredirects:start_import": lambda w: {"import_file": SimpleUploadedFile("a.csv", b"from,to\n/a,/b\n")},
    "wagtailsites:add": lambda w: {
        "hostname": "pris.example",
        "port": "80",
        "site_name": "Pris",
        "root_page": w.other.page_id,
    },
    "wagtailsites:edit": lambda w: {
        "hostname": "pris.example",
        "port": "80",
        "site_name": "Pris",
        "root_page": w.other.page_id,
    },
    "wagtailusers_users:add": lambda w: {
        "username": "pris",
        "email": "pris@exemple.example",
        "first_name": "Pris",
        "last_name": "Pris",
        "password1": "un mot de passe assez long",
        "password2": "un mot de passe assez long",
    },
    "wagtailusers_users:edit": lambda w: {
        "username": "pris",
        "email": "pris@exemple.example",
        "first_name": "Pris",
        "last_name": "Pris",
        "is_active": "on",
    },
    "wagtailadmin_dismissibles": lambda w: '{"pris": true}',
    "wagtail_bulk_action [user assign_role]": lambda w: {"role": w.things.group.pk},
    "wagtail_bulk_action [user set_active_state]": lambda w: {"mark_as_active": "False"},
    **{
        f"wagtail_bulk_action [{model} add_tags{more}]": lambda w: {"tags": "pris"}
        for model in ("cityimage", "citydocument")
        for more in ("", ", mixed", ", all")
    },
    **{
        f"wagtail_bulk_action [{model} add_to_collection{more}]": lambda w: {"collection": w.mine.collection_id}
        for model in ("cityimage", "citydocument")
        for more in ("", ", mixed", ", all")
    },
    **{
        f"wagtail_bulk_action [page move{more}]": lambda w: {"chooser": w.mine.news_id}
        for more in ("", ", mixed", ", all")
    },
}
DECISION = {"number": "Pris-1", "title": "Pris", "adopted_on": "01/02/2026", "body": "", "url": "", "document": ""}
RULE = {"key": "canari", "value": "Pris", "unit": "ans", "valid_from": "01/01/2026", "valid_to": "", "decision": ""}
SUBJECT = {"name": "Pris", "name_en": "Taken", "slug": "pris", "stake": "social"}

# Added to the form found.
ADDED = {
    "wagtailadmin_collections:add": lambda w: {"name": "Pris", "parent": w.things.collection_root.pk},
    "wagtailadmin_collections:edit": lambda w: {"name": "Pris"},
    "wagtailimages:edit": lambda w: {"title": "Pris"},
    "wagtaildocs:edit": lambda w: {"title": "Pris"},
    "wagtailadmin_workflows:add": lambda w: {"name": "Pris"},
    "wagtailadmin_workflows:edit": lambda w: {"name": "Pris"},
    "wagtailadmin_workflows:add_task": lambda w: {"name": "Pris", "groups": w.other.group_id},
    "wagtailadmin_workflows:edit_task": lambda w: {"name": "Pris", "groups": w.other.group_id},
    "wagtailusers_groups:add": lambda w: {"name": "Pris"},
    "wagtailusers_groups:edit": lambda w: {"name": "Pris"},
    "wagtaillocales:add": lambda w: {"language_code": "en"},
    "wagtailsettings:edit": lambda w: {"deputies_publish_news": "on"},
    "wagtailadmin_account": lambda w: {
        "name_email-first_name": "Pris",
        "name_email-last_name": "Pris",
        "name_email-email": "pris@exemple.example",
    },
}
