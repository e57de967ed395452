"""The schema climbs the stairs up, down and up again, and is what the tables say."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from storage.database import engine_of
from storage.migrate import downgrade, migrate, newest
from storage.tables.base import metadata
from storage.tables.chats import updates


async def test_every_stair_is_climbed_up_down_and_up_again(empty: str) -> None:
    migrate(empty)
    above = await _look(empty, _shape)
    downgrade(empty, "base")
    assert set(await _look(empty, _shape)) == {"alembic_version"}
    migrate(empty)
    assert await _look(empty, _shape) == above


async def test_alembic_finds_no_difference_between_the_schema_and_the_tables(empty: str) -> None:
    migrate(empty)
    assert await _look(empty, _differences) == []


async def test_every_column_key_index_and_default_is_that_of_the_tables(empty: str) -> None:
    migrate(empty)
    migrated = await _look(empty, _shape)
    downgrade(empty, "base")
    await _look(empty, metadata.create_all)
    assert migrated == await _look(empty, _shape)


async def test_a_database_that_is_there_already_stays_as_it_is(empty: str) -> None:
    migrate(empty)
    before = await _look(empty, _shape)
    migrate(empty)
    assert await _look(empty, _shape) == before


async def test_a_program_that_has_nowhere_to_climb_does_not_load_what_climbs(empty: str) -> None:
    migrate(empty)
    words = "import sys; from storage.migrate import migrate; migrate(sys.argv[1]); print(*sys.modules)"
    done = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", words, empty], capture_output=True, text=True, check=True
    )
    assert "sqlalchemy" in done.stdout.split()
    assert "alembic" not in done.stdout.split()


async def test_the_newest_revision_is_that_of_the_newest_file(empty: str) -> None:
    migrate(empty)
    heads = await _look(empty, lambda conn: MigrationContext.configure(conn).get_current_heads())
    assert heads == (newest(),)


async def test_replicas_that_start_together_migrate_once(empty: str) -> None:
    await asyncio.gather(*(asyncio.to_thread(migrate, empty) for _ in range(4)))
    assert await _look(empty, _differences) == []


async def test_a_stair_that_breaks_leaves_nothing_behind(empty: str) -> None:
    await _look(empty, updates.create)
    with pytest.raises(DBAPIError, match="already exists"):
        migrate(empty)
    assert set(await _look(empty, _shape)) == {"updates"}


async def test_the_programs_logging_is_left_alone(empty: str) -> None:
    root = logging.getLogger()
    before = (root.level, list(root.handlers), logging.getLogger("aiogram").disabled)
    migrate(empty)
    assert (root.level, list(root.handlers), logging.getLogger("aiogram").disabled) == before


async def _look(address: str, see: Any) -> Any:
    with engine_of(address, poolclass=NullPool).begin() as conn:
        return see(conn)


def _differences(conn: Connection) -> list[Any]:
    context = MigrationContext.configure(conn)
    return list(compare_metadata(context, metadata))


def _shape(conn: Connection) -> dict[str, Any]:
    """All that the database itself knows of its tables, in an order that does not depend on their making."""
    look = inspect(conn)
    return {
        table: {
            "columns": {c["name"]: {**c, "type": str(c["type"])} for c in look.get_columns(table)},
            "key": look.get_pk_constraint(table),
            "others": sorted(look.get_foreign_keys(table), key=_name),
            "unique": sorted(look.get_unique_constraints(table), key=_name),
            "indexes": [
                {**i, "dialect_options": _where(i)} for i in sorted(look.get_indexes(table), key=_name)
            ],
        }
        for table in look.get_table_names()
    }


def _where(index: Any) -> list[str]:
    return [f"{option}: {value}" for option, value in index.get("dialect_options", {}).items()]


def _name(found: Any) -> str:
    return str(found["name"])
