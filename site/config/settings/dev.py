"""`make run`: one machine, SQLite, local media, outgoing mail kept in files and readable at /-/courrier/."""

from .base import *
from .base import VAR, database, env

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "development-only-not-a-secret")
PARTICIPATION_KEY = env.str("PARTICIPATION_KEY", "development-only-participation-key")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
DATABASES = {"default": database(env.str("DATABASE_URL", f"sqlite:///{VAR / 'db.sqlite3'}"))}
CACHES = {"default": env.dj_cache_url("CACHE_URL", "locmem://")}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
ROOT_URLCONF = "config.urls_dev"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Files are served where they lie, without collectstatic; whitenoise looks again at each request.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
IS_DEMONSTRATION = True
