"""`duty`: whoever is on the roster now; several on duty share by balance.

The roster itself is applied before: nobody off duty is a candidate (`leads.presence`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leads.schemes import balance
from leads.schemes.base import Candidate, Choice


def choose(candidates: Sequence[Candidate]) -> Choice:
    choice = balance.choose(candidates)
    return replace(choice, reason="on_duty") if len(candidates) == 1 else choice
