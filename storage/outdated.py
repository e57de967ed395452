"""Clients whose last contact is so long ago that the office keeps nothing of them any more."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, exists, or_, select

from storage.clients import IS_PHONE, OPEN
from storage.store import Store
from storage.tables import clients, contacts, leads, set_aside

CONTACTS = (leads.c.created_at, leads.c.handed_at, leads.c.held_at, leads.c.closed_at)


def is_old(cutoff: datetime) -> Any:
    """Of a lead: nothing has happened since, and nobody is at work on it."""
    return and_(leads.c.state.not_in(OPEN), *(or_(at.is_(None), at < cutoff) for at in CONTACTS))


def clients_before(store: Store, cutoff: datetime, after: int, most: int) -> Sequence[int]:
    """The next clients behind `after`: all of their leads are older, and no manager has had one since.

    They may stand in the text of somebody else's younger lead.
    """
    young = exists().where(leads.c.client == clients.c.id, ~is_old(cutoff))
    here = (clients.c.office == store.office, clients.c.id > after, ~_is_had_since(cutoff), ~young)
    return list(store.scalars(select(clients.c.id).where(*here).order_by(clients.c.id).limit(most)))


def _is_had_since(cutoff: datetime) -> Any:
    return and_(clients.c.last_at.is_not(None), clients.c.last_at >= cutoff)


def phones_of(store: Store, ids: Collection[int]) -> Mapping[int, Sequence[str]]:
    """The numbers of these clients."""
    here = (contacts.c.client.in_(ids), IS_PHONE)
    query = select(contacts.c.client, contacts.c.value).where(*here).order_by(contacts.c.value)
    found: dict[int, list[str]] = {id: [] for id in ids}
    for row in store.execute(query):
        found[row.client].append(row.value)
    return found


def is_client_old(store: Store, client: int, leads_of: Collection[int], cutoff: datetime) -> bool:
    """Whether this client and these leads, all that speak of the client, are still as old as they were."""
    known = exists().where(clients.c.id == client, _is_had_since(cutoff))
    young = exists().where(leads.c.id.in_(leads_of), ~is_old(cutoff))
    return not store.scalar(select(or_(known, young)))


def set_aside_before(store: Store, cutoff: datetime) -> Sequence[int]:
    """Updates that could not be handled, and hold still what somebody wrote."""
    rows = store.execute(select(set_aside.c.id, set_aside.c.body).where(set_aside.c.at < cutoff))
    return [row.id for row in rows if row.body.keys() - {"update_id"}]
