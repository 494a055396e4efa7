"""Sessions without a trace on public pages, and public pages compressed."""

import re

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_cache_control

# Neither changes what an anonymous visitor gets: the language stands in the address.
NEVER_VARIES = {"cookie", "accept-language"}
CACHE_RULE = re.compile(r"[a-z-]+")
TEXTS = ("text/", "application/json", "application/xml", "application/atom+xml")


class LazySessionMiddleware(SessionMiddleware):
    """Django's sessions, so that shared caches may keep public pages and never anything else.

    Wagtail looks at `request.user` only for private pages and signed-in staff: an anonymous visitor without a session
    cookie gets the same page as everybody else, and its `Vary` says so. What a session took part in is private.
    """

    def process_response(self, request, response):
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        response = super().process_response(request, response)
        if has_session:
            if "Cache-Control" not in response.headers:
                patch_cache_control(response, private=True)
        elif not response.cookies and "Vary" in response.headers:
            named = [name.strip() for name in response.headers["Vary"].split(",")]
            kept = [name for name in named if name.lower() not in NEVER_VARIES]
            if kept:
                response.headers["Vary"] = ", ".join(kept)
            else:
                del response.headers["Vary"]
        return response


class PublicGZipMiddleware(GZipMiddleware):
    """Compress the texts that everybody gets alike.

    Not what is somebody's own: the length of a compressed page that holds both a secret and words of the request lets
    one guess the secret (BREACH). Not files either, which come in pieces and are compressed already.
    """

    def process_response(self, request, response):
        is_private = {"private", "no-store"} & set(CACHE_RULE.findall(response.headers.get("Cache-Control", "")))
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        is_text = response.headers.get("Content-Type", "").startswith(TEXTS)
        if is_private or has_session or response.cookies or response.streaming or not is_text:
            return response
        return super().process_response(request, response)
