"""When somebody with hours of their own, or a rota, does not work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from leads.hours import IsHoliday, Span, openings
from leads.office import Office
from leads.wall_clock import ONE_DAY, days_between, midnight


def free_time(office: Office, who: str, first: date, last: date, is_holiday: IsHoliday) -> list[Span]:
    """Returns the times from the day before the first to the day after the last, in UTC; none for whoever works the
    office's hours. A break within a day does not keep anybody from a duty.
    """
    if who not in office.schedules:
        return []
    zone, schedule = office.timezone, office.schedule_of(who)
    days = [
        (min(opens for opens, _ in spans), max(closes for _, closes in spans))
        for day in days_between(first - ONE_DAY, last + ONE_DAY)
        if (spans := openings(schedule, zone, day, day, is_holiday))
    ]
    start, end = midnight(first - ONE_DAY, zone), midnight(last + 2 * ONE_DAY, zone)
    edges = [start, *(edge for day in days for edge in day), end]
    return [(since, until) for since, until in _in_twos(edges) if since < until]


def _in_twos(edges: Sequence[datetime]) -> Iterator[Span]:
    """Returns the times between the days, which are every second pair."""
    return zip(edges[::2], edges[1::2], strict=True)
