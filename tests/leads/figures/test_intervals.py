"""The interval of a share: where it ends, the share that was counted is just as far away as chance may take it."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.figures.intervals import wilson

COUNTS = st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


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
