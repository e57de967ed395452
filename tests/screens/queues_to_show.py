"""One line for every scheme and every place in it, as /queue shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

from leads.presence import Absence
from leads.rates import Record
from leads.schemes import SCHEMES
from leads.schemes.base import Part
from screens.views.queue import Queue, QueueRow, QueueView
from tests.screens.leads_to_show import HEAD, MOSCOW, NOW, PETROV, SIDOROVA

THIRD = Fraction(1, 3)
PARTS = (
    Part(Fraction(45, 100), Fraction(31, 100), Record(12, 28), False, False),
    Part(THIRD, Fraction(22, 100), Record(1, 2), True, False),
)
ROWS = (
    QueueRow(SIDOROVA, False, balance=40, idle_since=NOW - timedelta(hours=4)),
    QueueRow(PETROV, True, balance=-133, idle_since=None),
    QueueRow(HEAD, False, Absence.LAPSED),
)


def under(segment: str, scheme: str, code: str, *rest: Any) -> Queue:
    """A segment under a scheme, with the reason of this code: its own, or of whatever rule its hand is measured by."""
    reasons = (SCHEMES[scheme].reason(code), *(other.reason(code) for other in SCHEMES.values()))
    return Queue(segment, scheme, next(filter(None, reasons)), *rest)


BY_TURN = under("Казань", "queue", "first_in_line", None, ROWS)
QUEUES = {
    "queue": BY_TURN,
    "queue, a stranger": replace(BY_TURN, rows=(ROWS[0], ROWS[2])),
    "queue, next": replace(BY_TURN, rows=(ROWS[1], ROWS[0])),
    "queue, nobody there": replace(BY_TURN, reason=None, rows=ROWS[2:]),
    "queue, nobody at all": replace(BY_TURN, reason=None, rows=()),
    "balance": under("Остальные", "balance", "most_behind", None, ROWS, (SIDOROVA, SIDOROVA, PETROV)),
    "duty": under("Дежурство", "duty", "on_duty", None, (ROWS[1],)),
    "conversion": under(
        "Казань",
        "conversion",
        "by_conversion",
        None,
        tuple(replace(row, part=part) for row, part in zip(ROWS[:2], PARTS, strict=True)),
    ),
    "longest idle": under(
        "Казань", "longest_idle", "longest_idle", None, (*ROWS[:2], replace(ROWS[0], ringing=True))
    ),
    "longest idle, overnight": under(
        "Казань",
        "longest_idle",
        "longest_idle",
        None,
        (replace(ROWS[0], idle_since=NOW - timedelta(days=2)),),
    ),
    "lottery": under("Казань", "lottery", "drawn", None, ROWS),
    "lottery, next": under("Казань", "lottery", "drawn", None, ROWS[1:]),
    "lottery, not drawn": under("Казань", "lottery", "not_drawn", None, ROWS),
    "grab": under("Казань", "grab", "all_at_once", None, ROWS),
    "next": replace(under("Казань", "next", "to_be_asked_for", None, ROWS), waits=2),
    "next, none waits": replace(under("Казань", "next", "to_be_asked_for", None, ROWS), waits=0),
    "secretary": under("Казань", "secretary", "most_behind", None, ROWS),
    "manual, next": under("Казань", "manual", "most_behind", None, (ROWS[1], ROWS[0])),
    "manual, reserve": under("Казань", "manual", "first_in_line", "queue", ROWS),
    **{f"away: {why}": replace(BY_TURN, rows=(ROWS[0], replace(ROWS[1], absence=why))) for why in Absence},
}
QUEUE = QueueView(NOW, MOSCOW, tuple(QUEUES.values())[:9])
