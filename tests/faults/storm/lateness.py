"""How late deadlines were moved on, seen against the lives of the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from leads.binding import DELIVERY_GRACE
from leads.lead import Result, Step
from storage.store import Store
from storage.tables.leads import leads, offers
from tests.faults.storm.program import Life

PROMISED_UP, PROMISED_RESTARTED = timedelta(seconds=5), timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Lateness:
    """The slowest of all; `late` are those that took longer than is promised."""

    when_up: timedelta = timedelta(0)  # the program was at work when it fell due
    restarted: timedelta = timedelta(0)  # it was not, or still waited for Telegram: since it began
    late: int = 0


def lateness(store: Store, lives: Sequence[Life]) -> Lateness:
    """Of offers to one person that nobody answered: only the clock has moved them on."""
    query = select(offers, leads.c.ack_timeout).join(leads, leads.c.id == offers.c.lead)
    of_one = (offers.c.step == Step.OFFER, offers.c.result == Result.LAPSED)
    waits = [
        wait
        for row in store.execute(query.where(*of_one))
        if len(row.people) == 1
        for wait in _waits(_due(row), row.closed_at, lives)
    ]
    up = [seconds for was_up, seconds in waits if was_up]
    down = [seconds for was_up, seconds in waits if not was_up]
    late = sum(wait > PROMISED_UP for wait in up) + sum(wait > PROMISED_RESTARTED for wait in down)
    return Lateness(max(up, default=timedelta(0)), max(down, default=timedelta(0)), late)


def _due(offer: Any) -> datetime:
    ceiling: datetime = offer.at + offer.ack_timeout + DELIVERY_GRACE
    return min(ceiling, offer.delivered_at + offer.ack_timeout) if offer.delivered_at else ceiling


def _waits(due: datetime, moved: datetime, lives: Sequence[Life]) -> list[tuple[bool, timedelta]]:
    """How long each life left it lying: whether it was at work before, and the time."""
    seen = [(life, life.ended or moved) for life in lives if life.has_begun]
    return [
        (life.at_work is not None and life.at_work <= due, min(ended, moved) - max(life.began, due))
        for life, ended in seen
        if life.began < moved and ended > due
    ]
