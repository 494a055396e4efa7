"""What the database refuses to delete becomes a sentence in the office, not an error page."""

from django.contrib import messages
from django.db.models import ProtectedError, RestrictedError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _


class ProtectedRecordsMiddleware:
    """Answers, decisions and traces are protected on every path; the office screen that met it says so."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        home = reverse("wagtailadmin_home")
        if not isinstance(exception, ProtectedError | RestrictedError) or not request.path.startswith(home):
            return None
        messages.error(
            request,
            _(
                "Nothing was deleted: residents’ answers or the trace of decisions depend on it."
                " Unpublish or deactivate it instead."
            ),
        )
        back = request.headers.get("Referer", "")
        is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
        return redirect(back if is_ours and request.method == "POST" else home)
