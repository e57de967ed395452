"""Clients and their contacts: who somebody is by a number, and who looks after the client.

The same contact is the same client. A client's row is there from the first draft on, and is known from the moment at
which a manager has had it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    Connection,
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
    update,
)

from leads.client import Client, ContactKind
from leads.scene import OWNED, State
from storage.bulk import fresh_ids
from storage.offices import FIRST
from storage.tables import clients, contacts, leads, touches

MOST_NAMES: Final = 20  # that a client is looked for by
OPEN: Final = frozenset({State.WAITING, State.OFFERED, *OWNED})


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What the office knows of a client: whose it is, and the open lead of the same client, if any.

    `client`: the row, which may be there although nobody has had the client yet.
    """

    known: bool = False
    owner: str | None = None
    duplicate_of: int | None = None
    duplicate_holder: str | None = None
    client: int | None = None


IS_PHONE: Final = contacts.c.kind == ContactKind.PHONE


def is_contact(phone: Any, office: int) -> Any:
    """Of a row of `contacts`: it is this phone."""
    return and_(contacts.c.office == office, IS_PHONE, contacts.c.value == phone)


_MET = (
    select(contacts.c.client, clients.c.owner, clients.c.last_at, leads.c.number, leads.c.holder)
    .join(clients, clients.c.id == contacts.c.client)
    .outerjoin(
        leads,
        and_(
            leads.c.client == clients.c.id,
            leads.c.state.in_(sorted(OPEN)),
            leads.c.id != bindparam("but"),
        ),
    )
    .where(contacts.c.office == bindparam("of"), IS_PHONE, contacts.c.value == bindparam("phone"))
    .order_by(leads.c.number)
    .limit(1)
)


def acquaintance(conn: Connection, phone: str | None, lead: int = 0, office: int = FIRST) -> Acquaintance:
    """What is known of this phone, leaving out the lead `lead` itself."""
    found = None
    if phone is not None:
        found = conn.execute(_MET, {"of": office, "phone": phone, "but": lead}).first()
    return acquaintance_from(*found) if found else Acquaintance()


def acquaintance_from(
    client: int | None, owner: str | None, last_at: datetime | None, twin: int | None, holder: str | None
) -> Acquaintance:
    """Of a client's columns, and of those of the open lead that it has beside."""
    return Acquaintance(last_at is not None, holder or owner, twin, holder, client)


def add(conn: Connection, said: Client, office: int = FIRST) -> int:
    """A new client; returns its row's id."""
    row = insert(clients).values(office=office, **facts(said)).returning(clients.c.id)
    client = int(conn.scalar(row) or 0)
    if said.phone:
        _note(conn, client, said.phone, office)
    return client


def fill(conn: Connection, client: int, said: Client) -> None:
    """What is not known of the client yet is taken from this; what is known stays."""
    if any(facts(said).values()):
        conn.execute(_FILL, _to_fill(client, said))


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
    """The columns of `clients` that say who it is."""
    return {
        "name": said.name,
        "language": said.language,
        "region": said.region,
        "place": said.place,
        "region_by": said.region_by,
    }


def recognise(conn: Connection, said: Sequence[Client], office: int = FIRST) -> Sequence[int]:
    """The clients of whom this was said, one after the other; those who are not there yet are from now on."""
    keys: list[str | int] = [one.phone or n for n, one in enumerate(said)]
    known = _by_phone(conn, {one.phone for one in said if one.phone}, office)
    first: dict[str | int, Client] = {}
    for key, one in zip(keys, said, strict=True):
        if key not in known:
            first.setdefault(key, one)
    known |= zip(first, fresh_ids(conn, clients, len(first)), strict=True)
    _add_many(conn, {known[key]: one for key, one in first.items()}, office)
    more = [(key, one) for key, one in zip(keys, said, strict=True) if first.get(key) is not one]
    if to_fill := [_to_fill(known[key], one) for key, one in more if any(facts(one).values())]:
        conn.execute(_FILL, to_fill)
    return [known[key] for key in keys]


def _by_phone(conn: Connection, phones: Collection[str], office: int) -> dict[str | int, int]:
    here = (contacts.c.office == office, IS_PHONE, contacts.c.value.in_(phones))
    rows = conn.execute(select(contacts.c.value, contacts.c.client).where(*here))
    return {row.value: row.client for row in rows}


