"""What is wrong with an office file, said so that its author finds the place; and on which line a value stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from files.failure import Failure

Path = tuple[str | int, ...]
"""Where a value stands: `("people", 1, "weight")` is the weight of the second person."""

_PART = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|[A-Za-z0-9_-]+")
_DOTTED = rf"(?:{_PART.pattern})(?:\s*\.\s*(?:{_PART.pattern}))*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]")
_KEY = re.compile(rf"\s*({_DOTTED})\s*=")
_LONG_STRING_STRING_OR_COMMENT = re.compile(
    r'(""".*?(?<!\\)"""|\'\'\'.*?\'\'\')|("(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')|#[^\n]*', re.DOTALL
)
_PUNCTUATION = re.compile(r"[][{}=]")


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


class Lines:
    """Knows the line of every table and key, but nothing inside a value."""

    def __init__(self, text: str) -> None:
        self._line_of: dict[Path, int] = {}
        self._table: Path = ()
        self._arrays: Counter[Path] = Counter()  # how many tables each [[array]] has so far
        depth = 0
        bare = _LONG_STRING_STRING_OR_COMMENT.sub(_without_punctuation, text)
        for number, line in enumerate(bare.split("\n"), start=1):
            if depth == 0:
                self._note(line, number)
            depth += sum(line.count(c) for c in "[{") - sum(line.count(c) for c in "]}")

    def of(self, path: Path) -> int:
        """From 1. What has no line of its own is on the line of what it stands in."""
        while path and path not in self._line_of:
            path = path[:-1]
        return self._line_of.get(path, 1)

    def _note(self, line: str, number: int) -> None:
        if header := _HEADER.match(line):
            self._table = path = self._opened(_parts(header[2]), is_array=header[1] == "[[")
        elif key := _KEY.match(line):
            path = self._table + _parts(key[1])
        else:
            return
        for length in range(1, len(path) + 1):
            self._line_of.setdefault(path[:length], number)

    def _opened(self, parts: Path, *, is_array: bool) -> Path:
        """`[segments.match]` belongs to the latest of the `[[segments]]`."""
        self._arrays[parts] += is_array
        path: Path = ()
        for part in parts:
            path = (*path, part)
            if count := self._arrays[tuple(p for p in path if isinstance(p, str))]:
                path = (*path, count - 1)
        return path


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _without_punctuation(found: re.Match[str]) -> str:
    if found[1]:
        return '""' + "\n" * found[1].count("\n")
    return _PUNCTUATION.sub("_", found[2] or "")
