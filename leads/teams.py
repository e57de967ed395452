"""Who shares the leads of a segment, and by which scheme: what a change of either does to balances and the line.

Whoever joins starts level, whoever leaves takes nothing along, and a scheme that takes over inherits every balance
and every place in the line; only balances beyond one lead are drawn in (`leads.turns.level`). Each change is an
entry of the ledger, so that the shares can be folded again from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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


def set_members(segment: str, standings: Standings, wanted: Iterable[str]) -> list[Entry]:
    """Makes these the members: the others leave, then the new ones join, each in the order given.

    In the end they stand in this order, by which ties are decided.
    """
    names = list(wanted)
    entries = [leave(segment, standings, who) for who in list(standings) if who not in names]
    entries += [join(segment, standings, who) for who in names if who not in standings]
    if list(standings) != names:
        entries.append(Entry(None, MembersOrdered(segment, tuple(names))))
        in_order = {who: standings[who] for who in names}
        standings.clear()
        standings.update(in_order)
    return entries


def weigh(before: Mapping[str, float], people: Iterable[Person]) -> list[Entry]:
    """Whose weight is another than before; whoever was nobody before is noted if his is not 1."""
    return [
        Entry(None, WeightChanged(p.id, before.get(p.id), p.weight))
        for p in people
        if before.get(p.id, 1.0) != p.weight
    ]


def join(segment: str, standings: Standings, who: str) -> Entry:
    turns.join(standings, who)
    return Entry(None, MemberJoined(segment, who))


def leave(segment: str, standings: Standings, who: str) -> Entry:
    turns.leave(standings, who)
    return Entry(None, MemberLeft(segment, who))


def switch(
    segment: str, standings: Standings, before: str | None, after: str, by: str | None = None
) -> list[Entry]:
    """Another scheme takes over; nothing where it is the same.

    `before`: None for a new segment. `by`: who switched it; None where the office file did.
    """
    if before == after:
        return []
    drawn_in = turns.level(standings)
    return [Entry(None, SchemeSwitched(segment, before, after, drawn_in, by))]


def change_reserve(segment: str, before: str | None, after: str | None, by: str | None = None) -> list[Entry]:
    """Another scheme decides where the segment's own has nothing to say; nothing where it is the same."""
    if before == after:
        return []
    return [Entry(None, ReserveChanged(segment, before, after, by))]


def to_the_end(standings: Standings, who: str) -> None:
    """Whoever checks in stands at the end of the line."""
    if who in standings:
        standings[who].ticket = turns.next_ticket(standings)
