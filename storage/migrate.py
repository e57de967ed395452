"""Brings a database up to the schema of this program. Needs no file on disk but the package itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from enum import StrEnum
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from storage.ailments import Ailment, DatabaseAilsError, ails
from storage.database import engine_of

# Replicas that start together climb one after the other. SQLite's foreign keys stay off here, as they are by
# default: Alembic changes a table by copying it, and dropping the old one would count as deleting its rows.
ALONE = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "SELECT pg_advisory_xact_lock(5264)"}

LOOKED_THROUGH = (
    200_000_000  # bytes of a file that is looked through before anything is written: under a second
)
SOUND = "ok"  # what SQLite says of a whole file
MEMORY = ":memory:"

Stairs = Callable[[Config, str], None]


def migrate(address: str) -> None:
    """This upgrades to the newest revision, in one transaction; does nothing to a database that is there already.

    Raises DatabaseAilsError, naming the file: it is damaged, it cannot be written, somebody else holds it.
    """
    _open_once(address)
    _climb(address, command.upgrade, "head")


class Schema(StrEnum):
    """It says what a database is to this version of the program."""

    NONE = "none"  # nothing of ours is in it
    CURRENT = "current"
    OLDER = "older"
    UNKNOWN = "unknown"  # a newer version has made it, or another program


def schema_of(address: str) -> Schema:
    """This changes nothing; a SQLite file that is not there is not made. Raises DatabaseAilsError as `migrate` does."""
    if not _is_there(address):
        return Schema.NONE
    _open_once(address)
    engine = engine_of(address, poolclass=NullPool)
    with engine.connect() as conn:
        return _schema(conn)


def _is_there(address: str) -> bool:
    url = make_url(address)
    return url.get_backend_name() != "sqlite" or not url.database or Path(url.database).exists()


def _schema(conn: Connection) -> Schema:
    stored = set(MigrationContext.configure(conn).get_current_heads())
    revisions = ScriptDirectory.from_config(config(conn))
    if not stored:
        return Schema.NONE
    if stored == set(revisions.get_heads()):
        return Schema.CURRENT
    known = {revision.revision for revision in revisions.walk_revisions()}
    return Schema.OLDER if stored <= known else Schema.UNKNOWN


def downgrade(address: str, revision: str) -> None:
    """This goes back to a revision, `base` for an empty database. What the newer tables held is lost."""
    _climb(address, command.downgrade, revision)


def _climb(address: str, stairs: Stairs, revision: str) -> None:
    engine = engine_of(address, poolclass=NullPool)
    try:
        with engine.connect() as conn:
            conn.exec_driver_sql(ALONE[engine.dialect.name])
            stairs(config(conn), revision)
            conn.commit()
    except DBAPIError as error:
        raise ails(error, address) or error from None


def _open_once(address: str) -> None:
    """Finds a wrong path or a broken file here, before a lane is opened on it."""
    url = make_url(address)
    if url.get_backend_name() != "sqlite" or not url.database:
        return
    try:
        with closing(sqlite3.connect(url.database)) as file:
            file.execute("PRAGMA schema_version")
            is_small = url.database != MEMORY and Path(url.database).stat().st_size <= LOOKED_THROUGH
            sound = file.execute("PRAGMA quick_check(1)").fetchone()[0] if is_small else SOUND
    except sqlite3.Error as error:
        raise ails(error, address) or OSError(f"{url.database}: {error}") from None
    if sound != SOUND:
        raise DatabaseAilsError(Ailment.BROKEN, url.database)


def config(conn: Connection) -> Config:
    """These are Alembic's settings for this connection; `migrations/env.py` reads them."""
    settings = Config(attributes={"connection": conn})
    settings.set_main_option("script_location", "storage:migrations")
    return settings
