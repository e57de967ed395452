"""Puts a past straight into SQLite's file: leads that are closed, offers that are overdue, messages that wait.

The rows are those that the desk would have stored, but for the ledger's: nothing that is measured reads it from the
beginning. They are not analysed, for the program never does that, and of leads that are all closed SQLite would learn
that their state tells nothing.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from bench.cost.office import SECRETARY, others

NIGHT = datetime(2026, 1, 12, 3, tzinfo=UTC)  # when everything was overdue; long before any run
YEAR = timedelta(days=364)
BATCH = 20_000
PATIENCE = 300_000  # milliseconds
TEXT = "A lead comes in and somebody writes a line or two about what the client would like to have."
PATH = json.dumps(["offer", "offer", "everyone", "head", "director"])

Row = dict[str, Any]


def leads(file: Path, size: int) -> None:
    """One after the other through a year that ended by `NIGHT`, each of a client of his own, offered once, closed."""
    with closing(_opened(file)) as db:
        team = _team(db)
        numbers = range(1, size + 1)
        _insert(db, "clients", (_client(number, team, size) for number in numbers))
        _insert(db, "contacts", (_contact(number) for number in numbers))
        _insert(db, "leads", (_closed(number, team, size) for number in numbers))
        _insert(db, "touches", (_touch(number, _at(number, size)) for number in numbers))
        _insert(db, "offers", (_offer(number, team, _at(number, size), "claimed") for number in numbers))
        _finish(db, size)


def overdue_offers(file: Path, offers: int) -> None:
    """So many leads, each offered to one manager, who has let it lapse."""
    with closing(_opened(file)) as db:
        team, numbers = _team(db), range(1, offers + 1)
        _insert(db, "clients", ({"id": number, "office": 1} for number in numbers))
        _insert(db, "contacts", (_contact(number) for number in numbers))
        _insert(db, "leads", (_offered(number) for number in numbers))
        _insert(db, "touches", (_touch(number, NIGHT - timedelta(minutes=5)) for number in numbers))
        _insert(
            db, "offers", (_offer(number, team, NIGHT - timedelta(minutes=5), "open") for number in numbers)
        )
        _finish(db, offers)


def backlog(file: Path, messages: int) -> None:
    """So many short notes that are due, to people who have nothing to do with the leads."""
    note = {"key": "on", "args": {}}
    rows = (
        {"office": 1, "chat": chat, "kind": "note", "subject": f"backlog:{number}", "urgency": 3}
        | {"payload": json.dumps(note), "message_ids": "[]", "stale": "[]"}
        for number, chat in enumerate(others(messages))
    )
    with closing(_opened(file)) as db:
        _insert(db, "cards", rows)
        db.commit()


def stored(at: datetime) -> str:
    """As the database has it: UTC without a zone."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def _closed(number: int, team: list[str], size: int) -> Row:
    at, who = _at(number, size), team[number % len(team)]
    return _lead(number, at, "closed") | {
        "holder": who,
        "held_at": stored(at + timedelta(minutes=1)),
        "taken_by": who,
        "taken_after": 60,
        "closed_at": stored(at + timedelta(days=1)),
        "outcome": "won" if number % 4 == 0 else "lost",
        "amount": 100_000_00 if number % 4 == 0 else None,
        "rung": 1,
    }


def _offered(number: int) -> Row:
    due = {"due_kind": "ack", "due_at": stored(NIGHT), "rung": 1}
    return _lead(number, NIGHT - timedelta(minutes=5), "offered") | due


def _lead(number: int, at: datetime, state: str) -> Row:
    return {
        "office": 1,
        "number": number,
        "state": state,
        "segment": "rest",
        "path": PATH,
        "ack_timeout": PATIENCE,
        "step_timeout": PATIENCE,
        "created_at": stored(at),
        "handed_at": stored(at),
        "secretary": f"p{SECRETARY}",
        "client": number,
    }


def _touch(number: int, at: datetime) -> Row:
    """Leads and their clients have the same numbers."""
    return {
        "office": 1,
        "client": number,
        "lead": number,
        "at": stored(at),
        "who": f"p{SECRETARY}",
        "kind": "first",
        "name": f"Client {number}",
        "phone": _phone(number),
        "text": TEXT,
        "attachments": "{}",
        "messages": "[]",
    }


def _contact(number: int) -> Row:
    return {"office": 1, "kind": "phone", "value": _phone(number), "client": number}


def _phone(number: int) -> str:
    return f"+7495{number:07}"


def _offer(lead: int, team: list[str], at: datetime, result: str) -> Row:
    who = team[lead % len(team)]
    is_open = result == "open"
    return {
        "office": 1,
        "lead": lead,
        "step": "offer",
        "scheme": "balance",
        "at": stored(at),
        "people": json.dumps([who]),
        "sole": who if is_open else None,
        "result": result,
        "answers": "{}",
        "reasons": "{}",
        "claimed_by": None if is_open else who,
        "delivered_at": stored(at),
        "closed_at": None if is_open else stored(at + timedelta(minutes=1)),
        "payer": who,
        "gained": "{}",
        "ticket_before": 0,
        "moment": 0,
    }


def _client(number: int, team: list[str], size: int) -> Row:
    owner = team[number % len(team)]
    return {"id": number, "office": 1, "owner": owner, "last_at": stored(_at(number, size))}


def _at(number: int, size: int) -> datetime:
    return NIGHT - YEAR + number * YEAR / (size + 1)


def _team(db: sqlite3.Connection) -> list[str]:
    return [who for (who,) in db.execute("SELECT person FROM members ORDER BY position")]


def _opened(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file)
    db.execute("PRAGMA synchronous=OFF")
    return db


def _insert(db: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    left: Iterator[Row] = iter(rows)
    while batch := list(islice(left, BATCH)):
        columns = list(batch[0])
        marks = ", ".join(f":{column}" for column in columns)
        db.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", batch)  # noqa: S608


def _finish(db: sqlite3.Connection, size: int) -> None:
    db.execute("UPDATE offices SET next_number = ?", (size + 1,))
    db.commit()
