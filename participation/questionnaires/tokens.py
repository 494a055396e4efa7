"""Random tokens and what is derived from them, so that a retry meets the same receipt and nothing secret is stored."""

import base64
import contextlib
import hashlib
import hmac
import secrets
import unicodedata

from django.conf import settings

# Crockford's base 32: no I, L, O, U, so that a code read aloud or from paper is not mistaken.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET)
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None, "\u00a0": None})
RECEIPT_LENGTH = 10
SECRET_LENGTH = 20


def new_token() -> str:
    """192 random bits, held only by the resident's browser while answering."""
    return secrets.token_urlsafe(24)


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def keyed_hash(purpose: str, text: str) -> str:
    """HMAC-SHA256 under PARTICIPATION_KEY, one use per purpose."""
    return hmac.new(settings.PARTICIPATION_KEY.encode(), f"{purpose}|{text}".encode(), hashlib.sha256).hexdigest()


def submission_key(token: str) -> str:
    return keyed_hash("submission", token)


def receipt_of(token: str) -> str:
    """A receipt of 50 bits: shows that an answer is stored, never what it says."""
    return _code("receipt", token, RECEIPT_LENGTH)


def withdrawal_secret_of(token: str) -> str:
    """100 bits, from a token of 192: enough to withdraw an answer, stored only as a hash."""
    return _code("withdrawal", token, SECRET_LENGTH)


def withdrawal_hash(secret: str) -> str:
    return hashlib.sha256(normalised_code(secret).encode()).hexdigest()


def normalised_code(typed: str) -> str:
    """A code as printed, whatever spaces, dashes, case or misread letters it was typed with."""
    spelled = unicodedata.normalize("NFKC", typed).upper().translate(_MISREAD)
    return "".join(character for character in spelled if character in ALPHABET)[:60]


def grouped(code: str, size: int = 5) -> str:
    """`ABCDE-FGHIJ`, easier to read and to copy."""
    return "-".join(code[start : start + size] for start in range(0, len(code), size))


def address_hash(*, key: str, address: str) -> str:
    """The keyed hash under which an address takes part in one questionnaire; `key` is the activity's key."""
    return keyed_hash("address", f"{key}|{normalised_address(address)}")


def normalised_address(address: str) -> str:
    """One spelling for one mailbox: trimmed, NFKC, lower case, domain in its ASCII form."""
    local, _, domain = unicodedata.normalize("NFKC", address.strip()).casefold().rpartition("@")
    with contextlib.suppress(UnicodeError):
        domain = domain.encode("idna").decode()
    return f"{local}@{domain}"


def _code(purpose: str, token: str, length: int) -> str:
    digest = bytes.fromhex(keyed_hash(purpose, token))
    return base64.b32encode(digest).decode().rstrip("=").translate(_TO_CROCKFORD)[:length]
