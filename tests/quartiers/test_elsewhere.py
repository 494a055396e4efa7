"""Deputy A against quartier B: everything she might try is refused, and B stays as it was, byte for byte."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.serializers import serialize
from django.db import transaction
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Page, PageLogEntry, Revision, TaskState, WorkflowState
from wagtail_localize.models import Translation, TranslationSource

from home.models import NewsIndexPage, NewsPage
from participation.consultations.pages import ConsultationPage
from participation.editorial.models import CityDocument, CityImage
from participation.people import door_keeper
from participation.people.groups import Role
from participation.quartiers.models import Absence, AgendaPage, Portfolio, QuartierOffice, QuartierPage
from participation.territory.models import Area
from tests.deputies import draft_news, make_deputy, make_office, make_person
from tests.factories import answer, box_of, make_consultation
from tests.website import enter_office, make_image, make_staff

pytestmark = pytest.mark.django_db
CANARY = "Canari-4711"


@dataclass
class Other:
    """Everything of quartier B that is not public, and where."""

    office: QuartierOffice
    news: Page
    revisions: list
    state: WorkflowState
    image: CityImage
    document: CityDocument
    translation: Translation
    box: object


@pytest.fixture
def mine():
    return make_office("Nord")


@pytest.fixture
def deputy(mine):
    return make_deputy(mine)


@pytest.fixture
def client(deputy):
    browser = Client()
    enter_office(browser, deputy)
    return browser


@pytest.fixture
def other(mine):
    office = make_office("Sud")
    office.page.title = f"{CANARY} titre du brouillon"
    office.page.save_revision()
    news = draft_news(office, by=make_person(), title=f"{CANARY} nouvelle")
    news.summary = f"{CANARY} résumé"
    news.save_revision()
    state = news.get_workflow().start(news, make_person())
    image = make_image(title=f"{CANARY} image", collection=office.collection)
    image.tags.add(f"{CANARY} étiquette")
    document = CityDocument(title=f"{CANARY} document", collection=office.collection)
    document.file.save("secret.pdf", ContentFile(b"%PDF-1.4 secret"))
    source, _created = TranslationSource.update_or_create_from_instance(news)
    translation = Translation.objects.create(
        source=source, target_locale=type(news.locale).objects.get(language_code="en")
    )
    consultation = make_consultation(title="Notre place")
    answer(page=consultation)
    return Other(
        office,
        news,
        list(Revision.page_revisions.filter(object_id=str(news.pk)).order_by("pk")),
        state,
        image,
        document,
        translation,
        box_of(consultation),
    )


def fingerprint() -> str:
    """Every row an act could change, as JSON."""
    kept = (
        Page, QuartierPage, NewsIndexPage, NewsPage, AgendaPage, Revision, WorkflowState, TaskState, CityImage,
        CityDocument, PageLogEntry, Translation, Portfolio, Absence, ConsultationPage, Group, Area,
    )  # fmt: skip
    return "\n".join(serialize("json", model.objects.order_by("pk")) for model in kept)


def edit_form(title: str) -> dict:
    return {
        "title": title,
        "draft_title": title,
        "slug": "pris",
        "date": "2026-11-01",
        "body-count": "0",
        "action-publish": "1",
    }


def a(name: str, *args) -> str:
    return reverse(name, args=args)


# What she tries: name → the address, and what she sends.
ATTEMPTS: dict[str, Callable] = {
    "edit": lambda o: (a("wagtailadmin_pages:edit", o.news.pk), edit_form("Pris")),
    "edit the quartier's page": lambda o: (a("wagtailadmin_pages:edit", o.office.page_id), edit_form("Pris")),
    "add a page": lambda o: (a("wagtailadmin_pages:add", "home", "newspage", o.office.news_id), edit_form("Pris")),
    "choose what to add": lambda o: (a("wagtailadmin_pages:add_subpage", o.office.news_id), {}),
    "copy": lambda o: (
        a("wagtailadmin_pages:copy", o.news.pk),
        {"new_title": "Copie", "new_slug": "copie", "new_parent_page": str(o.office.news_id)},
    ),
    "move": lambda o: (a("wagtailadmin_pages:move", o.news.pk), {"new_parent_page": "1"}),
    "confirm a move": lambda o: (a("wagtailadmin_pages:move_confirm", o.news.pk, o.office.page_id), {}),
    "delete": lambda o: (a("wagtailadmin_pages:delete", o.news.pk), {}),
    "unpublish": lambda o: (a("wagtailadmin_pages:unpublish", o.office.page_id), {}),
    "lock": lambda o: (a("wagtailadmin_pages:lock", o.news.pk), {}),
    "unlock": lambda o: (a("wagtailadmin_pages:unlock", o.news.pk), {}),
    "make private": lambda o: (a("wagtailadmin_pages:set_privacy", o.news.pk), {"restriction_type": "login"}),
    "translate": lambda o: (
        a("wagtail_localize:submit_page_translation", o.news.pk),
        {"locales": str(o.translation.target_locale_id)},
    ),
    "update the translations": lambda o: (a("wagtail_localize:update_translations", o.translation.source_id), {}),
    "preview a translation": lambda o: (a("wagtail_localize:preview_translation", o.translation.pk), {}),
    "download a translation": lambda o: (a("wagtail_localize:download_pofile", o.translation.pk), None),
    "preview": lambda o: (a("wagtailadmin_pages:preview_on_edit", o.news.pk), edit_form("Pris")),
    "look at the draft": lambda o: (a("wagtailadmin_pages:view_draft", o.news.pk), None),
    "compare": lambda o: (a("wagtailadmin_pages:revisions_compare", o.news.pk, o.revisions[0].pk, "latest"), None),
    "look at a revision": lambda o: (a("wagtailadmin_pages:revisions_view", o.news.pk, o.revisions[0].pk), None),
    "go back to a revision": lambda o: (a("wagtailadmin_pages:revisions_revert", o.news.pk, o.revisions[0].pk), None),
    "read the history": lambda o: (a("wagtailadmin_pages:history", o.news.pk), None),
    "read the reviews": lambda o: (a("wagtailadmin_pages:workflow_history", o.news.pk), None),
    "read one review": lambda o: (
        a("wagtailadmin_pages:workflow_history_detail", o.news.pk, o.state.pk),
        None,
    ),
    "approve": lambda o: (
        a("wagtailadmin_pages:workflow_action", o.news.pk, "approve", o.state.current_task_state_id),
        {"next": "/admin/"},
    ),
    "cancel a review": lambda o: (a("wagtailadmin_pages:confirm_workflow_cancellation", o.news.pk), {}),
    "see the usage": lambda o: (a("wagtailadmin_pages:usage", o.news.pk), None),
    "delete in bulk": lambda o: (
        a("wagtail_bulk_action", "wagtailcore", "page", "delete") + f"?id={o.news.pk}",
        {"id": str(o.news.pk)},
    ),
    "publish in bulk": lambda o: (
        a("wagtail_bulk_action", "wagtailcore", "page", "publish") + f"?id={o.news.pk}&id={o.office.page_id}",
        {},
    ),
    "tag images in bulk": lambda o: (
        a("wagtail_bulk_action", "editorial", "cityimage", "add_tags") + f"?id={o.image.pk}",
        {"tags": "pris"},
    ),
    "list the pages": lambda o: (a("wagtailadmin_explore", o.office.page_id), None),
    "search pages": lambda o: (a("wagtailadmin_pages:search") + f"?q={CANARY}", None),
    "ask the API": lambda o: (a("wagtailadmin_api:pages:detail", o.news.pk), None),
    "ask the API for all": lambda o: (a("wagtailadmin_api:pages:listing"), None),
    "act through the API": lambda o: (a("wagtailadmin_api:pages:action", o.news.pk, "publish"), {}),
    "list images through the API": lambda o: (a("wagtailadmin_api:images:listing"), None),
    "edit an image": lambda o: (a("wagtailimages:edit", o.image.pk), {"title": "Pris"}),
    "delete an image": lambda o: (a("wagtailimages:delete", o.image.pk), {}),
    "choose an image": lambda o: (a("wagtailimages_chooser:chosen", o.image.pk), None),
    "choose several images": lambda o: (a("wagtailimages_chooser:chosen_multiple") + f"?id={o.image.pk}", None),
    "format an image": lambda o: (a("wagtailimages_chooser:select_format", o.image.pk), None),
    "look at an image": lambda o: (a("wagtailimages:preview", o.image.pk, "original"), None),
    "edit a document": lambda o: (a("wagtaildocs:edit", o.document.pk), {"title": "Pris"}),
    "delete a document": lambda o: (a("wagtaildocs:delete", o.document.pk), {}),
    "choose a document": lambda o: (a("wagtaildocs_chooser:chosen", o.document.pk), None),
    "choose several documents": lambda o: (a("wagtaildocs_chooser:chosen_multiple") + f"?id={o.document.pk}", None),
    "choose the draft": lambda o: (a("wagtailadmin_choose_page_chosen_multiple") + f"?id={o.news.pk}", None),
    "look under the draft": lambda o: (a("wagtailadmin_choose_page_child", o.news.pk), None),
    "say she is editing": lambda o: (
        a("wagtailadmin_editing_sessions:ping", "home", "newspage", o.news.pk, 0),
        {"is_editing": "1"},
    ),
    "read submissions": lambda o: (a("participation:answers", o.box.pk), None),
    "export submissions": lambda o: (a("participation:export", o.box.pk), {"format": "csv"}),
    "close a consultation": lambda o: (a("participation:close", o.box.pk), {"reason": "x", "confirms": "on"}),
    "edit the vocabulary": lambda o: (a("wagtailsnippets_editorial_subject:add"), {"name": "Pris"}),
    "edit an area": lambda o: (a("wagtailsnippets_territory_area:edit", o.office.area_id), {"name": "Pris"}),
    "change the settings": lambda o: (a("wagtailsettings:edit", "quartiers", "quartiersettings"), {}),
    "appoint herself": lambda o: (a("quartiers:appoint", o.office.area_id), {"title": "x"}),
    "found": lambda o: (a("quartiers:found", o.office.area_id), {}),
    "edit the collection": lambda o: (a("wagtailadmin_collections:edit", o.office.collection_id), {"name": "Pris"}),
    "see the locked pages": lambda o: (a("wagtailadmin_reports:locked_pages"), None),
    "see the site's history": lambda o: (a("wagtailadmin_reports:site_history"), None),
    "see the users": lambda o: (a("wagtailusers_users:index"), None),
    "see who is in her group": lambda o: (a("wagtailusers_groups:edit", o.office.group_id), {"name": "Pris"}),
}  # fmt: skip


@contextmanager
def undone() -> Iterator[None]:
    """What is done in here is taken back: building the ground anew for every act took a quarter of the run."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_is_refused_and_shown_nothing(client, other):
    before, faults = fingerprint(), []
    for name, attempt in ATTEMPTS.items():
        address, sent = attempt(other)
        with undone():
            answers = [client.get(address)] + ([client.post(address, sent)] if sent is not None else [])
            statuses = [answered.status_code for answered in answers]
            if not set(statuses) <= {403, 404}:
                faults.append(f"{name}: {statuses}")
            if any(CANARY in answered.content.decode(errors="replace") for answered in answers):
                faults.append(f"{name}: shows something")
            if fingerprint() != before:
                faults.append(f"{name}: changes something")
    assert not faults, "\n".join(faults)


