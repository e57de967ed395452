"""A report taken from the database: all its figures, with what each manager is owed and the ledger's head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from leads.figures.asking import Asking
from leads.figures.hand_overs import HandOvers
from leads.figures.periods import Period
from leads.figures.report import Report
from leads.head import head_of
from leads.office import Office
from leads.schemes import SCHEMES
from reports.rich_hours import swapped
from storage import cases, figures, ledger, offices, people, pulls
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Taken:
    """`balances`: what each is owed over all their segments, in share units.

    `head`: the ledger's, `NUMBER:SEAL`; empty where it has no entry.

    `names`: of everybody who ever was in the office, by id. `open_leads`: number and holder of every lead that is not
    closed, whenever it came in.
    """

    office: Office
    period: Period
    report: Report
    balances: Mapping[str, int]
    head: str
    names: Mapping[str, str]
    open_leads: Sequence[tuple[int, str | None]]
    drafts: int  # that nobody has handed over
    hand_overs: Mapping[str, HandOvers] = field(default_factory=dict)  # by whoever took the calls
    swapped: Mapping[str, float] = field(
        default_factory=dict
    )  # by how many leads swaps have made somebody richer
    asking: Mapping[str, Asking] = field(default_factory=dict)  # as of `asking`


def taken(store: Store, office: Office, period: Period, *, by_the_clock: bool = False) -> Taken:
    """Reads one moment of the database. Hours and weekdays are counted only when they are asked for."""
    start, end = period.bounds(office.timezone)
    report = figures.report(store, start, end)
    if by_the_clock:
        clock = figures.by_the_clock(store, start, end, office.timezone)
        report.hours, report.weekdays = clock.hours, clock.weekdays
    head = head_of(ledger.head(store))
    return Taken(
        office,
        period,
        report,
        balances(store, office),
        str(head or ""),
        people.names(store),
        cases.open_leads(store),
        cases.drafts(store),
        figures.hand_overs(store, start, end),
        swapped(store, office, start, end, end),
        asking(store, office, start, end),
    )


def asking(store: Store, office: Office, start: datetime, end: datetime) -> dict[str, Asking]:
    """Tells how often each member of a team whose leads are asked for has asked; nothing where there is no such team.

    In the office's order.
    """
    teams = [s for s in office.segments if SCHEMES[s.scheme].asked_for and not s.retired]
    if not teams:
        return {}
    found, members = pulls.asking(store, start, end), {who for team in teams for who in team.members}
    return {p.id: found.get(p.id, Asking()) for p in office.people if p.id in members}


def balances(store: Store, office: Office) -> dict[str, int]:
    owed: dict[str, int] = {}
    for segment in office.segments:
        for who, standing in offices.read_standings(store, segment.id).items():
            owed[who] = owed.get(who, 0) + standing.credit
    return owed
