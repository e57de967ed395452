"""`report`: the statistics of a period, for people, for programs, for an accountant, as a picture."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from rich.console import RenderableType
from rich.progress import Progress

from bot.clock import Clock
from bot.commands.options import BadOptionError, check_schema, day
from files.failure import Failure
from leads.figures.periods import Period, Span, span_of
from leads.office import Office
from reports.as_json import report_json
from reports.csv_leads import write_leads
from reports.table import report_table
from reports.taking import Taken, taken
from reports.views import picture_of, report_view
from screens.texts import texts_for
from storage import cases
from storage.database import Database
from storage.offices import read_office
from storage.store import Store

ONLY_THE_OWNER = 0o600  # clients' names and phones may be in it


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. The days as they were typed; empty: from the first lead on, up to today."""

    first: str = ""
    last: str = ""
    as_json: bool = False
    xlsx: Path | None = None
    csv: Path | None = None
    png: Path | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Where the command speaks: a table for people, a text as it is, how far a long work is."""

    show: Callable[[RenderableType], None]
    say: Callable[[str], None]
    progress: Callable[[], Progress]


async def report(address: str, wanted: Wanted, clock: Clock, voice: Voice) -> None:
    """Reads one moment of the database and changes nothing. Raises Failure, NoOfficeError, OSError."""
    first, last = day("--from", wanted.first), day("--to", wanted.last)
    await check_schema(address, "report")
    database = Database(address)
    try:
        with ExitStack() as files:
            xlsx = files.enter_context(placed("--xlsx", wanted.xlsx)) if wanted.xlsx else None
            csv = files.enter_context(placed("--csv", wanted.csv)) if wanted.csv else None
            png = files.enter_context(placed("--png", wanted.png)) if wanted.png else None
            async with database.reading() as store:
                office = read_office(store)
                period = _period(store, office, clock, first, last)
                found = taken(store, office, period, by_the_clock=not wanted.as_json or png is not None)
                if xlsx:
                    _write_workbook(store, found, xlsx, clock.now(), voice)
                if csv:
                    _write_leads(store, found, csv, voice)
                if png:
                    png.write(await _chart(store, found))
    finally:
        await database.close()
    if wanted.as_json:
        voice.say(json.dumps(_json(found), ensure_ascii=False, indent=2))
    else:
        voice.show(report_table(found))


def _write_workbook(store: Store, found: Taken, file: BinaryIO, made: datetime, voice: Voice) -> None:
    """Whoever runs the command owns the database, and may see every client."""
    from reports.workbook import Edition, write_workbook  # XlsxWriter takes a moment to load

    edition = Edition(texts_for(found.office.locale), made, lambda _: True)
    with voice.progress() as bar:
        task = bar.add_task("workbook")
        write_workbook(
            store, found, file, edition, lambda done, of: bar.update(task, completed=done, total=of)
        )


def _write_leads(store: Store, found: Taken, file: BinaryIO, voice: Voice) -> None:
    """So does a file of leads."""
    with voice.progress() as bar:
        task = bar.add_task("leads")
        texts = texts_for(found.office.locale)
        write_leads(store, found, file, texts, lambda done, of: bar.update(task, completed=done, total=of))


async def _chart(store: Store, found: Taken) -> bytes:
    """In the office's language."""
    from screens.pictures.drawing import draw_sales

    texts, period = texts_for(found.office.locale), found.period
    view = report_view(found, span_of(period) or Span.MONTH, period.last)
    return await draw_sales(picture_of(store, found.office, view, texts), texts)


def _period(store: Store, office: Office, clock: Clock, first: date | None, last: date | None) -> Period:
    """Raises BadOptionError."""
    today = clock.now().astimezone(office.timezone).date()
    if first is None:
        handed = cases.first_handed(store)
        first = handed.astimezone(office.timezone).date() if handed else today
        first = min(first, last or today)
    if last is None:
        last = max(today, first)
    if last < first:
        raise BadOptionError(f"--to: {last} is before {first}")
    return Period(first, last)


def _json(found: Taken) -> dict[str, object]:
    days = found.period.first.isoformat(), found.period.last.isoformat()
    return report_json(found.report, found.office, found.balances, found.head, days, found.names)


class BadPlaceError(Failure):
    code = 2


@contextmanager
def placed(option: str, target: Path) -> Iterator[BinaryIO]:
    """The file is written beside its place, moved there at the end;
    until then an earlier file of that name is as it was.

    Raises BadPlaceError before anything is done where nothing can be written.
    """
    part = target.with_name(f".{target.name}.part") if target.name else target
    try:
        if target.is_dir():
            raise BadPlaceError(f"{option}: {target} is a folder, a file has to have a name")
        opened = os.open(part, os.O_RDWR | os.O_CREAT, ONLY_THE_OWNER)
    except OSError as error:
        raise BadPlaceError(f"{option}: {target} cannot be written: {error.strerror}") from None
    with os.fdopen(opened, "w+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BadPlaceError(f"{option}: {target} is just being written by another program") from None
        try:
            file.truncate()
            yield file
            file.flush()
            os.fsync(opened)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
