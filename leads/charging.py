"""Turns in a scene: charged when somebody is given the lead, given back with a named cause.

The table is in docs/decisions/0002-turns.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from leads.entries.asking import Cost, GivenBack
from leads.lead import Offer
from leads.scene import Scene
from leads.situations import price_now
from leads.turns import Back


def cost(scene: Scene, payer: str, shares: Mapping[str, int], now: datetime) -> Cost | None:
    """Tells what it costs to give somebody the lead, shared out by these weights among all who could have had it.

    None: nothing, as for whoever is not a member of the segment. One lead never costs the same person two turns: who
    takes it after all has the earlier one given back, pays now and stands at the end of the line.
    """
    if payer not in scene.standings:
        return None
    give_back_all(scene, payer, Back.TAKEN_AFTER_ALL, now)
    sharers = {who: share for who, share in shares.items() if who in scene.standings}
    all_ = sharers if payer in sharers else sharers | scene.office.weights([payer])
    return Cost(payer, all_, price_now(scene, now))


def give_back(scene: Scene, offer: Offer, cause: Back, now: datetime) -> None:
    """Reverses the offer's turn if it cost one, and says why."""
    if offer.turn:
        scene.say(GivenBack(offer.turn.payer, cause), now)


def give_back_all(scene: Scene, who: str, cause: Back, now: datetime) -> None:
    """Gives back whatever this lead has cost that person."""
    for offer in turns_of(scene, who):
        give_back(scene, offer, cause, now)


def turns_of(scene: Scene, who: str) -> list[Offer]:
    return [o for o in scene.offers if o.turn and o.turn.payer == who]


def payer(offer: Offer) -> str | None:
    return offer.turn.payer if offer.turn else None
