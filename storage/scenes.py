"""A scene as rows: everything one decision needs is read together, and what it changed is written together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from leads.erasure import Cause
from leads.hours import IsHoliday
from leads.office import Office
from leads.presence import Absence, Worker
from leads.rates import Record
from leads.scene import (
    OWNED,
    Deadline,
    Due,
    Lead,
    Offer,
    Outcome,
    Progress,
    Result,
    Scene,
    State,
    Step,
)
from leads.schemes import SCHEMES
from leads.schemes.base import Read
from leads.turns import Turn
from storage import draws, ledger
from storage.database import upsert
from storage.offices import FIRST, read_standings
from storage.tables import leads, members, offers, people, records

Row = Mapping[str, Any]


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


async def load(
    conn: AsyncConnection, office: Office, is_holiday: IsHoliday, lead: int, id: int = FIRST
) -> Loaded:
    """Raises NoLeadError."""
    row = (await conn.execute(select(leads).where(leads.c.id == lead, leads.c.office == id))).one_or_none()
    if row is None:
        raise NoLeadError(lead)
    found = [
        offer_from(r)
        for r in await conn.execute(select(offers).where(offers.c.lead == lead).order_by(offers.c.id))
    ]
    standings = await read_standings(conn, id, row.segment)
    workers = await read_workers(conn, id)
    records = await read_records(conn, row.segment, id)
    by_lot = Read.DRAW in SCHEMES[office.segment(row.segment).scheme].reads
    orders = await draws.orders(conn, row.segment, id) if by_lot else {}
    return Loaded(
        Scene(office, is_holiday, lead_from(row), workers, standings, found, records=records, draws=orders),
        {who: _worker_row(worker) for who, worker in workers.items()},
        {who: {"credit": s.credit, "ticket": s.ticket} for who, s in standings.items()},
        {o.id: offer_row(o) for o in found if o.id},
        dict(records),
    )


async def save(conn: AsyncConnection, loaded: Loaded, now: datetime, id: int = FIRST) -> None:
    """Writes the lead, its offers, the people and balances that changed, and the ledger entries."""
    scene = loaded.scene
    await conn.execute(update(leads).where(leads.c.id == scene.lead.id).values(lead_row(scene.lead)))
    for offer in scene.offers:
        row = offer_row(offer)
        if offer.id is None:
            offer.id = await conn.scalar(
                insert(offers).values(office=id, lead=scene.lead.id, **row).returning(offers.c.id)
            )
        elif row != loaded.offers.get(offer.id):
            await conn.execute(update(offers).where(offers.c.id == offer.id).values(row))
    for who, worker in scene.workers.items():
        if _worker_row(worker) != loaded.workers[who]:
            await save_worker(conn, worker, id)
    await _save_standings(conn, loaded, id)
    await _save_records(conn, loaded, id)
    await ledger.append(conn, scene.log, now, id)
    scene.log.clear()


async def _save_standings(conn: AsyncConnection, loaded: Loaded, id: int) -> None:
    for who, standing in loaded.scene.standings.items():
        row = {"credit": standing.credit, "ticket": standing.ticket}
        if row != loaded.standings[who]:
            of_member = (
                members.c.office == id,
                members.c.segment == loaded.scene.lead.segment,
                members.c.person == who,
            )
            await conn.execute(update(members).where(*of_member).values(row))


async def read_workers(conn: AsyncConnection, id: int = FIRST) -> dict[str, Worker]:
    """Everybody who was ever in the office; whoever has left counts as not connected."""
    held, asked = await _held(conn, id), await _asked(conn, id)
    rows = await conn.execute(select(people).where(people.c.office == id).order_by(people.c.position))
    return {
        r.id: Worker(
            r.id,
            connected=r.active and r.telegram_id is not None,
            reachable=r.reachable,
            paused=Absence(r.paused) if r.paused else None,
            checked_in=r.checked_in,
            leave_until=r.leave_until,
            lapses=r.lapses,
            load=held.get(r.id, 0) + asked.get(r.id, 0),
            ringing=asked.get(r.id, 0),
            arrival=r.arrival,
            idle_since=r.idle_since,
            took_at=r.took_at,
        )
        for r in rows
    }


async def _held(conn: AsyncConnection, id: int) -> dict[str, int]:
    """How many open leads each person has in hand."""
    rows = await conn.execute(
        select(leads.c.holder.label("who"), func.count().label("many"))
        .where(leads.c.office == id, leads.c.state.in_(OWNED))
        .group_by(leads.c.holder)
    )
    return {r.who: r.many for r in rows}


async def _asked(conn: AsyncConnection, id: int) -> dict[str, int]:
    """How many offers to him alone wait for each person's answer."""
    rows = await conn.execute(
        select(offers.c.sole.label("who"), func.count().label("many"))
        .where(offers.c.office == id, offers.c.sole.is_not(None))
        .group_by(offers.c.sole)
    )
    return {r.who: r.many for r in rows}


