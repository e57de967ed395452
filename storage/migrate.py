"""Brings a database up to the schema of this program. Needs no file on disk but the package itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from enum import StrEnum
from importlib import resources
from pathlib import Path

from sqlalchemy import Connection, inspect, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from storage.ailments import Ailment, DatabaseAilsError, ails
from storage.database import engine_of

LOOKED_THROUGH = (
    200_000_000  # bytes of a file that is looked through before anything is written: under a second
)
SOUND = "ok"  # what SQLite says of a whole file
MEMORY = ":memory:"
VERSIONS = "storage.migrations.versions"
"""Where the revisions are, a file each, whose name begins with the revision's."""


def migrate(address: str) -> None:
    """Upgrades to the newest revision, in one transaction; does nothing to a database that is there already.

    Raises DatabaseAilsError, naming the file: it is damaged, it cannot be written, somebody else holds it.
    """
    _open_once(address)
    try:
        with engine_of(address, poolclass=NullPool).connect() as conn:
            is_there = _stored(conn) == {newest()}
    except DBAPIError as error:
        raise ails(error, address) or error from None
    if not is_there:
        from storage.revisions import climb

        climb(address, "up", "head")


def downgrade(address: str, revision: str) -> None:
    """Goes back to a revision, `base` for an empty database. What the newer tables held is lost."""
    from storage.revisions import climb

    climb(address, "down", revision)


def newest() -> str:
    """Returns the revision of this program's schema."""
    files = (file.name for file in resources.files(VERSIONS).iterdir())
    return max(name.partition("_")[0] for name in files if name[0].isdigit())


class Schema(StrEnum):
    """Says what a database is to this version of the program."""

    NONE = "none"  # nothing of ours is in it
    CURRENT = "current"
    OLDER = "older"
    UNKNOWN = "unknown"  # a newer version has made it, or another program


def schema_of(address: str) -> Schema:
    """Changes nothing; a SQLite file that is not there is not made. Raises DatabaseAilsError as `migrate` does."""
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
    stored = _stored(conn)
    if not stored:
        return Schema.NONE
    if stored == {newest()}:
        return Schema.CURRENT
    from storage.revisions import known

    return Schema.OLDER if stored <= known(conn) else Schema.UNKNOWN


def _stored(conn: Connection) -> frozenset[str]:
    """The revision of what is there, as Alembic has noted it; none where nothing of ours is."""
    if not inspect(conn).has_table("alembic_version"):
        return frozenset()
    return frozenset(conn.scalars(text("SELECT version_num FROM alembic_version")))


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
