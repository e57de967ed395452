"""How long a report takes as the history grows: of one day, and of a year by manager.

A year of leads is written straight into a database of its own, as the desk would have stored them: the same rows with
10,000, 100,000 and 1,000,000 leads. Seconds are those on the wall, on this machine; the curve is what counts. Run with
`make bench`.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from leads.figures.periods import Period, Span, period_of
from leads.office import Office, Person, Role, Segment
from leads.shares import split
from reports.taking import taken
from storage.database import Database
from storage.migrate import migrate
from storage.offices import read_office
from storage.set_up import write_office

SIZES = (10_000, 100_000, 1_000_000)
TIMES = 3  # each is taken; the median counts
YEAR = Period(date(2025, 11, 24), date(2026, 11, 23))
BEGIN, NOW = datetime(2025, 11, 24, tzinfo=UTC), datetime(2026, 11, 23, tzinfo=UTC)
STILL_OPEN = timedelta(days=14)  # what came in before has been closed by now
PEOPLE = tuple(f"m{n}" for n in range(1, 21))
SEGMENTS = {"kazan": PEOPLE[:8], "moscow": PEOPLE[6:16], "rest": PEOPLE}
SOURCES = (None, "site", "phone", "fair")
OUTCOMES = ("won", "lost", "lost", "lost", "bad", None)
BATCH = 20_000
PATIENCE = 300_000  # milliseconds


def main(sizes: Sequence[int] = SIZES) -> None:
    table = Table(title="A report as the history grows", box=None, padding=(0, 2, 0, 0))
    for name in ("leads", "a day", "a month", "a year by manager", "a year by the clock, too", "to fill"):
        table.add_column(name, justify="right")
    for size in sizes:
        with TemporaryDirectory() as folder:
            table.add_row(f"{size:,}", *asyncio.run(measured(Path(folder) / "fairlead.db", size)))
    Console().print(table)


async def measured(file: Path, size: int) -> list[str]:
    address = f"sqlite+aiosqlite:///{file}"
    migrate(address)
    database = Database(address)
    async with database.writing() as store:
        write_office(store, office(), BEGIN)
    begun = perf_counter()
    fill(file, size)
    filled = perf_counter() - begun
    day, month = period_of(Span.DAY, date(2026, 11, 20)), period_of(Span.MONTH, date(2026, 10, 1))
    found = [await seconds(database, period) for period in (day, month, YEAR)]
    found.append(await seconds(database, YEAR, by_the_clock=True))
    await database.close()
    return [*(f"{one:.3f} s" for one in found), f"{filled:.0f} s"]


async def seconds(database: Database, period: Period, *, by_the_clock: bool = False) -> float:
    times = []
    for _ in range(TIMES):
        begun = perf_counter()
        async with database.reading() as store:
            taken(store, read_office(store), period, by_the_clock=by_the_clock)
        times.append(perf_counter() - begun)
    return median(times)


def office() -> Office:
    people = [Person(who, who, (Role.MANAGER,)) for who in PEOPLE]
    segments = [Segment(id, id, members=team) for id, team in SEGMENTS.items()]
    return Office("Bench", ZoneInfo("Europe/Moscow"), people=tuple(people), segments=tuple(segments))


def fill(file: Path, size: int) -> None:
    """One lead after the other through the year, each offered once or twice, most of them claimed and closed."""
    rows = _rows(size, Random(1))  # noqa: S311 - no secret is made of it
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA synchronous=OFF")
        while batch := list(islice(rows, BATCH)):
            leads = [lead for lead, _ in batch]
            _insert(db, "clients", [{"id": lead["client"], "office": 1} for lead in leads])
            _insert(db, "leads", leads)
            _insert(db, "touches", [_touch(lead) for lead in leads])
            _insert(db, "offers", [offer for _, offers in batch for offer in offers])
            db.commit()
        db.execute("ANALYZE")


def _insert(db: sqlite3.Connection, table: str, rows: list[dict[str, Any]]) -> None:
    columns = list(rows[0])
    marks = ", ".join(f":{column}" for column in columns)
    db.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608


def _rows(size: int, rng: Random) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    pause = timedelta(days=364) / size
    for number in range(1, size + 1):
        segment = rng.choice(list(SEGMENTS))
        team, at = SEGMENTS[segment], BEGIN + number * pause
        asked = rng.sample(team, rng.choice((1, 1, 1, 2)))
        outcome = rng.choice(OUTCOMES if at > NOW - STILL_OPEN else OUTCOMES[:-1])
        wait = rng.randrange(5, 300)
        shares = split(dict.fromkeys(_there(team, at), 1))
        lead = {
            "id": number,
            "office": 1,
            "number": number,
            "state": "closed" if outcome else "held",
            "segment": segment,
            "known": rng.random() < 0.3,
            "path": '["offer", "offer", "everyone", "head"]',
            "ack_timeout": PATIENCE,
            "step_timeout": PATIENCE,
            "created_at": _stored(at),
            "handed_at": _stored(at),
            "holder": asked[-1],
            "held_at": _stored(at + timedelta(seconds=wait)),
            "taken_by": asked[-1],
            "taken_after": wait,
            "outcome": outcome,
            "amount": rng.randrange(100, 900) * 10_000 if outcome == "won" else None,
            "progress": rng.choice((None, "reached", "met", "invoiced")),
            "source": rng.choice(SOURCES),
            "client": number,
        }
        yield lead, [_offer(number, at, who, shares, is_last=who == asked[-1]) for who in asked]


def _touch(lead: dict[str, Any]) -> dict[str, Any]:
    number = lead["number"]
    return {
        "office": 1,
        "client": lead["client"],
        "lead": lead["id"],
        "at": lead["created_at"],
        "kind": "first",
        "name": f"Client {number}",
        "phone": f"+7843{number:07}",
        "text": "A lead comes in and somebody writes a line or two about what the client would like to have.",
        "attachments": "{}",
        "messages": "[]",
    }


def _there(team: Sequence[str], at: datetime) -> list[str]:
    """Every half day others are away."""
    half = int(at.timestamp()) // 43_200
    return [who for place, who in enumerate(team) if (half * 7 + place * 3) % 11 > half % 3]


def _offer(lead: int, at: datetime, who: str, shares: Any, *, is_last: bool) -> dict[str, Any]:
    return {
        "office": 1,
        "lead": lead,
        "step": "offer",
        "scheme": "balance",
        "at": _stored(at),
        "people": json.dumps([who]),
        "result": "claimed" if is_last else "declined",
        "answers": "{}" if is_last else json.dumps({who: "declined"}),
        "reasons": "{}",
        "claimed_by": who if is_last else None,
        "closed_at": _stored(at + timedelta(seconds=60)),
        "payer": who if is_last else None,
        "gained": json.dumps(dict(shares), sort_keys=True) if is_last else None,
        "ticket_before": lead if is_last else None,
    }


def _stored(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(" ", "microseconds")


if __name__ == "__main__":
    main()
