"""The way out: whoever came in by FranceConnect leaves it too, whichever button signed them out."""

import base64
import hashlib
import secrets
from urllib.parse import urlencode

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.crypto import constant_time_compare

from . import configuration as configurations
from . import provider
from .entering import absolute
from .problems import Refused
from .signals import ID_TOKEN

LEAVING = "franceconnect_leaving"


def remember(session: SessionBase, id_token: str) -> None:
    """Keep the id token for the way out. It names the person, so that the session holds it encrypted."""
    session[ID_TOKEN] = _fernet().encrypt(id_token.encode()).decode()


class LeavingMiddleware:
    """After a sign-out that redirects, send the browser through FranceConnect's own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        sealed = getattr(request, "franceconnect_id_token", None)
        if sealed is None or response.status_code not in (302, 303) or request.user.is_authenticated:
            return response
        address = _way_out(request.session, sealed)
        return HttpResponseRedirect(address) if address else response


def _way_out(session: SessionBase, sealed: str) -> str:
    """The address that ends the session at FranceConnect; empty when it cannot be known now."""
    configuration = configurations.current()
    if configuration is None:
        return ""
    try:
        end_session = provider.discover(configuration).end_session
        id_token = _fernet().decrypt(sealed.encode()).decode()
    except (Refused, InvalidToken):
        return ""
    if not end_session:
        return ""
    state = secrets.token_urlsafe(32)
    session[LEAVING] = state
    asked = {"id_token_hint": id_token, "state": state, "post_logout_redirect_uri": absolute("left")}
    return f"{end_session}{'&' if '?' in end_session else '?'}{urlencode(asked)}"


def has_left(session: SessionBase, state: str) -> bool:
    """Whether this is the return of the sign-out that this browser began; used once."""
    expected = session.get(LEAVING)
    if not expected or not constant_time_compare(state, expected):
        return False
    session.flush()
    return True


def _fernet() -> Fernet:
    digest = hashlib.sha256(b"franceconnect id token|" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
