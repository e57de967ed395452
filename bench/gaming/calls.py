"""A head who calls the monthly sample of sales, and believes nobody any more in whose sales one was false."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from bench.gaming.market import ZONE
from leads.lead import Lead, Outcome
from leads.sampling import sampled

EVENING: Final = time(18, 30)
ASKED_AFTER: Final = timedelta(days=1)  # from a sale of whoever was found out to the call


@dataclass
class Calls:
    """Keeps who has sold what, and which of it is false; `found_out`: whose sales are all asked after."""

    sales: dict[int, Lead] = field(default_factory=dict)
    false: set[int] = field(default_factory=set)
    found_out: set[str] = field(default_factory=set)

    def sold(self, lead: Lead, *, is_false: bool) -> None:
        self.sales[lead.id] = lead
        if is_false:
            self.false.add(lead.id)

    def corrected(self, lead: Lead) -> None:
        self.sales.pop(lead.id, None)
        self.false.discard(lead.id)

    def call(self, evening: datetime) -> list[int]:
        """Calls the sample of the month before this evening; returns the false sales of all who are found out."""
        after = evening.date().replace(day=1)
        before = (after - timedelta(days=1)).replace(day=1)
        start, end = (datetime.combine(day, time(), tzinfo=ZONE) for day in (before, after))
        sellers = {
            number: lead.holder
            for number, lead in self.sales.items()
            if lead.outcome is Outcome.WON
            and lead.holder
            and lead.closed_at
            and start <= lead.closed_at < end
        }
        for number in sampled(evening.isoformat(), sellers):  # nobody knows the head of that evening before
            if number in self.false:
                self.found_out.add(sellers[number])
        return sorted(number for number in self.false if self.sales[number].holder in self.found_out)


def evenings(first: date, last: date) -> Iterator[datetime]:
    """On the first of each month after `first`, up to the one after `last`."""
    day = first.replace(day=1)
    while day <= last:
        day = (day + timedelta(days=32)).replace(day=1)
        yield datetime.combine(day, EVENING, tzinfo=ZONE)
