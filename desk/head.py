"""The head's hand: assign a lead, and the last word on a lead that is said to be bad."""

from __future__ import annotations

from dataclasses import dataclass

from desk import questions
from desk.actor import Actor, Reply
from desk.door import Door
from desk.opened import show
from desk.work import Work
from leads import holding, judging
from leads.lead import OVER, State
from leads.questions import Asked
from leads.refusals import Refusal, Refused
from leads.rights import Right
from screens.views.lead import Menu
from storage import cards, people
from storage.kinds import CardKind


@dataclass(frozen=True, slots=True)
class Head:
    door: Door

    async def assign(self, actor: Actor, lead: int, who: str) -> Reply:
        """Opens the list of managers (empty), puts it away (`-`), or assigns the lead with one tap."""

        def case(work: Work) -> Reply:
            loaded = work.load(lead)
            if loaded.scene.lead.state in {*OVER, State.DRAFT}:
                raise Refused(Refusal.CLOSED)
            named = who not in {"", "-"}
            if named:
                holding.assign(loaded.scene, actor.person or "", who, work.now)
                work.save(loaded)
            card = cards.of(work.store, actor.chat, CardKind.LEAD, lead)
            menu = Menu.NONE if who else Menu.ASSIGN
            show(work.store, actor, loaded.scene.lead, menu, fresh=card is None)
            names = people.names(work.store) if named else {}
            return Reply(done="assigned" if named else None, names=(names[who],) if named else ())

        return await self.door.do(actor, Right.ASSIGN, case, lead=lead)

    async def settle(self, actor: Actor, lead: int, bad: bool) -> Reply:
        def case(work: Work) -> Reply:
            loaded = work.load(lead)
            holding.settle(loaded.scene, actor.person or "", bad, work.now)
            work.save(loaded)
            if not bad and loaded.scene.lead.holder != actor.person:
                questions.ask(work, actor.person or "", Asked.VERDICT, lead)
            return Reply(done="settled-bad" if bad else "settled-good")

        return await self.door.do(actor, Right.SETTLE, case, lead=lead)

    async def judge_segment(self, actor: Actor, lead: int, who: str, agreed: bool) -> Reply:
        """Somebody has declined the lead as of another segment: that is so, or it is theirs after all."""

        def case(work: Work) -> Reply:
            loaded = work.load(lead)
            judging.judge(loaded.scene, actor.person or "", who, agreed, work.now)
            work.save(loaded)
            return Reply(done="segment-agreed" if agreed else "segment-refused")

        return await self.door.do(actor, Right.SETTLE, case, lead=lead)
