"""What factories write again row by row is what the site itself had written."""

import pytest
from django.apps import apps
from django.db import transaction
from wagtail.models import Page

from participation.processes.pages import ProcessPage
from tests import factories
from tests.remembered import _Table
from tests.website import add_article, make_website

pytestmark = pytest.mark.django_db


def everything() -> dict:
    models = [model for model in apps.get_models(include_auto_created=True) if not model._meta.proxy]
    return {model._meta.db_table: _Table(model).rows() for model in models}


def counts() -> dict[str, int]:
    return {table: len(rows) for table, rows in everything().items()}


def test_the_rows_written_again_equal_those_the_site_writes():
    with transaction.atomic():
        factories._build_process()
        built = counts()
        transaction.set_rollback(True)
    factories.make_process()
    assert counts() == built
    assert Page.find_problems() == ([], [], [], [], [])


def test_they_are_not_built_anew(monkeypatch):
    def refuse():
        raise AssertionError("built anew")

    monkeypatch.setattr(factories.PROCESS, "build", refuse)
    page = factories.make_process()
    assert page.get_parent().get_parent().get_parent().specific == make_website()
    assert page.latest_revision.as_object().title == page.title


def test_where_a_test_has_changed_the_site_before_the_pages_are_built_as_ever():
    article = add_article(make_website(), slug="article")
    page = factories.make_process()
    assert page.live
    assert ProcessPage.objects.count() == 1
    assert [one.pk for one in make_website().get_children()] == [article.pk, page.get_ancestors()[2].pk]
    assert Page.find_problems() == ([], [], [], [], [])
