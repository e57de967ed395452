"""Which duties bring more than others of their length, by the segment's own last weeks, and who swapped into them."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Final

from leads.duty.shifts import duties
from leads.duty.slots import Span
from leads.duty.worth import Past, Worths, learnt
from leads.lead import Outcome
from leads.office import Office
from leads.wall_clock import monday_of, week_bounds
from storage import cases
from storage.duty import taken_between
from storage.store import Store

LEARNT: Final = timedelta(weeks=12)
"""Of so many weeks it is learnt what an hour brings."""


def worths_of(store: Store, office: Office, segment: str, now: datetime) -> Worths:
    """Returns what the hours of this segment bring."""
    since = now - LEARNT
    past = [Past(at, _sold(outcome)) for at, outcome in cases.became_since(store, segment, since)]
    return learnt(past, since, now, office.timezone)


def richer(office: Office, segment: str, span: Span, worths: Worths) -> Fraction:
    """Returns by how many leads a duty is richer than an average one of its length and week; below nothing: poorer."""
    start, end = week_bounds(monday_of(span[0].astimezone(office.timezone).date()), office.timezone)
    shifts = office.shifts_of(segment)
    members = office.segment(segment).members
    week = [one for who in members for one in duties(shifts, office.timezone, who, start, end)]
    return worths.beyond(span, week)


def swapped(store: Store, office: Office, start: datetime, end: datetime, now: datetime) -> dict[str, float]:
    """Returns for all who gave or took duties that begin in this time by how many leads they are richer by that."""
    found, known = defaultdict[str, Fraction](Fraction), dict[str, Worths]()
    here = {segment.id for segment in office.segments}
    for swap in taken_between(store, start, end):
        if swap.segment not in here or swap.taken_by is None:
            continue
        if swap.segment not in known:
            known[swap.segment] = worths_of(store, office, swap.segment, now)
        more = richer(office, swap.segment, (swap.start, swap.end), known[swap.segment])
        found[swap.taken_by] += more
        found[swap.who] -= more
    return {who: float(more) for who, more in found.items()}


def _sold(outcome: str | None) -> bool | None:
    return outcome == Outcome.WON if outcome in {Outcome.WON, Outcome.LOST} else None
