"""Questions: /help, /me, /queue, /why, /leads, /office. An answer is drawn from what is stored when it is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.work import Work
from leads.rights import Right
from storage import cases
from storage.kinds import CardKind, Urgency


@dataclass(frozen=True, slots=True)
class Asks:
    door: Door

    async def help(self, actor: Actor) -> Reply:
        return await self._show(actor, Right.BE_HELPED, CardKind.HELP)

    async def me(self, actor: Actor) -> Reply:
        return await self._show(actor, Right.SEE_SELF, CardKind.ME)

    async def queue(self, actor: Actor) -> Reply:
        return await self._show(actor, Right.SEE_QUEUE, CardKind.QUEUE)

    async def leads(self, actor: Actor) -> Reply:
        return await self._show(actor, Right.SEE_OPEN_LEADS, CardKind.LEADS)

    async def office(self, actor: Actor) -> Reply:
        """There is one card in each chat: asked for again it comes anew at the end,
        and a tap on it changes it in its place.
        """

        def case(work: Work) -> Reply:
            work.show(actor.chat, actor.person, CardKind.OFFICE, None)
            return NOTHING

        return await self.door.do(actor, Right.SEE_OFFICE, case)

    async def why(self, actor: Actor, asked: str) -> Reply:
        """Somebody asks `/why 7`, or `/why №7`. Anybody of the office may know."""

        def case(work: Work) -> Reply:
            found = re.fullmatch(r"\D*(\d{1,9})\D*", asked)
            number = int(found.group(1)) if found else None
            if number is None:
                work.note(actor.chat, f"why:{actor.update}", "why-usage", Urgency.ANSWER)
            elif cases.id_of(work.store, number) is None:
                work.note(actor.chat, f"why:{actor.update}", "why-unknown", Urgency.ANSWER, number=number)
            else:
                work.show(actor.chat, actor.person, CardKind.WHY, actor.update, number=number)
            return NOTHING

        return await self.door.do(actor, Right.ASK_WHY, case)

    async def why_lead(self, actor: Actor, lead: int) -> Reply:
        """Returns the same, by the button under a card."""

        def case(work: Work) -> Reply:
            number = work.load(lead).scene.lead.number
            if number is not None:
                work.show(actor.chat, actor.person, CardKind.WHY, actor.update, number=number)
            return NOTHING

        return await self.door.do(actor, Right.ASK_WHY, case)

    async def say(self, actor: Actor, key: str) -> Reply:
        """Answers with a short note: not understood, not for you, one polite sentence for a stranger."""

        def case(work: Work) -> Reply:
            work.note(actor.chat, f"{key}:{actor.update}", key, Urgency.ANSWER, locale=actor.locale)
            return NOTHING

        return await self.door.do(actor, Right.COME_IN, case)

    async def _show(self, actor: Actor, right: Right, kind: CardKind) -> Reply:
        def case(work: Work) -> Reply:
            work.show(actor.chat, actor.person, kind, actor.update)
            return NOTHING

        return await self.door.do(actor, right, case)
