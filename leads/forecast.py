"""Who is expected next: the leads to come given out in thought, by the very functions that will give them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from leads import turns
from leads.presence import Absence
from leads.scene import Scene
from leads.schemes import SCHEMES
from leads.schemes.base import Candidate, Part
from leads.schemes.telling import Ranks, Reason
from leads.situations import absences, choose_for, observe, ruled, without_hands

FARTHEST: Final = 12  # leads ahead


@dataclass(frozen=True, slots=True)
class Forecast:
    """Holds what is expected of one segment if everybody claims at once and nobody comes or goes.

    People by their ids.
    """

    reason: Reason | None  # of the first choice; None: nobody is here
    coming: tuple[
        str, ...
    ]  # of the next leads, one by one, until everybody has come; empty where nobody can tell
    order: tuple[str, ...]  # all who are here, by when they come first
    away: Mapping[str, Absence]
    candidates: Mapping[str, Candidate]  # those who are here, as they stand now
    parts: Mapping[str, Part]  # their shares, where these do not go by weight


def forecast(scene: Scene, now: datetime) -> Forecast:
    """Returns the expected order of the scene's segment; the scene's lead is any one that has not been handed over.

    Where a hand chooses, it is the order of the rule that every choice is measured by.
    """
    away = absences(scene, now)
    situation = without_hands(observe(scene, away, now))
    name, choice = choose_for(ruled(scene.segment), situation)
    reason = SCHEMES[name].reason(choice.reason) if choice else None
    here = {c.id: c for c in situation.candidates}
    coming: tuple[str, ...] = ()
    holds_all_day = reason is not None and reason.ranks is Ranks.LOT
    if choice and len(choice.offered) == 1 and not holds_all_day:
        coming = tuple(_coming(_copy(scene), now))
    first = [who for who in situation.drawn if who in here] if holds_all_day else coming
    return Forecast(
        reason=reason,
        coming=coming,
        order=tuple(dict.fromkeys([*first, *here])),
        away=away,
        candidates=here,
        parts=reason.parts(situation) if reason else {},
    )


def _coming(scene: Scene, now: datetime) -> Iterator[str]:
    """Gives out one lead after another; whoever has their hands full by that gets no more of them."""
    missing = set(scene.standings) - set(absences(scene, now))
    for moment in range(1, FARTHEST + 1):
        situation = without_hands(observe(scene, absences(scene, now), now))
        choice = choose_for(ruled(scene.segment), situation)[1]
        if choice is None or not missing:
            return
        [who] = choice.offered
        turns.charge(scene.standings, who, choice.shares or {c.id: c.weight for c in situation.candidates})
        worker = scene.workers[who]
        worker.load += 1
        _answer(scene, now)
        worker.idle_since = now + moment * timedelta.resolution
        missing.discard(who)
        yield who


def _answer(scene: Scene, now: datetime) -> None:
    """Whoever has an offer before their eyes has answered it by the next lead, and waits anew from there."""
    for worker in scene.workers.values():
        if worker.ringing:
            worker.ringing, worker.idle_since = 0, now


def _copy(scene: Scene) -> Scene:
    """To be changed in thought."""
    workers = {who: replace(worker) for who, worker in scene.workers.items()}
    standings = {who: replace(standing) for who, standing in scene.standings.items()}
    return replace(scene, workers=workers, standings=standings)
