"""People as they come to the bot: who writes, who is where, who was invited."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any, Final

from sqlalchemy import Row, bindparam, func, insert, select, update

from leads.crm import CRM_HAND
from leads.lead import OWNED
from leads.office import Role
from leads.questions import Asked, Question
from storage.columns import one_of
from storage.mapper import Mapper
from storage.memo import keep, of, once
from storage.offices import grow
from storage.store import Store
from storage.tables.leads import leads, offers
from storage.tables.office import invitations, people


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody of the office, as the bot meets them. `chat` is their Telegram id, which is their private chat's too."""

    id: str
    name: str
    roles: tuple[Role, ...]
    locale: str
    chat: int | None
    reachable: bool
    asked: int | None  # the lead of which they are being asked something
    asked_what: Asked | None
    asked_at: datetime | None
    asked_about: Mapping[str, Any] | None  # what of the office they are being asked

    @property
    def question(self) -> Question | None:
        """What they are being asked to type."""
        if self.asked_what is None or not (self.asked or self.asked_about):
            return None
        return Question(self.asked_what, self.asked or 0, self.asked_about)


_PERSON: Final = Mapper(PersonRow, columns={"chat": "telegram_id"})


@dataclass(frozen=True, slots=True)
class Invitation:
    """Gives the role it was made for, to somebody known (`person`) or new.

    `replaces`: the account that the person had when it was made, and that it may take them from; None: they had none.
    `asks`: that account is asked before it does.
    """

    person: str | None
    role: str | None
    replaces: int | None = None
    asks: bool = False


def by_chat(store: Store, chat: int) -> PersonRow | None:
    """Finds who writes from this Telegram account; None for a stranger and for whoever has left."""
    return next((p for p in _active(store) if p.chat == chat), None)


def by_ids(store: Store, ids: Collection[str]) -> dict[str, PersonRow]:
    return {p.id: p for p in _active(store) if p.id in ids}


def with_role(store: Store, *roles: Role) -> Sequence[PersonRow]:
    """Lists the connected people to whom the office gives any of these roles, in its order."""
    return [p for p in connected(store) if set(roles) & set(p.roles)]


def connected(store: Store) -> Sequence[PersonRow]:
    """Lists everybody who has an account, in the office's order."""
    return [p for p in _active(store) if p.chat is not None]


def names(store: Store) -> dict[str, str]:
    """Returns everybody's name, also of those who have left, and what the office's CRM is called among them."""
    return {CRM_HAND: "CRM", **{row.id: row.name for row in _everybody(store)}}


def change(store: Store, who: str, **values: Any) -> None:
    store.execute(_CHANGE, {"of": store.office, "who": who, **values})


_CHANGE = update(people).where(people.c.office == bindparam("of"), people.c.id == bindparam("who"))
"""Which columns, say the values."""


def reached(store: Store, chat: int) -> None:
    """Notes that this chat takes messages: somebody writes from it, also one who has left."""
    theirs = (people.c.office == store.office, people.c.telegram_id == chat)
    store.execute(update(people).where(*theirs).values(reachable=True))


def lost(store: Store, chat: int) -> bool:
    """Notes that this chat takes no messages until somebody writes from it. False: nobody has it."""
    theirs = (people.c.office == store.office, people.c.telegram_id == chat)
    changed = store.execute(update(people).where(*theirs).values(reachable=False))
    return changed.rowcount > 0


def touch_setup(store: Store) -> None:
    """Notes that the set-up has changed: whoever keeps a copy of it reads it again."""
    grow(store)


def own_id(store: Store, chat: int) -> tuple[str, bool]:
    """Makes the id of somebody who comes by themselves, of their account; whether there is such a person already.

    Somebody who came like that and has another account now, or waits for one, is another person.
    """
    rows = store.execute(select(people).where(people.c.office == store.office))
    taken = {r.id: (r.telegram_id in {None, chat}) and not (r.active and r.roles) for r in rows}
    ids = (f"u{chat}" if n == 1 else f"u{chat}-{n}" for n in count(1))
    return next((id, id in taken) for id in ids if taken.get(id, True))


def add(
    store: Store,
    who: str,
    name: str,
    chat: int,
    roles: Sequence[Role],
    locale: str,
) -> None:
    _free(store, chat)
    last = store.scalar(select(func.max(people.c.position)).where(people.c.office == store.office))
    store.execute(
        insert(people).values(
            office=store.office,
            id=who,
            position=(last or 0) + 1,
            name=name,
            telegram_id=chat,
            roles=list(roles),
            locale=locale,
        )
    )
    touch_setup(store)


def connect(store: Store, who: str, chat: int) -> None:
    """Gives this Telegram account to this person, and takes it from everybody else."""
    _free(store, chat)
    change(store, who, telegram_id=chat, reachable=True, active=True)
    touch_setup(store)


