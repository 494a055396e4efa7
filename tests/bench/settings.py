"""Production settings, with a form page to compare with and a view that returns a constant."""

from config.settings.production import *  # noqa: F403 - settings extend one another
from config.settings.production import INSTALLED_APPS, MIDDLEWARE

INSTALLED_APPS = [*INSTALLED_APPS, "tests.bench.surveys"]
ROOT_URLCONF = "tests.bench.urls"
MIDDLEWARE = [*MIDDLEWARE, "tests.bench.counting.QueryCount"]
WSGI_APPLICATION = "config.wsgi.application"
# The bench asks over plain HTTP, where a browser would not send these cookies back.
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = False
CSRF_COOKIE_NAME, SESSION_COOKIE_NAME, COOKIE_PREFIX = "csrftoken", "sessionid", ""
