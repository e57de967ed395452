"""`next`: the pull. Leads wait for whoever asks; the oldest is theirs at once, unseen (`leads/pulling.py`)."""

from __future__ import annotations

from leads.schemes.base import Choice, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import NOTHING, Ranks, Reason

TO_BE_ASKED_FOR = Reason("to_be_asked_for", Ranks.CHANCE, NOTHING, note="queue-ask")  # said with the names


def choose(situation: Situation) -> Choice:
    return Choice(tuple(c.id for c in situation.candidates), TO_BE_ASKED_FOR.code)


SCHEME = Scheme(
    "next",
    choose,
    (TO_BE_ASKED_FOR,),
    settings=("day_limit",),
    to_all=True,
    asked_for=True,
    place=7,
)
