"""The one comparison of secrets. Whoever guesses learns nothing from how long it takes."""

from __future__ import annotations

import hmac
from hashlib import sha256

from pydantic import SecretStr


def is_secret(given: str, secret: SecretStr | None) -> bool:
    """Whether `given`, as it came in a header, is this secret. Where none is set, nothing is.

    Digests are compared: neither the place of the first wrong byte nor the length shows. A header may hold bytes
    that are no text; aiohttp hands them on as lone surrogates.
    """
    if secret is None or not secret.get_secret_value():
        return False
    return hmac.compare_digest(_digest(given), _digest(secret.get_secret_value()))


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()
