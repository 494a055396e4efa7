"""What must be right before the site is served."""

import os

from django.conf import settings
from django.core.checks import Error, Tags, register

PER_PROCESS = ("LocMemCache", "DummyCache")


def workers() -> int:
    """How many processes will serve, as gunicorn and others read it."""
    try:
        return int(os.environ.get("WEB_CONCURRENCY", "1"))
    except ValueError:
        return 1


@register(Tags.security, deploy=True)
def shared_limits(app_configs, **kwargs) -> list[Error]:
    """Tries are counted in the cache: one per process would multiply every limit by the number of processes."""
    backend = settings.CACHES["default"]["BACKEND"]
    if workers() > 1 and backend.endswith(PER_PROCESS):
        return [
            Error(
                f"{workers()} processes serve (WEB_CONCURRENCY) but each has a cache of its own ({backend}).",
                hint="Set CACHE_URL to a shared cache (redis://…), or serve with one process.",
                id="people.E001",
            )
        ]
    return []


@register(Tags.security)
def no_way_round(app_configs, **kwargs) -> list[Error]:
    """django-allauth knows a code that replaces every authenticator, and browsers trusted without: we know neither."""
    forbidden = ("MFA_TOTP_INSECURE_BYPASS_CODE", "MFA_TRUST_ENABLED", "ACCOUNT_LOGIN_BY_CODE_TRUST_ENABLED")
    return [
        Error(f"{name} would open the office without a second factor.", hint="Take it out.", id="people.E002")
        for name in forbidden
        if getattr(settings, name, None)
    ]
