"""The books: balances, the line and the closing records, kept anew from the ledger, entry by entry.

Nothing moves a balance but an entry, so whoever has the entries can keep the same books as the office: `verify`
compares the two, `/me` reads its statement from them. Units are those of `leads.shares.LEAD`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from leads import teams, turns
from leads.entries.asking import Claimed, ClaimedLate, GivenBack, Handed, Offered, Resegmented
from leads.entries.codec import Coded
from leads.entries.hands import Assigned, Closed, Imported, Kept, Reopened
from leads.entries.kinds import Entry, read
from leads.entries.people import MemberJoined, MemberLeft, MembersOrdered, On, ReserveChanged, SchemeSwitched
from leads.lead import Outcome
from leads.ledger import Sealed
from leads.past import past_of
from leads.rates import NO_RECORD, Record
from leads.turns import Standing, Team, Turn
from leads.worth import units


class Broken(Exception):  # noqa: N818, it is what the entry is
    """An entry cannot follow from those before it; the message says in a plain sentence why."""


def same(what: str, told: object, expected: object) -> None:
    """Raises Broken where the two differ."""
    if told != expected:
        raise Broken(f"{what} is {_shown(told)}, but must be {_shown(expected)}")


def _shown(value: object) -> str:
    """As it stands in the ledger."""
    plain = value.body() if isinstance(value, Coded) else list(value) if isinstance(value, tuple) else value
    return str(plain)[:200]


class Cause(StrEnum):
    """Says why a balance moved. The first five charge a turn, one whole lead."""

    OFFERED = "offered"  # by the rules, to them alone
    CLAIMED = "claimed"  # offered to several at once, of whom they were the first
    CLAIMED_LATE = "claimed_late"  # after they had declined it, or let it lapse
    ASSIGNED = "assigned"  # by hand
    REOPENED = "reopened"  # it had been given back, for the lead was said to be bad
    SHARE = "share"  # their part of a turn that they or somebody else was charged
    GIVEN_BACK = "given_back"  # a turn of theirs
    SHARE_BACK = "share_back"  # their part of a turn that was given back
    JOINED = "joined"
    LEFT = "left"
    SHARED_OUT = "shared_out"  # their part of what somebody else left behind
    DRAWN_IN = "drawn_in"  # another scheme took over


@dataclass(frozen=True, slots=True)
class Movement:
    """One change of one balance, in units: above nothing they are owed more than before."""

    segment: str
    who: str
    units: int
    cause: Cause
    at: datetime
    lead: int | None = None
    detail: str | None = None
    """SHARE: who paid; GIVEN_BACK, SHARE_BACK: the ledger's cause; SHARED_OUT: who left; DRAWN_IN: the new scheme."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Of one entry: of which lead, and when."""

    lead: int | None
    at: datetime


MATTERS: Final = frozenset(
    said.kind
    for said in (
        *(Handed, Imported, Kept, Offered, Claimed, ClaimedLate, Assigned, GivenBack, Resegmented),
        *(Closed, Reopened, On),
        *(MemberJoined, MemberLeft, MembersOrdered, SchemeSwitched, ReserveChanged),
    )
)
"""The kinds of the entries that the books look at; all others may be left out."""


