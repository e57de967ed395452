"""The figures of one part of the leads: a segment, a source, an hour of the day, or all of them.

This is the one place where each figure is defined; `docs/figures.md` says the same to people. A part takes the leads
handed over in its period; what became of them later counts too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import ceil

from leads.lead import ASKS_NOBODY, Lead, Offer, Outcome, Progress, Result, State


@dataclass(slots=True)
class Times:
    """Holds whole seconds from the hand-over until somebody had the lead, each with how often it took so long."""

    seconds: Counter[int] = field(default_factory=Counter)

    def add(self, seconds: int, times: int = 1) -> None:
        self.seconds[seconds] += times

    @property
    def median(self) -> int | None:
        """The middle one, or half way between the middle two; to the second. None of none."""
        count = self.seconds.total()
        if not count:
            return None
        return round((self._ranked((count - 1) // 2) + self._ranked(count // 2)) / 2)

    @property
    def p90(self) -> int | None:
        """The nearest-rank 90th percentile: nine leads in ten were taken at least as fast. None of none."""
        count = self.seconds.total()
        return self._ranked(ceil(0.9 * count) - 1) if count else None

    def _ranked(self, place: int) -> int:
        """The one at this place, from 0, the fastest first."""
        for seconds in sorted(self.seconds):
            place -= self.seconds[seconds]
            if place < 0:
                return seconds
        raise IndexError(place)


@dataclass(slots=True)
class Part:
    """Holds counts of leads, but for `declined` and `lapsed`, which count answers. `amount` is in hundredths."""

    handed: int = 0  # handed over by the secretary, or come in by themselves
    claimed: int = 0  # somebody has had it, by a claim or by hand
    won: int = 0  # sold
    lost: int = 0  # the client refused
    bad: int = 0  # no lead at all (wrong number, spam), as the head has confirmed
    open: int = 0  # somebody has it, and nothing has come of it yet
    unclaimed: int = 0  # nobody has it
    amount: int = 0  # what the sales brought
    reached: int = 0  # somebody has marked that the client was reached; nothing is concluded from other marks
    met: int = 0  # that there was a meeting
    invoiced: int = 0  # that there was an invoice
    declined: int = 0  # offers that somebody declined, each person counted
    lapsed: int = 0  # offers to one person that they let lapse
    times: Times = field(default_factory=Times)

    @property
    def closed(self) -> int:
        """Won and lost: what conversion is counted from."""
        return self.won + self.lost

    @property
    def conversion(self) -> float | None:
        """Won of won and lost; None without either. A bad lead is in neither."""
        return self.won / self.closed if self.closed else None

    def add(self, lead: Lead, count: int = 1) -> None:
        """Adds so many leads that are like this one; its `amount` is that of all of them together."""
        self.handed += count
        self.claimed += count * (lead.taken_by is not None)
        self.won += count * (lead.outcome is Outcome.WON)
        self.lost += count * (lead.outcome is Outcome.LOST)
        self.bad += count * (lead.outcome is Outcome.BAD)
        self.amount += lead.amount or 0
        self.reached += count * (Progress.REACHED in lead.marks)
        self.met += count * (Progress.MET in lead.marks)
        self.invoiced += count * (Progress.INVOICED in lead.marks)
        if lead.outcome is None and lead.state is not State.DRAFT:
            self.open += count * (lead.holder is not None)
            self.unclaimed += count * (lead.holder is None)

    def ask(self, offer: Offer, count: int = 1) -> None:
        """Adds so many offers that are like this one."""
        if offer.step not in ASKS_NOBODY:
            self.declined += count * list(offer.answers.values()).count("declined")
            self.lapsed += count * is_let_lapse(offer)


def is_let_lapse(offer: Offer) -> bool:
    return offer.alone and offer.result is Result.LAPSED
