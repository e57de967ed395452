"""Coming and going: /on and /off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.desk.door import Door
from bot.desk.work import Work
from handlers.actor import NOTHING, Actor, Reply
from leads import teams
from leads.offering import advance
from leads.office import Presence as Rule
from leads.office import Role
from leads.presence import Absence, check_in
from leads.wall_clock import midnight
from storage import offices, people, scenes
from storage.cards import Urgency
from storage.due import waiting_for
from storage.set_up import write_tickets


@dataclass(frozen=True, slots=True)
class Presence:
    door: Door

    async def on(self, actor: Actor) -> Reply:
        """Back at work: at the end of the line, and there at once for the leads that wait for him or for anybody."""

        async def case(work: Work) -> Reply:
            who = actor.person or ""
            worker = (await scenes.read_workers(work.conn))[who]
            by_hours = work.office.presence is Rule.HOURS
            is_away = worker.paused or (worker.leave_until and work.now < worker.leave_until)
            if by_hours and not is_away:
                await work.note(actor.chat, f"on:{actor.update}", "on-already", Urgency.ANSWER)
                return NOTHING
            await _check_in(work, who)
            await _touch_lists(work, who)
            await work.log("on", who=who)
            await work.note(actor.chat, f"on:{actor.update}", "on", Urgency.ANSWER)
            await _meet_waiting(work, who)
            return NOTHING

        return await self.door.do(actor, Role.MANAGER, case)

    async def off(self, actor: Actor, until: str = "") -> Reply:
        """Away: nothing is offered, nothing accrues; what he holds he keeps. With a day he is back by himself then."""

        async def case(work: Work) -> Reply:
            who = actor.person or ""
            back = read_day(until, work.today) if until else None
            if until and back is None:
                await work.note(actor.chat, f"off:{actor.update}", "off-usage", Urgency.ANSWER)
                return NOTHING
            if back is None:
                await people.change(work.conn, who, paused=Absence.PAUSED, checked_in=False)
            else:
                morning = midnight(back, work.office.timezone)
                await people.change(work.conn, who, leave_until=morning)
            await _touch_lists(work, who)
            day = back.isoformat() if back else None
            await work.log("off", who=who, until=day)
            key, args = ("off-until", {"day": day}) if day else ("off", {})
            await work.note(actor.chat, f"off:{actor.update}", key, Urgency.ANSWER, **args)
            return NOTHING

        return await self.door.do(actor, Role.MANAGER, case)


def read_day(text: str, today: date) -> date | None:
    """The day of return as people write it: `01.12`, `1.12.2026`, `7d`, `7 дней`; None if it is none, or not ahead.

    Without a year it is the next such day.
    """
    if days := re.fullmatch(r"(\d{1,3})\s*(?:d|д|дн|дней|дня|день|days?)?", text.strip(), re.IGNORECASE):
        return today + timedelta(days=int(days.group(1))) if int(days.group(1)) else None
    found = re.fullmatch(
        r"(?:до\s+|until\s+)?(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?", text.strip(), re.IGNORECASE
    )
    if not found:
        return None
    day, month, year = (int(part) if part else None for part in found.groups())
    for candidate in [year] if year else [today.year, today.year + 1]:
        try:
            meant = date(candidate, month or 0, day or 0)
        except ValueError:
            continue
        if meant > today:
            return meant
    return None


async def _meet_waiting(work: Work, who: str) -> None:
    for lead in await waiting_for(work.conn, who):
        loaded = await work.load(lead)
        advance(loaded.scene, work.now)
        await work.save(loaded)


async def _touch_lists(work: Work, who: str) -> None:
    """Whoever is choosing among managers sees at once who has come or gone."""
    for segment in work.office.segments:
        if who in segment.members:
            await work.touch_lists(segment)


async def _check_in(work: Work, who: str) -> None:
    """Whoever checks in stands at the end of every line he is in."""
    workers = await scenes.read_workers(work.conn)
    check_in(workers, who, work.now)
    await scenes.save_worker(work.conn, workers[who])
    for segment in work.office.segments:
        if who in segment.members:
            standings = await offices.read_standings(work.conn, offices.FIRST, segment.id)
            teams.to_the_end(standings, who)
            await write_tickets(work.conn, segment.id, standings)
