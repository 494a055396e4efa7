"""What every environment shares. Values that differ come from environment variables (docs/running.md)."""

from pathlib import Path

import dj_database_url
from django.utils.translation import gettext_lazy as _
from environs import Env

from .cms import *

env = Env()

ROOT = Path(__file__).resolve().parents[3]
SITE = ROOT / "site"
VAR = Path(env.str("VAR_DIR", str(ROOT / "var")))

DEBUG = False

INSTALLED_APPS = [
    "home",
    "search",
    "participation.consultations",
    "participation.quartiers",
    "participation.processes",
    "participation.questionnaires",
    "participation.mailing",
    "participation.privacy",
    "participation.verification",
    "participation.people",
    "participation.territory",
    "participation.decisions",
    "participation.editorial",
    "participation.core",
    "demo",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "participation.people.apps.OfficeUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "config.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.PublicGZipMiddleware",
    "config.middleware.LazySessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "participation.people.entrance.EntranceMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "participation.questionnaires.protection.ProtectedRecordsMiddleware",
    "participation.people.door_keeper.DoorMiddleware",
    "participation.privacy.readings.ReadingMiddleware",
    "participation.verification.franceconnect.leaving.LeavingMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.context_processors.website",
            ],
        },
    }
]

SQLITE_OPTIONS = {
    "timeout": 20,
    # IMMEDIATE: a read that turns into a write inside a transaction would otherwise fail at once instead of waiting.
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
}


def database(url: str) -> dict:
    """Django's DATABASES entry for an address: SQLite with WAL and IMMEDIATE, PostgreSQL with lasting connections.

    PostgreSQL does not compile queries: it would take half a second over one that joins every page type's small table,
    thinking them large, and the query itself takes a millisecond.
    """
    entry = dj_database_url.parse(url)
    if entry["ENGINE"].endswith("sqlite3"):
        entry["OPTIONS"] = SQLITE_OPTIONS
    else:
        entry["CONN_MAX_AGE"] = 60
        entry["CONN_HEALTH_CHECKS"] = True
        options = entry.setdefault("OPTIONS", {})
        options["options"] = f"-c jit=off {options.get('options', '')}".strip()
    return entry


AUTH_USER_MODEL = "people.User"
# FranceConnect is off until all three are given (docs/franceconnect.md).
FRANCECONNECT_ISSUER = env.str("FRANCECONNECT_ISSUER", "")
FRANCECONNECT_CLIENT_ID = env.str("FRANCECONNECT_CLIENT_ID", "")
FRANCECONNECT_CLIENT_SECRET = env.str("FRANCECONNECT_CLIENT_SECRET", "")
FRANCECONNECT_HOSTS = env.list("FRANCECONNECT_HOSTS", [])
FRANCECONNECT_BUTTON = env.str("FRANCECONNECT_BUTTON", "")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "people_account"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "participation.people.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_USER_DISPLAY = "participation.people.names.shown"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_EMAIL_NOTIFICATIONS = True
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = ACCOUNT_LOGIN_TIMEOUT = 15 * 60
# At most 10 tries are looked at per account in 5 minutes, by whichever door: 10 passwords, or 3 codes of 3 tries each.
# "key" is the account, "ip" the network; a school or a town hall is one network.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "60/m/ip,10/300s/key",
    # Of the codes of an address, one network may have two thirds; a browser that knows the account has its own count.
    "request_login_code": "30/m/ip,3/300s/key,18/h/key",
    "request_login_code_here": "2/300s/key,6/h/key",
    "request_login_code_known": "30/m/ip,3/300s/key,12/h/key",
    "reset_password": "30/m/ip,3/300s/key,12/h/key",
    "confirm_email": "1/10s/key,12/h/key",
    "signup": "30/m/ip",
    "reauthenticate": "10/300s/user",
    "change_password": "10/300s/user",
    "manage_email": "10/300s/user",
}
ACCOUNT_FORMS = {
    "login": "participation.people.forms.SignInForm",
    "request_login_code": "participation.people.forms.AskCodeForm",
    "confirm_login_code": "participation.people.forms.ConfirmLoginCodeForm",
    "signup": "participation.people.forms.SignUpForm",
    "confirm_email_verification_code": "participation.people.forms.ConfirmAddressForm",
    "reset_password": "participation.people.forms.ResetPasswordForm",
    "confirm_password_reset_code": "participation.people.forms.ConfirmResetForm",
    "reset_password_from_key": "participation.people.forms.ResetPasswordKeyForm",
    "change_password": "participation.people.forms.ChangePasswordForm",
    "set_password": "participation.people.forms.SetPasswordForm",
    "add_email": "participation.people.forms.ChangeAddressForm",
    "reauthenticate": "participation.people.forms.ReauthenticateForm",
}
MFA_ADAPTER = "participation.people.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "participation.people.forms.SecondFactorForm",
    "reauthenticate": "participation.people.forms.ConfirmSecondFactorForm",
    "activate_totp": "participation.people.forms.ActivateAuthenticatorForm",
    "add_webauthn": "participation.people.forms.AddPasskeyForm",
}

LANGUAGE_CODE = "fr"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("fr", _("French")), ("en", _("English"))]
LOCALE_PATHS = [SITE / "locale"]
TIME_ZONE = "Europe/Paris"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = ["config.formats"]
WAGTAIL_I18N_ENABLED = True
# Wagtail's date chooser turns what it cannot read into this very moment: it must read dates as the office writes them.
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"

STATIC_URL = "/static/"
# No other site loads the site's files (its fonts would be the use of it).
WHITENOISE_ALLOW_ALL_ORIGINS = False
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(ROOT / "staticfiles")))
STATICFILES_DIRS = [SITE / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "config.styles.StyleSheetFinder",
]
# Where the public site's one style sheet is put together (config/styles.py).
STYLES_ROOT = VAR / "styles"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
# Files only some of the staff may have (long exports). No address leads here: never below the media folder.
PRIVATE_ROOT = Path(env.str("PRIVATE_DIR", str(VAR / "private")))
# Who was erased, as keyed hashes: outside the database, so that a restore brings nobody back (participation/privacy).
ERASURE_LIST = Path(env.str("ERASURE_LIST", str(PRIVATE_ROOT / "erasures.txt")))

WAGTAILADMIN_BASE_URL = env.str("BASE_URL", "http://127.0.0.1:8000")

# Wagtail's and wagtail-localize's jobs run in the request that asks for them.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
CSRF_FAILURE_VIEW = "home.errors.outdated_form"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 14 * 24 * 3600
# Whoever works in the office signs in again after two hours without activity, and at least twice a day.
STAFF_IDLE_SECONDS = 2 * 3600
STAFF_SESSION_SECONDS = 12 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
# Every form and the office's scripts find the token in their page.
CSRF_COOKIE_HTTPONLY = True
# In production a prefix by which browsers refuse cookies set by another host or without TLS.
COOKIE_PREFIX = ""
# Not in a cookie of their own: there would be one more to protect.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# The office may be framed by itself (config/headers.py).
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SILENCED_SYSTEM_CHECKS = ["wagtailadmin.W003"]
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Clermont participe <ne-pas-repondre@example.org>")
EMAIL_TIMEOUT = 5
# Mails to subscribers, all workers together; what the city's mail server takes without complaint.
MAIL_PER_MINUTE = env.int("MAIL_PER_MINUTE", 60)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "WARNING")},
}
