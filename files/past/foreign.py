"""Past leads out of another program's table: its columns recognised or named, its spellings read, into our own rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Final, Generic, TypeVar
from zoneinfo import ZoneInfo

from files.csv_file import (
    MOST_PROBLEMS,
    BadValueError,
    Rejects,
    Row,
    RowsError,
    Watch,
    one_spelling,
    unwatched,
)
from files.failure import Failure
from files.past.columns import FIELDS, JOINED, Places, likeness, recognised
from files.past.lines import COLUMNS
from files.past.spellings import moment_in, outcome_in, sum_in
from files.tables import Table, opened
from leads.lead import Outcome
from leads.words import folded

T = TypeVar("T")

NOTHING: Final = frozenset(
    {
        *"-–—",
        "н/д",
        "n/a",
        "null",
        "none",
        "нет данных",
        "не указан",
        "не указана",
        "не указано",
        "не закрыта",
        "не закрыт",
    }
    | {"00.00.0000", "0000-00-00", "0000-00-00 00:00:00", "00.00.0000 00:00:00"}
)
"""What programs and people put into a cell that says nothing."""

APART: Final = {"phone": ", ", "name": " ", "text": "\n"}


class NoColumnError(Failure):
    """A field is to be read from a column that the file has not, or there is no such field."""

    code = 2


@dataclass(slots=True)
class Seen:
    """What was read on the way. `open_stages`: words that say no outcome, and how often each: those leads stay open."""

    open_stages: Counter[str] = field(default_factory=Counter)


def is_own(path: Path) -> bool:
    """Tells whether a file is written as our own format says, and is read strictly: commas, UTF-8, a column `at`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline(10_000)
    except (OSError, UnicodeDecodeError):
        return not path.is_file()  # whoever reads it says what is wrong
    header = [name.strip().strip('"') for name in first.split(",")]
    return not first or COLUMNS.needed[0] in header


def places_of(table: Table, named: Mapping[str, Sequence[str]]) -> Places:
    """Does what `places_in` does for an open table. Raises NoColumnError, and RowsError where nothing says when leads
    came.
    """
    try:
        found = places_in(table.header, named)
    except NoColumnError as error:
        raise NoColumnError(f"{error}; {_there(table)}") from None
    if "at" not in found:
        why = "no column says when each lead came; name it with --map at=COLUMN"
        raise RowsError(f"{table.name}:{table.line}: at: {why}; {_there(table)}")
    return found


def places_in(header: Sequence[str], named: Mapping[str, Sequence[str]]) -> Places:
    """Tells which columns each field is made of: those that are `named`, by their headers; else those recognised.

    A field that is named with no column has none. Raises NoColumnError.
    """
    found: dict[str, tuple[int, ...]] = dict(recognised(header))
    by_name = {folded(cell): place for place, cell in reversed(list(enumerate(header))) if cell}
    for name, columns in named.items():
        if name not in FIELDS:
            raise NoColumnError(f"--map: {name}: is no field; there are {', '.join(FIELDS)}")
        for column in columns:
            if folded(column) not in by_name:
                raise NoColumnError(f"--map: {column}: no such column")
        own = tuple(by_name[folded(column)] for column in columns)
        found = {
            field: left
            for field, places in found.items()
            if field != name and (left := tuple(place for place in places if place not in own))
        }
        if own:
            found[name] = own if name in JOINED else own[:1]
    return found


def _there(table: Table) -> str:
    return f"there are {', '.join(cell for cell in table.header if cell) or 'none'}"


def read_foreign(
    path: Path,
    named: Mapping[str, Sequence[str]],
    make: Callable[[Row], T],
    now: datetime,
    watch: Watch = unwatched,
    rejects: Rejects | None = None,
) -> tuple[list[T], Seen]:
    """Does what `read_rows` does, for a table of another program. `now`: naive, on the office's wall."""
    with opened(path, str(path), likeness) as table:
        reading = Reading(table, places_of(table, named), make, now, rejects)
        found = list(
            chain.from_iterable(reading.row(line, cells) for line, cells in watch(table.rows, table.total))
        )
        reading.end()
    return found, reading.seen


@dataclass(slots=True)
class Reading(Generic[T]):
    """A table that is being read, row after row. Without `rejects` a row that cannot be is one too many."""

    table: Table
    places: Places
    make: Callable[[Row], T]
    now: datetime  # naive, on the office's wall
    rejects: Rejects | None
    seen: Seen = field(default_factory=Seen)
    _problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.rejects:
            self.rejects.header = list(self.table.header)

    def row(self, line: int, cells: Sequence[str]) -> list[T]:
        """Returns one thing, or none where the row cannot be."""
        try:
            return [self.make(translated(cells, self.places, self.now, self.seen))]
        except BadValueError as error:
            if self.rejects:
                self.rejects.rows.append((list(cells), str(error)))
            else:
                self._problems.append(f"{self.table.name}:{line}: {error}")
        return []

    def end(self) -> None:
        """Raises RowsError with every problem, the first twenty of them named."""
        more = len(self._problems) - MOST_PROBLEMS
        if self._problems:
            told = self._problems[:MOST_PROBLEMS] + ([f"… and {more} more"] if more > 0 else [])
            raise RowsError("\n".join(told))


def translated(cells: Sequence[str], places: Places, now: datetime, seen: Seen) -> Row:
    """Returns a row as our own format has it. `now`: naive, on the office's wall. Raises BadValueError."""
    said = dict.fromkeys(COLUMNS.names, "")
    said |= {field: APART.get(field, " ").join(_cells(cells, whose)) for field, whose in places.items()}
    at = moment_in("at", said["at"])
    if at is None:
        raise BadValueError("at", "is empty: when did it come?")
    outcome = outcome_in(said["outcome"])
    if outcome is None and said["outcome"]:
        seen.open_stages[said["outcome"][:100]] += 1
    claimed = moment_in("claimed_at", said["claimed_at"])
    closed = moment_in("closed_at", said["closed_at"]) if outcome else None
    amount = sum_in("amount", said["amount"]) if outcome is Outcome.WON else ""
    return said | {
        "at": at.isoformat(),
        "claimed_at": claimed.isoformat() if claimed else "",
        "outcome": outcome.value if outcome else "",
        "closed_at": closed.isoformat() if closed and _has_been(closed, claimed or at, now) else "",
        "amount": amount,
    }


def _cells(cells: Sequence[str], places: Sequence[int]) -> Iterator[str]:
    found = (one_spelling(cells[place]) for place in places if place < len(cells))
    return (cell for cell in dict.fromkeys(found) if cell and folded(cell) not in NOTHING)


def _has_been(closed: datetime | date, since: datetime | date, now: datetime) -> bool:
    """Whether it is a time at which something can have been closed: programs keep there what was only planned."""
    both = [moment for moment in (since, closed) if isinstance(moment, datetime) and moment.tzinfo is None]
    if len(both) == 2 and both[0] > both[1]:
        return False
    return _day(since) <= _day(closed) <= now.date()


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def wall_now(now: datetime, zone: ZoneInfo) -> datetime:
    """Returns the time on the wall of this zone, naive."""
    return now.astimezone(zone).replace(tzinfo=None)
