"""Verifies a ledger from its first entry on: the chain, every decision made again, every balance folded again.

Fed entry by entry, so that a ledger of any length can be read through. What the office has stored beside its
ledger is compared at the end: `leads.proof.comparison`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final, assert_never, cast

from leads import teams
from leads.draws import Draw
from leads.entries.asking import Claimed, ClaimedLate, GivenBack, Handed, Offered, Withdrawn
from leads.entries.clients import ClientsJoined, ClientsParted
from leads.entries.duty import (
    DrawAnnounced,
    DrawOpened,
    DrawThrown,
    LotThrown,
    RosterApproved,
    RosterChanged,
    RosterDismissed,
    RosterProposed,
    SwapOpened,
    SwapTaken,
    SwapWithdrawn,
)
from leads.entries.hands import Assigned, Imported, Reopened
from leads.entries.kinds import OF_A_LEAD, Entry, OfDraws, OfLead, OfOffice, Said, read
from leads.entries.people import (
    Erased,
    InvitationRevoked,
    Invited,
    Joined,
    LeaveDropped,
    MemberJoined,
    MemberLeft,
    MembersOrdered,
    Off,
    On,
    ReserveChanged,
    SchemeSwitched,
    SetUp,
    Unreachable,
    WeightChanged,
)
from leads.evolve import evolve
from leads.lead import Step
from leads.ledger import GENESIS, BrokenChainError, Sealed, canonical, check_chain
from leads.proof import draw_checks
from leads.proof.attendance import Attendance
from leads.proof.audit import Books, Broken, same
from leads.proof.beside import Gate
from leads.proof.causes import Causes
from leads.proof.evidence_checks import (
    Before,
    check_assignment,
    check_claim,
    check_late_claim,
    check_offer,
    check_reopening,
)
from leads.proof.following import begun, check
from leads.proof.forms import check_shape
from leads.proof.of_asking import check_added
from leads.proof.of_pulling import check_pull
from leads.proof.terms import InClear
from leads.proof.told import Everywhere, Telling, Told, erase
from leads.proof.told_clients import OneClient
from leads.proof.told_duty import Agreed
from leads.rates import Record
from leads.track import Track
from leads.turns import Standing, Team

NOT_WHOLE: Final = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)


class Verification:
    """`feed` every entry in order, then `end`; both raise BrokenChainError at the first that does not hold."""

    def __init__(self) -> None:
        self.books = Books()
        self.people = Attendance()
        self.agreed = Agreed()
        self.one_client = OneClient()
        self.gate = Gate()
        self.terms = InClear()
        self.leads: dict[int, Told] = {}
        self.draws: dict[tuple[str, date], Draw] = {}
        self.head = GENESIS
        self.entries = 0
        self.latest: datetime | None = None  # the latest time of any entry
        self.set_up: tuple[int, Mapping[str, Any]] | None = (
            None  # the last entry that seals it: number and body
        )
        self.decisions = 0  # made again
        self.standings: dict[str, dict[str, Standing]] = {}  # by segment, by the effects: beside the books
        self.records: dict[str, dict[str, Record]] = {}  # likewise
        self.tracks: dict[str, Track] = {}  # likewise
        self._lying: set[int] = set()  # numbers of leads that wait to be asked for, or did
        self._orders: dict[str, dict[date, tuple[str, ...]]] = {}
        self._causes = Causes()
        self._owing: Told | None = None  # of whom the very next entry must give a turn back

    def feed(self, entry: Sealed) -> None:
        self.head = check_chain([entry], self.head, self.entries + 1)
        self.entries = entry.seq
        self.latest = max(entry.at, self.latest or entry.at)
        try:
            body = json.loads(entry.body)
            check_shape(entry.kind, entry.lead, body, is_old=self.set_up is None)
            said = read(entry.kind, body)
            same("its text", entry.body, canonical(said.body()))
            self._check(Entry(entry.lead, said), entry)
        except Broken as error:
            raise BrokenChainError(entry.seq, str(error)) from error
        except NOT_WHOLE as error:
            raise BrokenChainError(entry.seq, f"the entry {entry.kind!r} is not whole: {error!r}") from error

    def end(self) -> None:
        """Says that nothing follows."""
        if self._owing or not self._causes.end():
            raise BrokenChainError(self.entries + 1, "is missing")
        for what, books, here in (
            ("balances", self.books.standings, self.standings),
            ("closing records", self.books.records, self.records),
        ):
            if some(books) != some(here):
                raise BrokenChainError(self.entries, f"leaves other {what} than the movements add up to")

    def _check(self, entry: Entry, sealed: Sealed) -> None:
        said, at = entry.said, sealed.at
        self.gate.apply(said, is_old=self.set_up is None)
        if isinstance(said, SetUp):
            self.set_up = sealed.seq, said.body()
            self.terms.apply(said)
        self._causes.check(entry)
        self._pay_back(entry)
        if isinstance(said, Handed | Imported):
            self._begin(entry.lead, said)
        if isinstance(said, SchemeSwitched):
            known = self.books.schemes.get(said.segment)
            same(f"the scheme of segment {said.segment} before", said.before, known)
        told = self.leads.get(entry.lead or 0)
        if told:
            self._decide(told, said, at)
        self.books.apply(entry, at)
        if said.kind in OF_A_LEAD:
            self._live(told, entry.lead, cast("OfLead", said), at)
        else:
            self._tell(cast("OfOffice", said), at)

    def _decide(self, told: Told, said: Said, at: datetime) -> None:
        """Whether a decision follows from what was known."""
        if not isinstance(said, Offered | Claimed | ClaimedLate | Assigned | Reopened):
            return
        orders = self._orders.get(told.lead.segment, {})
        before = Before(told, self.books, self.people, orders, at, self.terms)
        match said:
            case Offered():
                check_offer(before, said)
                self.decisions += 1
                if said.step is Step.PULL:
                    self._lying.add(told.lead.number or 0)
            case Claimed():
                check_claim(before, said)
                if said.step is Step.PULL:
                    check_pull(before, said, [self.leads[number] for number in sorted(self._lying)])
                self._lying.discard(told.lead.number or 0)
            case ClaimedLate():
                check_late_claim(before, said)
            case Assigned():
                check_assignment(before, said)
            case Reopened():
                check_reopening(before, said)

    def _pay_back(self, entry: Entry) -> None:
        owing, self._owing = self._owing, None
        if owing and not (isinstance(entry.said, GivenBack) and entry.lead == owing.lead.number):
            raise Broken(f"lead {owing.lead.number} does not give {owing.owes} their turn back")

    def _live(self, told: Told | None, number: int | None, said: OfLead, at: datetime) -> None:
        """What is said may happen to the lead now, and has its effect."""
        if told is None:
            raise Broken(f"lead {number} has not been handed over")
        check(Telling(told, at, self.books, self.people, self.terms), said)
        if isinstance(said, Withdrawn) and said.into is not None:
            check_added(told, self.leads.get(said.into))
        evolve(told, said, at)
        self._owing = told if told.owes else None

    def _tell(self, said: OfOffice, at: datetime) -> None:  # noqa: C901 - one line a kind
        match said:
            case DrawAnnounced() | LotThrown() | DrawThrown() | DrawOpened():
                self._draw(said, at)
            case SwapOpened() | SwapTaken() | SwapWithdrawn() | RosterProposed() | RosterApproved():
                self.agreed.apply(said, self._members(said.segment))
            case RosterChanged() | RosterDismissed():
                if said.by:
                    self.people.of(said.by)
                self.agreed.apply(said, ())
            case Erased():
                erase(self.leads, said)
            case ClientsJoined() | ClientsParted():
                self.people.of(said.by)
                self.one_client.apply(said, self.leads)
            case On():
                self.people.apply(said, at)
                for standings in self.standings.values():
                    teams.to_the_end(standings, said.who)
            case WeightChanged() | Off() | LeaveDropped() | Joined():
                self.people.apply(said, at)
            case MemberJoined() | MemberLeft() | MembersOrdered() | SchemeSwitched() | ReserveChanged():
                teams.evolve(self.standings.setdefault(said.segment, Team()), said)
            case SetUp() | Invited() | InvitationRevoked() | Unreachable():
                pass
            case _:
                assert_never(said)

    def _members(self, segment: str) -> tuple[str, ...]:
        return tuple(self.books.standings.get(segment, ()))

    def _begin(self, lead: int | None, said: Handed | Imported) -> None:
        """A lead is handed over, or comes out of a file of past ones."""
        if lead in self.leads:
            return  # the books say so
        number, segment = len(self.leads) + 1, said.segment
        scheme = self.books.schemes.get(segment)
        same("its number", lead, number)
        if isinstance(said, Handed):
            same("the scheme", said.scheme, scheme)
        elif scheme is None:
            raise Broken(f"there is no segment {segment}")
        self.leads[number] = Told(
            begun(number, said),
            workers=self.people.workers,
            standings=self.standings.setdefault(segment, Team()),
            records=self.records.setdefault(segment, {}),
            track=self.tracks.setdefault(segment, Track()),
            schemes=self.books.schemes,
            everywhere=Everywhere(self.standings, self.records, self.tracks),
        )

    def _draw(self, said: OfDraws, at: datetime) -> None:
        week = said.segment, said.monday
        draw_checks.check_entry(self.draws.get(week), said, at, self._members(said.segment))
        draw = draw_checks.moved_on(self.draws.get(week), said, at)
        if draw:
            self.draws[week] = draw
            if draw.opened_at:
                self._orders.setdefault(draw.segment, {})[draw.monday] = draw.order


def some(by_segment: Mapping[str, Mapping[str, object]]) -> dict[str, list[tuple[str, object]]]:
    """Leaves them in their order, without the segments that have nothing."""
    return {segment: list(found.items()) for segment, found in by_segment.items() if found}
