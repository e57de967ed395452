"""`erase`: everything about one client is removed, and what was destroyed is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from bot.clock import Clock
from bot.desk.door import Door
from bot.desk.erasure import Destroyed, Erasure
from bot.failure import Failure
from bot.office_file import holiday_calendar
from bot.schema import check_schema
from contacts.phones import phone_of
from storage.database import Database

WHAT = {
    "leads": "name, phone, text, attachments",
    "clients": "phone, own manager",
    "cards": "words of a note",
    "set_aside": "updates that could not be handled",
}


class NotAPhoneError(Failure):
    code = 2


class UnknownClientError(Failure):
    """Nothing is stored about this number."""


class NotScrubbedError(Failure):
    """It is erased, but the old bytes may still be in the database's files."""


async def erase(phone: str, address: str, clock: Clock, say: Callable[[str], None]) -> None:
    """`phone` in any spelling. The bot may be at work: it redraws the cards. Raises Failure, NoOfficeError.

    Run again, it finishes what was interrupted.
    """
    number = phone_of(phone)
    if number is None:
        raise NotAPhoneError(f"{phone}: is not a telephone number; write it like +7 843 200-00-00")
    await check_schema(address, "erase")
    database = Database(address)
    door = Door(database, clock, holiday_calendar)
    try:
        destroyed = await Erasure(door).erase(number)
        if destroyed:
            async with door.read() as work:
                say(protocol(destroyed, work.office.timezone))
        is_clean = await door.scrub(rebuild=True)
    finally:
        await database.close()
    if destroyed is None:
        raise UnknownClientError(f"{phone}: nothing is stored about this number")
    if not is_clean:
        raise NotScrubbedError("the database's log is in use, old bytes are still in it: run this once more")


def protocol(destroyed: Destroyed, zone: tzinfo) -> str:
    """What was destroyed and when, without a word of it: to be kept."""
    at: datetime = destroyed.at.astimezone(zone)
    lines = [f"erased at {at.isoformat(sep=' ', timespec='seconds')} ({zone})"]
    for table, what in WHAT.items():
        rows = destroyed.rows.get(table, 0)
        lines.append(f"  {table}: {rows} {'row' if rows == 1 else 'rows'} ({what})")
    numbers = ", ".join(f"№{number}" for number in destroyed.leads) or "none"
    drafts = f", and {destroyed.drafts} not handed over yet" if destroyed.drafts else ""
    return "\n".join(
        [*lines, f"  leads concerned: {numbers}{drafts}; they and their history stay, without the client"]
    )
