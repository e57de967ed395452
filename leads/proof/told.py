"""One lead as the ledger tells it, and what the steps of its life have in common.

The very values that the office stores are made anew, entry by entry: what is stored otherwise has been changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from leads.client import Cause
from leads.entries.people import Erased
from leads.lead import OVER, OWNED, Lead, Offer, Result, State
from leads.presence import Cut, Worker
from leads.proof.attendance import Attendance
from leads.proof.audit import Books, Broken, same
from leads.proof.terms import InClear
from leads.rates import Record
from leads.track import Track
from leads.turns import Standing, Team


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Holds by segment what its leads have in common."""

    standings: dict[str, dict[str, Standing]]
    records: dict[str, dict[str, Record]]
    tracks: dict[str, Track]


@dataclass(slots=True)
class Told:
    """A `leads.life.Life`. Times are those of the entries.

    `delivered_at` is known of claimed offers only, to the second, and deadlines only of leads that wait.
    """

    lead: Lead
    offers: list[Offer] = field(default_factory=list)
    workers: dict[str, Worker] = field(default_factory=dict)  # everybody of whom an entry has told something
    standings: dict[str, Standing] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    track: Track = field(default_factory=Track)
    schemes: Mapping[str, str] = field(default_factory=dict)  # by segment
    everywhere: Everywhere = field(default_factory=lambda: Everywhere({}, {}, {}))
    owes: str | None = None  # to whom the very next entry must give a turn back
    taken: tuple[datetime, str] | None = None  # when it was taken last, and by whom
    put_back_at: datetime | None = None  # the clock, while an offer was live: it is waited for from there
    decides_at: datetime | None = (
        None  # when the window of the live offer is over; None: none is open, or was
    )

    @property
    def live(self) -> Offer | None:
        return self.offers[-1] if self.offers and self.offers[-1].result is Result.OPEN else None

    @property
    def scheme(self) -> str:
        return self.schemes[self.lead.segment]

    def enter(self, segment: str) -> None:
        """The lead belongs to this segment from here on."""
        everywhere = self.everywhere
        self.lead.segment = segment
        self.standings = everywhere.standings.setdefault(segment, Team())
        self.records = everywhere.records.setdefault(segment, {})
        self.track = everywhere.tracks.setdefault(segment, Track())

    @property
    def holder(self) -> str | None:
        """In whose hands it is just now."""
        return self.lead.holder if self.lead.state in OWNED else None


@dataclass(frozen=True, slots=True)
class Telling:
    """One entry, and what those before it have made of the office."""

    told: Told
    at: datetime
    books: Books
    people: Attendance
    terms: InClear

    @property
    def lead(self) -> Lead:
        return self.told.lead


def live_offer(telling: Telling) -> Offer:
    """Returns the offer that waits for an answer. Raises Broken."""
    offer = telling.told.live
    if offer is None:
        raise Broken(f"lead {telling.lead.number} is offered to nobody")
    return offer


def asked(telling: Telling, who: str) -> Offer:
    """Returns the live offer, of which this person is one who has not answered. Raises Broken."""
    offer = live_offer(telling)
    if who not in offer.unanswered:
        raise Broken(f"lead {telling.lead.number} is not offered to {who}")
    return offer


def check_gone(telling: Telling, who: str, why: Cut) -> None:
    """Checks that `who` had gone, as far as the entries say it: office hours and rosters are in none.

    Raises Broken.
    """
    worker, members = telling.people.of(who), telling.books.standings.get(telling.lead.segment, {})
    is_there = {
        Cut.LEAVE: who not in telling.people.leaves,
        Cut.OFF: worker.paused is None and worker.checked_in,
        Cut.GONE: who in members and telling.lead.owner != who,
    }
    if is_there.get(why):
        raise Broken(f"lead {telling.lead.number} is cut short for {who} ({why}), who was there")


def check_holder(telling: Telling, who: str, *states: State) -> None:
    """Checks that the lead is in the hands of this person, in one of these states. Raises Broken."""
    lead = telling.lead
    same(f"who holds lead {lead.number}", who, telling.told.holder)
    if lead.state not in states:
        raise Broken(f"lead {lead.number} is {lead.state}")


def payer(offer: Offer) -> str | None:
    return offer.turn.payer if offer.turn else None


def erase(leads: Mapping[int, Told], said: Erased) -> None:
    """The leads that an erasure names are erased. Raises Broken."""
    for number in said.leads:
        told = leads.get(number)
        if told is None:
            raise Broken(f"lead {number} has not been handed over")
        if told.lead.erased:
            raise Broken(f"the client of lead {number} is erased, but has been before")
        if said.cause is Cause.RETENTION and told.lead.state not in OVER:
            raise Broken(f"the client of lead {number} is erased for its age, but it is {told.lead.state}")
        told.lead.erased, told.lead.appointment, told.lead.last_mark = said.cause, None, None
