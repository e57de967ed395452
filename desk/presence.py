"""Coming and going: /on and /off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from contacts.absences import Absent, read_absence
from contacts.days import Unread
from desk import waiting_leads
from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.leaving import forget_leave, tell_of_leave
from desk.rechecking import recheck_offers
from desk.work import Work
from leads import teams
from leads.entries.people import LeaveDropped, Off, On
from leads.hours import next_opening
from leads.offering import advance
from leads.office import DAY
from leads.office import Presence as Rule
from leads.presence import Absence, Worker, check_in, leave_ahead, on_leave, reachable, rests
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.wall_clock import wall
from storage import cards, offices, people, scenes
from storage.due import waiting_for
from storage.kinds import Change, Urgency
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
            _come_back(work, who)
            work.note(actor.chat, f"on:{actor.update}", "on", Urgency.ANSWER)
            _meet_waiting(work, who)
            return NOTHING

        return await self.door.do(actor, Right.COME_AND_GO, case)

    async def bring_back(self, actor: Actor, who: str) -> Reply:
        """The head taps `Вернуть на линию`: whoever is on pause gets leads again, and is told by whom."""

        def case(work: Work) -> Reply:
            bring_back(work, actor, who)
            return Reply(done="brought-back", names=(people.names(work.store)[who],))

        return await self.door.do(actor, Right.BRING_BACK, case)

    async def off(self, actor: Actor, until: str = "") -> Reply:
        """Somebody is away: nothing is offered, nothing accrues; what they hold they keep. With a day, that ends it."""

        def case(work: Work) -> Reply:
            away = read_absence(until, work.now, work.office.timezone) if until.strip() else None
            if isinstance(away, Unread):
                key = "off-not-ahead" if away is Unread.NOT_AHEAD else "off-usage"
                work.note(actor.chat, f"off:{actor.update}", key, Urgency.ANSWER)
            elif away:
                _leave(work, actor, away)
            else:
                pause(work, actor.person or "")
                work.note(actor.chat, f"off:{actor.update}", "off", Urgency.ANSWER)
            return NOTHING

        return await self.door.do(actor, Right.COME_AND_GO, case)


def _come_back(work: Work, who: str, by: str | None = None) -> None:
    _check_in(work, who)
    _touch_lists(work, who)
    work.log(On(who, None if by == who else by))
    cards.changed(work.store, Change.LEFT, who)


def bring_back(work: Work, actor: Actor, who: str) -> None:
    """Ends somebody's pause by the hand of somebody else, of whom they are told.

    Raises Refused for whom Telegram does not reach, and for whoever is there.
    """
    worker = scenes.read_workers(work.store).get(who)
    if worker is None or not work.office.has(who) or reachable(worker):
        raise Refused(Refusal.UNREACHABLE)
    if not worker.paused:
        raise Refused(Refusal.THERE_ALREADY)
    _come_back(work, who, by=actor.person)
    chat = work.office.person(who).telegram_id
    if chat and who != actor.person:
        name = people.names(work.store)[actor.person or ""]
        work.note(chat, f"on:{actor.update}", "on-by", name=name)
    _meet_waiting(work, who)


def pause(work: Work, who: str, by: str | None = None) -> None:
    """Nothing is offered to them from now on. `by`: who has said so, if somebody else."""
    people.change(work.store, who, paused=Absence.PAUSED, checked_in=False)
    _touch_lists(work, who)
    work.log(Off(who, None, by=by))
    recheck_offers(work, who)


def take_leave(work: Work, who: str, away: Absent, by: str | None = None) -> None:
    """From now on, or from a moment to come, to that of their return; it replaces a leave told of before."""
    zone = work.office.timezone
    people.change(work.store, who, leave_from=away.begins, leave_until=away.back)
    _touch_lists(work, who)
    day = wall(away.back, zone).date().isoformat()
    work.log(Off(who, day if away.by_days else away.back.isoformat(), away.begins, by))
    recheck_offers(work, who)
    if away.back - (away.begins or work.now) >= DAY:  # else they are back before anybody is missed
        tell_of_leave(work, who, away.begins)
    else:
        forget_leave(work, who)


def drop_leave(work: Work, who: str, by: str | None = None) -> None:
    """Somebody is there after all: a leave that is planned is given up, one that has begun is over."""
    if leave_ahead(scenes.read_workers(work.store)[who], work.now):
        people.change(work.store, who, leave_from=None, leave_until=None)
        work.log(LeaveDropped(who, by))
        forget_leave(work, who)
        recheck_offers(work, who)
    else:
        _come_back(work, who, by)
        _meet_waiting(work, who)


def _leave(work: Work, actor: Actor, away: Absent) -> None:
    take_leave(work, actor.person or "", away)
    key, said = _said(work, actor.person or "", away)
    work.note(actor.chat, f"off:{actor.update}", key, Urgency.ANSWER, **said)


def back_again(work: Work, who: str, back: datetime) -> list[str | int]:
    """Returns when leads come to them again after their return, for a note."""
    return _dated(work, _again(work, who, back))


def _said(work: Work, who: str, away: Absent) -> tuple[str, dict[str, Any]]:
    """The answer: from when to when, and when leads come again."""
    zone, again = work.office.timezone, _again(work, who, away.back)
    back = wall(away.back, zone)
    begins = wall(away.begins, zone) if away.begins else None
    said: dict[str, Any] = {"back": _dated(work, back), "again": _dated(work, again), "end": f"{back:%H:%M}"}
    is_long = away.back - (away.begins or work.now) >= DAY
    said["buffer"] = int(work.office.leave_buffer.total_seconds()) if is_long else 0
    if begins:
        last = back - timedelta(days=1)
        said |= {"first": _dated(work, begins), "last": _dated(work, last), "start": f"{begins:%H:%M}"}
    if not away.by_days:
        is_one_day = begins is not None and begins.date() == back.date()
        return ("off-hours" if is_one_day else "off-span" if begins else "off-until-hour"), said
    if begins and begins.time() != time():
        return "off-rest", said
    later = "" if again.date() == back.date() else "-later"
    return ("off-from" if begins else "off-until") + later, said


def _again(work: Work, who: str, back: datetime) -> datetime:
    """When their hours begin again after their return, by the clock on the wall."""
    office = work.office
    opens = next_opening(office.schedule_of(who), office.timezone, back, work.is_holiday)
    return wall(opens or back, office.timezone)


def _dated(work: Work, moment: datetime) -> list[str | int]:
    """A day for a note, which names the year where it is not this one; and the time beside it."""
    return [moment.date().isoformat(), work.today.year, f"{moment:%H:%M}"]


def _stay(work: Work, actor: Actor, worker: Worker) -> None:
    """Brings this person back; a leave that is planned is given up."""
    again = _dated(work, _again(work, worker.id, work.now))
    key = "on-rests" if rests(work.office, worker.id, work.now, work.is_holiday) else "on-already"
    if leave_ahead(worker, work.now):
        key = "on-stays"
        drop_leave(work, worker.id)
    work.note(actor.chat, f"on:{actor.update}", key, Urgency.ANSWER, again=again)


def _meet_waiting(work: Work, who: str) -> None:
    for lead in waiting_for(work.store, who):
        loaded = work.load(lead)
        advance(loaded.scene, work.now)
        work.save(loaded)
    waiting_leads.meet(work, who)


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
