"""The weekly draw: what follows from what, when it is held, and whose day it is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from leads.draws import (
    LOTS,
    NOTICE,
    Draw,
    can_be_held,
    commit,
    days_order,
    draw_at,
    draw_order,
    next_draw_at,
    refuse_lot,
    to_announce,
    week_of,
)
from leads.refusals import Refusal, Refused
from tests.leads import ten_lines

MOSCOW, BERLIN = ZoneInfo("Europe/Moscow"), ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)
ONE_DAY, WEEK = timedelta(days=1), timedelta(days=7)
NOON = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)  # Wednesday, 12:00 in Moscow

SECRETS = st.binary(min_size=32, max_size=32).map(bytes.hex)
IDS = st.from_regex(r"[a-z0-9_-]{1,32}", fullmatch=True)
TEAMS = st.lists(IDS, min_size=1, max_size=12, unique=True).map(tuple)
MONDAYS = st.integers(0, 3000).map(lambda weeks: MONDAY + weeks * WEEK)


@st.composite
def thrown(draw: st.DrawFn, members: tuple[str, ...]) -> dict[str, int]:
    throwers = draw(st.lists(st.sampled_from(members), unique=True))
    return {who: draw(st.sampled_from(LOTS)) for who in throwers}


def week(monday: date = MONDAY, **values: Any) -> Draw:
    at = draw_at(monday, MOSCOW)
    return replace(Draw("kazan", monday, commit("secret"), at, at - WEEK), **values)


def held(monday: date) -> Draw:
    return week(monday, opened_at=draw_at(monday, MOSCOW))


@given(TEAMS, SECRETS, MONDAYS, st.data())
def test_everybody_has_exactly_one_place_whatever_is_thrown(
    members: tuple[str, ...], secret: str, monday: date, data: st.DataObject
) -> None:
    order = draw_order(secret, "kazan", monday, data.draw(thrown(members)), members)
    assert sorted(order) == sorted(members)


@given(TEAMS, SECRETS, MONDAYS, st.data())
def test_the_order_depends_on_nothing_but_what_is_published(
    members: tuple[str, ...], secret: str, monday: date, data: st.DataObject
) -> None:
    """Not on the order of the segment's list, nor on who was first to throw."""
    lots = data.draw(thrown(members))
    mixed_members = data.draw(st.permutations(members))
    mixed_lots = dict(data.draw(st.permutations(list(lots.items()))))
    assert draw_order(secret, "kazan", monday, lots, members) == draw_order(
        secret, "kazan", monday, mixed_lots, mixed_members
    )


@given(SECRETS, st.data())
def test_another_secret_lot_segment_or_week_makes_another_draw_of_it(
    secret: str, data: st.DataObject
) -> None:
    """Twenty people: a chance of one in 20! that two draws are alike by accident."""
    members = tuple(f"m{n}" for n in range(20))
    lots = data.draw(thrown(members))
    order = draw_order(secret, "kazan", MONDAY, lots, members)
    who, lot = data.draw(st.sampled_from(members)), data.draw(st.sampled_from(LOTS))
    assume(lots.get(who) != lot)
    forged = data.draw(SECRETS)
    assume(forged != secret)
    assert commit(forged) != commit(secret)
    assert draw_order(secret, "kazan", MONDAY, {**lots, who: lot}, members) != order
    assert draw_order(forged, "kazan", MONDAY, lots, members) != order
    assert draw_order(secret, "rest", MONDAY, lots, members) != order
    assert draw_order(secret, "kazan", MONDAY + WEEK, lots, members) != order


@given(TEAMS, SECRETS, MONDAYS, st.data())
def test_the_ten_lines_of_the_docs_agree_about_any_draw(
    members: tuple[str, ...], secret: str, monday: date, data: st.DataObject
) -> None:
    lots = data.draw(thrown(members))
    text = ",".join(f"{who}={lot}" for who, lot in sorted(lots.items()))
    for throw in (None, "none", "slot=64"):
        week = ("kazan", monday.isoformat(), text)
        lines = ten_lines.put_in(commit(secret), secret, *week, throw or "", ", ".join(members))
        assert ten_lines.run(lines) == str(list(draw_order(secret, "kazan", monday, lots, members, throw)))


def test_the_ten_lines_of_the_docs_are_ten_and_print_what_the_docs_say() -> None:
    lines = ten_lines.the_ten_lines()
    assert len(lines.splitlines()) == 10
    assert f"It prints `{ten_lines.run(lines)}`" in ten_lines.PAGE.read_text("utf-8")


