"""What is next with a lead that somebody has: a promised call or meeting, the first call, how things stand.

A held lead has one deadline, that of its next step: what the client was promised goes before all else, the first call
before the question what has come of it. What is told, how often and to whom, stands in `TELLINGS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final

from leads.entries.hands import CameDue, Reminded
from leads.hours import open_for
from leads.lead import OWNED, Appointment, Deadline, Due, Lead, Promised
from leads.presence import on_leave, reachable
from leads.scene import Scene

AGAIN: Final = timedelta(minutes=15)
"""So long after a promised call came due without a sign of it, it is told again."""

AHEAD: Final = timedelta(hours=1)
"""So long before a meeting its holder is told of it."""


class To(Enum):
    """Says who is told."""

    HOLDER = auto()
    HEAD = auto()  # and the holder


TELLINGS: Final[Mapping[Due, tuple[To, ...]]] = {
    Due.CALL_BACK: (To.HOLDER, To.HOLDER, To.HEAD),
    Due.MEETING: (To.HOLDER, To.HOLDER),
    Due.FIRST_CONTACT: (To.HOLDER, To.HEAD),
}
"""To whom each telling of what came due goes."""

DUE_OF: Final[Mapping[Promised, Due]] = {
    Promised.CALL_BACK: Due.CALL_BACK,
    Promised.MEETING: Due.MEETING,
}


def next_step(lead: Lead) -> Deadline | None:
    """Returns what is to be done next with a lead that somebody has, and by when; None where nothing is planned.

    What came due stays the next step until it is done, at the time that was promised.
    """
    if lead.state not in OWNED:
        return None
    if lead.appointment:
        return Deadline(DUE_OF[lead.appointment.what], lead.appointment.at)
    return lead.deadline


def is_overdue(lead: Lead, now: datetime) -> bool:
    """Tells whether somebody who has a lead was to do something with it by now: what was promised, call, report."""
    step = next_step(lead)
    return lead.state in OWNED and bool(lead.reminders or lead.uncalled or (step and step.at <= now))


def next_due(scene: Scene, since: datetime) -> Deadline | None:
    """Returns the deadline of a held lead; None when all has been told.

    `since`: what was told last, or the last sign of life.
    """
    lead = scene.lead
    promised = _promised(lead.appointment, since) if lead.appointment else None
    return promised or _first_contact(scene, since) or next_reminder(scene, since)


def next_reminder(scene: Scene, since: datetime) -> Deadline | None:
    """Returns when the holder is next asked what has come of it; None when they have been asked often enough."""
    steps, done = scene.office.outcome_reminders, scene.lead.reminders
    if done >= len(steps):
        return None
    before = steps[done - 1] if done else timedelta(0)
    return Deadline(Due.REMINDER, since + steps[done] - before)


def _promised(appointment: Appointment, since: datetime) -> Deadline | None:
    due, told = DUE_OF[appointment.what], appointment.told
    if told >= len(TELLINGS[due]):
        return None
    if due is Due.MEETING:
        ahead = appointment.at - AHEAD
        return Deadline(due, ahead if not told and since < ahead else appointment.at)
    return Deadline(due, max(appointment.at, since) + AGAIN if told else appointment.at)


def _first_contact(scene: Scene, since: datetime) -> Deadline | None:
    """In the holder's working time from the claim on; as long again, and the head hears of it."""
    lead, office = scene.lead, scene.office
    told, within = lead.uncalled, office.first_contact
    if told is None or lead.held_at is None:
        return None
    start = min(lead.held_at, since)  # by a clock that was ahead it may have been taken later than now
    return _contact_within(scene, start, within * (told + 1))


def _contact_within(scene: Scene, start: datetime, within: timedelta) -> Deadline | None:
    lead, office = scene.lead, scene.office
    told = lead.uncalled
    if lead.holder is None or told is None or told >= len(TELLINGS[Due.FIRST_CONTACT]) or not within:
        return None
    at = open_for(office.schedule_of(lead.holder), office.timezone, start, within, scene.is_holiday)
    return Deadline(Due.FIRST_CONTACT, at) if at else None


def come_due(scene: Scene, now: datetime) -> None:
    """Tells of what has come due with a lead that somebody has, and plans what is next."""
    lead = scene.lead
    due, holder = lead.deadline.kind if lead.deadline else Due.REMINDER, lead.holder or ""
    since = now
    if due is Due.REMINDER:
        scene.say(Reminded(holder, lead.reminders + 1), now)
        lead.deadline = next_reminder(scene, now)
        return
    if due is Due.FIRST_CONTACT:
        since = lead.held_at or now  # nobody has been heard of since
    if (times := _telling(scene, due, now)) is not None:
        scene.say(CameDue(holder, due, times), now)
    lead.deadline = next_due(scene, since)
    if due is Due.FIRST_CONTACT and lead.deadline and lead.deadline.at <= now:
        # told late, after the program was off: whoever hears of it only now has as long again from now
        again = _contact_within(scene, now, scene.office.first_contact)
        lead.deadline = again or next_reminder(scene, now)


def _telling(scene: Scene, due: Due, now: datetime) -> int | None:
    """Which telling it is; None where there is nothing left to tell: the client is forgotten, the rule is off."""
    lead, last = scene.lead, len(TELLINGS[due])
    if due is Due.FIRST_CONTACT:
        told = lead.uncalled if scene.office.first_contact else None
    else:
        told = lead.appointment.told if lead.appointment and DUE_OF[lead.appointment.what] is due else None
    if told is None or told >= last:
        return None
    is_late = due is Due.MEETING and lead.appointment is not None and now >= lead.appointment.at
    return last if is_late or (TELLINGS[due][-1] is To.HEAD and is_away(scene, now)) else told + 1


def is_away(scene: Scene, now: datetime) -> bool:
    """Tells whether the holder would not hear of it, or has said that they go. Their hours do not matter here."""
    worker = scene.workers.get(scene.lead.holder or "")
    return worker is None or bool(reachable(worker) or worker.paused or on_leave(worker, now))


def first_moment(appointment: Appointment, times: int) -> datetime:
    """Returns the earliest moment at which this telling of it may come."""
    ahead = AHEAD if appointment.what is Promised.MEETING and times == 1 else timedelta(0)
    return appointment.at - ahead
