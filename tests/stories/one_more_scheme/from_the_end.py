"""`from_the_end`: the last by the alphabet gets every lead."""

from __future__ import annotations

from leads.schemes.base import Choice, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import Reason, your_place

LAST_NAME = Reason("last_name", yours=your_place("why-your-letter"))


def choose(situation: Situation) -> Choice:
    line = sorted((c.id for c in situation.candidates), reverse=True)
    return Choice((line[0],), LAST_NAME.code, {who: place for place, who in enumerate(line, 1)})


SCHEME = Scheme("from_the_end", choose, (LAST_NAME,))
