"""What hours of duty bring, learnt from a segment's own past; whoever swaps into the rich ones is seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from leads.duty.worth import Past, balance, learnt
from tests.leads.office import MOSCOW, wall

NOW = wall("2026-11-23 00:00")  # a Monday
WEEKS = 8
SINCE = NOW - timedelta(weeks=WEEKS)
HOUR = timedelta(hours=1)


def span(text: str, hours: float) -> tuple[datetime, datetime]:
    start = wall(text)
    return start, start + hours * HOUR


MORNING, EVENING = span("2026-11-23 09:00", 4), span("2026-11-23 14:00", 4)


def past(morning: int = 4, evening: int = 2, *, sold: tuple[float, float] | None = None) -> Iterator[Past]:
    """So many leads on each Monday's nine o'clock, and on its two o'clock; of ten so many are sold."""
    for week in range(WEEKS):
        for start, count, rate in ((9, morning, 0), (14, evening, 1)):
            at = SINCE + timedelta(weeks=week, hours=start)
            for n in range(count):
                won = None if sold is None else (week * count + n) % 10 < 10 * sold[rate]
                yield Past(at, won)


def test_an_hour_brings_as_many_leads_as_came_in_it_a_week() -> None:
    worths = learnt(past(), SINCE, NOW, MOSCOW)
    assert worths.of(MORNING) == 4 and worths.of(EVENING) == 2
    assert worths.of(span("2026-11-23 09:30", 1)) == 2, "half of that hour"
    assert worths.of(span("2026-11-24 09:00", 8)) == 0, "on Tuesdays nothing came"


def test_a_young_segment_counts_from_its_first_lead() -> None:
    late = [one for one in past() if one.at >= NOW - timedelta(weeks=2)]
    assert learnt(late, SINCE, NOW, MOSCOW).of(MORNING) == 4


def test_without_a_history_all_hours_are_alike() -> None:
    worths = learnt((), SINCE, NOW, MOSCOW)
    assert worths.beyond(MORNING, [MORNING, EVENING]) == 0
    assert balance({"a": [MORNING], "b": [EVENING]}, worths) == {"a": 0, "b": 0}


def test_what_sells_better_is_worth_more_and_few_sales_say_little() -> None:
    better = learnt(past(4, 4, sold=(0.5, 0.1)), SINCE, NOW, MOSCOW)
    assert better.of(MORNING) > 4 > better.of(EVENING)
    once = [*past(4, 4), Past(SINCE + 9 * HOUR, True), Past(SINCE + 14 * HOUR, False)]
    few = learnt(once, SINCE, NOW, MOSCOW)
    assert few.of(MORNING) - few.of(EVENING) < Fraction(1, 2)


def test_a_duty_is_richer_than_an_average_one_of_its_length() -> None:
    worths = learnt(past(), SINCE, NOW, MOSCOW)
    assert worths.beyond(MORNING, [MORNING, EVENING]) == 1
    assert worths.beyond(EVENING, [MORNING, EVENING]) == -1


def test_whoever_swaps_evenings_for_mornings_is_ahead_by_what_these_bring() -> None:
    days = [f"2026-11-{day}" for day in (23, 30)]
    mornings = [span(f"{day} 09:00", 4) for day in days]
    evenings = [span(f"{day} 14:00", 4) for day in days]
    worths = learnt(past(), SINCE, NOW, MOSCOW)
    mixed = {"a": [mornings[0], evenings[1]], "b": [evenings[0], mornings[1]]}
    assert balance(mixed, worths) == {"a": 0, "b": 0}
    assert balance({"a": mornings, "b": evenings}, worths) == {"a": 2, "b": -2}


@given(
    st.lists(st.tuples(st.integers(0, 7 * 24), st.sampled_from([None, True, False])), max_size=40),
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 150), st.integers(1, 12)), max_size=12),
)
def test_what_one_has_of_rich_hours_the_others_lack(
    came: list[tuple[int, bool | None]], duties: list[tuple[str, int, int]]
) -> None:
    worths = learnt((Past(SINCE + hour * HOUR, won) for hour, won in came), SINCE, NOW, MOSCOW)
    held: dict[str, list[tuple[datetime, datetime]]] = {}
    for who, start, hours in duties:
        held.setdefault(who, []).append((NOW + start * HOUR, NOW + (start + hours) * HOUR))
    assert sum(balance(held, worths).values()) == 0
