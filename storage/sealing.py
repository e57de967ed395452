"""The set-up of an office, sealed: an entry of the ledger at each change, with a digest of all that decides.

What is other than before is told in clear in it, too, as far as it decides and is nobody's name, account or contact.

Nothing is read for it while leads move: whatever changes the set-up lets its version grow (`storage.offices.grow`), and
before the transaction ends it is sealed, by the desk's door or by who writes without it.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Column, Select, Table, select, update

from leads.duty.swaps import SwapState
from leads.entries.kinds import Entry
from leads.entries.people import SetUp, Terms, Values
from leads.ledger import canonical
from leads.proof.terms import InClear, Stored, of_office, of_segment
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
    {"reachable", "paused", "checked_in", "leave_from", "leave_until", "lapses", "answers"}
    | {"arrival", "idle_since", "took_at", "asked", "asked_what", "asked_at", "asked_about"}
    | {"locale"}
)
"""Of a person, what changes with every tap, or decides nothing. Any other column is part of the set-up."""

OF_A_PERSON: Final = ("roles", "weight", "capacity", "hours")
"""What of a person is told in clear."""

TERMS: Final = "terms"  # where it stands in the entry
BY: Final = "by"

LATER: Final = frozenset({"hours"})
"""Of a person, what was no column when the first set-ups were sealed: left out where there is nothing in it."""

OF_A_TEAM: Final = frozenset({"moment", "drawings"})
"""Of a segment, what the entries of its team make of it."""

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


def seal(store: Store, now: datetime, by: str | None = None) -> None:
    """Says in the ledger how the office is set up from now on; nothing where it is as the last such entry says.

    `by`: who has changed it in the chat.

    The caller's transaction must hold the office's lock.
    """
    store.marks.discard(Mark.UNSEALED)
    parts = _read(store, [])
    found, before = _digests(parts), _last(store)
    is_told = before.pop(TERMS, None) is not None
    before.pop(BY, None)
    if is_told and before == found:
        return
    terms = _others(_in_clear(parts), before if is_told else {}, found)
    said = SetUp.of({**found, TERMS: terms.body(), BY: by})
    entry = ledger.append(store, [Entry(None, said)], now)
    store.execute(update(offices).where(offices.c.id == store.office).values(set_up_entry=entry))


def seal_first(store: Store, now: datetime) -> None:
    """Seals the set-up of an office that an older version has left, or tells it in clear: once. Needs the office's
    lock, too.
    """
    if TERMS not in _last(store):
        seal(store, now)


def _last(store: Store) -> dict[str, Any]:
    """The body of the last entry of this kind; nothing before the first."""
    here = ledger_table.c.office == offices.c.id, ledger_table.c.seq == offices.c.set_up_entry
    query = (
        select(ledger_table.c.body).join(offices, (here[0]) & (here[1])).where(offices.c.id == store.office)
    )
    found: dict[str, Any] = json.loads(store.scalar(query) or "{}")
    return found


def digests(store: Store, flaws: list[str]) -> Digests:
    """Returns those of what is stored, part by part, people and segments one by one.

    Adds to `flaws` as `storage.whole` does.
    """
    return _digests(_read(store, flaws))


def in_clear(store: Store) -> InClear:
    """Returns what decides of what is stored."""
    return _in_clear(_read(store, []))


@dataclass(frozen=True, slots=True)
class _Parts:
    """Rows of what is sealed; `key`: by which accounts are hidden."""

    own: list[dict[str, Any]]
    people: list[dict[str, Any]]
    segments: list[dict[str, Any]]
    members: list[dict[str, Any]]
    shifts: list[dict[str, Any]]
    agreed: list[dict[str, Any]]
    key: str


def _read(store: Store, flaws: list[str]) -> _Parts:
    own = _rows(store, offices, ["name", "settings", "account_key"], offices.c.id == store.office, flaws)
    key = str(own[0].pop("account_key")) if own else ""
    people, segments, members, shifts = [
        _rows(store, table, names, table.c.office == store.office, flaws)
        for table, names in (
            (people_table, _all_but(people_table, MOVES)),
            (segments_table, _all_but(segments_table, OF_A_TEAM)),
            (members_table, ["segment", "person", "position"]),
            (shifts_table, _all_but(shifts_table)),
        )
    ]
    return _Parts(own, people, segments, members, shifts, _agreed(store, flaws), key)


def _digests(parts: _Parts) -> dict[str, Any]:
    people, segments, members = parts.people, parts.segments, parts.members
    return {
        "office": _digest(parts.own),
        "people": {str(row["id"]): _digest(_person(row, parts.key)) for row in people},
        "segments": {
            str(row["id"]): _digest([row, [m["person"] for m in members if m["segment"] == row["id"]]])
            for row in segments
        },
        "order": _digest([[[row["id"], row["position"]] for row in rows] for rows in (people, segments)]),
        "shifts": _digest([{**row, "id": None} for row in parts.shifts]),
        "agreed": _digest(parts.agreed),
    }


def _in_clear(parts: _Parts) -> InClear:
    """Whoever has left, and a segment that was retired, is not there."""
    return InClear(
        is_told=True,
        office=of_office(parts.own[0]["settings"] or {}) if parts.own else {},
        people={str(row["id"]): {n: row[n] for n in OF_A_PERSON} for row in parts.people if row["active"]},
        segments={
            str(row["id"]): of_segment(row["settings"] or {}) for row in parts.segments if row["active"]
        },
        shifts=[
            {"segment": row["segment"], "who": row["person"], **(row["settings"] or {})}
            for row in parts.shifts
        ],
    )


def _others(clear: InClear, before: Digests, now: Digests) -> Terms:
    """Whatever is sealed otherwise than before."""
    return Terms(
        Values(clear.office) if before.get("office") != now["office"] else None,
        _other(clear.people, before.get("people", {}), now["people"]),
        _other(clear.segments, before.get("segments", {}), now["segments"]),
        tuple(map(Values, clear.shifts)) if before.get("shifts") != now["shifts"] else None,
    )


def _other(clear: Mapping[str, Stored], before: Digests, now: Digests) -> dict[str, Values] | None:
    other = sorted(id for id in {*before, *now} if before.get(id) != now.get(id))
    return {id: Values(clear.get(id, {})) for id in other} or None


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
