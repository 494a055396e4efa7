"""Production refuses to start without what it needs, and says which variable is missing."""

import os
import subprocess
import sys

import pytest

from config.settings.base import database
from tests.ground import ROOT, sample_environment

NEEDED = [
    "SECRET_KEY",
    "PARTICIPATION_KEY",
    "ALLOWED_HOSTS",
    "BASE_URL",
    "DATABASE_URL",
    "CACHE_URL",
    "EMAIL_URL",
    "DEFAULT_FROM_EMAIL",
]
SHOW = """
import json, sys
from config.settings import production as p
json.dump({name: getattr(p, name) for name in sys.argv[1:]}, sys.stdout, default=str)
"""


def load_settings(*names: str, **changes: str | None) -> subprocess.CompletedProcess:
    """Load the production settings in a process of their own, with a sample environment changed as asked."""
    environment = {**sample_environment(), **changes}
    kept = {name: value for name, value in environment.items() if value is not None}
    kept |= {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "site")}
    return subprocess.run([sys.executable, "-c", SHOW, *names], cwd=ROOT, env=kept, capture_output=True, text=True)


def test_the_sample_environment_is_enough():
    done = load_settings()
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("value", [None, ""])
@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_variable_stops_the_start_and_is_named(name, value):
    done = load_settings(**{name: value})
    assert done.returncode != 0
    assert (
        done.stderr.strip()
        .splitlines()[-1]
        .startswith(f"django.core.exceptions.ImproperlyConfigured: {name} is missing")
    )


def test_a_short_secret_key_is_refused():
    assert "SECRET_KEY is too short" in load_settings(SECRET_KEY="short").stderr


def test_an_unknown_kind_of_mail_server_is_refused():
    assert "EMAIL_URL must begin with" in load_settings(EMAIL_URL="pigeon://loft").stderr


def test_mail_goes_encrypted_to_the_submission_port():
    done = load_settings(
        "EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_TLS", EMAIL_URL="submission://city:a%2Fb@mail.example.org"
    )
    assert done.stdout == '{"EMAIL_HOST": "mail.example.org", "EMAIL_PORT": 587, "EMAIL_USE_TLS": true}'


def test_one_key_for_two_purposes_is_refused():
    key = sample_environment()["SECRET_KEY"]
    assert "PARTICIPATION_KEY must differ" in load_settings(PARTICIPATION_KEY=key).stderr


@pytest.mark.parametrize("address", ["media", "file://media", "ftp://host/media"])
def test_a_media_address_that_leads_nowhere_is_refused(address):
    assert "MEDIA must be" in load_settings(MEDIA=address).stderr


def test_media_may_live_in_a_bucket():
    done = load_settings("STORAGES", MEDIA="s3://city-media", S3_ENDPOINT="https://s3.example.org")
    assert '"bucket_name": "city-media"' in done.stdout


def test_what_browsers_remember_about_https_can_be_narrowed():
    names = ("SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD")
    assert load_settings(*names).stdout.count("true") == 2
    assert load_settings(*names, HSTS_SUBDOMAINS="false", HSTS_PRELOAD="false").stdout.count("false") == 2


def test_cookies_and_transport_are_safe_by_default():
    done = load_settings("DEBUG", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT")
    assert done.stdout == (
        '{"DEBUG": false, "SESSION_COOKIE_SECURE": true, "CSRF_COOKIE_SECURE": true, "SECURE_SSL_REDIRECT": true}'
    )


def test_postgresql_does_not_compile_queries_whatever_else_the_address_asks():
    options = database("postgres://site:word@host/site?sslmode=require")["OPTIONS"]
    assert options == {"sslmode": "require", "options": "-c jit=off"}
    asked = database("postgres://site:word@host/site?options=-c%20statement_timeout%3D9s")["OPTIONS"]
    assert asked == {"options": "-c jit=off -c statement_timeout=9s"}
