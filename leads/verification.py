"""Verifies a ledger from its first entry on: the chain, every decision made again, every balance folded again.

Fed entry by entry, so that a ledger of any length can be read through. What the office has stored beside its
ledger is compared at the end: `leads.comparison`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from leads.audit import Books, Broken
from leads.evidence_checks import check_offer
from leads.ledger import GENESIS, BrokenChainError, Sealed, check_chain


@dataclass(slots=True)
class LeadFacts:
    """What the ledger says of one lead."""

    segment: str
    handed_at: datetime
    known: bool
    owner: str | None
    holder: str | None = None
    outcome: str | None = None
    amount: int | None = None
    lost_reason: str | None = None
    offers: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)  # step and people


class Verification:
    """`feed` every entry in order; it raises BrokenChainError at the first that does not hold."""

    def __init__(self) -> None:
        self.books = Books()
        self.leads: dict[int, LeadFacts] = {}
        self.head = GENESIS
        self.entries = 0
        self.decisions = 0  # made again
        self._orders: dict[str, dict[date, tuple[str, ...]]] = {}

    def feed(self, entry: Sealed) -> None:
        self.head = check_chain([entry], self.head, self.entries + 1)
        self.entries = entry.seq
        try:
            self._check(entry, json.loads(entry.body))
        except Broken as error:
            raise BrokenChainError(entry.seq, str(error)) from error
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BrokenChainError(entry.seq, f"the entry {entry.kind!r} is not whole: {error!r}") from error

    def _check(self, entry: Sealed, body: Mapping[str, Any]) -> None:
        if entry.kind == "offered" and entry.lead is not None:
            facts = self._facts(entry.lead)
            orders = self._orders.get(facts.segment, {})
            check_offer(self.books, entry.lead, body, facts.owner, orders, entry.at)
            self.decisions += 1
        self.books.apply(entry.kind, entry.lead, body, entry.at)
        if entry.kind == "draw_opened":
            order = tuple(body["order"])
            self._orders.setdefault(body["segment"], {})[date.fromisoformat(body["monday"])] = order
        elif entry.lead is not None:
            self._tell(entry, entry.lead, body)

    def _tell(self, entry: Sealed, lead: int, body: Mapping[str, Any]) -> None:
        """What becomes of the lead."""
        if entry.kind == "handed":
            self.leads[lead] = LeadFacts(body["segment"], entry.at, body["known"], body["owner"])
            return
        facts = self._facts(lead)
        match entry.kind:
            case "offered":
                facts.offers.append((body["step"], tuple(body["offered"])))
            case "assigned":
                facts.holder = body["who"]
                facts.offers.append(("assign", (body["who"],)))
            case "claimed":
                facts.holder = body["who"]
            case "returned":
                facts.holder = None
            case "closed":
                facts.outcome = body["outcome"]
            case "settled" if body["bad"]:
                facts.outcome = "bad"
            case "amount":
                facts.amount = body["amount"]
            case "lost_reason":
                facts.lost_reason = body["reason"]

    def _facts(self, lead: int) -> LeadFacts:
        if lead not in self.leads:
            raise Broken(f"lead {lead} has not been handed over")
        return self.leads[lead]
