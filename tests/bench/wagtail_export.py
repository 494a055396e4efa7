"""Wagtail's own export of a form page's submissions: `python -m tests.bench.wagtail_export PK csv|xlsx FILE`."""

import sys

import django

django.setup()

from django.test import RequestFactory  # noqa: E402
from wagtail.contrib.forms.views import SubmissionsListView  # noqa: E402

from participation.people.models import User  # noqa: E402
from tests.bench.surveys.models import SurveyPage  # noqa: E402


def main(pk: str, kind: str, target: str) -> None:
    request = RequestFactory().get("/", {"export": kind}, HTTP_HOST="127.0.0.1")
    request.user, _ = User.objects.get_or_create(username="bench", defaults={"is_superuser": True})
    response = SubmissionsListView.as_view()(request, form_page=SurveyPage.objects.get(pk=pk))
    with open(target, "wb") as file:
        for part in response:
            file.write(part)


if __name__ == "__main__":
    main(*sys.argv[1:])