def test_the_same_acts_succeed_for_who_may(other):
    """The table above would prove nothing if its addresses led nowhere: each shows a screen, or asks for a POST."""
    administrator = Client(raise_request_exception=False)
    enter_office(administrator, make_staff(Role.ADMINISTRATION))
    statuses = {name: administrator.get(attempt(other)[0]).status_code for name, attempt in ATTEMPTS.items()}
    refused = {name for name, status in statuses.items() if status in (403, 404)}
    # Shut for everybody.
    assert refused == {"act through the API"}


def test_without_the_object_rules_she_would_read_the_draft(client, other, monkeypatch):
    """Wagtail alone answers some of these: the doors, not luck, refuse them."""
    address = reverse("wagtailadmin_choose_page_chosen_multiple") + f"?id={other.news.pk}"
    assert client.get(address).status_code == 404
    monkeypatch.setattr(door_keeper.doors, "comes_as_deputy", lambda bearer, door: False)
    assert client.get(address).status_code == 200


LISTS = [
    "/admin/",
    "/admin/quartiers/mine/",
    "/admin/images/",
    "/admin/images/?q=Canari",
    "/admin/documents/",
    "/admin/images/chooser/",
    "/admin/images/chooser/results/?q=Canari",
    "/admin/documents/chooser/",
    "/admin/documents/chooser/results/?q=Canari",
    "/admin/choose-page/",
    "/admin/choose-page/search/?q=Canari",
    "/admin/images/multiple/add/",
    "/admin/account/",
]


