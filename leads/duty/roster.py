"""Roster proposals: who is on duty when in one whole week of a segment.

The algorithm, in words.

1. What is due. The hours of a slot are due to those who can take it: all members who are not away then, each by
   their share. Who is away is due nothing, so nobody makes up for a leave. `equal` gives all the same share,
   `by_conversion` a larger one to those who convert (`leads.rates.shares`, with its floor).
2. The first draft. `equal`: the longest slots first, each to whoever is furthest behind their due hours.
   `by_conversion`: the slots that bring most leads an hour first, each to the best converter whose due hours it
   does not exceed; where it exceeds everybody's, to whoever is furthest behind. If nobody is free for a slot,
   one who could take it hands the slot that stands in their way to somebody who is free for that.
3. Evening out. As long as one is ahead of another by more than a slot that the other could take, they hand it
   over, the least worth first.
4. Prime hours (`by_conversion`). As long as two slots are equally long and the worse converter has the better
   one, the two exchange, if each can take the other's. Then 3 again, until nothing changes.

The bound. For any two people, the one is ahead of the other (each counted from their due hours) by no more than
the length of the shortest slot that they could hand over to the other. So where all are present, and all slots
are equally long and apart in time, the hours of `equal` differ by one slot at most. What is left goes round: the
order that decides between equals turns by one each week, so over as many weeks as there are people everybody
has the same hours to the minute, if nothing else changes.

3 and 4 end: 3 makes the sum of the squared distances from what is due smaller, 4 keeps it and moves worth
towards the better converters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from zoneinfo import ZoneInfo

from leads.duty.drafting import Draft
from leads.duty.slots import Slot, Team
from leads.office import Origin, Shift, ShiftKind
from leads.wall_clock import wall


class Plan(StrEnum):
    EQUAL = "equal"
    BY_CONVERSION = "by_conversion"


Proposal = Mapping[Slot, tuple[str, ...]]
"""Who is on duty in each slot, in the order of precedence; fewer than its places where nobody else could be."""


def propose(plan: Plan, slots: Sequence[Slot], team: Team, worths: Mapping[Slot, Fraction]) -> Proposal:
    """This proposes a roster for these slots; the same in, the same out. The algorithm and its bound stand above.

    `worths`: leads an hour of each slot brings (`leads.duty.slots.worth`).
    """
    draft = Draft(sorted(slots), team, worths)
    if plan is Plan.EQUAL:
        for slot in sorted(slots, key=lambda s: (-s.seconds, s)):
            draft.fill(slot, draft.furthest_behind)
    else:
        for slot in sorted(slots, key=lambda s: (-worths[s], s)):
            draft.fill(slot, draft.first_within_due)
    while draft.hand_one_over() or (plan is Plan.BY_CONVERSION and draft.exchange_one()):
        pass
    return {slot: tuple(who for who in team.people if slot in draft.held[who]) for slot in draft.slots}


def in_turn(members: Sequence[str], monday: date) -> tuple[str, ...]:
    """This gives the members, beginning with another one each week."""
    first = monday.toordinal() // 7 % len(members) if members else 0
    return (*members[first:], *members[:first])


def as_shifts(segment: str, proposal: Proposal, tz: ZoneInfo) -> tuple[Shift, ...]:
    """This gives the dated shifts that replace the plan of the week."""
    return tuple(
        Shift(
            segment,
            who,
            start=wall(slot.start, tz),
            end=wall(slot.end, tz),
            kind=ShiftKind.REPLACE,
            origin=Origin.ROSTER,
        )
        for slot, people in proposal.items()
        for who in people
    )
