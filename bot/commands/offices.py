"""`office load`, `diff`, `check`, `dump`: between the office file and the database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.commands.loading import ChangedMeanwhileError, Voice, confirm, words
from desk.changing import document_of, keep_changes, redraw, schemes_of, tell_of_schemes
from files.office_file import doubts, dump_office, parse_office, read_text
from files.office_file.plan import Plan, planned
from leads.office import Office, Role
from storage import offices as stored
from storage.database import Database
from storage.migrate import migrate
from storage.set_up import write_office
from storage.store import Store


def check(file: Path) -> str:
    """Tells what a file holds, under a line for each rule in it that can never match. Raises OfficeFileError."""
    office, doubtful = _read(file)
    return "\n".join([*doubtful, f"{file}: {_in_words(office)}"])


async def load(
    file: Path, address: str, clock: Clock, voice: Voice, admins: Collection[int] = (), *, yes: bool = False
) -> str:
    """Says what it will change, and makes the stored office be the file's, in one transaction or not at all.

    What takes people away or undoes what was changed in the chat is asked about, unless `yes`. `admins`: the accounts
    of ADMIN_IDS. Raises OfficeFileError, NotConfirmedError, ChangedMeanwhileError, OSError.
    """
    office, doubtful = _read(file)
    for line in doubtful:
        voice.say(line)
    async with opened(address) as database:
        plan = await _tried(database, office, clock)
        _say(file, plan, voice)
        confirm(str(file), plan, voice, yes=yes)
        async with database.writing() as store:
            if stored.version(store) != plan.version:
                raise ChangedMeanwhileError(str(file))
            put(store, office, clock, admins, changes=bool(plan.lines) or plan.version is None)
    return f"{file}: {_in_words(office)} loaded"


async def diff(file: Path, address: str, clock: Clock, voice: Voice) -> None:
    """Says what `load` would change, and changes nothing. Raises OfficeFileError, OSError."""
    office, _ = _read(file)
    async with opened(address) as database:
        _say(file, await _tried(database, office, clock), voice)


def put(
    store: Store, office: Office, clock: Clock, admins: Collection[int] = (), *, changes: bool = True
) -> None:
    """Writes the office, and keeps how a file has left it: what differs later was changed in the chat."""
    if changes:
        before = stored.read_office(store) if stored.version(store) is not None else None
        write_office(store, office, clock.now(), admins=admins)
        if before:
            tell_of_schemes(store, schemes_of(before))
            redraw(store, before, office)
            keep_changes(store, before, clock.now(), None)
    stored.keep_setting_up(store, None)  # a file is a way of setting an office up, too
    stored.keep_loaded(store, _set_up(store))


async def dump(address: str) -> str:
    """Returns the stored office in the form of an office file. Raises NoOfficeError."""
    async with opened(address) as database, database.reading() as store:
        return dump_office(stored.read_office(store))


@asynccontextmanager
async def opened(address: str) -> AsyncIterator[Database]:
    migrate(address)
    database = Database(address)
    try:
        yield database
    finally:
        await database.close()


class _OnlyTriedError(Exception):
    """Ends a transaction that was begun to be rolled back."""


async def _tried(database: Database, office: Office, clock: Clock) -> Plan:
    """What the file would change: it is done, looked at, and rolled back, so that nothing else decides what it does."""
    plan = Plan(None, ())
    try:
        async with database.writing() as store:
            version = stored.version(store)
            if version is not None:
                before, loaded = _set_up(store), stored.loaded(store)
                write_office(store, office, clock.now())
                plan = planned(version, before, _set_up(store), loaded)
            raise _OnlyTriedError
    except _OnlyTriedError:
        return plan


def _set_up(store: Store) -> dict[str, Any]:
    """As JSON keeps it, so that what is stored and what is read can be compared."""
    return document_of(stored.read_office(store))


def _say(file: Path, plan: Plan, voice: Voice) -> None:
    if plan.version is None:
        voice.say(f"{file}: the first office of this database")
        return
    voice.say(f"{file} changes:" if plan.lines else f"{file}: changes nothing")
    for line in plan.lines:
        voice.say(f"  {words(line)}")


def _read(file: Path) -> tuple[Office, list[str]]:
    """The office, and a line for each rule in it that can never match. Raises OfficeFileError."""
    text = read_text(file)
    office = parse_office(text, str(file))
    return office, [str(doubt) for doubt in doubts(office, text, str(file))]


def _in_words(office: Office) -> str:
    active = [s for s in office.segments if not s.retired]
    managers = len(office.with_role(Role.MANAGER))
    return f"{office.name}, {len(office.people)} people ({managers} managers), {len(active)} segments"
