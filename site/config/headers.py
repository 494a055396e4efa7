"""What every answer tells the browser it may do: content security policy, frames, permissions, caches.

One table for the public site, one for the office, one for files people uploaded. The first middleware, so that static
files, redirects and errors carry them too; Django's SecurityMiddleware, right behind it, adds the transport's
(Strict-Transport-Security, nosniff, Referrer-Policy, Cross-Origin-Opener-Policy).
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from participation.core import policy
from participation.verification.franceconnect import configuration

OFFICE = "/admin/"
UPLOADS = ("/documents/", "/media/")
REPORTS = "/csp-report"
COMMON = {
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=(), "
        "publickey-credentials-get=(self), publickey-credentials-create=(self)"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Names under which an address carries a secret.
SECRETS = {"token", "uidb64", "uidb36", "code", "state"}
SELF, NONE = "'self'", "'none'"


class HeadersMiddleware:
    """Give each answer the headers of its address. What a view said for itself alone stays, except for uploads."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if policy.is_collecting():  # a preview: the address it is shown at counts, not the page's own
            return self.get_response(request)
        is_office = request.path_info.startswith(OFFICE)
        with policy.collecting(allows_inline_scripts=is_office) as needs:
            response = self.get_response(request)
        for name, value in COMMON.items():
            response.headers.setdefault(name, value)
        if response.cookies:
            # An answer to somebody; also where an exception answered before its view could say so.
            patch_cache_control(response, private=True, no_store=True)
        if is_office:
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
            if "max-age" not in response.headers.get("Cache-Control", ""):
                patch_cache_control(response, private=True, no_store=True)
        else:
            response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        if _is_upload(request, response):
            response.headers["Content-Security-Policy"] = upload_policy(response.headers.get("Content-Type", ""))
        else:
            directives = office_policy(needs) if is_office else public_policy(needs)
            response.headers.setdefault("Content-Security-Policy", written(directives, is_secure=request.is_secure()))
        if _has_secret(request) and response.headers.get("Referrer-Policy") == settings.SECURE_REFERRER_POLICY:
            response.headers["Referrer-Policy"] = _for_secrets(response)
        return response


def public_policy(needs: policy.Needs) -> dict[str, Iterable[str]]:
    franceconnect = configuration.current()
    return {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *media_origin()],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF],
        "manifest-src": [SELF],
        "frame-src": [SELF, *sorted(needs.framed)],
        # A form that leads to FranceConnect through a redirect of ours: browsers ask about that step too.
        "form-action": [SELF, *(franceconnect.origins if franceconnect else ())],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }


def office_policy(needs: policy.Needs) -> dict[str, Iterable[str]]:
    """Wagtail's scripts carry a nonce; its editor of rich text writes styles into the page."""
    return public_policy(needs) | {
        "script-src": [SELF, f"'nonce-{needs.nonce}'"],
        "style-src": [SELF, "'unsafe-inline'"],
        "img-src": [SELF, "data:", "blob:", *media_origin()],
        # The preview of a page is a frame of the office's own.
        "frame-ancestors": [SELF],
    }


def upload_policy(content_type: str) -> str:
    """Nothing in a file may run or load. A sandbox would keep browsers' own viewers from showing a PDF."""
    return "default-src 'none'" if content_type.startswith("application/pdf") else "default-src 'none'; sandbox"


def written(directives: dict[str, Iterable[str]], *, is_secure: bool) -> str:
    parts = [f"{name} {' '.join(sources)}" for name, sources in directives.items()]
    if is_secure:
        parts.append("upgrade-insecure-requests")
    return "; ".join([*parts, f"report-uri {REPORTS}"])


@lru_cache(maxsize=1)
def media_origin() -> tuple[str, ...]:
    """Where images come from when they are kept in a bucket, whose signed addresses lead elsewhere."""
    if isinstance(default_storage, FileSystemStorage):
        return ()
    parts = urlsplit(default_storage.url("image"))
    return (f"{parts.scheme}://{parts.netloc}",) if parts.netloc else ()


def _is_upload(request: HttpRequest, response: HttpResponse) -> bool:
    """A file itself; a refusal at its address is a page."""
    return request.path_info.startswith(UPLOADS) and (response.status_code < 300 or response.status_code == 304)


def _has_secret(request: HttpRequest) -> bool:
    named = set(request.resolver_match.kwargs) if request.resolver_match else set()
    return bool(SECRETS & (named | set(request.GET)))


def _for_secrets(response: HttpResponse) -> str:
    """No site hears of the address. Forms are sent with `Origin: null` under `no-referrer`, and rightly refused."""
    is_readable = not response.streaming and "Content-Encoding" not in response.headers
    return "no-referrer" if is_readable and b'method="post"' not in response.content else "same-origin"
