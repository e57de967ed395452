"""Words as people compare them, and the short codes that stand for them in the ledger."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import Final

ID: Final = re.compile(r"[a-z0-9_-]{1,32}")  # of people, segments, sources: as in the office file
DIGEST: Final = re.compile(r"[0-9a-f]{64}")


def folded(text: str) -> str:
    """Returns the text as it is compared: without regard to case, ё or е, white space,
    composed or combining letters.

    For comparing alone: what is shown and stored stays as it was written.
    """
    composed = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return " ".join(unicodedata.normalize("NFC", composed).split())


def are_alike(one: str, other: str) -> bool:
    """Tells whether people would take the two for the same words."""
    return folded(one) == folded(other)


def begins_words(name: str, words: str) -> bool:
    """Tells whether each of these words begins a word of the name: `пётр ив`, `Иванов П`."""
    wanted, parts = folded(words).split(), folded(name).split()
    return bool(wanted) and all(any(part.startswith(word) for part in parts) for word in wanted)


def is_sought(name: str, words: str) -> bool:
    """Tells whether whoever types these words may look for what is called so: they stand in it, or begin its words."""
    return bool(folded(words)) and (folded(words) in folded(name) or begins_words(name, words))


def code_of(text: str | None) -> str | None:
    """Leaves an id as it is, and makes of any other text its SHA-256:
    a file of past leads calls its sources as it likes.

    Nobody can grind a text until a seal fits where there is no text; and what a person typed stays where it can be
    erased.
    """
    if text is None or ID.fullmatch(text) or DIGEST.fullmatch(text):
        return text
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
