"""What is wrong: decided from what was measured, and from nothing else.

Seconds here are seconds during which the program ran and looked: a corrected clock, a machine that slept, or a
restart makes nothing look late.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

OVERDUE = 60.0  # seconds a lead may stay past its deadline; the ticker looks every second
UNSENT = 600.0  # seconds a card may wait; a backlog of summaries takes a second each, a 429 sometimes minutes
SILENT = 180.0  # seconds without an answer from Telegram; a long poll takes 25, the longest back-off 60
GIVEN_UP_FOR = timedelta(hours=1)  # a card that was given up is news for so long; the next one lengthens it
FRESH = timedelta(minutes=10)  # a webhook's error is of today's trouble as long as it is no older than this
STILL = 60.0  # seconds that the ticker may take for one look


class Trouble(StrEnum):
    """What the administrator is told of."""

    DEADLINES = "deadlines"
    OUTBOX = "outbox"
    TELEGRAM = "telegram"
    SET_ASIDE = "set_aside"
    CARDS = "cards"


class Verdict(StrEnum):
    WRONG = "wrong"
    FINE = "fine"
    UNSURE = "unsure"  # it may just take its time: what was said of it before still holds


@dataclass(frozen=True, slots=True)
class Webhook:
    """What Telegram says of the webhook (https://core.telegram.org/bots/api#webhookinfo)."""

    is_ours: bool
    pending: int
    failed_at: datetime | None  # when Telegram last failed to deliver


@dataclass(frozen=True, slots=True)
class Measured:
    """What one look has measured.

    `None` seconds: there is nothing of the kind. `webhook` is None while polling.
    """

    now: datetime
    overdue: float | None  # since the longest overdue lead was first seen so
    unsent: float | None  # since the card that waits longest was first seen waiting
    silent: float  # since Telegram last answered a question for updates
    webhook: Webhook | None
    set_aside: int
    given_up: int = 0  # cards, in the last hour


def judge(seen: Measured) -> Mapping[Trouble, Verdict]:
    return {
        Trouble.DEADLINES: _late(seen.overdue, OVERDUE),
        Trouble.OUTBOX: _late(seen.unsent, UNSENT),
        Trouble.TELEGRAM: _hears(seen),
        Trouble.SET_ASIDE: Verdict.WRONG if seen.set_aside else Verdict.FINE,
        Trouble.CARDS: Verdict.WRONG if seen.given_up else Verdict.FINE,
    }


def _late(seconds: float | None, most: float) -> Verdict:
    if seconds is None:
        return Verdict.FINE
    return Verdict.WRONG if seconds > most else Verdict.UNSURE


def _hears(seen: Measured) -> Verdict:
    hook = seen.webhook
    if seen.silent > SILENT or (hook and not hook.is_ours):
        return Verdict.WRONG
    if hook and hook.pending:
        failing = hook.failed_at is not None and seen.now - hook.failed_at <= FRESH
        return Verdict.WRONG if failing else Verdict.UNSURE
    return Verdict.FINE
