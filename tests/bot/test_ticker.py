"""The ticker in real time: woken by the scheduler, in the loop's own thread, stopped without a word."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field

import pytest

from bot.ticker import Ticker

LOOKS = 30


@dataclass
class Counted:
    """Stands for the clockwork: counts the looks, and fails at one of them."""

    looks: int = 0
    bites: int = 0
    threads: set[int] = field(default_factory=set)
    enough: asyncio.Event = field(default_factory=asyncio.Event)

    async def tick(self) -> None:
        self.looks += 1
        self.threads.add(threading.get_ident())
        if self.looks == LOOKS // 2:
            raise OSError("the disk is full")
        if self.looks == LOOKS:
            self.enough.set()

    async def forget(self) -> bool:
        """Three bites, then the day is done."""
        self.bites += 1
        return self.bites == 3


async def test_it_looks_again_and_again_also_after_a_failure_and_stops_silently(
    caplog: pytest.LogCaptureFixture,
) -> None:
    clockwork = Counted()
    ticker = Ticker(clockwork, every=0.001)
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        running = group.create_task(ticker.run())
        await clockwork.enough.wait()
        running.cancel()
    assert clockwork.bites == 3, "once a day, from the start on: some programs are restarted every night"
    assert clockwork.threads == {threading.get_ident()}
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == [
        "the ticker failed and will look again: OSError"
    ]
