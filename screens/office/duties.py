"""The roster under /office: today in a line, a week, a day, one shift, and a change of it before it is made."""

from __future__ import annotations

from datetime import date, datetime, time

from leads.duty.doubts import Doubtful
from leads.hours import Hours
from leads.wall_clock import WeeklyRule
from screens.assigning import LABEL
from screens.buttons.of_duties import BeginShift, DoShift, PutShift, ShiftDeed, ShiftPart, WeekPicture
from screens.buttons.of_panes import Go, OfficePane
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.duty import day, duty, duty_lines, times, today_line, wall_duty, week
from screens.leafing import in_rows, leaf_words, leaves, on_page
from screens.office.paging import back_button
from screens.office.schedule import schedule_words
from screens.shift_doubts import doubt_lines
from screens.texts import Html, Texts, cut
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
from screens.views.leafing import On

IN_A_ROW = 3  # days: a sign may stand before one
ASKED = (ShiftDeed.REMOVE, ShiftDeed.WEEK, ShiftDeed.PLAN, ShiftDeed.UNPLAN)  # always, before it is done
MOST_DOUBTS = 12
MOST_SHIFTS = 40  # of a day
MOST_LINES = 20  # of what a change makes


def rosters_screen(view: RostersView, texts: Texts, calendar: str | None = None) -> Screen:
    """`calendar`: the address of the Mini App; None where there is none."""
    shown = on_page(view.rows, view.leafed)
    used = [row for row in shown if row.by_roster or row.lines]
    text = page(
        texts("duties-title"),
        GAP,
        *(today_line(row.name, row.lines, view.now, view.timezone, texts) for row in used),
        texts("duties-unused", others="yes" if used else "no") if len(used) < len(shown) else None,
        GAP,
        texts("duties-about" if view.rows else "office-no-segments"),
        leaf_words(view.rows, view.leafed, texts),
    )

    def button(row: TodayRow) -> Button:
        return Button(cut(row.name, LABEL), Go(pane=OfficePane.DUTY_WEEK, about=row.segment))

    rows = leaves(view.rows, view.leafed, On.OFFICE, "", button, texts)
    month = ((Button(texts.plain("button-calendar"), app=calendar),),) if calendar else ()
    return Screen(text, (*rows, *month, (back_button(OfficePane.FRONT, texts),)))


def week_screen(view: DutyWeekView, texts: Texts) -> Screen:
    row, zone = view.row, view.named.zone
    text = page(
        texts("duty-week-title", segment=row.name, week=week(view.monday, texts)),
        today_line(row.name, row.lines, view.now, zone, texts) if view.page == 0 else None,
        GAP,
        *(duty_lines(view.lines, zone, texts) or [texts("roster-empty")]),
        GAP,
        *_doubts(view.doubts, view.named, texts),
        texts("duty-week-about") if view.days else None,
    )
    return Screen(text, _of_week(view, texts))


def _of_week(view: DutyWeekView, texts: Texts) -> Keyboard:
    segment = view.row.segment
    days = [
        Button(day(of, texts), Go(pane=OfficePane.DUTY_DAY, about=_day_key(segment, of))) for of in view.days
    ]
    before = Go(pane=OfficePane.DUTY_WEEK, about=segment, page=max(0, view.page - 1))
    behind = Go(pane=OfficePane.DUTY_WEEK, about=segment, page=min(view.last_page, view.page + 1))
    turning = (
        *([Button(texts.plain("button-week-before"), before)] if view.page else []),
        *([Button(texts.plain("button-week-behind"), behind)] if view.page < view.last_page else []),
    )
    again = BeginShift(deed=ShiftDeed.WEEK, about=_day_key(segment, view.monday))
    picture = WeekPicture(segment=segment, week=view.page)
    return (
        *in_rows(days, IN_A_ROW),
        turning,
        (Button(texts.plain("button-week-again"), again),),
        (
            Button(texts.plain("button-weekly"), Go(pane=OfficePane.DUTY_WEEKLY, about=segment)),
            Button(texts.plain("button-roster-picture"), picture),
        ),
        (back_button(OfficePane.DUTIES, texts),),
    )


def day_screen(view: DutyDayView, texts: Texts) -> Screen:
    lines = [_row_line(row, texts, view.named) for row in view.shifts[:MOST_SHIFTS]]
    text = page(
        texts("duty-day-title", day=day(view.day, texts), segment=view.segment_name),
        GAP,
        *(lines or [texts("roster-empty")]),
        GAP,
        *_doubts(view.doubts, view.named, texts),
        texts("duty-day-about") if any(not row.is_over for row in view.shifts) else None,
    )
    shifts: Keyboard = tuple(
        (Button(cut(_shift_words(row, view.named), LABEL), Go(pane=OfficePane.SHIFT, about=row.key)),)
        for row in view.shifts[:MOST_SHIFTS]
        if not row.is_over
    )
    add = BeginShift(deed=ShiftDeed.ADD, about=_day_key(view.segment, view.day))
    new = () if view.is_over else ((Button(texts.plain("button-add-shift"), add),),)
    back = Go(pane=OfficePane.DUTY_WEEK, about=view.segment, page=view.page)
    return Screen(text, (*shifts, *new, (Button(texts.plain("button-go-back"), back),)))


