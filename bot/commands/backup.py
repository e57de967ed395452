"""`backup`: a consistent copy of the SQLite database while the bot writes into it.

SQLite's own online backup: https://sqlite.org/backup.html. A read transaction is held open meanwhile, so that the
copy is of one moment and no writer makes it begin again.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.progress import Progress

from files.failure import Failure
from storage.address import file_of, is_sqlite, without_password
from storage.upkeep import note_backup

PAGES = 1000  # between two looks at the progress; 4 MB
ONLY_THE_OWNER = 0o600  # clients' names and phones are in it
WAL = b"\x02\x02"  # the bytes 18 and 19 of a database at work: https://sqlite.org/fileformat.html
FIRST_WORDS = b"SQLite format 3\x00"


class BackupError(Failure):
    """No copy was made; an earlier one is as it was."""


class WrongFileError(Failure):
    """The copy cannot be called that."""

    code = 2


@dataclass(frozen=True, slots=True)
class Held:
    """Says what is in a copy. `head`: of its ledger, empty where that is."""

    leads: int
    entries: int
    head: str

    def __str__(self) -> str:
        return f"{self.leads} leads, {self.entries} ledger entries" + (
            f", head: {self.head}" if self.head else ""
        )


def backup(address: str, target: Path, progress: Callable[[], Progress], now: datetime) -> str:
    """Writes beside `target` and renames at the end. Returns what is in the copy. Raises Failure, OSError.

    `now`: aware; noted in the database, for the chat to tell how old the last copy is.
    """
    source = _source(address)
    _check_target(source, target)
    try:
        with _beside(target) as part:
            _copy(source, part, progress())
            held = _look_into(part)
            part.replace(target)
            _sync(target.parent)
    except sqlite3.Error as error:
        raise BackupError(f"{source} could not be copied to {target}: {error}") from error
    is_noted = note_backup(address, now, {**asdict(held), "place": str(target.absolute())})
    return f"{target}: {held}" + ("" if is_noted else "; the database could not note that it was made")


def _source(address: str) -> Path:
    if not is_sqlite(address):
        raise BackupError(
            "the database at DATABASE_URL is PostgreSQL, which has a tool of its own:\n"
            f"    pg_dump --format=custom --file=FILE {without_password(address)}\n"
            "and pg_restore --clean --if-exists --dbname=… FILE puts it back"
        )
    source = file_of(address) or Path()
    if not source.is_file():
        raise BackupError(f"{source}: there is no database to copy")
    return source


def _check_target(source: Path, target: Path) -> None:
    """Only an earlier backup is overwritten. Raises WrongFileError."""
    if not target.parent.is_dir():
        raise WrongFileError(f"{target}: there is no folder {target.parent}")
    if not target.exists():
        return
    if target.samefile(source):
        raise WrongFileError(f"{target}: this is the database itself, choose another name")
    if not target.is_file() or not _is_backup(target):
        raise WrongFileError(f"{target}: is there already and is no earlier backup, choose another name")


def _is_backup(file: Path) -> bool:
    """A database of ours that no program works on: that one would have a WAL."""
    with file.open("rb") as opened:
        header = opened.read(20)
    if not header.startswith(FIRST_WORDS) or header[18:20] == WAL:
        return False
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
            found = database.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('offices', 'ledger')")
            return bool(found.fetchone()[0] == 2)
    except sqlite3.Error:
        return False


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """An empty file in the same folder, which is gone afterwards unless it was renamed.

    What a killed backup has left there is overwritten. Raises BackupError where another one is under way.
    """
    part = target.with_name(f".{target.name}.part")
    lock = os.open(part, os.O_RDWR | os.O_CREAT, ONLY_THE_OWNER)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BackupError(f"{target}: another backup is just being written there") from None
        try:
            os.ftruncate(lock, 0)
            yield part
        finally:
            for name in (part, part.with_name(f"{part.name}-journal")):
                name.unlink(missing_ok=True)
    finally:
        os.close(lock)


def _copy(source: Path, part: Path, progress: Progress) -> None:
    reading = sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    with closing(reading), closing(sqlite3.connect(part, isolation_level=None)) as writing, progress:
        task = progress.add_task("pages")
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM sqlite_master").fetchone()

        def tell(_: int, remaining: int, total: int) -> None:
            progress.update(task, total=total, completed=total - remaining)

        reading.backup(writing, pages=PAGES, progress=tell, sleep=0)
        writing.execute("PRAGMA journal_mode=DELETE").fetchone()


def _look_into(part: Path) -> Held:
    """Raises BackupError for a copy that is not whole, as it is of a database that is not."""
    with closing(sqlite3.connect(part)) as database:
        if (found := database.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise BackupError(f"the database is damaged, so is its copy, which was thrown away: {found}")
        leads = _only(database, "SELECT count(*) FROM leads WHERE number IS NOT NULL")
        entries = _only(database, "SELECT count(*) FROM ledger")
        head = _only(database, "SELECT seq || ':' || seal FROM ledger ORDER BY office, seq DESC LIMIT 1")
    return Held(leads or 0, entries or 0, head or "")


def _only(database: sqlite3.Connection, query: str) -> Any:
    row = database.execute(query).fetchone()
    return row[0] if row else None


def _sync(folder: Path) -> None:
    """The new name is on the disk too."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