def test_the_ten_lines_find_a_secret_that_was_not_promised() -> None:
    forged = re.sub('secret = ".', 'secret = "f', ten_lines.the_ten_lines())
    with pytest.raises(AssertionError, match="not the secret that was promised"):
        ten_lines.run(forged)


def test_the_days_go_round_the_order() -> None:
    order = ("a", "b", "c")
    firsts = [days_order(order, order, weekday)[0] for weekday in range(7)]
    assert "".join(firsts) == "abcabca"
    assert days_order(order, order, 1) == ("b", "c", "a"), "the next is the next in the order"


def test_with_more_people_than_days_the_week_belongs_to_the_first_seven() -> None:
    order = tuple("abcdefghij")
    assert "".join(days_order(order, order, weekday)[0] for weekday in range(7)) == "abcdefg"
    assert days_order(order, order, 6) == tuple("ghijabcdef")


def test_whoever_left_is_passed_over_and_everybody_else_keeps_his_days() -> None:
    assert [days_order(tuple("abc"), ("a", "c"), weekday)[0] for weekday in range(6)] == list("accacc")


def test_whoever_joined_stands_at_the_end_in_the_segments_order() -> None:
    assert days_order(("b", "a"), ("y", "a", "b", "x"), 1) == ("a", "b", "y", "x")
    assert days_order((), ("y", "x"), 3) == ("y", "x")


@given(TEAMS, TEAMS, st.integers(0, 6))
def test_on_every_day_every_member_has_one_place_and_nobody_else(
    order: tuple[str, ...], members: tuple[str, ...], weekday: int
) -> None:
    found = days_order(order, members, weekday)
    assert sorted(found) == sorted(members)
    drawn = [who for who in found if who in order]
    assert found[: len(drawn)] == tuple(drawn), "newcomers come last"


@given(TEAMS, st.integers(0, 6), st.data())
def test_whoever_is_absent_costs_nobody_else_his_place(
    order: tuple[str, ...], weekday: int, data: st.DataObject
) -> None:
    """The first who is there gets the lead; the one after the absent is the one after him in the drawn order."""
    away = data.draw(st.sets(st.sampled_from(order), max_size=len(order) - 1))
    line = days_order(order, order, weekday)
    place = weekday % len(order)
    expected = next(who for who in (*order[place:], *order[:place]) if who not in away)
    assert next(who for who in line if who not in away) == expected


@pytest.mark.parametrize(
    ("tz", "at"),
    [
        (MOSCOW, datetime(2026, 11, 20, 14, 0, tzinfo=UTC)),
        (BERLIN, datetime(2026, 11, 20, 16, 0, tzinfo=UTC)),
        (ZoneInfo("America/Los_Angeles"), datetime(2026, 11, 21, 1, 0, tzinfo=UTC)),
    ],
    ids=str,
)
def test_a_week_is_drawn_on_the_friday_before_it_by_the_offices_clock(tz: ZoneInfo, at: datetime) -> None:
    assert draw_at(MONDAY, tz) == at


def test_the_clock_on_the_wall_counts_also_where_the_clocks_change() -> None:
    """In Berlin it is summer from Sunday, 28 March 2027."""
    assert draw_at(date(2027, 3, 29), BERLIN) == datetime(2027, 3, 26, 16, 0, tzinfo=UTC)
    assert draw_at(date(2027, 4, 5), BERLIN) == datetime(2027, 4, 2, 15, 0, tzinfo=UTC)


def test_the_week_begins_at_midnight_in_the_office_and_not_in_greenwich() -> None:
    sunday_night = datetime(2026, 11, 22, 20, 59, tzinfo=UTC)
    assert week_of(sunday_night, MOSCOW) == MONDAY - WEEK
    assert week_of(sunday_night + timedelta(minutes=1), MOSCOW) == MONDAY
    assert week_of(sunday_night, BERLIN) == MONDAY - WEEK


def test_a_segment_that_comes_to_the_lottery_has_the_present_week_announced_with_fifteen_minutes_notice() -> (
    None
):
    assert to_announce([], NOON, MOSCOW) == MONDAY
    assert next_draw_at(MONDAY, NOON, MOSCOW) == NOON + NOTICE
    assert timedelta(minutes=15) == NOTICE


