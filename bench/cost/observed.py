"""The stand-in as the measurer sees it: which calls arrived, and how long each tap waited for its answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from time import perf_counter

from aiogram.methods import TelegramMethod
from aiohttp import web

from bot.clock import SystemClock
from bot.standin.chats import Telegram
from bot.standin.http_door import http_door
from bot.standin.methods import BY_NAME
from bot.standin.people import Button, seen
from bot.standin.validation import parse
from bot.standin.wire import Answer, Call

LOOPBACK = "127.0.0.1"
POLLS, ANSWERS_A_TAP = "getUpdates", "answerCallbackQuery"
LOOKS_BACK = 12  # messages: what anybody taps is among the newest
PATIENCE = 20.0  # seconds, until a program that does nothing has failed


class StandstillError(Exception):
    """The program did not do in time what it does for every lead."""


class Observed(Telegram):
    """`takes_all`: it knows no limits, for a bot that knows no pace."""

    def __init__(self, people: Collection[int], *, takes_all: bool) -> None:
        clock = SystemClock()
        super().__init__(lambda: clock.now().timestamp(), monotonic=clock.monotonic)
        for id in people:
            self.add_user(id, f"Person {id}")
            self.chats[id].started = True
        self.takes_all = takes_all
        self.calls = 0  # that people notice: all but polls and questions about the bot
        self.polls = 0
        self.latencies: list[float] = []  # seconds from handing out a tap to its answer
        self.record: list[tuple[Call, Answer]] | None = None  # what is called, while somebody wants to know
        self.answered: set[str] = set()  # taps
        self._handed: dict[str, float] = {}
        self._changed = asyncio.Event()

    async def handle(self, token: str, call: Call) -> Answer:
        arrived = perf_counter()
        if call.method == POLLS:
            self._is_polled()
        if call.method == ANSWERS_A_TAP:
            self._is_answered(str(call.params["callback_query_id"]), arrived)
        answer = await super().handle(token, call)
        if call.method == POLLS and answer.status == 200:
            self._hand_out(answer)
        elif is_noticed(call.method):
            self.calls += 1
            if self.record is not None:
                self.record.append((call, answer))
        self._changed.set()
        return answer

    async def until(self, condition: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
        """Looks again after each call that arrives. Raises StandstillError."""
        try:
            async with asyncio.timeout(seconds):
                while not condition():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            raise StandstillError(f"after {seconds:.0f} seconds: {what}") from None

    async def called(self, wanted: int, step: str) -> None:
        """Until there were so many calls in all. Raises StandstillError."""
        await self.until(lambda: self.calls >= wanted, f"{step}: {wanted - self.calls} calls are missing")

    async def quiet(self, seconds: float) -> None:
        """Until so many seconds have passed without a call that people notice."""
        before = -1
        while before != self.calls:
            before = self.calls
            await asyncio.sleep(seconds)

    def button(self, who: int, words: str) -> tuple[int, Button] | None:
        """The newest message of this chat with such a button."""
        newest = list(self.chats[who].messages.values())[: -LOOKS_BACK - 1 : -1]
        for message in newest:
            if message["from"]["is_bot"] and (button := seen(message).button(words)):
                return message["message_id"], button
        return None

    def _is_polled(self) -> None:
        self.polls += 1
        self._changed.set()  # it waits long for its answer

    def _is_answered(self, query: str, now: float) -> None:
        self.answered.add(query)
        if (since := self._handed.pop(query, None)) is not None:
            self.latencies.append(now - since)

    def _hand_out(self, answer: Answer) -> None:
        now = perf_counter()
        for update in answer.body["result"]:
            if query := update.get("callback_query"):
                self._handed.setdefault(query["id"], now)

    def _count(self, request: TelegramMethod[object]) -> None:
        if not self.takes_all:
            super()._count(request)


def is_noticed(method: str) -> bool:
    return not method.startswith(("get", "set", "delete")) or method == "deleteMessage"


def as_sent(call: Call) -> TelegramMethod[object]:
    """The request as aiogram has it."""
    return parse(BY_NAME[call.method.lower()], call.params, call.uploads)


@asynccontextmanager
async def served(telegram: Telegram) -> AsyncIterator[str]:
    """The address of the Bot API that this stand-in answers at; gone at the end, with every connection."""
    runner = web.AppRunner(http_door(telegram), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    try:
        await web.TCPSite(runner, LOOPBACK, 0).start()
        yield f"http://{LOOPBACK}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
