"""CSV files that people write: their rows, and the values in them, read strictly."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from files.failure import Failure
from leads.lead import MOST_AMOUNT, MOST_HUNDREDTHS
from leads.wall_clock import instant

T = TypeVar("T")

MOST_PROBLEMS = 20
LONGEST_FIELD = 10_000_000  # characters; Python's own limit is a long letter

Row = Mapping[str, str]  # every column of the format; what a file leaves out is empty
Line = tuple[int, list[str]]  # the number of a row's first line, and its cells
Watch = Callable[[Iterable[Line], int], Iterable[Line]]
"""Hands the lines on and shows how far they are; about how many they will be."""

YEARS = range(2000, 2101)  # Python's calendar ends; whatever counts with a time must stay inside it
A_DATE = re.compile(r"\d{4}-?\d\d-?\d\d|\d{4}-?W\d\d-?\d", re.ASCII)  # of ISO 8601, without a time
EVER = datetime.min.replace(tzinfo=UTC)


class RowsError(Failure):
    """The file cannot be used: one problem a line."""

    code = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Of one format. A file may have them in any order, and leave out all that are not `needed`.

    `ignored` may be there, and says nothing.
    """

    names: tuple[str, ...]
    needed: tuple[str, ...]
    ignored: tuple[str, ...] = ()


@dataclass(slots=True)
class Rejects:
    """The rows of a file that cannot be, each with the reason, below the file's own header."""

    header: list[str] = field(default_factory=list)
    rows: list[tuple[list[str], str]] = field(default_factory=list)


def unwatched(lines: Iterable[Line], _: int) -> Iterable[Line]:
    return lines


def read_rows(
    path: Path,
    columns: Columns,
    make: Callable[[Row], T],
    watch: Watch = unwatched,
    rejects: Rejects | None = None,
) -> list[T]:
    """Tells what `make` makes of each row, in the file's order; it raises BadValueError for a row that cannot be.

    Such rows are put into `rejects`; without it, one is enough for RowsError. What is no such file raises it anyway:
    a header that is wrong, a text that is none, a quote that does not end.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise RowsError(f"{path}: {error.strerror or 'cannot be read'}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise RowsError(f"{path}:{line}: is not UTF-8 text") from error
    return _Reader(str(path), columns, make, rejects).read(text, watch)


class _Reader(Generic[T]):
    """Reads row after row and collects what is wrong."""

    def __init__(
        self, name: str, columns: Columns, make: Callable[[Row], T], rejects: Rejects | None
    ) -> None:
        self._name = name
        self._columns = columns
        self._make = make
        self._rejects = rejects
        self._nothing = dict.fromkeys(columns.names, "")
        self._problems: list[str] = []

    def read(self, text: str, watch: Watch) -> list[T]:
        """Raises RowsError with every problem, the first twenty of them named."""
        found: list[T] = []
        lines = self._lines(text)
        line, header = next(lines, (1, []))
        here = [name.strip() for name in header]
        while here and not here[-1]:
            here.pop()
        for problem in _wrong_header(here, self._columns):
            self._wrong(line, problem)
        if self._rejects:
            self._rejects.header = here
        if not self._problems:
            for line, cells in watch(lines, text.count("\n")):
                found += self._row(line, here, cells)
        if self._problems:
            more = len(self._problems) - MOST_PROBLEMS
            told = self._problems[:MOST_PROBLEMS] + ([f"… and {more} more"] if more > 0 else [])
            raise RowsError("\n".join(told))
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

    def _row(self, line: int, here: Sequence[str], cells: list[str]) -> list[T]:
        """One thing, or none where the row is wrong."""
        surplus = next((n for n, cell in enumerate(cells) if n >= len(here) and cell.strip()), None)
        if surplus is not None:
            why = f"column {surplus + 1}: has no name in the header; does a text with commas need quotes?"
            return self._rejected(line, cells, why)
        row = self._nothing | dict(zip(here, map(one_spelling, cells), strict=False))
        try:
            return [self._make(row)]
        except BadValueError as error:
            return self._rejected(line, cells, str(error))

    def _rejected(self, line: int, cells: list[str], why: str) -> list[T]:
        if self._rejects is None:
            self._wrong(line, why)
        else:
            self._rejects.rows.append((cells, why))
        return []

    def _wrong(self, line: int, what: str) -> None:
        self._problems.append(f"{self._name}:{line}: {what}")


def _wrong_header(here: Sequence[str], columns: Columns) -> Iterator[str]:
    if len(here) == 1 and ";" in here[0]:
        yield f"{here[0]}: fields are parted by semicolons; in CSV it is commas"
        return
    for place, name in enumerate(here):
        if not name:
            yield f"column {place + 1}: has no name"
        elif name not in (*columns.names, *columns.ignored):
            yield f"{name}: unknown column; there are {', '.join(columns.names)}"
        elif name in here[:place]:
            yield f"{name}: the column is there twice"
    for name in columns.needed:
        if name not in here:
            yield f"{name}: the column is missing"


class BadValueError(ValueError):
    """A field that cannot be."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")


def one_spelling(cell: str) -> str:
    """A cell as every program would save it: macOS parts letters from their marks, Windows ends lines its own way."""
    return unicodedata.normalize("NFC", cell.replace("\r\n", "\n").replace("\r", "\n")).strip()


def moment(field: str, text: str, tz: ZoneInfo, last: datetime = EVER) -> datetime:
    """Reads ISO 8601 into UTC; without an offset it is what the clock on the office's wall says.

    Where the wall says the same twice, it is the first time that is not before `last`. A date alone means some time
    of that day: its midnight, or `last` where that is on the same day.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise BadValueError(field, f'"{text}" is not a time; write it like 2026-11-23T09:00:00') from None
    if found.year not in YEARS:
        raise BadValueError(field, f"{text} is not in the years 2000 to 2100")
    if found.tzinfo is not None:
        return found.astimezone(UTC)
    if A_DATE.fullmatch(text) and last > EVER and last.astimezone(tz).date() == found.date():
        return last
    first = instant(found, tz)
    again = found.replace(tzinfo=tz, fold=1).astimezone(UTC) if first < last else first
    return again if again >= last else first


def amount(field: str, text: str) -> int:
    """Returns a sum of money such as `12000` or `99.90`, in hundredths. At most `leads.lead.MOST_AMOUNT`."""
    found = re.fullmatch(r"(\d{1,30})(?:[.,](\d{1,2}))?", text.strip(), re.ASCII)
    if not found:
        raise BadValueError(field, f'"{text}" is not a sum of money; write it like 12000 or 99.90')
    whole, part = found.groups()
    hundredths = int(whole) * 100 + int((part or "0").ljust(2, "0"))
    if hundredths > MOST_HUNDREDTHS:
        raise BadValueError(
            field, f"{text} is more than any sale brings, which is {MOST_AMOUNT:_} at most".replace("_", " ")
        )
    return hundredths
