"""The demo opens with a past as an office has one, and nothing of it is made up behind the rules' back."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random  # noqa: TID251 - with a seed

import pytest
from rich.progress import Progress
from sqlalchemy import select

from bot.commands.verify import verified
from bot.demo.day import working_morning
from bot.demo.history import LASTS, SEED, live_through
from bot.demo.office import office_in
from leads.lead import Outcome
from leads.rates import Record
from storage import figures
from storage.database import Database
from storage.migrate import migrate
from storage.offices import read_records
from storage.store import Store
from storage.tables.leads import leads

OFFICE = office_in("ru")
TEAM = ("petrov", "sidorova", "ivanov")


@pytest.mark.parametrize("day", range(1, 6), ids=["tue", "wed", "thu", "fri", "mon after the weekend"])
async def test_the_past_of_the_office_is_one_that_its_ledger_proves(tmp_path: Path, day: int) -> None:
    opening = working_morning(OFFICE, datetime(2026, 12, day, 7, tzinfo=UTC))
    address = f"sqlite+aiosqlite:///{tmp_path / 'demo.db'}"
    migrate(address)
    database = Database(address)
    try:
        async with database.writing() as store:
            live_through(store, OFFICE, opening, Random(SEED))
            assert verified(store, Progress(disable=True), opening).startswith("the ledger holds")
            assert figures.report(store, opening, opening + timedelta(days=1)).total.handed == 0
            _looks_like_an_offices(store, opening)
    finally:
        await database.close()


def _looks_like_an_offices(store: Store, opening: datetime) -> None:
    total = figures.report(store, opening - LASTS - timedelta(days=1), opening).total
    assert total.won > 10 and total.lost > 10 and total.bad > 0 and total.declined > 0 and total.lapsed > 0
    rates = [record.won / record.closed for record in (_record(store, who) for who in TEAM)]
    assert max(rates) - min(rates) > 0.1, "people differ"
    rows = store.execute(select(leads.c.handed_at, leads.c.known, leads.c.source, leads.c.amount)).all()
    when = [row.handed_at.astimezone(OFFICE.timezone) for row in rows]
    by_weekday = Counter(at.weekday() for at in when)
    assert by_weekday[0] == max(by_weekday.values()) and by_weekday[6] == min(by_weekday[d] for d in range(7))
    assert all(8 <= at.hour < 22 for at in when), "nobody calls at night"
    assert 0 < sum(row.known for row in rows) < len(rows) / 2
    assert {row.source for row in rows} == {source.id for source in OFFICE.sources}
    amounts = {row.amount for row in rows if row.amount}
    assert len(amounts) > 10 and max(amounts) > 3 * min(amounts)
    assert {Outcome.WON, Outcome.LOST, Outcome.BAD, None} == set(store.scalars(select(leads.c.outcome)))


def _record(store: Store, who: str) -> Record:
    records = [read_records(store, segment.id).get(who, Record()) for segment in OFFICE.segments]
    return Record(sum(one.won for one in records), sum(one.lost for one in records))


@pytest.mark.parametrize(
    ("real", "begins"),
    [
        ("2026-11-29T20:00+00:00", "2026-11-30T07:00"),  # a Sunday night: Monday
        ("2026-12-02T19:30+00:00", "2026-12-02T07:00"),  # the evening of a working day: that day
        ("2026-12-05T08:00+00:00", "2026-12-07T07:00"),  # a Saturday is a short day: Monday
    ],
)
def test_the_demo_begins_on_the_morning_of_a_whole_working_day(real: str, begins: str) -> None:
    start = working_morning(OFFICE, datetime.fromisoformat(real))
    assert start == datetime.fromisoformat(begins).replace(tzinfo=UTC)
