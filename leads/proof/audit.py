"""The books: balances, the line and the closing records, kept anew from the ledger, entry by entry.

Nothing moves a balance but an entry, so whoever has the entries can keep the same books as the office: `verify`
compares the two, `/me` reads its statement from them. Units are those of `leads.shares.LEAD`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from leads import turns
from leads.past import past_of
from leads.rates import NO_RECORD, Record
from leads.scene import Outcome
from leads.shares import LEAD
from leads.turns import Standing, Turn

Body = Mapping[str, Any]


class Broken(Exception):  # noqa: N818, it is what the entry is
    """An entry cannot follow from those before it; the message says in a plain sentence why."""


def same(what: str, told: object, expected: object) -> None:
    """Raises Broken where the two differ."""
    if told != expected:
        raise Broken(f"{what} is {str(told)[:200]}, but must be {str(expected)[:200]}")


class Cause(StrEnum):
    """Why a balance moved. The first three charge a turn, one whole lead."""

    OFFERED = "offered"  # by the rules, to him alone
    CLAIMED = "claimed"  # offered to several at once, of whom he was the first
    ASSIGNED = "assigned"  # by hand
    SHARE = "share"  # his part of a turn that he or somebody else was charged
    GIVEN_BACK = "given_back"  # a turn of his
    SHARE_BACK = "share_back"  # his part of a turn that was given back
    JOINED = "joined"
    LEFT = "left"
    SHARED_OUT = "shared_out"  # his part of what somebody else left behind
    DRAWN_IN = "drawn_in"  # another scheme took over


@dataclass(frozen=True, slots=True)
class Movement:
    """One change of one balance, in units: above nothing he is owed more than before."""

    segment: str
    who: str
    units: int
    cause: Cause
    at: datetime
    lead: int | None = None
    detail: str | None = None
    """SHARE: who paid; GIVEN_BACK, SHARE_BACK: the ledger's cause; SHARED_OUT: who left; DRAWN_IN: the new scheme."""


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    lead: int | None
    body: Body
    at: datetime


