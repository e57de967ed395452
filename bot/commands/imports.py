"""`import`: the file is read and checked whole, then everything in it that is new is stored, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from rich.progress import Progress

from bot.clock import Clock
from bot.commands.options import check_schema
from files.csv_file import Line as Raw
from files.csv_file import Rejects, Watch, read_rows, unwatched
from files.failure import Failure
from files.past.foreign import Seen, is_own, read_foreign, wall_now
from files.past.lines import COLUMNS, Line, Rows, look_at, write_rejects
from files.past.names import Names
from files.past.planning import brought, news_of
from storage.database import Database
from storage.past import Before, ChangedMeanwhileError, News, read_before, write_past

MOST_STAGES = 12  # named


class DisturbedError(Failure):
    """Nothing was imported."""


@dataclass(frozen=True, slots=True)
class Imported:
    """Tells what came of an import."""

    added: int
    there: int  # lines that had been imported before
    people: Mapping[str, str]  # created: names by id
    segments: Mapping[str, str]
    rejected: int = 0  # rows
    rejects: Path | None = None  # where they are
    open_stages: Mapping[str, int] = field(default_factory=dict)  # words that say no outcome, how often

    def __str__(self) -> str:
        created = [
            f"{what} created: " + ", ".join(f"{name} ({id})" for id, name in names.items())
            for what, names in (("people", self.people), ("segments", self.segments))
            if names
        ]
        rejected = [f"{self.rejected} rejected into {self.rejects}"] if self.rejected else []
        done = ", ".join([f"{self.added} leads imported", f"{self.there} were there already", *rejected])
        stages = ", ".join(
            f"{words} ({count})" for words, count in list(self.open_stages.items())[:MOST_STAGES]
        )
        still = [f"no outcome, still open: {stages}"] if stages else []
        return "; ".join([done, *created, *still])


async def import_leads(
    file: Path,
    address: str,
    clock: Clock,
    salt: str,
    progress: Callable[[], Progress],
    *,
    create: bool,
    rejects: Path | None = None,
    named: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """Imports a file. `named`: the columns of some fields, by their headers.

    `salt`: a new one, in hex, for an office that has none yet. Raises Failure, NoOfficeError, DatabaseAilsError.
    """
    await check_schema(address, "import")
    database = Database(address)
    try:
        with progress() as bar:
            done = await bring_in(
                database, file, clock.now(), salt, bar, create=create, rejects=rejects, named=named
            )
    finally:
        await database.close()
    return f"{file}: {done}"


async def bring_in(
    database: Database,
    file: Path,
    now: datetime,
    salt: str,
    bar: Progress,
    *,
    create: bool,
    rejects: Path | None = None,
    named: Mapping[str, Sequence[str]] | None = None,
) -> Imported:
    """Whoever else writes waits only while it is stored, not while the file is read. Raises Failure, NoOfficeError.

    `rejects`: where rows that cannot be are written, before the others are stored; None: one is enough to refuse all.
    """
    bad = Rejects() if rejects else None
    if rejects:
        look_at(file, rejects)
    async with database.reading() as store:
        before = read_before(store)
    people = Names("manager", before.people, create)
    segments = Names("segment", before.segments, create)
    lines, seen = _read(file, Rows(before.office, people, segments, now), now, _watch(bar), bad, named)
    if rejects and bad:
        write_rejects(bad, rejects)
    leads = brought(lines, before.salt or salt, before)
    if leads:
        await _store(
            database, before, news_of(before, leads, salt, people.created, segments.created), now, bar
        )
    rejected = len(bad.rows) if bad else 0
    there, made = len(lines) - len(leads), (people.created, segments.created)
    return Imported(len(leads), there, *made, rejected, rejects, seen.open_stages)


def _read(
    file: Path,
    rows: Rows,
    now: datetime,
    watch: Watch,
    bad: Rejects | None,
    named: Mapping[str, Sequence[str]] | None,
) -> tuple[list[Line], Seen]:
    """Our own format is read strictly, the table of another program by what its columns and cells mean."""
    if not named and is_own(file):
        return read_rows(file, COLUMNS, rows.line, watch, bad), Seen()
    return read_foreign(file, named or {}, rows.line, wall_now(now, rows.zone), watch, bad)


async def _store(database: Database, before: Before, news: News, now: datetime, bar: Progress) -> None:
    task = bar.add_task("storing", total=len(news.leads.rows))
    try:
        async with database.writing() as store:
            write_past(store, before, news, now, lambda many: bar.advance(task, many))
    except ChangedMeanwhileError:
        raise DisturbedError("the office was changed meanwhile, nothing is imported: run it again") from None


def _watch(bar: Progress) -> Watch:
    def watch(lines: Iterable[Raw], total: int) -> Iterable[Raw]:
        return (
            bar.track(lines, total=total, description="reading")
            if total
            else bar.track(lines, description="reading")
        )

    return unwatched if bar.disable else watch
