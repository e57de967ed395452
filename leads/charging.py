"""Turns in a scene: charged when somebody is given the lead, given back with a named cause.

The table is in docs/decisions/0002-turns.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from leads import turns
from leads.entries.asking import Cost, GivenBack
from leads.scene import Offer, Scene
from leads.turns import Back, Turn


def charge(scene: Scene, offer: Offer, payer: str, shares: Mapping[str, int]) -> Cost | None:
    """Charges the turn of this offer, shared out by these weights among all who could have had the lead.

    Returns the turn for the ledger; None if it costs nothing. Whoever is not a member of the segment pays nothing.
    One lead never costs the same person two turns: who takes it after all has the earlier one given back, pays now
    and stands at the end of the line.
    """
    if payer not in scene.standings:
        return None
    give_back_all(scene, payer, Back.TAKEN_AFTER_ALL)
    sharers = {who: share for who, share in shares.items() if who in scene.standings}
    sharers = sharers if payer in sharers else sharers | scene.office.weights([payer])
    offer.turn = turns.charge(scene.standings, payer, sharers)
    return Cost(payer, sharers)


def end_wait(scene: Scene, offer: Offer, now: datetime) -> None:
    """An offer that cost a turn is over: its payer waits anew from here."""
    turn = offer.turn
    if turn and (worker := scene.workers.get(turn.payer)):
        offer.turn = Turn(turn.payer, turn.gained, turn.ticket_before, worker.idle_since)
        worker.idle_since = now


def give_back(scene: Scene, offer: Offer, cause: Back) -> None:
    """Reverses the offer's turn if it cost one, and says why."""
    if offer.turn is None:
        return
    turns.give_back(scene.standings, offer.turn)
    worker = scene.workers.get(offer.turn.payer)
    if worker and offer.closed_at and worker.idle_since == offer.closed_at:  # no other turn since
        worker.idle_since = offer.turn.idle_before
    scene.say(GivenBack(offer.turn.payer, cause))
    offer.turn = None


def give_back_all(scene: Scene, who: str, cause: Back) -> None:
    """Gives back whatever this lead has cost him."""
    for offer in turns_of(scene, who):
        give_back(scene, offer, cause)


def turns_of(scene: Scene, who: str) -> list[Offer]:
    return [o for o in scene.offers if o.turn and o.turn.payer == who]


def payer(offer: Offer) -> str | None:
    return offer.turn.payer if offer.turn else None
