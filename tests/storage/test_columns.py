"""The column types keep their promises through a real database and back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, func, insert, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import StatementError

from leads.shares import LEAD
from storage.columns import Exact, Json, Seconds, UtcDateTime
from storage.database import Database

metadata = MetaData()
samples = Table(
    "samples",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime),
    Column("length", Seconds),
    Column("units", Exact),
    Column("json", Json),
)
MOSCOW = timezone(timedelta(hours=3))
AT = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=MOSCOW)


@pytest.fixture
async def database(database: Database) -> AsyncIterator[Database]:
    """Serves other tests, too, and whoever verifies it complains of a table that is not the program's."""
    yield database
    async with database.writing() as store:
        metadata.drop_all(store.conn)


async def _there_and_back(database: Database, *rows: dict[str, Any]) -> list[Any]:
    async with database.writing() as store:
        metadata.drop_all(store.conn)
        metadata.create_all(store.conn)
        for row in rows:
            store.execute(insert(samples).values(row))
    async with database.reading() as store:
        return list(store.execute(select(samples).order_by(samples.c.id)))


async def test_an_instant_comes_back_in_utc_to_the_microsecond(database: Database) -> None:
    [row] = await _there_and_back(database, {"at": AT})
    assert row.at == AT
    assert row.at.utcoffset() == timedelta(0)


async def test_instants_of_different_zones_are_compared_as_instants(database: Database) -> None:
    later = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    await _there_and_back(database, {"at": AT}, {"at": later})
    async with database.reading() as store:
        assert store.scalar(select(func.max(samples.c.at))) == later
        assert store.scalar(select(samples.c.id).where(samples.c.at < later.astimezone(MOSCOW))) == 1


async def test_a_naive_datetime_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="a naive datetime cannot be stored"):
        await _there_and_back(database, {"at": AT.replace(tzinfo=None)})


async def test_exact_integers_of_any_size_come_back_unchanged(database: Database) -> None:
    numbers = [0, -1, LEAD, -17 * LEAD, 10**22 - 1, 2**200]
    rows = await _there_and_back(database, *({"units": n} for n in numbers))
    assert [row.units for row in rows] == numbers


async def test_lengths_of_time_come_back_to_the_millisecond(database: Database) -> None:
    lengths = [timedelta(0), timedelta(milliseconds=1), timedelta(seconds=90.5), timedelta(days=3660)]
    rows = await _there_and_back(database, *({"length": length} for length in lengths))
    assert [row.length for row in rows] == lengths


async def test_json_comes_back_unchanged_big_integers_included(database: Database) -> None:
    values = [{}, [], {"Б": ["ё", None, True, 0.5], "а": {"units": -(10**22)}}, "строка", 'a "quote"', 0]
    rows = await _there_and_back(database, *({"json": value} for value in values))
    assert [row.json for row in rows] == values


async def test_json_is_found_by_its_value(database: Database) -> None:
    await _there_and_back(database, {"json": []}, {"json": [5]}, {"json": {"b": 1, "a": 2}})
    async with database.reading() as store:
        assert list(store.scalars(select(samples.c.id).where(samples.c.json == []))) == [1]
        same = samples.c.json == {"a": 2, "b": 1}
        assert list(store.scalars(select(samples.c.id).where(same))) == [3]


async def test_nothing_comes_back_as_nothing(database: Database) -> None:
    [row] = await _there_and_back(database, {"id": 1})
    assert (row.at, row.length, row.units, row.json) == (None, None, None, None)


@given(st.timedeltas(timedelta(0), timedelta(days=36_600)))
def test_a_length_of_time_is_never_off_by_more_than_half_a_millisecond(length: timedelta) -> None:
    column, dialect = Seconds(), sqlite.dialect()
    back = column.process_result_value(column.process_bind_param(length, dialect), dialect)
    assert back is not None
    assert abs(back - length) <= timedelta(microseconds=500)