def test_lists_and_choosers_show_nothing_of_another_quartier(client, other):
    for address in LISTS:
        answered = client.get(address)
        assert answered.status_code == 200, address
        text = answered.content.decode()
        assert CANARY not in text, address
        assert "Quartier Sud" not in text, address


def test_searching_her_pages_finds_nothing_elsewhere(client, other, mine):
    draft_news(mine, title="Canari du Nord")
    text = client.get(reverse("wagtailadmin_explore", args=[mine.page_id]), {"q": "Canari"}).content.decode()
    assert "Canari du Nord" in text
    assert CANARY not in text


def test_the_chooser_walks_the_public_pages_by_their_published_titles(client, other, mine):
    index = mine.page.get_parent()
    listed = client.get(reverse("wagtailadmin_choose_page_child", args=[index.pk])).json()["html"]
    assert "Sud" in listed
    assert CANARY not in listed
    chosen = client.get(reverse("wagtailadmin_choose_page_chosen_multiple"), {"id": other.office.page_id}).json()
    assert CANARY not in json.dumps(chosen)


def test_a_typed_address_does_not_tell_the_title_of_a_draft(client, other):
    address = reverse("wagtailadmin_choose_page_external_link")
    sent = {
        "external-link-chooser-url": f"http://localhost{other.office.page.url}",
        "external-link-chooser-link_text": "x",
    }
    for base in ("http://localhost", "http://127.0.0.1:8000", ""):
        sent["external-link-chooser-url"] = base + other.office.page.url
        assert CANARY not in client.post(address, sent).content.decode()


