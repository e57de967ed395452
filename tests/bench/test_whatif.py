"""What a what-if says is held against simulated histories whose truth is known; the long form is `bench.whatif`."""

from __future__ import annotations

import pytest

from bench.whatif import Case, measured

TIMES = 60  # of nine in ten, so many are 54 and a standard error of 2.3
UNEQUAL = [
    Case("confounded", 0.5, 300),
    Case("confounded", 1.0, 0),
    Case("mixed", 0.5, 0),
    Case("mixed", 1.0, 300),
    Case("few", 0.5, 300),
    Case("alike", 0.5, 300),
    Case("slow", 0.5, 300),
]
EQUAL = [Case("confounded", 0.0, 300), Case("confounded", 0.0, 2000), Case("mixed", 0.0, 300)]


@pytest.mark.parametrize("case", UNEQUAL, ids=str)
def test_the_interval_holds_the_truth_and_a_mark_points_the_right_way(case: Case) -> None:
    found = measured(case, TIMES)
    # 85 to 97 in a hundred, and two standard errors for luck below
    assert found.sales >= 0.85 * TIMES - 5
    assert found.gain >= 0.85 * TIMES - 5
    assert found.wrong <= 0.1 * found.shown
    assert found.shown, "where managers differ, something can be said"


@pytest.mark.parametrize("case", EQUAL, ids=str)
def test_where_all_sell_alike_no_difference_is_shown_that_is_none(case: Case) -> None:
    found = measured(case, TIMES)
    assert found.shown <= 0.1 * TIMES
    assert found.sales >= 0.85 * TIMES - 5


def test_what_is_lost_is_told_of_later_and_does_not_make_sales_look_likelier() -> None:
    """As long as nine losses in ten take, a lead does not count: of the young ones mostly the sold are closed."""
    found = measured(Case("slow", 0.0, 2000), TIMES)
    assert found.sales >= 0.85 * TIMES - 5
