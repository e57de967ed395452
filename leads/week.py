"""A week day by day: what opens when, as people say it and as it is edited, and as the rules of opening hours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from typing import Final

from leads.wall_clock import EVERY_DAY, WeeklyRule

Spans = tuple[tuple[time, time], ...]
Week = tuple[Spans, ...]
"""Seven days, Monday first; the spans of each in order, none where nothing opens."""

ALL_DAY: Final[Spans] = ((time(0), time(0)),)
ROUND_THE_CLOCK: Final[Week] = (ALL_DAY,) * len(EVERY_DAY)
NINE_TO_SIX: Final[Spans] = ((time(9), time(18)),)
LUNCH: Final = (time(13), time(14))
DAY_LONG: Final = 24 * 60  # minutes
STEP: Final = 30  # minutes, by which a tap moves an edge


def week_of(rules: Iterable[WeeklyRule]) -> Week:
    """Returns what the rules say of each day."""
    found: list[set[tuple[time, time]]] = [set() for _ in EVERY_DAY]
    for rule in rules:
        for day in rule.days:
            found[day].add((rule.start, rule.end))
    return tuple(tuple(sorted(spans)) for spans in found)


def rules_of(week: Week) -> tuple[WeeklyRule, ...]:
    """Returns the rules that say the same, days that are alike together; in the order that an office file has."""
    alike: dict[Spans, list[int]] = {}
    for day, spans in enumerate(week):
        if spans:
            alike.setdefault(spans, []).append(day)
    rules = [WeeklyRule(tuple(days), *span) for spans, days in alike.items() for span in spans]
    return tuple(sorted(rules, key=lambda rule: (rule.days, rule.start, rule.end)))


def usual(week: Week) -> Spans:
    """Returns the spans that most days have, the earliest of these where it is a tie; nine to six where none opens."""
    open_days = [spans for spans in week if spans]
    return max(open_days, key=open_days.count) if open_days else NINE_TO_SIX


def day_toggled(week: Week, day: int) -> Week:
    """Closes a day that is open; opens one that is closed as most days are."""
    return _on(week, [day], () if week[day] else usual(week))


def edge_moved(week: Week, day: int, *, opens: bool, by: int) -> Week:
    """Moves when it opens, or closes, by so many minutes, on this day and all that are alike.

    A span that would be none, or would begin on another day, stays as it is.
    """
    spans = list(week[day])
    if not spans:
        return week
    at = 0 if opens else -1
    start, end = spans[at]
    first = _minutes(start) + (by if opens else 0)
    last = (_minutes(end) or DAY_LONG) + (0 if opens else by)
    if not 0 <= first < last <= DAY_LONG:
        return week
    spans[at] = (_clock(first), _clock(last))
    return _on(week, _alike(week, day), tuple(spans))


def lunch_toggled(week: Week, day: int) -> Week:
    """Closes from one to two on this day and all that are alike; where there are pauses already, none is left."""
    spans = week[day]
    if len(spans) > 1:
        return _on(week, _alike(week, day), ((spans[0][0], spans[-1][1]),))
    if not spans or not (spans[0][0] < LUNCH[0] and (spans[0][1] > LUNCH[1] or spans[0][1] == time(0))):
        return week
    return _on(week, _alike(week, day), ((spans[0][0], LUNCH[0]), (LUNCH[1], spans[0][1])))


def _alike(week: Week, day: int) -> list[int]:
    return [other for other in EVERY_DAY if week[other] == week[day]]


def _on(week: Week, days: Iterable[int], spans: Spans) -> Week:
    changed = list(week)
    for day in days:
        changed[day] = spans
    return tuple(changed)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
