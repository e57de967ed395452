"""The head's rosters: proposed for next week, approved with one tap, told to everybody whom they concern."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.work import Work
from leads import rates
from leads.duty.roster import Plan, as_shifts, in_turn, propose
from leads.duty.shifts import dated_window
from leads.duty.slots import A_WEEK, Slot, Span, Team, by_hour_of_week, prime, rostered, week_slots, worth
from leads.entries.duty import RosterApproved, RosterDismissed, RosterProposed
from leads.office import Office, Origin, Role, Segment, Shift
from leads.rates import NO_RECORD
from leads.recipients import News
from leads.refusals import Refusal, Refused
from leads.rights import Right, may
from leads.shares import weight_units
from leads.wall_clock import monday_of, week_bounds
from screens.views.duty import RosterPart
from storage import cards, people
from storage import duty as stored
from storage.cases import handed_since
from storage.duty import RosterRow, RosterState, shifts_said
from storage.kinds import CardKind, Change
from storage.offices import read_records
from storage.scenes import read_workers

COUNTED = timedelta(weeks=12)  # of leads, to tell the prime hours


@dataclass(frozen=True, slots=True)
class Rosters:
    door: Door

    async def show(self, actor: Actor) -> Reply:
        """On /roster there is one card in each chat, which stays true."""

        def case(work: Work) -> Reply:
            show_roster(work, actor, RosterPart.OWN, fresh=True)
            return NOTHING

        return await self.door.do(actor, Right.SEE_DUTY, case)

    async def open(self, actor: Actor, part: RosterPart, about: str) -> Reply:
        """Opens another part of that card."""

        def case(work: Work) -> Reply:
            show_roster(work, actor, part, about)
            return NOTHING

        return await self.door.do(actor, Right.SEE_DUTY, case)

    async def week(self, actor: Actor, segment: str) -> Reply:
        """Shows next week's roster as a picture, on a card of its own that stays true."""

        def case(work: Work) -> Reply:
            if segment not in {s.id for s in segments_of(work.office, actor.person, actor.roles)}:
                raise Refused(Refusal.NOT_A_MEMBER)
            cards.want(work.store, actor.chat, CardKind.WEEK, segment, actor.person)
            return NOTHING

        return await self.door.do(actor, Right.SEE_DUTY, case)

    async def propose(self, actor: Actor, segment: str, plan: str) -> Reply:
        """Opens the list of plans (empty), puts it away (`-`), or makes a proposal for next week."""

        def case(work: Work) -> Reply:
            of = next((s for s in rostered(work.office) if s.id == segment), None)
            if of is None:
                raise Refused(Refusal.NOBODY_TO_PLAN)
            if plan not in set(Plan):
                show_roster(work, actor, RosterPart.OWN if plan else RosterPart.PLANS, segment)
                return NOTHING
            _propose(work, actor, of, Plan(plan))
            show_roster(work, actor, RosterPart.OWN)
            return Reply(done="roster-proposed")

        return await self.door.do(actor, Right.PLAN, case)

    async def settle(self, actor: Actor, roster: int, approve: bool) -> Reply:
        """Approved, a proposal is the plan of its week from now on; turned down, nothing has changed."""

        def case(work: Work) -> Reply:
            found = _open_proposal(work, roster)
            if approve:
                refuse_unless_timely(work.office, found, work.now)
            state = RosterState.APPROVED if approve else RosterState.DISMISSED
            if not stored.settle_roster(work.store, roster, state, actor.person or ""):
                raise Refused(Refusal.ROSTER_SETTLED)
            cards.changed(work.store, Change.PROPOSAL, roster)
            if approve:
                _approve(work, found, actor)
            else:
                work.log(RosterDismissed(roster, actor.person))
            return Reply(done=f"roster-{state}")

        return await self.door.do(actor, Right.PLAN, case)


def segments_of(office: Office, who: str | None, roles: Collection[Role]) -> list[Segment]:
    """Returns the segments with a roster that somebody sees: their own,
    or all of them for the head and the director.
    """
    sees_all = may(roles, Right.SEE_EVERY_DUTY)
    return [s for s in rostered(office) if sees_all or who in s.members]


def refuse_unless_timely(office: Office, roster: RosterRow, now: datetime) -> None:
    """Raises Refused for a week that has begun, where leads do not go by a roster any more, and for a roster with
    somebody who is a member no more.
    """
    if week_bounds(roster.week, office.timezone)[0] <= now:
        raise Refused(Refusal.ROSTER_LATE)
    members = next((s.members for s in rostered(office) if s.id == roster.segment), ())
    if not {shift.who for shift in roster.shifts} <= set(members):
        raise Refused(Refusal.ROSTER_STALE)


def _open_proposal(work: Work, roster: int) -> RosterRow:
    found = stored.find_roster(work.store, roster)
    if found is None:
        raise Refused(Refusal.NOT_FOR_YOU)
    if found.state is not RosterState.PROPOSED:
        raise Refused(Refusal.ROSTER_SETTLED, (found.settled_by,) if found.settled_by else ())
    return found


def show_roster(work: Work, actor: Actor, part: RosterPart, about: str = "", *, fresh: bool = False) -> None:
    """Opens this part of the card of /roster, where it stands unless `fresh`."""
    where = (actor.chat, CardKind.ROSTER, None, actor.person)
    args = {"part": part, "about": about}
    cards.want(work.store, *where, fresh=fresh, payload={"args": args})


def _propose(work: Work, actor: Actor, segment: Segment, plan: Plan) -> None:
    monday = monday_of(work.today) + A_WEEK
    draft = plan_week(work, segment, plan, monday)
    if not draft.shifts:
        raise Refused(Refusal.NOBODY_TO_PLAN)
    row = RosterRow(segment.id, monday, plan, actor.person or "", draft.shifts, draft.figures)
    roster = stored.add_roster(work.store, row)
    shares, shifts = draft.figures["shares"], shifts_said(draft.shifts)
    work.log(RosterProposed(roster, segment.id, monday, plan, actor.person, shares, shifts))
    cards.want(work.store, actor.chat, CardKind.PROPOSAL, roster, actor.person)


def _approve(work: Work, roster: RosterRow, actor: Actor) -> None:
    """The roster before it and the swaps of its week were about another plan: they end with it."""
    replaced = stored.replace_earlier_rosters(work.store, roster)
    ended = stored.supersede_swaps(
        work.store, roster.segment, *week_bounds(roster.week, work.office.timezone)
    )
    people.touch_setup(work.store)
    work.log(
        RosterApproved(
            roster.id,
            roster.segment,
            roster.week,
            actor.person,
            shifts=shifts_said(roster.shifts),
            replaced=tuple(replaced),
            superseded=tuple(ended),
        )
    )
    for change, those in ((Change.PROPOSAL, replaced), (Change.SWAP, ended)):
        if those:
            cards.changed(work.store, change, *those)
    cards.changed(work.store, Change.DUTY)
    _tell(work, roster, actor)


def _tell(work: Work, roster: RosterRow, actor: Actor) -> None:
    """The members and whoever is told of rosters, but for the one who has just approved it."""
    members = people.by_ids(work.store, work.office.segment(roster.segment).members)
    others = {person.id: person for person in work.recipients(News.ROSTER)}
    payload = {"args": {"roster": roster.id}}
    for person in (members | others).values():
        if person.chat and person.id != actor.person:
            cards.want(work.store, person.chat, CardKind.ROSTER_NEWS, roster.id, person.id, payload=payload)


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
    """Tells what each member of the segment is due by weight and closing rate, and the rates (`leads.rates`)."""
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
