"""A database for one test: nothing waits for the disk, and no statement is made into SQL twice in a test run."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Dialect, Engine, event
from sqlalchemy.util import LRUCache

from storage.database import Database

_made: LRUCache[Any, Any] = LRUCache(2000)  # the SQL of every statement that a test has needed
_dialects: list[Dialect] = []  # the first engine's: SQLAlchemy keeps SQL for one dialect object only


def careless(database: Database) -> Database:
    """No power is cut during a test. Of PostgreSQL it takes as good care as ever."""
    engine = database._engine
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _wait_for_nothing)
        _share(engine)
    return database


def _wait_for_nothing(connection: Any, _: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")


def _share(engine: Engine) -> None:
    """A test opens an engine of its own; making its statements into SQL was an eighth of all its work."""
    if not _dialects:
        _dialects.append(engine.dialect)
    engine.dialect = engine.pool._dialect = _dialects[0]
    engine._compiled_cache = _made
