"""Codes people read aloud or type, hashes and encryption under a key of the site's own: no secret stands readable."""

import base64
import contextlib
import hashlib
import hmac
import unicodedata

from cryptography.fernet import Fernet
from django.conf import settings

# Crockford's base 32: no I, L, O, U, so that a code read aloud or from paper is not mistaken.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET)
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None, "\u00a0": None})


def keyed_hash(purpose: str, text: str) -> str:
    """HMAC-SHA256 under PARTICIPATION_KEY, one use per purpose."""
    return hmac.new(settings.PARTICIPATION_KEY.encode(), f"{purpose}|{text}".encode(), hashlib.sha256).hexdigest()


def sealed(purpose: str, text: str) -> str:
    """The text encrypted under a key of this purpose, derived from PARTICIPATION_KEY, which never changes."""
    return _cipher(purpose).encrypt(text.encode()).decode()


def unsealed(purpose: str, text: str) -> str:
    """What `sealed` was given."""
    return _cipher(purpose).decrypt(text.encode()).decode()


def _cipher(purpose: str) -> Fernet:
    digest = hashlib.sha256(f"participation.{purpose}|{settings.PARTICIPATION_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))


def derived_code(purpose: str, text: str, length: int) -> str:
    """A code of `length` characters (5 bits each) that can be derived again and is stored nowhere."""
    digest = bytes.fromhex(keyed_hash(purpose, text))
    return base64.b32encode(digest).decode().rstrip("=").translate(_TO_CROCKFORD)[:length]


def normalised_code(typed: str) -> str:
    """A code as printed, whatever spaces, dashes, case or misread letters it was typed with."""
    spelled = unicodedata.normalize("NFKC", typed).upper().translate(_MISREAD)
    return "".join(character for character in spelled if character in ALPHABET)[:60]


def grouped(code: str, size: int = 5) -> str:
    """`ABCDE-FGHIJ`, easier to read and to copy."""
    return "-".join(code[start : start + size] for start in range(0, len(code), size))


def normalised_address(address: str) -> str:
    """One spelling for one mailbox: trimmed, NFKC, lower case, domain in its ASCII form."""
    local, _, domain = unicodedata.normalize("NFKC", address.strip()).casefold().rpartition("@")
    with contextlib.suppress(UnicodeError):
        domain = domain.encode("idna").decode()
    return f"{local}@{domain}"
