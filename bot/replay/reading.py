"""Events from CSV. A row that cannot be is said with its file, line and field; then nothing is replayed."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from bot.failure import Failure
from bot.replay.events import Event
from bot.replay.rows import Rows
from bot.replay.values import BadValueError
from leads.office import Office

COLUMNS = ("at", "event", "who", "lead", "segment", "phone", "source", "text", "value")
NEEDED = ("at", "event")
MOST_PROBLEMS = 20
LONGEST_FIELD = 10_000_000  # characters; Python's own limit is a long letter

Line = tuple[int, list[str]]  # the number of a row's first line, and its cells


class EventsError(Failure):
    """The events cannot be replayed: one problem a line."""

    code = 2


def read_events(path: Path, office: Office) -> list[Event]:
    """All events, in time order. Raises EventsError, also when the file cannot be read."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise EventsError(f"{path}: {error.strerror or 'cannot be read'}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise EventsError(f"{path}:{line}: is not UTF-8 text") from error
    return Reader(str(path), office).read(text)


class Reader:
    """Reads row after row and collects what is wrong."""

    def __init__(self, name: str, office: Office) -> None:
        self._name = name
        self._rows = Rows(office)
        self._problems: list[str] = []

    def read(self, text: str) -> list[Event]:
        """Raises EventsError with every problem, the first twenty of them named."""
        lines = self._lines(text)
        line, header = next(lines, (1, []))
        columns = [name.strip() for name in header]
        while columns and not columns[-1]:
            columns.pop()
        for problem in _wrong_header(columns):
            self._wrong(line, problem)
        if not self._problems:
            found = [event for line, cells in lines if (event := self._row(line, columns, cells))]
        if self._problems:
            more = len(self._problems) - MOST_PROBLEMS
            told = self._problems[:MOST_PROBLEMS] + ([f"… and {more} more"] if more > 0 else [])
            raise EventsError("\n".join(told))
        return found

    def _lines(self, text: str) -> Iterator[Line]:
        """Every row with anything in it; the first that is no CSV is the last."""
        csv.field_size_limit(LONGEST_FIELD)
        rows, line = csv.reader(StringIO(text, newline=""), strict=True), 1
        try:
            for cells in rows:
                if any(cell.strip() for cell in cells):
                    yield line, cells
                line = rows.line_num + 1
        except csv.Error as error:
            self._wrong(line, f"is not CSV: {error}")

    def _row(self, line: int, columns: Sequence[str], cells: Sequence[str]) -> Event | None:
        surplus = next((n for n, cell in enumerate(cells) if n >= len(columns) and cell.strip()), None)
        if surplus is not None:
            self._wrong(
                line, f"column {surplus + 1}: has no name in the header; does a text with commas need quotes?"
            )
            return None
        row = dict.fromkeys(COLUMNS, "") | dict(zip(columns, map(str.strip, cells), strict=False))
        try:
            return self._rows.event(row)
        except BadValueError as error:
            self._wrong(line, str(error))
            return None

    def _wrong(self, line: int, what: str) -> None:
        self._problems.append(f"{self._name}:{line}: {what}")


def _wrong_header(columns: Sequence[str]) -> Iterator[str]:
    if len(columns) == 1 and ";" in columns[0]:
        yield f"{columns[0]}: fields are parted by semicolons; in CSV it is commas"
        return
    for place, name in enumerate(columns):
        if not name:
            yield f"column {place + 1}: has no name"
        elif name not in COLUMNS:
            yield f"{name}: unknown column; there are {', '.join(COLUMNS)}"
        elif name in columns[:place]:
            yield f"{name}: the column is there twice"
    for name in NEEDED:
        if name not in columns:
            yield f"{name}: the column is missing"
