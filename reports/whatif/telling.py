"""The entries of the office's ledger as events for a replay, and its leads as leads that remember who answered what."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, get_args
from zoneinfo import ZoneInfo

from leads.entries.asking import Declined, Handed, Paused
from leads.entries.hands import Assigned, Closed, Returned, Settled
from leads.entries.kinds import Said
from leads.entries.people import (
    Joined,
    LeaveDropped,
    MemberJoined,
    MemberLeft,
    Off,
    On,
    WeightChanged,
)
from leads.figures.report import Case
from leads.lead import Lead, Outcome, Step
from leads.ledger import Sealed
from leads.proof.audit import opened
from reports.replay import events
from reports.replay.events import Event
from reports.whatif.answers import Given, Habits, Remembered
from reports.whatif.beginning import back_on

OfLead = Handed | Declined | Assigned | Returned | Closed | Settled
OfPerson = On | Off | LeaveDropped | Joined | MemberJoined | MemberLeft | WeightChanged
KINDS: Final = frozenset(said.kind for said in (*get_args(OfLead), *get_args(OfPerson), Paused))
"""The entries that are read."""

EVER: Final = datetime.min.replace(tzinfo=UTC)


def declines_of(entries: Sequence[Sealed]) -> dict[int, dict[str, list[datetime]]]:
    """Tells, by lead and person, when they declined it."""
    found: dict[int, dict[str, list[datetime]]] = {}
    for entry in entries:
        if entry.kind == Declined.kind and entry.lead:
            said = opened(entry).said
            if isinstance(said, Declined):
                found.setdefault(entry.lead, {}).setdefault(said.who, []).append(entry.at)
    return found


def client_of(lead: Lead, clients: Mapping[int, str]) -> str | None:
    """Returns a word for them. Whoever was known and is erased since is somebody for themselves."""
    return clients.get(lead.number or 0) or (f"client of {lead.number}" if lead.known else None)


class Pauses:
    """When people were paused for their lapses in fact."""

    def __init__(self, lapsed: Collection[str]) -> None:
        self._since = dict.fromkeys(lapsed, EVER)
        self._over: dict[str, list[tuple[datetime, datetime]]] = {}

    def end_with(self, said: Said, at: datetime) -> str | None:
        """Notes what is said of it; returns who is back from such a pause."""
        match said:
            case Paused():
                self._since[said.who] = at
            case On(who=who) | Off(who=who, until=None) if who in self._since:
                self._over.setdefault(who, []).append((self._since.pop(who), at))
                return who if isinstance(said, On) else None
        return None

    def covers(self, who: str, at: datetime) -> bool:
        """Also at the very instants at which it began and ended."""
        begun = self._since.get(who)
        return (begun is not None and begun <= at) or any(a <= at <= b for a, b in self._over.get(who, ()))


@dataclass(frozen=True)
class Teller:
    """`left`: who is in the office no more. `clients`: by number of a lead, a word for its client."""

    timezone: ZoneInfo
    known: Collection[str]  # everybody of whom the run knows
    left: Collection[str]
    cases: Mapping[int, Case]
    given: Mapping[int, Given]
    habits: Habits
    clients: Mapping[int, str]

    def events(self, entries: Sequence[Sealed], lapsed: Collection[str]) -> list[Event]:
        """Tells it in the order in which it happened.

        `lapsed`: who was paused for their lapses when the period began.
        """
        told: list[tuple[datetime, int, Event]] = []
        pauses = Pauses(lapsed)
        for entry in entries:
            said = opened(entry).said
            back = pauses.end_with(said, entry.at)
            several = [events.WasThere(entry.at, back)] if back else self._of(entry, said)
            told += [(entry.at, entry.seq, event) for event in several]
        told += [
            (at, 0, events.WasThere(at, who)) for at, who in self._answered() if not pauses.covers(who, at)
        ]
        return [event for _, _, event in sorted(told, key=lambda one: one[:2])]

    def _answered(self) -> Iterator[tuple[datetime, str]]:
        """Whoever took a lead had their telephone at hand."""
        for _, offers in self.cases.values():
            for offer in offers:
                if offer.claimed_by in self.known and offer.closed_at and offer.step is not Step.ASSIGN:
                    yield offer.closed_at, offer.claimed_by or ""

    def _of(self, entry: Sealed, said: Said) -> Iterator[Event]:
        match said:
            case Handed() | Declined() | Assigned() | Returned() | Closed() | Settled():
                if entry.lead and entry.lead in self.cases:
                    yield from self._of_lead(entry.at, entry.lead, said)
            case On() | Off() | LeaveDropped() | Joined() | MemberJoined() | MemberLeft() | WeightChanged():
                if said.who in self.known:
                    yield from self._of_person(entry.at, said)

    def _of_lead(self, at: datetime, number: int, said: OfLead) -> Iterator[Event]:
        name, lead = str(number), self.cases[number][0]
        # closed in the instant in which it was taken: so it is whenever somebody has it
        at_once = lead.closed_at is not None and lead.closed_at == lead.held_at
        match said:
            case Handed():
                yield self._lead(lead, name, at)
                if at_once and lead.outcome:
                    yield events.Ended(at, name, lead.outcome, of=lead.holder)
            case Closed() | Settled() if at_once:
                pass
            case Assigned():
                yield events.Moved(at, name, said.who, said.was)
            case Returned():
                yield events.GivenBack(at, name, said.who)
            case Closed():
                yield events.Ended(at, name, said.outcome, of=said.who)
            case Settled(bad=True):
                yield events.Ended(at, name, Outcome.BAD)

    def _lead(self, lead: Lead, name: str, at: datetime) -> Remembered:
        return Remembered(
            at,
            name,
            segment=lead.segment,
            phone=client_of(lead, self.clients),
            source=lead.source,
            picked=lead.picked,
            given=self.given[lead.number or 0],
            habits=self.habits,
        )

    def _of_person(self, at: datetime, said: OfPerson) -> Iterator[Event]:
        who = said.who
        match said:
            case On():
                yield events.CheckedIn(at, who)
            case Off(until=str() as until):
                yield events.WentOnLeave(at, who, back_on(until, self.timezone), said.begins)
            case LeaveDropped():
                yield events.LeaveDropped(at, who)
            case Off():
                yield events.CheckedOut(at, who)
            case Joined(roles=None):
                yield events.Linked(at, who, on=True)
            case MemberJoined():
                yield events.Joined(at, who, said.segment)
            case MemberLeft():
                yield events.Quit(at, who, said.segment)
                if who in self.left:
                    yield events.Linked(at, who, on=False)
            case WeightChanged():
                yield events.Weighed(at, who, said.after)
