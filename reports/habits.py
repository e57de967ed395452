"""Four weeks of what everybody does with leads, taken from the database: for the head's report and the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Final

from leads.figures.asking import Asking
from leads.figures.habits import Compared, Habit, mixes
from leads.figures.hand_overs import HandOvers
from leads.figures.periods import Period
from leads.office import Office, Role
from leads.wall_clock import monday_of
from reports.taking import asking
from reports.views import favour_view
from screens.views.report import HabitsOf, HabitsView, HandOversOf
from storage import figures, people
from storage.store import Store

WEEKS: Final = 4
OLD: Final = timedelta(days=7)
"""A lead that is open for longer is an old one."""
RATES_OF: Final = timedelta(days=365)
"""From so long before the period's end closing rates are taken."""
ORDER: Final = tuple(Habit)


@dataclass(frozen=True, slots=True)
class TakenHabits:
    """By manager's id: what they did, in the order of `Habit`, their mix, and how often they asked for leads."""

    compared: dict[str, tuple[Compared, ...]]
    mixes: dict[str, Fraction]
    asking: dict[str, Asking]

    def others_ask(self, who: str) -> Asking:
        """Returns all others together."""
        others = [of for other, of in self.asking.items() if other != who]
        return Asking(sum(of.had for of in others), sum(of.waited for of in others))


def weeks_of(day: date) -> Period:
    """Returns the four whole weeks of which this day is in the last."""
    monday = monday_of(day)
    return Period(monday - timedelta(weeks=WEEKS - 1), monday + timedelta(days=6))


def taken_habits(store: Store, office: Office, period: Period, now: datetime) -> TakenHabits:
    """Reads what was done with the leads handed over in a period."""
    start, end = period.bounds(office.timezone)
    habits = figures.habits(store, start, end, min(now, end) - OLD)
    rates = figures.closings(store, end - RATES_OF, end)
    found: dict[str, list[Compared]] = {}
    for one in habits.compared():
        found.setdefault(one.who, []).append(one)
    compared = {who: tuple(sorted(them, key=_place)) for who, them in found.items()}
    return TakenHabits(compared, mixes(habits, rates), asking(store, office, start, end))


def _place(one: Compared) -> int:
    return ORDER.index(one.habit)


def habits_view(store: Store, office: Office, day: date, now: datetime) -> HabitsView:
    """Shows the four weeks that this day ends, in the office's order; then whoever has left meanwhile."""
    period = weeks_of(day)
    found, names = taken_habits(store, office, period, now), people.names(store)
    people_of = tuple(
        HabitsOf(
            names[one],
            _percent(found.mixes.get(one)),
            found.compared.get(one, ()),
            found.asking.get(one),
            found.others_ask(one),
        )
        for one in in_order(office, found)
    )
    return HabitsView(period, people_of, _hand_overs(store, office, period, names))


def _hand_overs(
    store: Store, office: Office, period: Period, names: Mapping[str, str]
) -> tuple[HandOversOf, ...]:
    """Only of those whom somebody should ask about it."""
    start, end = period.bounds(office.timezone)
    found = figures.hand_overs(store, start, end)
    odd = sorted(who for who, of in found.items() if of.is_odd)
    if not odd:
        return ()
    managers = figures.report(store, start, end).managers
    gained = {who: of.gained for who, of in managers.items()}
    return tuple(_hands_over(who, found, gained, names) for who in odd)


def _hands_over(
    who: str, found: Mapping[str, HandOvers], gained: Mapping[str, int], names: Mapping[str, str]
) -> HandOversOf:
    mine = found[who]
    others = sum((of for other, of in found.items() if other != who), HandOvers())
    return HandOversOf(
        name=names[who],
        wait=mine.waits.median or 0,
        before=(mine.before_older, mine.count),
        others_wait=others.waits.median,
        others_before=(others.before_older, others.count),
        favour=favour_view(mine.favour(gained), names),
    )


def in_order(office: Office, found: TakenHabits) -> list[str]:
    """Returns everybody of whom there is something to tell."""
    known = (
        found.compared.keys() | found.mixes.keys() | {who for who, of in found.asking.items() if of.waited}
    )
    present = [p.id for p in office.with_role(Role.MANAGER) if p.id in known]
    return [*present, *sorted(known - set(present))]


def _percent(mix: Fraction | None) -> int | None:
    return None if mix is None else round(mix * 100)
