"""Production settings on a test's database; static files without a manifest, which no test here asks for."""

from config.settings.production import *  # noqa: F403 - settings extend one another
from config.settings.production import STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
