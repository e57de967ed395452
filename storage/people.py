"""People as they come to the bot: who writes, who is where, who was invited."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from leads.office import Role
from storage.offices import FIRST, grow
from storage.tables import invitations, people


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody of the office, as the bot meets him. `chat` is his Telegram id, which is his private chat's too."""

    id: str
    name: str
    roles: tuple[Role, ...]
    locale: str
    chat: int | None
    reachable: bool
    asked: int | None  # the lead whose amount he is being asked for


@dataclass(frozen=True, slots=True)
class Invitation:
    """Gives the role it was made for, to somebody known (`person`) or new.

    `replaces`: the account that the person had when it was made, and that it may take him from; None: he had none.
    """

    person: str | None
    role: str | None
    replaces: int | None = None


async def by_chat(conn: AsyncConnection, chat: int, office: int = FIRST) -> PersonRow | None:
    """Who writes from this Telegram account; None for a stranger and for whoever has left."""
    found = await _people(conn, people.c.office == office, people.c.telegram_id == chat)
    return found[0] if found else None


async def by_ids(conn: AsyncConnection, ids: Collection[str], office: int = FIRST) -> dict[str, PersonRow]:
    return {p.id: p for p in await _people(conn, people.c.office == office, people.c.id.in_(ids))}


async def with_role(conn: AsyncConnection, *roles: Role, office: int = FIRST) -> Sequence[PersonRow]:
    """The connected people to whom the office gives any of these roles, in its order."""
    return [p for p in await connected(conn, office) if set(roles) & set(p.roles)]


async def connected(conn: AsyncConnection, office: int = FIRST) -> Sequence[PersonRow]:
    """Everybody who has an account, in the office's order."""
    return await _people(conn, people.c.office == office, people.c.telegram_id.is_not(None))


async def names(conn: AsyncConnection, office: int = FIRST) -> dict[str, str]:
    """Everybody's name, also of those who have left."""
    rows = await conn.execute(select(people.c.id, people.c.name).where(people.c.office == office))
    return {row.id: row.name for row in rows}


async def change(conn: AsyncConnection, who: str, office: int = FIRST, **values: Any) -> None:
    await conn.execute(update(people).where(people.c.office == office, people.c.id == who).values(**values))


async def reached(conn: AsyncConnection, chat: int, office: int = FIRST) -> None:
    """Somebody writes from this chat, so it takes messages; also his who has left, with what is still to be removed."""
    his = (people.c.office == office, people.c.telegram_id == chat)
    await conn.execute(update(people).where(*his).values(reachable=True))


async def lost(conn: AsyncConnection, chat: int, office: int = FIRST) -> bool:
    """This chat takes no messages, until somebody writes from it. False: it is nobody's, nor of one who has left."""
    his = (people.c.office == office, people.c.telegram_id == chat)
    changed = await conn.execute(update(people).where(*his).values(reachable=False))
    return changed.rowcount > 0


async def touch_setup(conn: AsyncConnection, office: int = FIRST) -> None:
    """The set-up has changed: whoever keeps a copy of it reads it again."""
    await grow(conn, office)


async def own_id(conn: AsyncConnection, chat: int, office: int = FIRST) -> tuple[str, bool]:
    """The id of somebody who comes by himself, made of his account; whether there is such a person already.

    Somebody who came like that and has another account now, or waits for one, is another person.
    """
    rows = await conn.execute(select(people).where(people.c.office == office))
    taken = {r.id: (r.telegram_id in {None, chat}) and not (r.active and r.roles) for r in rows}
    ids = (f"u{chat}" if n == 1 else f"u{chat}-{n}" for n in count(1))
    return next((id, id in taken) for id in ids if taken.get(id, True))


async def add(
    conn: AsyncConnection,
    who: str,
    name: str,
    chat: int,
    roles: Sequence[Role],
    locale: str,
    office: int = FIRST,
) -> None:
    await _free(conn, chat, office)
    last = await conn.scalar(select(func.max(people.c.position)).where(people.c.office == office))
    await conn.execute(
        insert(people).values(
            office=office,
            id=who,
            position=(last or 0) + 1,
            name=name,
            telegram_id=chat,
            roles=list(roles),
            locale=locale,
        )
    )
    await touch_setup(conn, office)


async def connect(conn: AsyncConnection, who: str, chat: int, office: int = FIRST) -> None:
    """This Telegram account is this person's now, and nobody else's."""
    await _free(conn, chat, office)
    await change(conn, who, office, telegram_id=chat, reachable=True, active=True)
    await touch_setup(conn, office)


async def _free(conn: AsyncConnection, chat: int, office: int) -> None:
    """Takes this Telegram account from whoever has it, also from somebody who has left."""
    taken = (people.c.office == office, people.c.telegram_id == chat)
    await conn.execute(update(people).where(*taken).values(telegram_id=None))


async def invite(
    conn: AsyncConnection, hashed: str, invitation: Invitation, expires_at: datetime, office: int = FIRST
) -> None:
    """Stores an invitation under the hash of its token; a link to a person replaces his earlier ones."""
    if invitation.person:
        earlier = (invitations.c.office == office, invitations.c.person == invitation.person)
        await conn.execute(
            update(invitations)
            .where(*earlier, invitations.c.used_at.is_(None))
            .values(used_at=invitations.c.expires_at)
        )
    await conn.execute(
        insert(invitations).values(
            token=hashed,
            office=office,
            person=invitation.person,
            role=invitation.role,
            replaces=invitation.replaces,
            expires_at=expires_at,
        )
    )


async def is_invited(
    conn: AsyncConnection, invitation: Invitation, since: datetime, office: int = FIRST
) -> bool:
    """Whether there is such an invitation, not used yet, that expires after `since`."""
    here = (invitations.c.office == office, invitations.c.used_at.is_(None), invitations.c.expires_at > since)
    same = (invitations.c.person == invitation.person, invitations.c.role == invitation.role)
    found = select(invitations.c.token).where(*here, *same).limit(1)
    return await conn.scalar(found) is not None


async def find_invitation(
    conn: AsyncConnection, hashed: str, now: datetime, office: int = FIRST
) -> Invitation | None:
    """An invitation as it could be taken up; None if there is none, or it was used or has expired."""
    row = (await conn.execute(select(*_INVITATION).where(*_live(hashed, now, office)))).one_or_none()
    return Invitation(*row) if row else None


async def use_invitation(
    conn: AsyncConnection, hashed: str, now: datetime, office: int = FIRST
) -> Invitation | None:
    """Takes up an invitation, once; None as `find_invitation`."""
    taken = update(invitations).where(*_live(hashed, now, office)).values(used_at=now)
    row = (await conn.execute(taken.returning(*_INVITATION))).one_or_none()
    return Invitation(*row) if row else None


_INVITATION = (invitations.c.person, invitations.c.role, invitations.c.replaces)


def _live(hashed: str, now: datetime, office: int) -> tuple[Any, ...]:
    return (
        invitations.c.office == office,
        invitations.c.token == hashed,
        invitations.c.used_at.is_(None),
        invitations.c.expires_at > now,
    )


async def _people(conn: AsyncConnection, *where: Any) -> list[PersonRow]:
    rows = await conn.execute(select(people).where(people.c.active, *where).order_by(people.c.position))
    return [
        PersonRow(
            r.id, r.name, tuple(Role(x) for x in r.roles), r.locale, r.telegram_id, r.reachable, r.asked
        )
        for r in rows
    ]
