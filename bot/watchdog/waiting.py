"""For how long something has been as it is, in seconds of watching."""

from __future__ import annotations

from collections.abc import Collection, Hashable


class Waiting:
    """Remembers when each thing was first seen; what is not seen any more is forgotten."""

    def __init__(self) -> None:
        self._since: dict[Hashable, float] = {}

    def longest(self, things: Collection[Hashable], now: float) -> float | None:
        """Seconds since the thing that has been there longest was first seen; None where there are none."""
        self._since = {thing: self._since.get(thing, now) for thing in things}
        return now - min(self._since.values()) if self._since else None
