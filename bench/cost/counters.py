"""Statements and transactions as SQLAlchemy's engines tell them, kept where another process can read them.

BEGIN, COMMIT and ROLLBACK are no statements; many rows in one `executemany` are one. A transaction writes when it
inserts, updates or deletes: only its commit waits for the disk.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from dataclasses import astuple, dataclass
from io import RawIOBase
from pathlib import Path
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine

LAYOUT = struct.Struct("=4q")
BRACKETS = re.compile(r"\s*(BEGIN|COMMIT|ROLLBACK TO|ROLLBACK|SAVEPOINT|RELEASE)\b", re.IGNORECASE)
CHANGES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counts:
    statements: int = 0
    reading: int = 0  # transactions that ended without having changed anything
    writing: int = 0  # transactions that ended, and had changed something
    commits: int = 0  # of these

    @property
    def transactions(self) -> int:
        return self.reading + self.writing

    def __sub__(self, other: Counts) -> Counts:
        return Counts(*(mine - his for mine, his in zip(astuple(self), astuple(other), strict=True)))


class Counting:
    """Counts on every engine of this process between `start` and `stop`; `told` hears of each change."""

    def __init__(self, told: Callable[[Counts], None] = lambda _: None) -> None:
        self.counts = Counts()
        self._told = told
        self._lock = Lock()  # engines work in threads of their own
        self._has_changed: WeakKeyDictionary[Connection, bool] = WeakKeyDictionary()
        self._listeners: dict[str, Callable[..., None]] = {
            "before_cursor_execute": self._statement,
            "commit": self._commit,
            "rollback": self._rollback,
        }

    def start(self) -> None:
        for name, listener in self._listeners.items():
            event.listen(Engine, name, listener)

    def stop(self) -> None:
        for name, listener in self._listeners.items():
            event.remove(Engine, name, listener)

    def _statement(self, conn: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        if bracket := BRACKETS.match(statement):
            self._bracket(conn, bracket[1].upper())
            return
        self._has_changed[conn] = self._has_changed.get(conn, False) or bool(CHANGES.match(statement))
        self._add(Counts(statements=1))

    def _bracket(self, conn: Connection, word: str) -> None:
        """Some end a transaction in words of their own, which is no event."""
        if word == "COMMIT":
            self._commit(conn)
        elif word == "ROLLBACK":
            self._rollback(conn)

    def _commit(self, conn: Connection) -> None:
        if (changed := self._has_changed.pop(conn, None)) is not None:  # an empty one costs next to nothing
            self._add(Counts(0, 0, 1, 1) if changed else Counts(0, 1))

    def _rollback(self, conn: Connection) -> None:
        if (changed := self._has_changed.pop(conn, None)) is not None:
            self._add(Counts(0, 0, 1) if changed else Counts(0, 1))

    def _add(self, more: Counts) -> None:
        with self._lock:
            both = zip(astuple(self.counts), astuple(more), strict=True)
            self.counts = Counts(*(mine + his for mine, his in both))
            self._told(self.counts)


def written_to(kept: RawIOBase) -> Callable[[Counts], None]:
    """A listener that keeps the newest counts in this file, which is open for writing and unbuffered."""

    def write(counts: Counts) -> None:
        kept.seek(0)
        kept.write(LAYOUT.pack(*astuple(counts)))

    return write


def empty(file: Path) -> Path:
    """Makes the file, with nothing counted yet."""
    file.write_bytes(LAYOUT.pack(*astuple(Counts())))
    return file


def read(file: Path) -> Counts:
    return Counts(*LAYOUT.unpack(file.read_bytes()))
