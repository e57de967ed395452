"""The pull: who has what to ask for, and the card that says so; `Дать лид`."""

from __future__ import annotations

from dataclasses import dataclass

from desk.actor import Actor, Reply
from desk.door import Door
from desk.waiting_leads import count_anew_tomorrow, pulled_today, theirs
from desk.work import Work
from leads.pulling import pull
from leads.refusals import Refusal, Refused
from leads.rights import Right
from storage import pulls


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
