"""Short codes: what stands in the ledger instead of anything that somebody has typed.

Nobody can grind a text until a seal fits where there is no text; and what a person typed stays where it can be erased.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final

ID: Final = re.compile(r"[a-z0-9_-]{1,32}")  # of people, segments, sources: as in the office file
DIGEST: Final = re.compile(r"[0-9a-f]{64}")


def code_of(text: str | None) -> str | None:
    """An id as it is, of any other text its SHA-256: a file of past leads calls its sources as it likes."""
    if text is None or ID.fullmatch(text) or DIGEST.fullmatch(text):
        return text
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
