"""A small computation asked of the browser (altcha's proof of work): robots pay, nobody is tracked."""

import json
from datetime import datetime, timedelta

import altcha

from participation.core.secrets import keyed_hash

ALGORITHM = "PBKDF2/SHA-256"
# About 256 derivations on average: half a second on a recent phone, some seconds on an old one.
COST = 1500
PREFIX = "00"
MINUTES_VALID = 60


def _secret() -> str:
    return keyed_hash("proof", "hmac")


def challenge(*, draft_id: str, now: datetime) -> str:
    """A signed challenge as JSON, good for this draft only: a solution cannot be used for another answer."""
    made = altcha.create_challenge(
        ALGORITHM,
        COST,
        key_prefix=PREFIX,
        expires_at=now + timedelta(minutes=MINUTES_VALID),
        data={"draft": keyed_hash("proof-draft", draft_id)},
        hmac_secret=_secret(),
    )
    return json.dumps(made.to_dict())


def is_proved(*, payload: str, draft_id: str, now: datetime) -> bool:
    """Whether the base64 payload solves a challenge of ours made for this draft."""
    if not payload or len(payload) > 4000:
        return False
    if not altcha.verify_solution(payload, _secret()).verified:
        return False
    data = altcha.Payload.from_base64(payload).challenge.parameters.data or {}
    return data.get("draft") == keyed_hash("proof-draft", draft_id)
