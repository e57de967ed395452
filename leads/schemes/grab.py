"""`grab`: whoever grabs it first. Offered to all who are there at once; only the one who claims it pays a turn."""

from __future__ import annotations

from leads.schemes.base import Choice, Situation

TO_ALL = True


def choose(situation: Situation) -> Choice:
    return Choice(tuple(c.id for c in situation.candidates), "all_at_once")
