"""Clients and their contacts: who somebody is by a number, and who looks after the client.

The same contact is the same client. A client's row is there from the first draft on, and is known from the moment at
which a manager has had it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    Text,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    union,
    update,
)

from leads.client import Client, ContactKind, known_by
from leads.lead import OWNED, State
from storage import contacts as known_contacts
from storage import terms
from storage.bulk import fresh_ids
from storage.columns import one_of
from storage.store import Store
from storage.tables.clients import IS_FIRST, clients, contacts, joins, touches
from storage.tables.leads import leads, offers

MOST_NAMES: Final = 20  # that a client is looked for by
OPEN: Final = frozenset({State.WAITING, State.OFFERED, *OWNED})


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What the office knows of a client: whose it is, and the open lead of the same client, if any.

    `client`: the row, which may be there although nobody has had the client yet. `twin`: the row of the open lead.
    """

    known: bool = False
    owner: str | None = None
    duplicate_of: int | None = None
    duplicate_holder: str | None = None
    client: int | None = None
    twin: int | None = None


IS_PHONE: Final = contacts.c.kind == ContactKind.PHONE


def is_contact(phone: Any, office: int) -> Any:
    """Tells of a row of `contacts` that it is this phone."""
    return and_(contacts.c.office == office, IS_PHONE, contacts.c.value == phone)


_MEETING = (
    select(contacts.c.client, clients.c.owner, clients.c.last_at, leads.c.number, leads.c.holder, leads.c.id)
    .join(clients, clients.c.id == contacts.c.client)
    .outerjoin(
        leads,
        and_(
            leads.c.client == clients.c.id,
            one_of(leads.c.state, OPEN),
            leads.c.id != bindparam("but"),
        ),
    )
    .where(contacts.c.office == bindparam("of"), contacts.c.value == bindparam("value"))
    .order_by(leads.c.number)
    .limit(1)
)
_MET = _MEETING.where(IS_PHONE)
_MET_BY = _MEETING.add_columns(known_contacts.HAS_PHONE).where(
    contacts.c.kind == bindparam("kind"), contacts.c.position != known_contacts.OF_SEVERAL
)


def acquaintance(store: Store, phone: str | None, lead: int = 0) -> Acquaintance:
    """Tells what is known of this phone, leaving out the lead `lead` itself."""
    found = None
    if phone is not None:
        found = store.execute(_MET, {"of": store.office, "value": phone, "but": lead}).first()
    return acquaintance_from(*found) if found else Acquaintance()


def recognised(store: Store, said: Client, lead: int = 0) -> Acquaintance:
    """Tells what is known of whoever this was said of, leaving out the lead `lead` itself: by their number, else by
    another contact. An address that stands with several numbers is hardly one person's: whoever has another number is
    somebody else.
    """
    met = acquaintance(store, said.phone, lead)
    if met.client is not None:
        return met
    for kind, value in known_by(replace(said, phone=None)):
        found = store.execute(
            _MET_BY, {"of": store.office, "kind": kind, "value": value, "but": lead}
        ).first()
        if found and not (said.phone and found[-1]):
            return acquaintance_from(*found[:-1])
    return met


def acquaintance_from(
    client: int | None,
    owner: str | None,
    last_at: datetime | None,
    number: int | None,
    holder: str | None,
    twin: int | None,
) -> Acquaintance:
    """Reads a client's columns, and those of the open lead that it has beside."""
    return Acquaintance(last_at is not None, holder or owner, number, holder, client, twin)


def add(store: Store, said: Client) -> int:
    """Adds a new client and returns its row's id."""
    client = int(store.scalar(_ADD, {"office": store.office, **facts(said)}) or 0)
    known_contacts.note(store, client, known_by(said))
    return client


_ADD = insert(clients).returning(clients.c.id)


def fill(store: Store, client: int, said: Client) -> None:
    """Takes from this what is not known of the client yet; what is known stays."""
    if any(facts(said).values()):
        store.execute(_FILL, _to_fill(client, said))
    if said.contacts:  # by a number alone they were recognised
        known_contacts.note(store, client, known_by(said))


def _to_fill(client: int, said: Client) -> dict[str, Any]:
    return {"whose": client, **{f"new_{name}": value for name, value in facts(said).items()}}


def _new(name: str) -> Any:
    return bindparam(f"new_{name}", type_=Text)