def shift_screen(view: ShiftView, texts: Texts) -> Screen:
    row, zone = view.shift, view.named.zone
    text = page(
        texts("shift-title", name=row.name, segment=view.segment_name),
        texts("duty-own", duty=duty(row.start, row.end, zone, texts)),
        texts("shift-runs") if view.begun and not row.is_over else None,
        texts("shift-basis", basis=texts.plain(f"app-basis-{row.basis}")),
        texts("shift-instead", name=row.instead_of) if row.instead_of else None,
        texts("shift-sought") if row.sought else None,
    )
    deeds = () if row.is_over else tuple((_deed(view, deed, texts),) for deed in _deeds(view))
    back = Go(pane=OfficePane.DUTY_DAY, about=_day_key(view.segment, view.day))
    return Screen(text, (*deeds, (Button(texts.plain("button-go-back"), back),)))


def _deeds(view: ShiftView) -> tuple[ShiftDeed, ...]:
    seek = ShiftDeed.UNSEEK if view.shift.sought else ShiftDeed.SEEK
    move = () if view.begun else (ShiftDeed.MOVE,)
    return ShiftDeed.GIVE, seek, ShiftDeed.HOURS, *move, ShiftDeed.REMOVE


def _deed(view: ShiftView, deed: ShiftDeed, texts: Texts) -> Button:
    return Button(texts.plain(f"button-shift-{deed}"), BeginShift(deed=deed, about=view.shift.key))


def weekly_screen(view: WeeklyView, texts: Texts) -> Screen:
    """Returns the plan that comes every week; a tap on somebody's hours takes them out, after a question."""
    text = page(
        texts("duty-weekly-title", segment=view.segment_name),
        texts("duty-weekly-about"),
        GAP,
        *(
            texts("duty-weekly-row", name=row.name, hours=_rule(row.rule, texts))
            for row in on_page(view.rows, view.leafed)
        ),
        None if view.rows else texts("roster-empty"),
        GAP,
        leaf_words(view.rows, view.leafed, texts),
    )

    def button(row: PlannedRow) -> Button:
        words = texts.plain("button-unplan", name=row.name, hours=_rule(row.rule, texts))
        return Button(cut(words, LABEL), BeginShift(deed=ShiftDeed.UNPLAN, about=row.key))

    rows = leaves(view.rows, view.leafed, On.OFFICE, "", button, texts)
    add = Button(texts.plain("button-plan-hours"), BeginShift(deed=ShiftDeed.PLAN, about=view.segment))
    return Screen(text, (*rows, (add,), (back_button(OfficePane.DUTY_WEEK, texts, view.segment),)))


def _rule(rule: WeeklyRule, texts: Texts) -> str:
    return schedule_words(Hours((rule,)), texts)


def plan_screen(view: WishView, texts: Texts) -> Screen:
    """Returns a change as far as it is put together; what speaks against it, before the tap that makes it."""
    text = page(
        texts(f"plan-{view.do}-title", segment=view.segment_name),
        *_said(view, texts),
        GAP,
        *_made(view, texts),
        *_doubts(view.doubts, view.named, texts),
        GAP,
        texts("plan-unread") if view.unread else None,
        leaf_words(view.choices, view.leafed, texts) if view.leafed.sought else None,
        texts("plan-refused", why=texts.plain(f"refusal-{view.refused}")) if view.refused else None,
        _asked(view, texts),
    )
    return Screen(text, (*_choosing(view, texts), *_sure(view, texts), (_no(view, texts),)))


def _said(view: WishView, texts: Texts) -> list[Html]:
    row, found = view.shift, list[Html]()
    if row:
        words = duty(row.start, row.end, view.named.zone, texts)
        found.append(texts("plan-shift", duty=words, name=row.name))
    if view.do == ShiftDeed.WEEK:
        return found
    if view.day and view.hours:
        found.append(texts("plan-when", duty=wall_duty(*view.hours, texts)))
    elif view.day:
        found.append(texts("plan-when", duty=day(view.day, texts)))
    elif view.hours:
        found.append(texts("plan-when", duty=times(*view.hours)))
    if view.who:
        found.append(texts("plan-who", name=view.who))
    if view.rules:
        found.append(texts("plan-when", duty="; ".join(_rule(rule, texts) for rule in view.rules)))
    return found


