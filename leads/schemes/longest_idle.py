"""`longest_idle`: the call centre. Of those who are free, the one who has waited longest; ties by checking in.

A turn, not the phone, ends the waiting: whoever takes a lead, or lets one go at their own cost, is idle from then
on, in every segment they serve. The pause after taking one (`wrap_up`) is applied before, like presence and
capacity (`leads.presence`; Asterisk, `apps/queues/wrapup_time`). Whoever still has an offer before their eyes comes
after those who have none.
"""

from __future__ import annotations

from datetime import UTC, datetime

from leads.schemes.base import Choice, Read, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import Decided, Ranks, Reason, Sentence, Telling, is_only_one, say

EVER = datetime.min.replace(tzinfo=UTC)


def _why(decided: Decided, _: str) -> tuple[Sentence, ...]:
    chosen = decided.candidate(decided.offered[0])
    if is_only_one(decided):
        return (say("why-only"),)
    if chosen is None or chosen.idle_since is None:
        return (say("why-longest_idle"),)
    return (say("why-longest_idle-since", time=chosen.idle_since),)


def _yours(decided: Decided, reader: str) -> tuple[Sentence, ...]:
    mine, theirs = decided.candidate(reader), decided.candidate(decided.offered[0])
    if mine is None or theirs is None:
        return ()
    if mine.ringing > theirs.ringing:
        return (say("why-your-ringing"),)
    if mine.idle_since is None or mine.idle_since == theirs.idle_since:
        return (say("why-your-arrival"),)
    return (say("why-your-idle", time=mine.idle_since),)


LONGEST_IDLE = Reason(
    "longest_idle",
    Ranks.IDLE,
    Telling(_why, ("why-only", "why-longest_idle", "why-longest_idle-since")),
    Telling(_yours, ("why-your-ringing", "why-your-arrival", "why-your-idle")),
)


def choose(situation: Situation) -> Choice:
    line = sorted(situation.candidates, key=lambda c: (c.ringing, c.idle_since or EVER, c.arrival))
    return Choice((line[0].id,), LONGEST_IDLE.code, {c.id: place for place, c in enumerate(line, 1)})


SCHEME = Scheme("longest_idle", choose, (LONGEST_IDLE,), frozenset({Read.IDLE}), ("wrap_up",), place=4)
