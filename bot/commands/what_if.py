"""`replay --history`: the office's last weeks as they were, and as they would have been under other schemes."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.commands.options import BadOptionError, check_schema, day
from bot.commands.replay import Voice
from files.office_file import holiday_calendar
from leads.figures.expected import Expected
from leads.schemes import SCHEMES
from reports.as_json import report_json
from reports.replay.runs import AS_SET_UP
from reports.whatif.past import Past, asked_for, read_past
from reports.whatif.table import side_by_side
from reports.whatif.trying import FACT, Tried, try_schemes
from reports.whatif.views import schemes_picture
from screens.texts import texts_for
from storage.database import Database
from storage.offices import read_office

NAMES = (FACT, AS_SET_UP, *SCHEMES)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for.

    `first`, `last`: whole days of the office, both included; None: the last four weeks that are over.
    """

    schemes: Sequence[str]
    first: str | None = None
    last: str | None = None
    as_json: bool = False
    png: Path | None = None


async def what_if(asked: Asked, address: str, clock: Clock, voice: Voice) -> None:
    """Reads one moment of the database and changes nothing. Raises BadOptionError, NoOfficeError, OSError."""
    _check(asked)
    first, last = day("--from", asked.first), day("--to", asked.last)
    if first and last:
        _check_order(first, last)
    async with _opened(address) as database:
        past = await _past(first, last, database, clock)
    if not past.cases:
        voice.say(
            json.dumps({})
            if asked.as_json
            else f"no leads were handed over {_in_words(past)}; those from a file are not replayed"
        )
        return
    wanted = list(dict.fromkeys(asked.schemes)) or list(NAMES)
    schemes = [name for name in wanted if name in SCHEMES]
    with voice.progress() as bar:
        found = try_schemes(
            past,
            schemes,
            keep_ledger=asked.as_json,
            watch=lambda events, name: events if bar.disable else bar.track(events, description=name),
        )
    if asked.png:
        from screens.pictures.schemes import schemes_png  # here and not above: matplotlib takes a second

        asked.png.write_bytes(schemes_png(schemes_picture(past, found), texts_for(past.office.locale)))
    if asked.as_json:
        told = {one.name: _json(one, past) for one in found if one.name in wanted}
        voice.say(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        voice.show(side_by_side(past, found, _in_words(past)))


def _check(asked: Asked) -> None:
    for name in asked.schemes:
        if name not in NAMES:
            raise BadOptionError(f'--scheme: unknown scheme "{name}"; there are {", ".join(NAMES)}')
    if asked.png and (asked.png.is_dir() or not asked.png.parent.is_dir()):
        raise BadOptionError(f"--png: {asked.png}: no file can be written there")


@asynccontextmanager
async def _opened(address: str) -> AsyncIterator[Database]:
    await check_schema(address, "replay")
    database = Database(address)
    try:
        yield database
    finally:
        await database.close()


def _check_order(first: date, last: date) -> None:
    if first > last:
        raise BadOptionError(f"--from: {first} is after {last}")


async def _past(first: date | None, last: date | None, database: Database, clock: Clock) -> Past:
    async with database.reading() as store:
        office = read_office(store)
        today = clock.now().astimezone(office.timezone).date()
        period = asked_for(first, last, today)
        _check_order(period.first, period.last)
        start, end = period.bounds(office.timezone)
        return read_past(store, office, holiday_calendar(office.hours.holidays), start, end)


def _in_words(past: Past) -> str:
    first, last = past.days
    return f"on {first}" if first == last else f"from {first} to {last}"


def _json(one: Tried, past: Past) -> dict[str, Any]:
    days = past.days[0].isoformat(), past.days[1].isoformat()
    report = report_json(one.report, past.office, one.balances, one.head, days)
    return report | {"expected": _expected(one.expected, one.gain)}


def _expected(expected: Expected | None, gain: tuple[float, float, float] | None) -> dict[str, float | None]:
    sales = (expected.sales, expected.low, expected.high) if expected else (None, None, None)
    conversion = (expected.conversion if expected else None) or (None, None, None)
    names = ("sales", "low", "high", "conversion", "conversion_low", "conversion_high")
    more = ("gain", "gain_low", "gain_high")
    figures = (*sales, *conversion, *(gain or (None, None, None)))
    return {
        name: None if f is None else round(f, 6) for name, f in zip((*names, *more), figures, strict=True)
    }
