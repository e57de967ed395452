"""What came of leads fades, what stays open is lost until it is closed, and a client of one's own says nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.answers import claim
from leads.corrections import correct_source
from leads.holding import close, give_up, reopen
from leads.lead import Lead, Outcome, State
from leads.rates import MILLION
from leads.scene import Scene
from leads.track import LEAST, NEVER, Came, Closing, Sort, Track, fading, oldest_week, week_of
from tests.leads.office import Floor, sales_floor

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)  # a Wednesday
DAY = timedelta(days=1)
QUARTER = 90 * DAY
LIVES = st.sampled_from([NEVER, DAY, 7 * DAY, 30 * DAY, QUARTER, 400 * DAY])
A_WON = Sort("a", None, known=False)


def won(who: str, at: datetime, **more: object) -> Lead:
    return Lead(1, "all", 1, State.CLOSED, holder=who, closed_at=at, outcome=Outcome.WON, **more)  # type: ignore[arg-type]


def test_a_week_is_that_of_utc_and_begins_on_monday() -> None:
    monday = datetime(2026, 11, 23, tzinfo=UTC)
    assert week_of(monday) == week_of(NOW) == week_of(monday - timedelta(seconds=1)) + 1


def test_a_closing_counts_half_after_the_half_life_and_goes_down_in_a_straight_line() -> None:
    month = 28 * DAY
    assert [fading(weeks, month) for weeks in (0, 1, 2, 4, 6, 8)] == [
        *(MILLION, 875_000, 750_000, 500_000, 375_000, 250_000)
    ]


def test_records_that_never_fade_count_in_full() -> None:
    assert fading(5000, NEVER) == MILLION


@given(st.integers(0, 2000), LIVES)
def test_fading_is_the_rule_as_it_is_told(weeks: int, life: timedelta) -> None:
    if life == NEVER:
        return
    halvings, rest = divmod(Fraction(7 * weeks) / Fraction(life // DAY), 1)
    exact = MILLION * (1 - rest / 2) / 2 ** int(halvings)
    assert fading(weeks, life) == (int(exact) if exact >= LEAST else 0)


@given(st.integers(0, 3000), LIVES)
def test_nothing_counts_from_before_the_oldest_week(weeks: int, life: timedelta) -> None:
    if fading(weeks, life):
        assert week_of(NOW) - weeks >= oldest_week(NOW, life) or life == NEVER


def test_last_years_fame_is_worth_a_sixteenth() -> None:
    track = Track()
    track.count(won("a", NOW - 364 * DAY))
    assert track.came(NOW, QUARTER, NEVER)[A_WON].won < MILLION / 16 + MILLION / 100
    assert track.came(NOW, NEVER, NEVER)[A_WON].won == MILLION


def test_what_is_added_later_is_in_the_sums_that_were_made_before() -> None:
    track = Track()
    track.count(won("a", NOW - 7 * DAY))
    before = track.came(NOW, QUARTER, NEVER)
    track.count(won("a", NOW))
    assert track.came(NOW, QUARTER, NEVER)[A_WON].won == before[A_WON].won + MILLION
    assert track.came(NOW, QUARTER, NEVER) == Track(dict(track.closings)).came(NOW, QUARTER, NEVER)


@pytest.mark.parametrize("lead", [won("a", NOW, owner="a"), won("a", NOW, own=True)])
def test_a_client_of_ones_own_is_in_no_record(lead: Lead) -> None:
    track = Track()
    track.count(lead)
    track.take(replace(lead, state=State.HELD, held_at=NOW - QUARTER))
    assert track.came(NOW, QUARTER, DAY) == {}


def test_a_client_of_somebody_else_is() -> None:
    track = Track()
    track.count(won("a", NOW, owner="b", known=True))
    assert track.came(NOW, QUARTER, DAY) == {Sort("a", None, known=True): Came(MILLION)}


def came(floor: Floor, stale_after: timedelta = 14 * DAY) -> dict[Sort, Came]:
    return floor.tracks["all"].came(floor.now, NEVER, stale_after)


def claimed(floor: Floor, **known: Any) -> Scene:
    scene = floor.lead(**known)
    claim(scene, scene.live.people[0] if scene.live else "", floor.now)
    return scene


def test_a_lead_that_is_open_for_too_long_counts_as_lost_until_it_is_closed() -> None:
    floor = sales_floor("a")
    scene = claimed(floor, source="site")
    sort = Sort("a", "site", known=False)
    floor.now += 14 * DAY - timedelta(seconds=1)
    assert came(floor) == {}
    floor.now += timedelta(seconds=1)
    assert came(floor) == {sort: Came(0, MILLION, 1)}
    assert came(floor, NEVER) == {}
    close(scene, "a", Outcome.WON, floor.now)
    assert came(floor) == {sort: Came(MILLION)}


def test_a_lead_that_was_given_back_is_nobodys_loss() -> None:
    floor = sales_floor("a b", offers=1)
    scene = claimed(floor)
    floor.now += 20 * DAY
    give_up(scene, "a", floor.now)
    assert came(floor) == {}


def test_what_is_taken_back_goes_out_of_the_week_in_which_it_was_closed() -> None:
    floor = sales_floor("a")
    scene = claimed(floor)
    close(scene, "a", Outcome.LOST, floor.now)
    assert floor.tracks["all"].closings[Closing(A_WON, week_of(floor.now))].lost == 1
    floor.now += 21 * DAY
    reopen(scene, "a", floor.now, always=True)
    assert not any(record.closed for record in floor.tracks["all"].closings.values())
    assert came(floor) == {A_WON: Came(0, MILLION, 1)}  # open for too long already
    close(scene, "a", Outcome.WON, floor.now)
    assert came(floor) == {A_WON: Came(MILLION)}


@pytest.mark.parametrize("is_closed", [False, True])
def test_a_corrected_source_moves_what_came_of_it(is_closed: bool) -> None:
    floor = sales_floor("a")
    scene = claimed(floor, source="site")
    if is_closed:
        close(scene, "a", Outcome.LOST, floor.now)
    correct_source(scene, "ads", "a", floor.now)
    floor.now += 15 * DAY
    found = came(floor)
    assert set(found) == {Sort("a", "ads", known=False)}
    assert [one.lost for one in found.values()] == [MILLION]
