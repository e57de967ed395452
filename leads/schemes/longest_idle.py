"""`longest_idle`: the call centre. Of those who are free, the one who has waited longest; ties by checking in.

A turn, not the phone, ends the waiting: whoever takes a lead, or lets one go at his own cost, is idle from then
on, in every segment he serves. The pause after taking one (`wrap_up`) is applied before, like presence and
capacity (`leads.presence`; Asterisk, `apps/queues/wrapup_time`). Whoever still has an offer before his eyes comes
after those who have none.
"""

from __future__ import annotations

from datetime import UTC, datetime

from leads.schemes.base import Choice, Read, Situation

EVER = datetime.min.replace(tzinfo=UTC)

READS = frozenset({Read.IDLE})


def choose(situation: Situation) -> Choice:
    line = sorted(situation.candidates, key=lambda c: (c.ringing, c.idle_since or EVER, c.arrival))
    return Choice((line[0].id,), "longest_idle", {c.id: place for place, c in enumerate(line, 1)})
