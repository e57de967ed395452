"""What lies between the bot and Telegram, and may fail: each fault strikes one request, a given number ahead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from bot.standin.faults import Again, Fine
from bot.standin.limits import COUNTED
from bot.standin.wire import Answer, ApiError, Call, ConnectionCutError, too_many_requests

FAULTS = ("cut", "reply lost", "500", "429", "403", "401", "dies before", "dies after")
FLOOD = 7  # seconds that a 429 asks for
SENDS = ("send", "copy")


class DeathError(BaseException):
    """The power goes."""


class Wire(Fine):
    """`seconds`: the clock by which Telegram's limits go."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._again = Again()
        self._strikes: dict[int, str] = {}
        self._struck: dict[int, str] = {}
        self._calls = 0
        self._closed: dict[object, float] = {}  # chats that were told to wait, until when
        self.twice = False  # every update comes a second time
        self.sent: list[
            tuple[int, int]
        ] = []  # chat and message, of what the bot has sent since it was asked last
        self.lost: set[tuple[int, int]] = set()  # messages of which the bot cannot know
        self.unsure: Counter[int] = Counter()  # by chat: sends of which it cannot know whether they arrived
        self.impatient: list[str] = []  # requests to a chat that was told to wait

    def strike(self, ahead: int, fault: str) -> None:
        self._strikes[self._calls + ahead] = fault

    def restart(self) -> None:
        """A new program does not know what the old one was told; Telegram tells it again."""
        self._closed.clear()

    def mend(self) -> None:
        self._strikes.clear()
        self.twice = False

    async def before(self, call: Call) -> None:
        self._calls += 1
        chat = call.params.get("chat_id")
        if call.method in COUNTED and self._closed.get(chat, 0.0) > self._seconds() + 1e-6:
            self.impatient.append(f"{call.method} to {chat}")
        match self._strikes.pop(self._calls, ""):
            case "cut":
                self._count_unsure(call)
                raise ConnectionCutError(f"{call.method} never arrived")
            case "500":
                raise ApiError(500, "Internal Server Error")
            case "429":
                self._closed[chat] = self._seconds() + FLOOD
                raise too_many_requests(FLOOD)
            case "403":
                raise ApiError(403, "Forbidden: bot was blocked by the user")
            case "401":
                raise ApiError(401, "Unauthorized")
            case "dies before":
                self._count_unsure(call)
                raise DeathError
            case fault:
                self._struck[id(call)] = fault

    async def after(self, call: Call, answer: Answer) -> Answer:
        answer = await self._again.after(call, answer) if self.twice else answer
        fault = self._struck.pop(id(call), "")
        made = list(_messages(call, answer))
        self.sent += made
        if fault in {"reply lost", "dies after"}:
            self._count_unsure(call)
            self.lost.update(made)
            raise DeathError if fault == "dies after" else ConnectionCutError("the reply was lost")
        return answer

    def _count_unsure(self, call: Call) -> None:
        if call.method.startswith(SENDS):
            self.unsure[int(call.params["chat_id"])] += 1


def _messages(call: Call, answer: Answer) -> Iterator[tuple[int, int]]:
    """What a sending request has made."""
    if answer.status == 200 and call.method.startswith(SENDS):
        result: Any = answer.body["result"]
        for message in result if isinstance(result, list) else [result]:
            yield int(call.params["chat_id"]), message["message_id"]
