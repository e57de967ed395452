"""Another segment for a lead that was handed over: it goes on by that one's rule, or stays with whoever has it.

A turn lies where it was charged. Whoever loses the lead by another's word has it given back there first; whoever
keeps it, or sends it on themselves, has paid for it where they had it, and that stays so.
"""

from __future__ import annotations

from datetime import datetime

from leads.charging import give_back_all
from leads.entries.asking import Ladder, Resegmented
from leads.judging import agree
from leads.lead import OVER, OWNED, State
from leads.offering import advance
from leads.office import OwnerRule, Segment
from leads.refusals import Refusal, Refused
from leads.routing import path
from leads.scene import Scene
from leads.turns import Back


def resegment(scene: Scene, segment: str, by: str, now: datetime, *, goes_on: bool) -> None:
    """Puts a lead into another segment, whose members the scene knows already (`Scene.beyond`).

    `goes_on`: it is taken from whoever has it, or is asked, and offered by that segment's rule. The turns that it has
    cost are given back by `give_back_before`, which comes first and is saved by itself. Raises Refused.
    """
    refuse_unless_movable(scene)
    lead = scene.lead
    was = lead.holder if lead.state in OWNED else None
    onward = _ladder(scene.office.segment(segment), lead.owner) if goes_on else None
    scene.say(Resegmented(by, segment, was, onward), now)
    if goes_on:
        advance(scene, now)


def give_back_before(scene: Scene, by: str, now: datetime, *, goes_on: bool) -> None:
    """Gives back, in the segment that the lead leaves, what it has cost whoever loses it by another's word.

    And whoever has declined it as of another segment was right.
    """
    refuse_unless_movable(scene)
    agree(scene, by, now)
    if not goes_on:
        return
    for who in dict.fromkeys(offer.turn.payer for offer in scene.offers if offer.turn):
        if who != by:
            give_back_all(scene, who, Back.RESEGMENTED, now)


def refuse_unless_movable(scene: Scene) -> None:
    """Raises Refused for a draft, for what waits for the head's word, and for what is over."""
    lead = scene.lead
    if lead.state in OVER:
        raise Refused(Refusal.CLOSED, (lead.holder,) if lead.holder else ())
    if lead.state is State.DISPUTED:
        raise Refused(Refusal.DISPUTED)
    if lead.state is State.DRAFT:
        raise Refused(Refusal.NOT_YOURS)


def _ladder(segment: Segment, owner: str | None) -> Ladder:
    """As the policy has it just now."""
    policy = segment.policy
    return Ladder(
        scheme=segment.scheme,
        path=path(policy, owner, twin_held=False),
        ack_timeout=policy.ack_timeout.total_seconds(),
        step_timeout=policy.step_timeout.total_seconds(),
        wait_for_owner=policy.owner is OwnerRule.LEAVE_MESSAGE,
    )
