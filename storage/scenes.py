"""A scene as rows: everything one decision needs is read together, and what it changed is written together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam, insert, update

from leads.client import Client
from leads.hours import IsHoliday
from leads.lead import Lead
from leads.office import Office
from leads.presence import Worker
from leads.rates import Record
from leads.scene import Beyond, Elsewhere, Scene
from leads.schemes import SCHEMES
from leads.track import Closing
from storage import drafts, draws, ledger, people, touches
from storage.closings import OF_TRACKS, read_track, save_changes
from storage.database import inserting
from storage.drafts import Stored
from storage.offices import read_elsewhere, read_records, read_standings
from storage.rows import Row, lead_from, lead_row, offer_from, offer_row, worker_from, worker_row
from storage.store import Store
from storage.tables.leads import leads, offers
from storage.tables.office import members, records

OF_SCENES: Final = drafts.OF_ROWS | people.OF_PEOPLE | draws.OF_DRAWS | OF_TRACKS
"""What a scene is read from."""


class NoLeadError(LookupError):
    """There is no such lead in this office."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scene, and what of it was stored when it was read: only differences are written back."""

    scene: Scene
    workers: Mapping[str, Row]
    standings: Mapping[str, Row]
    offers: Mapping[int, Row]
    records: Mapping[str, Record]
    stored: Stored
    lead: dict[str, Any]  # what of it is stored by now
    closings: dict[Closing, Record] = field(default_factory=dict)  # what its closings have added there by now

    @property
    def client(self) -> Client:
        """How it stood when the lead was read."""
        return drafts.client_from(self.stored)


def all_said(store: Store, loaded: Loaded) -> Sequence[Client]:
    """Returns what was said of the lead's client: at first, and later."""
    more = touches.later(store, loaded.scene.lead.id) if loaded.stored.has_later else ()
    return [loaded.client, *(one.said for one in more)]


def load(store: Store, office: Office, is_holiday: IsHoliday, lead: int, now: datetime) -> Loaded:
    """Reads a lead with all around it, for what is decided at `now`. Raises NoLeadError."""
    stored = drafts.stored_or_none(store, lead)
    if stored is None or stored.lead.office != store.office:
        raise NoLeadError(lead)
    row, found = stored.lead, [offer_from(r) for r in stored.offers]
    read, workers = lead_from(row), read_workers(store)
    around = _around(store, office, row.segment, now, read)
    standings, records = around.standings, around.records
    return Loaded(
        Scene(
            *(office, is_holiday, read, workers, standings, found),
            records=records,
            track=around.track,
            draws=around.draws,
            elsewhere=around.elsewhere,
        ),
        {who: worker_row(worker) for who, worker in workers.items()},
        {who: {"credit": s.credit, "ticket": s.ticket} for who, s in standings.items()},
        {o.id: offer_row(o) for o in found if o.id},
        dict(records),
        stored,
        lead_row(read),
    )


def elsewhere(store: Store, segment: str) -> Elsewhere:
    """Returns what everybody of a segment is owed in all others."""
    owed = read_elsewhere(store, segment)
    return lambda who: owed.get(who, 0)


def _around(store: Store, office: Office, segment: str, now: datetime, lead: Lead | None) -> Beyond:
    """What a segment's leads have in common. The track comes first: it reads the others along."""
    of_segment = office.segment(segment)
    track = read_track(store, office, of_segment, now, lead)
    orders = draws.orders(store, segment) if SCHEMES[of_segment.scheme].by_draw else {}
    owed = elsewhere(store, segment)
    return Beyond(read_standings(store, segment), read_records(store, segment), orders, owed, track)


def towards(store: Store, office: Office, loaded: Loaded, segment: str, now: datetime) -> Loaded:
    """Lets a lead that was read just now enter another segment: it is saved with that one's members and records."""
    there = loaded.scene.beyond = _around(store, office, segment, now, None)
    standings, records = there.standings, there.records
    rows = {who: {"credit": s.credit, "ticket": s.ticket} for who, s in standings.items()}
    return replace(loaded, standings=rows, records=dict(records), closings={})


def save(store: Store, loaded: Loaded, now: datetime) -> int:
    """Writes the lead, its offers, the people and balances that changed, and the ledger entries.

    Returns how many entries the ledger has then; 0 where nothing is said.
    """
    scene = loaded.scene
    row = lead_row(scene.lead)
    if row != loaded.lead:
        store.execute(_SAVE_LEAD, {"row": scene.lead.id, **row})
        loaded.lead.update(row)
    for offer in scene.offers:
        row = offer_row(offer)
        if offer.id is None:
            offer.id = store.scalar(_ADD_OFFER, {"office": store.office, "lead": scene.lead.id, **row})
        elif row != loaded.offers.get(offer.id):
            store.execute(_SAVE_OFFER, {"row": offer.id, **row})
    for who, worker in scene.workers.items():
        if worker_row(worker) != loaded.workers[who]:
            save_worker(store, worker)
    _save_standings(store, loaded)
    _save_records(store, loaded)
    save_changes(store, scene.lead.segment, scene.track, loaded.closings)
    length = ledger.append(store, scene.log, now) if scene.log else 0
    scene.log.clear()
    return length


_SAVE_LEAD = update(leads).where(leads.c.id == bindparam("row"))
_SAVE_OFFER = update(offers).where(offers.c.id == bindparam("row"))
_ADD_OFFER = insert(offers).returning(offers.c.id)


def _save_standings(store: Store, loaded: Loaded) -> None:
    here = {"of": store.office, "in": loaded.scene.lead.segment}
    moved = [
        {"who": who, **here, **row}
        for who, standing in loaded.scene.standings.items()
        if (row := {"credit": standing.credit, "ticket": standing.ticket}) != loaded.standings[who]
    ]
    if moved:
        store.execute(_SAVE_STANDING, moved)


_SAVE_STANDING = update(members).where(
    members.c.office == bindparam("of"),
    members.c.segment == bindparam("in"),
    members.c.person == bindparam("who"),
)


def read_workers(store: Store) -> dict[str, Worker]:
    """Returns everybody who was ever in the office; whoever has left counts as not connected."""
    return {
        r.id: worker_from(
            r,
            connected=r.active and r.telegram_id is not None,
            load=r.held + r.ringing,
            ringing=r.ringing,
        )
        for r in people.rows(store)
    }


def _save_records(store: Store, loaded: Loaded) -> None:
    for who, record in loaded.scene.records.items():
        if record != loaded.records.get(who):
            figures = {"won": record.won, "lost": record.lost}
            key = {"office": store.office, "segment": loaded.scene.lead.segment, "person": who}
            store.execute(_saving_a_record(store.dialect.name), key | figures)


@cache
def _saving_a_record(dialect: str) -> Any:
    row = inserting(dialect, records)
    figures = {"won": row.excluded.won, "lost": row.excluded.lost}
    return row.on_conflict_do_update(index_elements=["office", "segment", "person"], set_=figures)


def save_worker(store: Store, worker: Worker) -> None:
    people.change(store, worker.id, **worker_row(worker))
