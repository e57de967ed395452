"""A database's address, as people write it: `sqlite+aiosqlite:///fairlead.db`, `postgresql://user:password@host/name`."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError


def check(address: str) -> None:
    """Raises ValueError where it cannot be read; its words repeat nothing of it, for that may be the password."""
    try:
        make_url(address)
    except (ValueError, ArgumentError):
        raise ValueError(
            "cannot be read: what stands in a name or a password besides letters and digits is written as %XX"
        ) from None


def is_sqlite(address: str) -> bool:
    return make_url(address).get_backend_name() == "sqlite"


def file_of(address: str) -> Path | None:
    """Returns SQLite's file; None of another database, and of one in memory."""
    url = make_url(address)
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def without_password(address: str) -> str:
    """Splits the address for PostgreSQL's own tools, which ask for it or take it from PGPASSWORD."""
    return make_url(address).set(drivername="postgresql")._replace(password=None).render_as_string()
