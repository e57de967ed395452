"""The chance of so many hits or more is counted out, and agrees with counting every way there is."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.figures.chance import chance


def counted(hits: int, of: int, others_hits: int, of_others: int) -> Fraction:
    """Every way in which what happened may be spread over all cases; the first `of` are theirs."""
    ways = [
        sum(place < of for place in chosen)
        for chosen in combinations(range(of + of_others), hits + others_hits)
    ]
    return Fraction(sum(theirs >= hits for theirs in ways), len(ways))


@given(of=st.integers(0, 6), of_others=st.integers(0, 6), data=st.data())
def test_it_is_the_part_of_all_ways(of: int, of_others: int, data: st.DataObject) -> None:
    hits, others_hits = data.draw(st.integers(0, of)), data.draw(st.integers(0, of_others))
    assert chance(hits, of, others_hits, of_others) == counted(hits, of, others_hits, of_others)


def test_what_everybody_might_do_is_sure_to_happen() -> None:
    assert chance(0, 60, 6, 240) == 1
    assert chance(5, 5, 0, 0) == 1


def test_fourteen_of_sixty_beside_six_of_two_hundred_and_forty_is_hardly_chance() -> None:
    ways = sum(comb(60, theirs) * comb(240, 20 - theirs) for theirs in range(14, 21))
    assert chance(14, 60, 6, 240) == Fraction(ways, comb(300, 20)) < Fraction(1, 1_000_000)


@pytest.mark.parametrize("figures", [(2, 1, 0, 5), (-1, 4, 0, 5), (1, 4, 6, 5)])
def test_more_hits_than_cases_are_no_figures(figures: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="of"):
        chance(*figures)
