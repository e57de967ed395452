"""The pull: whoever is free asks for a lead, and has the oldest that waits. What it is they see when it is theirs.

Asking is claiming, and costs a turn like any claim. Nobody is made to ask: what nobody asks for goes up the ladder
(docs/decisions/0045-the-pull.md).
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from leads.charging import cost
from leads.entries.asking import Claimed
from leads.holding import plan_next
from leads.lead import Step
from leads.presence import Absence
from leads.refusals import Refusal, Refused
from leads.scene import Scene
from leads.situations import absences, shares_among

NOT_HERE: Final = frozenset({Absence.OFF_DUTY, Absence.WRAP_UP})
"""There is no roster here and no pause: whoever asks is free."""


def pull(scene: Scene, who: str, today: int, now: datetime) -> None:
    """Gives the lead to whoever has asked; `today`: how many they have had by asking that day. Raises Refused."""
    offer = scene.live
    if offer is None or offer.step is not Step.PULL or not may_have(scene, who):
        raise Refused(Refusal.NOTHING_WAITS)
    away = absences(scene, now).get(who)
    if away and away not in NOT_HERE:
        raise Refused(Refusal.CAPACITY if away is Absence.CAPACITY else Refusal.AWAY)
    if scene.segment.day_limit and today >= scene.segment.day_limit:
        raise Refused(Refusal.DAY_LIMIT)
    turn = cost(scene, who, shares_among(scene, {*offer.people, who}, now), now)
    waited = int((now - offer.at).total_seconds())
    scene.say(Claimed(who, Step.PULL, waited, turn.payer if turn else None, turn, today=today), now)
    plan_next(scene, now)


def may_have(scene: Scene, who: str) -> bool:
    """Tells whether a lead that waits is for this member: they have not had it, and are rid of it again."""
    return who in scene.standings and all(offer.claimed_by != who for offer in scene.offers)
