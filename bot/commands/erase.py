"""`erase`: everything about one client is removed, and what was destroyed is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from bot.clock import Clock
from bot.commands.options import check_schema
from contacts.addresses import is_contact
from contacts.extensions import split
from contacts.phones import phone_of
from desk.door import Door
from desk.erasure import Destroyed, Erasure
from desk.sought import Sought
from files.failure import Failure
from files.office_file import holiday_calendar
from storage.database import Database

WHAT = {
    "leads": "whose they are",
    "touches": "name, phones, text, attachments",
    "clients": "name, contacts, own manager",
    "cards": "words of a note",
    "set_aside": "updates that could not be handled",
    "requests": "requests of sources that were not read",
}


class NotAClientError(Failure):
    """Nobody can be meant by it."""

    code = 2


class UnknownClientError(Failure):
    """Nothing is stored about this client."""


class NotScrubbedError(Failure):
    """Erased, but the old bytes may still be in the database's files."""


@dataclass(frozen=True, slots=True)
class Whom:
    """Exactly one of the three: a phone in any spelling, a lead's number, any other contact."""

    phone: str | None = None
    lead: int | None = None
    contact: str | None = None
    all_extensions: bool = False  # with a phone


async def erase(whom: Whom, address: str, clock: Clock, say: Callable[[str], None]) -> None:
    """Everything about one client goes. The bot may be at work: it redraws the cards. Raises Failure, NoOfficeError.

    A number without an extension is not the same number with one, unless `all_extensions` says so. Run again, it
    finishes what was interrupted.
    """
    sought = _sought(whom)
    await check_schema(address, "erase")
    database = Database(address)
    door = Door(database, clock, holiday_calendar)
    try:
        erasure = Erasure(door)
        others = await door.read(lambda work: erasure.with_extensions(work, sought))
        whole = replace(sought, phones=(*sought.phones, *others)) if whom.all_extensions else sought
        destroyed = await erasure.erase(whole)
        if destroyed:
            say(protocol(destroyed, await door.read(lambda work: work.office.timezone)))
        if others and not whom.all_extensions:
            say(_left(others))
        is_clean = await door.scrub(rebuild=True)
    finally:
        await database.close()
    if destroyed is None:
        raise UnknownClientError(_unknown(whom))
    if not is_clean:
        raise NotScrubbedError("the database's log is in use, old bytes are still in it: run this once more")


def _sought(whom: Whom) -> Sought:
    """Raises NotAClientError."""
    if [whom.phone, whom.lead, whom.contact].count(None) != 2:
        raise NotAClientError("erase: name one client by PHONE, by --lead N or by --contact TEXT")
    if whom.all_extensions and whom.phone is None:
        raise NotAClientError("--all-extensions: goes with PHONE only")
    if whom.lead is not None:
        return Sought(lead=whom.lead)
    text = whom.phone if whom.contact is None else whom.contact
    number = phone_of(text or "")
    if number is not None:
        return Sought(phones=(number,), with_extensions=whom.all_extensions)
    if whom.contact is None:
        raise NotAClientError(f"{text}: is not a telephone number; write it like +7 843 200-00-00")
    if not is_contact(whom.contact):
        raise NotAClientError(f"--contact: {text}: is too short to be looked for")
    return Sought(contacts=(whom.contact,))


def _left(others: Sequence[str]) -> str:
    extensions = ", ".join(split(phone)[1] for phone in others)
    return (
        f"  left: the same number with the extensions {extensions}; they are other clients. Erase one by the number "
        "with its extension, or all with --all-extensions"
    )


def _unknown(whom: Whom) -> str:
    if whom.lead is not None:
        return f"№{whom.lead}: nothing is stored about this lead's client"
    if whom.contact is not None:
        return f"{whom.contact}: nothing is stored about this contact"
    return f"{whom.phone}: nothing is stored about this number"


def protocol(destroyed: Destroyed, zone: tzinfo) -> str:
    """Tells what was destroyed and when, without a word of it: to be kept."""
    at: datetime = destroyed.at.astimezone(zone)
    lines = [f"erased at {at.isoformat(sep=' ', timespec='seconds')} ({zone})"]
    for table, what in WHAT.items():
        rows = destroyed.rows.get(table, 0)
        lines.append(f"  {table}: {rows} {'row' if rows == 1 else 'rows'} ({what})")
    numbers = ", ".join(f"№{number}" for number in destroyed.leads) or "none"
    drafts = f", and {destroyed.drafts} not handed over yet" if destroyed.drafts else ""
    lines.append(f"  leads concerned: {numbers}{drafts}; they and their history stay, without the client")
    if destroyed.in_crm:
        lines.append(f"  still in the CRM, to be deleted there: {', '.join(destroyed.in_crm)}")
    return "\n".join(lines)
