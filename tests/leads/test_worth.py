"""What a lead costs: by what came of leads like it before this week, in whole millionths, within bounds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from leads.lead import Lead, Outcome
from leads.rates import Record
from leads.shares import LEAD
from leads.track import Closing, Sort, Track, week_of
from leads.worth import CHEAPEST, DEAREST, NOTHING_SOLD, ORDINARY, Sold, price, units

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
COUNTS = st.integers(0, 200)


def test_a_lead_of_the_better_half_costs_more_and_one_of_the_poorer_less() -> None:
    assert price(Sold(30, 70, 40, 160), 0) == ORDINARY * 3 // 2
    assert price(Sold(10, 90, 40, 160), 0) == ORDINARY // 2


def test_a_few_leads_say_little() -> None:
    assert price(Sold(2, 0, 40, 160), 20) == ORDINARY * 30 // 22
    assert price(Sold(0, 0, 40, 160), 20) == ORDINARY


def test_where_nothing_was_sold_every_lead_is_an_ordinary_one() -> None:
    assert price(NOTHING_SOLD, 20) == price(Sold(0, 50, 0, 200), 20) == price(Sold(0, 0, 4, 4), 0) == ORDINARY


def test_no_lead_costs_more_than_five_nor_less_than_a_fifth() -> None:
    assert price(Sold(50, 0, 50, 950), 0) == DEAREST
    assert price(Sold(0, 500, 50, 950), 0) == CHEAPEST


@given(won=COUNTS, lost=COUNTS, more_won=COUNTS, more_lost=COUNTS, min_sample=st.integers(0, 50))
def test_it_is_the_shrunk_rate_over_that_of_all(
    won: int, lost: int, more_won: int, more_lost: int, min_sample: int
) -> None:
    sold = Sold(won, lost, won + more_won, lost + more_lost)
    found = price(sold, min_sample)
    assert CHEAPEST <= found <= DEAREST
    if sold.all_won and won + lost + min_sample:
        p = Fraction(sold.all_won, sold.all_won + sold.all_lost)
        exact = (won + min_sample * p) / (won + lost + min_sample) / p * ORDINARY
        assert found == min(max(int(exact), CHEAPEST), DEAREST)


def test_a_price_in_units_is_whole_and_an_ordinary_one_a_whole_lead() -> None:
    assert units(None) == units(ORDINARY) == LEAD
    assert units(ORDINARY // 2) == LEAD // 2


def lead(source: str, *, known: bool = False) -> Lead:
    return Lead(1, "all", source=source, known=known)


def test_what_was_closed_this_week_or_a_year_ago_moves_no_price() -> None:
    track, this_week = Track(), week_of(MONDAY)
    for weeks, record in ((0, Record(9, 0)), (1, Record(3, 7)), (52, Record(1, 1)), (53, Record(50, 0))):
        track.closings[Closing(Sort("petrov", "site", known=False), this_week - weeks)] = record
    track.closings[Closing(Sort("sidorova", "ads", known=False), this_week - 2)] = Record(1, 9)
    assert track.sold(lead("site"), MONDAY) == Sold(4, 8, 5, 17)
    assert track.sold(lead("site"), MONDAY + timedelta(days=6)) == Sold(4, 8, 5, 17), "all week long"
    assert track.sold(lead("site"), MONDAY + timedelta(days=7)) == Sold(12, 7, 13, 16)


def test_whoever_sold_them_the_kind_is_one_and_a_known_client_another() -> None:
    track, last = Track(), week_of(MONDAY) - 1
    for who in ("petrov", "sidorova"):
        track.closings[Closing(Sort(who, "site", known=False), last)] = Record(1, 2)
    track.closings[Closing(Sort("petrov", "site", known=True), last)] = Record(5, 0)
    assert track.sold(lead("site"), MONDAY) == Sold(2, 4, 7, 4)
    assert track.sold(lead("site", known=True), MONDAY) == Sold(5, 0, 7, 4)


def test_what_is_stored_counts_beside_what_becomes_of_the_lead_itself() -> None:
    track = Track(stored={("site", False): (3, 7)})
    closed = Lead(1, "all", number=1, source="site", holder="petrov", outcome=Outcome.WON)
    closed.closed_at = MONDAY - timedelta(days=3)
    track.count(closed)
    assert track.sold(lead("site"), MONDAY) == Sold(4, 7, 4, 7)
    track.count(closed, -1)
    assert track.sold(lead("site"), MONDAY) == Sold(3, 7, 3, 7)
