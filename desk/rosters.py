"""The head's rosters: proposed for next week, approved with one tap, told to everybody whom they concern."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.planning import plan_week
from desk.work import Work
from leads.duty.roster import Plan
from leads.duty.slots import A_WEEK, rostered
from leads.entries.duty import RosterApproved, RosterDismissed, RosterProposed
from leads.office import Office, Role, Segment
from leads.presence import reads_of
from leads.recipients import News
from leads.refusals import Refusal, Refused
from leads.rights import Right, may
from leads.schemes.base import Read
from leads.wall_clock import monday_of, week_bounds
from screens.views.duty import RosterPart
from storage import cards, people
from storage import duty as stored
from storage.duty import RosterRow, RosterState, shifts_said
from storage.kinds import CardKind, Change


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
            of = next((s for s in planned(work.office) if s.id == segment), None)
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
            found = open_proposal(work, roster)
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


def planned(office: Office) -> list[Segment]:
    """Returns the segments for which a roster can be proposed: whose scheme, or its reserve, goes by one."""
    return [s for s in rostered(office) if Read.ROSTER in reads_of(s)]


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


def open_proposal(work: Work, roster: int) -> RosterRow:
    """Returns a proposal that waits for the head's word. Raises Refused."""
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
