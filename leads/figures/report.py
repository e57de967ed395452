"""The report of a period: the figures of all its leads, of each part of them, and of each manager.

It is a fold over leads and their offers. Those that are alike in all that counts may be folded together, with how
many they are: so a database counts a million of them, and the rules stay here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from leads.figures.discretion import Discretion
from leads.figures.part import Part, Times, is_let_lapse
from leads.figures.reasons import Reasons
from leads.lead import ASKS_NOBODY, Lead, Offer, State
from leads.shares import LEAD, in_leads
from leads.turns import Turn

Case = tuple[Lead, Sequence[Offer]]


@dataclass(slots=True)
class ManagerFigures:
    """One person's. `due` and `received` are turns: what they should have had, and what they got."""

    offered: int = 0  # times they were asked
    declined: int = 0
    lapsed: int = 0
    own: int = 0  # leads that they have brought in themselves
    gained: int = 0  # their shares of what they could have had, in units of `leads.shares.LEAD`
    received: float = 0
    times: Times = field(default_factory=Times)  # of the leads that they were the first to have
    contacts: Times = field(default_factory=Times)  # from the claim until they called the client first
    reasons: Reasons = field(default_factory=Reasons)  # why they declined, lost, or called a lead bad
    sales: Part = field(default_factory=Part)  # of the leads that they have, or had when they were closed

    @property
    def due(self) -> float:
        """What was due, in leads."""
        return in_leads(self.gained)


@dataclass(slots=True)
class Report:
    """It has parts by segment, by source ("" where it is not known), by hour (0 to 23) and weekday (0 is Monday)."""

    total: Part = field(default_factory=Part)
    known: Part = field(default_factory=Part)
    unknown: Part = field(default_factory=Part)
    managers: dict[str, ManagerFigures] = field(default_factory=dict)
    segments: dict[str, Part] = field(default_factory=dict)
    sources: dict[str, Part] = field(default_factory=dict)
    hours: dict[int, Part] = field(default_factory=dict)
    weekdays: dict[int, Part] = field(default_factory=dict)
    discretion: Discretion = field(default_factory=Discretion)
    contacts: Times = field(default_factory=Times)  # from the claim until somebody called the client first
    reasons: Reasons = field(default_factory=Reasons)

    @property
    def jain(self) -> float | None:
        """Jain's fairness index of what each got for each lead due to them: 1.0 is even, 1/n is all to one.

        Source: Jain, Chiu, Hawe, DEC-TR-301 (1984). None where nothing was due to anybody.
        """
        ratios = [m.received / m.due for m in self.managers.values() if m.gained]
        squares = sum(r * r for r in ratios)
        return sum(ratios) ** 2 / (len(ratios) * squares) if squares else None

    @property
    def max_deviation(self) -> float:
        """The largest distance from a due share, in leads."""
        return max((abs(m.due - m.received) for m in self.managers.values()), default=0.0)

    def count(self, lead: Lead, count: int = 1) -> None:
        """Adds so many leads that are like this one; its `amount` is that of all of them together."""
        for part in self._parts(lead):
            part.add(lead, count)
        if lead.holder:
            self.manager(lead.holder).sales.add(lead, count)
            self.manager(lead.holder).reasons.add(lead, count)
        self.reasons.add(lead, count)
        if lead.own and lead.taken_by:
            self.manager(lead.taken_by).own += count

    def count_claims(self, lead: Lead, count: int = 1) -> None:
        """Adds so many leads that are like this one, and that somebody has had as soon as this."""
        if lead.taken_by is None or lead.taken_after is None:
            return
        for part in self._parts(lead):
            part.times.add(lead.taken_after, count)
        self.manager(lead.taken_by).times.add(lead.taken_after, count)

    def count_contacts(self, lead: Lead, count: int = 1) -> None:
        """Adds so many leads that are like this one, and whose client somebody has called as soon as this."""
        if lead.contacted_by is not None and lead.contacted_after is not None:
            self.contacts.add(lead.contacted_after, count)
            self.manager(lead.contacted_by).contacts.add(lead.contacted_after, count)

    def count_offers(self, lead: Lead, offer: Offer, count: int = 1) -> None:
        """Adds so many offers that are like this one, of leads that are like this one."""
        self.discretion.add(offer, count)
        for part in self._parts(lead):
            part.ask(offer, count)
        if offer.step not in ASKS_NOBODY:
            for who in offer.people:
                figures = self.manager(who)
                figures.offered += count
                if offer.answers.get(who) == "declined":
                    figures.declined += count
                    figures.reasons.add_decline(offer, who, count)
                    self.reasons.add_decline(offer, who, count)
                figures.lapsed += count * is_let_lapse(offer)
        if offer.turn:
            self.manager(offer.turn.payer).received += count * _leads(offer.turn)
            for who, units in offer.turn.gained.items():
                self.manager(who).gained += count * units

    def parts_of(self, slot: int) -> tuple[Part, Part]:
        """Returns the hour and the weekday of this hour of the week, which is 0 at the beginning of Monday."""
        weekday, hour = divmod(slot, 24)
        return self.hours.setdefault(hour, Part()), self.weekdays.setdefault(weekday, Part())

    def manager(self, who: str) -> ManagerFigures:
        return self.managers.setdefault(who, ManagerFigures())

    def _parts(self, lead: Lead) -> tuple[Part, ...]:
        return (
            self.total,
            self.known if lead.known else self.unknown,
            self.segments.setdefault(lead.segment, Part()),
            self.sources.setdefault(lead.source or "", Part()),
        )


def _leads(turn: Turn) -> float:
    """What was paid for it, in leads: one, but where leads have prices."""
    paid = sum(turn.gained.values())
    return 1 if paid == LEAD else in_leads(paid)


def fold(cases: Iterable[Case], zone: ZoneInfo | None = None) -> Report:
    """Counts them one by one. Hours and weekdays only where the office's time zone is given."""
    report = Report()
    for lead, offers in cases:
        if lead.state is State.WITHDRAWN:
            continue  # it was none
        report.count(lead)
        report.count_claims(lead)
        report.count_contacts(lead)
        for offer in offers:
            report.count_offers(lead, offer)
        if zone and lead.handed_at:
            local = lead.handed_at.astimezone(zone)
            for part in report.parts_of(local.weekday() * 24 + local.hour):
                part.add(lead)
                if lead.taken_after is not None:
                    part.times.add(lead.taken_after)
                for offer in offers:
                    part.ask(offer)
    return report
