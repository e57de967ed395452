"""A week's roster, planned: for which slots, among whom, within what limits; and what the head looks at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

from desk.work import Work
from leads.duty.free_time import free_time
from leads.duty.held import beside, limits_of
from leads.duty.roster import Plan, Proposal, as_shifts, in_turn, propose
from leads.duty.shifts import dated_window
from leads.duty.slots import A_WEEK, Slot, Span, Team, by_hour_of_week, prime, week_slots, worth
from leads.office import Origin, Segment, Shift
from leads.presence import Worker
from leads.rates import NOTHING_WEIGHED, Bounds, rates_against_expected, shares_by
from leads.shares import weight_units
from leads.situations import weighed
from leads.wall_clock import ONE_DAY
from storage.cases import handed_since
from storage.closings import read_track
from storage.scenes import read_workers

COUNTED = timedelta(weeks=12)  # of leads, to tell the prime hours


@dataclass(frozen=True, slots=True)
class Draft:
    """A roster not yet proposed.

    `figures`: seconds of duty and of prime duty for each, the slots that nobody could take, the shares.
    """

    shifts: tuple[Shift, ...]
    figures: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Conversion:
    shares: Mapping[str, Fraction]
    rates: Mapping[str, Fraction]


def plan_week(work: Work, segment: Segment, plan: Plan, monday: date) -> Draft:
    """Plans a week. Empty where there is no slot, or nobody to take one."""
    zone = work.office.timezone
    slots = week_slots(work.office, segment.id, monday, work.is_holiday)
    worths = week_worths(work, segment, slots)
    team = _team(work, segment, plan, monday)
    found = propose(plan, slots, team, worths)
    shares = {who: str(team.shares[who]) for who in team.people}
    return Draft(
        as_shifts(segment.id, found, zone), figures_of(found, team.people, worths) | {"shares": shares}
    )


def week_worths(work: Work, segment: Segment, slots: Sequence[Slot]) -> Mapping[Slot, Fraction]:
    """Tells how many leads an hour of each slot brings, as in the last weeks."""
    zone = work.office.timezone
    leads = by_hour_of_week(handed_since(work.store, segment.id, work.now - COUNTED), zone)
    return {slot: worth(slot, leads, zone) for slot in slots}


def figures_of(found: Proposal, people: Collection[str], worths: Mapping[Slot, Fraction]) -> dict[str, Any]:
    """What the head looks at: hours and prime hours of each in seconds, and the slots for which somebody is missing."""
    best = prime(found, worths)
    held = {who: [slot for slot, those in found.items() if who in those] for who in people}
    return {
        "seconds": {who: _seconds(slots) for who, slots in held.items()},
        "prime": {who: _seconds([slot for slot in slots if slot in best]) for who, slots in held.items()},
        "empty": [
            [slot.start.isoformat(), slot.end.isoformat()]
            for slot, those in found.items()
            if len(those) < slot.places
        ],
    }


def conversion_shares(work: Work, segment: Segment) -> Conversion:
    """Tells what each member of the segment is due by weight and closing rate, and the rates (`leads.rates`)."""
    track = read_track(work.store, work.office, segment, work.now, anyway=True)
    came = weighed(track, segment, work.office.stale_after, work.now)
    rate = rates_against_expected(dict.fromkeys(segment.members, NOTHING_WEIGHED) | came, segment.min_sample)
    weights = {who: weight_units(work.office.person(who).weight) for who in segment.members}
    return Conversion(shares_by(weights, rate, Bounds.of(segment.floor, segment.ceiling)), rate)


def _team(work: Work, segment: Segment, plan: Plan, monday: date) -> Team:
    people = in_turn(segment.members, monday)
    shares = {who: Fraction(1, len(people)) for who in people}
    if plan is Plan.BY_CONVERSION:
        conversion = conversion_shares(work, segment)
        people = tuple(sorted(people, key=lambda who: -conversion.rates[who]))  # the best first
        shares = dict(conversion.shares)
    away, near = _away(work, segment, monday), beside(work.office, segment, monday)
    return Team(people, shares, away, limits_of(work.office), near)


def _away(work: Work, segment: Segment, monday: date) -> dict[str, list[Span]]:
    """On leave, not in their own hours, or on or off duty then by a dated shift of the office file, which stays laid
    over the new plan.
    """
    leave, sunday = leaves(work, segment.members), monday + A_WEEK - ONE_DAY
    away = {
        who: [*leave[who], *free_time(work.office, who, monday, sunday, work.is_holiday)]
        for who in segment.members
    }
    for shift in work.office.shifts:
        is_dated = shift.weekly is None and shift.origin is Origin.FILE
        if is_dated and shift.segment == segment.id and shift.who in away:
            away[shift.who].append(dated_window(shift, work.office.timezone))
    return away


def leaves(work: Work, who: Collection[str]) -> dict[str, list[Span]]:
    """Returns the leave of each that is not over, from now on or from its beginning."""
    workers = read_workers(work.store)
    return {one: _on_leave(workers[one], work.now) for one in who if one in workers}


def _on_leave(worker: Worker, now: datetime) -> list[Span]:
    back, first = worker.leave_until, worker.leave_from
    return [(max(first or now, now), back)] if back and now < back else []


def _seconds(slots: list[Slot]) -> int:
    return sum(slot.seconds for slot in slots)