def news_form(**fields) -> dict:
    return {
        "title": "Ma nouvelle", "slug": "ma-nouvelle", "date": "01/11/2026", "summary": "", "body-count": "0",
        "image": "", "social_image": "", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        "subjects": "", "seo_title": "", "search_description": "",
    } | fields  # fmt: skip


def test_an_image_or_a_page_out_of_reach_is_refused_in_her_own_page_too(client, other, mine):
    address = reverse("wagtailadmin_pages:add", args=["home", "newspage", mine.news_id])
    link = json.dumps(
        {
            "blocks": [
                {
                    "key": "a", "text": "lien", "type": "unstyled", "depth": 0, "inlineStyleRanges": [],
                    "entityRanges": [{"key": 0, "offset": 0, "length": 4}],
                }
            ],
            "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": other.news.pk, "parentId": 1}}},
        }
    )  # fmt: skip
    text = {"body-count": "1", "body-0-type": "text", "body-0-order": "0", "body-0-deleted": "", "body-0-id": ""}
    for foreign in (
        {"image": str(other.image.pk)},
        {"social_image": str(other.image.pk)},
        text | {"body-0-value": link},
        {"image": str(other.image.pk), "title": ""},
    ):
        answered = client.post(address, news_form(**foreign))
        assert answered.status_code == 200
        assert CANARY not in answered.content.decode()
        assert not mine.news.get_children().exists()
    preview = reverse("wagtailadmin_pages:preview_on_add", args=["home", "newspage", mine.news_id])
    assert client.post(preview, news_form(image=str(other.image.pk))).json()["is_valid"] is False


def test_her_own_news_is_written_submitted_and_waits(client, mine, deputy):
    image = make_image(collection=mine.collection)
    address = reverse("wagtailadmin_pages:add", args=["home", "newspage", mine.news_id])
    answered = client.post(address, news_form(image=str(image.pk), **{"action-submit": "1"}))
    assert answered.status_code == 302
    page = Page.objects.get(slug="ma-nouvelle")
    assert (page.live, page.current_workflow_state.requested_by) == (False, deputy)
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    assert client.get(reverse("wagtailadmin_explore", args=[mine.news_id])).status_code == 200


def test_her_image_goes_into_her_collection_whatever_is_sent(client, other, mine):
    file = BytesIO()
    Image.new("RGB", (20, 20), "teal").save(file, "PNG")
    sent = {
        "title": "Fête",
        "collection": str(other.office.collection_id),
        "file": ContentFile(file.getvalue(), "fete.png"),
    }
    client.post(reverse("wagtailimages:add"), sent)
    assert not CityImage.objects.filter(title="Fête").exclude(collection=mine.collection).exists()
    file.seek(0)
    sent = {
        "title": "Fête",
        "files[]": ContentFile(file.getvalue(), "fete.png"),
        "collection": str(other.office.collection_id),
    }
    client.post(reverse("wagtailimages:add_multiple"), sent, headers={"x-requested-with": "XMLHttpRequest"})
    assert other.office.collection.pk not in set(
        CityImage.objects.exclude(pk=other.image.pk).values_list("collection", flat=True)
    )


def test_the_pages_every_quartier_has_cannot_be_deleted_by_their_deputy(client, mine):
    for pk in mine.kept_pages:
        assert client.post(reverse("wagtailadmin_pages:delete", args=[pk])).status_code == 404
        assert client.post(reverse("wagtailadmin_pages:unpublish", args=[pk])).status_code == 404
    assert Page.objects.live().filter(pk__in=mine.kept_pages).count() == 3


def test_ids_of_another_page_in_the_address_are_not_found(client, other, mine):
    draft = draft_news(mine)
    foreign = other.revisions[0].pk
    for name, *args in (
        ("revisions_view", draft.pk, foreign),
        ("revisions_revert", draft.pk, foreign),
        ("revisions_unschedule", draft.pk, foreign),
        ("revisions_compare", draft.pk, foreign, "latest"),
        ("workflow_history_detail", draft.pk, other.state.pk),
    ):
        assert client.get(reverse(f"wagtailadmin_pages:{name}", args=args)).status_code == 404, name


def test_what_does_not_exist_and_what_is_hidden_look_alike(client, other):
    hidden = client.get(reverse("wagtailadmin_pages:edit", args=[other.news.pk]))
    absent = client.get(reverse("wagtailadmin_pages:edit", args=[999_999]))
    assert hidden.status_code == absent.status_code == 404
    assert hidden.content == absent.content
