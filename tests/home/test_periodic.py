"""What happens by itself."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from participation.core import periodic
from tests.website import add_article, make_website

pytestmark = pytest.mark.django_db


@pytest.fixture
def own_jobs(monkeypatch):
    jobs: dict = {}
    monkeypatch.setattr(periodic, "_jobs", jobs)
    return jobs


def run() -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("periodic", stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_every_registered_job_runs_with_the_time(own_jobs):
    times = []
    own_jobs["count"] = lambda *, now: times.append(now)
    run()
    assert len(times) == 1
    assert timezone.is_aware(times[0])


def test_a_job_that_fails_does_not_keep_the_next_from_running(own_jobs):
    def fails(*, now):
        raise ValueError("broken")

    own_jobs["a fails"] = fails
    own_jobs["b works"] = lambda *, now: "7 counted"
    out, err = run()
    assert "broken" in err
    assert "b works: 7 counted" in out


def test_a_page_is_published_when_its_time_has_come(own_jobs):
    page = add_article(make_website(), slug="plus-tard")
    page.unpublish()
    past = timezone.now() - timedelta(minutes=1)
    page.go_live_at = past
    page.save_revision(approved_go_live_at=past)
    run()
    page.refresh_from_db()
    assert page.live
