"""A head who calls the samples of sales, and believes nobody any more in whose sales one was false."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from bench.gaming.market import ZONE
from leads.figures.periods import Period, Span, period_of
from leads.lead import Lead, Outcome
from leads.rates import NO_RECORD, Record
from leads.sampling import LATELY, OF_A_WEEK, sampled, striking
from leads.wall_clock import ONE_DAY

EVENING: Final = time(18, 30)
ASKED_AFTER: Final = timedelta(days=1)  # from a sale of whoever was found out to the call


@dataclass
class Calls:
    """Keeps what everybody has closed, and which sales are false; `found_out`: whose sales are all asked after."""

    closed: dict[int, Lead] = field(default_factory=dict)
    false: set[int] = field(default_factory=set)
    found_out: set[str] = field(default_factory=set)

    def hears(self, lead: Lead, *, is_false: bool = False) -> None:
        """Of a lead that is won or lost, or that is corrected."""
        self.closed[lead.id] = lead
        (self.false.add if is_false else self.false.discard)(lead.id)

    def call(self, evening: datetime) -> list[int]:
        """Calls what is sent on this evening; returns the false sales of all who are found out."""
        day, head = evening.date(), evening.isoformat()  # nobody knows the head of that evening before
        if day.day == 1:
            sellers = self._sales(period_of(Span.MONTH, day - ONE_DAY))
            self._ask(sampled(head, sellers))
        week = period_of(Span.WEEK, day)
        if day == week.last:
            odd = striking(self._records(evening))
            sellers = {number: who for number, who in self._sales(week).items() if who in odd}
            self._ask(sampled(head, sellers, OF_A_WEEK))
        return sorted(number for number in self.false if self.closed[number].holder in self.found_out)

    def _ask(self, numbers: tuple[int, ...]) -> None:
        self.found_out |= {self.closed[number].holder or "" for number in numbers if number in self.false}

    def _sales(self, period: Period) -> Mapping[int, str]:
        start, end = period.bounds(ZONE)
        return {
            number: lead.holder
            for number, lead in self.closed.items()
            if lead.outcome is Outcome.WON
            and lead.holder
            and lead.closed_at
            and start <= lead.closed_at < end
        }

    def _records(self, evening: datetime) -> Mapping[str, Record]:
        found: dict[str, Record] = {}
        for lead in self.closed.values():
            if lead.holder and lead.closed_at and lead.closed_at >= evening - LATELY:
                is_won = lead.outcome is Outcome.WON
                found[lead.holder] = found.get(lead.holder, NO_RECORD).and_one(is_won)
        return found


def evenings(first: date, last: date) -> Iterator[datetime]:
    """The last of each week and the first of each month after `first`, up to the first one after `last`."""
    day = first
    while day <= last or day.day != 1:
        day += ONE_DAY
        if day.day == 1 or day == period_of(Span.WEEK, day).last:
            yield datetime.combine(day, EVENING, tzinfo=ZONE)
