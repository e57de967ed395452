"""The only clocks: the office's time, and the seconds that pass."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """Returns the office's time, in UTC. Deadlines and everything stored go by it."""

    def monotonic(self) -> float:
        """Returns seconds that never go back, from some moment on. Telegram's limits go by it."""

    async def sleep(self, seconds: float) -> None:
        """Sleeps so many seconds of `monotonic`."""


class SystemClock(Clock):
    """The computer's."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class AdjustableClock(Clock):
    """The demo's: the office lives `speed` times faster than `real`, and may jump ahead.

    `monotonic` and `sleep` stay real, so that Telegram's limits stay as they are. `start`: what time it is in the
    office to begin with; None: what it is.
    """

    def __init__(self, real: Clock, speed: float = 1.0, *, start: datetime | None = None) -> None:
        self._real = real
        self._set(start or real.now(), speed)

    @property
    def speed(self) -> float:
        return self._speed

    def now(self) -> datetime:
        return self._office + timedelta(seconds=(self._real.monotonic() - self._since) * self._speed)

    def monotonic(self) -> float:
        return self._real.monotonic()

    async def sleep(self, seconds: float) -> None:
        await self._real.sleep(seconds)

    def set_speed(self, speed: float) -> None:
        """Sets the speed from now on. Raises ValueError unless it is positive."""
        if speed <= 0:
            raise ValueError("the office's time cannot stand still or run back")
        self._set(self.now(), speed)

    def jump(self, to: datetime) -> None:
        """From here on it is `to` in the office.

        Raises ValueError for the past: what is stored would lie in the future.
        """
        if to < self.now():
            raise ValueError("the office's time cannot run back")
        self._set(to, self._speed)

    def _set(self, office: datetime, speed: float) -> None:
        self._office, self._since, self._speed = office, self._real.monotonic(), speed


class VirtualClock(Clock):
    """Under it nothing waits: a sleep moves the time on at once. For replay and for tests."""

    def __init__(self, start: datetime) -> None:
        if start.tzinfo is None:
            raise ValueError("the start needs a time zone")
        self._start = start.astimezone(UTC)
        self._passed = 0.0

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._passed)

    def monotonic(self) -> float:
        return self._passed

    async def sleep(self, seconds: float) -> None:
        self._passed += max(seconds, 0.0)
        await asyncio.sleep(0)

    def advance(self, by: timedelta) -> None:
        self._passed += by.total_seconds()
