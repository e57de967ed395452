"""Where everybody stands in the picture of a week."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from screens.pictures.week import Block, laid_out
from screens.views.pictures import RosterPicture, RosterSpan
from tests.screens.pictures.rosters import MONDAY, NIGHTS_OF_THREE, NOBODY, at, duty, week

QUARTERS = 24 * 4


@st.composite
def spans(draw: st.DrawFn) -> RosterSpan:
    """Of four people, from the week before to the week after, in quarters of an hour."""
    start = draw(st.integers(-2 * QUARTERS, 9 * QUARTERS))
    length = draw(st.integers(1, 3 * QUARTERS))
    return RosterSpan(at(0, start / 4), at(0, (start + length) / 4), draw(st.sampled_from("АБВГ")))


def rows(roster: RosterPicture) -> list[tuple[int, float, float, str]]:
    return [(block.day, block.top, block.bottom, block.span.name) for block in laid_out(roster).blocks]


def test_a_night_stands_on_both_of_its_days() -> None:
    evening, morning = laid_out(week(duty(1, 22, 30, "Пётр"))).blocks
    assert (evening.day, evening.top, evening.bottom, evening.comes_over, evening.goes_on) == (
        1,
        22,
        24,
        False,
        True,
    )
    assert (morning.day, morning.top, morning.bottom, morning.comes_over, morning.goes_on) == (
        2,
        0,
        6,
        True,
        False,
    )


def test_what_ends_at_midnight_does_not_stand_on_the_next_day() -> None:
    (block,) = laid_out(week(duty(1, 18, 24, "Пётр"))).blocks
    assert (block.day, block.bottom, block.goes_on) == (1, 24, False)


def test_two_whole_days_are_one_time_on_duty() -> None:
    first, second = laid_out(week(duty(1, 0, 48, "Пётр"))).blocks
    assert (first.comes_over, first.goes_on, second.comes_over, second.goes_on) == (False, True, True, False)


def test_the_sunday_before_and_the_monday_after_are_cut_off() -> None:
    found = laid_out(week(duty(-1, 22, 30, "Пётр"), duty(6, 22, 30, "Ольга"), duty(7, 9, 18, "Иван")))
    assert [(block.day, block.top, block.bottom) for block in found.blocks] == [(0, 0, 6), (6, 22, 24)]
    assert dict(zip(found.people, found.hours, strict=True)) == {"Пётр": 6, "Ольга": 2}


def test_pieces_without_a_gap_are_one_and_doubled_hours_count_once() -> None:
    pieces = (duty(0, 12, 18, "Пётр"), duty(0, 9, 12, "Пётр"), duty(0, 10, 11, "Пётр"))
    assert rows(week(*pieces)) == [(0, 9, 18, "Пётр")]
    assert laid_out(week(*pieces)).hours == (9,)


def test_what_ends_before_it_begins_is_left_out() -> None:
    assert rows(week(duty(0, 10, 9, "Пётр"), duty(0, 9, 9, "Пётр"))) == []


def test_those_on_duty_together_stand_side_by_side_and_the_next_has_the_whole_width() -> None:
    found = laid_out(week(duty(0, 9, 14, "Пётр"), duty(0, 12, 18, "Ольга"), duty(0, 18, 20, "Иван")))
    assert [(b.span.name, b.lane, b.lanes) for b in found.blocks] == [
        ("Пётр", 0, 2),
        ("Ольга", 1, 2),
        ("Иван", 0, 1),
    ]


def test_a_lane_is_used_again_when_it_is_free() -> None:
    found = laid_out(week(duty(0, 9, 18, "Пётр"), duty(0, 9, 13, "Ольга"), duty(0, 13, 18, "Иван")))
    assert {(b.span.name, b.lane, b.lanes) for b in found.blocks} == {
        ("Ольга", 0, 2),
        ("Пётр", 1, 2),
        ("Иван", 0, 2),
    }


def test_the_hours_are_those_that_are_used() -> None:
    def shown(*spans: RosterSpan) -> tuple[int, int]:
        return laid_out(week(*spans)).first, laid_out(week(*spans)).last

    assert shown(duty(0, 9.5, 17.25, "Пётр"), duty(3, 10, 19, "Пётр")) == (9, 19)
    assert shown(duty(0, 22, 30, "Пётр")) == (0, 24)
    assert shown(duty(0, 12, 13, "Пётр")) == (12, 18)
    assert shown(duty(0, 22, 23, "Пётр")) == (18, 24)
    assert shown() == (9, 18)


def test_the_team_keeps_its_order_and_so_its_colours_and_strangers_come_after_it() -> None:
    roster = RosterPicture(
        "Казань", MONDAY, (duty(0, 9, 18, "Иван"), duty(1, 9, 18, "Пётр")), ("Ольга", "Пётр")
    )
    found = laid_out(roster)
    assert (found.people, found.hours) == (("Ольга", "Пётр", "Иван"), (0, 9, 9))


def test_twelve_people_by_day_and_night_never_stand_more_than_three_abreast() -> None:
    assert {block.lanes for block in laid_out(NIGHTS_OF_THREE).blocks} == {3}
    assert laid_out(NOBODY).blocks == ()


@settings(deadline=None)
@given(st.lists(spans(), max_size=12))
def test_whatever_the_roster_nobody_stands_on_anybody_else_and_no_hour_is_lost(
    drawn: list[RosterSpan],
) -> None:
    found = laid_out(week(*drawn))
    for block in found.blocks:
        assert 0 <= block.lane < block.lanes
        assert found.first <= block.top < block.bottom <= found.last
        assert not any(_stands_on(block, other) for other in found.blocks if other is not block)
    for name, hours in zip(found.people, found.hours, strict=True):
        assert hours == sum(_is_on_duty(name, at(0, n / 4), drawn) for n in range(7 * QUARTERS)) / 4


def _stands_on(one: Block, other: Block) -> bool:
    is_at_once = one.day == other.day and one.top < other.bottom and other.top < one.bottom
    return is_at_once and (one.lanes != other.lanes or one.lane == other.lane)


def _is_on_duty(name: str, moment: datetime, drawn: list[RosterSpan]) -> bool:
    inside = moment + timedelta(minutes=1)
    return any(span.name == name and span.start <= inside < span.end for span in drawn)


def test_of_a_large_team_those_are_named_who_are_on_duty() -> None:
    team = tuple(f"P{n:02}" for n in range(40))
    shown = laid_out(replace(week(duty(0, 9, 18, "P07"), duty(1, 9, 18, "Иван")), people=team))
    assert (shown.people, shown.hours) == (("P07", "Иван"), (9, 9))
    small = laid_out(replace(week(duty(0, 9, 18, "P07")), people=team[:12]))
    assert small.people == team[:12], "of a small one it is told who has no duty"
