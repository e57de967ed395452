"""A proposal day by day: the head puts others on duty before they approve it, and sees what that goes beyond."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desk.actor import Actor, Reply
from desk.door import Door
from desk.planning import figures_of, week_worths
from desk.rosters import open_proposal, refuse_unless_timely
from desk.work import Work
from leads.duty.held import beside, limits_of
from leads.duty.limits import Excess, exceeded
from leads.duty.roster import Proposal, as_shifts
from leads.duty.shifts import dated_window
from leads.duty.slots import Slot, week_slots
from leads.entries.duty import RosterChanged
from leads.office import Office, Segment
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.wall_clock import wall
from screens.buttons.base import short
from screens.views.duty import Editing, EditSlot, OnDuty
from storage import cards
from storage import duty as stored
from storage.duty import RosterRow, shifts_said
from storage.kinds import CardKind, Change, Urgency

DAY: Final = "d"
SLOT: Final = "s"


@dataclass(frozen=True, slots=True)
class RosterDays:
    door: Door

    async def edit(self, actor: Actor, roster: int, menu: str, who: str) -> Reply:
        """Opens a day (`d` and its place in the week) or a slot (`s` and its place); in a slot, `who` comes or goes.

        Where one place is to be filled, whoever is named stands there instead of the other.
        """

        def case(work: Work) -> Reply:
            found = open_proposal(work, roster)
            refuse_unless_timely(work.office, found, work.now)
            if who:
                _put(work, actor, found, menu, who)
            where = (actor.chat, CardKind.PROPOSAL, roster, actor.person, Urgency.ANSWER)
            card = cards.of(work.store, actor.chat, CardKind.PROPOSAL, roster)
            # whoever leafs through the list goes on where they are
            payload = card.payload if card and card.payload.get("menu") == menu else {"menu": menu}
            cards.want(work.store, *where, fresh=False, payload=payload)
            return Reply(done="roster-changed" if who else None)

        return await self.door.do(actor, Right.PLAN, case)


def _put(work: Work, actor: Actor, roster: RosterRow, menu: str, name: str) -> None:
    segment = work.office.segment(roster.segment)
    planned = proposal_of(work, roster)
    slot = _slot(planned, menu)
    who = next((member for member in segment.members if short(member) == name), None)
    if slot is None or who is None:
        raise Refused(Refusal.ROSTER_STALE)
    there = planned[slot]
    after = (
        tuple(p for p in there if p != who) if who in there else (*(there if slot.places > 1 else ()), who)
    )
    changed = {**planned, slot: after}
    worths = week_worths(work, segment, list(changed))
    figures = {**roster.figures, **figures_of(changed, segment.members, worths)}
    shifts = as_shifts(segment.id, changed, work.office.timezone)
    if not stored.change_roster(work.store, roster.id, shifts, figures):
        raise Refused(Refusal.ROSTER_SETTLED)
    work.log(RosterChanged(roster.id, actor.person, shifts_said(shifts)))
    cards.changed(work.store, Change.PROPOSAL, roster.id)


def proposal_of(work: Work, roster: RosterRow) -> Proposal:
    """Returns a stored proposal by its slots, those with nobody in them too."""
    office = work.office
    known = week_slots(office, roster.segment, roster.week, work.is_holiday)
    places = {(slot.start, slot.end): slot.places for slot in known}
    people: dict[tuple[object, object], list[str]] = {}
    for shift in roster.shifts:
        people.setdefault(dated_window(shift, office.timezone), []).append(shift.who)
    spans = {dated_window(shift, office.timezone) for shift in roster.shifts} | set(
        stored.empty_spans(roster)
    )
    return {
        Slot(*span, max(places.get(span, 1), len(people.get(span, ())))): tuple(people.get(span, ()))
        for span in sorted(spans)
    }


def excess_of(
    office: Office, segment: Segment, roster: RosterRow, planned: Proposal
) -> Mapping[str, Sequence[Excess]]:
    """Tells whose duties of a proposal go beyond the office's limits, and in what."""
    held = {
        who: [(s.start, s.end) for s, those in planned.items() if who in those] for who in segment.members
    }
    return exceeded(limits_of(office), held, beside(office, segment, roster.week))


def editing(work: Work, roster: RosterRow, menu: str, names: Mapping[str, str]) -> Editing:
    """Shows what is open of a proposal: a day with its slots, or one slot with everybody who can stand there."""
    zone, planned = work.office.timezone, proposal_of(work, roster)
    slots = [
        EditSlot(place, wall(slot.start, zone), wall(slot.end, zone), tuple(names[who] for who in those))
        for place, (slot, those) in enumerate(planned.items())
    ]
    members = work.office.segment(roster.segment).members
    open_slot, there = _slot(planned, menu), frozenset[str]()
    if open_slot:
        there = frozenset(planned[open_slot])
    return Editing(
        first=roster.week,
        menu=menu,
        slots=tuple(slots),
        people=tuple(OnDuty(short(who), names[who], who in there) for who in members) if open_slot else (),
    )


def _slot(planned: Proposal, menu: str) -> Slot | None:
    """The slot that a menu names by its place; None where it names none."""
    place = menu.removeprefix(SLOT)
    slots = list(planned)
    return (
        slots[int(place)] if menu.startswith(SLOT) and place.isdecimal() and int(place) < len(slots) else None
    )
