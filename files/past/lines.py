"""One row of the file as a lead of the past, read strictly; and the file of rows that are rejected."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar

from contacts.languages import language_of
from contacts.phones import is_own, read_phones
from contacts.reading import LONGEST_TEXT
from contacts.territories import NOWHERE, Whereabouts, whereabouts
from files.csv_file import BadValueError, Columns, Rejects, Row, Watch, amount, moment, read_rows
from files.failure import Failure
from files.past.names import Names
from leads.client import Client
from leads.lead import Outcome
from leads.office import Office
from leads.past import Past, closing, disorder

T = TypeVar("T")

REASON: Final = "reason"  # of a rejected row: whoever mends the row may leave it where it stands
COLUMNS: Final = Columns(
    (
        *("at", "phone", "name", "segment", "source", "text"),
        *("manager", "claimed_at", "outcome", "closed_at", "amount"),
    ),
    needed=("at",),
    ignored=(REASON,),
)
NOTHING: Final = ""
FEWEST_DIGITS: Final = 7  # of a number; to look closely takes long


@dataclass(frozen=True, slots=True)
class Line:
    """`past.segment` is empty where the file leaves it to the office's rules."""

    past: Past
    client: Client


def read_lines(
    path: Path,
    office: Office,
    people: Names,
    segments: Names,
    now: datetime,
    watch: Watch,
    rejects: Rejects | None = None,
) -> list[Line]:
    """Reads the lines in the file's order; nothing in it is later than `now`. Raises RowsError, as `read_rows` does."""
    return read_rows(path, COLUMNS, Rows(office, people, segments, now).line, watch, rejects)


class Rows:
    """Every method raises BadValueError."""

    def __init__(self, office: Office, people: Names, segments: Names, now: datetime) -> None:
        self._office = office
        self.zone = office.timezone
        self._locale = office.locale
        active = [s for s in office.segments if not s.retired]
        self._has_rules = bool(active)
        self._is_region_read = any(s.match and s.match.region for s in active)
        self._people = people
        self._segments = segments
        self._now = now
        self._own = office.own_phones
        self._phones: dict[str, tuple[str, ...]] = {}  # by what the file says: clients come again
        self._places: dict[tuple[str, str | None], Whereabouts] = {}

    def line(self, row: Row) -> Line:
        """Returns the line; whoever a wrong one would have made is not made."""
        before = self._people.mark(), self._segments.mark()
        try:
            return self._line(row)
        except BadValueError:
            self._people.back_to(before[0])
            self._segments.back_to(before[1])
            raise

    def _line(self, row: Row) -> Line:
        if broken := next((name for name, text in row.items() if "\0" in text), None):
            raise BadValueError(broken, "holds a character that is none (NUL)")
        past = self._past(row)
        if wrong := disorder(past, self._now):
            raise BadValueError(*wrong)
        return Line(replace(past, closed_at=closing(past)), self._client(row))

    def _past(self, row: Row) -> Past:
        at = moment("at", row["at"], self.zone)
        claimed_at = _perhaps(row, "claimed_at", lambda text: moment("claimed_at", text, self.zone, at))
        since = claimed_at or at
        return Past(
            at=at,
            segment=self._segment(row["segment"]),
            source=self._source(row["source"]),
            who=_perhaps(row, "manager", self._people.find),
            claimed_at=claimed_at,
            outcome=_perhaps(row, "outcome", _outcome),
            closed_at=_perhaps(row, "closed_at", lambda text: moment("closed_at", text, self.zone, since)),
            amount=_amount(row),
        )

    def _segment(self, said: str) -> str:
        if said:
            return self._segments.find(said)
        if not self._has_rules:
            raise BadValueError("segment", "is missing, and the office has no rules that would tell")
        return NOTHING

    def _source(self, said: str) -> str | None:
        """By its id where the office has named it; else as the file says it."""
        known = self._office.source(said)
        return known.id if known else said or None

    def _client(self, row: Row) -> Client:
        text, own = row["text"][:LONGEST_TEXT], self._phone(row["phone"])
        phones = (*own, *self._in_text(text)) if _may_hold_a_phone(text) else own
        phone = own[0] if own else None
        where = NOWHERE if row["segment"] else self._where(text, phone)
        return Client(
            name=row["name"] or None,
            phone=phone,
            phones=tuple(dict.fromkeys(phones)),
            region=where.region,
            place=where.place,
            region_by=where.by,
            source=row["source"] or None,
            language=language_of(text),
            text=text,
        )

    def _phone(self, said: str) -> tuple[str, ...]:
        """The client's first. The office's own number is no client's: there is none then."""
        if not said:
            return ()
        if said not in self._phones:
            self._phones[said] = read_phones(said, is_field=True).different
        if not self._phones[said]:
            raise BadValueError("phone", "is not a phone number")
        return tuple(phone for phone in self._phones[said] if not is_own(phone, self._own))

    def _in_text(self, text: str) -> tuple[str, ...]:
        """As of a message that the bot reads: whoever else is spoken of is somebody's client, too."""
        return read_phones(text, self._own).different

    def _where(self, text: str, phone: str | None) -> Whereabouts:
        """Read only where a rule asks for it: that takes longer than all the rest of a row."""
        if not self._is_region_read:
            return NOWHERE
        if (text, phone) not in self._places:
            self._places[text, phone] = whereabouts(text, phone, self._locale)
        return self._places[text, phone]


def _perhaps(row: Row, column: str, read: Callable[[str], T]) -> T | None:
    return read(row[column]) if row[column] else None


def _outcome(text: str) -> Outcome:
    if text not in set(Outcome):
        raise BadValueError("outcome", f'"{text}" is no outcome; there are {", ".join(Outcome)}, or nothing')
    return Outcome(text)


def _amount(row: Row) -> int | None:
    """Nothing is what a lead brought that was not won, also where a program has written that as 0."""
    found = _perhaps(row, "amount", lambda text: amount("amount", text))
    return found if found or row["outcome"] == Outcome.WON else None


def _may_hold_a_phone(text: str) -> bool:
    return sum(character.isdigit() for character in text) >= FEWEST_DIGITS


class NoPlaceError(Failure):
    """The rejected rows would be written over what they come from."""

    code = 2


def look_at(file: Path, place: Path) -> None:
    """Raises NoPlaceError where the rejects are to go into the imported file itself."""
    if place.exists() and place.samefile(file):
        raise NoPlaceError(f"--rejects: {place} is the file that is imported; name another one")


def write_rejects(rejects: Rejects, place: Path) -> None:
    """Writes the rows as they stand in the file, the reason behind them; an earlier file goes. Raises OSError.

    Where nothing is rejected there is no file afterwards, so that nobody mends what was mended.
    """
    if not rejects.rows:
        place.unlink(missing_ok=True)
        return
    header = [name for name in rejects.header if name != REASON]
    kept = [n for n, name in enumerate(rejects.header) if name != REASON]
    with place.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([*header, REASON])
        for cells, why in rejects.rows:
            surplus = cells[len(rejects.header) :]
            row = [cells[n] if n < len(cells) else "" for n in kept]
            writer.writerow([*row, why, *surplus])
