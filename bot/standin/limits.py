"""Telegram's limits on sending, strictly: https://core.telegram.org/bots/faq#broadcasting-to-users

30 requests a second in all, one a second in a private chat with a burst of three, 20 a minute in a group. What
makes or changes a message counts, edits too (Telegram limits them as well, by rules it does not publish). An album
or a batch of copies is one request here. A refused request takes no place, but the chat stays closed until
`retry_after` is over, and each request refused is a violation: a well-behaved bot has none.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from bot.standin.wire import too_many_requests

COUNTED = frozenset(
    {
        "sendMessage",
        "sendPhoto",
        "sendVoice",
        "sendDocument",
        "sendMediaGroup",
        "copyMessage",
        "copyMessages",
        "forwardMessage",
        "editMessageText",
        "editMessageCaption",
        "editMessageMedia",
        "editMessageReplyMarkup",
    }
)
BURST = 3  # requests at once in a private chat; the page allows "short bursts" and gives no number
ROUNDING = 1e-6  # seconds: what adding floats may lose


@dataclass(slots=True)
class Window:
    """Allows at most `most` requests in any `seconds`."""

    most: int
    seconds: float
    taken: deque[float] = field(default_factory=deque)
    closed_until: float = 0.0

    def take(self, now: float) -> None:
        self.taken.append(now)

    def wait(self, now: float) -> float:
        """Returns the seconds until the next request fits; 0 when it fits now."""
        while self.taken and self.taken[0] + self.seconds <= now + ROUNDING:
            self.taken.popleft()
        full = self.taken[0] + self.seconds - now if len(self.taken) >= self.most else 0.0
        closed = self.closed_until - now
        return max(full, closed if closed > ROUNDING else 0.0)


@dataclass(slots=True)
class Bucket:
    """Allows one request a second; what was not used is saved for a burst."""

    full_at: float = 0.0  # when all that was taken has come back
    closed_until: float = 0.0

    def wait(self, now: float) -> float:
        """Returns the seconds until the next request fits; 0 when it fits now."""
        wait = max(self.full_at - now - (BURST - 1), self.closed_until - now)
        return wait if wait > ROUNDING else 0.0

    def take(self, now: float) -> None:
        self.full_at = max(self.full_at, now) + 1.0


class Limits:
    """Telegram's. `clock` gives seconds and never goes back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._everything = Window(30, 1.0)
        self._private: dict[int, Bucket] = defaultdict(Bucket)
        self._groups: dict[int, Window] = defaultdict(lambda: Window(20, 60.0))
        self.violations = 0

    def take(self, chat_id: int, *, is_group: bool) -> None:
        """Takes a place for one request; raises 429 when there is none."""
        now = self._clock()
        chat = self._groups[chat_id] if is_group else self._private[chat_id]
        windows: tuple[Window | Bucket, ...] = (self._everything, chat)
        waiting = [(window, window.wait(now)) for window in windows]
        longest = max(wait for _, wait in waiting)
        if longest > 0:
            self._refuse(now, longest, waiting)
        for window in windows:
            window.take(now)

    def _refuse(self, now: float, longest: float, waiting: list[tuple[Window | Bucket, float]]) -> None:
        self.violations += 1
        retry_after = max(1, ceil(longest - ROUNDING))
        for window, wait in waiting:
            if wait > 0:
                window.closed_until = max(window.closed_until, now + retry_after)
        raise too_many_requests(retry_after)
