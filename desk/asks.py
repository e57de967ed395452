"""Questions: /help, /me, /queue, /why, /office. An answer is drawn from what is stored when it is sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.leafing import show_found
from desk.work import Work
from leads.refusals import Refusal, Refused
from leads.rights import Right
from screens.buttons.of_panes import OfficePane
from screens.buttons.of_sight import Detailed
from storage import cards, cases
from storage.kinds import CardKind, Urgency

DETAILED: Mapping[Detailed, tuple[CardKind, Right]] = {
    Detailed.ME: (CardKind.ME, Right.SEE_SELF),
    Detailed.WHY: (CardKind.WHY, Right.ASK_WHY),
}
"""What opens and closes, and who may see it."""


@dataclass(frozen=True, slots=True)
class Asks:
    door: Door

    async def help(self, actor: Actor) -> Reply:
        return await self._show(actor, Right.BE_HELPED, CardKind.HELP)

    async def me(self, actor: Actor) -> Reply:
        """There is one card in each chat, as of /office."""

        def case(work: Work) -> Reply:
            work.show(actor.chat, actor.person, CardKind.ME, None)
            return NOTHING

        return await self.door.do(actor, Right.SEE_SELF, case)

    async def queue(self, actor: Actor) -> Reply:
        return await self._show(actor, Right.SEE_QUEUE, CardKind.QUEUE)

    async def office(self, actor: Actor) -> Reply:
        """There is one card in each chat: asked for again it comes anew at the end,
        and a tap on it changes it in its place.
        """

        def case(work: Work) -> Reply:
            work.show(actor.chat, actor.person, CardKind.OFFICE, None)
            return NOTHING

        return await self.door.do(actor, Right.SEE_OFFICE, case)

    async def people(self, actor: Actor, searched: str) -> Reply:
        """Opens the list on the card of the office; `searched`: only who is called like that."""

        def case(work: Work) -> Reply:
            show_found(work, actor, OfficePane.PEOPLE, searched.strip())
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
                work.show(actor.chat, actor.person, CardKind.WHY, number, number=number)
            return NOTHING

        return await self.door.do(actor, Right.ASK_WHY, case)

    async def why_lead(self, actor: Actor, lead: int) -> Reply:
        """Returns the same, by the button under a card."""

        def case(work: Work) -> Reply:
            number = work.load(lead).scene.lead.number
            if number is not None:
                work.show(actor.chat, actor.person, CardKind.WHY, number, number=number)
            return NOTHING

        return await self.door.do(actor, Right.ASK_WHY, case)

    async def details(self, actor: Actor, card: Detailed, number: int, opened: bool) -> Reply:
        """Opens what a card keeps behind it, or closes that again: on the card where it stands."""
        kind, right = DETAILED[card]

        def case(work: Work) -> Reply:
            about, args = (number, {"number": number}) if card is Detailed.WHY else (None, {})
            if about is not None and cases.id_of(work.store, about) is None:
                raise Refused(Refusal.NOT_FOR_YOU)
            fresh = cards.of(work.store, actor.chat, kind, about) is None
            payload = {"args": args | {"details": opened}}
            cards.want(work.store, actor.chat, kind, about, actor.person, fresh=fresh, payload=payload)
            return NOTHING

        return await self.door.do(actor, right, case)

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
