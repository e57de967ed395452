"""Invitation links: who makes them, for whom, and when one may take somebody's account away from them."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.work import Work
from leads.entries.people import InvitationRevoked, Invited
from leads.office import Role
from leads.refusals import Refusal, Refused
from leads.rights import Right
from screens.views.office import MovingView
from storage import cards, invited, people
from storage.kinds import CardKind, Change
from storage.people import Invitation

LINK_LIVES = timedelta(hours=72)
OWN_LINK_LIVES = timedelta(hours=1)  # whoever makes it opens it at once
TWICE = timedelta(seconds=10)  # the same wish again within this time is a nervous finger


class Links:
    """Invitation links. A token is made of a stored nonce and a secret that is not: whoever reads the database
    cannot make a link of what they find there.
    """

    def __init__(self, secret: str, bot_name: str, public_url: str | None = None) -> None:
        """`public_url`: where the outside reaches the program's own pages; None: it does not."""
        self._secret = secret.encode()
        self._bot_name = bot_name
        self.public = public_url
        self.calendar = f"{public_url}/app" if public_url else None

    def token(self, nonce: str) -> str:
        """Returns at most 64 characters of A-Z a-z 0-9 _ -, as a start parameter may have."""
        return hmac.new(self._secret, nonce.encode(), hashlib.sha256).hexdigest()[:40]

    def feed_token(self, nonce: str) -> str:
        """Returns what stands in the address of somebody's own duty; no invitation is ever called so."""
        return self.token(f"duty:{nonce}")

    def feed(self, nonce: str) -> str | None:
        """Returns that address; None where the outside does not reach the program."""
        return f"{self.public}/duty/{self.feed_token(nonce)}.ics" if self.public else None

    def address(self, nonce: str) -> str:
        return f"https://t.me/{self._bot_name}?start={self.token(nonce)}"


@dataclass(frozen=True, slots=True)
class Invitations:
    """Made here. `nonce` gives 128 random bits as text; `links` makes the invitation's token of it."""

    door: Door
    nonce: Callable[[], str]
    links: Links

    async def invite(self, actor: Actor, person: str) -> Reply:
        """Makes a one-time link for somebody of the office, or for a new person with a role (`+manager`).

        For somebody who has an account already the administrator is asked first: it would be taken from them.
        """

        def case(work: Work) -> Reply:
            invitation = _for(work, person)
            if invitation is None:
                return NOTHING
            if invitation.replaces is not None:
                work.show(actor.chat, actor.person, CardKind.MOVING, person, who=person)
                return NOTHING
            return self._make(work, actor, invitation, CardKind.INVITE, actor.update, invited=person)

        return await self.door.do(actor, Right.INVITE, case)

    async def first(self) -> str | None:
        """Makes a link for the first administrator, where nobody has that role and an account yet; else None.

        Whoever has printed one before this may throw it away: the last one counts.
        """

        def case(work: Work) -> str | None:
            if any(Role.ADMIN in person.roles for person in people.connected(work.store)):
                return None
            nonce = self.nonce()
            people.withdraw(work.store, Role.ADMIN)
            invitation = Invitation(None, Role.ADMIN.value)
            self._store(work, None, nonce, invitation)
            return self.links.address(nonce)

        return await self.door.write(case)

    async def replace(self, actor: Actor, person: str, sure: bool) -> Reply:
        """The administrator answers: with a link that moves somebody to the account of whoever opens it, or none."""

        def case(work: Work) -> Reply:
            invitation = _for(work, person)
            if invitation is None or invitation.replaces is None or not sure:
                work.show(actor.chat, actor.person, CardKind.MOVING, person)
                return NOTHING
            return self._make(work, actor, invitation, CardKind.MOVING, person, who=person)

        return await self.door.do(actor, Right.INVITE, case)

    def for_everybody(self, work: Work, actor: Actor, who: Iterable[str]) -> None:
        """Makes a link for each of these people, who are new; all of them come as one file."""
        nonces = {one: self.nonce() for one in who}
        for one, nonce in nonces.items():
            link = hashed(self.links.token(nonce))
            people.invite(work.store, link, Invitation(one, None), work.now + LINK_LIVES)
            work.log(Invited(actor.person, one, None, link))
        until = (work.now + LINK_LIVES).isoformat()
        work.show(actor.chat, actor.person, CardKind.INVITES, actor.update, nonces=nonces, until=until)

    def own(self, work: Work, who: str, account: int) -> tuple[str, datetime] | None:
        """Makes a link for somebody who moves from this account of theirs, where they are asked back.

        Returns its nonce, and until when it is good; None where they have made one just now, or need none.
        """
        invitation, until = Invitation(who, None, account, asks=True), work.now + OWN_LINK_LIVES
        if not is_known(work, invitation) or people.is_invited(work.store, invitation, until - TWICE):
            return None
        nonce = self.nonce()
        link = hashed(self.links.token(nonce))
        people.invite(work.store, link, invitation, until)
        work.log(Invited(who, who, None, link))
        return nonce, until

    async def revoke(self, actor: Actor, link: str) -> Reply:
        """Makes a link worth nothing; it may have been opened meanwhile, or expired."""

        def case(work: Work) -> Reply:
            still = invited.open_ones(work.store, work.now)
            found = next((one for one in still if link and one.link.startswith(link)), None)
            if found is None:
                raise Refused(Refusal.CHANGED_SINCE)
            invited.revoke(work.store, found.link)
            work.log(InvitationRevoked(actor.person or "", found.link))
            cards.changed(work.store, Change.OFFICE)
            return Reply(done="invitation-revoked")

        return await self.door.do(actor, Right.INVITE, case)

    def _make(
        self,
        work: Work,
        actor: Actor,
        invitation: Invitation,
        kind: CardKind,
        about: int | str,
        **args: str,
    ) -> Reply:
        if people.is_invited(work.store, invitation, work.now + LINK_LIVES - TWICE):
            return Reply(done="invited-already")
        nonce = self.nonce()
        self._store(work, actor.person, nonce, invitation)
        until = (work.now + LINK_LIVES).isoformat()
        work.show(actor.chat, actor.person, kind, about, **args, nonce=nonce, until=until)
        return NOTHING

    def _store(self, work: Work, by: str | None, nonce: str, invitation: Invitation) -> None:
        link = hashed(self.links.token(nonce))
        people.invite(work.store, link, invitation, work.now + LINK_LIVES)
        role = Role(invitation.role) if invitation.role else None
        work.log(Invited(by, invitation.person, role, link))
        cards.changed(work.store, Change.OFFICE)


def hashed(token: str) -> str:
    """Returns all that is stored of a token. It has 128 random bits, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_known(work: Work, invitation: Invitation) -> bool:
    """Tells whether it is for a new person, or for one whom the office knows;
    whom only ADMIN_IDS names needs no link.
    """
    return invitation.person is None or any(p.id == invitation.person and p.roles for p in work.office.people)


def moving_view(work: Work, who: str, link: str | None) -> MovingView | None:
    """Returns what the administrator is asked about somebody's account, or the link that they have asked for."""
    person = next((p for p in work.office.people if p.id == who), None)
    return MovingView(who, person.name, person.telegram_id, link, LINK_LIVES) if person else None


def _for(work: Work, person: str) -> Invitation | None:
    """Nothing for whom the office does not know, and for a role that is none."""
    if person.startswith("+"):
        role = person[1:]
        return Invitation(None, role) if role in set(Role) else None
    if not is_known(work, Invitation(person, None)):
        return None
    return Invitation(person, None, people.by_ids(work.store, [person])[person].chat)
