"""Whoever declined a lead, or let it lapse, takes it after all: as long as nobody has it, and the first counts.

It costs what a claim of the offer that they missed would have cost, by the rule of the day: nothing of their own
client, else one turn. What the decline or the silence has cost them is given back first, for one lead never costs the
same person two turns (docs/decisions/0031-taken-after-all.md).
"""

from __future__ import annotations

from datetime import datetime

from leads.answers import claim
from leads.charging import cost, give_back
from leads.entries.asking import ClaimedLate
from leads.holding import plan_next, shares_by_hand
from leads.lead import COSTLY, OWNED, Offer, State, missed
from leads.offering import refuse_if_over
from leads.presence import full
from leads.refusals import Refusal, Refused
from leads.scene import Scene
from leads.turns import Back


def claim_late(scene: Scene, who: str, now: datetime) -> None:
    """The lead is theirs after all; whoever is asked just now is asked no more, at no cost. Raises Refused."""
    if scene.live and who in scene.live.unanswered:  # by now they are asked once more
        claim(scene, who, now)
        return
    offer = refuse_late(scene, who)
    if full(scene.office, scene.workers[who]):
        raise Refused(Refusal.CAPACITY)
    if scene.live:
        give_back(scene, scene.live, Back.WITHDRAWN, now)
    turn = cost(scene, who, shares_by_hand(scene, who, now), now) if offer.step in COSTLY else None
    scene.say(ClaimedLate(who, offer.step, turn.payer if turn else None, turn), now)
    plan_next(scene, now)


def refuse_late(scene: Scene, who: str) -> Offer:
    """Returns the offer that this person has missed.

    Raises Refused unless the lead may be theirs after all, naming who has it.
    """
    lead = scene.lead
    refuse_if_over(lead)
    if lead.state in OWNED and lead.holder:
        raise Refused(Refusal.YOURS_ALREADY if lead.holder == who else Refusal.TAKEN, (lead.holder,))
    offer = missed(scene.offers, who)
    is_theirs = offer is not None and (offer.step not in COSTLY or who in scene.standings)
    if lead.state is State.DRAFT or offer is None or not is_theirs:
        raise Refused(Refusal.NOT_YOURS)
    return offer
