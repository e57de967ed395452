"""How long losing a lead takes, and whether the past is long enough to say so."""

from __future__ import annotations

from datetime import timedelta

from reports.whatif.past import is_long_enough, time_to_lose

DAYS = [timedelta(days=n) for n in range(1, 11)]


def test_nine_of_ten_lost_leads_were_closed_by_then() -> None:
    assert time_to_lose(DAYS[::-1]) == timedelta(days=9)
    assert time_to_lose(DAYS[:1]) == timedelta(days=1)
    assert time_to_lose([]) == timedelta(0)


def test_a_past_is_long_enough_where_the_late_losses_may_have_come() -> None:
    assert is_long_enough(timedelta(days=20), timedelta(days=10))
    assert not is_long_enough(timedelta(days=19), timedelta(days=10))
    assert is_long_enough(timedelta(0), timedelta(0))
