"""The panes of duty under /office, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from leads.duty.doubts import Doubt, Doubtful
from leads.duty.held import Basis
from leads.refusals import Refusal
from leads.wall_clock import parse_weekly
from screens.buttons.of_duties import ShiftDeed
from screens.content import Screen
from screens.office.duties import (
    day_screen,
    plan_screen,
    rosters_screen,
    shift_screen,
    week_screen,
    weekly_screen,
)
from screens.texts import Texts
from screens.views.duties import (
    Choice,
    DutyDayView,
    DutyWeekView,
    Named,
    PlannedRow,
    RostersView,
    ShiftRow,
    ShiftView,
    TodayRow,
    WeeklyView,
    WishView,
)
from screens.views.duty import DutyLine
from screens.views.leafing import Leafed
from tests.screens.leads_to_show import HEAD, MOSCOW, NOW, PETROV, SIDOROVA

ID, KAZAN = "a-segment-with-an-id-of-32-signs", "Казань и Татарстан"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NAMED = Named({"petrov": PETROV, "sidorova": SIDOROVA}, {ID: KAZAN}, MOSCOW)
KEY = "0123456789ab.ba9876543210.29922180.99999"
LINES = (
    DutyLine(NOW - HOUR, NOW + HOUR, (PETROV, SIDOROVA)),
    DutyLine(NOW + HOUR, NOW + 2 * HOUR, (SIDOROVA,), sought=True),
)
TODAY = TodayRow(ID, KAZAN, LINES, by_roster=True)
NOBODY = replace(TODAY, lines=())
SHIFT = ShiftRow(KEY, PETROV, NOW, NOW + 9 * HOUR, Basis.SWAP, SIDOROVA)
SOUGHT = replace(SHIFT, basis=Basis.WEEKLY, instead_of=None, sought=True)
OVER = replace(SHIFT, basis=Basis.DATED, is_over=True)
DOUBTS = tuple(
    Doubtful(
        what, "" if what is Doubt.GAP else "petrov", NOW, NOW + HOUR, ID if what is Doubt.ELSEWHERE else ""
    )
    for what in Doubt
)
MONDAY = date(2026, 11, 23)
WEEK = DutyWeekView(TODAY, NOW, MONDAY, 0, 8, LINES, tuple(MONDAY + n * DAY for n in range(7)), DOUBTS, NAMED)
ONE_DAY = DutyDayView(ID, KAZAN, MONDAY, 0, (SHIFT, SOUGHT, OVER), DOUBTS, NAMED)
ONE = ShiftView(ID, KAZAN, MONDAY, SHIFT, begun=False, named=NAMED)
HOURS = datetime.combine(MONDAY, time(9)), datetime.combine(MONDAY + DAY, time())
WISH = WishView(
    do=ShiftDeed.ADD.value,
    segment=ID,
    segment_name=KAZAN,
    back=f"{ID}.261123",
    need="hours",
    shift=None,
    day=MONDAY,
    hours=None,
    who=None,
    rules=(),
    choices=(Choice("0900-1800"), Choice("1800-0000")),
    gained=(),
    lost=(),
    doubts=(),
    week=0,
    seen="0123456789ab",
    refused=None,
    unread=False,
    named=NAMED,
)
RULE, NIGHT = parse_weekly("mon-fri 09:00-18:00"), parse_weekly("sat,sun 18:00-24:00")
ROWS = tuple(PlannedRow(f"0123456789ab.ba9876543210.0123456.0900-{n:04}", PETROV, NIGHT) for n in range(20))
WEEKLY = WeeklyView(ID, KAZAN, (*ROWS, replace(ROWS[0], rule=RULE)), Leafed(page=1))
PEOPLE = (Choice("0123456789ab", PETROV, doubted=True), Choice("ba9876543210", SIDOROVA, refused=True))
TEAM = (*PEOPLE, *(Choice(f"{n:012}", f"{HEAD} {n:02}") for n in range(30)))
WHOLE = replace(
    WISH, need="", choices=(), hours=HOURS, who=HEAD, gained=(SHIFT,), lost=(SOUGHT,), doubts=DOUBTS
)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    unused = replace(NOBODY, by_roster=False)
    yield (
        "duties",
        rosters_screen(RostersView(NOW, MOSCOW, (TODAY, NOBODY, unused)), texts, "https://x.y"),
    )
    many = RostersView(NOW, MOSCOW, (TODAY,) * 20, Leafed(page=1))
    yield "duties, many", rosters_screen(many, texts)
    yield "duties, looked for", rosters_screen(replace(many, leafed=Leafed(asked=True)), texts)
    yield "duties, not found", rosters_screen(replace(many, leafed=Leafed(sought="xyz")), texts)
    yield "duties, none", rosters_screen(RostersView(NOW, MOSCOW, ()), texts)
    yield "duty of a week", week_screen(WEEK, texts)
    yield "duty of a week, empty", week_screen(replace(WEEK, lines=(), days=(), doubts=(), page=8), texts)
    yield "duty of a day", day_screen(ONE_DAY, texts)
    yield "duty of a day, over", day_screen(replace(ONE_DAY, shifts=(), doubts=(), is_over=True), texts)
    yield "shift", shift_screen(ONE, texts)
    yield "shift, sought", shift_screen(replace(ONE, shift=SOUGHT, begun=True), texts)
    yield "shift, over", shift_screen(replace(ONE, shift=OVER, begun=True), texts)
    yield "weekly plan", weekly_screen(WEEKLY, texts)
    yield "weekly plan, empty", weekly_screen(replace(WEEKLY, rows=()), texts)
    yield "weekly plan, looked for", weekly_screen(replace(WEEKLY, leafed=Leafed(sought=PETROV)), texts)
    planned = replace(WHOLE, do=ShiftDeed.PLAN.value, day=None, hours=None, rules=(RULE, NIGHT))
    yield "weekly plan, more", plan_screen(planned, texts)
    yield from _plans(texts)


def _plans(texts: Texts) -> Iterator[tuple[str, Screen]]:
    for need in ("day", "hours", "who", "plan"):
        choices = {
            "plan": (Choice("01234.0900-1800"), Choice("6.1800-0000")),
            "day": (Choice("261124"), Choice("261125", doubted=True)),
            "who": PEOPLE,
        }
        asked = replace(WISH, need=need, choices=choices.get(need, WISH.choices), unread=True)
        yield f"plan of duty, asked for {need}", plan_screen(asked, texts)
    many = replace(WISH, need="who", choices=TEAM)
    for what, at in (("many", Leafed(page=2)), ("found", Leafed(sought="1")), ("none", Leafed(sought="xyz"))):
        yield f"plan of duty, {what}", plan_screen(replace(many, leafed=replace(at, asked=True)), texts)
    for do in ShiftDeed:
        if do in (ShiftDeed.SEEK, ShiftDeed.UNSEEK):
            continue
        own = None if do in (ShiftDeed.ADD, ShiftDeed.WEEK, ShiftDeed.PLAN, ShiftDeed.UNPLAN) else SHIFT
        yield (
            f"plan of duty, {do}",
            plan_screen(replace(WHOLE, do=do.value, shift=own, back=KEY if own else WISH.back), texts),
        )
    yield "plan of duty, refused", plan_screen(replace(WISH, refused=Refusal.DUTY_DOUBLED.value), texts)
    week = replace(WHOLE, do=ShiftDeed.WEEK.value, gained=(SHIFT,) * 40)
    yield "plan of duty, a long week", plan_screen(week, texts)
    yield "plan of duty, the same week", plan_screen(replace(week, gained=(), lost=(), doubts=()), texts)
