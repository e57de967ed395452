"""The figures that a director gets: every evening, by /report at any time, as an Excel file; and the evening's seal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from tempfile import TemporaryFile

from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.sampling import send_sample
from desk.work import Work
from files.bundle.writing import write_bundle
from leads.figures.periods import Period, Span, period_of
from leads.head import head_of
from leads.office import Office
from leads.recipients import RECIPIENTS, News, told
from leads.rights import Right, may
from leads.wall_clock import ONE_DAY, instant
from reports.taking import taken
from screens.content import Document
from screens.report import bundle_document, workbook_document
from screens.texts import Texts
from screens.views.report import Pane
from storage import cards, due, ledger
from storage.kinds import CardKind
from storage.people import PersonRow

MOST_LINES = 50_000  # on a sheet: some 10 MB, half a minute; more is for the command line


@dataclass(frozen=True, slots=True)
class Reports:
    door: Door

    async def report(self, actor: Actor) -> Reply:
        """On /report somebody sees today so far."""

        def case(work: Work) -> Reply:
            _show(work, actor, Pane.SUMMARY, Span.DAY, period_of(Span.DAY, work.today), fresh=True)
            return NOTHING

        return await self.door.do(actor, Right.SEE_FIGURES, case)

    async def show(self, actor: Actor, pane: Pane, span: Span, day: date, *, fresh: bool) -> Reply:
        """Shows another period, or another list of it. `fresh`: in a message of its own."""

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
                zone = work.office.timezone
                last = upcoming.astimezone(zone).date() - ONE_DAY
                for day in evenings(planned.astimezone(zone).date(), last):
                    _end_the_day(work, day)

        if planned != upcoming:
            await self.door.write(case)


def _show(work: Work, actor: Actor, pane: Pane, span: Span, period: Period, *, fresh: bool) -> None:
    where = (actor.chat, CardKind.REPORT, None, actor.person)
    cards.want(work.store, *where, fresh=fresh, payload=_payload(pane, span, period))


def evenings(planned: date, last: date) -> Sequence[date]:
    """Returns the days whose evening is to be told now, of all from the planned one to the last that is past.

    Where nobody was there to tell them, nothing happened since the planned one. But its week and its month are over
    by now, and the sales of that month are asked about on the first of the next.
    """
    ends = {period_of(span, planned).last for span in Span}
    ends.add(period_of(Span.MONTH, planned).last + ONE_DAY)
    return [planned, *sorted(end for end in ends if planned < end <= last)]


def _end_the_day(work: Work, day: date) -> None:
    """Once a day. The seal stands on its own: a summary that cannot be drawn does not take it along."""
    if due.begin_summary(work.store, day.isoformat(), work.now):
        publish_seal(work, day)
        _send_summaries(work, day)
        send_sample(work, day)


def _send_summaries(work: Work, day: date) -> None:
    """The day's; on the last evening of a week or a month also theirs."""
    readers = work.recipients(News.FIGURES)
    for span in Span:
        period = period_of(span, day)
        if period.last != day:
            continue
        subject = day.isoformat() if span is Span.DAY else f"{span}:{period.first.isoformat()}"
        payload = _payload(Pane.SUMMARY, span, period)
        for reader in readers:
            cards.want(work.store, reader.chat or 0, CardKind.SUMMARY, subject, reader.id, payload=payload)


def _payload(pane: Pane, span: Span, period: Period) -> dict[str, object]:
    return {"args": {"pane": pane, "span": span, "first": period.first.isoformat()}}


def next_summary(office: Office, now: datetime) -> datetime:
    """Returns the next `summary_at` after `now`, on the office's wall clock; in UTC."""
    today = now.astimezone(office.timezone).date()
    todays = instant(datetime.combine(today, office.summary_at), office.timezone)
    if todays > now:
        return todays
    return instant(datetime.combine(today + ONE_DAY, office.summary_at), office.timezone)


def publish_seal(work: Work, day: date) -> None:
    """There is a card of its own for each who gets it, before the evening's figures,
    with the head as it is at this moment.
    """
    head = head_of(ledger.head(work.store))
    if head is None:
        return
    payload = {"args": {"day": day.isoformat(), "head": head.published}}
    for person in _readers(work):
        cards.want(work.store, person.chat or 0, CardKind.SEAL, day.isoformat(), person.id, payload=payload)


def _readers(work: Work) -> Sequence[PersonRow]:
    """Whom the office names (`seal_to`); where Telegram reaches none of them, others too.

    A seal that nobody reads vouches for nothing.
    """
    return told((work.office.seal_to, *RECIPIENTS[News.SEAL]), work.connected())


@dataclass(frozen=True, slots=True)
class Workbooks:
    door: Door

    async def ask(self, actor: Actor, first: date, last: date) -> Reply:
        """There is one card for each period in each chat: asked for again, it comes anew and the old file goes."""

        def case(work: Work) -> Reply:
            args = {"first": first.isoformat(), "last": last.isoformat()}
            work.show(actor.chat, actor.person, CardKind.WORKBOOK, f"{first}:{last}", **args)
            return Reply(done="workbook")

        return await self.door.do(actor, Right.SEE_FIGURES, case)


def workbook(work: Work, reader: PersonRow, period: Period, texts: Texts) -> Document:
    """The file is drawn when the courier gets to it.

    The head sees every client, as on their cards; the director those of leads in their own hands.
    """
    from reports.workbook import Edition, write_workbook  # XlsxWriter takes a moment to load

    sees_all = may(reader.roles, Right.SEE_CLIENTS, work.office)
    found = taken(work.store, work.office, period)
    edition = Edition(texts, work.now, lambda holder: sees_all or holder == reader.id, MOST_LINES)
    with TemporaryFile() as file:
        write_workbook(work.store, found, file, edition)
        file.seek(0)
        data = file.read()
    return workbook_document(data, period, texts)


@dataclass(frozen=True, slots=True)
class Bundles:
    door: Door

    async def ask(self, actor: Actor) -> Reply:
        """There is one card in each chat: asked for again, it comes anew and the old file goes."""

        def case(work: Work) -> Reply:
            work.show(actor.chat, actor.person, CardKind.BUNDLE, None)
            return Reply(done="bundle")

        return await self.door.do(actor, Right.SEE_FIGURES, case)


def bundle(work: Work, texts: Texts) -> Document:
    """The file is written when the courier gets to it."""
    with TemporaryFile() as file:
        found = write_bundle(work.store, file, work.now)
        file.seek(0)
        return bundle_document(file.read(), found.head.published if found.head else "", texts)
