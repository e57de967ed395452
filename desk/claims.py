"""The manager's side: claim or decline an offer, work the lead, tell the outcome."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk import questions
from desk.actor import Actor, Reply
from desk.door import Door
from desk.work import Work
from leads import answers, holding, marking
from leads.late_claims import claim_late
from leads.lead import Outcome, Progress
from leads.office import SaleNeeds
from leads.questions import Asked, Question
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.scene import Scene
from storage import people

Move = Callable[[Scene, str, Work], None]


@dataclass(frozen=True, slots=True)
class Claims:
    door: Door

    async def claim(self, actor: Actor, lead: int) -> Reply:
        """Somebody takes the lead, or is in the list of those among whom it is decided in a moment."""

        def case(work: Work) -> Reply:
            loaded, who = work.load(lead), actor.person or ""
            answers.claim(loaded.scene, who, work.now)
            work.save(loaded)
            holder = loaded.scene.lead.holder
            if holder in {None, who}:
                return Reply(done="claimed" if holder else "in-the-list")
            return Reply(done="decided", names=(people.names(work.store)[holder or ""],))

        return await self.door.do(actor, Right.HOLD, case)

    async def claim_late(self, actor: Actor, lead: int) -> Reply:
        return await self._move(actor, lead, "claimed", lambda s, who, w: claim_late(s, who, w.now))

    async def decline(self, actor: Actor, lead: int) -> Reply:
        return await self._move(actor, lead, "declined", lambda s, who, w: answers.decline(s, who, w.now))

    async def explain(self, actor: Actor, lead: int, reason: str) -> Reply:
        return await self._move(
            actor, lead, "explained", lambda s, who, w: answers.explain(s, who, reason, w.now)
        )

    async def record(self, actor: Actor, lead: int, progress: Progress) -> Reply:
        """A meeting that was already is the answer to when it is."""

        def case(work: Work) -> Reply:
            loaded, who = work.load(lead), actor.person or ""
            marking.record(loaded.scene, who, progress, work.now)
            work.save(loaded)
            if progress is Progress.MET and questions.asked(work, who) == Question(Asked.MEETING, lead):
                questions.stop_asking(work, who)
            return Reply(done="progress")

        return await self.door.do(actor, Right.HOLD, case)

    async def mark_again(self, actor: Actor, lead: int, progress: Progress) -> Reply:
        """The mark was a mistake; or, where it was made a while ago, it is made once more."""

        def case(work: Work) -> Reply:
            loaded = work.load(lead)
            is_gone = marking.mark_again(loaded.scene, actor.person or "", progress, work.now)
            work.save(loaded)
            return Reply(done="unmarked" if is_gone else "progress")

        return await self.door.do(actor, Right.HOLD, case)

    async def give_up(self, actor: Actor, lead: int) -> Reply:
        return await self._move(actor, lead, "returned", lambda s, who, w: holding.give_up(s, who, w.now))

    async def lost_reason(self, actor: Actor, lead: int, reason: str) -> Reply:
        return await self._move(
            actor, lead, "explained", lambda s, who, w: holding.put_lost_reason(s, who, reason, w.now)
        )

    async def bad_reason(self, actor: Actor, lead: int, reason: str) -> Reply:
        """Says why the lead is bad: by a tap, so nothing is to be typed any more."""

        def case(work: Work) -> Reply:
            loaded, who = work.load(lead), actor.person or ""
            holding.put_bad_reason(loaded.scene, who, reason, work.now)
            work.save(loaded)
            if questions.asked(work, who) == Question(Asked.REASON, lead):
                questions.stop_asking(work, who)
            return Reply(done="explained")

        return await self.door.do(actor, Right.HOLD, case)

    async def close(self, actor: Actor, lead: int, outcome: Outcome) -> Reply:
        """A lead that is won or lost closes at once, and what they brought is asked for after; bad asks the head.

        Where a sale needs its amount, that is asked for first, and the lead is closed with it.
        """
        if outcome is Outcome.BAD:
            return await self.door.do(actor, Right.HOLD, lambda work: _dispute(work, actor, lead))

        def case(work: Work) -> Reply:
            loaded = work.load(lead)
            if outcome is Outcome.WON and work.office.sale_needs is SaleNeeds.AMOUNT:
                return _ask_amount_first(work, actor, loaded.scene)
            holding.close(loaded.scene, actor.person or "", outcome, work.now)
            work.save(loaded)
            if outcome is Outcome.WON:
                questions.ask(work, actor.person or "", Asked.AMOUNT, lead)
            return Reply(done=outcome.value)

        return await self.door.do(actor, Right.HOLD, case)

    async def own_words(self, actor: Actor, lead: int) -> Reply:
        """Somebody taps `Своими словами`: what they send next says why they have declined or lost it."""

        def case(work: Work) -> Reply:
            scene, who = work.load(lead).scene, actor.person or ""
            if not questions.wants_reason(scene, who):
                raise Refused(Refusal.EXPLAINED_ALREADY)
            questions.ask(work, who, Asked.REASON, lead)
            return Reply(done="reason-asked")

        return await self.door.do(actor, Right.HOLD, case)

    async def _move(self, actor: Actor, lead: int, done: str, move: Move) -> Reply:
        def case(work: Work) -> Reply:
            loaded = work.load(lead)
            move(loaded.scene, actor.person or "", work)
            work.save(loaded)
            return Reply(done=done)

        return await self.door.do(actor, Right.HOLD, case)


def _ask_amount_first(work: Work, actor: Actor, scene: Scene) -> Reply:
    holding.refuse_unless_held(scene, actor.person or "")
    questions.ask(work, actor.person or "", Asked.SALE, scene.lead.id)
    return Reply(done="amount-asked")


def _dispute(work: Work, actor: Actor, lead: int) -> Reply:
    """The head is asked at once; what they read beside that is asked for after."""
    loaded = work.load(lead)
    holding.dispute(loaded.scene, actor.person or "", work.now)
    work.save(loaded)
    questions.ask(work, actor.person or "", Asked.REASON, lead)
    return Reply(done="disputed")
