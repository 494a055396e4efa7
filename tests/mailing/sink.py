"""A mail server that keeps what it is given, and refuses what its address tells it to."""

import re
import socketserver
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

ADDRESS = re.compile(rb"<([^>]*)>")
# Beginning of an address → what the server says of it, and at which command.
REFUSALS = {b"busy": (b"RCPT", b"450 4.2.0 try later"), b"unknown": (b"RCPT", b"550 5.1.1 no such person")}
REFUSALS |= {b"spam": (b"DATA", b"554 5.7.1 refused"), b"full": (b"DATA", b"452 4.2.2 full")}
AT_EASE = (b"", b"")


@dataclass
class Sink:
    """Where it listens, and how many messages each address has got."""

    port: int = 0
    received: Counter = field(default_factory=Counter)
    contents: list[bytes] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    # After how many messages in one connection the server ends it; None for never.
    patience: int | None = None
    # Called when a message is kept and its sender does not know it yet.
    after_keeping: Callable[[], None] = lambda: None

    def keep(self, address: str, content: bytes) -> None:
        with self.lock:
            self.received[address] += 1
            self.contents.append(content)


class Dialogue(socketserver.StreamRequestHandler):
    """One connection, as much SMTP as a client of ours speaks."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        sink: Sink = self.server.sink
        recipient, taken, (refused_at, refusal) = b"", 0, AT_EASE
        self._say(b"220 sink")
        for line in self.rfile:
            verb = line[:4].upper()
            if verb == b"RCPT":
                recipient = ADDRESS.search(line)[1]
                refused_at, refusal = next(
                    (said for name, said in REFUSALS.items() if recipient.startswith(name)), AT_EASE
                )
                self._say(refusal if refused_at == b"RCPT" else b"250 ok")
            elif verb == b"DATA":
                self._say(b"354 go on")
                content = self._content()
                if recipient.startswith(b"silent"):
                    sink.keep(recipient.decode(), content)
                    return  # it has the message, and never says so
                if refused_at == b"DATA":
                    self._say(refusal)
                    continue
                sink.keep(recipient.decode(), content)
                taken += 1
                sink.after_keeping()
                self._say(b"250 kept")
                if taken == sink.patience:
                    return
            elif verb == b"QUIT":
                self._say(b"221 bye")
                return
            else:
                self._say(b"250 ok")

    def _content(self) -> bytes:
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line)
        return b"".join(lines)

    def _say(self, words: bytes) -> None:
        self.wfile.write(words + b"\r\n")


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request, client_address) -> None:
        """A client that was killed in the middle of a word is what these tests are about."""


@contextmanager
def listening(**options) -> Iterator[Sink]:
    """A sink on a free port of this machine."""
    with Server(("127.0.0.1", 0), Dialogue) as server:
        server.sink = Sink(port=server.server_address[1], **options)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield server.sink
        finally:
            server.shutdown()


def send_there(settings, sink: Sink) -> None:
    """Let Django's mails go to this sink."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
