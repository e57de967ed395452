"""Leads before they are handed over, and the message that made each: what was said in it of the client."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from sqlalchemy import and_, bindparam, case, delete, exists, func, insert, or_, select, update

from leads.client import Client, TouchKind
from leads.lead import Due, State
from storage import clients as known_clients
from storage import requests, terms
from storage.clients import OPEN, Acquaintance, acquaintance_from
from storage.columns import UtcDateTime, one_of
from storage.memo import of, once
from storage.store import Store
from storage.tables.clients import FIRST, IS_FIRST, clients, contacts, touches
from storage.tables.leads import leads, offers
from storage.touches import said_in, take_back, values_of


def add(
    store: Store,
    client: Client,
    segment: str,
    met: Acquaintance,
    secretary: str | None,
    now: datetime,
    due: datetime | None = None,
) -> int:
    """Adds a draft of a client, who may be new, too, and returns its row's id. `due`: when it goes by itself.

    `secretary`: who took it in; None: it came by itself.
    """
    if met.client is None:
        whose = known_clients.add(store, client)
    else:
        whose = met.client
        known_clients.fill(store, whose, client)
    terms.note(store, {whose: [client]})
    draft = {"office": store.office, "created_at": now, "secretary": secretary, **_BEGUN, **_planned(due)}
    lead = int(store.scalar(_ADD, draft | _lead_values(whose, client, segment, met)) or 0)
    place = {"office": store.office, "client": whose, "lead": lead, "at": now, "who": secretary}
    words = {"kind": TouchKind.FIRST, "source": client.source, **values_of(client)}
    store.execute(_ADD_TOUCH, place | words)
    return lead


_ADD, _ADD_TOUCH = insert(leads).returning(leads.c.id), insert(touches)
_BEGUN: Final[Mapping[str, Any]] = {
    "state": State.DRAFT,
    "path": [],
    "ack_timeout": timedelta(0),
    "step_timeout": timedelta(0),
}


def _planned(due: datetime | None) -> dict[str, Any]:
    return {"due_kind": Due.HAND_OVER if due else None, "due_at": due}


def plan(store: Store, draft: int, due: datetime | None) -> None:
    """Lets a draft go by itself then; None: not at all."""
    store.execute(update(leads).where(leads.c.id == draft).values(_planned(due)))


def adopt(store: Store, draft: int, who: str) -> None:
    """A draft that came by itself was taken in by somebody now."""
    store.execute(update(leads).where(leads.c.id == draft).values(secretary=who))


def newest_of(store: Store, client: int) -> int | None:
    """Returns the newest draft of a client; None where there is none."""
    found: int | None = store.scalar(_NEWEST_OF, {"of": store.office, "whose": client})
    return found


_NEWEST_OF = (
    select(func.max(leads.c.id))
    .where(leads.c.office == bindparam("of"), leads.c.client == bindparam("whose"))
    .where(leads.c.state == State.DRAFT)
)


def came(store: Store, draft: int, at: datetime) -> None:
    """Its first message came then."""
    store.execute(update(touches).where(touches.c.lead == draft, IS_FIRST).values(at=at))


def overtaken(store: Store, draft: int, now: datetime) -> int:
    """Counts the drafts that are overtaken if this one is handed over now: of other clients who could be called, taken
    by the same person before this one came, and not so long ago that they are forgotten rather than kept back.
    """
    row = stored(store, draft).lead
    found = {"of": store.office, "who": row.secretary, "whose": row.client, "from": now - KEPT_BACK}
    return int(store.scalar(_OVERTAKEN, found | {"draft": draft}) or 0)


KEPT_BACK: Final = timedelta(hours=1)
_first = touches.alias("first")
_own_first = touches.alias("own_first")
_OWN_AT = (
    select(_own_first.c.at)
    .where(_own_first.c.lead == bindparam("draft"), _own_first.c.kind == FIRST)
    .scalar_subquery()
)
_OVERTAKEN = (
    select(func.count())
    .select_from(leads)
    .join(_first, and_(_first.c.lead == leads.c.id, _first.c.kind == FIRST))
    .where(
        leads.c.office == bindparam("of"),
        leads.c.state == State.DRAFT,
        leads.c.secretary == bindparam("who"),
        leads.c.client != bindparam("whose"),
        _first.c.at < _OWN_AT,
        _first.c.at >= bindparam("from", type_=UtcDateTime),
        exists().where(contacts.c.client == leads.c.client),
    )
)


def rewrite(store: Store, lead: int, client: Client, segment: str, met: Acquaintance) -> None:
    """Brings a lead up to date with what was added to its message, or is chosen of it."""
    found = stored(store, lead)
    before, was = found.lead, found.lead.client
    whose = known_clients.settle(store, was, lead, client_from(found), client, known=before.known)
    terms.note(store, {whose: [client]})
    values = _lead_values(whose, client, segment, met)
    store.execute(update(leads).where(leads.c.id == lead).values(values))
    words = values_of(client)
    store.execute(update(touches).where(touches.c.lead == lead, IS_FIRST).values(client=whose, **words))
    if whose != was:
        store.execute(update(leads).where(leads.c.id == lead).values(came_with=None))
        store.execute(update(touches).where(touches.c.lead == lead).values(client=whose))
        known_clients.drop_empty(store, [was])


def secretary_of(store: Store, lead: int) -> str | None:
    """Tells who took the call; None where there is no such lead."""
    found = stored_or_none(store, lead)
    return found.lead.secretary if found else None


def anew(store: Store, lead: int, now: datetime) -> int:
    """Makes a draft of what was said with a lead that was taken back, and returns its row's id.

    All of that is with the draft now, and with that lead no more.
    """
    found = _like(store, lead, now)
    store.execute(update(touches).where(touches.c.lead == lead).values(lead=found))
    return found


def apart(store: Store, lead: int, now: datetime) -> int | None:
    """Makes a draft of what was said with a lead before it was added to another, and returns its row's id.

    None where nothing of that is left.
    """
    found = _like(store, lead, now)
    if take_back(store, lead, found, stored(store, lead).lead.client):
        return found
    store.execute(delete(leads).where(leads.c.id == found))
    return None


def _like(store: Store, lead: int, now: datetime) -> int:
    """A draft of the same client, by the same secretary."""
    was = stored(store, lead).lead
    kept = {
        name: getattr(was, name)
        for name in ("client", "came_with", "segment", "known", "owner", "source", "secretary")
    }
    return int(store.scalar(_ADD, {"office": store.office, "created_at": now, **_BEGUN, **kept}) or 0)


def discard(store: Store, lead: int) -> None:
    """Throws a draft away with all that it said of a client; its card, finding nothing, is removed."""
    found = stored_or_none(store, lead)
    if found is None or found.lead.state != State.DRAFT:
        return
    requests.forget_words(store, store.scalars(select(touches.c.id).where(touches.c.lead == lead)).all())
    store.execute(delete(touches).where(touches.c.lead == lead))
    store.execute(delete(leads).where(leads.c.id == lead))
    known_clients.drop_empty(store, [found.lead.client])


def add_to(store: Store, draft: int, to: int, kind: TouchKind) -> None:
    """Makes of a draft a touch of the lead `to`, of the same client from now on.

    The draft is gone, and what was said in it is there.
    """
    was, whose = (stored(store, one).lead.client for one in (draft, to))
    store.execute(update(touches).where(touches.c.lead == draft).values(lead=to, kind=kind, client=whose))
    store.execute(delete(leads).where(leads.c.id == draft))
    if whose != was:
        known_clients.drop_empty(store, [was])


class Beside(NamedTuple):
    """Another draft of the same client: its row, when it came, and who took that call."""

    id: int
    at: datetime
    secretary: str | None


def beside(store: Store, lead: int) -> Sequence[Beside]:
    """Returns the other drafts of the same client, the oldest first."""
    client = select(leads.c.client).where(leads.c.id == lead).scalar_subquery()
    others = (leads.c.client == client, leads.c.id != lead, leads.c.state == State.DRAFT)
    query = select(leads.c.id, leads.c.created_at, leads.c.secretary).where(*others).order_by(leads.c.id)
    return [Beside(*row) for row in store.execute(query)]


def own_others(store: Store, lead: int, who: str, most: int) -> Sequence[tuple[int, datetime, str]]:
    """Lists the other drafts of the secretary `who`, the newest first: row, when it came, and how it begins."""
    mine = (leads.c.office == store.office, leads.c.state == State.DRAFT, leads.c.secretary == who)
    query = select(leads.c.id, leads.c.created_at, touches.c.name, touches.c.phone, touches.c.text)
    query = query.select_from(leads).join(touches, and_(touches.c.lead == leads.c.id, IS_FIRST))
    rows = store.execute(query.where(*mine, leads.c.id != lead).order_by(leads.c.id.desc()).limit(most))
    return [(r.id, r.created_at, r.name or r.text or r.phone or "") for r in rows]


def to_write_on(
    store: Store, who: str | None, most: int
) -> Sequence[tuple[int, int, str | None, str | None]]:
    """Lists open leads, the newest first, whose call somebody took or who hold them; None: of everybody.

    Row, number, the client's name, and who has it.
    """
    here = [leads.c.office == store.office, leads.c.state.in_(sorted(OPEN))]
    if who is not None:
        here.append(or_(leads.c.holder == who, leads.c.secretary == who))
    query = select(leads.c.id, leads.c.number, leads.c.holder, clients.c.name).outerjoin(
        clients, clients.c.id == leads.c.client
    )
    rows = store.execute(query.where(*here).order_by(leads.c.id.desc()).limit(most))
    return [(row.id, row.number, row.name, row.holder) for row in rows]


@dataclass(frozen=True, slots=True)
class Stored:
    """One lead as it is stored: its row, that of the message that made it, those of its offers, oldest first.

    `touch`: None of an erased client. `met`: who the client is to the office; the open lead that the client has
    beside it is told of a draft only. `has_others`: of the client more was said than with this lead. `has_later`:
    something happened to it after that message. `has_other_leads`: the client had one before, or
    has had one since.
    """

    lead: Any
    touch: Any
    offers: Sequence[Any]
    met: Acquaintance
    has_others: bool
    has_later: bool
    has_other_leads: bool


def stored(store: Store, lead: int) -> Stored:
    """Raises LookupError where there is no such lead."""
    found = stored_or_none(store, lead)
    if found is None:
        raise LookupError(lead)
    return found


def stored_or_none(store: Store, lead: int) -> Stored | None:
    """Reads a lead in one statement, and once a transaction; None where there is none."""
    return once(store, ("lead", lead), OF_ROWS, lambda: _parted(store.execute(_ROWS, {"lead": lead}).all()))


_named: Any = namedtuple  # the tables tell the columns
_LeadRow = _named("_LeadRow", leads.c.keys())
_TouchRow = _named("_TouchRow", touches.c.keys())
_OfferRow = _named("_OfferRow", offers.c.keys())
_TOUCH: Final = len(leads.c)
_OFFER: Final = _TOUCH + len(touches.c)
_REST: Final = _OFFER + len(offers.c)

OF_ROWS: Final = of(leads, touches, offers, clients)
"""What one lead is read from."""

_twin = leads.alias("twin")
_others = touches.alias("others")
_later = touches.alias("again")
_TWIN = (
    select(_twin.c.id)
    .where(_twin.c.client == leads.c.client, _twin.c.id != leads.c.id, one_of(_twin.c.state, OPEN))
    .order_by(_twin.c.number)
    .limit(1)
    .correlate(leads)
    .scalar_subquery()
)
_beside = leads.alias("beside")
_other = leads.alias("other")
_ROWS = (
    select(
        leads,
        touches,
        offers,
        clients.c.owner,
        clients.c.last_at,
        _beside.c.number,
        _beside.c.holder,
        _beside.c.id,
        exists().where(_others.c.client == leads.c.client, _others.c.lead != leads.c.id).correlate(leads),
        exists().where(_later.c.lead == leads.c.id, _later.c.kind != FIRST).correlate(leads),
        exists()
        .where(
            _other.c.client == leads.c.client,
            _other.c.id != leads.c.id,
            _other.c.number.is_not(None),
            _other.c.state != State.WITHDRAWN,
        )
        .correlate(leads),
    )
    .select_from(leads)
    .outerjoin(touches, and_(touches.c.lead == leads.c.id, IS_FIRST))
    .outerjoin(clients, clients.c.id == leads.c.client)
    .outerjoin(_beside, _beside.c.id == case((leads.c.state == State.DRAFT, _TWIN)))
    .outerjoin(offers, offers.c.lead == leads.c.id)
    .where(leads.c.id == bindparam("lead"))
    .order_by(offers.c.id)
)


def _parted(rows: Sequence[Any]) -> Stored | None:
    if not rows:
        return None
    first = rows[0]
    lead, touch = _LeadRow._make(first[:_TOUCH]), _TouchRow._make(first[_TOUCH:_OFFER])
    made = [_OfferRow._make(row[_OFFER:_REST]) for row in rows]
    *whose, has_others, has_later, has_other_leads = first[_REST:]
    return Stored(
        lead,
        touch if touch.id is not None else None,
        [offer for offer in made if offer.id is not None],
        acquaintance_from(lead.client, *whose),
        bool(has_others),
        bool(has_later),
        bool(has_other_leads),
    )


def client_of(store: Store, lead: int) -> Client:
    """Raises LookupError where there is no such lead."""
    return client_from(stored(store, lead))


def client_from(found: Stored) -> Client:
    """Returns what the lead's message says of the client; nothing, of an erased one."""
    r, source = found.touch, found.lead.source
    if r is None:
        return Client(source=source)
    return said_in(r, source)


def _lead_values(whose: int, client: Client, segment: str, met: Acquaintance) -> dict[str, Any]:
    return {
        "client": whose,
        "segment": segment,
        "known": met.known,
        "owner": met.owner,
        "duplicate_of": met.duplicate_of,
        "source": client.source,
    }
