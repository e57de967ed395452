"""The values behind the panes of duty under /office: segments, a week, a day, a shift, a change before it is made."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from desk.calendar import segments_seen
from desk.duty_views import duty_today, lines_of
from desk.leafing import leafed
from desk.office.duty_drafts import (
    DAY,
    HOURS,
    PLAN,
    WHO,
    DutyDraft,
    draft_of,
    seen_as,
    wish_of,
    with_part,
)
from desk.office.duty_keys import day_of, hours_key, planned_key, rule_key, shift_key, shift_of
from desk.page import Page
from desk.planning import leaves
from desk.shift_changes import Tried, absent, tried
from desk.work import Work
from leads.duty.doubts import Doubt, Doubtful, of_week
from leads.duty.held import Held, held
from leads.duty.limits import Span
from leads.duty.slots import A_WEEK
from leads.duty.swaps import Swap
from leads.office import Segment
from leads.refusals import Refused
from leads.wall_clock import ONE_DAY, days_between, midnight, monday_of, wall, week_bounds
from screens.buttons.base import short
from screens.buttons.of_duties import ShiftPart
from screens.leafing import on_page
from screens.views.duties import (
    Choice,
    DutyDayView,
    DutyWeekView,
    Named,
    PlannedRow,
    RostersView,
    ShiftRow,
    ShiftView,
    WeeklyView,
    WishView,
)
from screens.views.duty import DutyLine
from screens.views.leafing import Leafed
from storage import duty as stored
from storage import people
from storage.people import PersonRow

PARTS: Final = {DAY: ShiftPart.DAY, HOURS: ShiftPart.HOURS, WHO: ShiftPart.WHO, PLAN: ShiftPart.PLAN}
LAST_WEEK: Final = 8  # so many weeks ahead of this one
DAYS_AHEAD: Final = 14
MOST_HOURS: Final = 5


def rosters_view(page: Page, person: PersonRow) -> RostersView:
    work = page.work
    rows = tuple(duty_today(work, one) for one in _segments(work, person))
    return RostersView(work.now, work.office.timezone, rows, leafed(page, person))


def week_view(page: Page, person: PersonRow) -> DutyWeekView | None:
    """None for a segment that is no more."""
    work = page.work
    segment = next((s for s in _segments(work, person) if s.id == page.args["about"]), None)
    if segment is None:
        return None
    office, ahead = work.office, min(page.args.get("page", 0), LAST_WEEK)
    monday = monday_of(work.today) + ahead * A_WEEK
    start, end = week_bounds(monday, office.timezone)
    named = _named(work)
    days = [day for day in days_between(monday, monday + 6 * ONE_DAY) if day >= work.today]
    members = segment.members
    away = absent(work, members, [monday, monday + 6 * ONE_DAY])
    found = of_week(office, segment.id, monday, away, work.is_holiday, work.now)
    return DutyWeekView(
        row=duty_today(work, segment),
        now=work.now,
        monday=monday,
        page=ahead,
        last_page=LAST_WEEK,
        lines=tuple(line for line in _lines(work, segment, start, end) if start <= line.start < end),
        days=tuple(days),
        doubts=tuple(found),
        named=named,
    )


def day_view(page: Page, _: PersonRow) -> DutyDayView | None:
    """None for a day that no button of today's names."""
    work, found = page.work, day_of(page.work.office, page.args["about"])
    if found is None:
        return None
    segment, day = found
    office, named = work.office, _named(work)
    start, end = midnight(day, office.timezone), midnight(day + ONE_DAY, office.timezone)
    duties = held(office, segment, start, end)
    people_on = dict.fromkeys(duty.who for duty in duties)
    away = absent(work, people_on, [day])
    week = of_week(office, segment, monday_of(day), away, work.is_holiday, work.now)
    sought = stored.open_swaps_in(work.store, segment)
    return DutyDayView(
        segment=segment,
        segment_name=office.segment(segment).name,
        day=day,
        page=max(0, (monday_of(day) - monday_of(work.today)) // A_WEEK),
        shifts=tuple(_shift(segment, duty, named, sought, work.now) for duty in duties),
        doubts=tuple(one for one in week if _is_of(one, start, end, people_on)),
        named=named,
        is_over=day < work.today,
    )


def shift_view(page: Page, _: PersonRow) -> ShiftView | None:
    """None for a shift that is another one meanwhile."""
    work, found = page.work, shift_of(page.work.office, page.args["about"])
    if found is None:
        return None
    segment, duty = found
    named, sought = _named(work), stored.open_swaps_in(work.store, segment)
    return ShiftView(
        segment=segment,
        segment_name=work.office.segment(segment).name,
        day=wall(duty.start, work.office.timezone).date(),
        shift=_shift(segment, duty, named, sought, work.now),
        begun=duty.start <= work.now,
        named=named,
    )


def weekly_view(page: Page, person: PersonRow) -> WeeklyView | None:
    """None for a segment that is no more."""
    office = page.work.office
    segment = next((s for s in _segments(page.work, person) if s.id == page.args["about"]), None)
    if segment is None:
        return None
    rows = [
        PlannedRow(planned_key(segment.id, s.who, s.weekly), office.person(s.who).name, s.weekly)
        for s in office.shifts_of(segment.id)
        if s.weekly
    ]
    return WeeklyView(segment.id, segment.name, tuple(rows), leafed(page, person))


def wish_view(page: Page, person: PersonRow) -> WishView | None:
    """None where nothing is being changed."""
    work, about = page.work, (person.question and person.question.about) or {}
    draft = draft_of(about)
    if draft is None or not any(s.id == draft.segment and not s.retired for s in work.office.segments):
        return None
    named, sought = _named(work), stored.open_swaps_in(work.store, draft.segment)
    wanted, refused = (None, about.get("refused")) if draft.need else _tried(work, draft)
    at = replace(leafed(page, person), asked=True)  # what is typed is heard without a tap

    def rows(duties: Sequence[Held]) -> tuple[ShiftRow, ...]:
        return tuple(_shift(draft.segment, d, named, (), work.now) for d in sorted(duties))

    return WishView(
        do=draft.do.value,
        segment=draft.segment,
        segment_name=named.segments[draft.segment],
        back=draft.about,
        need=draft.need,
        shift=_shift(draft.segment, draft.duty, named, sought, work.now) if draft.duty else None,
        day=draft.day,
        hours=_hours(draft),
        who=named.people.get(draft.who) if draft.who else None,
        rules=draft.rules,
        choices=tuple(_choices(work, draft, at)),
        gained=rows(wanted.gained) if wanted else (),
        lost=rows(wanted.lost) if wanted else (),
        doubts=wanted.doubts if wanted else (),
        week=max(0, (monday_of(draft.day) - monday_of(work.today)) // A_WEEK) if draft.day else 0,
        seen=seen_as(wanted) if wanted else "",
        refused=refused,
        unread=bool(about.get("unread")),
        named=named,
        leafed=at,
    )


def _tried(work: Work, draft: DutyDraft) -> tuple[Tried | None, str | None]:
    try:
        return tried(work, draft.segment, wish_of(draft, work.office)), None
    except Refused as refused:
        return None, refused.why.value


def _hours(draft: DutyDraft) -> tuple[datetime, datetime] | None:
    if draft.hours is None:
        return None
    day = draft.day or date(2000, 1, 3)
    start, end = draft.hours
    last = day if end > start else day + ONE_DAY
    return datetime.combine(day, start), datetime.combine(last, end)


def _choices(work: Work, draft: DutyDraft, at: Leafed) -> list[Choice]:
    """Weighs those that are shown: it takes a while for each."""
    choices, leave = _possible(work, draft), leaves(work, work.office.segment(draft.segment).members)
    shown = on_page(choices, at) if draft.need == WHO else choices
    weighed = {one.value: _weighed(work, draft, one, leave) for one in shown}
    return [weighed.get(one.value, one) for one in choices]


def _possible(work: Work, draft: DutyDraft) -> list[Choice]:
    office = work.office
    if draft.need == DAY:
        its = wall(draft.duty.start, office.timezone).date() if draft.duty else None
        days = days_between(work.today, work.today + DAYS_AHEAD * ONE_DAY)
        return [Choice(f"{day:%y%m%d}") for day in days if day != its]
    if draft.need == WHO:
        members = office.segment(draft.segment).members
        gives = draft.duty.who if draft.duty else ""
        return [Choice(short(who), office.person(who).name) for who in members if who != gives]
    if draft.need == PLAN:
        return _plans(work, draft)
    return _usual(work, draft) if draft.need == HOURS else []


def _plans(work: Work, draft: DutyDraft) -> list[Choice]:
    """Hours of a week that are likely: as the others have them, then as the office is open."""
    office = work.office
    rules = [s.weekly for s in office.shifts_of(draft.segment) if s.weekly]
    rules += [rule for rule in office.hours.rules if rule.start != rule.end]
    return [Choice(key) for key in list(dict.fromkeys(map(rule_key, rules)))[:MOST_HOURS]]


def _usual(work: Work, draft: DutyDraft) -> list[Choice]:
    """Hours that a shift is likely to have: those of the others around it, the most usual first, then the office's."""
    office, zone = work.office, work.office.timezone
    day = draft.day or (wall(draft.duty.start, zone).date() if draft.duty else work.today)
    around = midnight(day - A_WEEK, zone), midnight(day + A_WEEK, zone)
    spans = [
        (wall(d.start, zone).time(), wall(d.end, zone).time()) for d in held(office, draft.segment, *around)
    ]
    spans += [(rule.start, rule.end) for rule in office.hours.rules if rule.start != rule.end]
    usual = sorted(dict.fromkeys(spans), key=lambda span: -spans.count(span))[:MOST_HOURS]
    return [Choice(hours_key(*span)) for span in sorted(usual)]


def _weighed(work: Work, draft: DutyDraft, choice: Choice, leave: Mapping[str, Sequence[Span]]) -> Choice:
    """Whether something speaks against it, where with it all is said."""
    try:
        whole = with_part(work.office, draft, PARTS[draft.need], choice.value)
        if whole.need:
            return choice
        found = tried(work, draft.segment, wish_of(whole, work.office), leave)
    except Refused:
        return replace(choice, refused=True)
    return replace(choice, doubted=any(one.what is not Doubt.GAP for one in found.doubts))


def _is_of(one: Doubtful, start: datetime, end: datetime, people_on: Collection[str]) -> bool:
    """Whether it is about this day: a gap in it, a shift on it, or somebody on it who has too much that week."""
    if one.what in {Doubt.REST, Doubt.WEEK}:
        return one.who in people_on
    return one.start < end and start < one.end


def _segments(work: Work, person: PersonRow) -> list[Segment]:
    return segments_seen(work.office, person)


def _lines(work: Work, segment: Segment, start: datetime, end: datetime) -> list[DutyLine]:
    sought = stored.open_swaps_in(work.store, segment.id)
    return lines_of(work.office, segment, start, end, sought, people.names(work.store))


def _shift(segment: str, duty: Held, named: Named, sought: Sequence[Swap], now: datetime) -> ShiftRow:
    return ShiftRow(
        shift_key(segment, duty),
        named.people[duty.who],
        duty.start,
        duty.end,
        duty.basis,
        named.people.get(duty.instead_of) if duty.instead_of else None,
        sought=any(one.who == duty.who and one.start < duty.end and duty.start < one.end for one in sought),
        is_over=duty.end <= now,
    )


def _named(work: Work) -> Named:
    segments = {segment.id: segment.name for segment in work.office.segments}
    return Named(people.names(work.store), segments, work.office.timezone)
