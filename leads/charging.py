"""Turns in a scene: charged when the rules give somebody the lead, given back with a named cause.

The table is in docs/decisions/0002-turns.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from leads import turns
from leads.scene import Offer, Scene
from leads.shares import weight_units


def charge(scene: Scene, offer: Offer, payer: str, could_have: Sequence[str]) -> None:
    """Charges the turn of this offer, shared out among all who could have had the lead.

    Whoever is not a member of the segment pays nothing, and one lead never costs the same person two turns.
    """
    if payer not in scene.standings or turns_of(scene, payer):
        return
    sharers = [who for who in scene.standings if who in could_have or who == payer]
    offer.turn = turns.charge(scene.standings, payer, weights(scene, sharers))


def give_back(scene: Scene, offer: Offer, cause: str) -> None:
    """Reverses the offer's turn if it cost one, and says why."""
    if offer.turn is None:
        return
    turns.give_back(scene.standings, offer.turn)
    scene.note("given_back", who=offer.turn.payer, cause=cause)
    offer.turn = None


def give_back_all(scene: Scene, who: str, cause: str) -> None:
    """Gives back whatever this lead has cost him."""
    for offer in turns_of(scene, who):
        give_back(scene, offer, cause)


def turns_of(scene: Scene, who: str) -> list[Offer]:
    return [o for o in scene.offers if o.turn and o.turn.payer == who]


def weights(scene: Scene, people: Sequence[str]) -> dict[str, int]:
    return {who: weight_units(scene.office.person(who).weight) for who in people}


def payer(offer: Offer) -> str | None:
    return offer.turn.payer if offer.turn else None
