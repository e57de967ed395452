"""Between two examples of one test."""

from __future__ import annotations

from sqlalchemy import delete

from storage.database import Database
from storage.tables.base import metadata


async def emptied(database: Database) -> None:
    """All tables are there, and nothing is in them."""
    async with database.writing() as store:
        for table in reversed(metadata.sorted_tables):
            store.execute(delete(table))
