"""What happened around a lead: the message that made it, and whatever came later. One row each, oldest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Text, bindparam, func, insert, select, type_coerce, update

from leads.client import Client, TouchKind
from storage.mapper import Mapper
from storage.memo import of, once
from storage.store import Store
from storage.tables.clients import FIRST, IS_FIRST, touches
from storage.tables.leads import leads

_WHERE: Final = {"source_chat": "chat", "source_messages": "messages", "source_lengths": "lengths"}
_SAID: Final = Mapper(Client, columns=_WHERE, given=("source",))


@dataclass(frozen=True, slots=True)
class Touch:
    """One of these things: when (UTC), by whom, None: nobody of the office; and in what words.

    `what`: which mark it is, of a mark.
    """

    kind: TouchKind
    at: datetime
    who: str | None
    said: Client
    what: str | None = None


def add(
    store: Store,
    lead: int,
    client: int,
    touch: Touch,
    *,
    messages: Sequence[int] = (),
    chat: int | None = None,
) -> int:
    """Adds what has happened now to a lead of this client, and returns its row. `chat`: where its messages are, if it
    came by any.
    """
    place = {"office": store.office, "client": client, "lead": lead, "at": touch.at, "who": touch.who}
    words = values_of(touch.said) | ({"chat": chat, "messages": list(messages)} if chat else {})
    values = {"kind": touch.kind, "what": touch.what, "source": touch.said.source, **place, **words}
    return int(store.scalar(_ADD, values) or 0)


_ADD = insert(touches).returning(touches.c.id)


def first_of(store: Store, lead: int) -> int:
    """Returns the row of the touch that made a lead."""
    return int(store.scalar(_FIRST_OF, {"of": lead}) or 0)


_FIRST_OF = select(touches.c.id).where(touches.c.lead == bindparam("of"), IS_FIRST)


def later(store: Store, lead: int) -> Sequence[Touch]:
    """Lists what happened to a lead after the message that made it; oldest first."""
    mine = (touches.c.lead == lead, touches.c.kind != FIRST)

    def read() -> Sequence[Touch]:
        rows = store.execute(select(touches).where(*mine).order_by(touches.c.id))
        return [Touch(TouchKind(r.kind), r.at, r.who, said_in(r, r.source), r.what) for r in rows]

    return once(store, ("later", lead), of(touches), read)


def said_in(row: Any, source: str | None) -> Client:
    """Reads what a touch's row says of a client. `source`: what counts for the lead."""
    return _SAID.read(row, source=source)


def values_of(client: Client) -> dict[str, Any]:
    """Returns the columns of `touches` that hold what somebody said of a client, and where it was said."""
    return {**_SAID.write(client), "phones_found": len(client.phones)}


@dataclass(frozen=True, slots=True)
class Begun:
    """The touch that earlier messages made: its row, that of its lead, what it is, and what is said in it."""

    touch: int
    lead: int
    kind: TouchKind
    at: datetime
    said: Client


def of_album(store: Store, album: str, who: str) -> Begun | None:
    """Finds what an album's earlier messages began, handed over meanwhile or not; the newest of one author's."""
    here = (touches.c.office == store.office, touches.c.album == album, touches.c.who == who)
    row = store.execute(select(touches).where(*here).order_by(touches.c.id.desc()).limit(1)).first()
    return _begun(row) if row else None


def source_of(store: Store, relay: str) -> str | None:
    """Tells of which source the last lead was that came from this bot or channel, and has one; None: none had."""
    here = (touches.c.office == store.office, touches.c.relay == relay, leads.c.source.is_not(None))
    query = select(leads.c.source).join(leads, leads.c.id == touches.c.lead).where(*here)
    found: str | None = store.scalar(query.order_by(touches.c.id.desc()).limit(1))
    return found


def begun_since(store: Store, who: str, since: datetime) -> Sequence[Begun]:
    """Lists what somebody has begun with their messages since then, and thrown away none of; the newest first."""
    newest = select(func.max(touches.c.id)).scalar_subquery()
    here = (touches.c.id > newest - MOST_AT_ONCE, touches.c.office == store.office, IS_FIRST)
    query = select(touches).where(*here, touches.c.who == who, touches.c.at >= since)
    return [_begun(row) for row in store.execute(query.order_by(touches.c.id.desc()))]


MOST_AT_ONCE: Final = 500
"""So many touches of an office are looked through for what somebody began a moment ago."""

LOOKS_BACK: Final = 10_000
"""So many touches ago a message may have come that is written anew: Telegram allows that for two days."""


def of_message(store: Store, chat: int, message: int, who: str) -> Begun | None:
    """Finds what this message of somebody's has become, or has become a part of; None: nothing, or long ago."""
    newest = select(func.max(touches.c.id)).scalar_subquery()
    like = type_coerce(touches.c.messages, Text).contains(str(message))
    here = (touches.c.id > newest - LOOKS_BACK, touches.c.office == store.office)
    query = select(touches).where(*here, touches.c.chat == chat, touches.c.who == who, like)
    rows = store.execute(query.order_by(touches.c.id.desc()))
    return next((_begun(row) for row in rows if message in row.messages), None)


def _begun(row: Any) -> Begun:
    return Begun(row.id, row.lead, TouchKind(row.kind), row.at, said_in(row, row.source))


def enlarge(store: Store, begun: Begun, added: Callable[[Client], Client]) -> None:
    """Adds to what a touch says, which is no lead's first; `added`: what it is with that."""
    row = store.execute(select(touches).where(touches.c.id == begun.touch)).one()
    said = added(said_in(row, row.source))
    store.execute(update(touches).where(touches.c.id == begun.touch).values(values_of(said)))


def hand_to(store: Store, lead: int, to: int) -> None:
    """Everything that was said with a lead is said with the lead `to` of the same client: there it is a repeat."""
    its = touches.c.lead == lead
    store.execute(update(touches).where(its, touches.c.kind == FIRST).values(kind=TouchKind.REPEAT))
    store.execute(update(touches).where(its).values(lead=to, came_with=lead))


def take_back(store: Store, lead: int, to: int, client: int) -> bool:
    """What `hand_to` has added is said with the lead `to`, of this client. Returns whether there is any."""
    its = touches.c.came_with == lead
    first = store.scalar(select(func.min(touches.c.id)).where(its))
    store.execute(update(touches).where(its).values(lead=to, client=client, came_with=None))
    store.execute(update(touches).where(touches.c.id == first).values(kind=TouchKind.FIRST))
    return first is not None
