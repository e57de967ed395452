"""One lead is shared out exactly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.shares import LEAD, in_leads, split, weight_units

WEIGHTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 100_000), min_size=1)


@pytest.mark.parametrize(("weight", "units"), [(1.0, 1000), (0.5, 500), (0.001, 1), (2.333, 2333)])
def test_a_weight_counts_in_thousandths(weight: float, units: int) -> None:
    assert weight_units(weight) == units


@pytest.mark.parametrize("weight", [0.0, 0.0004, -1.0])
def test_a_weight_of_nothing_is_refused(weight: float) -> None:
    with pytest.raises(ValueError, match=r"at least 0\.001"):
        weight_units(weight)


@settings(deadline=None)
@given(WEIGHTS)
def test_the_parts_add_up_to_the_whole_lead_whatever_the_weights(weights: dict[str, int]) -> None:
    assert sum(split(weights).values()) == LEAD


@settings(deadline=None)
@given(WEIGHTS)
def test_no_part_is_a_unit_away_from_its_exact_share(weights: dict[str, int]) -> None:
    total = sum(weights.values())
    for who, part in split(weights).items():
        assert abs(part * total - LEAD * weights[who]) < total


@pytest.mark.parametrize("size", range(1, 51))
def test_a_team_of_up_to_fifty_equals_shares_without_a_remainder(size: int) -> None:
    assert set(split({f"m{n}": 1000 for n in range(size)}).values()) == {LEAD // size}


def test_what_is_left_over_goes_to_the_largest_fraction_and_then_by_id() -> None:
    """53 divides no lead of ours, so 53 equals leave a remainder; the order in which they come does not matter."""
    names = [f"m{n:02}" for n in range(53)]
    rest = LEAD % 53
    expected = dict(zip(names, [LEAD // 53 + 1] * rest + [LEAD // 53] * (53 - rest), strict=True))
    assert split(dict.fromkeys(names, 1)) == split(dict.fromkeys(reversed(names), 1)) == expected


def test_nobody_shares_nothing() -> None:
    assert split({}) == {}


def test_units_are_read_as_leads() -> None:
    assert in_leads(-LEAD // 2) == -0.5
