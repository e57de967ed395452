"""How long to leave alone what has just failed."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from desk.outgoing import LONGEST

FIRST = 1.0  # seconds
MOMENT = 5.0  # seconds


@dataclass(frozen=True, slots=True)
class Pause:
    seconds: float
    until: float


class Backoff:
    """Doubles from one second to a minute for each thing that keeps failing. `now` is monotonic seconds."""

    def __init__(self) -> None:
        self._pauses: dict[Hashable, Pause] = {}

    def failed(self, what: Hashable, now: float) -> float:
        """Seconds to wait. Failures of requests that were under way together count as one."""
        last = self._pauses.get(what, Pause(FIRST / 2, now))
        if now < last.until:
            return last.until - now
        seconds = min(last.seconds * 2, LONGEST)
        self._pauses[what] = Pause(seconds, now + seconds)
        return seconds

    def succeeded(self, what: Hashable) -> None:
        self._pauses.pop(what, None)


class Flood:
    """Telegram's 429 does not say whether one chat gets too much, or all together.

    Two chats told to wait at the same time mean that it may be all: somebody else uses the token too.
    """

    def __init__(self) -> None:
        self._chat: int | None = None
        self._until = float("-inf")

    def pause(self, chat: int, seconds: float, now: float) -> float:
        """Seconds for everything to pause when this chat is told to wait so long: a moment at most, mostly 0."""
        is_general = chat != self._chat and now < self._until
        self._chat, self._until = chat, now + min(seconds, MOMENT)
        return min(seconds, MOMENT) if is_general else 0.0
