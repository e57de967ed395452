"""Somebody who writes into the database behind the program's back, and knows how the chain is made."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.progress import Progress

from bot.commands.verify import DoesNotHoldError, verified
from leads.head import Head
from leads.ledger import GENESIS, canonical, seal
from storage.database import Database
from tests.stories.careless import careless

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # by a clock that is wrong: then the last entry tells the time
LEDGER = ("office", "seq", "at", "kind", "lead", "body", "seal")


@dataclass(frozen=True, slots=True)
class Line:
    """An entry that is not sealed yet."""

    at: datetime
    kind: str
    lead: int | None
    body: dict[str, Any]

    def but(self, **changes: Any) -> Line:
        """With these values in its body; a copy all the way down."""
        body = json.loads(json.dumps(self.body | changes))
        return replace(self, body=body)


class Forger:
    """`back` takes all back that he did."""

    def __init__(self, original: Path, path: Path) -> None:
        self.original = original
        self.path = path
        self.back()

    def back(self) -> None:
        shutil.copyfile(self.original, self.path)

    def read(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.path)) as db:
            db.text_factory = bytes
            return db.execute(query, values).fetchall()

    def write(self, query: str, *values: Any) -> None:
        with closing(sqlite3.connect(self.path)) as db:
            db.execute("PRAGMA synchronous=OFF")
            changed = db.execute(query, values).rowcount
            db.commit()
        assert changed, "he did nothing"

    def does(self, statement: str) -> None:
        """Anything at all."""
        with closing(sqlite3.connect(self.path)) as db:
            db.execute(statement)
            db.commit()

    def lines(self) -> list[Line]:
        with closing(sqlite3.connect(self.path)) as db:
            rows = db.execute("SELECT at, kind, lead, body FROM ledger ORDER BY seq").fetchall()
        return [Line(_instant(at), kind, lead, json.loads(body)) for at, kind, lead, body in rows]

    def seals(self, lines: Sequence[Line]) -> None:
        """Writes the whole ledger anew, as if it had always been these; he knows that the office counts them."""
        rows, previous = [], GENESIS
        for seq, line in enumerate(lines, 1):
            body, at = canonical(line.body), line.at.replace(tzinfo=None).isoformat(" ", "microseconds")
            previous = seal(previous, seq, line.at, line.kind, line.lead, body)
            rows.append((1, seq, at, line.kind, line.lead, body, previous))
        with closing(sqlite3.connect(self.path)) as db:
            db.execute("PRAGMA synchronous=OFF")
            db.execute("DELETE FROM ledger")
            db.executemany(f"INSERT INTO ledger ({', '.join(LEDGER)}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            last = max((row[1] for row in rows if row[3] == "set_up"), default=None)
            db.execute("UPDATE offices SET ledger_length = ?, set_up_entry = ?", (len(rows), last))
            db.commit()

    def rewrites(self, which: int, change: Callable[[Line], Line]) -> None:
        """One line is another, and the whole chain is sealed to it; counted from 1."""
        self.puts(which, change(self.lines()[which - 1]))

    def puts(self, which: int, line: Line) -> None:
        lines = self.lines()
        lines[which - 1] = line
        self.seals(lines)

    def first(self, kind: str, **body: Any) -> int:
        """The number of the first entry of this kind that has these values in its body."""
        return next(
            seq
            for seq, line in enumerate(self.lines(), 1)
            if line.kind == kind and line.body == line.body | body
        )

    def last(self, kind: str) -> int:
        """The number of the last entry of this kind."""
        return max(seq for seq, line in enumerate(self.lines(), 1) if line.kind == kind)

    def head(self, seq: int = 0) -> Head:
        """As it was published when this was the last entry; 0: the last one that there is."""
        where = "seq = ?" if seq else "seq > ?"
        ((seq, seal),) = self.read(
            f"SELECT seq, seal FROM ledger WHERE {where} ORDER BY seq DESC LIMIT 1", seq
        )
        return Head(seq, seal.decode())

    def caught(self, head: Head | None = None) -> list[str]:
        """What `verify` says is wrong, line by line; nothing where it holds."""
        try:
            asyncio.run(self._verify(head))
        except DoesNotHoldError as error:
            return str(error).splitlines()
        return []

    def honest(self, head: Head | None = None) -> str:
        """The summary of `verify`. Raises DoesNotHoldError."""
        return asyncio.run(self._verify(head))

    async def _verify(self, head: Head | None) -> str:
        database = careless(Database(f"sqlite+aiosqlite:///{self.path}"))
        try:
            async with database.reading() as store:
                return verified(store, Progress(disable=True), LONG_AGO, head)
        finally:
            await database.close()


def _instant(stored: str) -> datetime:
    return datetime.fromisoformat(stored).replace(tzinfo=UTC)
