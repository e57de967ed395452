"""`from_the_end`: the last by the alphabet gets every lead, or whoever stands `passed_over` places before."""

from __future__ import annotations

from leads.schemes.base import Choice, Read, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import Reason, your_place

LAST_NAME = Reason("last_name", yours=your_place("why-your-letter"))


def choose(situation: Situation) -> Choice:
    line = sorted((c.id for c in situation.candidates), reverse=True)
    chosen = line[situation.settings["passed_over"] % len(line)]
    return Choice((chosen,), LAST_NAME.code, {who: place for place, who in enumerate(line, 1)})


SCHEME = Scheme("from_the_end", choose, (LAST_NAME,), frozenset({Read.SETTINGS}), ("passed_over",))
