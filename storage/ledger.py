"""The ledger's rows: only ever added, each sealed to the one before."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, insert, select, update

from leads.entries.duty import DrawOpened, LotThrown
from leads.entries.kinds import Entry
from leads.ledger import GENESIS, BrokenChainError, Sealed, canonical, seal
from leads.proof.forms import check_forms
from storage import strict
from storage.store import Store
from storage.tables.leads import IS_OF_CLIENTS, ledger
from storage.tables.office import offices

ENTRY = tuple(column for column in ledger.c if column.name != "office")


def append(store: Store, entries: Iterable[Entry], at: datetime) -> int:
    """Seals the entries in order onto the chain; the caller's transaction must hold the office's lock.

    Returns how many entries the ledger has then. Raises Broken for an entry that holds anything typed.
    """
    bodies = [(entry.kind, entry.lead, entry.body) for entry in entries]
    for kind, _, body in bodies:
        check_forms(kind, body)
    return _seal(store, ((kind, lead, canonical(body)) for kind, lead, body in bodies), at)


def append_many(
    store: Store,
    kind: str,
    leads: Iterable[int],
    bodies: Iterable[str],
    at: datetime,
) -> None:
    """Adds entries of one kind, of a lead each, whose bodies are canonical already."""
    _seal(store, ((kind, lead, body) for lead, body in zip(leads, bodies, strict=True)), at)


def _seal(store: Store, entries: Iterable[tuple[str, int | None, str]], at: datetime) -> int:
    """Numbers go on where the office's own count stands: where entries are missing at the end, a gap stays."""
    new = list(entries)
    length, previous = _grow(store, len(new))
    rows = []
    for seq, (kind, lead, body) in enumerate(new, length - len(new) + 1):
        previous = seal(previous, seq, at, kind, lead, body)
        rows.append(
            {"office": store.office, "seq": seq, "at": at, "kind": kind, "lead": lead, "body": body}
            | {"seal": previous}
        )
    if rows:
        store.execute(_ADDED, rows)
    return length


def _grow(store: Store, by: int) -> tuple[int, str]:
    """How many entries there are with these; and the last seal that there is."""
    if not by:
        return kept_length(store) or 0, GENESIS
    row = store.execute(_GROWN, {"of": store.office, "by": by}).one()
    return row[0], row[1] or GENESIS


_ADDED = insert(ledger)
_last = select(ledger.c.seal).where(ledger.c.office == bindparam("of")).order_by(ledger.c.seq.desc()).limit(1)
_GROWN = (
    update(offices)
    .where(offices.c.id == bindparam("of"))
    .values(ledger_length=offices.c.ledger_length + bindparam("by"))
    .returning(offices.c.ledger_length, _last.scalar_subquery())
)


def kept_length(store: Store) -> int | None:
    """Tells how many entries were ever added, by the office's own count."""
    return store.scalar(select(offices.c.ledger_length).where(offices.c.id == store.office))


def head(store: Store) -> Sealed | None:
    """Returns the last entry; its seal vouches for all before it."""
    rows = _read(
        store, select(ledger).where(ledger.c.office == store.office).order_by(ledger.c.seq.desc()).limit(1)
    )
    return rows[0] if rows else None


def of_lead(store: Store, number: int) -> Sequence[Sealed]:
    """Returns everything that was ever decided about one lead, oldest first."""
    return _read(
        store,
        select(ledger).where(ledger.c.office == store.office, ledger.c.lead == number).order_by(ledger.c.seq),
    )


def of_clients(store: Store, number: int) -> Sequence[Sealed]:
    """Returns every word on whether the client of one lead is that of others, oldest first."""
    query = select(ledger).where(ledger.c.office == store.office, IS_OF_CLIENTS).order_by(ledger.c.seq)
    return [entry for entry in _read(store, query) if _names(entry, number)]


def _names(entry: Sealed, number: int) -> bool:
    body = json.loads(entry.body)
    return number in body["leads"] or number in body["others"]


def stream(store: Store) -> Generator[Sealed, None, None]:
    """Reads the whole ledger, entry by entry, of any length.

    Raises BrokenChainError at one that cannot be read.
    """
    expected = 1
    with closing(strict.stream(store, ENTRY, lambda query: _whole(query, store.office))) as rows:
        for row in rows:
            if row.flaws:
                raise BrokenChainError(expected, f"its {row.flaws[0]} cannot be read")
            yield sealed(row.values)
            expected += 1


def _whole(query: Select[Any], office: int) -> Select[Any]:
    return query.where(ledger.c.office == office).order_by(ledger.c.seq)


def first_hidden_lot(store: Store, since: date) -> int | None:
    """Returns the number of the first lot that stands in clear although its week is not drawn yet; None: none does.

    A week that began before `since` is drawn no more.
    """
    kinds = ledger.c.kind.in_([LotThrown.kind, DrawOpened.kind])
    query = select(ledger.c.seq, ledger.c.kind, ledger.c.body)
    rows = store.execute(query.where(ledger.c.office == store.office, kinds).order_by(ledger.c.seq)).all()
    said = [(row.seq, row.kind, json.loads(row.body)) for row in rows]
    drawn = {(body["segment"], body["monday"]) for _, kind, body in said if kind == DrawOpened.kind}
    lots = [one for one in said if one[1] == LotThrown.kind and isinstance(one[2].get("lot"), int)]
    coming = [one for one in lots if date.fromisoformat(one[2]["monday"]) >= since]
    return next((seq for seq, _, body in coming if (body["segment"], body["monday"]) not in drawn), None)


def length(store: Store) -> int:
    """Tells how many entries there are."""
    return store.scalar(select(func.count()).where(ledger.c.office == store.office)) or 0


def everything(store: Store) -> Sequence[Sealed]:
    return _read(store, select(ledger).where(ledger.c.office == store.office).order_by(ledger.c.seq))


def after(store: Store, seq: int, most: int, *, but: str = "") -> Sequence[Sealed]:
    """Returns the next entries behind this one, `most` of them at most, oldest first. `but`: none of this kind."""
    behind = select(ledger).where(ledger.c.office == store.office, ledger.c.seq > seq, ledger.c.kind != but)
    return _read(store, behind.order_by(ledger.c.seq).limit(most))


def _read(store: Store, query: Select[Any]) -> Sequence[Sealed]:
    rows = store.execute(query)
    return [sealed(row) for row in rows]


def sealed(row: Any) -> Sealed:
    return Sealed(row.seq, row.at, row.kind, row.lead, row.body, row.seal)
