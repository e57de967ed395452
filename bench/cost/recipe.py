"""What the program does for a lead, step by step, written down so that a bare bot can do the same.

A step is what one person does; the calls of the Bot API and the durable commits that follow from it are counted at
the stand-in and in the program, in the very run that measures them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

STEPS = ("draft", "hand", "claim", "mark", "sale", "skip")
STEP = "step:"  # what the buttons of a bare bot carry, and then the name of the step
PLACES = ("chat_id", "message_id", "callback_query_id")  # what the bare bot fills in itself


@dataclass(frozen=True, slots=True)
class Request:
    """One call. `chat`: "secretary", "manager", somebody else's number, or None where it names none."""

    method: str
    chat: str | None
    params: Mapping[str, Any]
    of: int | None = None  # which of the lead's calls made the message that this one changes


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    requests: tuple[Request, ...]
    commits: int


@dataclass(frozen=True, slots=True)
class Recipe:
    steps: tuple[Step, ...]

    def step(self, name: str) -> Step:
        return next(step for step in self.steps if step.name == name)

    @property
    def calls(self) -> int:
        return sum(len(step.requests) for step in self.steps)

    @property
    def commits(self) -> int:
        return sum(step.commits for step in self.steps)

    def save(self, file: Path) -> None:
        file.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, file: Path) -> Recipe:
        steps = json.loads(file.read_text(encoding="utf-8"))["steps"]
        return cls(
            tuple(Step(s["name"], tuple(Request(**r) for r in s["requests"]), s["commits"]) for s in steps)
        )
