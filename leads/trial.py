"""A hand-over in thought: who would be asked for a lead, by the very functions that will ask them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from leads.entries.asking import Lapsed, Offered
from leads.lead import State
from leads.offering import advance, hand_over
from leads.proof.story import Chapter, chapter_of
from leads.routing import Wait, first_of, rungs_left
from leads.scene import Scene

MOST: Final = 12  # steps of one ladder that are looked at
WAITS: Final = 3  # times that somebody is waited for before the first is asked


@dataclass(frozen=True, slots=True)
class Trial:
    """What would become of a lead that nobody answers. `waits`: what it would wait for before the first is asked."""

    chapters: tuple[Chapter, ...]
    waits: tuple[Wait, ...]


def trial(scene: Scene, now: datetime, *, twin_held: bool) -> Trial:
    """Hands the scene's lead over in thought, at `now`, and lets one offer after another lapse at that moment.

    The scene stays as it is. Where nobody is there, what is waited for is thought to have come, so often as WAITS.
    """
    copy = _copy(scene)
    hand_over(copy, 1, now, twin_held=twin_held)
    waits: list[Wait] = []
    while copy.lead.state is State.WAITING and copy.lead.deadline and len(waits) < WAITS:
        waits.append(Wait(copy.lead.deadline.kind, copy.lead.deadline.at))
        now = max(now, copy.lead.deadline.at)
        advance(copy, now)
    while (offer := copy.live) and len(copy.offers) < MOST and first_of(copy, rungs_left(copy), now):
        copy.say(Lapsed(offer.unanswered, offer.step, None), now)
        advance(copy, now)
    offered = (entry.said for entry in copy.log if isinstance(entry.said, Offered))
    return Trial(tuple(chapter_of(said, now) for said in offered), tuple(waits))


def _copy(scene: Scene) -> Scene:
    """To be changed in thought, with a ledger of its own that nobody keeps."""
    return replace(
        scene,
        lead=replace(scene.lead),
        workers={who: replace(worker) for who, worker in scene.workers.items()},
        standings={who: replace(standing) for who, standing in scene.standings.items()},
        offers=[],
        log=[],
        keep_ledger=True,
    )
