"""A client's personal data, wherever they are stored: found by his phone, and erased."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, delete, func, or_, select, update

from leads.erasure import Cause
from leads.scene import State
from storage.cards import are, touch
from storage.kinds import Holds, that_hold
from storage.offices import FIRST
from storage.tables import cards, clients, leads, set_aside

PAGE = 1000  # rows that are read at once
OF_A_CLIENT: dict[str, Any] = {
    "client_name": None,
    "phone": None,
    "phones": [],
    "phones_found": 0,
    "slips": [],
    "region": None,
    "place": None,
    "region_by": None,
    "text": "",
    "attachments": {},
    "source_chat": None,
    "source_messages": [],
    "album": None,
}
"""The columns of a lead that say who called, or lead to his own words and files, and what they hold afterwards."""

Messages = frozenset[tuple[int, int]]  # chat and message
Mentions = Callable[[str], bool]  # whether a text names the client who is to be forgotten


@dataclass(frozen=True, slots=True)
class LeadRow:
    """A lead, as far as an erasure has to know of it."""

    id: int
    number: int | None
    state: State
    chat: int | None  # of the secretary's own messages about it
    messages: tuple[int, ...]
    album: str | None


def of_phone(conn: Connection, phone: str, office: int = FIRST) -> set[int]:
    """The leads of this number (E.164)."""
    return set(conn.scalars(select(leads.c.id).where(leads.c.office == office, leads.c.phone == phone)))


def of_messages(conn: Connection, ids: Collection[int], office: int = FIRST) -> set[int]:
    """Other leads that came of the same messages of a secretary."""
    mine = conn.execute(_places().where(leads.c.id.in_(ids)))
    places = {(row.source_chat, message) for row in mine for message in row.source_messages}
    if not places:
        return set()
    chats = {chat for chat, _ in places}
    rows = conn.execute(_places().where(leads.c.office == office, leads.c.source_chat.in_(chats)))
    return {row.id for row in rows if any((row.source_chat, m) in places for m in row.source_messages)}


def _places() -> Select[Any]:
    there = leads.c.source_chat.is_not(None)
    return select(leads.c.id, leads.c.source_chat, leads.c.source_messages).where(there)


def phones_of(conn: Connection, ids: Collection[int]) -> set[str]:
    """The clients' numbers of these leads."""
    return set(conn.scalars(select(leads.c.phone).where(leads.c.id.in_(ids), leads.c.phone.is_not(None))))


def with_extensions(conn: Connection, number: str, office: int = FIRST) -> list[str]:
    """The stored numbers that differ from this one only by an extension behind it."""
    found: set[str] = set()
    for table in (clients, leads):
        is_one = (table.c.office == office, table.c.phone.startswith(f"{number};ext=", autoescape=True))
        found |= set(conn.scalars(select(table.c.phone).where(*is_one)))
    return sorted(found)


def that_mention(conn: Connection, mentions: Mentions, *where: Any, office: int = FIRST) -> set[int]:
    """The leads in whose text, or among whose numbers, one of these stands; every text is read."""
    found: set[int] = set()
    last = 0
    # asked for the office, SQLite would sort all that is left for every page: it is looked at here
    columns = (leads.c.id, leads.c.office, leads.c.text, leads.c.phone, leads.c.phones, leads.c.slips)
    says = or_(leads.c.text != "", leads.c.phones_found > 1, leads.c.slips != "[]")
    while True:
        query = select(*columns).where(says, *where, leads.c.id > last).order_by(leads.c.id)
        page = conn.execute(query.limit(PAGE)).all()
        found |= {row.id for row in page if row.office == office and _said_by(row, mentions)}
        if len(page) < PAGE:
            return found
        last = page[-1].id


def _said_by(row: Any, mentions: Mentions) -> bool:
    """A number is in the text, or came beside it: in a contact."""
    others = [phone for phone in row.phones if phone != row.phone]  # his own is looked for by an index
    return any(mentions(words) for words in (row.text, *others, *(written for _, written in row.slips)))


def newest(conn: Connection) -> int:
    """The row of the newest lead; 0 where there is none."""
    return conn.scalar(select(func.max(leads.c.id))) or 0


def lead_rows(conn: Connection, ids: Collection[int]) -> list[LeadRow]:
    """Those that hold something still, in the order of their rows."""
    query = select(leads).where(leads.c.id.in_(ids), leads.c.erased.is_(None)).order_by(leads.c.id)
    return [
        LeadRow(r.id, r.number, State(r.state), r.source_chat, tuple(r.source_messages), r.album)
        for r in conn.execute(query)
    ]


