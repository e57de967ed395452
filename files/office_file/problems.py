"""What is wrong with an office file, said so that its author finds the place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from files.failure import Failure

Path = tuple[str | int, ...]
"""Where a value stands: `("people", 1, "weight")` is the weight of the second person."""


@dataclass(frozen=True, slots=True)
class Problem:
    file: str
    line: int  # from 1
    field: str  # empty: the file as a whole
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (f"{self.file}:{self.line}", self.field, self.message) if part)


class OfficeFileError(Failure):
    """The office file has problems, one a line, and nothing of it was taken over."""

    code = 2

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def spelled(path: Path) -> str:
    """`people[1].weight`, counted from 0."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
