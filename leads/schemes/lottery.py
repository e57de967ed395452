"""`lottery`: the weekly draw decides whose day it is; if they are away, the next in the drawn order takes it.

How the order is drawn, and how that is checked: `leads.draws`. Until the first draw is held, balance decides.
"""

from __future__ import annotations

from dataclasses import replace

from leads.schemes import balance
from leads.schemes.base import Choice, Read, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import (
    FURTHEST,
    YOUR_BEHIND,
    Aside,
    Decided,
    Ranks,
    Reason,
    Sentence,
    Telling,
    Who,
    absent,
    say,
    your_place,
)


def _drawn(decided: Decided, _: str) -> tuple[Sentence, ...]:
    """The first of the drawn order, or the next one, and why those before could not."""
    drawn = decided.situation.drawn if decided.situation else ()
    before = [who for who in drawn[: decided.figures[decided.offered[0]] - 1] if who in decided.out]
    if not before:
        return (say("why-drawn"),)
    return (say("why-drawn-next", names=tuple(Aside(Who(w), absent(decided.out[w])) for w in before)),)


def _not_drawn(decided: Decided, reader: str) -> tuple[Sentence, ...]:
    return (say("why-not_drawn"), *FURTHEST.sentences(decided, reader))


DRAWN = Reason(
    "drawn", Ranks.LOT, Telling(_drawn, ("why-drawn", "why-drawn-next")), your_place("why-your-draw")
)
NOT_DRAWN = Reason(
    "not_drawn",
    Ranks.SHARE,
    Telling(_not_drawn, ("why-not_drawn", *FURTHEST.texts)),
    YOUR_BEHIND,
    note="queue-not_drawn",
)


def choose(situation: Situation) -> Choice:
    here = {c.id for c in situation.candidates}
    order = [who for who in situation.drawn if who in here]
    if not order:
        return replace(balance.choose(situation), reason=NOT_DRAWN.code)
    places = {who: place for place, who in enumerate(situation.drawn, 1) if who in here}
    return Choice((order[0],), DRAWN.code, places)


SCHEME = Scheme("lottery", choose, (DRAWN, NOT_DRAWN), frozenset({Read.DRAW}), place=7)
