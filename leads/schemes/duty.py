"""`duty`: whoever is on the roster now; several on duty share by balance.

The roster itself is applied before: nobody off duty is a candidate (`leads.presence`).
"""

from __future__ import annotations

from dataclasses import replace

from leads.schemes import balance
from leads.schemes.base import Choice, Read, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import Ranks, Reason

ON_DUTY = Reason("on_duty", Ranks.SHARE)


def choose(situation: Situation) -> Choice:
    choice = balance.choose(situation)
    return replace(choice, reason=ON_DUTY.code) if len(situation.candidates) == 1 else choice


SCHEME = Scheme("duty", choose, (ON_DUTY, balance.MOST_BEHIND), frozenset({Read.ROSTER}), place=3)
