"""`duty`: whoever is on the roster now; several on duty share by balance.

The roster itself is applied before: nobody off duty is a candidate (`leads.presence`).
"""

from __future__ import annotations

from dataclasses import replace

from leads.schemes import balance
from leads.schemes.base import Choice, Read, Situation

READS = frozenset({Read.ROSTER})


def choose(situation: Situation) -> Choice:
    choice = balance.choose(situation)
    return replace(choice, reason="on_duty") if len(situation.candidates) == 1 else choice
