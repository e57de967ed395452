"""The values behind the screens of duty: rosters, swaps, proposals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from desk.roster_days import editing, excess_of, proposal_of
from desk.rosters import planned, refuse_unless_timely, segments_of
from desk.work import Work
from leads.duty.shifts import dated_window, duties
from leads.duty.slots import A_WEEK, by_roster
from leads.duty.swaps import AHEAD, Swap, SwapState, standing
from leads.duty.worth import balance
from leads.office import Office, Origin, Segment, Shift
from leads.refusals import Refusal, Refused
from leads.rights import Right, may
from leads.wall_clock import ONE_DAY, midnight, monday_of, week_bounds
from reports.rich_hours import richer, worths_of
from screens.views.duties import TodayRow
from screens.views.duty import (
    DutyLine,
    Overdone,
    OwnDuty,
    Planned,
    ProposalView,
    RosterPart,
    RosterView,
    RosterWeek,
    SegmentRoster,
    SwapSeat,
    SwapView,
)
from storage import people
from storage.duty import RosterRow, RosterState, count_living_swaps, find_roster, find_swap, open_swaps_in
from storage.people import PersonRow

A_NIGHT = timedelta(days=2)  # what a duty may have begun before the week that is shown

Names = Mapping[str, str]


def roster_view(work: Work, person: PersonRow, args: Mapping[str, Any]) -> RosterView:
    """Shows this week and the next: a manager's own segments, all of them for the head and the director.

    `args`: what is open, as `show_roster` stores it.
    """
    own = segments_of(work.office, person.id, person.roles)
    of = [segment for segment in own if person.id in segment.members]
    names = people.names(work.store)
    sought = {segment.id: open_swaps_in(work.store, segment.id) for segment in own}
    return RosterView(
        now=work.now,
        timezone=work.office.timezone,
        segments=tuple(_segment(work, segment, sought[segment.id], names) for segment in own),
        is_member=bool(of),
        duties=tuple(
            sorted(
                (d for s in of for d in _own(work, s, person.id, sought[s.id], names)),
                key=lambda d: (d.start, d.end),
            )
        ),
        may_propose=may(person.roles, Right.PLAN),
        may_change=may(person.roles, Right.RUN),
        part=RosterPart(args.get("part", RosterPart.OWN)),
        about=args.get("about", ""),
    )


def _segment(work: Work, segment: Segment, sought: Sequence[Swap], names: Names) -> SegmentRoster:
    zone = work.office.timezone
    monday = monday_of(work.now.astimezone(zone).date())
    start, end = week_bounds(monday, zone)[0], week_bounds(monday + A_WEEK, zone)[1]
    lines = [line for line in lines_of(work.office, segment, start, end, sought, names) if start < line.end]
    following = week_bounds(monday + A_WEEK, zone)[0]
    return SegmentRoster(
        segment.id,
        segment.name,
        tuple(names[who] for who in segment.members),
        (
            RosterWeek(monday, tuple(line for line in lines if line.start < following)),
            RosterWeek(monday + A_WEEK, tuple(line for line in lines if following <= line.start)),
        ),
        by_roster=segment in planned(work.office),
    )


def duty_today(work: Work, segment: Segment) -> TodayRow:
    """Shows who is on duty from now to the end of the day."""
    zone = work.office.timezone
    start, end = midnight(work.today, zone), midnight(work.today + ONE_DAY, zone)
    sought = open_swaps_in(work.store, segment.id)
    lines = lines_of(work.office, segment, start, end, sought, people.names(work.store))
    today = tuple(line for line in lines if work.now < line.end and line.start < end)
    return TodayRow(segment.id, segment.name, today, by_roster(segment))


def week_shown(work: Work, person: PersonRow, segment: str, monday: str | None) -> SegmentRoster | None:
    """Shows one week of a segment that they may see; None for another. `monday`: its ISO date; None: next week."""
    seen = segments_of(work.office, person.id, person.roles)
    if may(person.roles, Right.RUN):
        seen = [s for s in work.office.segments if not s.retired]
    of = next((s for s in seen if s.id == segment), None)
    if of is None:
        return None
    first = date.fromisoformat(monday) if monday else monday_of(work.today) + A_WEEK
    start, end = week_bounds(first, work.office.timezone)
    names = people.names(work.store)
    lines = lines_of(work.office, of, start, end, open_swaps_in(work.store, of.id), names)
    week = RosterWeek(first, tuple(line for line in lines if start <= line.start))
    return SegmentRoster(of.id, of.name, tuple(names[who] for who in of.members), (week,))


def lines_of(
    office: Office, segment: Segment, start: datetime, end: datetime, sought: Sequence[Swap], names: Names
) -> list[DutyLine]:
    """Who has the same duty stands in one line."""
    shifts = _shifts(office, segment)
    everybody = dict.fromkeys([*segment.members, *(shift.who for shift in shifts)])
    found: dict[tuple[datetime, datetime], list[str]] = {}
    for who in everybody:
        for duty in duties(shifts, office.timezone, who, start - A_NIGHT, end):
            found.setdefault(duty, []).append(who)
    return [
        DutyLine(
            *duty,
            tuple(names[who] for who in those),
            sought=any(_is_sought(who, duty, sought) for who in those),
            instead_of=tuple(names[of] for who in those for of in _taken_from(shifts, who, duty, office)),
        )
        for duty, those in sorted(found.items())
    ]


def _own(work: Work, segment: Segment, who: str, sought: Sequence[Swap], names: Names) -> list[OwnDuty]:
    shifts = _shifts(work.office, segment)
    coming = duties(shifts, work.office.timezone, who, work.now, work.now + AHEAD)
    return [
        OwnDuty(
            segment.id,
            segment.name,
            *duty,
            sought=_is_sought(who, duty, sought),
            instead_of=tuple(names[of] for of in _taken_from(shifts, who, duty, work.office)),
        )
        for duty in coming
    ]


def _taken_from(
    shifts: Sequence[Shift], who: str, duty: tuple[datetime, datetime], office: Office
) -> Iterator[str]:
    """Names from whom they have this duty by a swap."""
    for shift in shifts:
        if shift.origin is Origin.SWAP and shift.who == who and shift.instead_of:
            start, end = dated_window(shift, office.timezone)
            if start < duty[1] and duty[0] < end:
                yield shift.instead_of


def _is_sought(who: str, duty: tuple[datetime, datetime], sought: Sequence[Swap]) -> bool:
    return any(swap.who == who and swap.start < duty[1] and duty[0] < swap.end for swap in sought)


def _shifts(office: Office, segment: Segment) -> list[Shift]:
    return [shift for shift in office.shifts if shift.segment == segment.id]


def swap_view(work: Work, person: PersonRow, swap: int, by: str | None = None) -> SwapView | None:
    """Shows a swap; None for one that does not exist. `by`: who looks for somebody for its owner."""
    found = find_swap(work.store, swap)
    if found is None:
        return None
    names = people.names(work.store)
    begin = max(found.start, found.taken_at) if found.taken_at else found.start
    seat = SwapSeat.OWNER if person.id == found.who else SwapSeat.COLLEAGUE
    return SwapView(
        seat=SwapSeat.TAKER if person.id == found.taken_by else seat,
        swap=swap,
        state=standing(work.office, found, work.now),
        segment=work.office.segment(found.segment).name,
        owner=names[found.who],
        taker=names[found.taken_by] if found.taken_by else None,
        start=begin if found.state is SwapState.TAKEN else found.start,
        end=found.end,
        timezone=work.office.timezone,
        richer=_richer(work, found),
        by=names.get(by) if by else None,
    )


def _richer(work: Work, swap: Swap) -> int:
    """In tenths of a lead."""
    worths = worths_of(work.store, work.office, swap.segment, work.now)
    return round(10 * richer(work.office, swap.segment, (swap.start, swap.end), worths))


def proposal_view(work: Work, person: PersonRow, roster: int, menu: str = "") -> ProposalView | None:
    """Shows a proposal; None for one that does not exist."""
    found = find_roster(work.store, roster)
    if found is None:
        return None
    names = people.names(work.store)
    seconds, prime = found.figures["seconds"], found.figures["prime"]
    by_hours = sorted(seconds, key=lambda who: -seconds[who])
    bounds = week_bounds(found.week, work.office.timezone)
    rich = _rich(work, found)
    state = _state(work, found)
    return ProposalView(
        roster=roster,
        segment=work.office.segment(found.segment).name,
        timezone=work.office.timezone,
        week=RosterWeek(found.week, _proposed(work.office, found, names)),
        plan=found.plan,
        state=state,
        settled_by=names[found.settled_by] if found.settled_by else None,
        people=tuple(Planned(names[who], seconds[who], prime[who], rich.get(who, 0)) for who in by_hours),
        swaps=count_living_swaps(work.store, found.segment, *bounds),
        yours=seconds.get(person.id),
        own=_proposed(work.office, found, names, person.id),
        editing=editing(work, found, menu, names) if state == RosterState.PROPOSED else None,
        overdone=_overdone(work, found, names) if state == RosterState.PROPOSED else (),
    )


def _rich(work: Work, roster: RosterRow) -> dict[str, int]:
    """By how many tenths of a lead the duties of each are richer than average ones of this proposal."""
    worths = worths_of(work.store, work.office, roster.segment, work.now)
    held: dict[str, list[tuple[datetime, datetime]]] = {}
    for shift in roster.shifts:
        held.setdefault(shift.who, []).append(dated_window(shift, work.office.timezone))
    return {who: round(10 * more) for who, more in balance(held, worths).items()}


def _overdone(work: Work, roster: RosterRow, names: Names) -> tuple[Overdone, ...]:
    segment = work.office.segment(roster.segment)
    found = excess_of(work.office, segment, roster, proposal_of(work, roster))
    return tuple(Overdone(names[who], one) for who, each in found.items() for one in each)


def _proposed(
    office: Office, roster: RosterRow, names: Names, who: str | None = None
) -> tuple[DutyLine, ...]:
    """The shifts of a proposal, and the slots for which there is nobody; those of one person, if they are named."""
    found: dict[tuple[datetime, datetime], list[str]] = {}
    for shift in roster.shifts:
        if who in (None, shift.who):
            found.setdefault(dated_window(shift, office.timezone), []).append(names[shift.who])
    for start, end in roster.figures["empty"] if who is None else ():
        found.setdefault((datetime.fromisoformat(start), datetime.fromisoformat(end)), [])
    return tuple(DutyLine(*duty, tuple(those)) for duty, those in sorted(found.items()))


def _state(work: Work, roster: RosterRow) -> str:
    if roster.state is not RosterState.PROPOSED:
        return roster.state
    try:
        refuse_unless_timely(work.office, roster, work.now)
    except Refused as refused:
        return "late" if refused.why is Refusal.ROSTER_LATE else "stale"
    return roster.state
