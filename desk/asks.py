"""Questions: /help, /me, /queue, /why, /leads, /office. An answer is drawn from what is stored when it is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.work import Work
from leads.office import Role
from storage import cases
from storage.cards import Urgency

EVERYBODY = tuple(Role)


@dataclass(frozen=True, slots=True)
class Asks:
    door: Door

    async def help(self, actor: Actor) -> Reply:
        return await self._show(actor, EVERYBODY, "help")

    async def me(self, actor: Actor) -> Reply:
        return await self._show(actor, Role.MANAGER, "me")

    async def queue(self, actor: Actor) -> Reply:
        return await self._show(actor, (Role.MANAGER, Role.HEAD), "queue")

    async def leads(self, actor: Actor) -> Reply:
        return await self._show(actor, (Role.HEAD, Role.DIRECTOR), "leads")

    async def office(self, actor: Actor) -> Reply:
        """One card in each chat: asked for again it comes anew at the end, and a tap on it changes it in its place."""

        def case(work: Work) -> Reply:
            work.show(actor.chat, actor.person, "office", "office")
            return NOTHING

        return await self.door.do(actor, (Role.HEAD, Role.ADMIN), case)

    async def why(self, actor: Actor, asked: str) -> Reply:
        """`/why 7`, `/why №7`. Anybody of the office may know."""

        def case(work: Work) -> Reply:
            found = re.fullmatch(r"\D*(\d{1,9})\D*", asked)
            number = int(found.group(1)) if found else None
            if number is None:
                work.note(actor.chat, f"why:{actor.update}", "why-usage", Urgency.ANSWER)
            elif cases.id_of(work.conn, number) is None:
                work.note(actor.chat, f"why:{actor.update}", "why-unknown", Urgency.ANSWER, number=number)
            else:
                work.show(actor.chat, actor.person, f"why:{actor.update}", "why", number=number)
            return NOTHING

        return await self.door.do(actor, EVERYBODY, case)

    async def why_lead(self, actor: Actor, lead: int) -> Reply:
        """The same, by the button under a card."""

        def case(work: Work) -> Reply:
            number = work.load(lead).scene.lead.number
            if number is not None:
                work.show(actor.chat, actor.person, f"why:{actor.update}", "why", number=number)
            return NOTHING

        return await self.door.do(actor, EVERYBODY, case)

    async def say(self, actor: Actor, key: str) -> Reply:
        """A short note: not understood, not for you, one polite sentence for a stranger."""

        def case(work: Work) -> Reply:
            work.note(actor.chat, f"{key}:{actor.update}", key, Urgency.ANSWER, locale=actor.locale)
            return NOTHING

        return await self.door.do(actor, None, case)

    async def _show(self, actor: Actor, allowed: Role | tuple[Role, ...], screen: str) -> Reply:
        def case(work: Work) -> Reply:
            work.show(actor.chat, actor.person, f"{screen}:{actor.update}", screen)
            return NOTHING

        return await self.door.do(actor, allowed, case)
