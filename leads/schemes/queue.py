"""`queue`: the taxi rank. The first in line takes it and goes to the end; who is passed over keeps his place."""

from __future__ import annotations

from leads.schemes.base import Choice, Situation


def choose(situation: Situation) -> Choice:
    line = sorted(situation.candidates, key=lambda c: c.standing.ticket)
    return Choice((line[0].id,), "first_in_line", {c.id: place for place, c in enumerate(line, 1)})
