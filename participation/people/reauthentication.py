"""Confirming who is there, by a code by e-mail, for those who have neither password nor second factor."""

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.code_verification import AbstractCodeVerificationProcess
from allauth.account.internal.flows.login import record_authentication
from allauth.core import ratelimit
from django.http import HttpRequest

SESSION_KEY = "people_reauthentication_code"


class CodeAgain(AbstractCodeVerificationProcess):
    """A code on its way to whoever is signed in; kept in her session."""

    def __init__(self, request: HttpRequest, state: dict) -> None:
        self.request = request
        super().__init__(
            state=state,
            timeout=app_settings.LOGIN_BY_CODE_TIMEOUT,
            max_attempts=app_settings.LOGIN_BY_CODE_MAX_ATTEMPTS,
            user=request.user,
        )

    @classmethod
    def begin(cls, request: HttpRequest) -> "CodeAgain | None":
        """Send a code; None when too many were asked for."""
        if not ratelimit.consume(request, action="request_login_code", key=f"again-{request.user.pk}"):
            return None
        process = cls(request, cls.initial_state(user=request.user, email=request.user.email))
        process.state["code"] = get_adapter().generate_login_code()
        process.send()
        process.persist()
        return process

    @classmethod
    def resume(cls, request: HttpRequest) -> "CodeAgain | None":
        """The code this session waits for."""
        state = request.session.get(SESSION_KEY)
        if not state or state.get("user_id") != str(request.user.pk):
            return None
        return cls(request, state).abort_if_invalid()

    def send(self) -> None:
        get_adapter().send_mail("account/email/login_code", self.state["email"], {"code": self.code})

    def persist(self) -> None:
        self.request.session[SESSION_KEY] = self.state

    def abort(self) -> None:
        self.request.session.pop(SESSION_KEY, None)

    def finish(self) -> None:
        """The code was right."""
        self.abort()
        record_authentication(self.request, self.request.user, method="code", reauthenticated=True)
