"""Two clients who are one: everything of both is with one of them, and goes back to each when they are parted.

Whose contacts and leads came from whom is noted beside each; what came later stays with the lead it came with, and a
lead goes where its number goes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, insert, or_, select, update
from sqlalchemy import delete as deleting

from leads.client import ContactKind
from leads.lead import OWNED, State
from storage import clients as known_clients
from storage import terms
from storage.clients import IS_PHONE, OPEN
from storage.store import Store
from storage.tables.clients import IS_FIRST, clients, contacts, joins, touches
from storage.tables.leads import leads

MOST_OPEN: Final = 20  # leads of one client that a card tells of


@dataclass(frozen=True, slots=True)
class Join:
    """The client `client` is `same_as` another. `numbers`: of the leads that each had then."""

    id: int
    client: int
    same_as: int
    at: datetime
    numbers: tuple[int, ...]
    other_numbers: tuple[int, ...]
    owner: str | None  # who looked after the other one before anybody was joined with them
    last_at: datetime | None


def numbers_of(store: Store, client: int) -> tuple[int, ...]:
    """Returns the numbers of a client's leads, in their order."""
    query = select(leads.c.number).where(leads.c.client == client, leads.c.number.is_not(None))
    return tuple(sorted(number for number in store.scalars(query) if number))


def join(store: Store, client: int, same_as: int, at: datetime) -> Join:
    """Makes `client` the same as another: contacts, leads and touches are with that one from now on."""
    numbers, others = numbers_of(store, client), numbers_of(store, same_as)
    owner, last_at = _before(store, same_as)
    row = {"office": store.office, "client": client, "same_as": same_as, "at": at, "numbers": list(numbers)}
    row |= {"other_numbers": list(others), "owner": owner, "last_at": last_at}
    id = int(store.scalar(insert(joins).returning(joins.c.id), row) or 0)
    for table in (contacts, leads):
        came_with = func.coalesce(table.c.came_with, client)
        change = update(table).where(table.c.client == client)
        store.execute(change.values(client=same_as, came_with=came_with))
    store.execute(update(touches).where(touches.c.client == client).values(client=same_as))
    known_clients.hand_on(store, client, same_as)
    known_clients.look_after(store, same_as)
    terms.renew(store, [client, same_as])
    return Join(id, client, same_as, at, numbers, others, owner, last_at)


def part(store: Store, one: Join) -> Collection[int]:
    """Gives back to a client what came with them, and whatever came with their numbers since. Returns those leads."""
    root = _root(store, one.same_as)
    owner, last_at = _before(store, root)
    branch = known_clients.with_joined(store, [one.client])
    came = and_(contacts.c.client == root, contacts.c.came_with.in_(branch))
    found = _leads_of(store, root, branch, came)
    _move(store, leads, one.client, leads.c.id.in_(found))
    _move(store, contacts, one.client, came)
    store.execute(update(touches).where(touches.c.lead.in_(found)).values(client=one.client))
    store.execute(deleting(joins).where(joins.c.id == one.id))
    known_clients.look_after(store, one.client)
    if not known_clients.look_after(store, root):
        _look_after_as_before(store, root, owner, last_at)
    terms.renew(store, [one.client, root])
    known_clients.drop_empty(store, [one.client, root])
    return found


def _leads_of(store: Store, root: int, branch: Collection[int], came: ColumnElement[bool]) -> Sequence[int]:
    """What came with these, and what has come since by a contact of theirs."""
    theirs = {(row.kind, row.value) for row in store.execute(select(contacts).where(came))}
    query = select(leads.c.id, leads.c.came_with, touches.c.phone, touches.c.contacts)
    query = query.outerjoin_from(leads, touches, and_(touches.c.lead == leads.c.id, IS_FIRST))

    def goes(row: Any) -> bool:
        if row.came_with is not None:
            return row.came_with in branch
        own = [(ContactKind.PHONE, row.phone)] if row.phone else map(tuple, row.contacts or ())
        return any(one in theirs for one in own)

    return [row.id for row in store.execute(query.where(leads.c.client == root)) if goes(row)]


def _move(store: Store, table: Any, client: int, which: ColumnElement[bool]) -> None:
    """What was theirs came with nobody; what came with those who had been joined with them still did."""
    mine = and_(which, or_(table.c.came_with == client, table.c.came_with.is_(None)))
    deeper = and_(which, table.c.came_with.is_not(None), table.c.came_with != client)
    store.execute(update(table).where(deeper).values(client=client))
    store.execute(update(table).where(mine).values(client=client, came_with=None))


def _before(store: Store, client: int) -> tuple[str | None, datetime | None]:
    """Who looked after a client, and since when, before anybody was joined with them."""
    first = select(joins.c.owner, joins.c.last_at).where(joins.c.same_as == client).order_by(joins.c.id)
    now = select(clients.c.owner, clients.c.last_at).where(clients.c.id == client)
    row = store.execute(first.limit(1)).first() or store.execute(now).one()
    return row.owner, row.last_at


def _look_after_as_before(store: Store, client: int, owner: str | None, last_at: datetime | None) -> None:
    """Nobody has had any of the leads that a client is left with: it is whoever it was, or was of the others."""
    others = known_clients.with_joined(store, [client]) - {client}
    had = select(clients.c.owner, clients.c.last_at).where(
        clients.c.id.in_(others), clients.c.last_at.is_not(None)
    )
    last = store.execute(had.order_by(clients.c.last_at.desc()).limit(1)).first()
    if last and (last_at is None or last.last_at > last_at):
        owner, last_at = last.owner, last.last_at
    store.execute(update(clients).where(clients.c.id == client).values(owner=owner, last_at=last_at))


