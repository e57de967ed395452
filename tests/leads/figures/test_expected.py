"""Expected sales where they can be reckoned by hand; and the interval of a share that was counted.

How often the intervals hold is measured with simulated histories: `tests/bench/test_whatif.py`.
"""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.figures.expected import MOST_KINDS, Closed, Expected, Forecast, Held, forecast, wilson
from leads.figures.sellers import worlds
from leads.rates import Record
from leads.track import Sort

COUNTS = st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
PAIRS = st.builds(Sort, st.sampled_from("abc"), st.sampled_from([None, "site", "phone"]), st.booleans())
CLOSED = st.dictionaries(PAIRS, st.builds(Record, st.integers(0, 400), st.integers(0, 400)))
HELD = st.dictionaries(PAIRS, st.integers(0, 60))


def site(who: str) -> Sort:
    return Sort(who, "site", False)


def phone(who: str) -> Sort:
    return Sort(who, "phone", False)


def learnt(closed: Closed, *several: Held) -> Forecast:
    found = forecast(closed, several)
    assert found is not None
    return found


@settings(max_examples=60, deadline=None)
@given(closed=CLOSED, held=HELD, other=HELD)
def test_whatever_was_closed_the_figures_are_possible_and_a_difference_has_its_mirror_image(
    closed: dict[Sort, Record], held: dict[Sort, int], other: dict[Sort, int]
) -> None:
    found = forecast({"x": closed}, [{"x": held}, {"x": other}])
    if not any(record.closed for record in closed.values()):
        assert found is None
        return
    assert found is not None
    sales = found.sales({"x": held})
    assert sales.leads == sum(held.values())
    assert 0 <= sales.low <= sales.high <= sales.leads
    assert sales.low - 1e-9 <= sales.sales <= sales.high + 1e-9
    there, back = found.gain({"x": held}, {"x": other}), found.gain({"x": other}, {"x": held})
    assert there == pytest.approx((-back[0], -back[2], -back[1]), abs=1e-9)
    both = found.sales({"x": held}).sales - found.sales({"x": other}).sales
    assert there[0] == pytest.approx(both, abs=1e-6)


def test_two_sales_of_two_leads_are_not_expected_below_the_interval() -> None:
    held = {"x": {Sort("a", None, False): 1}}
    sales = learnt({"x": {Sort("b", None, False): Record(2, 0)}}, held).sales(held)
    assert sales.low <= sales.sales <= sales.high


def test_where_much_is_closed_the_rates_are_what_was_won() -> None:
    closed = {"x": {site("a"): Record(3000, 7000), site("b"): Record(1000, 9000)}}
    sales = learnt(closed, {"x": {site("a"): 10, site("b"): 5}}).sales({"x": {site("a"): 10, site("b"): 5}})
    assert sales.sales == pytest.approx(10 * 0.3 + 5 * 0.1, abs=0.03)
    assert sales.high - sales.low < 0.3


def test_who_had_the_good_source_is_not_taken_for_the_good_seller() -> None:
    """Both sell four of ten calls and one of ten from the site; one of them had nearly all the calls."""
    closed = {
        "x": {
            phone("a"): Record(360, 540),
            site("a"): Record(10, 90),
            phone("b"): Record(40, 60),
            site("b"): Record(90, 810),
        }
    }
    now, other = {"x": {phone("a"): 50, site("b"): 50}}, {"x": {phone("b"): 50, site("a"): 50}}
    found = learnt(closed, now, other)
    mean, low, high = found.gain(other, now)
    assert low < 0 < high
    assert mean == pytest.approx(0, abs=1)
    assert found.sales(now).sales == pytest.approx(25, abs=1.5)


def test_a_new_seller_is_average_and_the_interval_says_that_nobody_knows() -> None:
    closed = {"x": {site(who): Record(200, 800) for who in "abcd"}}
    held, new = {"x": {site("a"): 100}}, {"x": {site("new"): 100}}
    found = learnt(closed, held, new)
    old, fresh = found.sales(held), found.sales(new)
    assert fresh.sales == pytest.approx(old.sales, abs=2)
    assert fresh.high - fresh.low > 2 * (old.high - old.low)
    _, low, high = found.gain(new, held)
    assert low < 0 < high


def test_nobody_is_certain_after_two_lost_leads() -> None:
    held = {"x": {site("a"): 10}}
    found = learnt({"x": {site("a"): Record(0, 2)}}, held).sales(held)
    assert found.low < 1
    assert found.high > 2


def test_the_same_share_out_gains_nothing_and_more_leads_for_the_better_something() -> None:
    closed = {"x": {site("a"): Record(500, 500), site("b"): Record(50, 950)}}
    held, other = {"x": {site("a"): 10, site("b"): 10}}, {"x": {site("a"): 15, site("b"): 5}}
    found = learnt(closed, held, other)
    assert found.gain(held, held) == (0.0, 0.0, 0.0)
    mean, low, high = found.gain(other, held)
    assert mean == pytest.approx(5 * (0.5 - 0.05), abs=0.1)
    assert 0 < low < mean < high
    alone = found.sales(other)
    assert high - low < alone.high - alone.low, "both rest on the same rates"


def test_without_leads_there_is_no_conversion_and_without_outcomes_no_estimate() -> None:
    assert Expected(0, 0.0, 0.0, 0.0).conversion is None
    assert forecast({"x": {site("a"): Record()}}, [{"x": {site("a"): 3}}]) is None
    assert forecast({}, [{"x": {site("a"): 3}}]) is None
    with pytest.raises(ValueError, match="nothing is closed"):
        worlds({site("a"): Record()}, [site("a")], 10)


def test_a_segment_where_nothing_is_closed_goes_by_the_whole_office() -> None:
    closed = {"x": {site("a"): Record(200, 800)}, "y": {site("b"): Record(400, 600)}, "new": {}}
    held = {"new": {site("a"): 100}}
    conversion = learnt(closed, held).sales(held).conversion
    assert conversion is not None
    assert conversion[0] == pytest.approx(0.2, abs=0.03)


def test_of_very_many_sources_the_rare_ones_count_as_one() -> None:
    many = {Sort("a", f"s{n}", False): Record(20, 80) for n in range(MOST_KINDS)}
    rare = {Sort("a", f"rare{n}", False): Record(1, 1) for n in range(40)}
    held = {"x": dict.fromkeys((*many, *rare), 1)}
    found = learnt({"x": many | rare}, held)
    assert len({tuple(rates) for rates in found.rates["x"].values()}) == MOST_KINDS + 1
    assert found.sales(held).sales == pytest.approx(0.2 * MOST_KINDS + 0.5 * 40, abs=3)


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
