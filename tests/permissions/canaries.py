"""Two quartiers: one of the deputy who tries, one whose every private field sings when somebody reads it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from types import SimpleNamespace

from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Comment,
    CommentReply,
    Locale,
    Page,
    PageViewRestriction,
    Revision,
    Site,
    Task,
    UploadedFile,
    Workflow,
)
from wagtail_localize.models import OverridableSegment, StringSegment, Translation, TranslationSource

from home.models import NewsPage
from participation.decisions.models import CouncilDecision
from participation.decisions.rules import Rule, keep_rule
from participation.editorial.models import CityDocument
from participation.people.groups import WORKFLOW_NAME, Role
from participation.people.models import User
from participation.quartiers.models import QuartierOffice, QuartierSettings
from participation.questionnaires.models import Answer, ExportOrder, Response
from participation.questionnaires.questions import Value
from tests.deputies import draft_news, make_area, make_deputy, make_office, make_person
from tests.factories import VALUES, answer, box_of, make_consultation
from tests.website import add_news, make_image, make_staff, make_subject, make_website

from . import neighbours
from .words import CANARY

ANONYMOUS, RESIDENT, DEPUTY = "anonymous", "resident", "deputy"
# Not crawled as: they prove that what is sent to an account changes something in it.
CHILD, NEIGHBOUR = "child", "neighbour"
ROLES = (ANONYMOUS, RESIDENT, DEPUTY, *map(str, Role))


@dataclass
class World:
    """What the crawler calls with, and who calls."""

    mine: QuartierOffice
    other: QuartierOffice
    people: dict[str, User | None]
    pages: dict[str, Page] = field(default_factory=dict)
    things: SimpleNamespace = field(default_factory=SimpleNamespace)


def build() -> World:
    """Both quartiers, and one person for each role."""
    make_website()
    mine, other = make_office("Nord"), make_office("Sud")
    people = {ANONYMOUS: None, RESIDENT: make_person(), DEPUTY: make_deputy(mine)}
    people |= {str(role): make_staff(role) for role in Role}
    world = World(mine, other, people)
    neighbours.move_in(world)
    _files_of(world)
    _pages_of(world)
    _translation_of(world)
    _records_of(world)
    _answers_of(world)
    _own_of(world)
    return world


def _sing(page: Page, name: str) -> None:
    page.title = page.draft_title = page.seo_title = f"{CANARY} {name}"
    page.search_description = page.summary = f"{CANARY} résumé {name}"
    if hasattr(page, "body"):
        page.body = [("text", f"<p>{CANARY} texte {name}</p>")]


def _pages_of(world: World) -> None:
    """One page in each state nobody may read, besides the quartier's own draft."""
    office, neighbour = world.other, world.things.user
    front = office.page
    front.title = front.seo_title = f"{CANARY} titre du brouillon"
    front.save_revision(user=neighbour)
    review = draft_news(office, by=neighbour, title=f"{CANARY} en relecture")
    _sing(review, "en relecture")
    review.image = world.things.image
    first = review.save_revision(user=neighbour)
    state = review.get_workflow().start(review, neighbour)
    comment = Comment.objects.create(
        page=review, user=neighbour, text=f"{CANARY} commentaire", contentpath="title", revision_created=first
    )
    CommentReply.objects.create(comment=comment, user=neighbour, text=f"{CANARY} réponse")
    scheduled = draft_news(office, by=neighbour, title=f"{CANARY} programmée")
    scheduled.go_live_at = timezone.now() + timedelta(days=3)
    planned = scheduled.save_revision(user=neighbour)
    planned.publish()
    gone = add_news(office.news, title=f"{CANARY} retirée", slug="retiree")
    _sing(gone, "retirée")
    gone.save_revision().publish()
    gone.unpublish()
    expired = add_news(office.news, title=f"{CANARY} passée", slug="passee")
    NewsPage.objects.filter(pk=expired.pk).update(live=False, expired=True)
    closed = add_news(office.news, title=f"{CANARY} réservée", slug="reservee")
    _sing(closed, "réservée")
    closed.save_revision().publish()
    restriction = PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(office.group)
    NewsPage.objects.filter(pk=scheduled.pk).update(locked=True, locked_by=neighbour, locked_at=timezone.now())
    world.pages = {"front": front, "review": review, "scheduled": scheduled, "gone": gone, "closed": closed}
    world.pages["expired"] = NewsPage.objects.get(pk=expired.pk)
    things = world.things
    things.state, things.task_state, things.restriction = state, state.current_task_state, restriction
    things.revisions = list(Revision.page_revisions.filter(object_id=str(review.pk)).order_by("pk"))
    things.planned = planned
    things.alias = front.get_parent().specific.create_alias(
        parent=Page.objects.get(slug=make_website().slug), update_slug="alias"
    )
    things.session = EditingSession.objects.create(
        user=neighbour,
        content_type=ContentType.objects.get_for_model(NewsPage),
        object_id=review.pk,
        last_seen_at=timezone.now(),
    )


