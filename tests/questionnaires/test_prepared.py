"""Queries built once give what ordinary ones give, each time for the values asked."""

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from participation.core.models import Activity
from participation.core.prepared import PreparedQuery
from participation.questionnaires import drafts
from participation.questionnaires.freezing import current_version
from participation.questionnaires.models import Questionnaire
from participation.questionnaires.questions import Value
from tests.factories import box_of, make_consultation
from tests.questionnaires.test_answering_screens import FIRST, SAME_ORIGIN, start

pytestmark = pytest.mark.django_db


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
