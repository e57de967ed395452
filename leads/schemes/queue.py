"""`queue`: the taxi rank. The first in line takes it and goes to the end; who is passed over keeps his place."""

from __future__ import annotations

from collections.abc import Sequence

from leads.schemes.base import Candidate, Choice


def choose(candidates: Sequence[Candidate]) -> Choice:
    line = sorted(candidates, key=lambda c: c.standing.ticket)
    return Choice((line[0].id,), "first_in_line", {c.id: place for place, c in enumerate(line, 1)})
