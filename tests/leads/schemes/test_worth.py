"""`worth`: the dearer lead costs more; nobody is further from their due share than (1 - 1/n) of the dearest lead."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads import turns
from leads.schemes import SCHEMES
from leads.schemes.base import Candidate, Situation
from leads.shares import LEAD
from leads.turns import Standing
from leads.worth import DEAREST, Sold, units

TEAM = ("a", "b", "c")
KINDS = (Sold(), Sold(30, 70, 40, 160), Sold(0, 500, 50, 950), Sold(500, 0, 600, 4400), Sold(9, 50, 40, 160))
AT_ONCE = {"min_sample": 0}


def asked(standings: dict[str, Standing], sold: Sold, weights: dict[str, int]) -> Situation:
    people = tuple(Candidate(who, weights[who], standing) for who, standing in standings.items())
    return Situation(people, sold=sold, settings=AT_ONCE)


def given_out(standings: dict[str, Standing], sold: Sold, weights: dict[str, int]) -> str:
    situation = asked(standings, sold, weights)
    choice = SCHEMES["worth"].choose(situation)
    assert choice and choice.reason == "by_worth"
    price = units(SCHEMES["worth"].price(situation))
    turns.charge(standings, choice.offered[0], weights, price)
    return choice.offered[0]


def test_whoever_has_had_a_dear_lead_waits_longer() -> None:
    standings, weights = {who: Standing() for who in TEAM[:2]}, dict.fromkeys(TEAM[:2], 1000)
    dear, cheap = Sold(30, 70, 40, 160), Sold(10, 90, 40, 160)
    assert [given_out(standings, one, weights) for one in (dear, cheap, cheap, cheap)] == ["a", "b", "b", "b"]
    assert all(standing.credit == 0 for standing in standings.values()), "1.5 is three halves"


@given(st.lists(st.sampled_from(KINDS), max_size=60), st.integers(2, 7))
def test_with_equal_weights_nobody_is_further_off_than_so_much_of_the_dearest(
    kinds: list[Sold], n: int
) -> None:
    people = [f"m{k}" for k in range(n)]
    standings, weights = {who: Standing() for who in people}, dict.fromkeys(people, 1000)
    for sold in kinds:
        given_out(standings, sold, weights)
        assert sum(standing.credit for standing in standings.values()) == 0
        furthest = max(abs(standing.credit) for standing in standings.values())
        assert furthest <= units(DEAREST) * (n - 1) // n


def test_it_adds_up_to_nothing_with_any_weights_and_a_turn_comes_back_as_it_was_paid() -> None:
    standings, weights = {who: Standing() for who in TEAM}, {"a": 1000, "b": 333, "c": 2500}
    before = {who: standing.credit for who, standing in standings.items()}
    turn = turns.charge(standings, "b", weights, units(1_234_567))
    assert sum(standing.credit for standing in standings.values()) == 0
    assert sum(turn.gained.values()) == units(1_234_567) == -standings["b"].credit + turn.gained["b"]
    turns.give_back(standings, turn)
    assert {who: standing.credit for who, standing in standings.items()} == before


Credits = tuple[int, ...]


def after(owed: Credits, price: int) -> set[Credits]:
    """Whatever the rule may do with equals: any of those most behind may have the lead. `price`: in n-ths."""
    n, most = len(owed), max(owed)
    shared = [credit + price // n for credit in owed]
    return {
        tuple(sorted(credit - price * (who == payer) for who, credit in enumerate(shared)))
        for payer in range(n)
        if owed[payer] == most
    }


@pytest.mark.parametrize(("n", "prices"), [(2, (1, 2, 5)), (3, (1, 5)), (3, (2, 3, 5)), (4, (1, 3))])
def test_over_all_states_that_can_be_reached_the_bound_is_kept_and_nearly_met(
    n: int, prices: tuple[int, ...]
) -> None:
    start = (0,) * n
    seen, left = {start}, [start]
    while left:
        here = left.pop()
        for price in prices:
            new = after(here, price * n) - seen
            seen |= new
            left += new
    furthest = max(abs(credit) for state in seen for credit in state)
    bound = Fraction(n - 1, n) * max(prices) * n
    assert Fraction(9, 10) * bound <= furthest <= bound


def test_picking_by_what_a_lead_shows_does_not_pay() -> None:
    """One of two takes the dear ones alone, for nothing; in units of value both have had the same all the same."""
    dear, cheap = Sold(30, 70, 40, 160), Sold(10, 90, 40, 160)
    value = {dear: 3, cheap: 1}
    had = {}
    for scheme in ("balance", "worth"):
        standings, weights = {who: Standing() for who in TEAM[:2]}, dict.fromkeys(TEAM[:2], 1000)
        had[scheme] = dict.fromkeys(standings, 0)
        for sold in [dear, cheap] * 200:
            situation = asked(standings, sold, weights)
            choice = SCHEMES[scheme].choose(situation)
            assert choice
            who, sharers = choice.offered[0], weights
            if (
                who == "a" and sold is cheap
            ):  # declined for nothing: on this lead a gains nothing, and b has it
                who, sharers = "b", {"b": 1000}
            price = units(SCHEMES[scheme].price(situation))
            turns.charge(standings, who, sharers, price)
            had[scheme][who] += value[sold]
    assert had["balance"]["a"] > 1.3 * had["balance"]["b"]
    assert had["worth"]["a"] < 1.1 * had["worth"]["b"]


def test_an_ordinary_lead_is_shared_as_by_balance() -> None:
    standings = {who: Standing(credit * LEAD // 10) for who, credit in zip(TEAM, (3, -1, -2), strict=True)}
    weights = dict.fromkeys(TEAM, 1000)
    fair, here = (SCHEMES[name].choose(asked(standings, Sold(), weights)) for name in ("balance", "worth"))
    assert fair and here and (fair.offered, fair.figures) == (here.offered, here.figures)
    assert SCHEMES["balance"].price(asked(standings, KINDS[1], weights)) is None
    assert SCHEMES["worth"].price(asked(standings, Sold(), weights)) is None