class Books:
    """As an empty office keeps them; `apply` every entry of its ledger in turn. Unusable once it has raised."""

    def __init__(self) -> None:
        self.standings: dict[str, dict[str, Standing]] = {}  # by segment
        self.records: dict[str, dict[str, Record]] = {}  # by segment
        self.schemes: dict[str, str] = {}  # by segment
        self.reserves: dict[str, str | None] = {}  # by segment
        self.segments_of: dict[int, str] = {}  # by lead's number
        self._charged: dict[tuple[int, str], Turn] = {}  # turns not given back, by lead and payer
        self._closed: set[int] = set()
        self._keepers: Mapping[str, Callable[[_Entry], tuple[Movement, ...]]] = {
            "handed": self._handed,
            "imported": self._import,
            "offered": self._charge,
            "claimed": self._charge,
            "assigned": self._charge,
            "given_back": self._give_back,
            "member_joined": self._join,
            "member_left": self._leave,
            "members_ordered": self._order,
            "scheme_switched": self._switch,
            "reserve_changed": self._change_reserve,
            "on": self._check_in,
            "closed": self._close,
        }

    @property
    def kinds(self) -> Collection[str]:
        """Of the entries that matter here; all others may be left out."""
        return self._keepers.keys()

    def turn(self, lead: int, payer: str) -> Turn | None:
        """The turn that the lead cost him; None if it cost none, or was given back."""
        return self._charged.get((lead, payer))

    def apply(self, kind: str, lead: int | None, body: Body, at: datetime) -> tuple[Movement, ...]:
        """What this entry moved, in no order that matters; nothing for most kinds. Raises Broken."""
        keep = self._keepers.get(kind)
        if keep is None:
            return ()
        try:
            return keep(_Entry(kind, lead, body, at))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Broken(f"the entry {kind!r} is not whole: {error!r}") from error

    def _handed(self, entry: _Entry) -> tuple[Movement, ...]:
        if entry.lead is None or entry.lead in self.segments_of:
            raise Broken(f"lead {entry.lead} is handed over, but it has been before")
        self.segments_of[entry.lead] = entry.body["segment"]
        return ()

    def _import(self, entry: _Entry) -> tuple[Movement, ...]:
        """A lead that others have shared out: it moves nothing, but what came of it counts."""
        self._handed(entry)
        self._closed.add(entry.lead or 0)
        past = past_of(entry.body)
        if past.who and past.counts:
            self._count(past.segment, past.who, past.outcome)
        return ()

    def _charge(self, entry: _Entry) -> tuple[Movement, ...]:
        lead, segment = self._lead(entry)
        if entry.body["turn"] is None:
            return ()
        payer, shares = entry.body["turn"]["payer"], entry.body["turn"]["shares"]
        standings = self.standings.get(segment, {})
        if strangers := sorted({payer, *shares} - set(standings)):
            raise Broken(f"lead {lead} moves the balance of {strangers[0]}, who is not in segment {segment}")
        if (lead, payer) in self._charged:
            raise Broken(f"lead {lead} charges {payer} a second turn")
        turn = self._charged[lead, payer] = turns.charge(standings, payer, shares)
        paid = Movement(segment, payer, -LEAD, Cause(entry.kind), entry.at, lead)
        gained = [(who, units) for who, units in turn.gained.items() if units]
        return (paid, *(Movement(segment, w, u, Cause.SHARE, entry.at, lead, payer) for w, u in gained))

    def _give_back(self, entry: _Entry) -> tuple[Movement, ...]:
        lead, segment = self._lead(entry)
        who, cause = entry.body["who"], entry.body["cause"]
        turn = self._charged.pop((lead, who), None)
        if turn is None:
            raise Broken(f"lead {lead} gives back a turn to {who}, who was charged none")
        standings = self.standings[segment]
        here = {w: units for w, units in turn.gained.items() if w in standings and units}
        turns.give_back(standings, turn)
        if who not in standings:
            return ()
        back = LEAD - sum(turn.gained.values()) + sum(here.values())
        paid = Movement(segment, who, back, Cause.GIVEN_BACK, entry.at, lead, cause)
        return (
            paid,
            *(Movement(segment, w, -u, Cause.SHARE_BACK, entry.at, lead, cause) for w, u in here.items()),
        )

    def _join(self, entry: _Entry) -> tuple[Movement, ...]:
        segment, who = entry.body["segment"], entry.body["who"]
        standings = self.standings.setdefault(segment, {})
        if who in standings:
            raise Broken(f"{who} joins segment {segment}, but is in it already")
        turns.join(standings, who)
        return (Movement(segment, who, 0, Cause.JOINED, entry.at),)

    def _leave(self, entry: _Entry) -> tuple[Movement, ...]:
        segment, who = entry.body["segment"], entry.body["who"]
        standings = self.standings.get(segment, {})
        if who not in standings:
            raise Broken(f"{who} leaves segment {segment}, but is not in it")
        before = _credits(standings)
        turns.leave(standings, who)
        moved = _moved(before, standings)
        gone = Movement(segment, who, -before[who], Cause.LEFT, entry.at)
        return (gone, *(Movement(segment, w, u, Cause.SHARED_OUT, entry.at, None, who) for w, u in moved))

    def _order(self, entry: _Entry) -> tuple[Movement, ...]:
        segment, order = entry.body["segment"], entry.body["order"]
        standings = self.standings.get(segment, {})
        same(f"who is in segment {segment}", sorted(order), sorted(standings))
        self.standings[segment] = {who: standings[who] for who in order}
        return ()

    def _switch(self, entry: _Entry) -> tuple[Movement, ...]:
        segment, after = entry.body["segment"], entry.body["after"]
        self.schemes[segment] = after
        standings = self.standings.setdefault(segment, {})
        before = _credits(standings)
        if turns.level(standings) != entry.body["drawn_in"]:
            raise Broken(f"segment {segment} goes over to {after}; whether balances were drawn in is not so")
        moved = _moved(before, standings)
        return tuple(Movement(segment, w, u, Cause.DRAWN_IN, entry.at, None, after) for w, u in moved)

    def _change_reserve(self, entry: _Entry) -> tuple[Movement, ...]:
        segment = entry.body["segment"]
        known = self.reserves.get(segment)
        same(f"the reserve of segment {segment} before", entry.body["before"], known)
        self.reserves[segment] = entry.body["after"]
        return ()

    def _check_in(self, entry: _Entry) -> tuple[Movement, ...]:
        for standings in self.standings.values():
            if entry.body["who"] in standings:
                standings[entry.body["who"]].ticket = turns.next_ticket(standings)
        return ()

    def _close(self, entry: _Entry) -> tuple[Movement, ...]:
        lead, segment = self._lead(entry)
        if lead in self._closed:
            raise Broken(f"lead {lead} is closed, but it has been before")
        self._closed.add(lead)
        self._count(segment, entry.body["who"], Outcome(entry.body["outcome"]))
        return ()

    def _count(self, segment: str, who: str, outcome: Outcome | None) -> None:
        records, won = self.records.setdefault(segment, {}), outcome is Outcome.WON
        before = records.get(who, NO_RECORD)
        records[who] = Record(before.won + won, before.lost + (not won))

    def _lead(self, entry: _Entry) -> tuple[int, str]:
        if entry.lead is None or entry.lead not in self.segments_of:
            raise Broken(f"lead {entry.lead} has not been handed over")
        return entry.lead, self.segments_of[entry.lead]


def _credits(standings: Mapping[str, Standing]) -> dict[str, int]:
    return {who: standing.credit for who, standing in standings.items()}


def _moved(before: Mapping[str, int], after: Mapping[str, Standing]) -> list[tuple[str, int]]:
    """By how much each of those who are still there has moved."""
    return [
        (who, standing.credit - before[who])
        for who, standing in after.items()
        if standing.credit != before[who]
    ]
