"""The manager's side: claim or decline an offer, work the lead, tell the outcome."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from contacts.amounts import is_rather_a_phone, read_amount
from desk import amounts
from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.work import Work
from leads import answers, holding
from leads.lead import MOST_HUNDREDTHS, Outcome, Progress
from leads.refusals import Refusal, Refused
from leads.rights import Right, may
from leads.scene import Scene
from storage.kinds import Urgency

Move = Callable[[Scene, str, Work], None]


@dataclass(frozen=True, slots=True)
class Claims:
    door: Door

    async def claim(self, actor: Actor, lead: int) -> Reply:
        return await self._move(actor, lead, "claimed", lambda s, who, w: answers.claim(s, who, w.now))

    async def decline(self, actor: Actor, lead: int) -> Reply:
        return await self._move(actor, lead, "declined", lambda s, who, w: answers.decline(s, who, w.now))

    async def explain(self, actor: Actor, lead: int, reason: str) -> Reply:
        return await self._move(
            actor, lead, "explained", lambda s, who, w: answers.explain(s, who, reason, w.now)
        )

    async def record(self, actor: Actor, lead: int, progress: Progress) -> Reply:
        return await self._move(
            actor, lead, "progress", lambda s, who, w: holding.record(s, who, progress, w.now)
        )

    async def give_up(self, actor: Actor, lead: int) -> Reply:
        return await self._move(actor, lead, "returned", lambda s, who, w: holding.give_up(s, who, w.now))

    async def lost_reason(self, actor: Actor, lead: int, reason: str) -> Reply:
        return await self._move(
            actor, lead, "explained", lambda s, who, w: holding.put_lost_reason(s, who, reason, w.now)
        )

    async def close(self, actor: Actor, lead: int, outcome: Outcome) -> Reply:
        """A lead that is won or lost closes at once, and what they brought is asked for after; bad asks the head."""
        if outcome is Outcome.BAD:
            return await self._move(actor, lead, "disputed", lambda s, who, w: holding.dispute(s, who, w.now))

        def case(work: Work) -> Reply:
            loaded = work.load(lead)
            holding.close(loaded.scene, actor.person or "", outcome, work.now)
            work.save(loaded)
            if outcome is Outcome.WON:
                amounts.ask(work, actor.person or "", lead)
            return Reply(done=outcome.value)

        return await self.door.do(actor, Right.HOLD, case)

    async def skip_amount(self, actor: Actor, lead: int) -> Reply:
        def case(work: Work) -> Reply:
            if work.load(lead).scene.lead.holder != actor.person:
                raise Refused(Refusal.NOT_YOURS)
            if amounts.asked(work, actor.person or "") != lead:
                raise Refused(Refusal.EXPLAINED_ALREADY)
            amounts.stop_asking(work, actor.person or "")
            return Reply(done="skipped")

        return await self.door.do(actor, Right.HOLD, case)

    async def hear(self, actor: Actor, text: str) -> bool:
        """Hears a typed answer: the amount of a sale, if one was asked for.

        False if nothing waits for this text.
        """
        if not may(actor.roles, Right.HOLD):
            return False
        is_awaited = await self.door.read(lambda work: amounts.asked(work, actor.person or "") is not None)
        is_phone, amount = is_rather_a_phone(text), read_amount(text)
        is_no_answer = is_phone or amount is None
        if not is_awaited or (is_no_answer and may(actor.roles, Right.TAKE_IN)):
            return False

        def case(work: Work) -> Reply:
            _settle(work, actor, amount, is_phone=is_phone)
            return NOTHING

        await self.door.do(actor, Right.HOLD, case)
        return True

    async def _move(self, actor: Actor, lead: int, done: str, move: Move) -> Reply:
        def case(work: Work) -> Reply:
            loaded = work.load(lead)
            move(loaded.scene, actor.person or "", work)
            work.save(loaded)
            return Reply(done=done)

        return await self.door.do(actor, Right.HOLD, case)


def _settle(work: Work, actor: Actor, amount: int | None, *, is_phone: bool) -> None:
    """Writes the amount down, or says why not. For a telephone number nobody waits any longer."""
    who = actor.person or ""
    lead = amounts.asked(work, who)
    if is_phone:
        amounts.stop_asking(work, who)
        why = "is-a-phone"
    elif amount is None or lead is None:
        why = "not-understood"
    elif amount > MOST_HUNDREDTHS:
        why = "too-large"
    else:
        amounts.put(work, who, actor.chat, lead, amount, actor.update)
        return
    work.note(actor.chat, f"amount:{actor.update}", f"amount-{why}", Urgency.ANSWER)