def _root(store: Store, client: int) -> int:
    """With whom everything of a client is now."""
    while (further := store.scalar(select(joins.c.same_as).where(joins.c.client == client))) is not None:
        client = further
    return client


def find(store: Store, id: int) -> Join | None:
    """Returns what was joined by this number; None: it was parted, or its client is erased."""
    row = store.execute(select(joins).where(joins.c.id == id, joins.c.office == store.office)).first()
    return _join(row) if row else None


def of_client(store: Store, client: int) -> Sequence[Join]:
    """Lists all who turned out to be this client, the first ones first."""
    every = known_clients.with_joined(store, [client])
    rows = store.execute(select(joins).where(joins.c.same_as.in_(every)).order_by(joins.c.id))
    return [_join(row) for row in rows]


def is_of(store: Store, one: Join, client: int) -> bool:
    """Tells whether it was this client who was joined with somebody, or somebody with them."""
    return _root(store, one.same_as) == client


def _join(row: Any) -> Join:
    sides = tuple(row.numbers), tuple(row.other_numbers)
    return Join(row.id, row.client, row.same_as, row.at, *sides, row.owner, row.last_at)


def phones(store: Store, one: Join) -> Sequence[str]:
    """Returns the numbers that came with whoever was joined."""
    branch = known_clients.with_joined(store, [one.client])
    return sorted(store.scalars(select(contacts.c.value).where(IS_PHONE, contacts.c.came_with.in_(branch))))


@dataclass(frozen=True, slots=True)
class Beside:
    """Another open lead of the same client. `taken`: somebody has had it; `apart`: it is so by somebody's choice."""

    id: int
    number: int
    state: State
    holder: str | None
    taken: bool
    apart: bool

    @property
    def is_nobodys(self) -> bool:
        return self.holder is None


def open_of(store: Store, client: int | None, but: int = 0) -> Sequence[Beside]:
    """Lists the open leads of a client, the oldest first, without the lead in the row `but`."""
    if client is None:
        return ()
    query = select(leads.c.id, leads.c.number, leads.c.state, leads.c.holder)
    query = query.add_columns(leads.c.taken_by, leads.c.duplicate_of)
    mine = (leads.c.client == client, leads.c.id != but, leads.c.state.in_(sorted(OPEN)))
    rows = store.execute(query.where(*mine).order_by(leads.c.number).limit(MOST_OPEN))
    return [
        Beside(
            r.id,
            r.number,
            State(r.state),
            r.holder,
            taken=r.taken_by is not None,
            apart=r.duplicate_of is not None,
        )
        for r in rows
    ]


def to_redraw(store: Store, client: int) -> Sequence[int]:
    """Lists a client's leads, whose cards tell of each other; not those that were taken back."""
    mine = (leads.c.client == client, leads.c.state != State.WITHDRAWN)
    return store.scalars(select(leads.c.id).where(*mine)).all()


@dataclass(frozen=True, slots=True)
class Choice:
    """A lead by which a client may be meant. `name`: what the client is called."""

    id: int
    number: int
    client: int
    holder: str | None
    name: str | None
    phone: str | None


_CHOICES = (
    select(leads.c.id, leads.c.number, leads.c.client, leads.c.state, leads.c.holder)
    .add_columns(func.coalesce(touches.c.name, clients.c.name).label("name"), touches.c.phone)
    .join_from(leads, clients, clients.c.id == leads.c.client)
    .outerjoin(touches, and_(touches.c.lead == leads.c.id, IS_FIRST))
)
_MOST_READ: Final = 60
_NOT_MEANT: Final = sorted({State.DRAFT, State.WITHDRAWN})


def choices(store: Store, but: int | None, most: int, ids: Collection[int] | None = None) -> Sequence[Choice]:
    """Lists clients, `but` this one, by a lead of each: open ones first, then the newest. `ids`: of these leads."""
    here = [leads.c.office == store.office, leads.c.number.is_not(None), leads.c.client != but]
    is_open = leads.c.state.in_(sorted(OPEN))
    here.append(is_open if ids is None else and_(leads.c.id.in_(ids), leads.c.state.not_in(_NOT_MEANT)))
    rows = store.execute(_CHOICES.where(*here).order_by(leads.c.id.desc()).limit(_MOST_READ)).all()
    found: dict[int, Choice] = {}
    for row in sorted(rows, key=lambda row: row.state not in OPEN):
        found.setdefault(row.client, _choice(row))
    return list(found.values())[:most]


def choice(store: Store, lead: int) -> Choice | None:
    """Returns the client of this lead; None where there is none, or nothing is known of them any more."""
    meant = (leads.c.id == lead, leads.c.office == store.office, leads.c.number.is_not(None))
    row = store.execute(_CHOICES.where(*meant)).first()
    return _choice(row) if row else None


def _choice(row: Any) -> Choice:
    holder = row.holder if row.state in OWNED else None
    return Choice(row.id, row.number, row.client, holder, row.name, row.phone)


_kept = leads.alias("kept")


def added_to_others(store: Store, ids: Collection[int]) -> Sequence[tuple[int, int]]:
    """Lists the leads of these clients that were added to one of somebody else: their rows, and where they are."""
    there = and_(_kept.c.number == leads.c.added_to, _kept.c.office == leads.c.office)
    query = select(leads.c.id, _kept.c.id.label("to")).join_from(leads, _kept, there)
    rows = store.execute(query.where(leads.c.client.in_(ids), _kept.c.client != leads.c.client))
    return [(row.id, row.to) for row in rows]
