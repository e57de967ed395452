"""What a transaction has read is kept as long as it is true."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import insert, text, update

from leads.office import Office
from storage import people
from storage.database import Database
from storage.memo import keep, of, once
from storage.store import Store
from storage.tables.clients import clients
from storage.tables.office import people as rows

OF_PEOPLE = of(rows)


def _numbers() -> Iterator[int]:
    yield from range(1, 10)


async def test_it_is_read_once_until_its_own_table_is_written(database: Database, office: Office) -> None:
    numbers = _numbers()

    def read(store: Store) -> int:
        return once(store, "a number", OF_PEOPLE, lambda: next(numbers))

    async with database.writing() as store:
        assert (read(store), read(store)) == (1, 1)
        store.execute(insert(clients).values(office=store.office))
        assert read(store) == 1, "clients are another table"
        store.execute(update(rows).values(lapses=1))
        assert (read(store), read(store)) == (2, 2)
        keep(store, "a number", OF_PEOPLE, 7)
        assert read(store) == 7
    async with database.reading() as store:
        assert read(store) == 3, "another transaction may see another state"


async def test_after_a_statement_that_it_does_not_know_everything_is_read_anew(
    database: Database, office: Office
) -> None:
    numbers = _numbers()
    async with database.writing() as store:
        assert once(store, "a number", OF_PEOPLE, lambda: next(numbers)) == 1
        store.execute(text("WITH nobody AS (SELECT 1) UPDATE people SET lapses = 0"))
        assert once(store, "a number", OF_PEOPLE, lambda: next(numbers)) == 2


async def test_what_was_read_outlives_a_part_that_succeeds_and_not_one_that_is_undone(
    database: Database, office: Office
) -> None:
    numbers = _numbers()

    def read(store: Store) -> int:
        return once(store, "a number", OF_PEOPLE, lambda: next(numbers))

    async with database.writing() as store:
        assert read(store) == 1
        with store.conn.begin_nested():
            assert read(store) == 1
        assert read(store) == 1
        undone = store.conn.begin_nested()
        store.execute(update(rows).values(lapses=1))
        assert read(store) == 2
        undone.rollback()
        assert read(store) == 3


@pytest.mark.parametrize("column", ["asked", "locale"])
async def test_who_somebody_is_is_seen_as_it_stands_in_the_same_transaction(
    database: Database, office: Office, column: str
) -> None:
    """Names and chats are kept while leads come and go, and yet never outlive a change of the person."""
    value = {"asked": 5, "locale": "en"}[column]
    async with database.writing() as store:
        before = people.by_ids(store, ["petrov"])["petrov"]
        assert getattr(before, column) != value
        people.change(store, "petrov", **{column: value})
        assert getattr(people.by_ids(store, ["petrov"])["petrov"], column) == value
