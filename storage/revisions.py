"""The way from one schema to another. Alembic goes it, and is slow to load: only where there is a way to go."""

from __future__ import annotations

from typing import Literal

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from storage import views
from storage.ailments import ails
from storage.database import engine_of

# Replicas that start together climb one after the other. SQLite's foreign keys stay off here, as they are by
# default: Alembic changes a table by copying it, and dropping the old one would count as deleting its rows.
ALONE = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "SELECT pg_advisory_xact_lock(5264)"}


def climb(address: str, way: Literal["up", "down"], revision: str) -> None:
    """Goes up or down to a revision, in one transaction. Raises DatabaseAilsError, naming the file."""
    engine = engine_of(address, poolclass=NullPool)
    stairs = command.upgrade if way == "up" else command.downgrade
    try:
        with engine.connect() as conn:
            conn.exec_driver_sql(ALONE[engine.dialect.name])
            views.take_down(conn)
            stairs(config(conn), revision)
            if way == "up" and revision == "head":
                views.put_up(conn)
            conn.commit()
    except DBAPIError as error:
        raise ails(error, address) or error from None


def known(conn: Connection) -> frozenset[str]:
    """Returns every revision that this program knows, newest and oldest alike."""
    return frozenset(r.revision for r in ScriptDirectory.from_config(config(conn)).walk_revisions())


def config(conn: Connection) -> Config:
    """Returns Alembic's settings for this connection; `migrations/env.py` reads them."""
    settings = Config(attributes={"connection": conn})
    settings.set_main_option("script_location", "storage:migrations")
    return settings
