"""How a letter is signed (Standard Webhooks 1.0): so that whoever gets it knows that we wrote it, and when."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from standardwebhooks.webhooks import Webhook

PREFIX: Final = "whsec_"
LEAST, MOST = 24, 64  # bytes of a secret


def made_of(random: bytes) -> str:
    """Writes a secret as both sides keep it."""
    return PREFIX + base64.b64encode(random).decode()


def is_secret(written: str) -> bool:
    """Tells whether this is one: 24 to 64 bytes behind its prefix."""
    if not written.startswith(PREFIX):
        return False
    try:
        return LEAST <= len(base64.b64decode(written.removeprefix(PREFIX), validate=True)) <= MOST
    except (binascii.Error, ValueError):
        return False


def secrets_in(variable: str | None) -> tuple[str, ...]:
    """Returns the secrets that a variable of the environment holds, the newest first: one, or two with a space between
    while one is rotated. None at all where one of them is none.
    """
    found = tuple((variable or "").split())
    return found if all(map(is_secret, found)) else ()


def headers(id: str, second: int, body: str, secrets: Sequence[str]) -> Mapping[str, str]:
    """Returns the headers of a letter; `second`: of this very try, Unix. A signature for each secret."""
    at = datetime.fromtimestamp(second, UTC)
    return {
        "webhook-id": id,
        "webhook-timestamp": str(second),
        "webhook-signature": " ".join(Webhook(secret).sign(id, at, body) for secret in secrets),
        "Content-Type": "application/json",
    }
