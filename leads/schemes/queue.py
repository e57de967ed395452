"""`queue`: the taxi rank. The first in line takes it and goes to the end; who is passed over keeps their place."""

from __future__ import annotations

from leads.schemes.base import Choice, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import Decided, Reason, Sentence, Telling, is_only_one, say, your_place


def _first_in_line(decided: Decided, _: str) -> tuple[Sentence, ...]:
    return (say("why-only" if is_only_one(decided) else "why-first_in_line"),)


FIRST_IN_LINE = Reason(
    "first_in_line", why=Telling(_first_in_line, ("why-only", "why-first_in_line")), yours=your_place()
)


def choose(situation: Situation) -> Choice:
    line = sorted(situation.candidates, key=lambda c: c.standing.ticket)
    return Choice((line[0].id,), FIRST_IN_LINE.code, {c.id: place for place, c in enumerate(line, 1)})


SCHEME = Scheme("queue", choose, (FIRST_IN_LINE,), place=2)