def _made(view: WishView, texts: Texts) -> list[Html]:
    """What a week that is repeated would be, and what another plan makes of the next ones: who comes, who goes."""
    if view.do not in (ShiftDeed.WEEK, ShiftDeed.PLAN, ShiftDeed.UNPLAN) or view.need:
        return []
    is_week = view.do == ShiftDeed.WEEK
    both = [("plan-lost", row) for row in view.lost] + [("plan-gained", row) for row in view.gained]
    both.sort(key=lambda one: (one[1].start, one[1].name))
    lines = [
        texts(words, duty=duty(row.start, row.end, view.named.zone, texts), name=row.name)
        for words, row in both[:MOST_LINES]
    ]
    more = len(both) - MOST_LINES
    return [
        texts("plan-weekly-about" if not is_week else "plan-week-about" if both else "plan-week-same"),
        *lines,
        *([texts("plan-more", count=more)] if more > 0 else []),
    ]


def _asked(view: WishView, texts: Texts) -> Html | None:
    if view.need:
        return texts(f"plan-need-{view.need}")
    if view.refused or (view.do == ShiftDeed.WEEK and not (view.gained or view.lost)):
        return None
    if view.do in ASKED:
        return texts(f"plan-{view.do}-sure")
    return texts("plan-sure")


def _choosing(view: WishView, texts: Texts) -> Keyboard:
    if view.need == "who":

        def person(one: Choice) -> Button:
            return _choice(one, one.name, ShiftPart.WHO, texts)

        return leaves(view.choices, view.leafed, On.OFFICE, "", person, texts)
    if view.need == "day":
        days = [_choice(one, day(_day_said(one.value), texts), ShiftPart.DAY, texts) for one in view.choices]
        return in_rows(days, IN_A_ROW)
    if view.need == "plan":
        return tuple(
            (_choice(one, _rule_said(one.value, texts), ShiftPart.PLAN, texts),) for one in view.choices
        )
    return tuple((_choice(one, _hours_said(one.value), ShiftPart.HOURS, texts),) for one in view.choices)


def _choice(one: Choice, words: str, part: ShiftPart, texts: Texts) -> Button:
    label = "choice-refused" if one.refused else "choice-doubted" if one.doubted else "choice"
    return Button(cut(texts.plain(label, words=words), LABEL), PutShift(part=part, value=one.value))


def _sure(view: WishView, texts: Texts) -> Keyboard:
    nothing = view.do == ShiftDeed.WEEK and not (view.gained or view.lost)
    if view.need or view.refused or nothing:
        return ()
    always = view.do in ASKED
    words = texts.plain(f"button-plan-{view.do}" if always else "button-plan-anyway")
    return ((Button(words, DoShift(seen=view.seen)),),)


def _no(view: WishView, texts: Texts) -> Button:
    """Goes back to where it was begun."""
    if view.do == ShiftDeed.WEEK:
        back = Go(pane=OfficePane.DUTY_WEEK, about=view.segment, page=view.week)
    elif view.do in (ShiftDeed.PLAN, ShiftDeed.UNPLAN):
        back = Go(pane=OfficePane.DUTY_WEEKLY, about=view.segment)
    elif view.shift is None:
        back = Go(pane=OfficePane.DUTY_DAY, about=view.back)
    else:
        back = Go(pane=OfficePane.SHIFT, about=view.back)
    return Button(texts.plain("button-plan-no"), back)


def _doubts(doubts: tuple[Doubtful, ...], named: Named, texts: Texts) -> list[Html]:
    lines = doubt_lines(doubts, named.people, named.segments, named.zone, texts)
    return lines[:MOST_DOUBTS]


def _row_line(row: ShiftRow, texts: Texts, named: Named) -> Html:
    words = _shift_words(row, named)
    if row.sought:
        return texts("duty-own-sought", duty=words)
    if row.instead_of:
        return texts("duty-own-swapped", duty=words, owner=row.instead_of)
    return texts("duty-own", duty=words)


def _shift_words(row: ShiftRow, named: Named) -> str:
    start, end = (at.astimezone(named.zone).replace(tzinfo=None) for at in (row.start, row.end))
    return f"{times(start, end)} · {row.name}"


def _day_key(segment: str, of: date) -> str:
    return f"{segment}.{of:%y%m%d}"


def _rule_said(digits: str, texts: Texts) -> str:
    """`01234.0900-1800` as people read it."""
    days, _, hours = digits.partition(".")
    rule = WeeklyRule(tuple(map(int, days)), *(time(int(at[:2]), int(at[2:])) for at in hours.split("-")))
    return _rule(rule, texts)


def _day_said(digits: str) -> date:
    return datetime.strptime(digits, "%y%m%d").date()  # noqa: DTZ007 - a day of the office's calendar


def _hours_said(digits: str) -> str:
    """`0900-1800` as people read it."""
    start, end = digits.split("-")
    return f"{start[:2]}:{start[2:]}–{'24:00' if end == '0000' else f'{end[:2]}:{end[2:]}'}"
