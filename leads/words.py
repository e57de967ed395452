"""Words as people compare them: `ПЕТР  петров` and `Пётр Петров` are the same."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """The text as it is compared: without regard to case, ё or е, white space, composed or combining letters.

    For comparing alone: what is shown and stored stays as it was written.
    """
    composed = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return " ".join(unicodedata.normalize("NFC", composed).split())


def are_alike(one: str, other: str) -> bool:
    """Whether people would take the two for the same words."""
    return folded(one) == folded(other)
