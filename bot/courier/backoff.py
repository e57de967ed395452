"""How long to leave alone what has just failed."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

FIRST, LONGEST = 1.0, 60.0  # seconds


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
