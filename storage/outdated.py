"""Clients whose last contact is so long ago that the office keeps nothing of them any more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, case, exists, func, or_, select

from storage.drafts import OPEN
from storage.offices import FIRST
from storage.tables import clients, leads, set_aside

CONTACTS = (leads.c.created_at, leads.c.handed_at, leads.c.held_at, leads.c.closed_at)


def is_old(cutoff: datetime) -> Any:
    """Of a lead: nothing has happened since, and nobody is at work on it."""
    return and_(leads.c.state.not_in(OPEN), *(or_(at.is_(None), at < cutoff) for at in CONTACTS))


def phones(conn: Connection, cutoff: datetime, after: str, most: int, office: int = FIRST) -> Sequence[str]:
    """The next numbers behind `after`, in their order: all of their leads are older, no manager has had one since.

    They may stand in the text of somebody else's younger lead.
    """
    young = select(leads.c.id).where(
        leads.c.office == office, leads.c.phone == clients.c.phone, ~is_old(cutoff)
    )
    known = select(clients.c.phone).where(
        clients.c.office == office, clients.c.phone > after, clients.c.last_at < cutoff, ~young.exists()
    )
    fresh = select(clients.c.phone).where(
        clients.c.office == office, clients.c.phone == leads.c.phone, clients.c.last_at >= cutoff
    )
    asked = (
        select(leads.c.phone)
        .where(leads.c.office == office, leads.c.phone > after, ~fresh.exists())
        .group_by(leads.c.phone)
        .having(func.min(case((is_old(cutoff), 1), else_=0)) == 1)
    )
    found: set[str] = set()
    for query, phone in (
        (known, clients.c.phone),
        (asked, leads.c.phone),
    ):  # each stops at its last one by itself
        found.update(conn.scalars(query.order_by(phone).limit(most)))
    return sorted(found)[:most]


def without_phone(conn: Connection, cutoff: datetime, most: int, office: int = FIRST) -> Sequence[int]:
    """Leads of clients whose number nobody has noted, a voice message alone for instance."""
    here = (leads.c.office == office, leads.c.phone.is_(None), leads.c.erased.is_(None), is_old(cutoff))
    return list(conn.scalars(select(leads.c.id).where(*here).order_by(leads.c.id).limit(most)))


def is_client_old(
    conn: Connection, phone: str, leads_of: Collection[int], cutoff: datetime, office: int = FIRST
) -> bool:
    """Whether this number and these leads, which are all of its leads, are still as old as they were."""
    known = (clients.c.office == office, clients.c.phone == phone, clients.c.last_at >= cutoff)
    young = select(leads.c.id).where(leads.c.id.in_(leads_of), ~is_old(cutoff))
    return not conn.scalar(select(or_(exists().where(*known), young.exists())))


def set_aside_before(conn: Connection, cutoff: datetime) -> Sequence[int]:
    """Updates that could not be handled, and hold still what somebody wrote."""
    rows = conn.execute(select(set_aside.c.id, set_aside.c.body).where(set_aside.c.at < cutoff))
    return [row.id for row in rows if row.body.keys() - {"update_id"}]