class Books:
    """They begin as an empty office keeps them; `apply` every entry of its ledger in turn.

    Unusable once it has raised.
    """

    def __init__(self) -> None:
        self.standings: dict[str, dict[str, Standing]] = {}  # by segment
        self.records: dict[str, dict[str, Record]] = {}  # by segment
        self.schemes: dict[str, str] = {}  # by segment
        self.reserves: dict[str, str | None] = {}  # by segment
        self.segments_of: dict[int, str] = {}  # by lead's number
        self._charged: dict[tuple[int, str], Turn] = {}  # turns not given back, by lead and payer
        self._closed: dict[int, Closed | None] = {}  # None: of a lead whose end is in another entry
        self._own: set[int] = set()  # brought in by whoever had it
        self._tells = False  # what leaving and drawing in come to stands in their entries from here on

    def elsewhere(self, segment: str, who: str) -> int:
        """Returns what somebody is owed in all segments but this one, in units."""
        others = (standings for name, standings in self.standings.items() if name != segment)
        return sum(standings[who].credit for standings in others if who in standings)

    def turn(self, lead: int, payer: str) -> Turn | None:
        """Returns the turn that the lead cost this person; None if it cost none, or was given back."""
        return self._charged.get((lead, payer))

    def apply(self, entry: Entry, at: datetime) -> tuple[Movement, ...]:  # noqa: C901 - one line a kind
        """Tells what this entry moved, in no order that matters; nothing for most kinds. Raises Broken."""
        place = _Place(entry.lead, at)
        match entry.said:
            case Offered() | Claimed() | ClaimedLate() | Assigned() as said:
                return self._charge(place, said)
            case GivenBack() as said:
                return self._give_back(place, said)
            case Kept():
                self._own.add(entry.lead or 0)
            case Handed() as said:
                self._begin(entry.lead, said.segment)
            case Imported() as said:
                self._import(entry.lead, said)
            case Resegmented() as said:
                self._move(place, said)
            case Closed() as said:
                self._close(place, said)
            case Reopened() as said:
                self._reopen(place)
                return self._charge(place, said)
            case On(who=who):
                self._check_in(who)
            case MemberJoined() as said:
                return self._join(place, said)
            case MemberLeft() as said:
                return self._leave(place, said)
            case MembersOrdered() as said:
                self._order(said)
            case SchemeSwitched() as said:
                return self._switch(place, said)
            case ReserveChanged() as said:
                self._change_reserve(said)
        return ()

    def _begin(self, lead: int | None, segment: str) -> None:
        if lead is None or lead in self.segments_of:
            raise Broken(f"lead {lead} is handed over, but it has been before")
        self.segments_of[lead] = segment

    def _import(self, lead: int | None, said: Imported) -> None:
        """A lead that others have shared out: it moves nothing, but what came of it counts."""
        self._begin(lead, said.segment)
        self._closed[lead or 0] = None
        if said.who and past_of(said).counts:
            self._count(said.segment, said.who, said.outcome)

    def _move(self, place: _Place, said: Resegmented) -> None:
        """What it has cost, and is not given back, stays where it was charged."""
        lead, _ = self._lead(place)
        if said.segment not in self.schemes:
            raise Broken(f"lead {lead} goes to segment {said.segment}, which there is not")
        if said.onward and said.onward.scheme != self.schemes[said.segment]:
            raise Broken(f"the scheme of segment {said.segment} is {self.schemes[said.segment]}")
        self.segments_of[lead] = said.segment
        for charged in [one for one in self._charged if one[0] == lead]:
            del self._charged[charged]

    def _charge(
        self, place: _Place, said: Offered | Claimed | ClaimedLate | Assigned | Reopened
    ) -> tuple[Movement, ...]:
        lead, segment = self._lead(place)
        if said.turn is None:
            return ()
        payer, shares, standings = said.turn.payer, said.turn.shares, self.standings.get(segment, {})
        if strangers := sorted({payer, *shares} - set(standings)):
            raise Broken(f"lead {lead} moves the balance of {strangers[0]}, who is not in segment {segment}")
        if (lead, payer) in self._charged:
            raise Broken(f"lead {lead} charges {payer} a second turn")
        price = units(said.turn.price)
        turn = self._charged[lead, payer] = turns.charge(standings, payer, shares, price)
        paid = Movement(segment, payer, -price, Cause(said.kind), place.at, lead)
        gained = [(who, units) for who, units in turn.gained.items() if units]
        return (paid, *(Movement(segment, w, u, Cause.SHARE, place.at, lead, payer) for w, u in gained))

    def _give_back(self, place: _Place, said: GivenBack) -> tuple[Movement, ...]:
        lead, segment = self._lead(place)
        who, cause = said.who, said.cause.value
        turn = self._charged.pop((lead, who), None)
        if turn is None:
            raise Broken(f"lead {lead} gives back a turn to {who}, who was charged none")
        standings = self.standings[segment]
        here = {w: units for w, units in turns.returned(standings, turn).items() if units}
        turns.give_back(standings, turn)
        if not turns.is_there(standings, turn, who):
            return ()
        paid = Movement(segment, who, sum(here.values()), Cause.GIVEN_BACK, place.at, lead, cause)
        return (
            paid,
            *(Movement(segment, w, -u, Cause.SHARE_BACK, place.at, lead, cause) for w, u in here.items()),
        )

    def _join(self, place: _Place, said: MemberJoined) -> tuple[Movement, ...]:
        standings = self.standings.setdefault(said.segment, Team())
        if said.who in standings:
            raise Broken(f"{said.who} joins segment {said.segment}, but is in it already")
        turns.join(standings, said.who)
        return (Movement(said.segment, said.who, 0, Cause.JOINED, place.at),)

    def _leave(self, place: _Place, said: MemberLeft) -> tuple[Movement, ...]:
        segment, who = said.segment, said.who
        standings = self.standings.get(segment, {})
        if who not in standings:
            raise Broken(f"{who} leaves segment {segment}, but is not in it")
        before = _credits(standings)
        if self._must_tell(said.left):
            same(f"what {who} leaves behind", said.left, before[who])
        teams.evolve(standings, said)
        moved = _moved(before, standings)
        gone = Movement(segment, who, -before[who], Cause.LEFT, place.at)
        return (gone, *(Movement(segment, w, u, Cause.SHARED_OUT, place.at, None, who) for w, u in moved))

    def _order(self, said: MembersOrdered) -> None:
        standings = self.standings.get(said.segment, {})
        same(f"who is in segment {said.segment}", sorted(said.order), sorted(standings))
        teams.evolve(standings, said)

    def _switch(self, place: _Place, said: SchemeSwitched) -> tuple[Movement, ...]:
        segment, after = said.segment, said.after
        self.schemes[segment] = after
        standings = self.standings.setdefault(segment, Team())
        before, furthest = _credits(standings), turns.heaped_up(standings)
        if said.drawn_in is not (furthest is not None):
            raise Broken(f"segment {segment} goes over to {after}; whether balances were drawn in is not so")
        if self._must_tell(said.furthest):
            same(f"the furthest balance of segment {segment}", said.furthest, furthest)
        teams.evolve(standings, said)
        moved = _moved(before, standings)
        return tuple(Movement(segment, w, u, Cause.DRAWN_IN, place.at, None, after) for w, u in moved)

    def _must_tell(self, told: int | None) -> bool:
        """Entries of old do not; since the first that does, each must."""
        self._tells = self._tells or told is not None
        return self._tells

    def _change_reserve(self, said: ReserveChanged) -> None:
        known = self.reserves.get(said.segment)
        same(f"the reserve of segment {said.segment} before", said.before, known)
        self.reserves[said.segment] = said.after

    def _check_in(self, who: str) -> None:
        for standings in self.standings.values():
            if who in standings:
                standings[who].ticket = turns.next_ticket(standings)

    def _close(self, place: _Place, said: Closed) -> None:
        lead, segment = self._lead(place)
        if lead in self._closed:
            raise Broken(f"lead {lead} is closed, but it has been before")
        self._closed[lead] = said
        if lead not in self._own:
            self._count(segment, said.who, said.outcome)

    def _reopen(self, place: _Place) -> None:
        """Won or lost by its holder it counts no more; a bad lead has counted as neither."""
        lead, segment = self._lead(place)
        closed = self._closed.pop(lead, None)
        if closed and lead not in self._own:
            self._count(segment, closed.who, closed.outcome, -1)

    def _count(self, segment: str, who: str, outcome: Outcome | None, times: int = 1) -> None:
        records = self.records.setdefault(segment, {})
        records[who] = records.get(who, NO_RECORD).and_one(outcome is Outcome.WON, times)

    def _lead(self, place: _Place) -> tuple[int, str]:
        if place.lead is None or place.lead not in self.segments_of:
            raise Broken(f"lead {place.lead} has not been handed over")
        return place.lead, self.segments_of[place.lead]


def _credits(standings: Mapping[str, Standing]) -> dict[str, int]:
    return {who: standing.credit for who, standing in standings.items()}


def _moved(before: Mapping[str, int], after: Mapping[str, Standing]) -> list[tuple[str, int]]:
    """By how much each of those who are still there has moved."""
    return [
        (who, standing.credit - before[who])
        for who, standing in after.items()
        if standing.credit != before[who]
    ]


def opened(entry: Sealed) -> Entry:
    """Reads an entry. It raises Broken for one that is not whole."""
    try:
        return Entry(entry.lead, read(entry.kind, json.loads(entry.body)))
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise Broken(f"the entry {entry.kind!r} is not whole: {error!r}") from error