def _add_many(conn: Connection, new: Mapping[int, Client], office: int) -> None:
    """By the rows that they get."""
    if rows := [{"id": id, "office": office, **facts(said)} for id, said in new.items()]:
        conn.execute(insert(clients), rows)
    if theirs := [_contact(id, said.phone, office) for id, said in new.items() if said.phone]:
        conn.execute(insert(contacts), theirs)


def settle(conn: Connection, was: int, lead: int, said: Client, office: int = FIRST) -> int:
    """The client of a lead of which more is said now: the same one, whoever has that number, or somebody new.

    `was`: the client that the lead has. One who is left with nothing is still there: `drop_empty`.
    """
    whose = of_phone(conn, said.phone, office) if said.phone else was
    is_own = _is_of_one_lead(conn, was, lead)
    if whose is not None and whose != was:
        if is_own:
            _hand_on(conn, was, whose)
        fill(conn, whose, said)
        return whose
    if not is_own:
        return was if whose else add(conn, said, office)
    conn.execute(update(clients).where(clients.c.id == was).values(facts(said)))
    if said.phone and whose is None:
        conn.execute(delete(contacts).where(contacts.c.client == was))
        _note(conn, was, said.phone, office)
    return was


def of_phone(conn: Connection, phone: str, office: int = FIRST) -> int | None:
    """The client with this number."""
    return conn.scalar(select(contacts.c.client).where(is_contact(phone, office)))


def _note(conn: Connection, client: int, phone: str, office: int) -> None:
    conn.execute(insert(contacts).values(_contact(client, phone, office)))


def _contact(client: int, phone: str, office: int) -> dict[str, Any]:
    return {"office": office, "kind": ContactKind.PHONE, "value": phone, "client": client, "position": 0}


def _is_of_one_lead(conn: Connection, client: int, lead: int) -> bool:
    """Whether all that is known of the client was said with this lead."""
    others = exists().where(leads.c.client == client, leads.c.id != lead)
    found_again = exists().where(contacts.c.client == client)
    met = exists().where(clients.c.id == client, clients.c.last_at.is_not(None), found_again)
    return not conn.scalar(select(or_(others, met)))


def _hand_on(conn: Connection, one: int, other: int) -> None:
    """`one` turns out to be `other`: whoever had the client last looks after it."""
    row = conn.execute(select(clients.c.owner, clients.c.last_at).where(clients.c.id == one)).one()
    if row.last_at is not None:
        earlier = or_(clients.c.last_at.is_(None), clients.c.last_at < row.last_at)
        change = update(clients).where(clients.c.id == other, earlier)
        conn.execute(change.values(owner=row.owner, last_at=row.last_at))


def drop_empty(conn: Connection, ids: Collection[int]) -> Sequence[int]:
    """Those of these clients who have no lead any more go, unless they can be recognised, and somebody has had them.

    Returns who has gone.
    """
    mine = contacts.c.client == clients.c.id
    unknown = or_(clients.c.last_at.is_(None), ~exists().where(mine))
    empty = select(clients.c.id).where(
        clients.c.id.in_(ids), unknown, ~exists().where(leads.c.client == clients.c.id)
    )
    gone = conn.scalars(empty).all()
    erase(conn, gone)
    return gone


def erase(conn: Connection, ids: Collection[int]) -> None:
    """These clients, of whom no lead and no touch speaks any more, with all of their contacts."""
    if ids:
        conn.execute(delete(contacts).where(contacts.c.client.in_(ids)))
        conn.execute(delete(clients).where(clients.c.id.in_(ids)))


def remember_owner(conn: Connection, client: int | None, owner: str, now: datetime) -> None:
    """Whoever took a client's lead looks after the client from now on; None: of an erased one."""
    if client is not None:
        conn.execute(update(clients).where(clients.c.id == client).values(owner=owner, last_at=now))


def names_of(conn: Connection, client: int) -> frozenset[str]:
    """What the client is called in its leads; the last few names."""
    rows = conn.scalars(
        select(touches.c.name)
        .where(touches.c.client == client, touches.c.name.is_not(None))
        .group_by(touches.c.name)
        .order_by(func.max(touches.c.id).desc())
        .limit(MOST_NAMES)
    )
    return frozenset(name for name in rows if name)
