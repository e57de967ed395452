"""Which updates of Telegram's queue are in hand, and how far it may forget them.

It sends again whatever is not confirmed, a hundred at most, from the oldest on; confirmed is all that lies below an
offset (https://core.telegram.org/bots/api#getupdates). So what is settled out of order is remembered here.
"""

from __future__ import annotations

from collections.abc import Hashable


class Window:
    """Holds no more than Telegram sends: what is in hand keeps it from sending what lies further on."""

    def __init__(self) -> None:
        self._in_hand: dict[int, Hashable] = {}  # by number: whose it is
        self._again: dict[int, Hashable] = {}  # not settled, and to come once more
        self._settled: set[int] = set()
        self._offset: int | None = None

    @property
    def is_busy(self) -> bool:
        """Whether anything is in hand."""
        return bool(self._in_hand)

    @property
    def offset(self) -> int | None:
        """Everything below is settled. None before the first update.

        After a quiet week Telegram's numbers may begin lower: then what was settled before means nothing any more.
        """
        unsettled = self._in_hand.keys() | self._again.keys()
        if unsettled:
            self._offset = min(unsettled)
            self._settled = {number for number in self._settled if number > self._offset}
        elif self._settled:
            self._offset = max(self._settled) + 1
            self._settled.clear()
        return self._offset

    def is_new(self, number: int) -> bool:
        return number not in self._in_hand and number not in self._settled

    def take(self, number: int, whose: Hashable) -> None:
        self._again.pop(number, None)
        self._in_hand[number] = whose

    def settle(self, number: int) -> None:
        del self._in_hand[number]
        self._settled.add(number)

    def put_back(self, number: int) -> None:
        """Notes that it could not be settled."""
        self._again[number] = self._in_hand.pop(number)

    def is_behind(self, number: int, whose: Hashable) -> bool:
        """Tells whether something earlier of the same person is to come once more: this would overtake it."""
        return any(earlier < number and other == whose for earlier, other in self._again.items())
