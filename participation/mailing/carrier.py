"""Speaking to the mail server, and saying honestly what came of it."""

import enum
import smtplib
from types import TracebackType

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend

PERMANENT = 500


class Outcome(enum.Enum):
    """What the server said of one message; UNKNOWN when it fell silent, which is neither yes nor no."""

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class ServerDown(Exception):
    """The server does not answer or does not let us in: nothing was handed over."""


class Carrier:
    """One connection for many messages; a context manager. The server's patience is EMAIL_TIMEOUT seconds."""

    def __enter__(self) -> "Carrier":
        self._connection = None
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._drop()

    def be_ready(self) -> None:
        """Make sure that somebody listens, before a message is said to be handed over. Raises `ServerDown`."""
        if self._connection is not None and not self._answers():
            self._drop()
        if self._connection is None:
            connection = get_connection()
            try:
                connection.open()
            except OSError as error:  # SMTP errors are of this kind too
                raise ServerDown(type(error).__name__) from error
            self._connection = connection

    def hand_over(self, message: EmailMessage) -> Outcome:
        """One message to one person. Whatever is not an answer of the server's is UNKNOWN."""
        try:
            return Outcome.SENT if self._connection.send_messages([message]) else Outcome.REFUSED
        except smtplib.SMTPRecipientsRefused as refusal:
            return _meaning(min((code for code, _said in refusal.recipients.values()), default=0))
        except smtplib.SMTPResponseException as refusal:
            return _meaning(refusal.smtp_code)
        except (smtplib.SMTPNotSupportedError, ValueError):
            # An address this server cannot write, found out before any message is spoken.
            self._drop()
            return Outcome.REFUSED
        except OSError:
            self._drop()
            return Outcome.UNKNOWN

    def _answers(self) -> bool:
        """Servers end a connection after a while or after some messages: found out by asking for nothing."""
        if not isinstance(self._connection, EmailBackend):
            return True
        try:
            return self._connection.connection.noop()[0] == 250
        except OSError:
            return False

    def _drop(self) -> None:
        if self._connection is not None:
            try:
                self._connection.close()
            except OSError:
                self._connection.connection = None
            self._connection = None


def _meaning(code: int) -> Outcome:
    return Outcome.REFUSED if code >= PERMANENT else Outcome.LATER
