"""The set-up of an office, sealed: an entry of the ledger at each change, with a digest of all that decides.

Nothing is read for it while leads move: whatever changes the set-up lets its version grow (`storage.offices.grow`), and
before the transaction ends it is sealed, by the desk's door or by who writes without it.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Column, Select, Table, select, update

from leads.duty.swaps import SwapState
from leads.entries.kinds import Entry
from leads.entries.people import SetUp
from leads.ledger import canonical
from storage import ledger, strict
from storage.duty import RosterState
from storage.store import Mark, Store
from storage.tables.duty import rosters, swaps
from storage.tables.leads import ledger as ledger_table
from storage.tables.office import members as members_table
from storage.tables.office import offices
from storage.tables.office import people as people_table
from storage.tables.office import segments as segments_table
from storage.tables.office import shifts as shifts_table

MOVES: Final = frozenset(
    {"reachable", "paused", "checked_in", "leave_from", "leave_until", "lapses"}
    | {"arrival", "idle_since", "took_at", "asked", "asked_what", "asked_at", "locale"}
)
"""Of a person, what changes with every tap, or decides nothing. Any other column is part of the set-up."""

LATER: Final = frozenset({"hours"})
"""Of a person, what was no column when the first set-ups were sealed: left out where there is nothing in it."""

NAMES: Final = {
    "offices": "the office",
    "people": "{id}",
    "segments": "segment {id}",
    "members": "segment {segment}",
    "shifts": "shifts",
    "rosters": "roster {id}",
    "swaps": "swap {id}",
}
"""How a person finds a row that cannot be read."""

Digests = Mapping[str, Any]  # as the body of the entry: a digest, or digests by id


def seal(store: Store, now: datetime) -> None:
    """Says in the ledger how the office is set up from now on; nothing where it is as the last such entry says.

    The caller's transaction must hold the office's lock.
    """
    store.marks.discard(Mark.UNSEALED)
    said = SetUp.of(digests(store, []))
    if canonical(said.body()) != _last(store):
        entry = ledger.append(store, [Entry(None, said)], now)
        store.execute(update(offices).where(offices.c.id == store.office).values(set_up_entry=entry))


def seal_first(store: Store, now: datetime) -> None:
    """Seals the set-up of an office that an older version has left: once. Needs the office's lock, too."""
    if store.scalar(select(offices.c.set_up_entry).where(offices.c.id == store.office)) is None:
        seal(store, now)


def _last(store: Store) -> str | None:
    """The body of the last entry of this kind; None before the first."""
    here = ledger_table.c.office == offices.c.id, ledger_table.c.seq == offices.c.set_up_entry
    query = (
        select(ledger_table.c.body).join(offices, (here[0]) & (here[1])).where(offices.c.id == store.office)
    )
    return store.scalar(query)


def digests(store: Store, flaws: list[str]) -> Digests:
    """Returns those of what is stored, part by part, people and segments one by one.

    Adds to `flaws` as `storage.whole` does.
    """
    own = _rows(store, offices, ["name", "settings", "account_key"], offices.c.id == store.office, flaws)
    key = str(own[0].pop("account_key")) if own else ""
    people, segments, members, shifts = [
        _rows(store, table, names, table.c.office == store.office, flaws)
        for table, names in (
            (people_table, _all_but(people_table, MOVES)),
            (segments_table, _all_but(segments_table)),
            (members_table, ["segment", "person", "position"]),
            (shifts_table, _all_but(shifts_table)),
        )
    ]
    return {
        "office": _digest(own),
        "people": {str(row["id"]): _digest(_person(row, key)) for row in people},
        "segments": {
            str(row["id"]): _digest([row, [m["person"] for m in members if m["segment"] == row["id"]]])
            for row in segments
        },
        "order": _digest([[[row["id"], row["position"]] for row in rows] for rows in (people, segments)]),
        "shifts": _digest([{**row, "id": None} for row in shifts]),
        "agreed": _digest(_agreed(store, flaws)),
    }


def _agreed(store: Store, flaws: list[str]) -> list[dict[str, Any]]:
    """Rosters and swaps in force."""
    found: list[dict[str, Any]] = []
    for table, state in ((rosters, RosterState.APPROVED), (swaps, SwapState.TAKEN)):
        where = (table.c.office == store.office) & (table.c.state == state)
        found += _rows(store, table, _all_but(table, {"figures"}), where, flaws)
    return found


def _person(row: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Whoever reads the entry learns of no account; whoever has the key, which stays with the office, can compare."""
    account = row["telegram_id"]
    hidden = hmac.new(key.encode(), str(account).encode(), sha256).hexdigest() if account else None
    later = {name for name in LATER if row[name] is None}
    return {name: value for name, value in row.items() if name not in later} | {"telegram_id": hidden}


def _all_but(table: Table, left_out: Iterable[str] = ()) -> list[str]:
    """Whatever columns there are, now and later."""
    return [c.name for c in table.c if c.name not in {"office", *left_out}]


def _rows(
    store: Store, table: Table, names: Sequence[str], where: Any, flaws: list[str]
) -> list[dict[str, Any]]:
    """Plain JSON values, in the office's order. What cannot be read is a flaw, and None."""
    columns: list[Column[Any]] = [table.c[name] for name in names]
    order = [table.c.position] if "position" in table.c else []

    def narrow(query: Select[Any]) -> Select[Any]:
        return query.where(where).order_by(*order, table.c.id if "id" in table.c else table.c.person)

    rows = strict.read(store, columns, narrow)
    for row in rows:
        whose = NAMES[table.name].format_map(vars(row.values))
        flaws += [f"{whose}: its {name} cannot be read as it was written" for name in row.flaws]
    return [{name: _plain(getattr(row.values, name)) for name in names} for row in rows]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _digest(value: Any) -> str:
    return sha256(canonical({"is": value}).encode("utf-8", "surrogatepass")).hexdigest()
