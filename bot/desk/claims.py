"""The manager's side: claim or decline an offer, work the lead, tell the outcome."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.desk.door import Door
from bot.desk.work import Work
from handlers.actor import NOTHING, Actor, Reply
from leads import answers, holding
from leads.office import Role
from leads.refusals import Refusal, Refused
from leads.scene import Outcome, Progress, Scene
from storage import cards, people
from storage.cards import Urgency

TAKERS = (Role.MANAGER, Role.HEAD, Role.DIRECTOR)  # who may hold a lead

Move = Callable[[Scene, str, Work], None]


@dataclass(frozen=True, slots=True)
class Claims:
    door: Door

    async def claim(self, actor: Actor, lead: int) -> Reply:
        return await self._move(actor, lead, "claimed", lambda s, who, w: answers.claim(s, who, w.now))

    async def decline(self, actor: Actor, lead: int) -> Reply:
        return await self._move(actor, lead, "declined", lambda s, who, w: answers.decline(s, who, w.now))

    async def explain(self, actor: Actor, lead: int, reason: str) -> Reply:
        return await self._move(actor, lead, "explained", lambda s, who, _: answers.explain(s, who, reason))

    async def record(self, actor: Actor, lead: int, progress: Progress) -> Reply:
        return await self._move(
            actor, lead, "progress", lambda s, who, w: holding.record(s, who, progress, w.now)
        )

    async def give_up(self, actor: Actor, lead: int) -> Reply:
        return await self._move(actor, lead, "returned", lambda s, who, w: holding.give_up(s, who, w.now))

    async def lost_reason(self, actor: Actor, lead: int, reason: str) -> Reply:
        return await self._move(
            actor, lead, "explained", lambda s, who, _: holding.put_lost_reason(s, who, reason)
        )

    async def close(self, actor: Actor, lead: int, outcome: Outcome) -> Reply:
        """Won and lost close at once, and what they brought is asked for after; bad asks the head."""
        if outcome is Outcome.BAD:
            return await self._move(actor, lead, "disputed", lambda s, who, w: holding.dispute(s, who, w.now))

        async def case(work: Work) -> Reply:
            loaded = await work.load(lead)
            holding.close(loaded.scene, actor.person or "", outcome, work.now)
            await work.save(loaded)
            if outcome is Outcome.WON:
                await _ask_amount(work, actor, lead)
            return Reply(done=outcome.value)

        return await self.door.do(actor, TAKERS, case)

    async def skip_amount(self, actor: Actor, lead: int) -> Reply:
        async def case(work: Work) -> Reply:
            if (await work.load(lead)).scene.lead.holder != actor.person:
                raise Refused(Refusal.NOT_YOURS)
            if await _asked(work, actor) != lead:
                raise Refused(Refusal.EXPLAINED_ALREADY)
            await _answered(work, actor, lead)
            return Reply(done="skipped")

        return await self.door.do(actor, TAKERS, case)

    async def hear(self, actor: Actor, text: str) -> bool:
        """A typed answer: the amount of a sale, if one was asked for. False if nothing waits for this text."""
        amount = read_amount(text)
        async with self.door.read() as work:
            is_awaited = await _asked(work, actor) is not None
        if not is_awaited or (amount is None and Role.SECRETARY in actor.roles):
            return False

        async def case(work: Work) -> Reply:
            lead = await _asked(work, actor)
            if amount is None or lead is None:
                await work.note(actor.chat, f"amount:{actor.update}", "amount-not-understood", Urgency.ANSWER)
            else:
                await _put_amount(work, actor, lead, amount)
            return NOTHING

        await self.door.do(actor, TAKERS, case)
        return True

    async def _move(self, actor: Actor, lead: int, done: str, move: Move) -> Reply:
        async def case(work: Work) -> Reply:
            loaded = await work.load(lead)
            move(loaded.scene, actor.person or "", work)
            await work.save(loaded)
            return Reply(done=done)

        return await self.door.do(actor, TAKERS, case)


async def _asked(work: Work, actor: Actor) -> int | None:
    """The lead whose amount he is being asked for."""
    found = await people.by_ids(work.conn, [actor.person or ""])
    return next((person.asked for person in found.values()), None)


async def _ask_amount(work: Work, actor: Actor, lead: int) -> None:
    """Of one sale at a time: the card of an earlier one stops asking, for a number typed now is not for it."""
    earlier = await _asked(work, actor)
    await people.change(work.conn, actor.person or "", asked=lead)
    if earlier is not None:
        await cards.touch(work.conn, "lead", str(earlier))


async def _put_amount(work: Work, actor: Actor, lead: int, amount: int) -> None:
    loaded = await work.load(lead)
    holding.put_amount(loaded.scene, actor.person or "", amount)
    await people.change(work.conn, actor.person or "", asked=None)
    number = loaded.scene.lead.number
    await work.save(loaded)
    args = {"number": number, "amount": amount}
    await work.note(actor.chat, f"amount:{actor.update}", "amount-saved", Urgency.ANSWER, **args)


async def _answered(work: Work, actor: Actor, lead: int) -> None:
    """Nothing more is asked; the card stops asking."""
    await people.change(work.conn, actor.person or "", asked=None)
    await work.save(await work.load(lead))


def read_amount(text: str) -> int | None:
    """An amount as people write it (`120 000`, `120000 руб.`, `99,90`, `150к`), in hundredths; None if it is none."""
    found = re.fullmatch(
        r"(\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d{1,12})(?:[.,](\d{1,2}))?\s*(к|k|тыс\.?|млн\.?)?\s*(?:₽|руб\.?|р\.?)?",
        text.strip(),
        re.IGNORECASE,
    )
    if not found:
        return None
    whole, part, scale = found.groups()
    hundredths = int(re.sub(r"\D", "", whole)) * 100 + int((part or "0").ljust(2, "0"))
    return hundredths * {"к": 1000, "k": 1000, "т": 1000, "м": 1_000_000}.get((scale or " ")[0].lower(), 1)
