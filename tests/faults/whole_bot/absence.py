"""Nobody who is away is offered a lead: read from the ledger alone, by a fold of its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from leads.duty.shifts import on_duty
from leads.hours import is_open
from leads.lead import Step
from leads.ledger import Sealed
from leads.office import Office, Presence
from leads.schemes import SCHEMES
from leads.schemes.base import Read
from leads.wall_clock import instant

BY_RULE = frozenset({Step.OFFER, Step.PULL, Step.OWNER, Step.EVERYONE})
TO_ONE = frozenset({Step.OFFER, Step.OWNER})
NOBODY = {"declined", "undelivered", "lapsed", "cut_short", "returned", "closed"}


def no_holidays(_: date) -> bool:
    return False


def back_at(until: str, office: Office) -> datetime:
    """When somebody returns: at an instant, or with a day."""
    if "T" in until:
        return datetime.fromisoformat(until)
    return instant(datetime.combine(date.fromisoformat(until), time()), office.timezone)


@dataclass(slots=True)
class Here:
    """Who is where, as far as the ledger tells."""

    away: set[str] = field(default_factory=set)
    in_house: set[str] = field(default_factory=set)  # checked in
    unreachable: set[str] = field(default_factory=set)
    leave: dict[str, datetime] = field(default_factory=dict)
    segment: dict[int, str] = field(default_factory=dict)
    hand: dict[int, str] = field(default_factory=dict)  # lead: whose it is, or who alone is asked
    rings: dict[int, str] = field(default_factory=dict)  # lead: who alone is asked

    def read(self, entries: Sequence[Sealed], before: Office, after: Office) -> None:
        """`before` and `after`: the office at both ends of this stretch; its roster may have changed within."""
        for entry in entries:
            body = json.loads(entry.body)
            if entry.kind == "offered" and body["step"] in BY_RULE:
                for who in body["offered"]:
                    self._check(entry, body, who, before, after)
            self._follow(entry, body, after)

    def _check(self, entry: Sealed, body: dict[str, Any], who: str, before: Office, after: Office) -> None:
        assert who not in self.unreachable, f"{who} cannot be reached"
        assert who not in self.away, f"{who} is paused"
        assert who not in self.leave or self.leave[who] <= entry.at, f"{who} is on leave"
        assert after.presence is Presence.HOURS or who in self.in_house, f"{who} has not checked in"
        capacity = after.person(who).capacity
        load = sum(held == who for lead, held in self.hand.items() if lead != entry.lead)
        assert capacity is None or load < capacity, f"{who} has {load} of {capacity}"
        if body["step"] in TO_ONE and len(body["offered"]) == 1:
            rings = sum(asked == who for lead, asked in self.rings.items() if lead != entry.lead)
            assert rings < after.offers_at_once, f"{who} has {rings} offers to answer already"
        if body["step"] != Step.OWNER:
            segment = self.segment[entry.lead or 0]
            assert any(self._on_duty(office, segment, who, entry.at) for office in (before, after)), (
                f"{who} off duty"
            )

    def _on_duty(self, office: Office, id: str, who: str, at: datetime) -> bool:
        segment = office.segment(id)
        schemes = [s for s in (segment.scheme, segment.reserve) if s]
        if any(Read.ROSTER in SCHEMES[scheme].reads for scheme in schemes):
            return who in on_duty([s for s in office.shifts if s.segment == id], office.timezone, at)
        own = [who] if office.presence is Presence.HOURS else [*segment.members]
        plans = {office.schedule_of(one) for one in own} | ({office.hours} if own != [who] else set())
        return any(is_open(plan, office.timezone, at, no_holidays) for plan in plans)

    def _follow(self, entry: Sealed, body: dict[str, Any], office: Office) -> None:  # noqa: C901 - one line a kind
        who: Any = body.get("who")
        lead = entry.lead or 0
        match entry.kind:
            case "on":
                self.away.discard(who)
                self.leave.pop(who, None)
                self.in_house.add(who)
            case "off" if body["until"]:
                self.leave[who] = back_at(body["until"], office)
            case "off":
                self.away.add(who)
                self.in_house.discard(who)
            case "paused":
                self.away.add(who)
            case "unreachable":
                self.unreachable.add(who)
            case "handed":
                self.segment[lead] = body["segment"]
            case "offered":
                self._offered(lead, body)
            case "claimed" | "claimed_late" | "assigned" | "kept" | "reopened":
                self.rings.pop(lead, None)
                self.hand[lead] = who
            case "withdrawn":
                self._is_nobodys(lead)
            case "resegmented":
                self.segment[lead] = body["segment"]
                if body["onward"]:
                    self._is_nobodys(lead)
            case kind if kind in NOBODY or (kind == "settled" and body["bad"]):
                self._answered(lead, [who] if isinstance(who, str) else who)

    def _is_nobodys(self, lead: int) -> None:
        self.hand.pop(lead, None)
        self.rings.pop(lead, None)

    def _offered(self, lead: int, body: dict[str, Any]) -> None:
        self._is_nobodys(lead)
        if body["step"] in TO_ONE and len(body["offered"]) == 1:
            self.hand[lead] = self.rings[lead] = body["offered"][0]

    def _answered(self, lead: int, who: Sequence[str]) -> None:
        """Neither asked nor holding any more."""
        if self.hand.get(lead) in who:
            del self.hand[lead]
            self.rings.pop(lead, None)
