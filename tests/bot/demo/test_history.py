"""The demo office opens with a past, and nothing of it is made up behind the rules' back."""

from __future__ import annotations

from rich.progress import Progress

from bot.clock import AdjustableClock, SystemClock
from bot.commands.verify import verified
from bot.demo.run import demo_office
from desk.work import Work
from leads.figures.periods import Span, period_of
from storage import figures
from storage.offices import read_records


async def test_the_office_has_a_history_that_its_ledger_proves() -> None:
    def looked_at(work: Work) -> None:
        assert verified(work.store, Progress(disable=True), work.now).startswith("the ledger holds")
        for segment in work.office.segments:
            records = read_records(work.store, segment.id)
            assert set(records) == set(segment.members)
            assert all(record.closed >= segment.min_sample for record in records.values())
            assert len({record.won for record in records.values()}) == len(records), "no two sell alike"
        today = work.now.astimezone(work.office.timezone).date()
        start, end = period_of(Span.DAY, today).bounds(work.office.timezone)
        assert figures.report(work.store, start, end).total.handed == 0, "it is all in the past"

    async with demo_office(AdjustableClock(SystemClock())) as demo:
        await demo.app.door.read(looked_at)
