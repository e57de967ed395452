"""What is said to come next is what comes next."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from leads.answers import claim
from leads.forecast import FARTHEST, Forecast, forecast
from leads.offering import hand_over
from leads.presence import Absence, check_in
from leads.rates import MILLION as M
from leads.rates import Record, Weighed
from leads.schemes import SCHEMES
from leads.shares import LEAD
from tests.leads.office import Floor, sales_floor, track_of

BY_RULE = sorted(set(SCHEMES) - {"grab", "manual", "secretary", "duty", "lottery", "next"})


def expected(floor: Floor, **known: object) -> Forecast:
    scene = floor.draft()
    floor.leads.pop()
    for name, value in known.items():
        setattr(scene, name, value)
    return forecast(scene, floor.now)


def code(found: Forecast) -> str | None:
    return found.reason.code if found.reason else None


def test_equals_come_in_turn_beginning_with_the_one_most_behind() -> None:
    floor = sales_floor("a b c")
    floor.standings["all"]["c"].credit, floor.standings["all"]["a"].credit = LEAD // 3, -LEAD // 3
    assert expected(floor).coming == ("c", "b", "a")


def test_weights_bring_some_more_than_once_before_everybody_has_come() -> None:
    found = expected(sales_floor("a:5 b c"))
    assert found.coming == ("a", "a", "b", "a", "c")
    assert found.order == ("a", "b", "c")


def test_whoever_is_far_ahead_comes_last_although_not_within_sight() -> None:
    floor = sales_floor("a b")
    floor.standings["all"]["a"].credit, floor.standings["all"]["b"].credit = -20 * LEAD, 20 * LEAD
    found = expected(floor)
    assert found.coming == ("b",) * FARTHEST
    assert found.order == ("b", "a")


def test_whoever_is_away_is_told_apart_with_the_reason() -> None:
    floor = sales_floor("a b c", "queue")
    floor.workers["a"].paused = Absence.PAUSED
    found = expected(floor)
    assert (found.coming, found.away) == (("b", "c"), {"a": Absence.PAUSED})


def test_whoever_has_full_hands_after_one_more_comes_once() -> None:
    assert expected(sales_floor("a/1 b c")).coming == ("a", "b", "c")
    assert expected(sales_floor("a:3/1 b c")).coming == ("a", "b", "c")


def test_whoever_is_just_being_asked_comes_after_those_who_have_waited() -> None:
    floor = sales_floor("a b c", "longest_idle")
    floor.lead()
    assert expected(floor).coming == ("b", "c", "a")
    floor.lead()
    floor.lead()
    assert expected(floor).coming == ("a", "b", "c"), "all are being asked"


def test_where_all_are_asked_at_once_nobody_can_tell() -> None:
    found = expected(sales_floor("a b", "grab"))
    assert (code(found), found.coming, found.order) == ("all_at_once", (), ("a", "b"))


def test_the_lottery_goes_by_the_drawn_order_and_by_balance_until_there_is_one() -> None:
    floor = sales_floor("a b c", "lottery")
    assert code(expected(floor)) == "not_drawn"
    floor.workers["b"].paused = Absence.PAUSED
    found = expected(floor, draws={floor.now.date(): ("c", "b", "a")})
    assert (code(found), found.coming, found.order) == ("drawn", (), ("c", "a"))


@pytest.mark.parametrize("scheme", ["manual", "secretary"])
def test_where_a_hand_chooses_the_order_is_the_rule_s(scheme: str) -> None:
    assert expected(sales_floor("a b", scheme)).coming == ("a", "b")


def test_a_pick_that_a_draft_bears_is_not_the_rule_s() -> None:
    floor = sales_floor("a b", "secretary")
    assert forecast(floor.draft(picked="b", picked_by="anna"), floor.now).coming == ("a", "b")


def test_where_the_head_chooses_among_nobody_there_is_nobody() -> None:
    floor = sales_floor("a b", "manual")
    for worker in floor.workers.values():
        worker.paused = Absence.PAUSED
    assert (expected(floor).reason, expected(floor).order) == (None, ())


def test_a_silent_head_s_reserve_is_the_rule() -> None:
    floor = sales_floor("a b", "manual")
    segment = replace(floor.office.segments[0], reserve="queue")
    floor.office = replace(floor.office, segments=(segment,))
    assert code(expected(floor)) == "first_in_line"


def test_nobody_there() -> None:
    floor = sales_floor("a b", "duty")
    assert expected(floor).reason is None
    assert set(expected(floor).away.values()) == {Absence.OFF_DUTY}


def test_conversion_tells_the_shares() -> None:
    records = {"a": Record(30, 10), "b": Record(10, 30)}
    floor = sales_floor("a b", "conversion")
    parts = expected(floor, track=track_of(records, floor.now)).parts
    assert parts["a"].share > parts["b"].share
    assert (parts["a"].record, parts["a"].is_average) == (Weighed(30 * M, 10 * M, 20 * M * M), False)


@st.composite
def floors(draw: st.DrawFn) -> Floor:
    """A team of any weights in the middle of its work, some away, some with their hands full soon."""
    one = st.builds(
        lambda weight, capacity: f":{weight}" + (f"/{capacity}" if capacity else ""),
        st.sampled_from([1, 1, 2, 5, 0.5]),
        st.sampled_from([0, 0, 0, 2]),
    )
    team = " ".join(f"{who}{draw(one)}" for who in "abcde"[: draw(st.integers(1, 5))])
    floor = sales_floor(team, draw(st.sampled_from(BY_RULE)), offers=1)
    records = {
        who: draw(st.builds(Record, st.integers(0, 40), st.integers(0, 40))) for who in floor.standings["all"]
    }
    floor.tracks["all"] = track_of(records, floor.now)
    for who in draw(st.permutations(sorted(floor.standings["all"]))):
        floor.now += timedelta(minutes=1)
        check_in(floor.workers, who, floor.now)
    for _ in range(draw(st.integers(0, 8))):
        give_out(floor)
    for who in draw(st.sets(st.sampled_from(sorted(floor.standings["all"])), max_size=2)):
        floor.workers[who].paused = Absence.PAUSED
    return floor


def give_out(floor: Floor) -> str:
    """One more lead, which is claimed by whoever is asked first."""
    floor.now += timedelta(minutes=1)
    scene = floor.draft()
    hand_over(scene, scene.lead.id, floor.now)
    who = scene.live.people[0] if scene.live else ""
    claim(scene, who, floor.now)
    return who


@settings(max_examples=200, deadline=None)
@given(floors())
def test_the_forecast_comes_true_and_changes_nothing(floor: Floor) -> None:
    track = floor.tracks["all"]
    before = deepcopy((floor.workers, floor.standings, track))
    found = expected(floor, track=track)
    assert (floor.workers, floor.standings, track) == before
    assume(found.coming)
    assert tuple(give_out(floor) for _ in found.coming) == found.coming
    assert set(found.order) == set(floor.standings["all"]) - set(found.away)
