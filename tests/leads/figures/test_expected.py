"""Expected sales against a naive drawing of lots, played many times; and the interval of a share that was counted."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.random import Generator
from numpy.typing import NDArray

from leads.figures.expected import LEVEL, SIDE, Expected, expected_gain, expected_sales, wilson
from leads.rates import Record, rates

TIMES = 20_000
TEAM = "abc"
RECORDS = st.builds(Record, st.integers(0, 40), st.integers(0, 40))
KNOWN = st.dictionaries(st.sampled_from(TEAM), RECORDS)
HELD = st.dictionaries(st.sampled_from(TEAM), st.integers(0, 60))
STRENGTH = st.integers(0, 30)

COUNTS = st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


def drawn(
    held: dict[str, dict[str, int]],
    records: dict[str, dict[str, Record]],
    strengths: dict[str, int],
    chance: Generator,
) -> NDArray[np.float64]:
    """Many possible worlds: in each the teams' rates, then everybody's, then the sales that they mean."""
    everything = [record for several in records.values() for record in several.values()]
    sales = np.zeros(TIMES)
    for segment, several in held.items():
        known = records.get(segment, {})
        team = list(known.values()) if any(r.closed for r in known.values()) else everything
        won, lost = sum(r.won for r in team) + 0.5, sum(r.lost for r in team) + 0.5
        rate, strength = chance.beta(won, lost, TIMES), max(strengths[segment], 1)
        for who, leads in several.items():
            own = known.get(who, Record())
            # neither part may be nothing, which a rate next to 0 or 1 would make of it
            parts = own.won + strength * rate, own.lost + strength * (1 - rate)
            sales += leads * chance.beta(*(np.maximum(part, 1e-9) for part in parts))
    return sales


@settings(max_examples=30, deadline=None)
@given(
    held=st.fixed_dictionaries({"x": HELD, "y": HELD}),
    known=st.fixed_dictionaries({"x": KNOWN, "y": KNOWN}),
    strengths=st.fixed_dictionaries({"x": STRENGTH, "y": STRENGTH}),
    seed=st.integers(0, 100),
)
def test_mean_and_interval_are_those_of_many_drawn_worlds(
    held: dict[str, dict[str, int]],
    known: dict[str, dict[str, Record]],
    strengths: dict[str, int],
    seed: int,
) -> None:
    found = expected_sales(held, known, strengths)
    if not any(r.closed for several in known.values() for r in several.values()):
        assert found is None
        return
    assert found is not None
    worlds = drawn(held, known, strengths, np.random.default_rng(seed))
    spread = float(worlds.std())
    tolerance = 5 * spread / TIMES**0.5 + 1e-6
    assert found.sales == pytest.approx(float(worlds.mean()), abs=tolerance)
    assert found.leads == sum(sum(several.values()) for several in held.values())
    # how far the spread of so many worlds may be from that of all
    fourth = float(((worlds - worlds.mean()) ** 4).mean())
    error = max(fourth - spread**4, 0.0) ** 0.5 / (2 * spread * TIMES**0.5) if spread else 0.0
    near = 6 * SIDE * error + tolerance
    assert found.low == pytest.approx(max(found.sales - SIDE * spread, 0), abs=near)
    assert found.high == pytest.approx(min(found.sales + SIDE * spread, found.leads), abs=near)


def test_the_interval_holds_nine_worlds_of_ten_where_much_is_known() -> None:
    held = {"x": {"a": 40, "b": 25, "c": 10}}
    known = {"x": {"a": Record(30, 60), "b": Record(12, 50), "c": Record(3, 4)}}
    found = expected_sales(held, known, {"x": 20})
    assert found is not None
    worlds = drawn(held, known, {"x": 20}, np.random.default_rng(1))
    inside = float(((found.low <= worlds) & (worlds <= found.high)).mean())
    assert inside == pytest.approx(LEVEL, abs=0.02)


def test_the_mean_is_that_of_the_shares_by_conversion_where_much_is_closed() -> None:
    """`leads.rates` shrinks towards the very rate of the team; half a lead of Jeffreys' is all that parts them."""
    known = {"a": Record(300, 700), "b": Record(100, 900)}
    found = expected_sales({"x": {"a": 10, "b": 5}}, {"x": known}, {"x": 20})
    exact = rates(known, 20)
    assert found is not None
    assert found.sales == pytest.approx(float(10 * exact["a"] + 5 * exact["b"]), abs=0.01)


def test_nobody_is_certain_after_two_lost_leads() -> None:
    found = expected_sales({"x": {"a": 10}}, {"x": {"a": Record(0, 2)}}, {"x": 20})
    assert found is not None
    assert (found.low, round(found.sales, 2)) == (0.0, 1.52)
    assert found.high > 3


def test_the_same_share_out_gains_nothing_and_one_lead_more_for_the_better_something() -> None:
    known = {"x": {"a": Record(500, 500), "b": Record(50, 950)}}
    held, other = {"x": {"a": 10, "b": 10}}, {"x": {"a": 15, "b": 5}}
    assert expected_gain(held, held, known, {"x": 20}) == (0.0, 0.0, 0.0)
    gain = expected_gain(other, held, known, {"x": 20})
    assert gain is not None
    assert gain[0] == pytest.approx(5 * (0.5 - 0.05), abs=0.1)
    assert 0 < gain[1] < gain[0] < gain[2]
    alone = expected_sales(other, known, {"x": 20})
    assert alone is not None
    assert gain[2] - gain[1] < alone.high - alone.low, "both rest on the same rates"


def test_without_leads_there_is_no_conversion_and_without_outcomes_no_estimate() -> None:
    assert Expected(0, 0.0, 0.0, 0.0).conversion is None
    assert expected_sales({"x": {"a": 3}}, {"x": {"a": Record()}}, {"x": 20}) is None
    assert expected_gain({"x": {"a": 3}}, {}, {}, {"x": 20}) is None


def test_a_segment_where_nothing_is_closed_goes_by_the_whole_office() -> None:
    known = {"x": {"a": Record(20, 80)}, "new": {}}
    found = expected_sales({"new": {"b": 100}}, known, {"new": 20})
    assert found is not None
    assert found.conversion is not None
    assert found.conversion[0] == pytest.approx(0.2, abs=0.01)


@given(counts=COUNTS, confidence=st.sampled_from([0.5, 0.9, 0.95, 0.99]))
def test_at_both_ends_the_share_is_z_standard_errors_away(counts: tuple[int, int], confidence: float) -> None:
    hits, of = counts
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    for edge in wilson(hits, of, confidence):
        assert 0 <= edge <= 1
        if 0 < edge < 1:
            assert abs(hits / of - edge) == pytest.approx(z * sqrt(edge * (1 - edge) / of), abs=1e-9)


@given(counts=COUNTS)
def test_the_share_is_inside_and_its_mirror_image_has_the_mirrored_interval(counts: tuple[int, int]) -> None:
    hits, of = counts
    low, high = wilson(hits, of)
    assert low <= hits / of <= high
    assert wilson(of - hits, of) == pytest.approx((1 - high, 1 - low), abs=1e-9)


def test_the_known_answer_of_agresti_and_coull() -> None:
    """None of ten at 95 %: from 0 to 0.278 ("Approximate Is Better than Exact", 1998, by the formula)."""
    assert wilson(0, 10, 0.95) == pytest.approx((0.0, 0.2775), abs=5e-4)


@pytest.mark.parametrize(("hits", "of"), [(0, 0), (3, 2), (-1, 4)])
def test_what_is_no_share_is_refused(hits: int, of: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        wilson(hits, of)
