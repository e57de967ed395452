"""Everything of an office that is compared with its ledger, read strictly.

Each function adds to `flaws` a plain sentence for every row that nobody but another hand can have written, and
leaves that row out.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final, TypeVar

from sqlalchemy import Select, Table

from leads.draws import Draw
from leads.duty.swaps import Swap
from leads.figures.report import Case
from leads.lead import Offer, State
from leads.presence import Worker
from leads.proof.comparison import Schemes
from leads.proof.told_clients import Sides
from leads.proof.told_duty import Roster
from leads.rates import Record
from leads.track import Closing, Sort
from leads.turns import Standing, Team
from storage import strict
from storage.draws import DRAW
from storage.duty import SWAP
from storage.rows import lead_from, lead_row, offer_from, offer_row, worker_from
from storage.store import Store
from storage.strict import NOT_READABLE, Row
from storage.tables.clients import joins as joins_table
from storage.tables.duty import draws as draws_table
from storage.tables.duty import rosters as rosters_table
from storage.tables.duty import swaps as swaps_table
from storage.tables.leads import leads
from storage.tables.leads import offers as offers_table
from storage.tables.office import closings as closings_table
from storage.tables.office import members, offices, segments
from storage.tables.office import people as people_table
from storage.tables.office import records as records_table

T = TypeVar("T")

BATCH = 500  # leads that are read at once

OF_A_PERSON: Final = (
    *("id", "weight", "reachable", "paused", "checked_in", "leave_from", "leave_until", "lapses", "arrival"),
    *("idle_since", "took_at", "answers"),
)
NOT_OF_A_LEAD: Final = frozenset({"office", "created_at", "secretary", "client", "came_with"})
"""Whose it is, and who wrote it down: no entry may hold it."""


def standings(store: Store, flaws: list[str]) -> dict[str, Team]:
    """Returns them by segment, in the segment's order, with what has become of each team."""
    found = _teams(store, flaws)
    for row in _rows(store, members, ("segment", "position", "person")):
        r = row.values
        of_segment = found.setdefault(r.segment, Team())
        if _is_sound(row, f"segment {r.segment}, member {r.person}", flaws):
            if r.position != len(of_segment):
                flaws.append(
                    f"segment {r.segment}: the place of {r.person} among its members is {r.position}"
                )
            of_segment[r.person] = Standing(r.credit, r.ticket, r.since)
    return found


def _teams(store: Store, flaws: list[str]) -> dict[str, Team]:
    found = {}
    for row in _rows(store, segments, ("id",), ("id", "moment", "drawings")):
        r = row.values
        team = _made(_team, r, f"segment {r.id}", flaws) if _is_sound(row, f"segment {r.id}", flaws) else None
        found[str(r.id)] = Team() if team is None else team  # without members it is as good as nothing
    return found


def _team(row: Any) -> Team:
    return Team((), int(row.moment), [(int(moment), int(furthest)) for moment, furthest in row.drawings])


def records(store: Store, flaws: list[str]) -> dict[str, dict[str, Record]]:
    """Returns them by segment."""
    found: dict[str, dict[str, Record]] = {}
    for row in _rows(store, records_table, ("segment", "person")):
        r = row.values
        if _is_sound(row, f"segment {r.segment}, record of {r.person}", flaws):
            found.setdefault(r.segment, {})[r.person] = Record(r.won, r.lost)
    return found


def closings(store: Store, flaws: list[str]) -> dict[str, dict[Closing, Record]]:
    """Returns them by segment."""
    found: dict[str, dict[Closing, Record]] = {}
    for row in _rows(store, closings_table, ("segment", "person", "week", "source", "known")):
        r = row.values
        if _is_sound(row, f"segment {r.segment}, closings of {r.person}", flaws):
            closing = Closing(Sort(r.person, r.source or None, r.known), r.week)
            found.setdefault(r.segment, {})[closing] = Record(r.won, r.lost)
    return found


