"""The figures of a period: what came in, who took it and how fast, what became of it, and how fair it was.

A period takes the leads handed over in it. Conversion is won / (won + lost), None without either; a bad lead
is in neither. Every figure is a fold over leads and their offers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil
from statistics import median

from leads.discretion import Discretion
from leads.scene import OWNED, Lead, Offer, Outcome, Result, State, Step
from leads.shares import in_leads

Case = tuple[Lead, Sequence[Offer]]


@dataclass(slots=True)
class Sales:
    """Outcomes of some leads. `amount` is in hundredths of the currency."""

    handed: int = 0
    claimed: int = 0
    won: int = 0
    lost: int = 0
    bad: int = 0
    amount: int = 0

    @property
    def conversion(self) -> float | None:
        closed = self.won + self.lost
        return self.won / closed if closed else None

    def add(self, lead: Lead, claimed: bool) -> None:
        self.handed += 1
        self.claimed += claimed
        self.won += lead.outcome is Outcome.WON
        self.lost += lead.outcome is Outcome.LOST
        self.bad += lead.outcome is Outcome.BAD
        self.amount += lead.amount or 0


@dataclass(slots=True)
class ManagerFigures:
    """One person's. `due` and `received` are turns: what he should have had, and what he got."""

    offered: int = 0
    declined: int = 0
    lapsed: int = 0
    gained: int = 0  # his shares of what he could have had, in units of `leads.shares.LEAD`
    received: int = 0
    claim_seconds: list[int] = field(
        default_factory=list
    )  # from the hand-over to his being the first to have it
    sales: Sales = field(default_factory=Sales)

    @property
    def due(self) -> float:
        return in_leads(self.gained)


@dataclass(slots=True)
class Report:
    total: Sales = field(default_factory=Sales)
    known: Sales = field(default_factory=Sales)
    unknown: Sales = field(default_factory=Sales)
    open: list[int] = field(default_factory=list)  # numbers: held, no outcome yet
    unclaimed: list[int] = field(default_factory=list)  # numbers: nobody has it
    claim_seconds: list[int] = field(default_factory=list)  # from the hand-over to the first claim
    managers: dict[str, ManagerFigures] = field(default_factory=dict)
    segments: dict[str, Sales] = field(default_factory=dict)
    sources: dict[str, Sales] = field(default_factory=dict)  # "": not known
    discretion: Discretion = field(default_factory=Discretion)

    @property
    def claim_median(self) -> int | None:
        return median_of(self.claim_seconds)

    @property
    def claim_p90(self) -> int | None:
        """The nearest-rank 90th percentile: nine claims in ten were at least as fast."""
        ranked = sorted(self.claim_seconds)
        return ranked[ceil(0.9 * len(ranked)) - 1] if ranked else None

    @property
    def jain(self) -> float | None:
        """Jain's fairness index of what each got for each lead due to him: 1.0 is even, 1/n is all to one.

        Source: Jain, Chiu, Hawe, DEC-TR-301 (1984). None where nothing was due to anybody.
        """
        ratios = [m.received / m.due for m in self.managers.values() if m.due]
        squares = sum(r * r for r in ratios)
        return sum(ratios) ** 2 / (len(ratios) * squares) if squares else None

    @property
    def max_deviation(self) -> float:
        """The largest distance from a due share, in leads."""
        return max((abs(m.due - m.received) for m in self.managers.values()), default=0.0)


def median_of(seconds: Sequence[int]) -> int | None:
    """The middle one, to the second; None of none."""
    return round(median(seconds)) if seconds else None


def fold(cases: Iterable[Case]) -> Report:
    report = Report()
    for lead, offers in cases:
        taken = next((o for o in offers if o.result is Result.CLAIMED), None)
        for sales in _sales(report, lead):
            sales.add(lead, taken is not None)
        if taken and taken.closed_at and lead.handed_at:
            seconds = round((taken.closed_at - lead.handed_at).total_seconds())
            report.claim_seconds.append(seconds)
            if taken.claimed_by:
                _manager(report, taken.claimed_by).claim_seconds.append(seconds)
        if lead.state in OWNED:
            report.open.append(lead.number or 0)
        elif lead.state is not State.CLOSED:
            report.unclaimed.append(lead.number or 0)
        if lead.holder:
            _manager(report, lead.holder).sales.add(lead, claimed=True)
        for offer in offers:
            _count(report, offer)
    return report


def _sales(report: Report, lead: Lead) -> tuple[Sales, ...]:
    """Everything in which this lead counts."""
    return (
        report.total,
        report.known if lead.known else report.unknown,
        report.segments.setdefault(lead.segment, Sales()),
        report.sources.setdefault(lead.source or "", Sales()),
    )


def _count(report: Report, offer: Offer) -> None:
    report.discretion.add(offer)
    if offer.step is not Step.ASSIGN:
        for who in offer.people:
            figures = _manager(report, who)
            figures.offered += 1
            figures.declined += offer.answers.get(who) == "declined"
            figures.lapsed += offer.alone and offer.result is Result.LAPSED
    if offer.turn:
        _manager(report, offer.turn.payer).received += 1
        for who, units in offer.turn.gained.items():
            _manager(report, who).gained += units


def _manager(report: Report, who: str) -> ManagerFigures:
    found = report.managers.get(who)
    if found is None:
        found = report.managers[who] = ManagerFigures()
    return found