_FILL = (
    update(clients)
    .where(clients.c.id == bindparam("whose"))
    .values(
        {name: func.coalesce(clients.c[name], _new(name)) for name in ("name", "language")}
        | {
            name: case((clients.c.region.is_(None), _new(name)), else_=clients.c[name])
            for name in ("region", "place", "region_by")
        }
    )
)


def facts(said: Client) -> dict[str, Any]:
    """Returns the columns of `clients` that say who it is."""
    return {
        "name": said.name,
        "language": said.language,
        "region": said.region,
        "place": said.place,
        "region_by": said.region_by,
    }


def recognise(store: Store, said: Sequence[Client]) -> Sequence[int]:
    """Finds the clients of whom this was said, one after the other; those who are not there yet are from now on."""
    keys: list[str | int] = [one.phone or n for n, one in enumerate(said)]
    known = _by_phone(store, {one.phone for one in said if one.phone})
    first: dict[str | int, Client] = {}
    for key, one in zip(keys, said, strict=True):
        if key not in known:
            first.setdefault(key, one)
    known |= zip(first, fresh_ids(store, clients, len(first)), strict=True)
    _add_many(store, {known[key]: one for key, one in first.items()})
    more = [(key, one) for key, one in zip(keys, said, strict=True) if first.get(key) is not one]
    if to_fill := [_to_fill(known[key], one) for key, one in more if any(facts(one).values())]:
        store.execute(_FILL, to_fill)
    whose = [known[key] for key in keys]
    words: dict[int, list[Client]] = {}
    for client, one in zip(whose, said, strict=True):
        words.setdefault(client, []).append(one)
    terms.note(store, words)
    return whose


def _by_phone(store: Store, phones: Collection[str]) -> dict[str | int, int]:
    here = (contacts.c.office == store.office, IS_PHONE, contacts.c.value.in_(phones))
    rows = store.execute(select(contacts.c.value, contacts.c.client).where(*here))
    return {row.value: row.client for row in rows}


def _add_many(store: Store, new: Mapping[int, Client]) -> None:
    """By the rows that they get."""
    if rows := [{"id": id, "office": store.office, **facts(said)} for id, said in new.items()]:
        store.execute(insert(clients), rows)
    if theirs := [
        row for id, said in new.items() for row in known_contacts.rows_of(store, id, known_by(said))
    ]:
        store.execute(insert(contacts), theirs)


def settle(store: Store, was: int, lead: int, before: Client, said: Client, *, known: bool) -> int:
    """Settles whose a lead is of which more is said now: the same client, whoever has that contact, or a new one.

    `was`: the client that the lead has; `before`: what was said of them; `known`: whether they were, before it. One
    who is left with nothing is still there: `drop_empty`.
    """
    keys, had = known_by(said), known_by(before)
    whose = recognised(store, said).client if keys else was
    is_own = _is_of_one_lead(store, was, lead, known=known)
    if whose is not None and whose != was:
        if is_own:
            hand_on(store, was, whose)
            known_contacts.take(store, was, {one for one in keys if one[0] != ContactKind.PHONE})
        fill(store, whose, said)
        return whose
    if not is_own:
        if whose is None:
            return add(store, said)
        known_contacts.note(store, was, [one for one in keys if one not in had])
        return was
    store.execute(update(clients).where(clients.c.id == was).values(facts(said)))
    if keys and keys != had:
        known_contacts.take(store, was, set(had).difference(keys))
        known_contacts.note(store, was, keys)
    return was


def call(store: Store, client: int, lead: int, name: str) -> Sequence[int]:
    """Calls a client so, in this lead and in whatever of theirs is not closed. Returns those leads."""
    store.execute(update(clients).where(clients.c.id == client).values(name=name))
    is_open = leads.c.state.in_(sorted({*OPEN, State.DRAFT}))
    theirs = select(leads.c.id).where(leads.c.client == client, or_(is_open, leads.c.id == lead))
    found = store.scalars(theirs).all()
    store.execute(update(touches).where(touches.c.lead.in_(found), IS_FIRST).values(name=name))
    terms.renew(store, [client])
    return found


