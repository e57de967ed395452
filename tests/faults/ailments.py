"""What may happen to the file that holds everything: for real where this machine allows it, else as SQLite tells it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from storage.database import Database

PAGE = 4096  # bytes
IMPATIENT = 50  # milliseconds that a writer waits for another program

Ailing = Callable[[Database, Path], AbstractAsyncContextManager[None]]


@contextmanager
def small_disk(folder: Path, size: str = "3m") -> Iterator[Path]:
    """A disk of its own; skips the test where nobody lets us have one."""
    disk = folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Not a byte is free."""
    filler = os.open(disk / "filler", os.O_WRONLY | os.O_CREAT)
    with suppress(OSError):
        while True:
            os.write(filler, b"x" * PAGE)
    os.close(filler)
    try:
        yield
    finally:
        (disk / "filler").unlink()


@contextmanager
def only_read(disk: Path) -> Iterator[None]:
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)


@contextmanager
def held(file: Path) -> Iterator[None]:
    """Another program is in the middle of a transaction."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@asynccontextmanager
async def disk_is_full(_: Database, file: Path) -> AsyncIterator[None]:
    with filled(file.parent):
        yield


@asynccontextmanager
async def no_page_more(database: Database, file: Path) -> AsyncIterator[None]:
    """As SQLite tells it: https://www.sqlite.org/pragma.html#pragma_max_page_count"""
    with closing(sqlite3.connect(file)) as other:
        other.execute("VACUUM")  # no page is free either
        pages = other.execute("PRAGMA page_count").fetchone()[0]
    async with _every_connection(database, f"PRAGMA max_page_count={pages}"):
        yield


@asynccontextmanager
async def only_queries(database: Database, _: Path) -> AsyncIterator[None]:
    async with _every_connection(database, "PRAGMA query_only=ON"):
        yield


@asynccontextmanager
async def another_writes(database: Database, file: Path) -> AsyncIterator[None]:
    async with _every_connection(database, f"PRAGMA busy_timeout={IMPATIENT}"):
        with held(file):
            yield


@asynccontextmanager
async def _every_connection(database: Database, pragma: str) -> AsyncIterator[None]:
    def prepare(connection: Any, _: object) -> None:
        connection.execute(pragma)

    engine = database._engine
    await database.close()
    event.listen(engine, "connect", prepare)
    yield
    event.remove(engine, "connect", prepare)
    await database.close()


def damage(file: Path, *, header: bool = False) -> bytes:
    """Garbage where the file begins, or in the middle of it. Returns what the file is now."""
    kept = bytearray(file.read_bytes())
    span = slice(0, 100) if header else slice(2 * PAGE, len(kept))
    kept[span] = b"Z" * len(kept[span])
    file.write_bytes(kept)
    return bytes(kept)
