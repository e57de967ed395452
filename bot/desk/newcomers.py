"""/start, invitations, languages: how people come into the office."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta

from bot.desk.door import Door
from bot.desk.work import Work
from handlers.actor import NOTHING, Actor, Reply
from handlers.texts import LOCALES
from leads.office import Role
from storage import cards, people
from storage.cards import Urgency
from storage.people import Invitation
from storage.set_up import join_segment

LINK_LIVES = timedelta(hours=72)
TWICE = timedelta(seconds=10)  # the same wish again within this time is a nervous finger


class Links:
    """Invitation links. A token is made of a stored nonce and a secret that is not: whoever reads the database
    cannot make a link of what he finds there.
    """

    def __init__(self, secret: str, bot_name: str) -> None:
        self._secret = secret.encode()
        self._bot_name = bot_name

    def token(self, nonce: str) -> str:
        """At most 64 characters of A-Z a-z 0-9 _ -, as a start parameter may have."""
        return hmac.new(self._secret, nonce.encode(), hashlib.sha256).hexdigest()[:40]

    def address(self, nonce: str) -> str:
        return f"https://t.me/{self._bot_name}?start={self.token(nonce)}"


@dataclass(frozen=True, slots=True)
class Newcomers:
    """`nonce` gives 128 random bits as text; `links` makes the invitation's token of it."""

    door: Door
    admins: Collection[int]
    nonce: Callable[[], str]
    links: Links

    async def start(self, actor: Actor, token: str) -> Reply:
        """Whoever is named in ADMIN_IDS becomes administrator, an invitation gives its role, others are greeted."""

        async def case(work: Work) -> Reply:
            await people.reached(work.conn, actor.chat)
            person = await people.by_chat(work.conn, actor.chat)
            if token:
                person = await self._invited(work, actor, token) or person
            elif actor.chat in self.admins and (person is None or Role.ADMIN not in person.roles):
                person = await _admit(work, actor, person, Role.ADMIN)
            if person is None:
                key = "invitation-invalid" if token else "stranger"
                await work.note(actor.chat, f"start:{actor.update}", key, Urgency.ANSWER, locale=actor.locale)
            else:
                await _greet(work, actor, person)
            return NOTHING

        return await self.door.do(actor, None, case)

    async def invite(self, actor: Actor, person: str) -> Reply:
        """A one-time link for somebody of the office, or for a new person with a role (`+manager`)."""

        async def case(work: Work) -> Reply:
            invitation = Invitation(None, person[1:]) if person.startswith("+") else Invitation(person, None)
            if invitation.role not in {None, *Role} or not await _known(work, invitation):
                return NOTHING
            made_since = work.now + LINK_LIVES - TWICE
            if await people.is_invited(work.conn, invitation, made_since):
                return Reply(done="invited-already")
            nonce = self.nonce()
            await people.invite(work.conn, hashed(self.links.token(nonce)), invitation, work.now + LINK_LIVES)
            await work.log("invited", by=actor.person, who=invitation.person, role=invitation.role)
            await work.show(
                actor.chat, actor.person, f"invite:{actor.update}", "office", invited=person, nonce=nonce
            )
            return NOTHING

        return await self.door.do(actor, Role.ADMIN, case)

    async def language(self, actor: Actor, locale: str) -> Reply:
        """Each person has his own; every card he has is drawn again."""

        async def case(work: Work) -> Reply:
            if actor.person is None or locale not in LOCALES:
                return NOTHING
            await people.change(work.conn, actor.person, locale=locale)
            await people.touch_setup(work.conn)
            await cards.redraw(work.conn, actor.person)
            await cards.want(work.conn, actor.chat, "menu", actor.person, actor.person, Urgency.NEWS)
            await work.note(actor.chat, f"lang:{actor.update}", "language-changed", Urgency.ANSWER)
            return NOTHING

        return await self.door.do(actor, tuple(Role), case)

    async def _invited(self, work: Work, actor: Actor, token: str) -> people.PersonRow | None:
        """An invitation to a person connects this account with him; one to a role adds the role."""
        invitation = await people.use_invitation(work.conn, hashed(token), work.now)
        if invitation is None or not await _known(work, invitation):
            return None
        if invitation.person:
            await people.connect(work.conn, invitation.person, actor.chat)
            await work.log("joined", who=invitation.person, roles=None)
            return await people.by_chat(work.conn, actor.chat)
        person = await people.by_chat(work.conn, actor.chat)
        return await _admit(work, actor, person, Role(invitation.role or Role.MANAGER))


async def _greet(work: Work, actor: Actor, person: people.PersonRow) -> None:
    """A welcome and the command menu; whoever had blocked the bot is reachable again."""
    await people.change(work.conn, person.id, reachable=True)
    is_empty = Role.ADMIN in person.roles and not work.office.with_role(Role.MANAGER)
    key = "welcome-admin-empty-office" if is_empty else "welcome"
    args = (
        {"name": person.name} if is_empty else {"name": person.name, "roles": [r.value for r in person.roles]}
    )
    await work.note(actor.chat, f"start:{actor.update}", key, Urgency.ANSWER, **args)
    await cards.want(work.conn, actor.chat, "menu", person.id, person.id, Urgency.NEWS)


def hashed(token: str) -> str:
    """Only this is stored of a token. It has 128 random bits, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


async def _known(work: Work, invitation: Invitation) -> bool:
    return invitation.person is None or any(p.id == invitation.person for p in work.office.people)


async def _admit(
    work: Work, actor: Actor, person: people.PersonRow | None, role: Role
) -> people.PersonRow | None:
    """Gives a role to somebody, who may be new; a manager of no segment joins the one for everything else."""
    if person is None:
        who = f"u{actor.chat}"
        if who in await people.names(work.conn):
            await people.connect(work.conn, who, actor.chat)
            await people.change(work.conn, who, roles=[role], name=actor.name)
        else:
            await people.add(work.conn, who, actor.name, actor.chat, [role], actor.locale)
    else:
        who = person.id
        await people.change(work.conn, who, roles=list(dict.fromkeys([*person.roles, role])))
        await people.touch_setup(work.conn)
    active = [segment for segment in work.office.segments if not segment.retired]
    if role is Role.MANAGER and active and not any(who in segment.members for segment in active):
        await join_segment(work.conn, active[-1], who, work.now)
        await people.touch_setup(work.conn)
    await work.log("joined", who=who, roles=[role])
    return await people.by_chat(work.conn, actor.chat)
