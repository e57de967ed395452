"""Who closes more is due more, nobody is starved, and a handful of leads proves nothing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.rates import Record, rates, shares, team_rate
from tests.leads.schemes.naive_models import conversion_shares

EQUAL = {"petrov": 1000, "sidorova": 1000, "ivanov": 1000}
PEOPLE = st.sampled_from(["anton", "boris", "vera", "galina", "denis"])
RECORDS = st.dictionaries(PEOPLE, st.builds(Record, st.integers(0, 60), st.integers(0, 60)))
WEIGHTS = st.dictionaries(PEOPLE, st.integers(1, 5000), min_size=1)
FLOORS = st.fractions(0, 1, max_denominator=20)
SAMPLES = st.integers(0, 40)


def test_a_rate_is_shrunk_towards_the_teams() -> None:
    records = {"petrov": Record(12, 28), "sidorova": Record(8, 32)}
    assert team_rate(records) == Fraction(1, 4)
    assert rates(records, 20) == {"petrov": Fraction(17, 60), "sidorova": Fraction(13, 60)}


def test_below_the_sample_a_manager_counts_as_average() -> None:
    records = {"petrov": Record(10, 30), "newcomer": Record(19, 0), "silent": Record()}
    assert rates(records, 20)["newcomer"] == rates(records, 20)["silent"] == team_rate(records)
    assert rates(records | {"newcomer": Record(20, 0)}, 20)["newcomer"] > Fraction(1, 2)


def test_without_a_sample_the_plain_rates_count() -> None:
    records = {"petrov": Record(3, 1), "sidorova": Record(1, 3), "silent": Record()}
    assert rates(records, 0) == {
        "petrov": Fraction(3, 4),
        "sidorova": Fraction(1, 4),
        "silent": Fraction(1, 2),
    }


@pytest.mark.parametrize("records", [{}, {"petrov": Record()}, {"petrov": Record(0, 40)}])
def test_without_a_sale_the_shares_go_by_weight(records: dict[str, Record]) -> None:
    assert shares({"petrov": 2000, "sidorova": 1000}, records, 0.5, 20) == {
        "petrov": Fraction(2, 3),
        "sidorova": Fraction(1, 3),
    }


def test_shares_go_by_weight_and_rate() -> None:
    records = {"petrov": Record(30, 10), "sidorova": Record(10, 30)}
    equal = shares({"petrov": 1000, "sidorova": 1000}, records, 0, 0)
    assert equal == {"petrov": Fraction(3, 4), "sidorova": Fraction(1, 4)}
    assert shares({"petrov": 1000, "sidorova": 3000}, records, 0, 0) == dict.fromkeys(equal, Fraction(1, 2))


def test_nobody_is_starved() -> None:
    records = {"petrov": Record(90, 10), "sidorova": Record(10, 90), "ivanov": Record(0, 100)}
    assert shares(EQUAL, records, 0.5, 0) == {
        "petrov": Fraction(2, 3),
        "sidorova": Fraction(1, 6),
        "ivanov": Fraction(1, 6),
    }


def test_lifting_one_may_push_another_below_the_floor() -> None:
    """By rate alone 0.67, 0.21 and 0.11; the last is lifted to 0.2, and now there is too little for the second."""
    records = {"petrov": Record(60, 40), "sidorova": Record(19, 81), "ivanov": Record(10, 90)}
    least = Fraction(1, 5)
    assert shares(EQUAL, records, 0.6, 0) == {"petrov": 1 - 2 * least, "sidorova": least, "ivanov": least}


def test_a_floor_of_the_whole_share_makes_all_equal() -> None:
    records = {"petrov": Record(60, 40), "sidorova": Record(19, 81)}
    assert set(shares(EQUAL, records, 1, 20).values()) == {Fraction(1, 3)}


def test_a_floor_is_the_decimal_that_was_written() -> None:
    records = {"petrov": Record(9, 0), "sidorova": Record(0, 9), "ivanov": Record(0, 9)}
    assert shares(EQUAL, records, 0.3, 0)["ivanov"] == Fraction(1, 10)


@pytest.mark.parametrize("floor", [-0.1, 1.5])
def test_a_floor_out_of_range_is_refused(floor: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        shares(EQUAL, {}, floor, 20)


def test_whoever_has_left_counts_for_the_team_and_gets_nothing() -> None:
    records = {"petrov": Record(20, 0), "gone": Record(0, 60)}
    assert shares({"petrov": 1000, "sidorova": 1000}, records, 0, 20) == {
        "petrov": Fraction(5, 7),  # (20 + 20/4) / 40 against 1/4
        "sidorova": Fraction(2, 7),
    }


def test_nobody_shares_nothing() -> None:
    assert shares({}, {"petrov": Record(1, 1)}, 0.5, 20) == {}


@given(WEIGHTS, RECORDS, FLOORS, SAMPLES)
def test_the_shares_add_up_and_keep_the_floor(
    weights: dict[str, int], records: dict[str, Record], floor: Fraction, sample: int
) -> None:
    found = shares(weights, records, floor, sample)
    total = sum(weights.values())
    assert list(found) == list(weights)
    assert sum(found.values()) == 1
    assert all(part >= floor * Fraction(weights[who], total) for who, part in found.items())


@given(WEIGHTS, RECORDS, FLOORS, SAMPLES)
def test_the_shares_are_those_of_the_naive_model(
    weights: dict[str, int], records: dict[str, Record], floor: Fraction, sample: int
) -> None:
    by_weight = {who: Fraction(weight) for who, weight in weights.items()}
    closed = {who: (record.won, record.lost) for who, record in records.items()}
    assert shares(weights, records, floor, sample) == conversion_shares(by_weight, closed, floor, sample)


@given(RECORDS.filter(bool), FLOORS, st.integers(1, 40))
def test_of_equals_the_better_converter_never_gets_less(
    records: dict[str, Record], floor: Fraction, sample: int
) -> None:
    rate = rates(records, sample)
    found = shares(dict.fromkeys(records, 1000), records, floor, sample)
    by_rate = sorted(records, key=lambda who: rate[who])
    assert [found[who] for who in by_rate] == sorted(found.values())
