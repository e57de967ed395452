"""One row of recorded events as an event. What later rows refer to is remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from contacts.phones import is_own, phone_of
from contacts.territories import NOWHERE, whereabouts
from files.csv_file.reading import Row
from files.csv_file.values import BadValueError, moment
from leads.office import Office, Role
from reports.replay import events, values
from reports.replay.events import Event


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
        return events.Joined(at, who, segment, values.weight(row["value"]) if row["value"] else None)

    def quit(self, at: datetime, row: Row) -> Event:
        who, segment = self._person(row), self._segment(row)
        if who not in self._members[segment]:
            raise BadValueError("who", f"{who} is not a member of {segment}")
        self._members[segment].remove(who)
        return events.Quit(at, who, segment)

    def weight(self, at: datetime, row: Row) -> Event:
        return events.Weighed(at, self._person(row), values.weight(row["value"]))

    def lead(self, at: datetime, row: Row) -> Event:
        lead = row["lead"]
        if not lead:
            raise BadValueError("lead", "is missing")
        if lead in self._leads:
            raise BadValueError("lead", f"{lead} is handed over already")
        self._leads.add(lead)
        given = values.answers(row["value"], self._office)
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
        return events.Ended(at, self._known_lead(row), *values.outcome(row["value"]))

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
