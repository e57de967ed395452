"""What the ledger says of a team's changes, and the balances beside it."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import update

from leads.entries.people import SetUp
from leads.ledger import check_chain
from leads.office import Office
from leads.turns import Standing
from storage import ledger
from storage.database import Database
from storage.offices import read_standings
from storage.set_up import write_office
from storage.tables.office import members
from tests.storage.stored_office import NOW

Noted = tuple[str, dict[str, Any]]


def switched(segment: str, before: str | None, after: str, furthest: int | None = None) -> Noted:
    body = {
        "segment": segment,
        "before": before,
        "after": after,
        "drawn_in": furthest is not None,
        "by": None,
    }
    return "scheme_switched", body if furthest is None else body | {"furthest": furthest}


def joined(segment: str, who: str) -> Noted:
    return "member_joined", {"segment": segment, "who": who}


def left(segment: str, who: str, credit: int = 0) -> Noted:
    return "member_left", {"segment": segment, "who": who, "left": credit}


async def load(database: Database, office: Office) -> None:
    async with database.writing() as store:
        write_office(store, office, NOW)


async def entries_of(database: Database, office: Office) -> list[Noted]:
    """What the ledger says of loading this office."""
    before = await noted(database)
    await load(database, office)
    return (await noted(database))[len(before) :]


async def noted(database: Database) -> list[Noted]:
    """But for the seals of the set-up, which are there whenever anything of it has changed."""
    async with database.reading() as store:
        entries = ledger.everything(store)
    assert check_chain(entries)
    assert {(entry.lead, entry.at) for entry in entries} <= {(None, NOW)}
    return [(entry.kind, json.loads(entry.body)) for entry in entries if entry.kind != SetUp.kind]


async def standings_of(database: Database, segment: str) -> dict[str, Standing]:
    async with database.reading() as store:
        return read_standings(store, segment)


async def heap_up(database: Database, segment: str, owed: dict[str, int]) -> None:
    assert sum(owed.values()) == 0
    async with database.writing() as store:
        for who, credit in owed.items():
            of = (members.c.segment == segment, members.c.person == who)
            store.execute(update(members).where(*of).values(credit=credit))