def _files_of(world: World) -> None:
    things, collection = world.things, world.other.collection
    things.image = make_image(title=f"{CANARY} image", credit=f"{CANARY} crédit", collection=collection)
    things.image.tags.add(f"{CANARY} étiquette")
    things.document = CityDocument(title=f"{CANARY} document", collection=collection)
    things.document.file.save(f"{CANARY}.pdf", ContentFile(f"%PDF-1.4 {CANARY}".encode()))
    kept = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    kept.groups.add(world.other.group)
    things.collection_restriction = kept
    things.empty_collection = collection.add_child(name=f"{CANARY} vide")
    for name, model in (("sent_image", "CityImage"), ("sent_document", "CityDocument")):
        sent = UploadedFile(
            for_content_type=ContentType.objects.get_for_model(apps.get_model("editorial", model)),
            uploaded_by_user=world.people["administration"],
        )
        content = things.image.file.open().read() if name == "sent_image" else b"%PDF-1.4"
        sent.file.save(f"{CANARY}.{'png' if name == 'sent_image' else 'pdf'}", ContentFile(content))
        setattr(things, name, sent)


def _translation_of(world: World) -> None:
    things, page = world.things, world.pages["review"]
    things.english = Locale.objects.get(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(page)
    things.translation = Translation.objects.create(source=source, target_locale=things.english)
    things.source = source
    translated = page.copy_for_translation(things.english, copy_parents=True)
    things.translated = translated
    things.segment = StringSegment.objects.filter(source=source).order_by("pk").first()
    things.override = OverridableSegment.objects.filter(source=source).order_by("pk").first()


def _records_of(world: World) -> None:
    things, today = world.things, date(2026, 1, 1)
    things.subject = make_subject(name="Sujet du canari")
    things.decision = CouncilDecision.objects.create(number=f"{CANARY}-1", title=f"{CANARY} acte", adopted_on=today)
    things.rule = keep_rule(
        rule=Rule(key="canari", value=CANARY, unit="ans", valid_from=today, valid_to=None),
        actor=None,
        now=timezone.now(),
    )
    things.rule = Rule.objects.get(key="canari")
    things.redirect = Redirect.objects.create(old_path=f"/{CANARY.lower()}", redirect_page=world.pages["review"])
    things.site = Site.objects.create(hostname="canari.example", site_name=CANARY, root_page=world.other.page)
    things.workflow, things.task = Workflow.objects.get(name=WORKFLOW_NAME), Task.objects.get(name=WORKFLOW_NAME)
    things.sleeping_workflow = Workflow.objects.create(name=f"{CANARY} dort", active=False)
    things.sleeping_task = Task.objects.create(name=f"{CANARY} tâche", active=False)
    things.collection_root = Collection.get_first_root_node()
    things.root = Page.objects.get(depth=1)
    things.settings = QuartierSettings.load()
    things.area = make_area("Canari", code="canari")
    things.group = Group.objects.create(name=f"{CANARY} groupe")
    things.leaver = User.objects.create_user(username=f"{CANARY}-partante", email="partante@exemple.example")


def _answers_of(world: World) -> None:
    things = world.things
    consultation = make_consultation(title="Votre avis")
    values = VALUES | {"ideas": Value(text=f"{CANARY} idée"), "word": Value(text=CANARY)}
    answer(page=consultation, values=values)
    things.consultation, things.box = consultation, box_of(consultation)
    things.response = Response.objects.get(questionnaire=things.box)
    things.export = ExportOrder.objects.create(
        questionnaire=things.box, ordered_by=things.user, kind="csv", ordered_at=timezone.now()
    )
    things.text = Answer.objects.filter(response=things.response, text__contains=CANARY).order_by("pk").first()
    things.elsewhere = box_of(make_consultation(title="Un autre avis"))


def _own_of(world: World) -> None:
    """What the deputy mixes with what is not hers."""
    things = world.things
    things.own_page = draft_news(world.mine, by=world.people[DEPUTY], title="Ma nouvelle")
    things.own_state = things.own_page.get_workflow().start(things.own_page, world.people[DEPUTY])
    things.own_revision = things.own_page.latest_revision
    things.own_image = make_image(title="Mon image", collection=world.mine.collection)
    things.own_document = CityDocument(title="Mon document", collection=world.mine.collection)
    things.own_document.file.save("mien.pdf", ContentFile(b"%PDF-1.4"))
