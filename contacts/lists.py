"""Short lists of words, written as people would write them."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list that spaces part, as they are compared: in lower case, ё as е."""
    return frozenset(text.split())
