"""What an office has lived through, for a replay. No phone, no name, no word of a client leaves this room."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, case, exists, func, or_, select

from leads.entries.asking import Handed
from leads.entries.hands import Closed
from leads.lead import Outcome
from leads.ledger import Sealed
from leads.presence import Absence
from leads.rates import NO_RECORD, Record
from leads.track import Closing, Sort, Track
from leads.words import code_of
from storage.figures import COUNTS
from storage.ledger import sealed
from storage.rows import lead_from
from storage.store import Store
from storage.tables.clients import contacts
from storage.tables.leads import leads, ledger
from storage.tables.office import closings, people, records


def oldest_of(store: Store, start: datetime, end: datetime, most: int) -> datetime | None:
    """Tells when the oldest of the newest `most` leads of a period was handed over;
    None where there are no more.
    """
    handed = (leads.c.office == store.office, leads.c.handed_at >= start, leads.c.handed_at < end, COUNTS)
    newest = select(leads.c.handed_at).where(*handed).order_by(leads.c.handed_at.desc())
    oldest = store.scalar(newest.offset(most - 1).limit(1))
    if oldest is None:
        return None
    older = store.scalar(select(leads.c.id).where(*handed, leads.c.handed_at < oldest).limit(1))
    return oldest if older else None


def clients_between(store: Store, start: datetime, end: datetime) -> dict[int, str]:
    """Returns, by number of a lead, a made-up word for its client; none where nobody could recognise the client."""
    handed = (leads.c.office == store.office, leads.c.handed_at >= start, leads.c.handed_at < end, COUNTS)
    words: dict[int, str] = {}
    found_again = exists().where(contacts.c.client == leads.c.client)
    rows = store.execute(select(leads.c.number, leads.c.client).where(*handed, found_again))
    return {row.number: words.setdefault(row.client, f"client {len(words) + 1}") for row in rows}


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who is, or ever was, in the office, as they are stored now."""

    name: str
    connected: bool
    paused: Absence | None


def everybody(store: Store) -> dict[str, Member]:
    """Returns people by id, whoever has left included, in the office's order."""
    rows = store.execute(select(people).where(people.c.office == store.office).order_by(people.c.position))
    return {
        row.id: Member(row.name, row.telegram_id is not None, Absence(row.paused) if row.paused else None)
        for row in rows
    }


def all_records(store: Store) -> dict[str, dict[str, Record]]:
    """Returns won and lost by segment and person: all that is known, imported leads included."""
    found: dict[str, dict[str, Record]] = {}
    for row in store.execute(select(records).where(records.c.office == store.office)):
        found.setdefault(row.segment, {})[row.person] = Record(row.won, row.lost)
    return found


LATELY = 2_000  # lost leads: of so many it is known well enough how long that takes


def times_to_lose(store: Store) -> Sequence[timedelta]:
    """Tells how long it took from the hand-over until the newest lost leads were closed; those of a file left out."""
    lost = (leads.c.office == store.office, leads.c.outcome == Outcome.LOST, leads.c.imported.is_(None))
    known = (leads.c.handed_at.is_not(None), leads.c.closed_at.is_not(None))
    newest = select(leads.c.handed_at, leads.c.closed_at).where(*lost, *known)
    rows = store.execute(newest.order_by(leads.c.closed_at.desc()).limit(LATELY))
    return [row.closed_at - row.handed_at for row in rows]


def closed_of(store: Store, before: datetime) -> dict[str, dict[Sort, Record]]:
    """Returns what came of the leads handed over by then, by segment, imported ones included.

    Left out are those of a client of their holder's own, as in the records.
    """
    others = or_(leads.c.owner.is_(None), leads.c.owner != leads.c.holder)
    here = (leads.c.office == store.office, leads.c.handed_at <= before, leads.c.holder.is_not(None))
    counted = (leads.c.outcome.in_([Outcome.WON, Outcome.LOST]), leads.c.own.is_(False), others)
    sort = (leads.c.segment, leads.c.holder, leads.c.source, leads.c.known)
    won = func.sum(case((leads.c.outcome == Outcome.WON, 1), else_=0)).label("won")
    rows = store.execute(
        select(*sort, won, func.count().label("closed")).where(*here, *counted).group_by(*sort)
    )
    found: dict[str, dict[Sort, Record]] = {}
    for row in rows:
        pair = Sort(row.holder, code_of(row.source), row.known)
        found.setdefault(row.segment, {})[pair] = Record(row.won, row.closed - row.won)
    return found


