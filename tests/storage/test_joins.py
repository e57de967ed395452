"""Clients who are one, and are parted in any order: each has again what came with them, and looks as before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import permutations, product
from typing import Any

import pytest
from sqlalchemy import select, update

from leads.client import Client
from leads.lead import State
from leads.office import Office
from storage import clients as known_clients
from storage import drafts, joins, personal
from storage.clients import acquaintance
from storage.database import Database
from storage.store import Store
from storage.tables.clients import clients, contacts, terms, touches
from storage.tables.clients import joins as joins_table
from storage.tables.leads import leads
from tests.storage.stored_office import NOW

PHONES = ("+78432000001", "+78432000002", "+78432000003", "+78432000004")
TABLES = (clients, contacts, leads, touches, terms, joins_table)
TREES = [ways for ways in product(range(4), repeat=3) if all(to < n + 1 for n, to in enumerate(ways))]
"""For the second, third and fourth client, with whom of those before it is joined."""


def call(store: Store, phone: str | None, number: int, **lead: Any) -> int:
    """A lead that was handed over; returns its row."""
    said = Client(name=f"Имя{number}", phone=phone, phones=(phone,) if phone else (), text=f"words {number}")
    id = drafts.add(store, said, "rest", acquaintance(store, phone), "anna", NOW)
    values = {"number": number, "state": State.HELD, "holder": "petrov", "held_at": NOW} | lead
    store.execute(update(leads).where(leads.c.id == id).values(values))
    return id


def client_of(store: Store, lead: int) -> int:
    return int(store.scalar(select(leads.c.client).where(leads.c.id == lead)) or 0)


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    return {
        table.name: sorted(tuple(map(repr, row)) for row in store.execute(select(table))) for table in TABLES
    }


def four(store: Store) -> Sequence[int]:
    """The clients of four leads, of whom each was taken later than the one before, the second by nobody."""
    found = []
    for n, phone in enumerate(PHONES):
        at = NOW + timedelta(hours=n)
        had = {"holder": "sidorova" if n % 2 else "petrov", "held_at": at}
        lead = call(store, phone, n + 1, **({"holder": None, "held_at": None} if n == 1 else had))
        found.append(client_of(store, lead))
        known_clients.look_after(store, found[-1])
    return found


@pytest.mark.parametrize("ways", TREES)
async def test_parted_in_any_order_everything_is_as_it_was(
    database: Database, office: Office, ways: tuple[int, ...]
) -> None:
    async with database.writing() as store:
        ids = four(store)
        before = everything(store)
        for order in permutations(range(3)):
            made: list[joins.Join] = []
            for n, to in enumerate(ways, 1):
                root = client_of_root(store, ids[to])
                made.append(joins.join(store, ids[n], root, NOW))
            root = client_of_root(store, ids[0])
            assert {row.client for row in store.execute(select(leads))} == {root}
            assert [one.id for one in joins.of_client(store, root)] == [one.id for one in made]
            for n in order:
                joins.part(store, made[n])
            assert everything(store) == before


def client_of_root(store: Store, client: int) -> int:
    """With whom everything of a client is now."""
    while (
        one := store.scalar(select(joins_table.c.same_as).where(joins_table.c.client == client))
    ) is not None:
        client = one
    return client


async def test_a_lead_that_came_since_goes_where_its_number_goes(database: Database, office: Office) -> None:
    async with database.writing() as store:
        ids = four(store)
        made = joins.join(store, ids[1], ids[0], NOW)
        later = [call(store, PHONES[n], 10 + n) for n in (0, 1)]
        nameless = call(store, None, 20)
        store.execute(update(leads).where(leads.c.id == nameless).values(client=ids[0]))
        assert [client_of(store, lead) for lead in later] == [ids[0], ids[0]]
        assert joins.phones(store, made) == [PHONES[1]]
        joins.part(store, made)
        assert [client_of(store, lead) for lead in (*later, nameless)] == [ids[0], ids[1], ids[0]]


async def test_whoever_took_a_lead_last_looks_after_both_and_then_after_their_own(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        ids = four(store)
        made = joins.join(store, ids[3], ids[0], NOW)
        assert owner(store, ids[0]) == "sidorova"
        joins.part(store, made)
        assert (owner(store, ids[0]), owner(store, ids[3])) == ("petrov", "sidorova")
        nobodys = joins.join(store, ids[0], ids[1], NOW)
        assert owner(store, ids[1]) == "petrov"
        joins.part(store, nobodys)
        assert owner(store, ids[1]) is None, "nobody has had that one"


def owner(store: Store, client: int) -> str | None:
    return store.scalar(select(clients.c.owner).where(clients.c.id == client))


async def test_who_is_erased_is_gone_with_all_who_are_the_same(database: Database, office: Office) -> None:
    async with database.writing() as store:
        ids = four(store)
        joins.join(store, ids[2], ids[1], NOW)
        joins.join(store, ids[1], ids[0], NOW)
        found = personal.lead_rows(store, personal.of_clients(store, [ids[0]]))
        assert [lead.number for lead in found] == [1, 2, 3]
        store.execute(update(leads).where(leads.c.client == ids[0]).values(client=None))
        store.execute(touches.delete().where(touches.c.client == ids[0]))
        known_clients.erase(store, [ids[0]])
        assert set(store.scalars(select(clients.c.id))) == {ids[3]}
        assert not store.scalars(select(joins_table.c.id)).all()
        assert store.scalars(select(contacts.c.value)).all() == [PHONES[3]]


async def test_one_who_is_another_has_no_time_of_their_own_to_be_kept(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        ids = four(store)
        store.execute(update(leads).values(state=State.CLOSED))
        cutoff = NOW + timedelta(days=9)
        assert personal.clients_before(store, cutoff, 0, 9) == sorted(ids)
        joins.join(store, ids[3], ids[0], NOW)
        assert personal.clients_before(store, cutoff, 0, 9) == sorted(ids[:3])


async def test_an_open_lead_is_found_with_who_has_it(database: Database, office: Office) -> None:
    async with database.writing() as store:
        ids = four(store)
        waiting = call(store, PHONES[0], 9, state=State.WAITING, holder=None, duplicate_of=1)
        call(store, PHONES[0], 8, state=State.CLOSED)
        found = joins.open_of(store, ids[0])
        assert [(one.number, one.holder, one.apart) for one in found] == [
            (1, "petrov", False),
            (9, None, True),
        ]
        assert [one.number for one in joins.open_of(store, ids[0], waiting)] == [1]
        assert joins.open_of(store, None) == ()


async def test_whom_one_may_mean_is_one_lead_each_open_ones_first(database: Database, office: Office) -> None:
    async with database.writing() as store:
        ids = four(store)
        call(store, PHONES[1], 9, state=State.CLOSED)
        found = joins.choices(store, ids[0], 9)
        assert [one.number for one in found] == [4, 3, 2]
        assert [one.number for one in joins.choices(store, ids[0], 2)] == [4, 3]
        closed = store.scalars(select(leads.c.id).where(leads.c.number == 9)).all()
        assert [one.number for one in joins.choices(store, ids[0], 9, closed)] == [9]
        assert joins.choices(store, ids[0], 9, []) == []
