"""The director's figures: the evening message, once a day, and /report just now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.desk.discretion import discretion_view
from bot.desk.door import Door
from bot.desk.work import Work
from handlers.actor import NOTHING, Actor, Reply
from handlers.views import ManagerRow, SummaryView
from leads.office import Office, Role
from leads.report import ManagerFigures, Report, fold
from leads.scene import OWNED, State
from leads.shares import in_leads
from leads.wall_clock import instant
from storage import cards, cases, due, ledger, offices, people
from storage.cards import Urgency

READERS = (Role.HEAD, Role.DIRECTOR)
ONE_DAY = timedelta(days=1)
ENOUGH = 3  # turns for each manager


@dataclass(frozen=True, slots=True)
class Reports:
    door: Door

    async def report(self, actor: Actor) -> Reply:
        """/report: today so far."""

        async def case(work: Work) -> Reply:
            day = work.now.astimezone(work.office.timezone).date()
            args = {"first": day.isoformat(), "last": day.isoformat()}
            await work.show(actor.chat, actor.person, f"report:{actor.update}", "summary", **args)
            return NOTHING

        return await self.door.do(actor, READERS, case)

    async def evening(self) -> None:
        """Sends the daily summary if its hour has come: one a day, whatever restarts, whoever else tries.

        The hour is planned anew whenever the office has changed it.
        """
        async with self.door.read() as work:
            planned = await due.summary_due(work.conn)
            upcoming = next_summary(work.office, work.now)
        if planned == upcoming:
            return
        async with self.door.write() as work:
            await due.plan_summary(work.conn, upcoming)
            if planned and planned <= work.now:
                await _send_summary(work, planned.astimezone(work.office.timezone).date())


async def _send_summary(work: Work, day: date) -> None:
    if not await due.begin_summary(work.conn, day.isoformat(), work.now):
        return
    args = {"first": day.isoformat(), "last": day.isoformat()}
    payload = {"screen": "summary", "args": args}
    for director in await people.with_role(work.conn, Role.DIRECTOR):
        chat, subject = director.chat or 0, day.isoformat()
        await cards.want(work.conn, chat, "summary", subject, director.id, Urgency.SUMMARY, payload=payload)


def next_summary(office: Office, now: datetime) -> datetime:
    """The next `summary_at` after `now`, on the office's wall clock; in UTC."""
    today = now.astimezone(office.timezone).date()
    todays = instant(datetime.combine(today, office.summary_at), office.timezone)
    return (
        todays
        if todays > now
        else instant(datetime.combine(today + ONE_DAY, office.summary_at), office.timezone)
    )


async def summary_view(work: Work, first: date, last: date) -> SummaryView:
    """The figures of whole days of the office, `last` included."""
    zone = work.office.timezone
    start = instant(datetime.combine(first, time()), zone)
    end = instant(datetime.combine(last + ONE_DAY, time()), zone)
    report = fold(await cases.handed_between(work.conn, start, end))
    still_open = await cases.in_states(work.conn, [State.WAITING, State.OFFERED, *OWNED])
    head = await ledger.head(work.conn)
    names = await people.names(work.conn)
    return SummaryView(
        first=first,
        last=last,
        handed=report.total.handed,
        claimed=report.total.claimed,
        won=report.total.won,
        lost=report.total.lost,
        bad=report.total.bad,
        unclaimed=tuple(lead.number or 0 for lead, _ in still_open if lead.state not in OWNED),
        still_open=tuple(lead.number or 0 for lead, _ in still_open),
        amount=report.total.amount,
        claim_median=report.total.times.median,
        claim_p90=report.total.times.p90,
        conversion=report.total.conversion,
        known=(report.known.handed, report.known.won, report.known.conversion),
        unknown=(report.unknown.handed, report.unknown.won, report.unknown.conversion),
        managers=await _managers(work, report, names),
        jain=report.jain if _is_enough(report) else None,
        max_deviation=report.max_deviation,
        ledger_head=head.seal if head else "",
        discretion=discretion_view(report.discretion, names),
    )


def _is_enough(report: Report) -> bool:
    """An index of evenness over a handful of leads says nothing but that they cannot be cut in pieces."""
    return sum(m.received for m in report.managers.values()) >= ENOUGH * len(report.managers)


async def _managers(work: Work, report: Report, names: Mapping[str, str]) -> tuple[ManagerRow, ...]:
    """Everybody who could have had a lead, in the office's order, then whoever has left meanwhile."""
    owed: dict[str, int] = {}
    for segment in work.office.segments:
        for who, standing in (await offices.read_standings(work.conn, offices.FIRST, segment.id)).items():
            owed[who] = owed.get(who, 0) + standing.credit
    present = [p.id for p in work.office.with_role(Role.MANAGER) if p.id in owed]
    others = [who for who, figures in report.managers.items() if who not in present and figures.sales.handed]
    return tuple(
        _row(names[who], report.managers.get(who, ManagerFigures()), owed.get(who, 0))
        for who in [*present, *others]
    )


def _row(name: str, figures: ManagerFigures, owed: int) -> ManagerRow:
    sales = figures.sales
    return ManagerRow(
        name=name,
        offered=figures.offered,
        claimed=sales.handed,
        declined=figures.declined,
        lapsed=figures.lapsed,
        won=sales.won,
        lost=sales.lost,
        bad=sales.bad,
        amount=sales.amount,
        balance=in_leads(owed),
        claim_median=figures.times.median,
    )