async def read_records(conn: AsyncConnection, segment: str, id: int = FIRST) -> dict[str, Record]:
    """What came of the segment's leads, by whoever held them."""
    rows = await conn.execute(
        select(records).where(records.c.office == id, records.c.segment == segment).order_by(records.c.person)
    )
    return {r.person: Record(r.won, r.lost) for r in rows}


async def _save_records(conn: AsyncConnection, loaded: Loaded, id: int) -> None:
    for who, record in loaded.scene.records.items():
        if record != loaded.records.get(who):
            figures = {"won": record.won, "lost": record.lost}
            key = {"office": id, "segment": loaded.scene.lead.segment, "person": who}
            row = upsert(conn, records).values(**key, **figures)
            await conn.execute(
                row.on_conflict_do_update(index_elements=["office", "segment", "person"], set_=figures)
            )


async def save_worker(conn: AsyncConnection, worker: Worker, id: int = FIRST) -> None:
    here = (people.c.office == id, people.c.id == worker.id)
    await conn.execute(update(people).where(*here).values(_worker_row(worker)))


def _worker_row(worker: Worker) -> Row:
    return {
        "reachable": worker.reachable,
        "paused": worker.paused,
        "checked_in": worker.checked_in,
        "leave_until": worker.leave_until,
        "lapses": worker.lapses,
        "arrival": worker.arrival,
        "idle_since": worker.idle_since,
        "took_at": worker.took_at,
    }


def lead_from(r: Any) -> Lead:
    return Lead(
        id=r.id,
        segment=r.segment,
        number=r.number,
        state=State(r.state),
        known=r.known,
        owner=r.owner,
        duplicate_of=r.duplicate_of,
        source=r.source,
        picked=r.picked,
        picked_by=r.picked_by,
        path=tuple(Step(step) for step in r.path),
        rung=r.rung,
        ack_timeout=r.ack_timeout,
        step_timeout=r.step_timeout,
        wait_for_owner=r.wait_for_owner,
        handed_at=r.handed_at,
        holder=r.holder,
        held_at=r.held_at,
        taken_by=r.taken_by,
        taken_after=r.taken_after,
        closed_at=r.closed_at,
        outcome=Outcome(r.outcome) if r.outcome else None,
        amount=r.amount,
        lost_reason=r.lost_reason,
        progress=Progress(r.progress) if r.progress else None,
        reminders=r.reminders,
        repeats=r.repeats,
        deadline=Deadline(Due(r.due_kind), r.due_at) if r.due_kind else None,
        erased=Cause(r.erased) if r.erased else None,
    )


def lead_row(lead: Lead) -> Row:
    same = ("segment", "number", "state", "known", "owner", "duplicate_of", "path", "rung", "ack_timeout")
    more = (
        "step_timeout",
        "wait_for_owner",
        "handed_at",
        "holder",
        "held_at",
        "taken_by",
        "taken_after",
        "closed_at",
        "outcome",
        "amount",
    )
    rest = ("lost_reason", "progress", "reminders", "repeats", "source", "picked", "picked_by", "erased")
    due = lead.deadline
    return {name: getattr(lead, name) for name in (*same, *more, *rest)} | {
        "due_kind": due.kind if due else None,
        "due_at": due.at if due else None,
    }


def offer_from(r: Any) -> Offer:
    return Offer(
        step=Step(r.step),
        scheme=r.scheme,
        at=r.at,
        people=tuple(r.people),
        id=r.id,
        result=Result(r.result),
        answers=dict(r.answers),
        reasons=dict(r.reasons),
        claimed_by=r.claimed_by,
        delivered_at=r.delivered_at,
        closed_at=r.closed_at,
        turn=_turn_from(r),
        by=r.chosen_by,
        fair=r.fair,
    )


def _turn_from(r: Any) -> Turn | None:
    """Raises ValueError where only a part of it is stored."""
    if r.payer is None:
        return None
    if r.gained is None or r.ticket_before is None:
        raise ValueError("a payer without his turn")
    return Turn(r.payer, r.gained, r.ticket_before, r.idle_before)


def offer_row(offer: Offer) -> Row:
    turn = offer.turn
    return {
        "step": offer.step,
        "scheme": offer.scheme,
        "at": offer.at,
        "people": list(offer.people),
        "sole": offer.people[0] if offer.alone and offer.result is Result.OPEN else None,
        "result": offer.result,
        "answers": dict(offer.answers),
        "reasons": dict(offer.reasons),
        "claimed_by": offer.claimed_by,
        "delivered_at": offer.delivered_at,
        "closed_at": offer.closed_at,
        "payer": turn.payer if turn else None,
        "gained": dict(turn.gained) if turn else None,
        "ticket_before": turn.ticket_before if turn else None,
        "idle_before": turn.idle_before if turn else None,
        "chosen_by": offer.by,
        "fair": offer.fair,
    }
