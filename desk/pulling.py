"""The pull: who has what to ask for, and the card that says so; `Дать лид`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from desk import waiting_leads
from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.waiting_leads import asks, count_anew_tomorrow, pulled_today, theirs
from desk.work import Work
from leads.pulling import pull
from leads.refusals import Refusal, Refused
from leads.rights import Right
from storage import pulls
from storage.kinds import Urgency

JUST_NOW: Final = timedelta(seconds=5)
"""A word that is pressed again so soon was pressed twice: on a key below the chat no state can stand."""

IN_THE_CARD: Final = frozenset({Refusal.NOTHING_WAITS, Refusal.DAY_LIMIT})
"""What the card of leads that wait says itself."""


@dataclass(frozen=True, slots=True)
class Pulling:
    door: Door

    async def ask(self, actor: Actor, first: int) -> Reply:
        """Somebody asks for a lead: the oldest is theirs, whatever it is.

        `first`: the oldest when they saw the button. If they have that one, they have tapped twice.
        """

        def case(work: Work) -> Reply:
            who = actor.person or ""
            if pulls.has_pulled(work.store, who, first):
                raise Refused(Refusal.PULLED_ALREADY)
            _give(work, who)
            return Reply(done="claimed")

        return await self.door.do(actor, Right.HOLD, case)

    async def say(self, actor: Actor) -> Reply:
        """Somebody asks for a lead with the word below their chat. Where they get none, a message says why."""

        def case(work: Work) -> Reply:
            who = actor.person or ""
            if not asks(work, who) and not theirs(work, who):
                work.note(actor.chat, f"pull:{actor.update}", "nobody-asks", Urgency.ANSWER)
            elif pulls.pulled(work.store, who, work.now - JUST_NOW):
                waiting_leads.tell(work, [who], again=True)
            else:
                _give_or_say(work, actor, who)
            return NOTHING

        return await self.door.do(actor, Right.HOLD, case)


def _give_or_say(work: Work, actor: Actor, who: str) -> None:
    try:
        _give(work, who)
    except Refused as refused:
        if refused.why in IN_THE_CARD:
            waiting_leads.tell(work, [who], again=True)
            return
        args = {"refusal": refused.why.value}
        work.note(actor.chat, f"pull:{actor.update}", "refused", Urgency.ANSWER, **args)


def _give(work: Work, who: str) -> None:
    """The oldest lead that may be theirs. Raises Refused."""
    why, today = Refused(Refusal.NOTHING_WAITS), pulled_today(work, who)
    for one in theirs(work, who):
        loaded = work.load(one.id)
        try:
            pull(loaded.scene, who, today, work.now)
        except Refused as refused:
            why = refused
            continue
        work.save(loaded)
        if loaded.scene.segment.day_limit:
            count_anew_tomorrow(work, who)
        return
    raise why
