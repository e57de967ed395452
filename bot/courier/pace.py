"""How often Telegram may be asked: https://core.telegram.org/bots/faq#broadcasting-to-users

30 requests a second in all, one a second in a private chat, 20 a minute in a group (its id is negative).
What makes or changes a message counts. "We may allow short bursts" in a chat, says the same page, "but eventually
you'll begin receiving 429 errors": so a chat has three at once, and after a 429 one at a time for a while.

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
NEVER = float("-inf")
KEPT = 100  # chats remembered before the idle ones are forgotten


@dataclass(frozen=True, slots=True)
class Limit:
    """Allows at most `most` requests in any `seconds`."""

    most: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Rate:
    """Allows one request each so many `seconds`; what was not used is saved, up to `burst` requests at once."""

    burst: int
    seconds: float


IN_ALL = Limit(28, 1.05)
PRIVATE = Rate(3, 1.05)
GROUP = Limit(20, 60.5)
NARROW = 600.0  # seconds after a 429 without bursts


@dataclass(slots=True)
class Turn:
    """Leave to make one request."""

    counts: bool = True  # False: none was made, or none that Telegram counts


@dataclass(slots=True)
class Window:
    limit: Limit
    away: int = 0  # requests that are not answered yet
    answered: deque[float] = field(default_factory=deque)
    held_until: float = NEVER

    def wait(self, now: float) -> float:
        """Returns the seconds until the next request may leave; 0 when it may leave now."""
        while self.answered and self.answered[0] + self.limit.seconds <= now + ROUNDING:
            self.answered.popleft()
        held = self.held_until - now
        is_full = self.away + len(self.answered) >= self.limit.most
        oldest = self.answered[0] if self.answered else now
        longest = max(held, oldest + self.limit.seconds - now) if is_full else held
        return longest if longest > ROUNDING else 0.0

    def places(self, now: float) -> int:
        """Tells how many may leave now."""
        return 0 if self.wait(now) else self.limit.most - self.away - len(self.answered)

    def answer(self, now: float) -> None:
        """A request that counts is answered."""
        self.answered.append(now)

    def is_idle(self, now: float) -> bool:
        return self.wait(now) == 0 and not self.away and not self.answered


@dataclass(slots=True)
class Bucket:
    """A private chat's. `spent_until`: when all that was used is there again."""

    rate: Rate
    spent_until: float
    away: int = 0
    narrow_until: float = NEVER
    held_until: float = NEVER

    def wait(self, now: float) -> float:
        """Returns the seconds until the next request may leave; 0 when it may leave now."""
        burst = 1 if now < self.narrow_until else self.rate.burst
        spent = max(self.spent_until - now, 0.0) + self.away * self.rate.seconds
        longest = max(self.held_until - now, spent - (burst - 1) * self.rate.seconds)
        return longest if longest > ROUNDING else 0.0

    def answer(self, now: float) -> None:
        """A request that counts is answered."""
        self.spent_until = max(self.spent_until, now) + self.rate.seconds

    def is_idle(self, now: float) -> bool:
        return not self.away and max(self.spent_until, self.narrow_until, self.held_until) <= now


class Pace:
    """Begins as if each private chat had just had its burst: by a process that was killed a moment ago, perhaps."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._in_all = Window(IN_ALL)
        self._chats: dict[int, Window | Bucket] = {}
        self._sweep_at = KEPT
        self._unknown_until = clock.monotonic() + (PRIVATE.burst - 1) * PRIVATE.seconds

    def begin(self) -> None:
        """Nothing leaves for a moment, as if every chat had been written to just now."""
        self.hold(IN_ALL.seconds)
        self._unknown_until = self._clock.monotonic() + PRIVATE.burst * PRIVATE.seconds

    def wait(self, chat: int | None = None) -> float:
        """Returns the seconds until a request to this chat, or (None) to any, may leave; 0 when it may leave now."""
        now = self._clock.monotonic()
        return max(self._in_all.wait(now), self._chat(chat).wait(now) if chat is not None else 0.0)

    def places(self) -> int:
        """Tells how many requests may leave now, whatever the chats."""
        return self._in_all.places(self._clock.monotonic())

    def held(self) -> frozenset[int]:
        """Returns the chats to which none may leave now."""
        now = self._clock.monotonic()
        return frozenset(chat for chat, kept in self._chats.items() if kept.wait(now))

    @asynccontextmanager
    async def turn(self, chat: int) -> AsyncIterator[Turn]:
        """Waits until a request to this chat may leave; leaving the block says that it is answered."""
        while (seconds := self.wait(chat)) > 0:
            await self._clock.sleep(seconds)
        kept = (self._in_all, self._chat(chat))
        for one in kept:
            one.away += 1
        turn = Turn()
        try:
            yield turn
        finally:
            for one in kept:
                one.away -= 1
                if turn.counts:
                    one.answer(self._clock.monotonic())

    def hold(self, seconds: float, chat: int | None = None) -> None:
        """Nothing leaves for this chat, or (None) at all, before so many seconds have passed."""
        kept = self._in_all if chat is None else self._chat(chat)
        kept.held_until = max(kept.held_until, self._clock.monotonic() + seconds)

    def flooded(self, seconds: float, chat: int) -> None:
        """Telegram told this chat to wait so long: it is held, and has no bursts for a while."""
        self.hold(seconds, chat)
        kept = self._chat(chat)
        if isinstance(kept, Bucket):
            kept.narrow_until = self._clock.monotonic() + seconds + NARROW

    def _chat(self, chat: int) -> Window | Bucket:
        if chat not in self._chats:
            self._forget_idle()
            self._chats[chat] = Window(GROUP) if chat < 0 else Bucket(PRIVATE, self._unknown_until)
        return self._chats[chat]

    def _forget_idle(self) -> None:
        """Now and then, so that the memory follows the chats of the last minutes, not of all time."""
        if len(self._chats) < self._sweep_at:
            return
        now = self._clock.monotonic()
        self._chats = {chat: kept for chat, kept in self._chats.items() if not kept.is_idle(now)}
        self._sweep_at = max(KEPT, 2 * len(self._chats))
