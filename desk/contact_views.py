"""What of a client's contacts there is to show, and what is left of words in which everything is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from leads.client import Client, Contact, ContactKind


def contacts_shown(said: Iterable[Client]) -> tuple[Contact, ...]:
    """Returns all contacts but phones that were left, each once; an account is the name that it goes by."""
    left = (contact for one in said for contact in _without_named(one.contacts))
    return tuple(dict.fromkeys(left))


def _without_named(left: Sequence[Contact]) -> Iterator[Contact]:
    for place, (kind, value) in enumerate(left):
        following = left[place + 1][0] if place + 1 < len(left) else None
        if kind != ContactKind.ACCOUNT or following != ContactKind.TELEGRAM:
            yield kind, value


def unless_only_dots(masked: str) -> str:
    """Returns what can be read of masked words: nothing where no letter and no digit is left."""
    return masked if any(c.isalnum() for c in masked) else ""