def schemes(store: Store, flaws: list[str]) -> dict[str, Schemes]:
    """Returns them by segment, retired ones included."""
    found: dict[str, Schemes] = {}
    for row in _rows(store, segments, ("id",), ("id", "settings")):
        r = row.values
        if _is_sound(row, f"segment {r.id}", flaws):
            found[r.id] = _made(_schemes, r, f"segment {r.id}", flaws) or (None, None)
    return found


def names(store: Store) -> frozenset[str]:
    """Returns those of everybody who was ever in the office, also of those whose row has a flaw."""
    return frozenset(str(row.values.id) for row in _rows(store, people_table, ("id",), ("id",)))


def people(store: Store, flaws: list[str]) -> list[tuple[Worker, float]]:
    """Returns everybody who was ever in the office, with their weight; load and reach are left out."""
    found = []
    for row in _rows(store, people_table, ("id",), OF_A_PERSON):
        r = row.values
        if _is_sound(row, str(r.id), flaws):
            worker = _made(_worker, r, str(r.id), flaws)
            found += [(worker, r.weight)] if worker else []
    return found


def next_number(store: Store) -> int | None:
    """Returns that of the next lead; None where there is no office."""
    rows = strict.read(store, [offices.c.next_number], lambda q: q.where(offices.c.id == store.office))
    return (0 if rows[0].flaws else int(rows[0].values.next_number)) if rows else None


def draws(store: Store, flaws: list[str]) -> list[Draw]:
    """Reads them with their secrets."""
    found = []
    for row in _rows(store, draws_table, ("monday", "segment")):
        r, name = row.values, f"draw of {row.values.monday} in segment {row.values.segment}"
        if _is_sound(row, name, flaws):
            draw = _made(DRAW.read, r, name, flaws)
            if draw and _is_as_written(DRAW.write(draw), r, name, flaws):
                found.append(draw)
    return found


def swaps(store: Store, flaws: list[str]) -> list[Swap]:
    found = []
    for row in _rows(store, swaps_table, ("id",)):
        name = f"swap {row.values.id}"
        swap = _made(SWAP.read, row.values, name, flaws) if _is_sound(row, name, flaws) else None
        found += [swap] if swap else []
    return found


def rosters(store: Store, flaws: list[str]) -> dict[int, Roster]:
    """Returns them by number; of the figures only the shares."""
    found: dict[int, Roster] = {}
    for row in _rows(store, rosters_table, ("id",)):
        name = f"roster {row.values.id}"
        roster = _made(_roster, row.values, name, flaws) if _is_sound(row, name, flaws) else None
        if roster:
            found[row.values.id] = roster
    return found


def cases(store: Store, flaws: list[str]) -> Generator[tuple[int, Case | None], None, None]:
    """Reads every lead that was handed over, by its number; without its case where that has a flaw."""
    last, columns = 0, [column for column in leads.c if column.name not in NOT_OF_A_LEAD]
    while batch := strict.read(store, columns, partial(_leads_after, store.office, last)):
        upto = batch[-1].values.id
        offers = _offers(store, last, upto, flaws)
        for row in batch:
            number = row.values.number
            if number is not None or row.flaws or row.values.state != State.DRAFT or row.values.handed_at:
                yield number or 0, _case(row, offers.get(row.values.id, []), flaws)
        last = upto


def stray_offers(store: Store, flaws: list[str]) -> None:
    """Names offers of leads that were never handed over: they count in nobody's favour."""
    handed = leads.select().with_only_columns(leads.c.id).where(leads.c.number.is_not(None))
    where = (offers_table.c.office == store.office, offers_table.c.lead.not_in(handed))
    rows = strict.read(store, [offers_table.c.id], lambda q: q.where(*where))
    flaws += [f"offer in row {row.values.id}: it belongs to no lead that was handed over" for row in rows]


