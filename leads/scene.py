"""Everything the rules need to move one lead: loaded before a decision, saved after it, together.

The flow changes a scene in memory and says every decision into `Scene.log`; whoever loaded the scene saves all of it
in one transaction, or throws it away. No personal data is in here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from leads.entries.kinds import Entry, OfLead
from leads.evolve import evolve
from leads.hours import IsHoliday
from leads.lead import Lead, Offer, Result, tried
from leads.office import Office, Segment
from leads.presence import Worker
from leads.rates import Record
from leads.track import Track
from leads.turns import Standing

Elsewhere = Callable[[str], int]
"""Tells how much somebody is owed in all segments but one, in units."""


def nothing_elsewhere(_: str) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class Beyond:
    """Another segment, for a lead that may go there: as of `Scene`."""

    standings: dict[str, Standing]
    records: dict[str, Record]
    draws: Mapping[date, tuple[str, ...]]
    elsewhere: Elsewhere
    track: Track


@dataclass(slots=True)
class Scene:
    office: Office
    is_holiday: IsHoliday
    lead: Lead
    workers: dict[str, Worker]  # everybody in the office
    standings: dict[str, Standing]  # the members of the lead's segment, in the segment's order
    offers: list[Offer] = field(default_factory=list)  # of this lead, oldest first
    log: list[Entry] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)  # won and lost in the lead's segment, by holder
    track: Track = field(default_factory=Track)  # what came of that segment's leads, as it decides
    draws: Mapping[date, tuple[str, ...]] = field(default_factory=dict)  # the orders drawn, by Monday
    beyond: Beyond | None = None  # the segment that the lead is just about to enter
    elsewhere: Elsewhere = nothing_elsewhere  # in all segments but the lead's
    keep_ledger: bool = True  # False: nobody will ask why, as in a replay for figures alone

    @property
    def segment(self) -> Segment:
        return self.office.segment(self.lead.segment)

    @property
    def live(self) -> Offer | None:
        """The offer that waits for an answer."""
        return self.offers[-1] if self.offers and self.offers[-1].result is Result.OPEN else None

    @property
    def tried(self) -> frozenset[str]:
        return tried(self.offers)

    @property
    def scheme(self) -> str:
        return self.segment.scheme

    def enter(self, segment: str) -> None:
        """The lead belongs to this segment from here on."""
        assert self.beyond, "who sends a lead there has looked who is there"
        self.lead.segment = segment
        self.standings, self.records = self.beyond.standings, self.beyond.records
        self.draws, self.elsewhere = self.beyond.draws, self.beyond.elsewhere
        self.track, self.beyond = self.beyond.track, None

    def say(self, said: OfLead, at: datetime) -> None:
        """Says an entry: it has its effect, and goes into the ledger."""
        evolve(self, said, at)
        if self.keep_ledger:
            self.log.append(Entry(self.lead.number, said))


def who_has(scene: Scene) -> tuple[str, ...]:
    """Returns whoever holds the lead, or may claim it now."""
    if scene.lead.holder:
        return (scene.lead.holder,)
    return scene.live.asked if scene.live else ()
