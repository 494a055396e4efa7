"""The steps of a sign-in that differ from allauth's."""

from allauth.account.stages import EmailVerificationStage
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage

from .second_factor import factors_of, works_in_office


class AddressStage(EmailVerificationStage):
    """The address is confirmed by a code – where there is one: administration may make an account without."""

    def handle(self):
        user = self.login.user
        if user is not None and not user.email:
            return None, True
        return super().handle()


class SecondFactorStage(AuthenticateStage):
    """Asked of the staff whatever they have, and of residents who chose an authenticator.

    A resident's passkey is another way in, not a second lock: with it at home, a code by e-mail still opens.
    """

    def _should_handle(self, request) -> bool:
        user = self.login.user
        if user is None:
            return False
        if not works_in_office(user) and Authenticator.Type.TOTP not in factors_of(user):
            return False
        return super()._should_handle(request)
