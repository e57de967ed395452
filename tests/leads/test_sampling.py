"""Which sales are listened after nobody can foresee, and none of those who sell is left out while others have two."""

from __future__ import annotations

from collections import Counter
from random import Random  # noqa: TID251 - seeded, so it is chance no more

from hypothesis import given
from hypothesis import strategies as st

from leads.rates import Record
from leads.sampling import MOST, sampled, striking

SALES = st.dictionaries(st.integers(1, 500), st.sampled_from("abcdefg"))
HEADS = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(HEADS, SALES)
def test_so_many_or_all_of_few(head: str, sales: dict[int, str]) -> None:
    found = sampled(head, sales)
    assert list(found) == sorted(set(found)) and set(found) <= set(sales)
    assert len(found) == min(MOST, len(sales))


@given(HEADS, SALES)
def test_it_is_spread_over_those_who_sell(head: str, sales: dict[int, str]) -> None:
    found = Counter(sales[number] for number in sampled(head, sales))
    has = Counter(sales.values())
    for who, many in found.items():
        assert all(found[other] >= min(many - 1, has[other]) for other in has if other != who)


def test_another_head_chooses_others() -> None:
    sales = dict.fromkeys(range(1, 101), "a")
    chosen = {sampled(f"{n:064x}", sales) for n in range(20)}
    assert len(chosen) == 20
    often = Counter(number for n in range(2000) for number in sampled(f"{n:064x}", sales))
    assert min(often.values()) > 60 and max(often.values()) < 145  # 100 on average


def test_the_same_head_chooses_the_same_in_whatever_order_they_come() -> None:
    sales = {n: "ab"[n % 2] for n in range(1, 40)}
    assert sampled("5e", sales) == sampled("5e", dict(reversed(sales.items())))


def test_fewer_are_chosen_where_fewer_are_asked_for() -> None:
    sales = {n: "ab"[n % 2] for n in range(1, 40)}
    few = sampled("5e", sales, 2)
    assert len(few) == 2 and {sales[n] for n in few} == {"a", "b"} and set(few) < set(sampled("5e", sales))


def test_whoever_sells_more_than_luck_explains_strikes() -> None:
    team = {"a": Record(14, 16), "b": Record(5, 25), "c": Record(5, 25), "d": Record(5, 25)}
    assert striking(team) == {"a"}
    assert not striking(team | {"a": Record(8, 22)}), "that happens"
    assert not striking({"a": Record(12, 0)}), "there is nobody beside them"
    assert not striking({"a": Record(2, 0), "b": Record(0, 3)}), "of so few it says nothing"
    assert not striking({})


def test_among_equals_it_strikes_once_in_a_hundred_weeks_of_one_seller() -> None:
    dice = Random(7)
    weeks = [
        striking(
            {who: Record(won := sum(dice.random() < 0.2 for _ in range(60)), 60 - won) for who in "abcde"}
        )
        for _ in range(600)
    ]
    assert 0 < sum(map(len, weeks)) <= 0.01 * 5 * 600
