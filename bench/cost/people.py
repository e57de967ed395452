"""The people of a lead at their phones: each step is one message or one tap, and is over when the program has done
what it does for it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from typing import Protocol

from bench.cost.observed import Observed
from bench.cost.office import SECRETARY
from bench.cost.recipe import STEP, STEPS, Recipe

HAND, CLAIM = "Передать", "Беру"
WORDS = {"hand": HAND, "claim": CLAIM, "mark": "Дозвонился", "sale": "Продажа", "skip": "Пропустить"}


class People(Protocol):
    """Of one bot, ours or the bare one. `manager`: who has the lead that is on its way."""

    telegram: Observed
    manager: int

    async def act(self, step: str) -> str | None:
        """Does it. Returns the query of a tap."""

    def mark(self, manager: int) -> str | None:
        """The manager marks something on the lead that he has. Returns the query."""


@dataclass(slots=True)
class OurPeople:
    """They look for the words on the buttons, as in life: who gets the lead, the program alone decides."""

    telegram: Observed
    managers: Sequence[int]
    manager: int = 0
    clients: int = 0  # so far, each with a phone of his own
    _marks: dict[int, int] = field(default_factory=dict)

    async def act(self, step: str) -> str | None:
        if step == "draft":
            self.telegram.send_text(SECRETARY, message(self.clients))
            self.clients += 1
            return None
        if step == "claim":
            await self.telegram.until(self._offered, "nobody is offered the lead")
        who = SECRETARY if step == "hand" else self.manager
        words = WORDS[step]
        await self.telegram.until(lambda: self.telegram.button(who, words), f"no button {words}")
        return self._tap(who, words)

    def mark(self, manager: int) -> str | None:
        """Now this, now that."""
        number = self._marks[manager] = self._marks.get(manager, 0) + 1
        return self._tap(manager, ("Недозвон", "Дозвонился")[number % 2])

    def _offered(self) -> bool:
        found = [who for who in self.managers if self.telegram.button(who, CLAIM)]
        self.manager = found[0] if found else 0
        return bool(found)

    def _tap(self, who: int, words: str) -> str | None:
        found = self.telegram.button(who, words)
        return self.telegram.tap(who, found[0], data=found[1].value) if found else None


class BarePeople:
    """They tap what a bare bot understands, which is the name of the step."""

    def __init__(self, telegram: Observed, managers: Sequence[int]) -> None:
        self.telegram = telegram
        self.manager = 0
        self._turns: Iterator[int] = cycle(managers)

    async def act(self, step: str) -> str | None:
        if step == "draft":
            self.manager = next(self._turns)
            self.telegram.send_text(SECRETARY, message(0))
            return None
        return self._tap(SECRETARY if step == "hand" else self.manager, step)

    def mark(self, manager: int) -> str | None:
        return self._tap(manager, "mark")

    def _tap(self, who: int, step: str) -> str | None:
        return self.telegram.tap(who, self.telegram.chats[who].last_id, data=STEP + step)


A_MOMENT = 0.02  # seconds that nobody is faster than: from seeing a button to having tapped it


async def live(people: People, recipe: Recipe, steps: Sequence[str] = STEPS) -> None:
    """One lead, each step a moment after the one before. Raises StandstillError."""
    for step in steps:
        wanted = people.telegram.calls + len(recipe.step(step).requests)
        await people.act(step)
        await people.telegram.called(wanted, step)
        await asyncio.sleep(A_MOMENT)


def message(number: int) -> str:
    """What the secretary writes of the client with this number, from 0; his phone is nobody else's."""
    digits = f"{2_000_000 + number}"
    return f"Клиент Рустам 8 (843) {digits[:3]}-{digits[3:5]}-{digits[5:]}, окна"
