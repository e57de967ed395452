"""What a lead may be expected to bring before anybody has had it: how much dearer it is than an ordinary one.

A lead's kind is its source and whether its client was known. Of the leads of its kind won were sold and lost were not,
of all leads of the segment W and L; k is the segment's `min_sample`, p = W ÷ (W + L). Then

    rate  = (won + k·p) ÷ (won + lost + k)
    price = rate ÷ p, in millionths of an ordinary lead, rounded down, from a fifth of one to five

Only what had been closed before the office's week began counts, of the year before that: so the price of a kind stands
for a whole week, and nothing that becomes of this week's leads moves it. Where nothing has been sold every lead is an
ordinary one. Whoever sold them does not count: it is the lead that has a price, not the seller.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from leads.shares import LEAD

ORDINARY: Final = 1_000_000
"""The price of a lead that is as good as the segment's average, in millionths of it: what a turn costs elsewhere."""
CHEAPEST: Final = ORDINARY // 5
DEAREST: Final = ORDINARY * 5


class Sold(NamedTuple):
    """What came of leads: of this kind, and of all of the segment."""

    won: int = 0
    lost: int = 0
    all_won: int = 0
    all_lost: int = 0


NOTHING_SOLD: Final = Sold()


def price(sold: Sold, min_sample: int) -> int:
    """Returns what a lead of this kind costs, in millionths of an ordinary lead. Exact, and the same everywhere."""
    closed, all_closed = sold.won + sold.lost, sold.all_won + sold.all_lost
    if not sold.all_won or not closed + min_sample:
        return ORDINARY
    # rate ÷ p, with p = W ÷ (W + L), on one fraction line
    above = sold.won * all_closed + min_sample * sold.all_won
    below = (closed + min_sample) * sold.all_won
    return min(max(ORDINARY * above // below, CHEAPEST), DEAREST)


def units(price: int | None) -> int:
    """Returns a price in units of `leads.shares.LEAD`, rounded down; None is an ordinary lead's."""
    return LEAD if price is None else LEAD * price // ORDINARY
