"""`manual`: the head chooses. If they stay silent, the segment's reserve decides, or the ladder goes on."""

from __future__ import annotations

from leads.schemes.base import Choice, Read, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import NOTHING, Reason

HEAD_CHOOSES = Reason("head_chooses", why=NOTHING)  # said with the names


def choose(situation: Situation) -> Choice | None:
    return Choice(situation.heads, HEAD_CHOOSES.code, to_choose=True) if situation.heads else None


SCHEME = Scheme("manual", choose, (HEAD_CHOOSES,), frozenset({Read.HEADS}), place=9)
