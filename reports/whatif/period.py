"""Which days are played again."""

from __future__ import annotations

from datetime import date, timedelta

from leads.figures.periods import Period
from leads.wall_clock import ONE_DAY

FOUR_WEEKS = timedelta(days=28)


def asked_for(first: date | None, last: date | None, today: date) -> Period:
    """Where they are not given, the last four weeks that are over. It may begin after its end."""
    if last is None:
        last = today if first and first >= today else today - ONE_DAY
    return Period(first or last - FOUR_WEEKS + ONE_DAY, last)
