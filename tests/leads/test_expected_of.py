"""Against what was expected of the same leads, nobody gains by better leads, nor by more than the ceiling."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.rates import (
    MILLION,
    Bounds,
    Record,
    Weighed,
    rates,
    rates_against_expected,
    shares,
    shares_by,
)
from leads.situations import weigh
from leads.track import Came, Sort

PEOPLE = st.sampled_from(["anton", "boris", "vera", "galina", "denis"])
RECORDS = st.dictionaries(PEOPLE, st.builds(Record, st.integers(0, 60), st.integers(0, 60)))
WEIGHTS = st.dictionaries(PEOPLE, st.integers(1, 5000), min_size=1)
FLOORS = st.fractions(0, 1, max_denominator=20)
CEILINGS = st.fractions(1, 4, max_denominator=20)
SAMPLES = st.integers(0, 40)
THREE = {"a": 1000, "b": 1000, "c": 1000}


def alike(records: dict[str, Record]) -> dict[str, Weighed]:
    """Of leads of one sort that have not faded."""
    return mixed({(who, "site"): record for who, record in records.items()}, 20)


def mixed(records: dict[tuple[str, str], Record], min_sample: int) -> dict[str, Weighed]:
    came = {
        Sort(who, source, known=False): Came(r.won * MILLION, r.lost * MILLION)
        for (who, source), r in records.items()
    }
    return weigh(came, min_sample)


@given(RECORDS, SAMPLES)
def test_where_all_leads_are_alike_the_rates_are_those_of_plain_records(
    records: dict[str, Record], sample: int
) -> None:
    found = rates_against_expected(mixed({(w, "site"): r for w, r in records.items()}, sample), sample)
    plain = rates(records, sample)
    assert set(found) == {who for who, record in records.items() if record.closed}
    for who, rate in found.items():
        assert abs(rate - plain[who]) <= Fraction(1, MILLION * MILLION)


@given(RECORDS, SAMPLES)
def test_and_exactly_so_where_expected_needs_no_rounding(records: dict[str, Record], sample: int) -> None:
    closed = sum(record.closed for record in records.values())
    own = {who: record for who, record in records.items() if record.closed}
    if not closed:
        return
    team = Fraction(sum(record.won for record in records.values()), closed)
    weighed = {
        who: Weighed(
            r.won * closed * MILLION, r.lost * closed * MILLION, int(r.closed * team * closed) * MILLION**2
        )
        for who, r in own.items()
    }
    assert rates_against_expected(weighed, sample * closed) == rates(_times(own, closed), sample * closed)


def _times(records: dict[str, Record], many: int) -> dict[str, Record]:
    return {who: Record(record.won * many, record.lost * many) for who, record in records.items()}


def test_of_equal_skill_the_better_source_gains_nothing() -> None:
    """Each sells half of the referrals and a tenth of the rest; one has nearly all referrals.

    What is left to him comes of the shrinking: of so few leads nobody knows exactly what each sort is worth.
    """
    records = {
        ("lucky", "referral"): Record(50, 50),
        ("lucky", "ads"): Record(1, 9),
        ("plain", "referral"): Record(5, 5),
        ("plain", "ads"): Record(10, 90),
    }
    plain = {"lucky": Record(51, 59), "plain": Record(15, 95)}
    weights = {"lucky": 1000, "plain": 1000}
    before = shares(weights, plain, 0.5, 20)
    after = shares_by(weights, rates_against_expected(mixed(records, 20), 20), Bounds.of(0.5))
    assert before["lucky"] > Fraction(7, 10)
    assert abs(after["lucky"] - Fraction(1, 2)) < Fraction(5, 100)


def test_of_equal_leads_the_better_seller_still_gains() -> None:
    records = {
        (who, source): record
        for who, several in {"good": (40, 20), "poor": (20, 5)}.items()
        for source, record in zip(("referral", "ads"), (Record(w, 100 - w) for w in several), strict=True)
    }
    rate = rates_against_expected(mixed(records, 20), 20)
    assert rate["good"] > rate["poor"] * Fraction(3, 2)


def test_below_the_sample_one_counts_as_average() -> None:
    records = alike({"a": Record(30, 10), "b": Record(10, 30), "new": Record(19, 0)})
    rate = rates_against_expected(records, 20)
    assert rate["new"] == Fraction(59, 99)


def test_without_a_sale_nobody_has_a_rate() -> None:
    assert set(rates_against_expected(alike({"a": Record(0, 40)}), 20).values()) == {0}


def test_without_a_sample_who_sells_what_nobody_else_sells_is_average_until_it_sells() -> None:
    records = mixed({("a", "site"): Record(5, 5), ("b", "ads"): Record(0, 10)}, 0)
    assert rates_against_expected(records, 0) == {"a": Fraction(1, 4), "b": Fraction(1, 4)}


def test_nobody_has_more_than_the_ceiling() -> None:
    rate = {"a": Fraction(9, 10), "b": Fraction(1, 10), "c": Fraction(1, 10)}
    assert shares_by(THREE, rate, Bounds.of(0.5, 1.5)) == {
        "a": Fraction(1, 2),
        "b": Fraction(1, 4),
        "c": Fraction(1, 4),
    }
    assert shares_by(THREE, rate, Bounds.of(0.5))["a"] == Fraction(2, 3)


def test_a_false_sale_of_every_lost_lead_brings_half_as_much_again_and_no_more() -> None:
    """Five of equal skill, one calls all of it sold: the old rule gives him more than twice as much."""
    team = dict.fromkeys("abcde", 1000)
    records = {who: Record(40, 160) for who in "bcde"} | {"a": Record(200, 0)}
    rate = rates(records, 20)
    old, new = shares_by(team, rate, Bounds.of(0.5)), shares_by(team, rate, Bounds.of(0.5, 1.5))
    assert old["a"] > Fraction(2, 5)
    assert new["a"] == Fraction(3, 10)


def test_two_of_whom_one_has_never_sold_share_by_the_ceiling() -> None:
    rate = {"a": Fraction(1, 2), "b": Fraction(0)}
    two = {"a": 1000, "b": 1000}
    assert shares_by(two, rate, Bounds.of(0, 1.5)) == {"a": Fraction(3, 4), "b": Fraction(1, 4)}
    assert shares_by(two, rate, Bounds.of(0)) == {"a": Fraction(1), "b": Fraction(0)}


def test_one_alone_has_everything() -> None:
    assert shares_by({"a": 700}, {"a": Fraction(1, 2)}, Bounds.of(0.5, 1.5)) == {"a": Fraction(1)}


def test_a_ceiling_of_one_share_makes_all_equal() -> None:
    assert set(
        shares_by(THREE, dict(zip("abc", map(Fraction, (1, 2, 3)), strict=True)), Bounds.of(0, 1)).values()
    ) == {Fraction(1, 3)}


@pytest.mark.parametrize("ceiling", [0.5, 0])
def test_a_ceiling_below_an_equal_share_is_refused(ceiling: float) -> None:
    with pytest.raises(ValueError, match="1 or more"):
        Bounds.of(0.5, ceiling)


RATES = st.dictionaries(PEOPLE, st.fractions(0, 1, max_denominator=50), min_size=5, max_size=5)


@given(WEIGHTS, RATES, FLOORS, CEILINGS)
def test_the_parts_add_up_between_floor_and_ceiling(
    weights: dict[str, int], rate: dict[str, Fraction], floor: Fraction, ceiling: Fraction
) -> None:
    found = shares_by(weights, rate, Bounds.of(floor, ceiling))
    total = sum(weights.values())
    assert list(found) == list(weights)
    assert sum(found.values()) == 1
    for who, part in found.items():
        assert floor * Fraction(weights[who], total) <= part <= ceiling * Fraction(weights[who], total)


@given(WEIGHTS, RATES, FLOORS, CEILINGS)
def test_between_the_bounds_the_parts_are_in_proportion(
    weights: dict[str, int], rate: dict[str, Fraction], floor: Fraction, ceiling: Fraction
) -> None:
    """Whoever is neither lifted nor held has the same part of weight times rate as all others of these; whoever is held
    would have more by that, whoever is lifted less."""
    found = shares_by(weights, rate, Bounds.of(floor, ceiling))
    total = sum(weights.values())
    wanted = {who: weights[who] * rate[who] for who in weights}
    if not any(wanted.values()):
        return
    parts = {who: found[who] * total / weights[who] for who in weights}
    free = {found[who] / wanted[who] for who, part in parts.items() if floor < part < ceiling and wanted[who]}
    assert len(free) <= 1
    for by in free:
        assert all(by * wanted[who] >= found[who] for who, part in parts.items() if part == ceiling)
        assert all(by * wanted[who] <= found[who] for who, part in parts.items() if part == floor)
