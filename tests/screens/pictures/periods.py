"""Periods and comparisons to draw: days and years, nobody and fifty people, ordinary ones and ugly ones."""

from __future__ import annotations

from datetime import date

from leads.schemes import SCHEMES
from screens.views.pictures import SalesBar, SalesColumn, SalesPicture, SchemePoint, SchemesPicture
from tests.screens.pictures.rosters import ENGLISH, RUSSIAN

DAY, MONDAY, SUNDAY = date(2026, 11, 26), date(2026, 11, 23), date(2026, 11, 29)
MONTH = (date(2026, 11, 1), date(2026, 11, 30))
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
LONG = "Александра Константинопольская-Рождественская из отдела " * 3
WEEKDAYS = ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс")


def period(
    first: date,
    last: date,
    rows: tuple[SalesBar, ...],
    columns: tuple[SalesColumn, ...] = (),
    *,
    amount: str = "1 230 000\u202f₽",
    name: str = "Окна Казань",
    note: str = "",
) -> SalesPicture:
    taken, sold = sum(row.taken for row in rows), sum(row.won for row in rows)
    return SalesPicture(first, last, name, taken + 2, taken, sold, amount, rows, columns, note)


def team(names: tuple[str, ...], people: int, leads: int = 1) -> tuple[SalesBar, ...]:
    """Unlike figures, some of them nought; `leads` times as many, and a due share for all but the third."""
    rows = []
    for n in range(people):
        name = names[n] if n < len(names) else f"{names[n % len(names)]} {n + 1}"
        won, lost, bad, open_ = (part * leads for part in (n * 7 % 5, (n * 3 + 2) % 6, n % 4 == 1, n * 5 % 4))
        due = None if n == 2 else max(0.0, won + lost + bad + open_ + (n * 37 % 11 - 5) / 4)
        rows.append(SalesBar(name, won, lost, bad, open_, due, n * 17, n * 97 if n % 3 else None))
    return tuple(rows)


def columns(labels: tuple[str, ...], leads: int = 1) -> tuple[SalesColumn, ...]:
    return tuple(
        SalesColumn(label, n * 7 % 11 * leads, n * 7 % 11 * leads // 3) for n, label in enumerate(labels)
    )


HOURS = columns(tuple(str(hour) for hour in range(24)))
ZEROS = tuple(column._replace(came_in=0, won=0) for column in HOURS)
ONE = SalesBar("Пётр Петров", 1, 0, 0, 0)
NOUGHT = SalesBar("Ян Ли", 0, 0, 0, 0, 0.0)

DAY_OF_THREE = period(DAY, DAY, team(RUSSIAN, 3), HOURS)
WEEK_OF_TWELVE = period(MONDAY, SUNDAY, team(RUSSIAN, 12), columns(WEEKDAYS))
MONTH_OF_FIFTY = period(*MONTH, team(ENGLISH, 50, 7), columns(tuple(map(str, range(1, 31))), 9))

SALES = {
    "a day of three": DAY_OF_THREE,
    "a week of twelve": WEEK_OF_TWELVE,
    "a month of fifty": MONTH_OF_FIFTY,
    "one, without due shares": period(DAY, DAY, (ONE,)),
    "nobody": period(DAY, DAY, (), amount=""),
    "noughts": period(DAY, DAY, (NOUGHT, NOUGHT._replace(due=None)), ZEROS, amount="0\u202f₽"),
    "due, and nothing taken": period(DAY, DAY, (NOUGHT._replace(due=0.3), ONE), HOURS),
    "ten thousand": period(
        *YEAR,
        (
            SalesBar(LONG, 1, 2, 3, 9_994, 9_876.5, 10**7, 10**8),
            SalesBar("Ян Ли", 10_000, 10, 10, 10, 0.0),
            SalesBar("Jo", 1, 1, 1, 1, 25_000.4),
            ONE,
        ),
        columns(tuple(f"{day}-й день года" for day in range(1, 366)), 1_000),
        amount="123 456 789 012 345,67\u202f₽ и ещё немного в другой валюте",
        name=LONG,
        note=LONG,
    ),
    "one column": period(DAY, DAY, team(RUSSIAN, 2), (SalesColumn(LONG, 10_000_000, 1),)),
    "strange names": period(
        MONDAY, SUNDAY, team(("$x$ _{y} \\alpha", "<b>Ли</b> & Ко", "Пётр\nПетров", "🦄", ""), 5), name="🦄"
    ),
}


def compared(*points: SchemePoint, leads: int = 412, note: str = "") -> SchemesPicture:
    return SchemesPicture(*MONTH, leads, points, note)


def nine(
    fairness: float, sales: float, *, uneven: float = 0.0, apart: float = 0.0, width: float = 10.0
) -> SchemesPicture:
    """All schemes around one spot; the last of them is the current one."""
    ids = list(SCHEMES)
    points = []
    for n, id in enumerate(ids):
        fair, sold = fairness + (n * 5 % 9 - 4) * uneven, sales + (n * 7 % 9 - 4) * apart
        points.append(SchemePoint(id, fair, sold, sold - width, sold + width, id == ids[-1]))
    return compared(*points)


APART = nine(0.8, 60, uneven=0.025, apart=2.5)
COMPARED = {
    "apart": APART,
    "near": nine(0.98, 62, uneven=0.002, apart=0.2),
    "on one spot": nine(0.987, 62.1),
    "even, no sales": nine(1.0, 0.0, width=0.0),
    "from unfair to even": nine(0.5, 90, uneven=0.125, apart=20, width=9.9),
    "many sales": nine(0.5, 1_234_567, uneven=0.01, apart=1_000, width=40_000),
    "one unfair": compared(SchemePoint("grab", 0.0, 3.2, 0.4, 8.8, True)),
    "the longest names": compared(
        *(SchemePoint(id, 0.9, 1e5, 9e4, 1.1e5, True) for id in SCHEMES), leads=10_000, note=LONG
    ),
    "nothing": compared(leads=0),
}
