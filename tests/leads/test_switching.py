"""Nobody is flooded and nobody loses his turn: after a leave, a switch of schemes, a member who joins or leaves."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads import teams
from leads.answers import decline, explain
from leads.office import Shift
from leads.presence import Absence
from leads.schemes import SCHEMES
from leads.shares import LEAD
from leads.wall_clock import parse_weekly
from tests.leads.office import EVERY_HOUR, Floor, asked, sales_floor, take

BALANCED = ("balance", "duty", "lottery", "secretary")  # no draw and no pick: these share by balance
IN_TURN = ("queue", "longest_idle")
TEAMS = st.lists(st.sampled_from(["1", "1", "0.5", "3"]), min_size=2, max_size=4)


ALWAYS = tuple(Shift("all", who, parse_weekly(EVERY_HOUR)) for who in "abcdh")  # everybody is on duty


def floor_with(weights: list[str], scheme: str) -> Floor:
    """A head who is silent, so that under `manual` the reserve decides; h may join later."""
    team = " ".join(f"{who}:{weight}" for who, weight in zip("abcd", weights, strict=False))
    return sales_floor(team, scheme, bosses="head", others="h", shifts=ALWAYS, segment={"reserve": "queue"})


def history(data: st.DataObject, floor: Floor) -> None:
    """Some leads among whoever was there; whoever is asked claims."""
    team = list(floor.standings["all"])
    for here in data.draw(st.lists(st.sets(st.sampled_from(team), min_size=1), max_size=25)):
        only(floor, here)
        give(floor, who=data.draw(st.integers(0, 4)))


def only(floor: Floor, here: set[str]) -> None:
    for who in floor.standings["all"]:
        floor.workers[who].paused = None if who in here else Absence.PAUSED


def everybody(floor: Floor) -> None:
    only(floor, set(floor.standings["all"]))


def give(floor: Floor, leads: int = 1, who: int = 0) -> list[str]:
    """So many leads, a minute apart; of several who are asked `who` says which claims. Returns who got them."""
    takers = []
    for _ in range(leads):
        floor.wait("1m")
        scene = floor.lead()
        if asked(scene) == "head" and scene.segment.scheme == "manual":
            floor.wait("5m")
        people = asked(scene).split()
        takers.append(people[who % len(people)])
        take(scene, takers[-1], floor.now)
    return takers


def switch(floor: Floor, scheme: str) -> None:
    [part] = floor.office.segments
    teams.switch("all", floor.standings["all"], part.scheme, scheme)
    floor.change(replace(floor.office, segments=(replace(part, scheme=scheme),)))


def shares(floor: Floor) -> dict[str, Fraction]:
    weights = {who: Fraction(floor.office.person(who).weight) for who in floor.standings["all"]}
    return {who: weight / sum(weights.values()) for who, weight in weights.items()}


def owed(floor: Floor) -> dict[str, Fraction]:
    """In leads."""
    return {who: Fraction(s.credit, LEAD) for who, s in floor.standings["all"].items()}


def check_no_flood(floor: Floor, leads: int) -> None:
    """With all present nobody gets a whole lead more than his share of what comes and what he was owed."""
    share, before, got = shares(floor), owed(floor), Counter[str]()
    almost_one = 1 - Fraction(1, len(share)) + Fraction(leads, LEAD)
    for so_far, who in enumerate(give(floor, leads), 1):
        got[who] += 1
        assert got[who] <= share[who] * so_far + before[who] + almost_one


# After a leave


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_while_somebody_is_away_his_balance_and_his_place_stand_still(
    scheme: str, data: st.DataObject
) -> None:
    floor = floor_with(data.draw(TEAMS), scheme)
    history(data, floor)
    everybody(floor)
    floor.workers["a"].leave_until = floor.now.replace(year=2027)
    before = deepcopy(floor.standings["all"]["a"])
    give(floor, 7, who=data.draw(st.integers(0, 4)))
    assert floor.standings["all"]["a"] == before


@pytest.mark.parametrize("scheme", BALANCED)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_after_a_leave_nobody_is_flooded_and_nobody_waits_for_what_he_is_owed(
    scheme: str, data: st.DataObject
) -> None:
    floor = floor_with(data.draw(TEAMS), scheme)
    history(data, floor)
    everybody(floor)
    check_no_flood(floor, 15)
    others = len(floor.standings["all"]) - 1
    assert all(abs(credit) <= Fraction(others, 2) for credit in owed(floor).values())


@pytest.mark.parametrize("scheme", IN_TURN)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_in_a_line_everybody_who_is_there_has_one_before_anybody_has_two(
    scheme: str, data: st.DataObject
) -> None:
    floor = floor_with(data.draw(TEAMS), scheme)
    history(data, floor)
    everybody(floor)
    size = len(floor.standings["all"])
    assert Counter(give(floor, 3 * size)) == dict.fromkeys(floor.standings["all"], 3)
    first, second = give(floor, size), give(floor, size)
    assert first == second, "and always in the same order"


def test_who_comes_back_in_time_for_his_turn_has_it_and_only_it() -> None:
    floor = sales_floor("a b c", "queue")
    only(floor, {"b", "c"})
    assert give(floor, 3) == ["b", "c", "b"]
    everybody(floor)
    assert give(floor, 4) == ["a", "c", "b", "a"]


# After a switch of schemes


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_the_old_scheme_has_heaped_up_the_new_one_floods_nobody(data: st.DataObject) -> None:
    new = data.draw(st.sampled_from(BALANCED))
    floor = floor_with(data.draw(TEAMS), data.draw(st.sampled_from(sorted({*SCHEMES} - {new}))))
    history(data, floor)
    line, ranks = floor.line(), ranked(floor)
    switch(floor, new)
    assert max(map(abs, owed(floor).values())) <= 1
    assert (floor.line(), ranked(floor)) == (line, ranks)
    everybody(floor)
    check_no_flood(floor, 12)


def ranked(floor: Floor) -> dict[str, int]:
    """How many are behind more than each; a unit more or less does not count."""
    credits_of = {who: round(credit, 18) for who, credit in owed(floor).items()}
    return {who: sum(other > own for other in credits_of.values()) for who, own in credits_of.items()}


def test_one_who_grabbed_for_a_month_is_passed_over_for_two_rounds_at_most() -> None:
    floor = sales_floor("a b c", "grab")
    give(floor, 40)
    switch(floor, "balance")
    assert give(floor, 6) == ["b", "c", "b", "c", "a", "b"]


def test_an_offer_that_waits_when_the_scheme_is_switched_stays_and_its_turn_can_be_given_back() -> None:
    floor = sales_floor("a b c", "queue")
    scene = floor.lead()
    switch(floor, "longest_idle")
    assert asked(scene) == "a"
    decline(scene, "a", floor.now)
    explain(scene, "a", "conflict", floor.now)
    assert floor.line().split()[0] == "a"
    assert floor.balances()["a"] == pytest.approx(0)


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_a_lead_on_its_way_goes_on_by_the_new_scheme(scheme: str) -> None:
    floor = sales_floor("a b c", "queue", bosses="head", shifts=ALWAYS)
    scene = floor.lead()
    switch(floor, scheme)
    decline(scene, "a", floor.now)
    expected = {"grab": "b c", "next": "b c", "manual": "head"}
    assert asked(scene) == expected.get(scheme, "b")


# Members who join and leave, weights that change


@pytest.mark.parametrize("scheme", BALANCED)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_newcomer_does_not_get_everything(scheme: str, data: st.DataObject) -> None:
    floor = floor_with(["1"] * data.draw(st.integers(1, 4)), scheme)
    history(data, floor)
    everybody(floor)
    add(floor, "h")
    start = len(floor.leads)
    check_no_flood(floor, 12)
    takers = [scene.lead.holder for scene in floor.leads[start:]]
    assert ("h", "h") not in set(pairwise(takers))


def test_in_the_line_a_newcomer_comes_after_everybody() -> None:
    floor = sales_floor("a b c", "queue", others="h")
    give(floor, 1)
    add(floor, "h")
    assert give(floor, 5) == ["b", "c", "a", "h", "b"]


def test_who_leaves_gives_his_place_to_the_next_and_nobody_passes_anybody() -> None:
    floor = sales_floor("a b c d", "queue")
    give(floor, 2)
    teams.leave("all", floor.standings["all"], "c")
    assert give(floor, 3) == ["d", "a", "b"]


def test_a_new_weight_counts_for_the_leads_to_come_and_not_for_those_that_came() -> None:
    floor = sales_floor("a b")
    assert give(floor, 4) == ["a", "b", "a", "b"]
    a, *rest = floor.office.people
    floor.change(replace(floor.office, people=(replace(a, weight=3.0), *rest)))
    assert owed(floor) == {"a": 0, "b": 0}
    assert Counter(give(floor, 8)) == {"a": 6, "b": 2}


def add(floor: Floor, who: str) -> None:
    teams.join("all", floor.standings["all"], who)
    [part] = floor.office.segments
    floor.change(replace(floor.office, segments=(replace(part, members=(*part.members, who)),)))
