"""The ground of a walk through the office, and the screens that are walked through."""

from dataclasses import dataclass

from django.core.files.base import ContentFile
from wagtail.models import Workflow

from home.models import ArticlePage, HomePage, SectionPage
from participation.consultations.pages import ConsultationPage
from participation.editorial.models import CityDocument, CityImage, Subject
from participation.people.groups import Role, group_of
from participation.people.models import User
from tests.deputies import make_area
from tests.factories import VALUES, answer, box_of, make_consultation
from tests.website import add_article, add_section, make_image, make_staff, make_subject, make_website


@dataclass
class Ground:
    """What stands in the tree before the officer sits down."""

    home: HomePage
    section: SectionPage
    article: ArticlePage
    other: ArticlePage
    consultation: ConsultationPage
    image: CityImage
    document: CityDocument
    subject: Subject
    officer: User


def lay_ground() -> Ground:
    home = make_website()
    officer = make_staff(Role.ADMINISTRATION)
    officer.groups.add(group_of(Role.COMMUNICATIONS), group_of(Role.MODERATION))
    consultation = make_consultation()
    answer(page=consultation, values=VALUES)
    make_area("Nord")
    return Ground(
        home=home,
        section=add_section(home, title="Rubrique d’accueil"),
        article=add_article(home, title="Article ancien", summary="Un article."),
        other=add_article(home, title="Article voisin"),
        consultation=consultation,
        image=make_image(title="Vue de la place"),
        document=make_document("budget.csv"),
        subject=make_subject(),
        officer=officer,
    )


def screens(ground: Ground) -> list[str]:
    """The addresses that are walked through."""
    article, home, box = ground.article.pk, ground.home.pk, box_of(ground.consultation).pk
    pages, office, snippets = "/admin/pages", f"/admin/participation/{box}", "/admin/snippets"
    workflow = Workflow.objects.first()
    area = make_area("Sud").pk
    return [
        f"{pages}/{home}/add_subpage/",
        f"{pages}/search/?q=article",
        f"{pages}/{article}/delete/",
        f"{pages}/{article}/unpublish/",
        f"{pages}/{home}/edit/",
        "/admin/images/",
        f"/admin/images/{ground.image.pk}/",
        f"/admin/documents/edit/{ground.document.pk}/",
        "/admin/reports/workflow/",
        "/admin/reports/aging-pages/",
        "/admin/reports/page-types-usage/",
        "/admin/localize/reports/translations/",
        "/admin/workflows/list/",
        f"/admin/workflows/edit/{workflow.pk}/",
        "/admin/collections/add/",
        "/admin/users/",
        f"/admin/groups/edit/{ground.officer.groups.first().pk}/",
        f"{snippets}/editorial/subject/",
        f"{snippets}/editorial/subject/edit/{ground.subject.pk}/",
        f"{snippets}/decisions/councildecision/add/",
        f"{snippets}/decisions/rule/add/",
        "/admin/account/",
        "/admin/quartiers/",
        f"/admin/quartiers/{area}/appoint/",
        "/admin/participation/",
        f"{office}/",
        f"{office}/results/",
        f"{office}/answers/",
        f"{office}/texts/",
        f"{office}/export/",
        f"{office}/extend/",
        f"{office}/close/",
    ]


def make_document(name: str) -> CityDocument:
    document = CityDocument(title=name)
    document.file.save(name, ContentFile(b"a;b\n"))
    document.save()
    return document
