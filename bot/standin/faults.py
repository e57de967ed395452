"""What goes wrong between a bot and Telegram, on purpose. `telegram.faults` is one of these."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol

from bot.standin.wire import Answer, ApiError, Call, ConnectionCutError, too_many_requests

SERVER_ERRORS = {500: "Internal Server Error", 502: "Bad Gateway", 504: "Gateway Timeout"}


class Fault(Protocol):
    async def before(self, call: Call) -> None:
        """Whatever is raised here, ApiError or ConnectionCutError, the request is not applied."""

    async def after(self, call: Call, answer: Answer) -> Answer:
        """The request was applied. Raising ConnectionCutError loses the reply, another answer replaces it."""


class Fine:
    """Nothing goes wrong."""

    async def before(self, call: Call) -> None:
        """Lets the request through."""

    async def after(self, call: Call, answer: Answer) -> Answer:  # noqa: ARG002 - the protocol's signature
        return answer


class Refuse(Fine):
    """Answers an error instead of applying the request."""

    def __init__(self, error: ApiError) -> None:
        self._error = error

    async def before(self, call: Call) -> None:  # noqa: ARG002 - the protocol's signature
        raise ApiError(self._error.code, self._error.description, self._error.parameters)

    @classmethod
    def server_error(cls, code: int = 502) -> Refuse:
        return cls(ApiError(code, SERVER_ERRORS[code]))

    @classmethod
    def flood(cls, retry_after: int) -> Refuse:
        """Returns a 429; in seconds."""
        return cls(too_many_requests(retry_after))

    @classmethod
    def blocked(cls) -> Refuse:
        return cls(ApiError(403, "Forbidden: bot was blocked by the user"))


class CutBefore(Fine):
    """The connection drops before the request is applied."""

    async def before(self, call: Call) -> None:
        raise ConnectionCutError(f"{call.method} never arrived")


class CutAfter(Fine):
    """The request is applied, its reply is lost."""

    async def after(self, call: Call, answer: Answer) -> Answer:  # noqa: ARG002 - the protocol's signature
        raise ConnectionCutError(f"the reply to {call.method} was lost")


class Delay(Fine):
    """The reply comes late; `sleep` is asyncio.sleep, or a test's own."""

    def __init__(self, seconds: float, sleep: Callable[[float], Awaitable[object]]) -> None:
        self._seconds = seconds
        self._sleep = sleep

    async def after(self, call: Call, answer: Answer) -> Answer:  # noqa: ARG002 - the protocol's signature
        await self._sleep(self._seconds)
        return answer


class Again(Fine):
    """Every update is delivered a second time, with the next getUpdates, although it was confirmed."""

    def __init__(self) -> None:
        self._last: list[object] = []

    async def after(self, call: Call, answer: Answer) -> Answer:
        if call.method.lower() != "getupdates" or answer.status != 200:
            return answer
        new: list[object] = [update for update in answer.body["result"] if update not in self._last]
        repeated, self._last = self._last, new
        return Answer.of(repeated + new)


class Script(Fine):
    """It has faults in order: each waits for its method (or `*`, any) and strikes once."""

    def __init__(self, *lines: tuple[str, Fault]) -> None:
        self._lines = deque(lines)
        self._struck: dict[int, Fault] = {}

    @property
    def is_over(self) -> bool:
        return not self._lines

    async def before(self, call: Call) -> None:
        if self._lines and self._lines[0][0] in ("*", call.method):
            fault = self._struck[id(call)] = self._lines.popleft()[1]
            try:
                await fault.before(call)
            except (ApiError, ConnectionCutError):
                del self._struck[id(call)]
                raise

    async def after(self, call: Call, answer: Answer) -> Answer:
        fault = self._struck.pop(id(call), None)
        return await fault.after(call, answer) if fault else answer


class Storm(Fine):
    """Any request may meet any of these faults, each with its own probability (their sum is at most 1)."""

    def __init__(self, rng: random.Random, chances: Mapping[Fault, float]) -> None:
        self._rng = rng
        self._faults = [*chances, Fine()]
        self._weights = [*chances.values(), 1 - sum(chances.values())]
        self._struck: dict[int, Fault] = {}

    async def before(self, call: Call) -> None:
        fault = self._rng.choices(self._faults, self._weights)[0]
        await fault.before(call)
        self._struck[id(call)] = fault

    async def after(self, call: Call, answer: Answer) -> Answer:
        return await self._struck.pop(id(call), Fine()).after(call, answer)
