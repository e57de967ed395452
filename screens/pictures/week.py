"""A roster's week laid out: who stands where on which day. Times are hours from a day's midnight, 0 to 24."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from math import ceil, floor

from screens.views.pictures import RosterPicture, RosterSpan

DAYS = 7
MOST_NAMED = 15  # who has no duty in the week is named, too
SHORTEST_DAY = 6  # hours; fewer rows would look like a ruler
OFFICE_HOURS = (9, 18)  # where nobody is on duty at all
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a span that lies on one day, and its lane among those that overlap it."""

    span: RosterSpan
    day: int  # 0 is Monday
    top: float
    bottom: float
    comes_over: bool  # it has begun before this day's midnight
    goes_on: bool  # it lasts beyond the next one
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Week:
    people: tuple[str, ...]
    hours: tuple[float, ...]  # of each of them, in this week
    blocks: tuple[Block, ...]
    first: int  # hours that are shown
    last: int


def laid_out(roster: RosterPicture) -> Week:
    spans = _whole(roster.spans)
    blocks = [block for span in spans for block in _pieces(span, roster)]
    people = _people(roster, [block.span.name for block in blocks])
    own = {name: [block for block in blocks if block.span.name == name] for name in people}
    hours = tuple(sum(block.bottom - block.top for block in own[name]) for name in people)
    placed = [block for day in range(DAYS) for block in _side_by_side(blocks, day, people)]
    first, last = _shown_hours(blocks)
    return Week(people, hours, tuple(placed), first, last)


def _people(roster: RosterPicture, on_duty: Sequence[str]) -> tuple[str, ...]:
    """Everybody of the team and whoever stands in for them; of a large one those who are on duty."""
    everybody = dict.fromkeys([*roster.people, *on_duty])
    if len(everybody) <= MOST_NAMED:
        return tuple(everybody)
    return tuple(name for name in everybody if name in set(on_duty))


def _whole(spans: Iterable[RosterSpan]) -> list[RosterSpan]:
    """In order of time; what one person has without a gap is one span."""
    whole: dict[str, list[RosterSpan]] = {}
    for span in sorted(span for span in spans if span.start < span.end):
        theirs = whole.setdefault(span.name, [])
        if theirs and span.start <= theirs[-1].end:
            theirs[-1] = theirs[-1]._replace(end=max(theirs[-1].end, span.end))
        else:
            theirs.append(span)
    return sorted(span for theirs in whole.values() for span in theirs)


def _pieces(span: RosterSpan, roster: RosterPicture) -> Iterator[Block]:
    for day in range(DAYS):
        midnight = datetime.combine(roster.monday, time()) + timedelta(days=day)
        top, bottom = (span.start - midnight) / HOUR, (span.end - midnight) / HOUR
        if max(top, 0) < min(bottom, 24):
            yield Block(span, day, max(top, 0.0), min(bottom, 24.0), top < 0, bottom > 24)


def _side_by_side(blocks: Sequence[Block], day: int, people: Sequence[str]) -> Iterator[Block]:
    """A day's blocks: those that overlap, directly or through others, share the width."""
    todays = [block for block in blocks if block.day == day]
    together: list[Block] = []
    for block in sorted(todays, key=lambda block: (block.top, people.index(block.span.name))):
        if together and block.top >= max(other.bottom for other in together):
            yield from _in_lanes(together)
            together = []
        together.append(block)
    yield from _in_lanes(together)


def _in_lanes(together: Sequence[Block]) -> Iterator[Block]:
    """Each takes the first lane that is free."""
    free_from: list[float] = []
    lanes: list[int] = []
    for block in together:
        lane = next((n for n, free in enumerate(free_from) if free <= block.top), len(free_from))
        free_from[lane:] = [block.bottom, *free_from[lane + 1 :]]
        lanes.append(lane)
    for block, lane in zip(together, lanes, strict=True):
        yield replace(block, lane=lane, lanes=len(free_from))


def _shown_hours(blocks: Sequence[Block]) -> tuple[int, int]:
    """Whole hours, as few as hold everything."""
    if not blocks:
        return OFFICE_HOURS
    first, last = floor(min(block.top for block in blocks)), ceil(max(block.bottom for block in blocks))
    last = min(max(last, first + SHORTEST_DAY), 24)
    return min(first, last - SHORTEST_DAY), last
