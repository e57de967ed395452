"""How things stand at the moment when somebody asks: leads, what is due, what is still to be sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from bot.watchdog.rule import Measured, Trouble
from storage.database import Begun
from storage.gauges import Gauges

Its = TypeVar("Its", tuple[str], tuple[str, str])
"""The values of the labels."""


@dataclass(frozen=True, slots=True)
class Running:
    """What only the program itself knows."""

    transactions: Begun
    waited: float  # seconds so far, of the courier
    measured: Measured | None  # by the watchdog's last look
    troubles: frozenset[Trouble]


def families(stored: Gauges | None, running: Running, now: datetime) -> Iterator[Metric]:
    """Returns every figure. `stored`: None where the database does not answer, or nothing is set up yet."""
    yield from _of_the_program(running)
    if stored:
        yield from _of_leads(stored, now)
        yield _labelled(
            "source_backlog",
            "What sources have sent, by what became of it",
            ("source", "state"),
            stored.requests,
        )
        yield _gauge("outbox_cards", "Messages still to be sent, edited or removed", stored.cards)
        yield _labelled(
            "deliveries_waiting",
            "What is still to be delivered to hooks and to the CRM",
            ("to",),
            stored.deliveries,
        )
        entries = CounterMetricFamily("fairlead_ledger_entries", "Entries of the ledger")
        entries.add_metric([], stored.entries)
        yield entries


def _of_the_program(running: Running) -> Iterator[Metric]:
    begun = CounterMetricFamily(
        "fairlead_database_transactions", "Transactions of the running program", labels=["mode"]
    )
    begun.add_metric(["read"], running.transactions.reading)
    begun.add_metric(["write"], running.transactions.writing)
    yield begun
    waited = CounterMetricFamily(
        "fairlead_telegram_waits_seconds",
        "How long something waited for a limit of Telegram's, or after a failure",
    )
    waited.add_metric([], running.waited)
    yield waited
    if running.measured:
        oldest = running.measured.unsent or 0.0
        yield _gauge("outbox_age_seconds", "How long the message that waits longest has waited", oldest)
        yield _gauge("updates_set_aside", "Updates that could not be handled", running.measured.set_aside)
    troubles = {(str(trouble),): int(trouble in running.troubles) for trouble in Trouble}
    yield _labelled(
        "trouble", "1 for what the watchdog has told the administrator of", ("trouble",), troubles
    )


def _of_leads(stored: Gauges, now: datetime) -> Iterator[Metric]:
    yield _labelled(
        "leads", "Leads by state; closed ones by their outcome", ("state", "segment"), stored.leads
    )
    ages = {(state,): _since(at, now) for state, at in stored.oldest.items()}
    yield _labelled(
        "oldest_lead_seconds", "How long the oldest lead that nobody has yet is there", ("state",), ages
    )
    yield _gauge("deadlines_overdue", "Leads whose deadline is past", stored.overdue)
    late = _since(stored.longest_overdue, now)
    yield _gauge("deadline_overdue_seconds", "By how much the longest overdue one is", late)


def _since(at: datetime | None, now: datetime) -> float:
    return max(0.0, (now - at).total_seconds()) if at else 0.0


def _gauge(name: str, says: str, value: float) -> Metric:
    return GaugeMetricFamily(f"fairlead_{name}", says, value=value)


def _labelled(name: str, says: str, labels: tuple[str, ...], values: Mapping[Its, float]) -> Metric:
    family = GaugeMetricFamily(f"fairlead_{name}", says, labels=labels)
    for its, value in values.items():
        family.add_metric(its, value)
    return family
