"""What lies in a database beside our tables is named, on both: nobody hides a deed in a trigger."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, text

from storage.catalogue import foreign_objects
from storage.database import Database

ON_BOTH = {
    "view": ("CREATE VIEW his AS SELECT value FROM contacts",),
    "table": ("CREATE TABLE his (phone TEXT)",),
    "index": ("CREATE UNIQUE INDEX his ON contacts (value)",),
}
TRIGGERS = {
    "sqlite": ("CREATE TRIGGER his AFTER INSERT ON leads BEGIN UPDATE people SET capacity = 0; END",),
    "postgresql": (
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE TRIGGER his AFTER INSERT ON leads FOR EACH ROW EXECUTE FUNCTION f()",
    ),
}


def _after(conn: Connection, *statements: str) -> list[str]:
    for statement in statements:
        conn.execute(text(statement))
    return foreign_objects(conn)


async def test_of_our_own_nothing_is_named(database: Database) -> None:
    async with database.reading() as conn:
        assert foreign_objects(conn) == []


@pytest.mark.parametrize("kind", ON_BOTH)
async def test_what_somebody_else_has_made_is_named(database: Database, kind: str) -> None:
    async with database.writing() as conn:
        assert f"the database: the {kind} his is not one of this program" in _after(conn, *ON_BOTH[kind])
        conn.rollback()


async def test_a_trigger_is_named(database: Database) -> None:
    async with database.writing() as conn:
        said = _after(conn, *TRIGGERS[conn.dialect.name])
        assert "the database: the trigger his is not one of this program" in said
        conn.rollback()


async def test_on_postgresql_a_rule_is_named(database: Database) -> None:
    async with database.writing() as conn:
        if conn.dialect.name != "postgresql":
            return
        said = _after(conn, "CREATE RULE his AS ON DELETE TO ledger DO INSTEAD NOTHING")
        assert said == ["the database: the rule his is not one of this program"]
        conn.rollback()
