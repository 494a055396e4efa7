"""Tests: `DATABASE_URL` chooses SQLite (default) or PostgreSQL."""

import atexit
import shutil
import tempfile
from pathlib import Path

from .base import *
from .base import database, env

SECRET_KEY = "test-only"  # noqa: S105
PARTICIPATION_KEY = "test-only-participation"
ALLOWED_HOSTS = ["*"]
SCRATCH = Path(tempfile.mkdtemp(prefix="clermont-tests-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)
DATABASES = {"default": database(env.str("DATABASE_URL", f"sqlite:///{SCRATCH / 'db.sqlite3'}"))}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: several connections (threads, a live server) must meet the same locks as in real life.
    DATABASES["default"]["TEST"] = {"NAME": str(SCRATCH / "test.sqlite3")}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MEDIA_ROOT = SCRATCH / "media"
PRIVATE_ROOT = SCRATCH / "private"
ERASURE_LIST = PRIVATE_ROOT / "erasures.txt"
EMAIL_FILE_PATH = SCRATCH / "mail"
STYLES_ROOT = SCRATCH / "styles"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
ROOT_URLCONF = "config.urls_dev"
IS_DEMONSTRATION = True
