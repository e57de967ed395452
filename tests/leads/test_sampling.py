"""Which sales are listened after nobody can foresee, and none of those who sell is left out while others have two."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from leads.sampling import MOST, sampled

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