def _is_of_one_lead(store: Store, client: int, lead: int, *, known: bool) -> bool:
    """Whether all that is known of the client was said with this lead."""
    others = exists().where(leads.c.client == client, leads.c.id != lead)
    if not known:
        return not store.scalar(select(others))
    found_again = exists().where(contacts.c.client == client)
    met = exists().where(clients.c.id == client, clients.c.last_at.is_not(None), found_again)
    return not store.scalar(select(or_(others, met)))


def hand_on(store: Store, one: int, other: int) -> None:
    """`one` turns out to be `other`: whoever had the client last looks after it."""
    row = store.execute(select(clients.c.owner, clients.c.last_at).where(clients.c.id == one)).one()
    if row.last_at is not None:
        earlier = or_(clients.c.last_at.is_(None), clients.c.last_at < row.last_at)
        change = update(clients).where(clients.c.id == other, earlier)
        store.execute(change.values(owner=row.owner, last_at=row.last_at))


def drop_empty(store: Store, ids: Collection[int]) -> Sequence[int]:
    """Drops those of these clients who have no lead any more, unless somebody has had them and may know them again.

    Returns who has gone.
    """
    mine = contacts.c.client == clients.c.id
    unknown = or_(clients.c.last_at.is_(None), ~exists().where(mine))
    empty = select(clients.c.id).where(
        clients.c.id.in_(ids), unknown, ~exists().where(leads.c.client == clients.c.id)
    )
    gone = store.scalars(empty).all()
    erase(store, gone)
    return gone


def erase(store: Store, ids: Collection[int]) -> None:
    """Drops these clients, of whom no lead and no touch speaks any more, with all of their contacts."""
    if not ids:
        return
    every = with_joined(store, ids)
    terms.forget(store, every)
    store.execute(delete(joins).where(or_(joins.c.client.in_(every), joins.c.same_as.in_(every))))
    store.execute(delete(contacts).where(contacts.c.client.in_(every)))
    store.execute(delete(clients).where(clients.c.id.in_(every)))


def with_joined(store: Store, ids: Collection[int]) -> set[int]:
    """Returns these clients, and the rows of those who turned out to be one of them."""
    every, found = set(ids), set(ids)
    while found:
        like = select(joins.c.client).where(joins.c.same_as.in_(found))
        found = set(store.scalars(like)) - every
        every |= found
    return every


def remember_owner(store: Store, client: int | None, owner: str, now: datetime) -> None:
    """Notes who looks after a client: whoever took the lead. None: an erased client."""
    if client is not None:
        store.execute(_CHANGE, {"whose": client, "owner": owner, "last_at": now})


_CHANGE = update(clients).where(clients.c.id == bindparam("whose"))
"""Which columns, say the values."""


def rename(store: Store, names: Mapping[str, str]) -> None:
    """Calls clients of these names otherwise, also where a message said the old one; in no text that was typed."""
    changes = [{"was": was, "now": now} for was, now in names.items()]
    if not changes:
        return
    for table in (clients, touches):
        query = update(table).where(table.c.office == store.office, table.c.name == bindparam("was"))
        store.execute(query.values(name=bindparam("now", type_=Text)), changes)
    called = (clients.c.office == store.office, clients.c.name.in_(list(names.values())))
    terms.renew(store, store.scalars(select(clients.c.id).where(*called)).all())


def look_after(store: Store, client: int) -> bool:
    """Settles anew who looks after a client whose leads are others now: whoever took one of them last.

    Where nobody has had any of them, whoever looked after the client still does. Returns whether somebody has.
    """
    mine = leads.c.client == client
    taken = union(
        select(offers.c.closed_at.label("at"), offers.c.claimed_by.label("who"))
        .join(leads, leads.c.id == offers.c.lead)
        .where(mine, offers.c.claimed_by.is_not(None)),
        select(leads.c.held_at, leads.c.holder).where(mine, leads.c.held_at.is_not(None)),
    ).subquery()
    last = store.execute(select(taken).order_by(taken.c.at.desc(), taken.c.who).limit(1)).first()
    if last:
        remember_owner(store, client, last.who, last.at)
    return last is not None


def names_of(store: Store, client: int) -> frozenset[str]:
    """Returns what the client is called in its leads; the last few names."""
    rows = store.scalars(
        select(touches.c.name)
        .where(touches.c.client == client, touches.c.name.is_not(None))
        .group_by(touches.c.name)
        .order_by(func.max(touches.c.id).desc())
        .limit(MOST_NAMES)
    )
    return frozenset(name for name in rows if name)
