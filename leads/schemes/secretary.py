"""`secretary`: she picks. Whom the rule (balance) would have chosen is recorded beside every pick.

Without a pick, or once the picked one has had the lead, balance decides.
"""

from __future__ import annotations

from dataclasses import replace

from leads.schemes import balance
from leads.schemes.base import Choice, Read, Situation

READS = frozenset({Read.PICK})


def choose(situation: Situation) -> Choice:
    fair = balance.choose(situation)
    if situation.picked not in {c.id for c in situation.candidates} or situation.picked is None:
        return fair
    return replace(fair, offered=(situation.picked,), reason="picked", fair=fair.offered[0])
