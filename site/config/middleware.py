"""Sessions without a trace on public pages."""

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.utils.cache import patch_cache_control

# Neither changes what an anonymous visitor gets: the language stands in the address.
NEVER_VARIES = {"cookie", "accept-language"}


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
