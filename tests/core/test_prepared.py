"""Queries built once give what ordinary ones give, each time for the values asked."""

import sys
from typing import Any

import pytest
from django.db.models import BooleanField, DateField, ForeignKey, IntegerField, Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.utils import timezone
from wagtail.models import PageViewRestriction, TranslatableMixin
from wagtail.models.i18n import set_locale_on_new_instance

from home import routing, website
from home.signals import forget_after_deletion
from participation.consultations import pages
from participation.consultations.pages import ConsultationPage
from participation.core import holding
from participation.core.models import Activity
from participation.core.prepared import PreparedQuery
from participation.questionnaires import answering, drafts, flow, freezing, results
from participation.questionnaires.freezing import current_version
from participation.questionnaires.models import Answer, Draft, EmailCode, Questionnaire, Response, TallyEntry
from participation.questionnaires.questions import Value
from tests.factories import box_of, make_consultation
from tests.questionnaires.test_answering_screens import FIRST, SAME_ORIGIN, start

pytestmark = pytest.mark.django_db
PACKAGES = ("home", "participation", "search")
PREPARED = {
    "the draft a browser holds": (drafts._of_token, lambda draft: {"token_hash": draft.token_hash, "key": _key(draft)}),
    "the pages along an address": (
        routing._along,
        lambda draft: routing._slots(["/nulle-part/", flow._pages_of.fetch(key=_key(draft))[0].url_path]),
    ),
    "the page served": (
        routing._served(ConsultationPage),
        lambda draft: {"pk": flow._pages_of.fetch(key=_key(draft))[0].pk},
    ),
    "the participants of a box": (results._participants_of, lambda draft: {"box": draft.questionnaire_id}),
    "the changes of a window": (pages._changes_of, lambda draft: {"activity": draft.questionnaire.activity_id}),
    "the activity held open": (holding._held, lambda draft: {"pk": draft.questionnaire.activity_id}),
    "the draft being sent": (
        answering._to_send,
        lambda draft: {"token_hash": draft.token_hash, "box": draft.questionnaire_id},
    ),
    "the box behind an address": (flow._of_key, lambda draft: {"key": _key(draft)}),
    "the pages of an activity": (flow._pages_of, lambda draft: {"key": _key(draft)}),
    "the translations of a page": (website._translations_of, lambda draft: {"key": _key(draft)}),
    "the versions of a box": (freezing._versions_of, lambda draft: {"box": draft.questionnaire_id}),
}
NUMBERS = {"the versions of a box": 2, "the changes of a window": 0}


def test_every_prepared_query_of_the_site_is_among_those_compared():
    ours = [module for name, module in sys.modules.items() if name.partition(".")[0] in PACKAGES]
    found = {id(one) for module in ours for one in vars(module).values() if isinstance(one, PreparedQuery)}
    assert found <= {id(query) for query, _values in PREPARED.values()}


def _key(draft: Draft):
    return draft.questionnaire.activity.key


def _told(row: Model, seen: tuple = ()) -> Any:
    """All a row holds: its fields and annotations, what it left unread, and the rows it brought along."""
    if any(row is one for one in seen):
        return "already told"
    values = {name: value for name, value in vars(row).items() if name != "_state"}
    relations = {name: _told(other, (*seen, row)) for name, other in row._state.fields_cache.items()}
    return type(row), values, row.get_deferred_fields(), row._state.adding, row._state.db, relations


@pytest.mark.parametrize("name", PREPARED)
def test_a_prepared_query_gives_what_its_queryset_gives(name):
    query, values_for = PREPARED[name]
    now = timezone.now()
    for title in ("Un", "Deux"):
        page = make_consultation(title=title)
        box = box_of(page)
        page.body[-1].value["text"] = "Combien de bancs ?"
        page.save_revision().publish()
        values = {"word": Value(text=title)}
        draft = drafts.begin(questionnaire=box, version=current_version(box, "fr"), now=now, values=values).draft
        asked = values_for(draft)
        ordinary = [_told(row) for row in query.make(**asked)]
        assert [_told(row) for row in query.fetch(**asked)] == ordinary
        assert len(ordinary) == NUMBERS.get(name, 1)


@pytest.fixture
def _without_listeners_of_every_model():
    """It listens to every model, to give its language to a new row that has one; ours waits for deleted pages."""
    assert pre_save.disconnect(set_locale_on_new_instance)
    assert post_delete.disconnect(dispatch_uid="website-frame-page-deleted")
    yield
    pre_save.connect(set_locale_on_new_instance)
    post_delete.connect(forget_after_deletion, dispatch_uid="website-frame-page-deleted")


@pytest.mark.usefixtures("_without_listeners_of_every_model")
@pytest.mark.parametrize("model", [Response, Answer, TallyEntry, Draft])
def test_nobody_listens_to_the_rows_that_are_stored_without_a_signal(model):
    assert not pre_save.has_listeners(model)
    assert not post_save.has_listeners(model)
    assert not issubclass(model, TranslatableMixin)


@pytest.mark.usefixtures("_without_listeners_of_every_model")
def test_nothing_else_hangs_on_a_draft_that_is_deleted_without_a_signal():
    assert not pre_delete.has_listeners(Draft)
    assert not post_delete.has_listeners(Draft)
    assert [one.related_model for one in Draft._meta.related_objects] == [EmailCode]
    assert not EmailCode._meta.related_objects


@pytest.mark.parametrize("kind", [DateField, BooleanField, IntegerField, ForeignKey])
def test_a_value_of_a_kind_without_a_mark_is_refused_in_words(kind):
    field = ForeignKey(Activity, on_delete=lambda: None) if kind is ForeignKey else kind()
    query = PreparedQuery(lambda asked: Activity.objects.filter(kind=asked), asked=lambda: field)
    with pytest.raises(TypeError, match=f"{kind.__name__}.*no mark"):
        query.fetch(asked="x")


def test_each_browser_finds_its_own_draft_whole_and_in_one_query(django_assert_num_queries):
    now = timezone.now()
    for name in ("Un", "Deux"):
        box = box_of(make_consultation(title=name))
        begun = drafts.begin(
            questionnaire=box, version=current_version(box, "fr"), now=now, values={"word": Value(text=name)}
        )
        with django_assert_num_queries(1):
            found = drafts.find(key=box.activity.key, token=begun.token)
            assert found.answers == {"word": {"text": name}}
            assert found.questionnaire.activity.title == name
            assert (found.version.language, found.touched_on) == ("fr", timezone.localdate(now))
        assert drafts.find(key=box.activity.key, token="another") is None


def test_a_value_equal_to_a_constant_of_the_query_does_not_take_its_place():
    for number in range(3):
        make_consultation(title=str(number))
    query = PreparedQuery(lambda pk: Activity.objects.filter(pk=pk).exclude(pk=1), pk=lambda: Activity._meta.pk)
    pks = list(Activity.objects.order_by("pk").values_list("pk", flat=True))
    assert [len(query.fetch(pk=pk)) for pk in [1, *pks]] == [0, *(int(pk != 1) for pk in pks)]


def test_a_restriction_added_after_the_first_answers_is_respected_at_once(client):
    page = make_consultation()
    assert client.post(start(page), FIRST, **SAME_ORIGIN).status_code == 302
    client.cookies.clear()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.post(start(page), FIRST, **SAME_ORIGIN).status_code == 404
    assert Questionnaire.objects.get().drafts.count() == 1
