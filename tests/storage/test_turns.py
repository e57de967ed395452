"""A turn that was charged, in the database: as it was, also where an older schema kept it as one text."""

from __future__ import annotations

import json
from datetime import timedelta

from sqlalchemy import insert, select, text

from leads.client import Client
from leads.lead import Offer, Step
from leads.turns import Turn
from storage import drafts
from storage.clients import Acquaintance
from storage.database import Database
from storage.migrate import downgrade, migrate
from storage.rows import offer_from, offer_row
from storage.set_up import write_office
from storage.store import Store
from storage.tables.leads import offers
from tests.storage.stored_office import NOW, stored_office

HUGE = 3 * 2**80  # share units do not fit into 64 bits
TURNS = (
    Turn(
        "petrov",
        {"petrov": HUGE, "sidorova": HUGE + 1},
        ticket_before=7,
        idle_before=NOW - timedelta(minutes=3),
    ),
    Turn("sidorova", {"sidorova": 2 * HUGE}, ticket_before=1, idle_before=NOW - timedelta(microseconds=1)),
    Turn("petrov", {"petrov": HUGE}, ticket_before=2),
    None,
)


async def test_turns_go_down_the_stairs_and_up_again_as_they_were(empty: str) -> None:
    migrate(empty)
    database = Database(empty)
    async with database.writing() as store:
        _offers(store)
    await database.close()
    downgrade(empty, "0009")
    database = Database(empty)
    async with database.reading() as store:
        told = store.execute(text("SELECT turn FROM offers ORDER BY id"))
        before = [json.loads(turn) if turn else None for (turn,) in told]
    await database.close()
    assert before[3] is None and before[2] == {
        "payer": "petrov",
        "gained": {"petrov": HUGE},
        "ticket_before": 2,
    }
    migrate(empty)
    database = Database(empty)
    async with database.reading() as store:
        rows = store.execute(select(offers).order_by(offers.c.id))
        assert tuple(offer_from(row).turn for row in rows) == TURNS
    await database.close()


def _offers(store: Store) -> None:
    office = stored_office()
    write_office(store, office, NOW)
    lead = drafts.add(store, Client(), office.segments[0].id, Acquaintance(), "anna", NOW)
    for turn in TURNS:
        row = offer_row(Offer(Step.OFFER, "balance", NOW, ("petrov",), turn=turn))
        store.execute(insert(offers).values(office=1, lead=lead, **row))
