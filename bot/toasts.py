"""Answers to taps, sent beside the intake: a hundred taps of one person, or a slow Telegram, hold nobody else up."""

from __future__ import annotations

import asyncio
import logging

from aiogram import Bot
from aiogram.methods import AnswerCallbackQuery

AT_ONCE = 10  # requests under way
MOST = 1000  # that wait; whoever taps faster sees some of their buttons wait in vain
TIMEOUT = 10  # seconds for one; a tap that waits longer has been given up by whoever tapped

log = logging.getLogger(__name__)


class Toasts:
    """What is lost here is only the word on the screen: what a tap did is stored before."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._waiting: asyncio.Queue[AnswerCallbackQuery] = asyncio.Queue(MOST)

    def put(self, toast: AnswerCallbackQuery) -> None:
        """Waits for nothing."""
        try:
            self._waiting.put_nowait(toast)
        except asyncio.QueueFull:
            log.warning("a tap was not answered: %d others wait", MOST)

    async def run(self) -> None:
        """Runs for ever."""
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(self._work())

    async def drain(self) -> None:
        """Sends until none waits."""
        while not self._waiting.empty():
            await self._send(self._waiting.get_nowait())

    async def _work(self) -> None:
        while True:
            await self._send(await self._waiting.get())

    async def _send(self, toast: AnswerCallbackQuery) -> None:
        """Telegram may have forgotten the tap by now, or be out of reach."""
        try:
            await self._bot(toast, request_timeout=TIMEOUT)
        except Exception as error:  # noqa: BLE001 - a proxy's library raises anything
            log.info("a tap was not answered: %s", type(error).__name__)
