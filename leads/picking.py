"""The secretary's hand: whom they want a lead to go to, where the segment leaves that to them."""

from __future__ import annotations

from datetime import datetime

from leads.lead import State
from leads.office import Segment
from leads.presence import absence
from leads.refusals import Refusal, Refused
from leads.scene import Scene
from leads.schemes import SCHEMES


def picks(segment: Segment) -> bool:
    """Tells whether a secretary's pick counts here: by the scheme, or by the reserve of one that asks the head."""
    if not segment.policy.offers:
        return False
    scheme = SCHEMES[segment.scheme]
    reserve = SCHEMES[segment.reserve] if segment.reserve and scheme.asks_head else scheme
    return scheme.takes_pick or reserve.takes_pick


def asks_head(segment: Segment) -> bool:
    """Tells whether the head is asked to choose."""
    return SCHEMES[segment.scheme].asks_head


def pick(scene: Scene, by: str, who: str, now: datetime) -> None:
    """Notes the secretary's pick on the draft; the hand-over follows it.

    Only who could take a lead now. Raises Refused.
    """
    if scene.lead.state is not State.DRAFT:
        raise Refused(Refusal.HANDED_ALREADY)
    if not picks(scene.segment):
        raise Refused(Refusal.NO_PICK)
    if who not in scene.standings:
        raise Refused(Refusal.LEFT_SEGMENT)
    if absence(scene.office, scene.segment, scene.workers[who], now, scene.is_holiday):
        raise Refused(Refusal.AWAY, (who,))
    scene.lead.picked, scene.lead.picked_by = who, by
