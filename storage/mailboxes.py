"""How far each mailbox has been read: a letter is stored, and that it is, in one transaction. And how it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from storage.database import upsert
from storage.store import Store
from storage.tables.mailboxes import mailboxes


class MailboxState(StrEnum):
    """Says how a mailbox answers."""

    LISTENS = "listens"  # it is open, and tells of what comes
    AWAY = "away"  # its server does not answer
    REFUSES = "refuses"  # it does not take the name, the password or the folder


@dataclass(frozen=True, slots=True)
class Position:
    """The last letter of a mailbox that is stored, by its UID (RFC 3501, 2.3.1.1); 0: the box was empty."""

    validity: int
    uid: int


def position(store: Store, source: str) -> Position | None:
    """Tells how far a source's mailbox is read; None where it has never been looked into."""
    here = (mailboxes.c.office == store.office, mailboxes.c.source == source)
    row = store.execute(select(mailboxes.c.validity, mailboxes.c.uid).where(*here)).first()
    return Position(row.validity, row.uid) if row and row.validity is not None else None


def put(store: Store, source: str, at: Position) -> None:
    _put(store, source, {"validity": at.validity, "uid": at.uid})


def state(store: Store, source: str) -> tuple[MailboxState, datetime] | None:
    """Returns how a source's mailbox answers, and since when (UTC); None where nobody has tried it yet."""
    here = (mailboxes.c.office == store.office, mailboxes.c.source == source)
    row = store.execute(select(mailboxes.c.state, mailboxes.c.since).where(*here)).first()
    return (MailboxState(row.state), row.since) if row and row.state else None


def note(store: Store, source: str, now: MailboxState | None, at: datetime | None) -> None:
    """It answers so from then on; None: it is another one, that nobody has tried yet."""
    _put(store, source, {"state": now, "since": at})


def _put(store: Store, source: str, values: dict[str, Any]) -> None:
    row = upsert(store, mailboxes).values(office=store.office, source=source, **values)
    store.execute(row.on_conflict_do_update(index_elements=["office", "source"], set_=values))