def _case(row: Row, offers: Sequence[Offer | None], flaws: list[str]) -> Case | None:
    r = row.values
    name = f"lead {r.number}" if r.number else f"lead in row {r.id}, which has no number"
    lead = _made(lead_from, r, name, flaws) if _is_sound(row, name, flaws) else None
    if lead and lead.number is None:
        flaws.append(f"{name}: it is {lead.state}, but was never handed over")
    if lead and not _is_as_written(lead_row(lead), r, name, flaws):
        return None
    sound = [offer for offer in offers if offer]
    return (lead, sound) if lead and lead.number and len(sound) == len(offers) else None


def _offers(store: Store, last: int, upto: int, flaws: list[str]) -> dict[int, list[Offer | None]]:
    """By lead's row, the oldest first; None for one with a flaw."""
    found: dict[int, list[Offer | None]] = {}
    of_batch = (offers_table.c.lead > last, offers_table.c.lead <= upto)
    for row in strict.read(
        store, list(offers_table.c), lambda q: q.where(*of_batch).order_by(offers_table.c.id)
    ):
        name = f"offer in row {row.values.id}, of the lead in row {row.values.lead}"
        found.setdefault(row.values.lead, []).append(_offer(row, store.office, name, flaws))
    return found


def _offer(row: Row, office: int, name: str, flaws: list[str]) -> Offer | None:
    if not _is_sound(row, name, flaws):
        return None
    offer = _made(offer_from, row.values, name, flaws)
    written = {"office": office, **offer_row(offer)} if offer else {}
    return offer if _is_as_written(written, row.values, name, flaws) else None


def _leads_after(office: int, last: int, query: Select[Any]) -> Select[Any]:
    return query.where(leads.c.office == office, leads.c.id > last).order_by(leads.c.id).limit(BATCH)


def _rows(store: Store, table: Table, order: Sequence[str], columns: Sequence[str] = ()) -> list[Row]:
    """Of the office."""
    wanted = [column for column in table.c if column.name in columns or not columns]
    by = [table.c[name] for name in order]
    return strict.read(store, wanted, lambda q: q.where(table.c.office == store.office).order_by(*by))


def _is_sound(row: Row, name: str, flaws: list[str]) -> bool:
    flaws += [f"{name}: its {column} cannot be read as it was written" for column in row.flaws]
    return not row.flaws


def _is_as_written(written: Mapping[str, Any], row: Any, name: str, flaws: list[str]) -> bool:
    """A list may be read out of what is none, such as the keys of an object."""
    wrong = [column for column, value in written.items() if getattr(row, column) != value]
    if wrong:
        flaws.append(f"{name}: its {wrong[0]} is not what it would be written as")
    return not wrong


def _made(make: Callable[[Any], T], row: Any, name: str, flaws: list[str]) -> T | None:
    """None, and a flaw, where the values make no sense."""
    try:
        return make(row)
    except NOT_READABLE as error:
        flaws.append(f"{name}: it cannot be read ({error!r})")
        return None


def _schemes(row: Any) -> Schemes:
    return row.settings["scheme"], row.settings.get("reserve")


def _roster(row: Any) -> Roster:
    plan = (row.segment, row.week, row.plan, row.proposed_by, row.shifts, row.figures["shares"])
    return Roster(*plan, row.state, row.settled_by)


def _worker(row: Any) -> Worker:
    return replace(worker_from(row), reachable=True)


def joins(store: Store, flaws: list[str]) -> list[Sides]:
    """Returns of whom it is stored that they are one: the numbers of the leads of each."""
    found: list[Sides] = []
    for row in _rows(store, joins_table, ("id",)):
        name = f"join in row {row.values.id}"
        sides = _made(_sides, row.values, name, flaws) if _is_sound(row, name, flaws) else None
        found += [sides] if sides else []
    return found


def _sides(row: Any) -> Sides:
    return tuple(row.numbers), tuple(row.other_numbers)
