"""The figures of a period."""

from datetime import timedelta

import pytest

from leads.answers import claim, decline
from leads.figures.report import Report, fold
from leads.holding import assign, close, dispute, give_up, put_amount, settle
from leads.lead import Outcome
from tests.leads.office import Floor, asked, sales_floor


def report(floor: Floor) -> Report:
    return fold((scene.lead, scene.offers) for scene in floor.leads)


def sell(floor: Floor, amount: int | None = None, *, known: bool = False) -> None:
    """A lead that ends in a sale, or without an amount in a refusal."""
    scene = floor.lead(known=known)
    who = asked(scene)
    claim(scene, who, floor.now)
    close(scene, who, Outcome.LOST if amount is None else Outcome.WON, floor.now)
    if amount is not None:
        put_amount(scene, who, amount, floor.now)


def test_of_no_leads_there_is_nothing_to_tell() -> None:
    empty = fold([])
    assert (empty.total.handed, empty.total.conversion, empty.max_deviation) == (0, None, 0.0)
    assert (empty.total.times.median, empty.total.times.p90, empty.jain) == (None, None, None)


def test_conversion_is_won_of_won_and_lost_and_a_bad_lead_is_in_neither() -> None:
    floor = sales_floor("a b")
    sell(floor, 100_00)
    sell(floor)
    sell(floor, 50_00)
    bad = floor.lead()
    claim(bad, asked(bad), floor.now)
    dispute(bad, bad.lead.holder or "", floor.now)
    settle(bad, "head", True, floor.now)
    total = report(floor).total
    assert (total.handed, total.claimed, total.won, total.lost, total.bad) == (4, 4, 2, 1, 1)
    assert total.conversion == pytest.approx(2 / 3)
    assert total.amount == 150_00


def test_known_and_unknown_clients_are_told_apart() -> None:
    floor = sales_floor("a")
    sell(floor, 100_00, known=True)
    sell(floor)
    found = report(floor)
    assert (found.known.won, found.known.lost, found.unknown.won, found.unknown.lost) == (1, 0, 0, 1)


def test_open_and_unclaimed_leads_are_counted() -> None:
    floor = sales_floor("a b c")
    claim(floor.lead(), "a", floor.now)
    disputed = floor.lead()
    claim(disputed, "b", floor.now)
    dispute(disputed, "b", floor.now)
    floor.lead()
    found = report(floor)
    assert (found.total.open, found.total.unclaimed) == (2, 1)


def test_a_managers_figures_count_what_he_was_offered_and_what_became_of_it() -> None:
    floor = sales_floor("a b", offers=2)
    scene = floor.lead()
    decline(scene, "a", floor.now)
    floor.wait("5m")
    claim(scene, "a", floor.now)
    figures = report(floor).managers
    assert (figures["a"].offered, figures["a"].declined, figures["a"].lapsed) == (2, 1, 0)
    assert (figures["b"].offered, figures["b"].declined, figures["b"].lapsed) == (2, 0, 1)
    assert (figures["a"].sales.claimed, figures["b"].sales.claimed) == (1, 0)


def test_a_lead_counts_for_whoever_ends_up_with_it() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    assign(scene, "head", "b", floor.now)
    close(scene, "b", Outcome.WON, floor.now)
    figures = report(floor).managers
    assert (figures["a"].sales.won, figures["b"].sales.won) == (0, 1)
    assert (figures["a"].received, figures["b"].received) == (0, 1)
    assert figures["b"].offered == 0


def test_due_and_received_are_the_balance_of_the_segment() -> None:
    floor = sales_floor("a:2 b c")
    for _ in range(5):
        sell(floor)
    given_up = floor.lead()
    claim(given_up, asked(given_up), floor.now)
    give_up(given_up, given_up.lead.holder or "", floor.now)
    figures = report(floor).managers
    differences = {who: figures[who].due - figures[who].received for who in "abc"}
    assert differences == pytest.approx(floor.balances(), abs=1e-6)
    assert report(floor).max_deviation == pytest.approx(max(map(abs, differences.values())))


def test_an_even_share_is_perfectly_fair_whatever_the_weights() -> None:
    floor = sales_floor("a:2 b")
    for _ in range(3):
        sell(floor)
    found = report(floor)
    assert found.jain == pytest.approx(1.0)
    assert found.max_deviation == pytest.approx(0.0)


def test_where_one_gets_everything_that_two_were_due_fairness_is_a_half() -> None:
    floor = sales_floor("a b")
    for _ in range(2):
        assign(floor.lead(), "head", "a", floor.now)
    assert report(floor).jain == pytest.approx(0.5)


def test_the_speed_is_told_from_the_hand_over_to_the_first_claim() -> None:
    floor = sales_floor("a b c", pause_after_lapses=0)
    for seconds in (10, 20, 30, 40, 50, 60, 70, 80, 90, 200):
        scene = floor.lead()
        floor.until(floor.now + timedelta(seconds=seconds))
        claim(scene, asked(scene), floor.now)
    found = report(floor)
    assert (found.total.times.median, found.total.times.p90) == (55, 90)
