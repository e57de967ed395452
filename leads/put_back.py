"""A clock that was wrong and has been put back: what was planned by it lies too far ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from leads.binding import deadline_of
from leads.deadlines import repeat_at
from leads.entries.asking import ClockPutBack
from leads.holding import next_reminder
from leads.lead import Deadline, Due
from leads.routing import RETRY
from leads.scene import Scene

ROUNDING = timedelta(seconds=1)


def put_back(scene: Scene, now: datetime) -> bool:
    """Brings the lead's deadline nearer, if need be; the ledger keeps that, for its times run backwards there.

    Returns whether it lay further ahead than any that is set now; then it is as near as that.
    Hours of opening and days of return are times on the wall, and stay what they are.
    """
    deadline = scene.lead.deadline
    latest = _latest(scene, now)
    if deadline is None or latest is None or deadline.at <= latest.at + ROUNDING:
        return False
    scene.lead.deadline = latest
    scene.say(ClockPutBack(deadline.kind), now)
    return True


def _latest(scene: Scene, now: datetime) -> Deadline | None:
    """The deadline if it were set now; None where the clock's error does not matter."""
    match scene.lead.deadline:
        case Deadline(kind=Due.ACK | Due.STEP | Due.AWAY) if scene.live:
            return deadline_of(scene, replace(scene.live, at=now, delivered_at=None), now)
        case Deadline(kind=Due.REPEAT):
            return Deadline(Due.REPEAT, repeat_at(scene, now))
        case Deadline(kind=Due.RETRY):
            return Deadline(Due.RETRY, now + RETRY)
        case Deadline(kind=Due.REMINDER) if scene.lead.held_at and scene.lead.held_at > now:
            return next_reminder(scene, now)
    return None
