"""Sessions without a trace on public pages."""

from django.contrib.sessions.middleware import SessionMiddleware


class LazySessionMiddleware(SessionMiddleware):
    """Django's sessions, minus `Vary: Cookie` where nothing about the visitor was used.

    Wagtail's page serving looks at `request.user` only for private pages and signed-in staff; an anonymous visitor
    without a session cookie gets the same page as everybody else, so caches may share it.
    """

    def process_response(self, request, response):
        had_cookie = self.cookie_name in request.COOKIES
        response = super().process_response(request, response)
        if not had_cookie and not response.cookies and "Vary" in response.headers:
            kept = [name for name in response.headers["Vary"].split(", ") if name.lower() != "cookie"]
            if kept:
                response.headers["Vary"] = ", ".join(kept)
            else:
                del response.headers["Vary"]
        return response

    @property
    def cookie_name(self) -> str:
        from django.conf import settings

        return settings.SESSION_COOKIE_NAME
