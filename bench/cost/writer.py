"""Writes a recipe down from what was seen at the stand-in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bench.cost.observed import as_sent
from bench.cost.office import SECRETARY
from bench.cost.recipe import PLACES, Recipe, Request, Step
from bot.standin.wire import Answer, Call


@dataclass(slots=True)
class Writer:
    """Writes a recipe down, one step after the other. `manager`: whose lead it has become, once that is known."""

    manager: int | None = None
    _steps: list[tuple[str, list[tuple[Call, Answer]], int]] = field(default_factory=list)

    def add(self, name: str, happened: Sequence[tuple[Call, Answer]], commits: int) -> None:
        self._steps.append((name, list(happened), commits))

    def recipe(self) -> Recipe:
        made: dict[tuple[int, int], int] = {}  # the number of the call by the message that it made
        number, steps = 0, []
        for name, happened, commits in self._steps:
            requests = []
            for call, answer in happened:
                requests.append(self._request(call, made))
                if place := _new_message(answer):
                    made.setdefault(place, number)
                number += 1
            steps.append(Step(name, tuple(requests), commits))
        return Recipe(tuple(steps))

    def _request(self, call: Call, made: Mapping[tuple[int, int], int]) -> Request:
        params = as_sent(call).model_dump(mode="json", exclude_unset=True, exclude_none=True)
        chat, message = params.get("chat_id"), params.get("message_id")
        of = made.get((int(chat), message)) if chat is not None and message is not None else None
        rest = {name: value for name, value in params.items() if name not in PLACES}
        return Request(call.method, None if chat is None else self._who(int(chat)), rest, of)

    def _who(self, chat: int) -> str:
        return {SECRETARY: "secretary", self.manager: "manager"}.get(chat, str(chat))


def _new_message(answer: Answer) -> tuple[int, int] | None:
    result = answer.body.get("result")
    if isinstance(result, dict) and "message_id" in result and "chat" in result:
        return result["chat"]["id"], result["message_id"]
    return None
