"""Production: everything that matters must be said; what is missing stops the start with the variable's name."""

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import (
    FRANCECONNECT_CLIENT_ID,
    FRANCECONNECT_CLIENT_SECRET,
    FRANCECONNECT_ISSUER,
    MIDDLEWARE,
    VAR,
    database,
    env,
)


def need(name: str, why: str) -> str:
    """The variable's value, or a refusal to start that names it."""
    value = env.str(name, "")
    if not value:
        raise ImproperlyConfigured(f"{name} is missing: {why}. See docs/running.md.")
    return value


SECRET_KEY = need("SECRET_KEY", "it signs sessions and tokens; at least 50 random characters")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY is too short: at least 50 random characters. See docs/running.md.")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", [])
PARTICIPATION_KEY = need("PARTICIPATION_KEY", "it keys the hash of confirmed addresses; keep it apart from SECRET_KEY")
if PARTICIPATION_KEY == SECRET_KEY:
    raise ImproperlyConfigured("PARTICIPATION_KEY must differ from SECRET_KEY. See docs/running.md.")
ALLOWED_HOSTS = [host.strip() for host in need("ALLOWED_HOSTS", "the site's host names, with commas").split(",")]
BASE_URL = WAGTAILADMIN_BASE_URL = need("BASE_URL", "the public address, used in mails and feeds")
DATABASES = {"default": database(need("DATABASE_URL", "postgres://user:password@host:5432/name"))}
need("CACHE_URL", "redis://host:6379/0 when several processes serve, or locmem:// for one")
CACHES = {"default": env.dj_cache_url("CACHE_URL")}
need("EMAIL_URL", "submission://user:password@host:587")
email = env.dj_email_url("EMAIL_URL")
if "EMAIL_BACKEND" not in email:
    raise ImproperlyConfigured("EMAIL_URL must begin with submission://, smtp:// or console://. See docs/running.md.")
EMAIL_BACKEND = email["EMAIL_BACKEND"]
EMAIL_HOST = email["EMAIL_HOST"]
EMAIL_PORT = email["EMAIL_PORT"]
EMAIL_HOST_USER = email["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = email["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = email["EMAIL_USE_TLS"]
EMAIL_USE_SSL = email["EMAIL_USE_SSL"]
DEFAULT_FROM_EMAIL = need("DEFAULT_FROM_EMAIL", "the sender of the site's mails")

if FRANCECONNECT_ISSUER or FRANCECONNECT_CLIENT_ID or FRANCECONNECT_CLIENT_SECRET:
    if not need("FRANCECONNECT_ISSUER", "FranceConnect is half configured").startswith("https://"):
        raise ImproperlyConfigured("FRANCECONNECT_ISSUER must begin with https://. See docs/running.md.")
    need("FRANCECONNECT_CLIENT_ID", "FranceConnect is half configured")
    need("FRANCECONNECT_CLIENT_SECRET", "FranceConnect is half configured")
    if not BASE_URL.startswith("https://"):
        raise ImproperlyConfigured("BASE_URL must begin with https:// for FranceConnect. See docs/running.md.")

MEDIA = env.str("MEDIA", f"file://{VAR / 'media'}")
if MEDIA.startswith("s3://"):
    STORAGE = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": MEDIA.removeprefix("s3://"),
            "endpoint_url": env.str("S3_ENDPOINT", None),
            "default_acl": "private",
            "querystring_auth": True,
        },
    }
elif MEDIA.startswith("file:///"):
    MEDIA_ROOT = MEDIA.removeprefix("file://")
    STORAGE = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
else:
    raise ImproperlyConfigured("MEDIA must be file:///absolute/folder or s3://bucket. See docs/running.md.")
STORAGES = {
    "default": STORAGE,
    "staticfiles": {"BACKEND": "config.storage.RememberingStaticFiles"},
}

SECURE_SSL_REDIRECT = env.bool("SSL_REDIRECT", True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 63_072_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", True)
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", True)
if env.bool("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    MIDDLEWARE = ["config.proxy.ForwardedAddressMiddleware", *MIDDLEWARE]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
COOKIE_PREFIX = "__Host-"
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
IS_DEMONSTRATION = env.bool("DEMONSTRATION", False)
