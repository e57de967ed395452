"""The contacts of a client: by each of them the client is known again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from sqlalchemy import delete, exists, select, tuple_, update

from leads.client import Contact, ContactKind
from storage.database import upsert
from storage.store import Store
from storage.tables.clients import contacts

OF_SEVERAL: Final = -1
"""The position of a contact that stands with several numbers: a site's or a partner's, it leads to nobody."""

_phones = contacts.alias("phones")
HAS_PHONE: Final = (
    exists()
    .where(_phones.c.client == contacts.c.client, _phones.c.kind == ContactKind.PHONE)
    .correlate(contacts)
)


def note(store: Store, client: int, found: Sequence[Contact]) -> None:
    """Adds these contacts to a client's; one that is somebody's already stays theirs.

    Where both have a number of their own, it tells from then on of neither who they are.
    """
    if rows := rows_of(store, client, found):
        store.execute(upsert(store, contacts).on_conflict_do_nothing(), rows)
    others = [one for one in found if one[0] != ContactKind.PHONE]
    if others and len(others) < len(found):
        is_one = tuple_(contacts.c.kind, contacts.c.value).in_(others)
        theirs = (contacts.c.office == store.office, contacts.c.client != client, is_one, HAS_PHONE)
        store.execute(update(contacts).where(*theirs).values(position=OF_SEVERAL))


def rows_of(store: Store, client: int, found: Sequence[Contact]) -> list[dict[str, Any]]:
    """Returns them as rows, the surest first."""
    return [
        {"office": store.office, "kind": kind, "value": value, "client": client, "position": n}
        for n, (kind, value) in enumerate(found)
    ]


def take(store: Store, client: int, gone: Collection[Contact]) -> None:
    """These are no contacts of this client any more."""
    if gone:
        mine = (contacts.c.office == store.office, contacts.c.client == client)
        store.execute(
            delete(contacts).where(*mine, tuple_(contacts.c.kind, contacts.c.value).in_(sorted(gone)))
        )


def of(store: Store, client: int) -> Sequence[Contact]:
    """Returns the client's contacts of every kind, phones first."""
    mine = contacts.c.client == client
    rows = store.execute(select(contacts.c.kind, contacts.c.value).where(mine).order_by(contacts.c.position))
    found = [(row.kind, row.value) for row in rows]
    return sorted(found, key=lambda one: one[0] != ContactKind.PHONE)
