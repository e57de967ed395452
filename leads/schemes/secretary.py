"""`secretary`: the secretary picks. Whom `balance` would have chosen is recorded beside every pick.

Without a pick, or once the picked one has had the lead, balance decides.
"""

from __future__ import annotations

from dataclasses import replace

from leads.schemes import balance
from leads.schemes.base import Choice, Read, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import (
    FAIR,
    FURTHEST,
    YOUR_BEHIND,
    Decided,
    Ranks,
    Reason,
    Sentence,
    Telling,
    Who,
    absent,
    say,
)


def _picked(decided: Decided, reader: str) -> tuple[Sentence, ...]:
    return (say("why-picked", name=Who(decided.by or "")), *FAIR.sentences(decided, reader))


def _not_picked(decided: Decided, reader: str) -> tuple[Sentence, ...]:
    """Why the secretary's word did not count."""
    picked = decided.situation.picked or "" if decided.situation else ""
    if picked in decided.out:
        why = say("why-picked-away", name=Who(picked), why=absent(decided.out[picked]))
    else:
        why = say("why-not_picked")
    return (why, *FURTHEST.sentences(decided, reader))


PICKED = Reason("picked", Ranks.SHARE, Telling(_picked, ("why-picked", *FAIR.texts)))
NOT_PICKED = Reason(
    balance.MOST_BEHIND.code,
    Ranks.SHARE,
    Telling(_not_picked, ("why-picked-away", "why-not_picked", *FURTHEST.texts)),
    YOUR_BEHIND,
)


def choose(situation: Situation) -> Choice:
    fair = balance.choose(situation)
    if situation.picked not in {c.id for c in situation.candidates} or situation.picked is None:
        return fair
    return replace(fair, offered=(situation.picked,), reason=PICKED.code, fair=fair.offered[0])


SCHEME = Scheme("secretary", choose, (PICKED, NOT_PICKED), frozenset({Read.PICK}), place=8)