def test_the_next_week_is_announced_as_soon_as_this_one_is_drawn_and_not_before() -> None:
    assert to_announce([week()], NOON, MOSCOW) is None
    assert to_announce([held(MONDAY)], NOON, MOSCOW) == MONDAY + WEEK
    assert to_announce([held(MONDAY), week(MONDAY + WEEK)], NOON, MOSCOW) is None
    both = [held(MONDAY), held(MONDAY + WEEK)]
    assert to_announce(both, NOON, MOSCOW) == MONDAY + 2 * WEEK
    assert next_draw_at(MONDAY + 2 * WEEK, NOON, MOSCOW) == draw_at(MONDAY + 2 * WEEK, MOSCOW)


def test_a_week_that_would_be_over_before_its_draw_is_left_out() -> None:
    almost_monday = datetime(2026, 11, 29, 20, 46, tzinfo=UTC)  # Sunday, 23:46 in Moscow
    assert to_announce([], almost_monday, MOSCOW) == MONDAY + WEEK
    assert to_announce([], almost_monday - timedelta(minutes=2), MOSCOW) == MONDAY


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)))  # noqa: DTZ001 - in UTC
def test_whatever_is_announced_can_still_be_held_at_its_time(moment: datetime) -> None:
    now = moment.replace(tzinfo=UTC)
    monday = to_announce([], now, BERLIN)
    assert monday
    draw = week(monday, draw_at=next_draw_at(monday, now, BERLIN))
    assert can_be_held(draw, draw.draw_at, BERLIN)
    assert draw.draw_at - now >= NOTICE


def test_a_draw_is_made_up_for_until_its_week_is_over_and_never_held_twice() -> None:
    sunday_night = datetime(2026, 11, 29, 20, 59, tzinfo=UTC)
    assert can_be_held(week(), sunday_night, MOSCOW)
    assert not can_be_held(week(), sunday_night + timedelta(minutes=1), MOSCOW)
    assert not can_be_held(held(MONDAY), NOON, MOSCOW)


@given(st.lists(st.integers(0, 3 * 7 * 24 * 60), min_size=1, max_size=30).map(sorted))
def test_whenever_the_bot_looks_one_week_is_promised_and_every_draw_had_its_notice(
    minutes: list[int],
) -> None:
    """Looked at as the desk does it, at any moments of three weeks."""
    draws: dict[date, Draw] = {}
    for now in (NOON + timedelta(minutes=m) for m in minutes):
        this_week = week_of(now, BERLIN)
        for draw in list(draws.values()):
            if can_be_held(draw, now, BERLIN) and draw.draw_at <= now:
                draws[draw.monday] = replace(draw, opened_at=now)
        upcoming = [draw for monday, draw in draws.items() if monday >= this_week]
        if monday := to_announce(upcoming, now, BERLIN):
            assert monday not in draws, "a promise is never replaced"
            draws[monday] = Draw("kazan", monday, "", next_draw_at(monday, now, BERLIN), now)
        promised = [draw for draw in draws.values() if can_be_held(draw, now, BERLIN)]
        assert len(promised) == 1
        assert promised[0].draw_at - promised[0].announced_at >= NOTICE
        assert promised[0].monday - this_week <= 2 * WEEK


@pytest.mark.parametrize(
    ("changes", "who", "lot", "refusal"),
    [
        ({}, "outsider", 7, Refusal.NOT_IN_THE_DRAW),
        ({}, "", 7, Refusal.NOT_IN_THE_DRAW),
        ({"lots": {"petrov": 7}}, "petrov", 8, Refusal.LOT_THROWN),
        ({"draw_at": NOON}, "petrov", 7, Refusal.DRAWN_ALREADY),
        ({"opened_at": NOON}, "petrov", 7, Refusal.DRAWN_ALREADY),
        ({}, "petrov", 0, Refusal.NO_DRAW),
        ({}, "petrov", 10, Refusal.NO_DRAW),
    ],
)
def test_a_lot_is_refused(changes: dict[str, Any], who: str, lot: int, refusal: Refusal) -> None:
    draw = replace(week(draw_at=NOON + ONE_DAY), **changes)
    with pytest.raises(Refused) as refused:
        refuse_lot(draw, ("petrov", "ivanov"), who, lot, NOON)
    assert refused.value.why is refusal


@pytest.mark.parametrize("lot", LOTS)
def test_each_of_the_nine_digits_is_taken_until_the_last_moment(lot: int) -> None:
    draw = week(draw_at=NOON + timedelta(microseconds=1), lots={"ivanov": 3})
    refuse_lot(draw, ("petrov", "ivanov"), "petrov", lot, NOON)
