"""`office load`, `diff`, `check`, `dump`: between the office file and the database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.commands.loading import ChangedMeanwhileError, Voice, confirm, words
from files.office_file import doubts, dump_office, parse_office, read_text, set_up
from files.office_file.editing import plain_again
from files.office_file.plan import Plan, planned
from leads.office import Office, Role
from leads.recipients import News, recipients
from storage import cards, offices, people
from storage import offices as stored
from storage.database import Database
from storage.kinds import CardKind, Change
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
        rules = schemes(store)
        write_office(store, office, clock.now(), admins=admins)
        tell_of_rules(store, rules)
        for person in office.people:
            cards.changed(store, Change.ROLES, person.id)
        cards.changed(store, Change.FILE)
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
    found: dict[str, Any] = plain_again(set_up(stored.read_office(store)))
    return found


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


def schemes(store: Store) -> dict[str, str]:
    """Returns the scheme of every segment that there is; nothing where there is no office yet."""
    if offices.version(store) is None:
        return {}
    return {s.id: s.scheme for s in offices.read_office(store).segments if not s.retired}


def tell_of_rules(store: Store, before: Mapping[str, str]) -> None:
    """There is one note about each segment whose scheme is another than `before`,
    to its members and whoever is told of schemes.

    A new segment is no news.
    """
    office, version = offices.read_office(store), offices.version(store)
    others = [person.id for person in recipients(News.SCHEME, people.connected(store))]
    for segment in (s for s in office.segments if not s.retired and before.get(s.id, s.scheme) != s.scheme):
        args = {"segment": segment.name, "before": before[segment.id], "after": segment.scheme}
        note = {"key": "rule-loaded", "args": args}
        for person in people.by_ids(store, {*segment.members, *others}).values():
            if person.chat is not None:
                where = (person.chat, CardKind.NOTE, f"rule:{segment.id}:{version}", None)
                cards.want(store, *where, payload=note)
