"""`lottery`: the weekly draw decides whose day it is; if he is away, the next in the drawn order takes it.

How the order is drawn so that nobody can bend it: `leads.draws`. Until the first draw is held, balance decides.
"""

from __future__ import annotations

from dataclasses import replace

from leads.schemes import balance
from leads.schemes.base import Choice, Read, Situation

READS = frozenset({Read.DRAW})


def choose(situation: Situation) -> Choice:
    here = {c.id for c in situation.candidates}
    order = [who for who in situation.drawn if who in here]
    if not order:
        return replace(balance.choose(situation), reason="not_drawn")
    places = {who: place for place, who in enumerate(situation.drawn, 1) if who in here}
    return Choice((order[0],), "drawn", places)
