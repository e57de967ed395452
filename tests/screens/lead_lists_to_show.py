"""Lists of leads, one view for every way in which they look, for the tests that look at all windows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from leads.lead import Due, Outcome, Progress, State
from screens.views.lead import Choice
from screens.views.lists import ListKind, ListView, Narrowing, Next, Only, Part, Row
from tests.screens.leads_to_show import MOSCOW, NOW, PETROV, SIDOROVA

AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)

OVERDUE = Row(
    lead=1,
    number=22,
    state=State.HELD,
    client="Виктор Палыч",
    who=(),
    since=NOW - 9 * A_DAY,
    moved_at=NOW - 8 * A_DAY,
    mark=Progress.NOT_REACHED,
    is_overdue=True,
)
FRESH = replace(
    OVERDUE, lead=2, number=31, client=None, since=NOW - 3 * AN_HOUR, moved_at=NOW, is_overdue=False
)
FRESH = replace(FRESH, mark=None, next=Next(Due.REMINDER, NOW + A_DAY))
MINE = ListView(
    ListKind.MINE, NOW, MOSCOW, (OVERDUE, FRESH, replace(FRESH, lead=3, state=State.DISPUTED)), 0, 3
)
WAITING = replace(FRESH, lead=4, number=32, client="М•••", state=State.WAITING, next=None)
OFFERED = replace(WAITING, lead=5, number=33, state=State.OFFERED, who=(PETROV, SIDOROVA, PETROV, SIDOROVA))
HELD = replace(OVERDUE, lead=6, number=34, who=(SIDOROVA,), is_overdue=False, mark=Progress.MET)
DRAFT = replace(WAITING, lead=7, number=None, client="+7 843 •••-••-••", state=State.DRAFT, who=(PETROV,))
SOLD = replace(HELD, lead=8, number=35, state=State.CLOSED, outcome=Outcome.WON)
ROWS = (DRAFT, WAITING, OFFERED, HELD)
CHOICES = tuple(Choice(f"p{n}", name) for n, name in enumerate((PETROV, SIDOROVA) * 25))
LEADS = ListView(ListKind.LEADS, NOW, MOSCOW, ROWS, 1, 20, narrowing=Narrowing())
NARROWED = Narrowing(Only.STILL, PETROV, "Татарстан")

LISTS: Mapping[str, ListView] = {
    "mine": MINE,
    "mine, none": replace(MINE, rows=(), total=0),
    "taken": ListView(
        ListKind.TAKEN,
        NOW,
        MOSCOW,
        (replace(DRAFT, who=()), replace(OFFERED, who=()), HELD, SOLD, replace(SOLD, outcome=None)),
        0,
        5,
    ),
    "taken, none": ListView(ListKind.TAKEN, NOW, MOSCOW, ()),
    "kept": ListView(
        ListKind.KEPT, NOW, MOSCOW, (replace(OFFERED, who=()), replace(OFFERED, lead=9, who=())), 0, 2
    ),
    "kept, none": ListView(ListKind.KEPT, NOW, MOSCOW, ()),
    "found": ListView(ListKind.FOUND, NOW, MOSCOW, (SOLD, HELD), 0, 60, more=True),
    "found, none": ListView(ListKind.FOUND, NOW, MOSCOW, ()),
    "leads": LEADS,
    "leads, narrowed": replace(LEADS, page=0, total=4, narrowing=NARROWED),
    "leads, one segment": replace(LEADS, narrowing=Narrowing(has_segments=False)),
    "leads, which manager": replace(LEADS, narrowing=replace(NARROWED, menu=Part.WHO, choices=CHOICES)),
    "leads, which segment": replace(LEADS, narrowing=Narrowing(menu=Part.SEGMENT, choices=CHOICES[:2])),
    "leads, none such": replace(LEADS, rows=(), page=0, total=0, narrowing=NARROWED),
    "leads, none": replace(LEADS, rows=(), page=0, total=0),
}
