"""A client's other leads: which there were, when, and what became of each. Nothing of the client is read here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select

from leads.lead import Lead, State
from storage.rows import lead_from
from storage.store import Store
from storage.tables.leads import leads

MOST: Final = 100  # nobody reads more


def of_client(store: Store, lead: int, client: int) -> Sequence[Lead]:
    """Returns what this client came with but for the lead `lead`, the newest first; drafts are none of it."""
    others = (leads.c.client == client, leads.c.id != lead, leads.c.number.is_not(None))
    rows = store.execute(select(leads).where(*others).order_by(leads.c.id.desc()).limit(MOST))
    return [lead_from(row) for row in rows]


def alone(store: Store, lead: int, client: int) -> set[int]:
    """Returns the client's other lead, where there is one alone that counts: with the lead `lead` it has a history, and
    without it none.
    """
    others = (leads.c.client == client, leads.c.id != lead, leads.c.number.is_not(None))
    query = select(leads.c.id).where(*others, leads.c.state != State.WITHDRAWN)
    found = store.scalars(query.limit(2)).all()
    return set(found) if len(found) == 1 else set()
