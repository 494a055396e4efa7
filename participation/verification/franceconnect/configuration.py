"""Which FranceConnect this site may speak to, and whether it does at all."""

from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, kw_only=True)
class Configuration:
    """The issuer and the site's name and secret there.

    `allows_loopback` lets tests speak plain http to their own provider on this machine; nothing reads it from the
    environment.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    further_hosts: frozenset[str] = frozenset()
    allows_loopback: bool = False

    def allows(self, address: object) -> bool:
        """Whether a request may go there: https, on the issuer's host or one named beside it, and no other port."""
        parts = _split(address)
        if parts is None:
            return False
        if self.allows_loopback and parts.hostname == LOOPBACK:
            return parts.scheme == "http" and parts.netloc == urlsplit(self.issuer).netloc
        return parts.scheme == "https" and parts.port in (None, 443) and parts.hostname in self.hosts

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts that are spoken to."""
        return self.further_hosts | {urlsplit(self.issuer).hostname or ""}

    @property
    def origins(self) -> tuple[str, ...]:
        """Where the browser is sent, as a content security policy names it (`form-action`)."""
        issuer = urlsplit(self.issuer)
        return (f"{issuer.scheme}://{issuer.netloc}", *(f"https://{host}" for host in sorted(self.further_hosts)))


def current() -> Configuration | None:
    """The configuration of this site; `None` while FranceConnect is not set up."""
    values = (settings.FRANCECONNECT_ISSUER, settings.FRANCECONNECT_CLIENT_ID, settings.FRANCECONNECT_CLIENT_SECRET)
    if not all(values):
        return None
    issuer, client_id, client_secret = values
    return Configuration(
        issuer=issuer.rstrip("/"),
        client_id=client_id,
        client_secret=client_secret,
        further_hosts=frozenset(settings.FRANCECONNECT_HOSTS),
    )


def button_address() -> str:
    """The address of FranceConnect's own button, when the city has added that file; else empty: words do."""
    try:
        return staticfiles_storage.url(settings.FRANCECONNECT_BUTTON) if settings.FRANCECONNECT_BUTTON else ""
    except ValueError:  # the file was not collected
        return ""


def _split(address: object) -> SplitResult | None:
    """The parts of an address that every reader would split alike, else `None`."""
    if not isinstance(address, str) or not address.isascii() or not address.isprintable():
        return None
    if any(sign in address for sign in " \\@#"):
        return None
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - raises for what is not a port
    except ValueError:
        return None
    return parts
