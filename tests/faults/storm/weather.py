"""What goes wrong between the program and Telegram during the storm, and what can be seen of it from there."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random  # noqa: TID251 - the storm is seeded

from bot.clock import Clock
from bot.standin.faults import Again, CutAfter, CutBefore, Delay, Fault, Fine, Refuse, Storm
from bot.standin.wire import Answer, Call, ConnectionCutError

AGAIN = "Повторяю на всякий случай"
NUMBER = re.compile(r"№(\d+)")
MAKES_A_MESSAGE, ANSWERS_A_TAP = "sendMessage", "answerCallbackQuery"
POLLS = "getUpdates"
HANDED = "Передаю"
Place = tuple[str, str]  # a chat, the number of a lead


def chances(sleep: Callable[[float], Awaitable[object]]) -> dict[Fault, float]:
    """How often what happens; `sleep` takes seconds."""
    return {
        CutBefore(): 0.02,
        CutAfter(): 0.03,
        Delay(0.3, sleep): 0.04,
        Delay(1.5, sleep): 0.02,
        Refuse.server_error(500): 0.02,
        Refuse.server_error(502): 0.01,
        Refuse.flood(1): 0.01,
        Refuse.flood(3): 0.005,
        Again(): 0.1,
    }


@dataclass(frozen=True, slots=True)
class Aim:
    """The next request of this method whose parameters contain these words."""

    method: str
    words: str = ""

    def is_met(self, call: Call) -> bool:
        return call.method == self.method and self.words in str(call.params)


class Repeats:
    """Offers that were sent a second time because nobody knew whether the first had arrived, and why."""

    def __init__(self) -> None:
        self.for_kill: Counter[int] = Counter()  # by the number of the kill
        self.for_kill_in_chat: Counter[tuple[int, str]] = Counter()
        self.for_cut = 0
        self.for_nothing = 0
        self._last: dict[
            Place, tuple[int, bool]
        ] = {}  # how many kills there were then, and whether it was cut

    def sent(self, place: Place, kills: int, *, again: bool, is_cut: bool) -> None:
        if again:
            self._explain(place, kills)
        self._last[place] = (kills, is_cut)

    def _explain(self, place: Place, kills: int) -> None:
        before, was_cut = self._last.get(place, (kills - 1, False))
        if was_cut:
            self.for_cut += 1
        elif before == kills:
            self.for_nothing += 1
        else:
            self.for_kill[before + 1] += 1
            self.for_kill_in_chat[before + 1, place[0]] += 1


class Weather(Fine):
    """The storm itself. `strike` kills the program when the request in `aim` has been done; `heard`: it polls."""

    def __init__(self, rng: Random, clock: Clock) -> None:
        self._storm: Fault = Storm(rng, chances(clock.sleep))
        self._clock = clock
        self.repeats = Repeats()
        self.told_handed: dict[str, datetime] = {}  # by tap: when its owner was told "handed over"
        self.kills = 0
        self._life = 0  # how many kills whoever polled last has come after
        self.polled = asyncio.Event()  # the program is at work
        self.aim: Aim | None = None
        self.strike: Callable[[], None] = lambda: None
        self.heard: Callable[[], None] = lambda: None

    def calm(self) -> None:
        """From now on everything works."""
        self._storm = Fine()

    async def before(self, call: Call) -> None:
        if call.method == POLLS:
            self._life = self.kills
            self.polled.set()
            self.heard()
        try:
            await self._storm.before(call)
        except ConnectionCutError:
            self._note(call, is_cut=True)
            raise

    async def after(self, call: Call, answer: Answer) -> Answer:
        if self.aim and self.aim.is_met(call):
            self.aim = None
            self.strike()
        life = self._life
        try:
            answer = await self._storm.after(call, answer)
        except ConnectionCutError:
            self._note(call, is_cut=True, life=life)
            raise
        if answer.status == 200:  # what is refused was not sent
            self._note(call, is_cut=False, life=life)
        if call.method == ANSWERS_A_TAP and answer.status == 200 and call.params.get("text") == HANDED:
            self.told_handed[str(call.params["callback_query_id"])] = self._clock.now()
        return answer

    def _note(self, call: Call, *, is_cut: bool, life: int | None = None) -> None:
        """Whatever arrives before a new life has polled was sent by the one that was killed."""
        text = str(call.params.get("text", ""))
        number = NUMBER.search(text)
        if call.method == MAKES_A_MESSAGE and number:
            place = (str(call.params["chat_id"]), number[1])
            at = self._life if life is None else life
            self.repeats.sent(place, at, again=AGAIN in text, is_cut=is_cut)
