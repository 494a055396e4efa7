"""Random tokens and what is derived from them, so that a retry meets the same receipt and nothing secret is stored."""

import hashlib
import secrets

from participation.core.secrets import derived_code, keyed_hash, normalised_address, normalised_code

RECEIPT_LENGTH = 10
SECRET_LENGTH = 20


def new_token() -> str:
    """192 random bits, held only by the resident's browser while answering."""
    return secrets.token_urlsafe(24)


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def submission_key(token: str) -> str:
    return keyed_hash("submission", token)


def receipt_of(token: str) -> str:
    """A receipt of 50 bits: shows that an answer is stored, never what it says."""
    return derived_code("receipt", token, RECEIPT_LENGTH)


def withdrawal_secret_of(token: str) -> str:
    """100 bits, from a token of 192: enough to withdraw an answer, stored only as a hash."""
    return derived_code("withdrawal", token, SECRET_LENGTH)


def withdrawal_hash(secret: str) -> str:
    return hashlib.sha256(normalised_code(secret).encode()).hexdigest()


def address_hash(*, key: str, address: str) -> str:
    """The keyed hash under which an address takes part in one questionnaire; `key` is the activity's key."""
    return keyed_hash("address", f"{key}|{normalised_address(address)}")
