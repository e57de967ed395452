"""Events from CSV. A row that cannot be is said with its file, line and field; then nothing is replayed."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.failure import Failure
from bot.replay.events import Event
from bot.replay.rows import Rows
from bot.replay.values import BadValueError
from leads.office import Office

COLUMNS = ("at", "event", "who", "lead", "segment", "phone", "source", "text", "value")
MOST_PROBLEMS = 20


class EventsError(Failure):
    """The events cannot be replayed: one problem a line."""

    code = 2


def read_events(path: Path, office: Office) -> list[Event]:
    """All events, in time order. Raises EventsError, also when the file cannot be read."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return Reader(str(path), office).read(csv.reader(file, strict=True))
    except OSError as error:
        raise EventsError(f"{path}: {error.strerror or 'cannot be read'}") from error
    except UnicodeDecodeError as error:
        raise EventsError(f"{path}: is not UTF-8 text") from error


class Reader:
    """Reads row after row and collects what is wrong."""

    def __init__(self, name: str, office: Office) -> None:
        self._name = name
        self._rows = Rows(office)
        self._problems: list[str] = []

    def read(self, rows: Iterator[list[str]]) -> list[Event]:
        """Raises EventsError with every problem, the first twenty of them named."""
        try:
            columns = self._header(next(rows, []))
            found = [event for n, row in enumerate(rows, 2) if row and (event := self._row(n, columns, row))]
        except csv.Error as error:
            self._problems.append(f"{self._name}: is not CSV: {error}")
        if self._problems:
            more = len(self._problems) - MOST_PROBLEMS
            told = self._problems[:MOST_PROBLEMS] + ([f"… and {more} more"] if more > 0 else [])
            raise EventsError("\n".join(told))
        return found

    def _header(self, header: Sequence[str]) -> list[str]:
        names = [name.strip() for name in header]
        for name in names:
            if name not in COLUMNS:
                self._problems.append(
                    f"{self._name}:1: {name}: unknown column; there are {', '.join(COLUMNS)}"
                )
        for name in ("at", "event"):
            if name not in names:
                self._problems.append(f"{self._name}:1: {name}: the column is missing")
        return names

    def _row(self, line: int, columns: Sequence[str], cells: Sequence[str]) -> Event | None:
        if len(cells) > len(columns):
            self._problems.append(f"{self._name}:{line}: has more fields than the header")
            return None
        row = dict.fromkeys(COLUMNS, "") | dict(zip(columns, map(str.strip, cells), strict=False))
        try:
            return self._rows.event(row)
        except BadValueError as error:
            self._problems.append(f"{self._name}:{line}: {error}")
            return None
