"""How often Telegram may be asked: https://core.telegram.org/bots/faq#broadcasting-to-users

30 requests a second in all, one a second in a private chat, 20 a minute in a group (its id is negative).
What makes or changes a message counts.

Telegram counts a request when it arrives, somewhere between its departure and its answer. So a place is taken from
the departure until a whole window after the answer. The windows are a little stricter than Telegram's because
its clock is not ours, and because others may use the same token for a moment: a restarted bot, a script.
"""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.clock import Clock

ROUNDING = 1e-6  # seconds: what adding floats may lose
KEPT = 100  # chats remembered before the idle ones are forgotten


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` requests in any `seconds`."""

    most: int
    seconds: float


IN_ALL = Limit(28, 1.05)
PRIVATE = Limit(1, 1.05)
GROUP = Limit(20, 60.5)


@dataclass(slots=True)
class Turn:
    """Leave to make one request."""

    counts: bool = True  # False: none was made, or none that Telegram counts


@dataclass(slots=True)
class Window:
    limit: Limit
    away: int = 0  # requests that are not answered yet
    answered: deque[float] = field(default_factory=deque)
    held_until: float = float("-inf")

    def wait(self, now: float) -> float:
        """Seconds until the next request may leave; 0 when it may leave now."""
        while self.answered and self.answered[0] + self.limit.seconds <= now + ROUNDING:
            self.answered.popleft()
        held = self.held_until - now
        is_full = self.away + len(self.answered) >= self.limit.most
        oldest = self.answered[0] if self.answered else now
        longest = max(held, oldest + self.limit.seconds - now) if is_full else held
        return longest if longest > ROUNDING else 0.0

    def is_idle(self, now: float) -> bool:
        return self.wait(now) == 0 and not self.away and not self.answered


class Pace:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._in_all = Window(IN_ALL)
        self._chats: dict[int, Window] = {}
        self._sweep_at = KEPT

    def wait(self, chat: int) -> float:
        """Seconds until a request to this chat may leave; 0 when it may leave now."""
        now = self._clock.monotonic()
        return max(self._in_all.wait(now), self._window(chat).wait(now))

    @asynccontextmanager
    async def turn(self, chat: int) -> AsyncIterator[Turn]:
        """Waits until a request to this chat may leave; leaving the block says that it is answered."""
        while (seconds := self.wait(chat)) > 0:
            await self._clock.sleep(seconds)
        windows = (self._in_all, self._window(chat))
        for window in windows:
            window.away += 1
        turn = Turn()
        try:
            yield turn
        finally:
            for window in windows:
                window.away -= 1
                if turn.counts:
                    window.answered.append(self._clock.monotonic())

    def hold(self, seconds: float, chat: int | None = None) -> None:
        """Nothing leaves for this chat, or (None) at all, before so many seconds have passed."""
        window = self._in_all if chat is None else self._window(chat)
        window.held_until = max(window.held_until, self._clock.monotonic() + seconds)

    def _window(self, chat: int) -> Window:
        if chat not in self._chats:
            self._forget_idle()
            self._chats[chat] = Window(GROUP if chat < 0 else PRIVATE)
        return self._chats[chat]

    def _forget_idle(self) -> None:
        """Now and then, so that the memory follows the chats of the last minute, not of all time."""
        if len(self._chats) < self._sweep_at:
            return
        now = self._clock.monotonic()
        self._chats = {chat: window for chat, window in self._chats.items() if not window.is_idle(now)}
        self._sweep_at = max(KEPT, 2 * len(self._chats))
