"""`grab`: whoever grabs it first. Offered to all who are there at once; only the one who claims it pays a turn."""

from __future__ import annotations

from leads.schemes.base import Choice, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import Ranks, Reason

ALL_AT_ONCE = Reason("all_at_once", Ranks.CHANCE)


def choose(situation: Situation) -> Choice:
    return Choice(tuple(c.id for c in situation.candidates), ALL_AT_ONCE.code)


SCHEME = Scheme("grab", choose, (ALL_AT_ONCE,), settings=("window",), to_all=True, place=6)
