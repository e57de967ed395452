"""Who may change a roster duty by duty, in the office of `rights_office.busy`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from desk.office.duty_keys import planned_key, shift_key
from leads.duty.held import Held
from leads.wall_clock import parse_weekly
from screens.buttons.base import short
from screens.buttons.of_duties import (
    BeginShift,
    DoShift,
    PutShift,
    ShiftDeed,
    ShiftPart,
    ShowDuties,
    WeekPicture,
)
from screens.buttons.of_duty import MakeFeed, RevokeFeed
from screens.buttons.of_panes import Go, OfficePane
from tests.stories.rights_row import Row

NOBODY: Final[frozenset[str]] = frozenset()
RUNS: Final = frozenset({"smirnov", "admin"})
MEMBERS: Final = frozenset({"petrov", "sidorova", "ivanov"})  # of a team with a roster
THURSDAY: Final = Held(
    datetime(2026, 11, 26, 6, tzinfo=UTC), datetime(2026, 11, 26, 15, tzinfo=UTC), "sidorova"
)
A_SHIFT: Final = shift_key("watch", THURSDAY)
A_DAY: Final = "watch.261124"
PLANNED: Final = planned_key("watch", "sidorova", parse_weekly("thu-fri 09:00-18:00"))
NOT_OF_A_SHIFT: Final = (ShiftDeed.ADD, ShiftDeed.WEEK, ShiftDeed.PLAN, ShiftDeed.UNPLAN, ShiftDeed.UNSEEK)
OF_A_DAY: Final = (ShiftDeed.ADD, ShiftDeed.WEEK)

BUTTONS: Final = (
    *(
        Row(Go(pane=pane, about=about), RUNS, looks=True)
        for pane, about in (
            (OfficePane.DUTIES, ""),
            (OfficePane.DUTY_WEEK, "watch"),
            (OfficePane.DUTY_DAY, A_DAY),
        )
    ),
    Row(DoShift(seen=short("nothing")), RUNS, looks=True),  # nothing is begun: the list is shown
    Row(Go(pane=OfficePane.SHIFT, about=A_SHIFT), RUNS, looks=True),
    Row(Go(pane=OfficePane.DUTY_PLAN), RUNS, looks=True),
    Row(MakeFeed(), MEMBERS),
    Row(RevokeFeed(), {"petrov"}),
    Row(ShowDuties(segment="watch"), RUNS, looks=True),
    Row(WeekPicture(segment="watch", week=0), RUNS, looks=True),
    Row(WeekPicture(segment="nowhere", week=0), NOBODY),
    *(Row(BeginShift(deed=deed, about=A_DAY), RUNS) for deed in OF_A_DAY),
    *(Row(BeginShift(deed=deed, about=A_SHIFT), RUNS) for deed in ShiftDeed if deed not in NOT_OF_A_SHIFT),
    Row(BeginShift(deed=ShiftDeed.PLAN, about="watch"), RUNS),
    Row(BeginShift(deed=ShiftDeed.UNPLAN, about=PLANNED), RUNS),
    Row(Go(pane=OfficePane.DUTY_WEEKLY, about="watch"), RUNS, looks=True),
    Row(BeginShift(deed=ShiftDeed.UNSEEK, about=A_SHIFT), NOBODY),  # nobody is looked for
    *(Row(BeginShift(deed=deed, about="nowhere"), NOBODY) for deed in ShiftDeed),
    Row(PutShift(part=ShiftPart.WHO, value=short("petrov")), RUNS, looks=True),
)