def _free(store: Store, chat: int) -> None:
    """Takes this Telegram account from whoever has it, also from somebody who has left."""
    taken = (people.c.office == store.office, people.c.telegram_id == chat)
    store.execute(update(people).where(*taken).values(telegram_id=None))


def invite(store: Store, hashed: str, invitation: Invitation, expires_at: datetime) -> None:
    """Stores an invitation under the hash of its token; a link to a person replaces their earlier ones."""
    if invitation.person:
        earlier = (invitations.c.office == store.office, invitations.c.person == invitation.person)
        store.execute(
            update(invitations)
            .where(*earlier, invitations.c.used_at.is_(None))
            .values(used_at=invitations.c.expires_at)
        )
    store.execute(
        insert(invitations).values(
            token=hashed,
            office=store.office,
            person=invitation.person,
            role=invitation.role,
            replaces=invitation.replaces,
            asks=invitation.asks,
            expires_at=expires_at,
        )
    )


def withdraw(store: Store, role: Role) -> None:
    """Makes the links that give this role, and were not used, good for nothing."""
    theirs = (
        invitations.c.office == store.office,
        invitations.c.role == role,
        invitations.c.used_at.is_(None),
    )
    store.execute(update(invitations).where(*theirs).values(used_at=invitations.c.expires_at))


def is_invited(store: Store, invitation: Invitation, since: datetime) -> bool:
    """Tells whether there is such an invitation, not used yet, that expires after `since`."""
    here = (
        invitations.c.office == store.office,
        invitations.c.used_at.is_(None),
        invitations.c.expires_at > since,
    )
    same = (invitations.c.person == invitation.person, invitations.c.role == invitation.role)
    found = select(invitations.c.token).where(*here, *same).limit(1)
    return store.scalar(found) is not None


def find_invitation(store: Store, hashed: str, now: datetime) -> Invitation | None:
    """Finds an invitation as it could be taken up; None if there is none, or it was used or has expired."""
    row = (store.execute(select(*_INVITATION).where(*_live(hashed, now, store.office)))).one_or_none()
    return Invitation(*row) if row else None


def use_invitation(store: Store, hashed: str, now: datetime) -> Invitation | None:
    """Takes up an invitation, once; None as `find_invitation`."""
    taken = update(invitations).where(*_live(hashed, now, store.office)).values(used_at=now)
    row = store.execute(taken.returning(*_INVITATION)).one_or_none()
    return Invitation(*row) if row else None


_INVITATION = (invitations.c.person, invitations.c.role, invitations.c.replaces, invitations.c.asks)


def _live(hashed: str, now: datetime, office: int) -> tuple[Any, ...]:
    return (
        invitations.c.office == office,
        invitations.c.token == hashed,
        invitations.c.used_at.is_(None),
        invitations.c.expires_at > now,
    )


OF_PEOPLE: Final = of(people)
"""What people are read from, without what they have in hand."""
_OF_ROWS: Final = of(people, leads, offers)

_held = (
    select(leads.c.holder.label("who"), func.count().label("held"))
    .where(leads.c.office == bindparam("of"), one_of(leads.c.state, OWNED))
    .group_by(leads.c.holder)
    .subquery()
)
_asked = (
    select(offers.c.sole.label("who"), func.count().label("ringing"))
    .where(offers.c.office == bindparam("of"), offers.c.sole.is_not(None))
    .group_by(offers.c.sole)
    .subquery()
)
_ROWS = (
    select(
        people,
        func.coalesce(_held.c.held, 0).label("held"),
        func.coalesce(_asked.c.ringing, 0).label("ringing"),
    )
    .select_from(
        people.outerjoin(_held, _held.c.who == people.c.id).outerjoin(_asked, _asked.c.who == people.c.id)
    )
    .where(people.c.office == bindparam("of"))
    .order_by(people.c.position)
)


def rows(store: Store) -> Sequence[Row[Any]]:
    """Reads everybody who was ever in the office, in its order: the columns of `people`; `held`, open leads in hand;
    `ringing`, offers to them alone that wait for their answer. Asked once a transaction.
    """

    def read() -> Sequence[Row[Any]]:
        found = store.execute(_ROWS, {"of": store.office}).all()
        keep(store, ("everybody", store.office), OF_PEOPLE, found)
        return found

    return once(store, ("people", store.office), _OF_ROWS, read)


def _everybody(store: Store) -> Sequence[Row[Any]]:
    """As `rows`, for whoever does not ask what they have in hand: leads come and go, and people stay."""
    return once(store, ("everybody", store.office), OF_PEOPLE, lambda: rows(store))


def _active(store: Store) -> Sequence[PersonRow]:
    def read() -> list[PersonRow]:
        return [_PERSON.read(row) for row in _everybody(store) if row.active]

    return once(store, ("active", store.office), OF_PEOPLE, read)
