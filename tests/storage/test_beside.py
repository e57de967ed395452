"""What lies in a database beside our tables is named, on both: nobody hides a deed in a trigger."""

from __future__ import annotations

from pkgutil import iter_modules

import pytest
from sqlalchemy import text

from storage import tables
from storage.beside import foreign_objects
from storage.database import Database
from storage.store import Store
from storage.views import VIEWS

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


def _after(store: Store, *statements: str) -> list[str]:
    for statement in statements:
        store.execute(text(statement))
    return foreign_objects(store)


async def test_of_our_own_nothing_is_named(database: Database) -> None:
    async with database.reading() as store:
        assert foreign_objects(store) == []


@pytest.mark.parametrize("kind", ON_BOTH)
async def test_what_somebody_else_has_made_is_named(database: Database, kind: str) -> None:
    async with database.writing() as store:
        assert f"the database: the {kind} his is not one of this program" in _after(store, *ON_BOTH[kind])
        store.conn.rollback()


async def test_a_trigger_is_named(database: Database) -> None:
    async with database.writing() as store:
        said = _after(store, *TRIGGERS[store.dialect.name])
        assert "the database: the trigger his is not one of this program" in said
        store.conn.rollback()


async def test_on_postgresql_a_rule_is_named(database: Database) -> None:
    async with database.writing() as store:
        if store.dialect.name != "postgresql":
            return
        said = _after(store, "CREATE RULE his AS ON DELETE TO ledger DO INSTEAD NOTHING")
        assert said == ["the database: the rule his is not one of this program"]
        store.conn.rollback()


@pytest.mark.parametrize("view", VIEWS)
async def test_a_view_of_ours_that_is_gone_or_says_something_else_is_named(
    database: Database, view: str
) -> None:
    said = [f"the database: the view {view} is not as this program has made it"]
    async with database.writing() as store:
        assert _after(store, f"DROP VIEW {view}") == said
        columns = ", ".join(f"NULL AS {name}" for name in ("office", "lead"))
        assert _after(store, f"CREATE VIEW {view} AS SELECT {columns}") == said
        store.conn.rollback()
    async with database.reading() as store:
        assert foreign_objects(store) == [], "looking has changed nothing"


def test_whoever_imports_one_table_has_imported_all() -> None:
    """Else a program that never reads letters would take the table of mailboxes for somebody else's."""
    assert set(tables.__all__) == {found.name for found in iter_modules(tables.__path__)} - {"base"}
