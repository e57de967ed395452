"""Four weeks of what everybody does with leads, taken from the database: for the head's report and the workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Final

from leads.figures.habits import Compared, Habit, mixes
from leads.figures.periods import Period
from leads.office import Office, Role
from leads.wall_clock import monday_of
from screens.views.report import HabitsOf, HabitsView
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
    """By manager's id: what they did, in the order of `Habit`, and their mix."""

    compared: dict[str, tuple[Compared, ...]]
    mixes: dict[str, Fraction]


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
    return TakenHabits(compared, mixes(habits, rates))


def _place(one: Compared) -> int:
    return ORDER.index(one.habit)


def habits_view(store: Store, office: Office, day: date, now: datetime) -> HabitsView:
    """Shows the four weeks that this day ends, in the office's order; then whoever has left meanwhile."""
    period = weeks_of(day)
    found, names = taken_habits(store, office, period, now), people.names(store)
    who = in_order(office, found)
    return HabitsView(
        period,
        tuple(
            HabitsOf(names[one], _percent(found.mixes.get(one)), found.compared.get(one, ())) for one in who
        ),
    )


def in_order(office: Office, found: TakenHabits) -> list[str]:
    """Returns everybody of whom there is something to tell."""
    known = found.compared.keys() | found.mixes.keys()
    present = [p.id for p in office.with_role(Role.MANAGER) if p.id in known]
    return [*present, *sorted(known - set(present))]


def _percent(mix: Fraction | None) -> int | None:
    return None if mix is None else round(mix * 100)
