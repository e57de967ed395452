"""Coming and going: /on and /off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from contacts.days import Away, Unread, read_away
from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.rechecking import recheck_offers
from desk.work import Work
from leads import teams
from leads.entries.people import LeaveDropped, Off, On
from leads.offering import advance
from leads.office import Presence as Rule
from leads.presence import Absence, Worker, check_in, leave_ahead, on_leave
from leads.rights import Right
from leads.wall_clock import midnight
from storage import offices, people, scenes
from storage.due import waiting_for
from storage.kinds import Urgency
from storage.set_up import write_tickets


@dataclass(frozen=True, slots=True)
class Presence:
    door: Door

    async def on(self, actor: Actor) -> Reply:
        """Somebody is back at work: at the end of the line,
        and there at once for the leads that wait for them or for anybody.
        """

        def case(work: Work) -> Reply:
            who = actor.person or ""
            worker = scenes.read_workers(work.store)[who]
            by_hours = work.office.presence is Rule.HOURS
            if by_hours and not worker.paused and not on_leave(worker, work.now):
                _stay(work, actor, worker)
                return NOTHING
            _check_in(work, who)
            _touch_lists(work, who)
            work.log(On(who))
            work.note(actor.chat, f"on:{actor.update}", "on", Urgency.ANSWER)
            _meet_waiting(work, who)
            return NOTHING

        return await self.door.do(actor, Right.COME_AND_GO, case)

    async def off(self, actor: Actor, until: str = "") -> Reply:
        """Somebody is away: nothing is offered, nothing accrues; what they hold they keep. With a day, that ends it."""

        def case(work: Work) -> Reply:
            away = read_away(until, work.now, work.office.timezone) if until.strip() else None
            if isinstance(away, Unread):
                key = "off-not-ahead" if away is Unread.NOT_AHEAD else "off-usage"
                work.note(actor.chat, f"off:{actor.update}", key, Urgency.ANSWER)
            elif away:
                _leave(work, actor, away)
            else:
                _pause(work, actor)
            return NOTHING

        return await self.door.do(actor, Right.COME_AND_GO, case)


def _pause(work: Work, actor: Actor) -> None:
    who = actor.person or ""
    people.change(work.store, who, paused=Absence.PAUSED, checked_in=False)
    _touch_lists(work, who)
    work.log(Off(who, None))
    recheck_offers(work, who)
    work.note(actor.chat, f"off:{actor.update}", "off", Urgency.ANSWER)


def _leave(work: Work, actor: Actor, away: Away) -> None:
    """From now on, or from a morning to come, to the morning of their return; it replaces a leave told of before."""
    who, zone = actor.person or "", work.office.timezone
    begins = midnight(away.first, zone) if away.first else None
    people.change(work.store, who, leave_from=begins, leave_until=midnight(away.back, zone))
    _touch_lists(work, who)
    work.log(Off(who, away.back.isoformat(), begins))
    recheck_offers(work, who)
    days = {"back": _dated(work, away.back)}
    if away.first:
        days |= {"first": _dated(work, away.first), "last": _dated(work, away.back - timedelta(days=1))}
    key = "off-from" if away.first else "off-until"
    work.note(actor.chat, f"off:{actor.update}", key, Urgency.ANSWER, **days)


def _dated(work: Work, day: date) -> list[str | int]:
    """A day for a note, which names the year where it is not this one."""
    return [day.isoformat(), work.today.year]


def _stay(work: Work, actor: Actor, worker: Worker) -> None:
    """Brings this person back; a leave that is planned is given up."""
    key = "on-already"
    if leave_ahead(worker, work.now):
        key = "on-stays"
        people.change(work.store, worker.id, leave_from=None, leave_until=None)
        work.log(LeaveDropped(worker.id))
        recheck_offers(work, worker.id)
    work.note(actor.chat, f"on:{actor.update}", key, Urgency.ANSWER)


def _meet_waiting(work: Work, who: str) -> None:
    for lead in waiting_for(work.store, who):
        loaded = work.load(lead)
        advance(loaded.scene, work.now)
        work.save(loaded)


def _touch_lists(work: Work, who: str) -> None:
    """Whoever is choosing among managers sees at once who has come or gone."""
    for segment in work.office.segments:
        if who in segment.members:
            work.touch_lists(segment)


def _check_in(work: Work, who: str) -> None:
    """Whoever checks in stands at the end of every line they are in."""
    workers = scenes.read_workers(work.store)
    check_in(workers, who, work.now)
    scenes.save_worker(work.store, workers[who])
    for segment in work.office.segments:
        if who in segment.members:
            standings = offices.read_standings(work.store, segment.id)
            teams.to_the_end(standings, who)
            write_tickets(work.store, segment.id, standings)
