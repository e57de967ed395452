"""What ails a database from outside, told from what the program itself does wrong: a full disk, a foreign lock.

SQLite's codes: https://www.sqlite.org/rescode.html · PostgreSQL's: https://www.postgresql.org/docs/current/errcodes-appendix.html
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Mapping
from enum import StrEnum
from typing import NoReturn

from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError as DBAPIError  # noqa: PLC0414 - for whoever tells it to a person
from sqlalchemy.exc import OperationalError

log = logging.getLogger(__name__)


class Ailment(StrEnum):
    FULL = "full"
    READ_ONLY = "read_only"
    LOCKED = "locked"
    OUT_OF_REACH = "out_of_reach"
    FAILING = "failing"
    BROKEN = "broken"


WHAT_TO_DO: Mapping[Ailment, str] = {
    Ailment.FULL: "the disk is full: free some space on it",
    Ailment.READ_ONLY: "it cannot be written: check its folder, who owns it, and how the disk is mounted",
    Ailment.LOCKED: "another program holds it: end whatever has the file open (a backup, a shell, a second bot)",
    Ailment.OUT_OF_REACH: "it cannot be reached: check that it is there and that it runs",
    Ailment.FAILING: "the disk fails to read or write: check it, and look into the system's log",
    Ailment.BROKEN: "the file is damaged: it is left as it is. Keep it, and restore a backup (docs/operations.md)",
}

PRIMARY = 0xFF  # SQLite's extended codes keep the plain one in their lowest byte
SQLITE: Mapping[int, Ailment] = {
    3: Ailment.READ_ONLY,  # SQLITE_PERM
    5: Ailment.LOCKED,
    6: Ailment.LOCKED,
    8: Ailment.READ_ONLY,
    10: Ailment.FAILING,
    11: Ailment.BROKEN,
    13: Ailment.FULL,
    14: Ailment.READ_ONLY,  # SQLITE_CANTOPEN: its folder takes no new file
    26: Ailment.BROKEN,
}
POSTGRESQL: Mapping[str, Ailment] = {
    "53100": Ailment.FULL,
    "25006": Ailment.READ_ONLY,
    "55P03": Ailment.LOCKED,
    "58030": Ailment.FAILING,
    "XX001": Ailment.BROKEN,
    "XX002": Ailment.BROKEN,
}
GONE = ("08", "53", "57P")  # connections, resources, a server that is going down
MEANWHILE = "Nothing is lost, nothing is half stored; it is tried again and again."


class DatabaseAilsError(Exception):
    """The database ails: nothing of this transaction is stored, and the program's own work is not to blame.

    It is in the log already.

    The message says what to do and holds nothing but the database's place.
    """

    def __init__(self, ailment: Ailment, place: str) -> None:
        super().__init__(f"{place}: {WHAT_TO_DO[ailment]}")
        self.ailment = ailment


class Health:
    """That of one database. It says what ails it once, not at every attempt, and once that it is over.

    `broken` is set when the file is damaged: waiting does not help, and every further write could do harm.
    What ends the program is said by whoever ends it.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self.ailing: Ailment | None = None  # as told
        self.failures = 0  # so far
        self.keeps_trying = False  # the program is up, and outlives what ails the database
        self.broken = asyncio.Event()

    def suffers(self, error: Exception) -> DatabaseAilsError | None:
        """Tells what this error says about the database; None when the database is not to blame."""
        found = ails(error, self._address)
        self.failures += found is not None
        if found and found.ailment is not self.ailing:
            self.ailing = found.ailment
            if self.keeps_trying and found.ailment is not Ailment.BROKEN:
                log.error("%s. %s", found, MEANWHILE)
        if found and found.ailment is Ailment.BROKEN:
            self.broken.set()
        return found

    async def breaks(self) -> NoReturn:
        """Waits until the file is found to be damaged. Raises DatabaseAilsError."""
        await self.broken.wait()
        raise self._is_broken()

    def check(self) -> None:
        """Refuses a write to a damaged file. Raises DatabaseAilsError."""
        if self.broken.is_set():
            raise self._is_broken()

    def is_over(self) -> None:
        """An ailment is over when for long enough nothing has failed.

        One write that succeeds proves little: a full disk takes small ones.
        """
        if self.ailing:
            log.warning("%s: it can be written again", place_of(self._address))
        self.ailing = None

    def _is_broken(self) -> DatabaseAilsError:
        return DatabaseAilsError(Ailment.BROKEN, place_of(self._address))


def ails(error: Exception, address: str) -> DatabaseAilsError | None:
    """Returns the same error in words for whoever runs the program; None where the program is to blame."""
    ailment = ailment_of(error)
    return DatabaseAilsError(ailment, place_of(address)) if ailment else None


def ailment_of(error: Exception) -> Ailment | None:
    said = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(said, sqlite3.Error):
        return SQLITE.get(getattr(said, "sqlite_errorcode", 0) & PRIMARY)
    if not isinstance(error, DBAPIError):
        return None
    state = str(getattr(said, "sqlstate", None) or "")
    if state in POSTGRESQL:
        return POSTGRESQL[state]
    if error.connection_invalidated or state.startswith(GONE):
        return Ailment.OUT_OF_REACH
    # PostgreSQL's driver has not even connected
    return Ailment.OUT_OF_REACH if isinstance(error, OperationalError) and not state else None


def place_of(address: str) -> str:
    """Names the database as a person knows it: the file, or the name without user and password."""
    url = make_url(address)
    is_file = url.get_backend_name() == "sqlite"
    return str(url.database) if is_file else f"the database {url.database} on {url.host}"
