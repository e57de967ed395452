"""`manual`: the head chooses. If he stays silent, the segment's reserve decides, or the ladder goes on."""

from __future__ import annotations

from leads.schemes.base import Choice, Read, Situation

READS = frozenset({Read.HEADS})


def choose(situation: Situation) -> Choice | None:
    return Choice(situation.heads, "head_chooses", to_choose=True) if situation.heads else None
