"""The director's figures: the evening message, once a day, with the week's and the month's; and /report at any time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desk import seals
from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.work import Work
from leads.figures.periods import Period, Span, period_of
from leads.office import Office, Role
from leads.rights import Right
from leads.wall_clock import ONE_DAY, instant
from screens.views.report import Pane
from storage import cards, due, people
from storage.kinds import CardKind


@dataclass(frozen=True, slots=True)
class Reports:
    door: Door

    async def report(self, actor: Actor) -> Reply:
        """/report: today so far."""

        def case(work: Work) -> Reply:
            _show(work, actor, Pane.SUMMARY, Span.DAY, period_of(Span.DAY, work.today), fresh=True)
            return NOTHING

        return await self.door.do(actor, Right.SEE_FIGURES, case)

    async def show(self, actor: Actor, pane: Pane, span: Span, day: date, *, fresh: bool) -> Reply:
        """Another period, or another list of it. `fresh`: in a message of its own."""

        def case(work: Work) -> Reply:
            _show(work, actor, pane, span, period_of(span, day), fresh=fresh)
            return NOTHING

        return await self.door.do(actor, Right.SEE_FIGURES, case)

    async def evening(self, planned: datetime | None, upcoming: datetime) -> None:
        """Sends the daily summary if its hour has come: one a day, whatever restarts, whoever else tries.

        `planned`: the hour as it is stored; `upcoming`: `next_summary`. It is planned anew whenever they differ, so
        also when the office has changed it.
        """

        def case(work: Work) -> None:
            due.plan_summary(work.store, upcoming)
            if planned and planned <= work.now:
                _end_the_day(work, planned.astimezone(work.office.timezone).date())

        if planned != upcoming:
            await self.door.write(case)


def _show(work: Work, actor: Actor, pane: Pane, span: Span, period: Period, *, fresh: bool) -> None:
    where = (actor.chat, CardKind.REPORT, None, actor.person)
    cards.want(work.store, *where, fresh=fresh, payload=_payload(pane, span, period))


def _end_the_day(work: Work, day: date) -> None:
    """Once a day. The seal stands on its own: a summary that cannot be drawn does not take it along."""
    if due.begin_summary(work.store, day.isoformat(), work.now):
        seals.publish(work, day)
        _send_summaries(work, day)


def _send_summaries(work: Work, day: date) -> None:
    """The day's; on the last evening of a week or a month also theirs."""
    directors = people.with_role(work.store, Role.DIRECTOR)
    for span in Span:
        period = period_of(span, day)
        if period.last != day:
            continue
        subject = day.isoformat() if span is Span.DAY else f"{span}:{period.first.isoformat()}"
        payload = _payload(Pane.SUMMARY, span, period)
        for director in directors:
            chat = director.chat or 0
            cards.want(work.store, chat, CardKind.SUMMARY, subject, director.id, payload=payload)


def _payload(pane: Pane, span: Span, period: Period) -> dict[str, object]:
    return {"args": {"pane": pane, "span": span, "first": period.first.isoformat()}}


def next_summary(office: Office, now: datetime) -> datetime:
    """The next `summary_at` after `now`, on the office's wall clock; in UTC."""
    today = now.astimezone(office.timezone).date()
    todays = instant(datetime.combine(today, office.summary_at), office.timezone)
    if todays > now:
        return todays
    return instant(datetime.combine(today + ONE_DAY, office.summary_at), office.timezone)
