"""`office load`, `check`, `dump`: between the office file and the database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.clock import Clock
from bot.office_file import dump_office, read_office
from leads.office import Office, Role
from storage import cards
from storage.database import Database
from storage.migrate import migrate
from storage.offices import read_office as stored_office
from storage.set_up import write_office


def check(file: Path) -> str:
    """Raises OfficeFileError."""
    office = read_office(file)
    return f"{file}: {_in_words(office)}"


async def load(file: Path, address: str, clock: Clock) -> str:
    """Makes the stored office be the file's, in one transaction or not at all. Raises OfficeFileError, OSError."""
    office = read_office(file)
    async with opened(address) as database, database.write() as conn:
        await write_office(conn, office, clock.now())
        for person in office.people:
            await cards.touch(conn, "menu", person.id)  # his roles may be others now
        for kind in ("roster", "week", "swap", "proposal"):  # and so may be who is on duty
            await cards.touch_all(conn, kind)
    return f"{file}: {_in_words(office)} loaded"


async def dump(address: str) -> str:
    """The stored office in the form of an office file. Raises NoOfficeError."""
    async with opened(address) as database, database.read() as conn:
        return dump_office(await stored_office(conn))


@asynccontextmanager
async def opened(address: str) -> AsyncIterator[Database]:
    await migrate(address)
    database = Database(address)
    try:
        yield database
    finally:
        await database.close()


def _in_words(office: Office) -> str:
    active = [s for s in office.segments if not s.retired]
    managers = len(office.with_role(Role.MANAGER))
    return f"{office.name}, {len(office.people)} people ({managers} managers), {len(active)} segments"
