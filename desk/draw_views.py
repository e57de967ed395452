"""A weekly draw as one person may see it: nobody sees a lot but his own before the secret is opened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desk.draws import lotteries
from desk.work import Work
from leads.draws import WEEK, Draw, can_be_held, days_order, lots_text
from leads.hours import opens_on
from leads.office import Segment
from leads.rights import Right, may
from leads.wall_clock import ONE_DAY, days_between
from screens.views.draw import DrawView, Opened, PlanDay, Stage
from storage import draws, people
from storage.people import PersonRow


def draw_view(work: Work, reader: PersonRow, id: str, monday: date) -> DrawView | None:
    """None for whoever has no business with this segment any more."""
    draw = draws.of_week(work.store, id, monday)
    if draw is None:
        return None
    segment = work.office.segment(id)
    if reader.id not in {*segment.members, *draw.members} and not may(reader.roles, Right.SEE_EVERY_DUTY):
        return None
    names = people.names(work.store)
    stage = _stage(work, segment, draw)
    return DrawView(
        stage=stage,
        segment=id,
        segment_name=segment.name,
        monday=draw.monday,
        now=work.now,
        timezone=work.office.timezone,
        draw_at=draw.draw_at,
        commitment=draw.commitment,
        thrown=tuple(names[who] for who in sorted(draw.lots)),
        may_throw=stage is Stage.ANNOUNCED and reader.id in segment.members and reader.id not in draw.lots,
        own_lot=draw.lots.get(reader.id),
        opened=_opened(work, segment, draw, names, reader.id) if stage is Stage.HELD else None,
    )


def _stage(work: Work, segment: Segment, draw: Draw) -> Stage:
    if draw.opened_at:
        return Stage.HELD
    if not can_be_held(draw, work.now, work.office.timezone):
        return Stage.MISSED
    return Stage.ANNOUNCED if segment in lotteries(work.office) else Stage.SET_ASIDE


def _opened(work: Work, segment: Segment, draw: Draw, names: Mapping[str, str], reader: str) -> Opened:
    """The plan as it was drawn, also when somebody has left since."""
    is_over = draw.monday + WEEK <= work.today
    since = () if is_over else (who for who in segment.members if who not in draw.members)
    return Opened(
        secret=draw.secret or "",
        lots=tuple((names[who], lot) for who, lot in sorted(draw.lots.items())),
        plan=_plan(work, draw, names, reader),
        order=tuple(names[who] for who in draw.order),
        newcomers=tuple(names[who] for who in since),
        lots_text=lots_text(draw.lots),
        ids=draw.members,
    )


def _plan(work: Work, draw: Draw, names: Mapping[str, str], reader: str) -> tuple[PlanDay, ...]:
    office = work.office
    week = list(days_between(draw.monday, draw.monday + WEEK - ONE_DAY))
    open_days = [day for day in week if opens_on(office.hours, office.timezone, day, work.is_holiday)]
    firsts = {day: days_order(draw.order, draw.members, day.weekday())[0] for day in open_days or week}
    return tuple(PlanDay(day, names[who], who == reader) for day, who in firsts.items())
