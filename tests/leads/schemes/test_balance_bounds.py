"""How far anybody can ever be from his due share under `balance`; the proofs are in decision 0008."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import combinations, combinations_with_replacement, product

import pytest
from hypothesis import given, settings, target
from hypothesis import strategies as st

from leads.schemes import balance
from leads.schemes.base import Candidate, Situation
from leads.shares import LEAD
from leads.turns import Standing, charge, join, leave

Team = dict[str, Standing]
Weights = Mapping[str, int]

NAMES = "abcdefgh"
SIZES = st.integers(2, 6)
UNEVEN = st.sampled_from([1, 2, 3, 10, 1000, 1_000_000])


def team(size: int) -> Team:
    return {who: Standing() for who in NAMES[:size]}


def lead(standings: Team, weights: Weights) -> str:
    """One lead, given by the scheme among these people at these weights; returns who gets it."""
    here = tuple(Candidate(who, weight, standings[who]) for who, weight in weights.items())
    [payer] = balance.choose(Situation(here)).offered
    charge(standings, payer, weights)
    return payer


def credits_of(standings: Team) -> list[Fraction]:
    """In leads, the one most behind first."""
    return sorted((Fraction(s.credit, LEAD) for s in standings.values()), reverse=True)


def harmonic(first: int, last: int) -> Fraction:
    """1/first + … + 1/last."""
    return sum((Fraction(1, k) for k in range(first, last + 1)), Fraction(0))


# Equal weights, everybody present


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 8), st.integers(0, 60))
def test_equals_who_are_all_present_are_never_a_whole_lead_off(size: int, leads: int) -> None:
    standings = team(size)
    for _ in range(leads):
        lead(standings, dict.fromkeys(standings, 1000))
        most = 1 - Fraction(1, size)
        assert max(credits_of(standings)) <= most
        assert min(credits_of(standings)) >= -most


@pytest.mark.parametrize("size", range(2, 9))
def test_equals_do_come_as_near_to_a_whole_lead_as_the_bound_says(size: int) -> None:
    standings = team(size)
    lead(standings, dict.fromkeys(standings, 1000))
    assert min(credits_of(standings)) == Fraction(1, size) - 1
    for _ in range(size - 2):
        lead(standings, dict.fromkeys(standings, 1000))
    assert max(credits_of(standings)) == 1 - Fraction(1, size)


def test_a_team_whose_size_divides_no_lead_is_off_by_a_unit_for_each_lead_more() -> None:
    standings = {f"m{n:02}": Standing() for n in range(53)}
    for leads in range(1, 110):
        lead(standings, dict.fromkeys(standings, 1000))
        assert max(map(abs, credits_of(standings))) <= 1 - Fraction(1, 53) + Fraction(leads, LEAD)


# Any weights, everybody present


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_with_all_present_nobody_is_further_off_than_the_bound_whatever_the_weights(
    data: st.DataObject,
) -> None:
    size = data.draw(SIZES)
    standings = team(size)
    for row in data.draw(st.lists(st.lists(UNEVEN, min_size=size, max_size=size), max_size=25)):
        lead(standings, dict(zip(standings, row, strict=True)))
        check_all_present(standings)
    target(float(credits_of(standings)[0] / harmonic(2, size)), label="part of the bound")


def check_all_present(standings: Team) -> None:
    """The average of the k who are most behind; of one, that is how far behind anybody is."""
    size, found = len(standings), credits_of(standings)
    for k in range(1, size + 1):
        assert sum(found[:k]) <= k * harmonic(k + 1, size)
    assert found[-1] >= Fraction(1, size) - 1


@pytest.mark.parametrize("size", range(2, 8))
def test_weights_that_change_from_lead_to_lead_nearly_reach_the_bound(size: int) -> None:
    """Each lead is meant for those who have had none yet; the last of them is the one most behind."""
    standings, had_one = team(size), set[str]()
    for _ in range(size - 1):
        had_one.add(lead(standings, {who: 1 if who in had_one else 1_000_000 for who in standings}))
    reached = credits_of(standings)[0]
    assert harmonic(2, size) - Fraction(1, 10_000) < reached <= harmonic(2, size)


def test_three_who_keep_their_weights_nearly_reach_the_bound_too() -> None:
    standings, furthest = team(3), Fraction(0)
    for _ in range(2 * 999 + 1):
        lead(standings, {"a": 1, "b": 999, "c": 999})
        furthest = max(furthest, *credits_of(standings))
    assert Fraction(5, 6) - Fraction(1, 1000) < furthest <= harmonic(2, 3)


@pytest.mark.parametrize(("size", "largest"), [(3, 9), (4, 5)])
def test_all_small_weights_keep_the_bound_and_come_round(size: int, largest: int) -> None:
    for weights in combinations_with_replacement(range(1, largest + 1), size):
        standings = team(size)
        for _ in range(sum(weights)):
            lead(standings, dict(zip(standings, weights, strict=True)))
            check_all_present(standings)
        assert set(credits_of(standings)) == {0}


# Whoever comes and goes


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whoever_comes_and_goes_nobody_is_further_off_than_half_the_others(data: st.DataObject) -> None:
    size = data.draw(SIZES)
    standings = team(size)
    here = st.dictionaries(st.sampled_from(NAMES[:size]), UNEVEN, min_size=1)
    for weights in data.draw(st.lists(here, max_size=40)):
        lead(standings, weights)
        check_comings_and_goings(standings)
    target(float(credits_of(standings)[0]) / (size - 1) * 2, label="part of the bound")


def check_comings_and_goings(standings: Team) -> None:
    """The sum of any k balances; of one, and of all but one, that is how far off anybody is."""
    size, found = len(standings), credits_of(standings)
    for k in range(size + 1):
        assert sum(found[:k]) <= Fraction(k * (size - k), 2)


@pytest.mark.parametrize("size", range(2, 7))
def test_two_at_a_time_with_the_weights_that_hurt_most_nearly_reach_the_bound(size: int) -> None:
    """The two next to each other share a lead so that whoever pays is level with the other before he does."""
    standings = team(size)
    for place in list(range(size - 1)) * 20 * size:
        ranked = sorted(standings, key=lambda who: standings[who].credit)
        low, high = ranked[place : place + 2]
        apart = Fraction(standings[high].credit - standings[low].credit, LEAD)
        part = min(max(round((1 + apart) / 2 * 1_000_000), 1), 999_999)
        lead(standings, {low: part, high: 1_000_000 - part})
        check_comings_and_goings(standings)
    reached = credits_of(standings)[0]
    assert Fraction(size - 1, 2) - Fraction(1, 1000) < reached <= Fraction(size - 1, 2)


# Everything that can happen at all, with small weights


def furthest(size: int, weights: Iterable[int], present: Iterable[int], leads: int) -> Fraction:
    """How far behind anybody can be after so many leads, among so many present; by going through all of it.

    Who is who does not matter, so states that differ by names only count as one.
    """
    rows = [
        dict(zip(names, row, strict=True))
        for many in present
        for names in combinations(NAMES[:size], many)
        for row in product(weights, repeat=many)
    ]
    seen = {(0,) * size}
    edge = set(seen)
    for _ in range(leads):
        edge = {after(state, row) for state in edge for row in rows} - seen
        seen |= edge
    assert min(state[0] for state in seen) >= -Fraction(size - 1, 2) * LEAD
    return Fraction(max(state[-1] for state in seen), LEAD)


def after(state: tuple[int, ...], weights: Weights) -> tuple[int, ...]:
    standings = {who: Standing(credit) for who, credit in zip(NAMES, state, strict=False)}
    lead(standings, weights)
    return tuple(sorted(s.credit for s in standings.values()))


@pytest.mark.parametrize(
    ("size", "weights", "leads", "expected"),
    [
        (3, (1,), 10, Fraction(5, 6)),  # after 4 leads nothing new can happen
        (4, (1,), 20, Fraction(7, 6)),  # after 12
        (3, (1, 2), 20, Fraction(14, 15)),  # after 13
        (4, (1, 2), 3, Fraction(13, 12)),
    ],
)
def test_with_small_weights_whoever_comes_and_goes_no_more_than_this_can_happen(
    size: int, weights: tuple[int, ...], leads: int, expected: Fraction
) -> None:
    found = furthest(size, weights, range(2, size + 1), leads)
    assert found == expected <= Fraction(size - 1, 2)


@pytest.mark.parametrize(
    ("size", "weights", "leads", "expected"),
    [
        (3, (1, 2), 20, Fraction(11, 15)),  # after 11 leads nothing new can happen
        (3, (1, 9), 6, Fraction(46, 57)),
        (4, (1, 9), 4, Fraction(143, 140)),
    ],
)
def test_with_small_weights_and_all_present_no_more_than_this_can_happen(
    size: int, weights: tuple[int, ...], leads: int, expected: Fraction
) -> None:
    assert furthest(size, weights, [size], leads) == expected <= harmonic(2, size)


# Members who join and leave


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_joining_keeps_the_bound_and_leaving_moves_all_others_alike_by_half_a_lead_at_most(
    data: st.DataObject,
) -> None:
    size = data.draw(st.integers(2, 5))
    standings = team(size)
    here = st.dictionaries(st.sampled_from(NAMES[:size]), UNEVEN, min_size=1)
    for weights in data.draw(st.lists(here, max_size=25)):
        lead(standings, weights)
    join(standings, NAMES[size])
    check_comings_and_goings(standings)
    before = {who: s.credit for who, s in standings.items()}
    gone = data.draw(st.sampled_from(sorted(standings)))
    leave(standings, gone)
    moved = {s.credit - before[who] for who, s in standings.items()}
    assert max(moved) - min(moved) <= 1, "alike, but for a unit that does not divide"
    assert max(map(abs, moved)) <= LEAD // 2 + 1