def erase_leads(conn: Connection, ids: Collection[int], cause: Cause) -> None:
    """Who called is forgotten, the lead itself stays; a draft is thrown away."""
    conn.execute(delete(leads).where(leads.c.id.in_(ids), leads.c.state == State.DRAFT))
    conn.execute(update(leads).where(leads.c.id.in_(ids)).values(erased=cause, **OF_A_CLIENT))


def erase_client(conn: Connection, phone: str, office: int = FIRST) -> int:
    """How many rows there were: one, or none."""
    gone = conn.execute(delete(clients).where(clients.c.office == office, clients.c.phone == phone))
    return gone.rowcount


def shown_by(conn: Connection, ids: Collection[int], office: int = FIRST) -> Messages:
    """The messages that show these leads, or are still to be removed."""
    if not ids:
        return frozenset()
    here = (cards.c.office == office, are(that_hold(Holds.STORED), *ids))
    rows = conn.execute(select(cards.c.chat, cards.c.message_ids, cards.c.stale).where(*here))
    return frozenset((row.chat, message) for row in rows for message in (*row.message_ids, *row.stale))


def notes_that_mention(conn: Connection, mentions: Mentions, office: int = FIRST) -> list[int]:
    """Cards whose own words hold one of these numbers; all other kinds are drawn from what is stored."""
    notes = (cards.c.office == office, are(that_hold(Holds.WORDS)))
    rows = conn.execute(select(cards.c.id, cards.c.payload).where(*notes))
    return [row.id for row in rows if _says(row.payload, mentions)]


def blank(conn: Connection, ids: Collection[int], payload: dict[str, Any]) -> None:
    """These cards say this instead, and are drawn again."""
    change = update(cards).where(cards.c.id.in_(ids))
    conn.execute(change.values(payload=payload, wanted=cards.c.wanted + 1))


def redraw(conn: Connection, ids: Collection[int], office: int = FIRST) -> None:
    """The cards that are drawn from what is stored of these leads' clients are drawn again."""
    if ids:
        touch(conn, that_hold(Holds.STORED), *ids, office=office)


def take_workbooks(conn: Connection, person: str | None = None, office: int = FIRST) -> None:
    """The cards that show a file with every client of some days in it show nothing; of one person, or of all."""
    for kind in that_hold(Holds.FILE):
        files = [cards.c.office == office, are([kind])]
        files += [cards.c.person == person] if person else []
        found = conn.scalars(select(cards.c.id).where(*files)).all()
        blank(conn, found, {"screen": kind.word, "args": {}})


def set_aside_about(
    conn: Connection, mentions: Mentions, messages: Messages, albums: Collection[str]
) -> list[int]:
    """Updates that could not be handled and hold one of these numbers, messages or albums."""
    rows = conn.execute(select(set_aside.c.id, set_aside.c.body))
    return [r.id for r in rows if _says(r.body, mentions) or _is_of(r.body, messages, albums)]


def blank_set_aside(conn: Connection, ids: Sequence[int]) -> None:
    """That there was an update, when, and what was wrong with it is kept."""
    for id in ids:
        conn.execute(update(set_aside).where(set_aside.c.id == id).values(body={"update_id": id}))


def remnants(conn: Connection, office: int = FIRST) -> list[int | None]:
    """Numbers of leads that are said to be erased and still hold something."""
    columns = [leads.c.number, *(leads.c[name] for name in OF_A_CLIENT)]
    rows = conn.execute(select(*columns).where(leads.c.office == office, leads.c.erased.is_not(None)))
    return [row.number for row in rows if any(getattr(row, name) for name in OF_A_CLIENT)]


def _says(value: Any, mentions: Mentions) -> bool:
    return any(mentions(text) for text in _texts(value))


def _texts(value: Any) -> Iterator[str]:
    """Every text in a JSON value, its keys apart."""
    if isinstance(value, str):
        yield value
    for part in _parts(value):
        yield from _texts(part)


def _is_of(value: Any, messages: Messages, albums: Collection[str]) -> bool:
    """Whether one of these messages stands anywhere in an update, as itself or under a button."""
    if isinstance(value, dict):
        chat = value.get("chat")
        place = (chat.get("id"), value.get("message_id")) if isinstance(chat, dict) else None
        if place in messages or value.get("media_group_id") in albums:
            return True
    return any(_is_of(part, messages, albums) for part in _parts(value))


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value