def records_since(store: Store, seq: int) -> Mapping[tuple[str, str], Record]:
    """Tells what was won and lost from this entry of the ledger on, by segment and holder."""
    closed = (ledger.c.office == store.office, ledger.c.seq >= seq, ledger.c.kind == Closed.kind)
    numbers = select(ledger.c.lead).where(
        *closed
    )  # of one that was opened again meanwhile the last end counts
    counted = leads.c.outcome.in_([Outcome.WON, Outcome.LOST])
    won = func.sum(case((leads.c.outcome == Outcome.WON, 1), else_=0)).label("won")
    rows = store.execute(
        select(leads.c.segment, leads.c.holder, won, func.count().label("closed"))
        .where(leads.c.office == store.office, leads.c.number.in_(numbers), counted)
        .group_by(leads.c.segment, leads.c.holder)
    )
    return {(r.segment, r.holder): Record(r.won, r.closed - r.won) for r in rows if r.holder}


def all_closings(store: Store) -> dict[tuple[str, Closing], Record]:
    """Returns what came of leads week by week, by segment: all that is known, imported leads included."""
    rows = store.execute(select(closings).where(closings.c.office == store.office))
    return {
        (r.segment, Closing(Sort(r.person, r.source or None, r.known), r.week)): Record(r.won, r.lost)
        for r in rows
    }


def closings_since(store: Store, seq: int) -> dict[tuple[str, Closing], Record]:
    """Tells the same of leads that were closed from this entry of the ledger on."""
    numbers = select(ledger.c.lead).where(
        ledger.c.office == store.office, ledger.c.seq >= seq, ledger.c.kind == Closed.kind
    )
    tracks: dict[str, Track] = {}
    for row in store.execute(
        select(leads).where(leads.c.office == store.office, leads.c.number.in_(numbers))
    ):
        tracks.setdefault(row.segment, Track()).count(lead_from(row))
    return {(s, closing): record for s, track in tracks.items() for closing, record in track.closings.items()}


def less(all_of_them: Record, since: Record | None) -> Record:
    """Returns what there was before."""
    later = since or NO_RECORD
    return Record(all_of_them.won - later.won, all_of_them.lost - later.lost)


def begins(store: Store, start: datetime, end: datetime) -> int | None:
    """Tells where the ledger begins to speak of a period's leads; None where it speaks of none of them."""
    handed = (leads.c.office == store.office, leads.c.handed_at >= start, leads.c.handed_at < end, COUNTS)
    numbers = select(leads.c.number).where(*handed)
    here = (ledger.c.office == store.office, ledger.c.lead.in_(numbers), ledger.c.kind == Handed.kind)
    found: int | None = store.scalar(select(func.min(ledger.c.seq)).where(*here))
    return found


def of_the_office(store: Store, until: int) -> Sequence[Sealed]:
    """Returns the entries about no lead before this one, oldest first: who joined, who came and went."""
    return _read(
        store,
        select(ledger).where(ledger.c.office == store.office, ledger.c.lead.is_(None), ledger.c.seq < until),
    )


def of_kinds(store: Store, kinds: Collection[str], since: int, end: datetime) -> Sequence[Sealed]:
    """Returns the entries of these kinds from this one on and before `end`, oldest first."""
    return _read(
        store,
        select(ledger).where(
            ledger.c.office == store.office,
            ledger.c.seq >= since,
            ledger.c.at < end,
            ledger.c.kind.in_(sorted(kinds)),
        ),
    )


def _read(store: Store, query: Select[Any]) -> Sequence[Sealed]:
    return [sealed(row) for row in store.execute(query.order_by(ledger.c.seq))]
