"""Verifies a ledger from its first entry on: the chain, every decision made again, every balance folded again.

Fed entry by entry, so that a ledger of any length can be read through. What the office has stored beside its
ledger is compared at the end: `leads.proof.comparison`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from leads.draws import Draw
from leads.ledger import GENESIS, BrokenChainError, Sealed, canonical, check_chain
from leads.proof import draw_checks, told_duty, told_erasure
from leads.proof.attendance import Attendance
from leads.proof.audit import Books, Broken, same
from leads.proof.causes import Causes, Noted
from leads.proof.evidence_checks import Before, check_assignment, check_claim, check_offer
from leads.proof.joining import Gate
from leads.proof.shapes import check_shape
from leads.proof.told import Telling, Told
from leads.proof.told_duty import Agreed
from leads.proof.told_hands import HANDS
from leads.proof.told_offers import OFFERS, handed
from leads.proof.told_past import imported

TELL: Final = {**OFFERS, **HANDS}
BEGINS: Final = {"handed": handed, "imported": imported}
DECISIONS: Final = {"offered": check_offer, "claimed": check_claim, "assigned": check_assignment}
NOT_WHOLE: Final = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)


class Verification:
    """`feed` every entry in order, then `end`; both raise BrokenChainError at the first that does not hold."""

    def __init__(self) -> None:
        self.books = Books()
        self.people = Attendance()
        self.agreed = Agreed()
        self.gate = Gate()
        self.leads: dict[int, Told] = {}
        self.draws: dict[tuple[str, date], Draw] = {}
        self.head = GENESIS
        self.entries = 0
        self.latest: datetime | None = None  # the latest time of any entry
        self.set_up: tuple[int, Mapping[str, Any]] | None = (
            None  # the last entry that seals it: number and body
        )
        self.decisions = 0  # made again
        self._orders: dict[str, dict[date, tuple[str, ...]]] = {}
        self._causes = Causes()
        self._owing: Told | None = None  # of whom the very next entry must give a turn back

    def feed(self, entry: Sealed) -> None:
        self.head = check_chain([entry], self.head, self.entries + 1)
        self.entries = entry.seq
        self.latest = max(entry.at, self.latest or entry.at)
        try:
            body = json.loads(entry.body)
            same("its text", entry.body, canonical(body))
            self._check(entry, body)
        except Broken as error:
            raise BrokenChainError(entry.seq, str(error)) from error
        except NOT_WHOLE as error:
            raise BrokenChainError(entry.seq, f"the entry {entry.kind!r} is not whole: {error!r}") from error

    def end(self) -> None:
        """Nothing follows."""
        if self._owing or not self._causes.end():
            raise BrokenChainError(self.entries + 1, "is missing")

    def _check(self, entry: Sealed, body: Mapping[str, Any]) -> None:
        check_shape(entry.kind, entry.lead, body, is_old=self.set_up is None)
        self.gate.apply(entry.kind, body, is_old=self.set_up is None)
        if entry.kind == "set_up":
            self.set_up = entry.seq, body
        self._causes.check(Noted(entry.kind, entry.lead, body))
        self._pay_back(entry)
        if entry.kind in BEGINS:
            self._begin(entry, body)
        if entry.kind == "scheme_switched":
            known = self.books.schemes.get(body["segment"])
            same(f"the scheme of segment {body['segment']} before", body["before"], known)
        told = self.leads.get(entry.lead or 0)
        if told and entry.kind in DECISIONS:
            orders = self._orders.get(told.lead.segment, {})
            DECISIONS[entry.kind](Before(told, self.books, self.people, orders, entry.at), body)
            self.decisions += entry.kind == "offered"
        self.books.apply(entry.kind, entry.lead, body, entry.at)
        self._tell(entry, body, told)

    def _pay_back(self, entry: Sealed) -> None:
        owing, self._owing = self._owing, None
        if owing and (entry.kind, entry.lead) != ("given_back", owing.lead.number):
            raise Broken(f"lead {owing.lead.number} does not give {owing.owes} his turn back")

    def _tell(self, entry: Sealed, body: Mapping[str, Any], told: Told | None) -> None:
        """What the entry makes of its lead, or of the office."""
        if entry.kind in TELL:
            if told is None:
                raise Broken(f"lead {entry.lead} has not been handed over")
            TELL[entry.kind](Telling(told, body, entry.at, self.books, self.people))
            self._owing = told if told.owes else None
        self.people.apply(entry.kind, body, entry.at)
        members = tuple(self.books.standings.get(body["segment"], ())) if "segment" in body else ()
        if entry.kind in draw_checks.KINDS:
            self._draw(entry, body, members)
        elif entry.kind in told_duty.KINDS:
            self.agreed.apply(entry.kind, body, members)
        elif entry.kind == told_erasure.KIND:
            told_erasure.erase(self.leads, body)

    def _begin(self, entry: Sealed, body: Mapping[str, Any]) -> None:
        """A lead is handed over, or comes out of a file of past ones."""
        if entry.lead in self.leads:
            return  # the books say so
        number, scheme = len(self.leads) + 1, self.books.schemes.get(body["segment"])
        same("its number", entry.lead, number)
        if entry.kind == "handed":
            same("the scheme", body["scheme"], scheme)
        elif scheme is None:
            raise Broken(f"there is no segment {body['segment']}")
        self.leads[number] = BEGINS[entry.kind](number, body, entry.at)

    def _draw(self, entry: Sealed, body: Mapping[str, Any], members: tuple[str, ...]) -> None:
        week = body["segment"], date.fromisoformat(body["monday"])
        draw_checks.check_entry(self.draws.get(week), entry, body, members)
        draw = self.draws[week] = draw_checks.moved_on(self.draws.get(week), week, entry, body)
        if draw.opened_at:
            self._orders.setdefault(draw.segment, {})[draw.monday] = draw.order
