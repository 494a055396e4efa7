"""The two quartiers, built once for a module and taken away behind it."""

import logging

import pytest
from django.db import transaction

from tests.ground.test_headers import production

from . import canaries


@pytest.fixture
def _django_db_helper() -> None:
    """Each test of this folder lies in the module's transaction, and would end it with one of its own."""


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker, tmp_path_factory):
    from django.conf import settings

    folder, kept = tmp_path_factory.mktemp("canaries"), (settings.MEDIA_ROOT, settings.PRIVATE_ROOT)
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = str(folder / "media"), folder / "private"
    with django_db_blocker.unblock(), transaction.atomic():
        world = canaries.build()
        settings.MEDIA_ROOT, settings.PRIVATE_ROOT = kept
        yield world, folder
        transaction.set_rollback(True)


@pytest.fixture
def world(built, settings, request):
    """Both quartiers, with their files in place; refusals do not fill the log."""
    found, folder = built
    for name, value in production().items():
        setattr(settings, name, value)
    settings.SECURE_PROXY_SSL_HEADER = None
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = str(folder / "media"), folder / "private"
    logging.disable(logging.CRITICAL)
    yield found
    logging.disable(logging.NOTSET)
