"""Coming and going: /on and /off."""

from __future__ import annotations

from dataclasses import dataclass

from bot.desk.door import Door
from bot.desk.work import Work
from handlers.actor import NOTHING, Actor, Reply
from leads import turns
from leads.offering import advance
from leads.office import Presence as Rule
from leads.office import Role
from leads.presence import Absence
from leads.scene import Due
from storage import offices, people, scenes
from storage.cards import Urgency
from storage.due import waiting_for


@dataclass(frozen=True, slots=True)
class Presence:
    door: Door

    async def on(self, actor: Actor) -> Reply:
        """Back at work: at the end of the line, and first of all for the clients who wait for him."""

        async def case(work: Work) -> Reply:
            who = actor.person or ""
            worker = (await scenes.read_workers(work.conn))[who]
            by_hours = work.office.presence is Rule.HOURS
            if by_hours and not worker.paused and not worker.leave_until:
                await work.note(actor.chat, f"on:{actor.update}", "on-already", Urgency.ANSWER)
                return NOTHING
            await people.change(work.conn, who, paused=None, checked_in=True, lapses=0, leave_until=None)
            await _to_the_end(work, who)
            await work.log("on", who=who)
            await work.note(actor.chat, f"on:{actor.update}", "on", Urgency.ANSWER)
            await _meet_own_clients(work, who)
            return NOTHING

        return await self.door.do(actor, Role.MANAGER, case)

    async def off(self, actor: Actor) -> Reply:
        """Away: nothing is offered, nothing accrues; what he holds he keeps."""

        async def case(work: Work) -> Reply:
            who = actor.person or ""
            await people.change(work.conn, who, paused=Absence.PAUSED, checked_in=False)
            await work.log("off", who=who)
            await work.note(actor.chat, f"off:{actor.update}", "off", Urgency.ANSWER)
            return NOTHING

        return await self.door.do(actor, Role.MANAGER, case)


async def _meet_own_clients(work: Work, who: str) -> None:
    for lead in await waiting_for(work.conn, who, Due.OWNER):
        loaded = await work.load(lead)
        advance(loaded.scene, work.now)
        await work.save(loaded)


async def _to_the_end(work: Work, who: str) -> None:
    """Whoever checks in stands at the end of every line he is in."""
    for segment in work.office.segments:
        standings = await offices.read_standings(work.conn, offices.FIRST, segment.id)
        if who in standings:
            ticket = turns.next_ticket(standings)
            await offices.write_ticket(work.conn, segment.id, who, ticket)
