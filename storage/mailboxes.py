"""How far each mailbox has been read: a letter is stored, and that it is, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from storage.database import upsert
from storage.store import Store
from storage.tables.mailboxes import mailboxes


@dataclass(frozen=True, slots=True)
class Position:
    """The last letter of a mailbox that is stored, by its UID (RFC 3501, 2.3.1.1); 0: the box was empty."""

    validity: int
    uid: int


def position(store: Store, source: str) -> Position | None:
    """Tells how far a source's mailbox is read; None where it has never been looked into."""
    here = (mailboxes.c.office == store.office, mailboxes.c.source == source)
    row = store.execute(select(mailboxes.c.validity, mailboxes.c.uid).where(*here)).first()
    return Position(row.validity, row.uid) if row else None


def put(store: Store, source: str, at: Position) -> None:
    values = {"validity": at.validity, "uid": at.uid}
    row = upsert(store, mailboxes).values(office=store.office, source=source, **values)
    store.execute(row.on_conflict_do_update(index_elements=["office", "source"], set_=values))
