"""The ledger's rows: only ever added, each sealed to the one before."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, select, update

from leads.entries.kinds import Entry
from leads.ledger import GENESIS, BrokenChainError, Sealed, canonical, seal
from leads.proof.forms import check_forms
from storage import strict
from storage.offices import FIRST
from storage.tables import ledger, offices

ENTRY = tuple(column for column in ledger.c if column.name != "office")


def append(conn: Connection, entries: Iterable[Entry], at: datetime, office: int = FIRST) -> int:
    """Seals the entries in order onto the chain; the caller's transaction must hold the office's lock.

    Returns how many entries the ledger has then. Raises Broken for an entry that holds anything typed.
    """
    bodies = [(entry.kind, entry.lead, entry.body) for entry in entries]
    for kind, _, body in bodies:
        check_forms(kind, body)
    return _seal(conn, ((kind, lead, canonical(body)) for kind, lead, body in bodies), at, office)


def append_many(
    conn: Connection,
    kind: str,
    leads: Iterable[int],
    bodies: Iterable[str],
    at: datetime,
    office: int = FIRST,
) -> None:
    """Entries of one kind, of a lead each, whose bodies are canonical already."""
    _seal(conn, ((kind, lead, body) for lead, body in zip(leads, bodies, strict=True)), at, office)


def _seal(conn: Connection, entries: Iterable[tuple[str, int | None, str]], at: datetime, office: int) -> int:
    """Numbers go on where the office's own count stands: where entries are missing at the end, a gap stays."""
    new = list(entries)
    length, previous = _grow(conn, len(new), office)
    rows = []
    for seq, (kind, lead, body) in enumerate(new, length - len(new) + 1):
        previous = seal(previous, seq, at, kind, lead, body)
        rows.append(
            {"office": office, "seq": seq, "at": at, "kind": kind, "lead": lead, "body": body}
            | {"seal": previous}
        )
    if rows:
        conn.execute(_ADDED, rows)
    return length


def _grow(conn: Connection, by: int, office: int) -> tuple[int, str]:
    """How many entries there are with these; and the last seal that there is."""
    if not by:
        return kept_length(conn, office) or 0, GENESIS
    row = conn.execute(_GROWN, {"of": office, "by": by}).one()
    return row[0], row[1] or GENESIS


_ADDED = insert(ledger)
_last = select(ledger.c.seal).where(ledger.c.office == bindparam("of")).order_by(ledger.c.seq.desc()).limit(1)
_GROWN = (
    update(offices)
    .where(offices.c.id == bindparam("of"))
    .values(ledger_length=offices.c.ledger_length + bindparam("by"))
    .returning(offices.c.ledger_length, _last.scalar_subquery())
)


def kept_length(conn: Connection, office: int = FIRST) -> int | None:
    """How many entries were ever added, by the office's own count."""
    return conn.scalar(select(offices.c.ledger_length).where(offices.c.id == office))


def head(conn: Connection, office: int = FIRST) -> Sealed | None:
    """The last entry; its seal vouches for all before it."""
    rows = _read(conn, select(ledger).where(ledger.c.office == office).order_by(ledger.c.seq.desc()).limit(1))
    return rows[0] if rows else None


def of_lead(conn: Connection, number: int, office: int = FIRST) -> Sequence[Sealed]:
    """Everything that was ever decided about one lead, oldest first."""
    return _read(
        conn, select(ledger).where(ledger.c.office == office, ledger.c.lead == number).order_by(ledger.c.seq)
    )


def stream(conn: Connection, office: int = FIRST) -> Generator[Sealed, None, None]:
    """The whole ledger, entry by entry, of any length. Raises BrokenChainError at one that cannot be read."""
    expected = 1
    with closing(strict.stream(conn, ENTRY, lambda query: _whole(query, office))) as rows:
        for row in rows:
            if row.flaws:
                raise BrokenChainError(expected, f"its {row.flaws[0]} cannot be read")
            yield sealed(row.values)
            expected += 1


def _whole(query: Select[Any], office: int) -> Select[Any]:
    return query.where(ledger.c.office == office).order_by(ledger.c.seq)


def length(conn: Connection, office: int = FIRST) -> int:
    """How many entries there are."""
    return conn.scalar(select(func.count()).where(ledger.c.office == office)) or 0


def everything(conn: Connection, office: int = FIRST) -> Sequence[Sealed]:
    return _read(conn, select(ledger).where(ledger.c.office == office).order_by(ledger.c.seq))


def after(conn: Connection, seq: int, most: int, office: int = FIRST, *, but: str = "") -> Sequence[Sealed]:
    """The next entries behind this one, `most` of them at most, oldest first. `but`: none of this kind."""
    behind = select(ledger).where(ledger.c.office == office, ledger.c.seq > seq, ledger.c.kind != but)
    return _read(conn, behind.order_by(ledger.c.seq).limit(most))


def _read(conn: Connection, query: Select[Any]) -> Sequence[Sealed]:
    rows = conn.execute(query)
    return [sealed(row) for row in rows]


def sealed(row: Any) -> Sealed:
    return Sealed(row.seq, row.at, row.kind, row.lead, row.body, row.seal)
