"""The holder marks a step on the way to the outcome, and takes back one that was marked by mistake."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from leads.entries.hands import Progressed, Unmarked
from leads.holding import plan_next, refuse_unless_held
from leads.lead import Progress
from leads.refusals import Refusal, Refused
from leads.scene import Scene

ANOTHER_TRY: Final = timedelta(minutes=1)
"""Nobody tries twice within such a time: the second tap on `Недозвон` takes the first one back; later it is a try."""


def record(scene: Scene, who: str, progress: Progress, now: datetime, *, by_call: bool = False) -> None:
    """The holder marks a step on the way to the outcome. `by_call`: their telephone does. Raises Refused."""
    refuse_unless_held(scene, who)
    scene.say(Progressed(who, progress, by_call), now)
    plan_next(scene, now)


def mark_again(scene: Scene, who: str, progress: Progress, now: datetime) -> bool:
    """The holder taps the step that they have marked last: it was a mistake, and is taken back.

    Returns whether it is; where that is too long ago the step is marked once more. Raises Refused, of a meeting that
    was marked too long ago, too.
    """
    refuse_unless_held(scene, who)
    last = scene.lead.last_mark
    if last is None or scene.lead.progress is not progress:
        raise Refused(Refusal.NOT_MARKED)
    undo = scene.office.undo
    if now > last.at + (min(ANOTHER_TRY, undo) if progress is Progress.NOT_REACHED else undo):
        if progress is Progress.MET:
            raise Refused(Refusal.TOO_LATE)
        record(scene, who, progress, now)
        return False
    scene.say(Unmarked(who, progress), now)
    plan_next(scene, now)
    return True
