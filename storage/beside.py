"""What stands beside the ledger without an entry of its own, and can be worked out again; read strictly."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Table

from leads.office import Office
from storage import strict
from storage import tables as t
from storage.office_codec import office_from
from storage.store import Store

Invited = tuple[str | None, str | None]


def settings(store: Store) -> Office | None:
    """The office without its people and segments; None where they make no sense: they are not what was sealed then."""
    here = t.offices.c.id == store.office
    for row in strict.read(store, [t.offices.c.name, t.offices.c.settings], lambda q: q.where(here)):
        try:
            return office_from(row.values.name, row.values.settings)
        except strict.NOT_READABLE:
            return None
    return None


def counts(store: Store, flaws: list[str]) -> tuple[int | None, int | None]:
    """How many entries the ledger has had by the office's own count, and which one sealed the set-up last."""
    columns = [t.offices.c.ledger_length, t.offices.c.set_up_entry]
    rows = strict.read(store, columns, lambda q: q.where(t.offices.c.id == store.office))
    flaws += [
        f"the office: its {name} cannot be read as it was written" for row in rows for name in row.flaws
    ]
    return (rows[0].values.ledger_length, rows[0].values.set_up_entry) if rows else (None, None)


def clients(store: Store, flaws: list[str]) -> list[tuple[int, str | None, datetime | None]]:
    """Row, manager, since when. Of one that cannot be read is said no more than that there is one."""
    rows = _sound(store, flaws, t.clients, "id", "owner", "last_at")
    return [(row.id, row.owner, row.last_at) for row in rows]


def clients_of_leads(store: Store) -> list[tuple[int, int]]:
    """Of the leads that were handed over, by number; `whole.cases` tells of what is wrong with a number."""
    rows = _sound(store, [], t.leads, "number", "client")
    return [(row.number, row.client) for row in rows if row.number and row.client]


def invitations(store: Store, flaws: list[str]) -> list[tuple[str, Invited]]:
    """By the hash of the link; all that there ever were."""
    rows = _sound(store, flaws, t.invitations, "token", "person", "role")
    return [(row.token, (row.person, row.role)) for row in rows]


def evenings(store: Store, flaws: list[str]) -> tuple[datetime | None, list[str]]:
    """When the next summary is due, and the days of which one was told."""
    here = t.offices.c.id == store.office
    rows = strict.read(store, [t.offices.c.summary_due], lambda q: q.where(here))
    flaws += ["the office: its summary_due cannot be read as it was written" for row in rows if row.flaws]
    told = [row.day for row in _sound(store, flaws, t.summaries, "day")]
    return rows[0].values.summary_due if rows else None, told


def last_update(store: Store) -> datetime | None:
    """When the newest update was heard."""
    rows = strict.read(store, [t.updates.c.at], lambda q: q.order_by(t.updates.c.at.desc()).limit(1))
    return rows[0].values.at if rows else None


def _sound(store: Store, flaws: list[str], table: Table, *names: str) -> list[Any]:
    """Rows of the office, in the order of their first column. No sentence holds what stands there."""
    columns = [table.c[name] for name in names]
    rows = strict.read(store, columns, lambda q: q.where(table.c.office == store.office).order_by(columns[0]))
    for row in rows:
        flaws += [f"{table.name}: a {name} cannot be read as it was written" for name in row.flaws]
    return [row.values for row in rows if not row.flaws]
