"""The whole of a real sales system's export comes in, and every manager has what its own file says."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from rich.progress import Progress
from sqlalchemy import func, select

from bot.commands.verify import verified
from leads.figures.part import Part
from leads.figures.periods import Period
from reports.taking import taken
from storage.database import Database
from storage.offices import read_office
from storage.set_up import write_office
from storage.tables.leads import leads
from storage.tables.office import people
from tests.files.past.crm import FOLDER, past_leads, rows_of
from tests.files.past.files import imports
from tests.storage.stored_office import NOW, stored_office
from tests.stories.careless import careless
from tests.stories.desk import empty_database


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Of a small office with nothing behind it."""
    database = careless(Database(await empty_database(tmp_path)))
    async with database.writing() as store:
        write_office(store, stored_office(), NOW)
    yield database
    await database.close()


pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the sales data are not here: {FOLDER}")


async def test_all_opportunities_come_in_and_count_for_whose_they_were(database: Database) -> None:
    file = list(past_leads())
    done = await imports(database, NOW, file, create=True)
    assert (done.added, len(done.people), len(done.segments)) == (8800, 30, 3)
    counts: Counter[tuple[str, str]] = Counter()
    sums: Counter[str] = Counter()
    for row in rows_of(FOLDER / "sales_pipeline.csv"):
        counts[row["sales_agent"], row["deal_stage"]] += 1
        sums[row["sales_agent"]] += int(row["close_value"] or 0)
    async with database.reading() as store:
        names = {p.id: p.name for p in store.execute(select(people))}
        figures = select(leads.c.holder, leads.c.outcome, func.count(), func.sum(leads.c.amount))
        found = list(store.execute(figures.group_by(leads.c.holder, leads.c.outcome)))
        for who, outcome, many, amount in found:
            name, stages = names[who], {"won": ["Won"], "lost": ["Lost"], None: ["Engaging", "Prospecting"]}
            assert many == sum(counts[name, stage] for stage in stages[outcome]), (name, outcome)
            assert outcome != "won" or amount == sums[name] * 100
        assert sum(many for _, _, many, _ in found) == sum(counts.values())
        assert "8800 leads" in verified(store, Progress(disable=True), NOW)
    assert (await imports(database, NOW, file)).added == 0, "alike lines too"


async def test_the_report_of_a_quarter_says_what_the_file_says(database: Database) -> None:
    await imports(database, NOW, list(past_leads()), create=True)
    first, last = date(2017, 4, 1), date(2017, 6, 30)
    async with database.reading() as store:
        found = taken(store, read_office(store), Period(first, last), by_the_clock=True)
    chosen = [
        row
        for row in rows_of(FOLDER / "sales_pipeline.csv")
        if first.isoformat() <= row["engage_date"] <= last.isoformat()
    ]
    assert _told(chosen) == _figures(found.report.total)
    offices = {row["sales_agent"]: row["regional_office"] for row in rows_of(FOLDER / "sales_teams.csv")}
    for id, part in found.report.segments.items():
        assert _told([r for r in chosen if offices[r["sales_agent"]].lower() == id]) == _figures(part), id
    for who, manager in found.report.managers.items():
        its = [row for row in chosen if row["sales_agent"] == found.names[who]]
        assert _told(its) == _figures(manager.sales), who
    assert sum(part.handed for part in found.report.weekdays.values()) == len(chosen)


def _told(rows: list[dict[str, str]]) -> tuple[int, int, int, int, int, float | None]:
    """In, won, lost, open, amount and conversion, straight from the file."""
    stages = Counter(row["deal_stage"] for row in rows)
    amount = sum(int(row["close_value"] or 0) for row in rows) * 100
    closed = stages["Won"] + stages["Lost"]
    conversion = stages["Won"] / closed if closed else None
    return len(rows), stages["Won"], stages["Lost"], stages["Engaging"], amount, conversion


def _figures(part: Part) -> tuple[int, int, int, int, int, float | None]:
    return part.handed, part.won, part.lost, part.open, part.amount, part.conversion
