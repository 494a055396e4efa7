"""Production settings on a test's database; static files without a manifest, which no test here asks for."""

from config.settings.production import *  # noqa: F403 - settings extend one another
from config.settings.production import STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# These visitors come over plain HTTP, where cookies of secure connections alone would not come back.
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = False
COOKIE_PREFIX = ""
CSRF_COOKIE_NAME, SESSION_COOKIE_NAME = "csrftoken", "sessionid"
