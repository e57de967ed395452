"""Next week's roster, planned from what is stored: who is there, who converts, when leads come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from desk.work import Work
from leads import rates
from leads.duty.roster import Plan, as_shifts, in_turn, propose
from leads.duty.shifts import dated_window
from leads.duty.slots import Slot, Span, Team, by_hour_of_week, prime, week_slots, worth
from leads.office import Origin, Segment, Shift
from leads.rates import NO_RECORD
from leads.shares import weight_units
from storage.cases import handed_since
from storage.offices import read_records
from storage.scenes import read_workers

COUNTED = timedelta(weeks=12)  # of leads, to tell the prime hours


@dataclass(frozen=True, slots=True)
class Draft:
    """`figures`: seconds of duty and of prime duty for each, the slots that nobody could take, the shares."""

    shifts: tuple[Shift, ...]
    figures: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Conversion:
    shares: Mapping[str, Fraction]
    rates: Mapping[str, Fraction]


def plan_week(work: Work, segment: Segment, plan: Plan, monday: date) -> Draft:
    """Empty where there is no slot, or nobody to take one."""
    zone = work.office.timezone
    slots = week_slots(work.office, segment.id, monday, work.is_holiday)
    leads = by_hour_of_week(handed_since(work.store, segment.id, work.now - COUNTED), zone)
    worths = {slot: worth(slot, leads, zone) for slot in slots}
    team = _team(work, segment, plan, monday)
    found = propose(plan, slots, team, worths)
    best = prime(slots, worths)
    held = {who: [slot for slot, people in found.items() if who in people] for who in team.people}
    figures = {
        "seconds": {who: _seconds(slots) for who, slots in held.items()},
        "prime": {who: _seconds([slot for slot in slots if slot in best]) for who, slots in held.items()},
        "empty": [
            [slot.start.isoformat(), slot.end.isoformat()]
            for slot, people in found.items()
            if len(people) < slot.places
        ],
        "shares": {who: str(team.shares[who]) for who in team.people},
    }
    return Draft(as_shifts(segment.id, found, zone), figures)


def conversion_shares(work: Work, segment: Segment) -> Conversion:
    """What each member of the segment is due by weight and closing rate, and the rates (`leads.rates`)."""
    closed = read_records(work.store, segment.id)
    records = dict.fromkeys(segment.members, NO_RECORD) | closed
    weights = {who: weight_units(work.office.person(who).weight) for who in segment.members}
    return Conversion(
        rates.shares(weights, records, segment.floor, segment.min_sample),
        rates.rates(records, segment.min_sample),
    )


def _team(work: Work, segment: Segment, plan: Plan, monday: date) -> Team:
    people = in_turn(segment.members, monday)
    away = _away(work, segment)
    if plan is Plan.EQUAL:
        return Team(people, {who: Fraction(1, len(people)) for who in people}, away)
    conversion = conversion_shares(work, segment)
    best_first = tuple(sorted(people, key=lambda who: -conversion.rates[who]))
    return Team(best_first, conversion.shares, away)


def _away(work: Work, segment: Segment) -> dict[str, list[Span]]:
    """On leave, or on or off duty then by a dated shift of the office file, which stays laid over the new plan."""
    workers = read_workers(work.store)
    away: dict[str, list[Span]] = {who: [] for who in segment.members}
    for who, spans in away.items():
        back, first = workers[who].leave_until, workers[who].leave_from
        if back and work.now < back:
            spans.append((max(first or work.now, work.now), back))
    for shift in work.office.shifts:
        is_dated = shift.weekly is None and shift.origin is Origin.FILE
        if is_dated and shift.segment == segment.id and shift.who in away:
            away[shift.who].append(dated_window(shift, work.office.timezone))
    return away


def _seconds(slots: list[Slot]) -> int:
    return sum(slot.seconds for slot in slots)
