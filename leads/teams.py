"""Who shares the leads of a segment, and by which scheme: what a change of either does to balances and the line.

Whoever joins starts level, whoever leaves takes nothing along, and a scheme that takes over inherits every balance
and every place in the line; only balances beyond one lead are drawn in (`leads.turns.level`). Each change is an
entry of the ledger, so that the shares can be folded again from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from leads import turns
from leads.entries.kinds import Entry
from leads.entries.people import (
    MemberJoined,
    MemberLeft,
    MembersOrdered,
    ReserveChanged,
    SchemeSwitched,
    WeightChanged,
)
from leads.office import Person
from leads.turns import Standing

Standings = dict[str, Standing]
OfTeam = MemberJoined | MemberLeft | MembersOrdered | SchemeSwitched | ReserveChanged


def set_members(segment: str, standings: Standings, wanted: Iterable[str]) -> list[Entry]:
    """Makes these the members: the others leave, then the new ones join, each in the order given.

    In the end they stand in this order, by which ties are decided.
    """
    names = list(wanted)
    entries = [leave(segment, standings, who) for who in list(standings) if who not in names]
    entries += [join(segment, standings, who) for who in names if who not in standings]
    if list(standings) != names:
        entries.append(_said(standings, MembersOrdered(segment, tuple(names))))
    return entries


def evolve(standings: Standings, said: OfTeam) -> None:
    """What is said of a segment's team makes this of its balances and its line: the one place where that stands."""
    match said:
        case MemberJoined(who=who):
            turns.join(standings, who)
        case MemberLeft(who=who):
            turns.leave(standings, who, counts=said.left is not None)
        case MembersOrdered(order=order):
            in_order = {who: standings[who] for who in order}
            standings.clear()
            standings.update(in_order)
        case SchemeSwitched():
            turns.level(standings, counts=said.furthest is not None)
        case ReserveChanged():
            pass
        case _:
            assert_never(said)


def _said(standings: Standings, said: OfTeam) -> Entry:
    evolve(standings, said)
    return Entry(None, said)


def weigh(before: Mapping[str, float], people: Iterable[Person]) -> list[Entry]:
    """Tells whose weight is another than before; whoever was nobody before is noted if theirs is not 1."""
    return [
        Entry(None, WeightChanged(p.id, before.get(p.id), p.weight))
        for p in people
        if before.get(p.id, 1.0) != p.weight
    ]


def join(segment: str, standings: Standings, who: str) -> Entry:
    return _said(standings, MemberJoined(segment, who))


def leave(segment: str, standings: Standings, who: str) -> Entry:
    return _said(standings, MemberLeft(segment, who, standings[who].credit))


def switch(
    segment: str, standings: Standings, before: str | None, after: str, by: str | None = None
) -> list[Entry]:
    """Another scheme takes over; nothing where it is the same.

    `before`: None for a new segment. `by`: who switched it; None where the office file did.
    """
    if before == after:
        return []
    furthest = turns.heaped_up(standings)
    return [_said(standings, SchemeSwitched(segment, before, after, furthest is not None, by, furthest))]


def change_reserve(segment: str, before: str | None, after: str | None, by: str | None = None) -> list[Entry]:
    """Another scheme decides where the segment's own has nothing to say; nothing where it is the same."""
    if before == after:
        return []
    return [Entry(None, ReserveChanged(segment, before, after, by))]


def to_the_end(standings: Standings, who: str) -> None:
    """Whoever checks in stands at the end of the line."""
    if who in standings:
        standings[who].ticket = turns.next_ticket(standings)
