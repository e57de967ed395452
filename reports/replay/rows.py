"""Recorded events, read from CSV row by row. What later rows refer to is remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from contacts.phones import is_own, phone_of
from contacts.territories import NOWHERE, whereabouts
from files.csv_file import BadValueError, Columns, Row, amount, moment, read_rows
from leads.durations import parse_duration
from leads.lead import Outcome
from leads.office import Office, Role
from reports.replay import events
from reports.replay.events import Answer, Does, Event

COLUMNS = Columns(
    ("at", "event", "who", "lead", "segment", "phone", "source", "text", "value"), needed=("at", "event")
)

ANSWERS = frozenset(Does)


def read_events(path: Path, office: Office) -> list[Event]:
    """Reads all events, in time order. Raises RowsError."""
    return read_rows(path, COLUMNS, Rows(office).event)


class Rows:
    """Turns rows into events, in time order. Every method raises BadValueError."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._managers = {p.id for p in office.with_role(Role.MANAGER)}
        self._active = [s.id for s in office.segments if not s.retired]
        self._members = {s.id: set(s.members) for s in office.segments}
        self._is_region_read = any(s.match and s.match.region for s in office.segments)
        self._own = office.own_phones
        self._leads: set[str] = set()
        self._last = datetime.min.replace(tzinfo=UTC)

    def event(self, row: Row) -> Event:
        at = moment("at", row["at"], self._office.timezone, self._last)
        if at < self._last:
            raise BadValueError("at", f"{row['at']} is earlier than the row before")
        self._last = at
        make = MAKERS.get(row["event"])
        if make is None:
            known = f'unknown event "{row["event"]}"; there are {", ".join(MAKERS)}'
            raise BadValueError("event", known if row["event"] else "is missing")
        return make(self, at, row)

    def checked_in(self, at: datetime, row: Row) -> Event:
        return events.CheckedIn(at, self._person(row))

    def checked_out(self, at: datetime, row: Row) -> Event:
        return events.CheckedOut(at, self._person(row))

    def leave(self, at: datetime, row: Row) -> Event:
        return events.WentOnLeave(at, self._person(row), moment("value", row["value"], self._office.timezone))

    def join(self, at: datetime, row: Row) -> Event:
        who, segment = self._person(row), self._segment(row)
        if who in self._members[segment]:
            raise BadValueError("who", f"{who} is a member of {segment} already")
        self._members[segment].add(who)
        return events.Joined(at, who, segment, read_weight(row["value"]) if row["value"] else None)

    def quit(self, at: datetime, row: Row) -> Event:
        who, segment = self._person(row), self._segment(row)
        if who not in self._members[segment]:
            raise BadValueError("who", f"{who} is not a member of {segment}")
        self._members[segment].remove(who)
        return events.Quit(at, who, segment)

    def weight(self, at: datetime, row: Row) -> Event:
        return events.Weighed(at, self._person(row), read_weight(row["value"]))

    def lead(self, at: datetime, row: Row) -> Event:
        lead = row["lead"]
        if not lead:
            raise BadValueError("lead", "is missing")
        if lead in self._leads:
            raise BadValueError("lead", f"{lead} is handed over already")
        self._leads.add(lead)
        given = read_answers(row["value"], self._office)
        phone = self._phone(row["phone"])
        if not self._active:
            raise BadValueError("segment", "the office has no segments")
        return events.HandedOver(
            at,
            lead,
            segment=self._segment(row) if row["segment"] else None,
            phone=phone,
            where=whereabouts(row["text"], phone, self._office.locale) if self._is_region_read else NOWHERE,
            source=self._source(row["source"]),
            text=row["text"],
            picked=self._manager(row) if row["who"] else None,
            answers=given,
        )

    def assign(self, at: datetime, row: Row) -> Event:
        return events.Assigned(at, self._known_lead(row), self._manager(row))

    def outcome(self, at: datetime, row: Row) -> Event:
        return events.Ended(at, self._known_lead(row), *read_outcome(row["value"]))

    def _source(self, said: str) -> str | None:
        """By its id where the office has named it; else as the file says it."""
        known = self._office.source(said)
        return known.id if known else said or None

    def _phone(self, text: str) -> str | None:
        """The number in E.164."""
        phone = phone_of(text) if text else None
        if text and phone is None:
            raise BadValueError("phone", "is not a phone number")
        return None if phone and is_own(phone, self._own) else phone

    def _person(self, row: Row) -> str:
        if not self._office.has(row["who"]):
            raise BadValueError("who", f'nobody has the id "{row["who"]}"' if row["who"] else "is missing")
        return row["who"]

    def _manager(self, row: Row) -> str:
        who = self._person(row)
        if who not in self._managers:
            raise BadValueError("who", f'"{who}" is no manager')
        return who

    def _segment(self, row: Row) -> str:
        segment = row["segment"]
        if not segment and len(self._active) == 1:
            return self._active[0]
        if segment not in self._active:
            raise BadValueError("segment", f'no segment has the id "{segment}"' if segment else "is missing")
        return segment

    def _known_lead(self, row: Row) -> str:
        if row["lead"] not in self._leads:
            missing = f"{row['lead']} was not handed over before" if row["lead"] else "is missing"
            raise BadValueError("lead", missing)
        return row["lead"]


MAKERS: Mapping[str, Callable[[Rows, datetime, Row], Event]] = {
    "on": Rows.checked_in,
    "off": Rows.checked_out,
    "leave": Rows.leave,
    "join": Rows.join,
    "quit": Rows.quit,
    "weight": Rows.weight,
    "lead": Rows.lead,
    "assign": Rows.assign,
    "outcome": Rows.outcome,
}


def read_weight(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0.001 <= found <= 1000:
        raise BadValueError("value", f'"{text}" is not a weight from 0.001 to 1000')
    if round(found, 3) != found:
        raise BadValueError("value", f'"{text}" is not a weight: it must have at most three decimals')
    return found


def read_answers(text: str, office: Office) -> dict[str, Answer]:
    """`petrov=claim+45s sidorova=decline ivanov=silent`"""
    found: dict[str, Answer] = {}
    for part in text.split():
        who, _, does = part.partition("=")
        if not office.has(who):
            raise BadValueError("value", f'nobody has the id "{who}"')
        if who in found:
            raise BadValueError("value", f"{who} answers twice")
        found[who] = _answer(does)
    return found


@lru_cache(maxsize=1024)
def _answer(text: str) -> Answer:
    """Remembered, because the same few answers are given again and again."""
    does, plus, after = text.partition("+")
    if does not in ANSWERS or (does == Does.SILENT and plus):
        raise BadValueError("value", f'"{text}" is no answer; there are claim, claim+45s, decline, silent')
    if not plus:
        return Answer(Does(does))
    try:
        return Answer(Does(does), parse_duration(after, zero=True))
    except ValueError as error:
        raise BadValueError("value", str(error)) from None


def read_outcome(text: str) -> tuple[Outcome, int | None]:
    """`won`, `won:12000`, `lost`, `bad`; the amount comes back in hundredths."""
    name, colon, sum_ = text.partition(":")
    if name not in set(Outcome) or (colon and name != Outcome.WON):
        raise BadValueError("value", f'"{text}" is no outcome; there are won, won:12000, lost, bad')
    return Outcome(name), amount("value", sum_) if colon else None
