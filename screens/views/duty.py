"""What the screens of duty and of the weekly draw are drawn from. Instants are aware; shown in the office's zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from leads.duty.limits import Excess
from leads.duty.roster import Plan
from leads.duty.swaps import SwapState
from screens.views.leafing import UNLEAFED, Leafed


class SwapSeat(StrEnum):
    OWNER = "owner"  # it is their duty that somebody is looked for
    COLLEAGUE = "colleague"  # may take it
    TAKER = "taker"


@dataclass(frozen=True, slots=True)
class SwapView:
    """`start` is that of the duty, or the moment from which a taken one counts."""

    seat: SwapSeat
    swap: int
    state: SwapState
    segment: str  # its name
    owner: str
    taker: str | None
    start: datetime
    end: datetime
    timezone: ZoneInfo
    richer: int = 0  # in tenths of a lead: than an average duty of its length; below nothing: poorer
    by: str | None = None  # name of whoever looks for somebody for the owner


@dataclass(frozen=True, slots=True)
class DutyLine:
    """Who is on duty in one span; nobody: empty."""

    start: datetime
    end: datetime
    names: tuple[str, ...]
    sought: bool = False  # one of them looks for somebody to take it
    instead_of: tuple[str, ...] = ()  # names of those from whom it was taken over


@dataclass(frozen=True, slots=True)
class RosterWeek:
    first: date  # Monday
    lines: tuple[DutyLine, ...]  # by their start; a duty stands in the week in which it begins

    def spans(self, zone: ZoneInfo) -> tuple[tuple[datetime, datetime, str], ...]:
        """The same for a picture: start, end (naive, by the clock on the office's wall) and name of each one."""
        return tuple(
            (
                line.start.astimezone(zone).replace(tzinfo=None),
                line.end.astimezone(zone).replace(tzinfo=None),
                name,
            )
            for line in self.lines
            for name in line.names
        )


@dataclass(frozen=True, slots=True)
class SegmentRoster:
    id: str
    name: str
    people: tuple[str, ...]  # names of the members, in the segment's order
    weeks: tuple[RosterWeek, ...]  # this one and the next, where not one alone is asked for
    by_roster: bool = True  # the segment shares by it, so that one can be proposed


@dataclass(frozen=True, slots=True)
class OwnDuty:
    """A coming duty of the reader's."""

    segment: str  # id
    segment_name: str
    start: datetime
    end: datetime
    sought: bool = False  # somebody is looked for already
    instead_of: tuple[str, ...] = ()  # names of those from whom they took it over


class RosterPart(StrEnum):
    """What is open on the card of /roster."""

    OWN = "own"  # the answer: when the reader is on duty, or who is now
    SWAP = "swap"  # the days that they may give away
    DAY = "day"  # the duties of such a day, where there are several
    SEGMENT = "segment"  # everybody's, in one segment
    FEED = "feed"  # the reader's own duty for the calendar of their phone
    PLANS = "plans"  # how next week's hours of a segment may be shared


@dataclass(frozen=True, slots=True)
class RosterView:
    """`about`: the segment that is open, or the ISO date of the day."""

    now: datetime
    timezone: ZoneInfo
    segments: tuple[SegmentRoster, ...]
    is_member: bool = False  # the reader, of one of them
    duties: tuple[OwnDuty, ...] = ()  # by their start
    may_propose: bool = False
    may_change: bool = False  # shifts, one by one
    feeds: bool = False  # whether the reader's own duty can be read at an address
    feed: str | None = None  # the address that there is
    part: RosterPart = RosterPart.OWN
    about: str = ""
    leafed: Leafed = UNLEAFED  # how far through the segments


@dataclass(frozen=True, slots=True)
class Planned:
    """What a proposal means for one person; the hours in seconds."""

    name: str
    seconds: int
    prime: int  # of these, in hours that bring more leads than an average one
    richer: int = 0  # in tenths of a lead: what their hours bring beyond as many average ones


@dataclass(frozen=True, slots=True)
class EditSlot:
    """One window of a proposal; times are those of the clock on the office's wall, naive."""

    place: int  # among those of the week
    start: datetime
    end: datetime
    names: tuple[str, ...]  # nobody: empty


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Somebody who can stand in the slot that is open."""

    key: str  # as a button names them
    name: str
    on: bool


@dataclass(frozen=True, slots=True)
class Editing:
    """What is open of a proposal. `menu`: nothing, `d3` the fourth day, `s5` the sixth slot."""

    first: date  # Monday
    menu: str
    slots: tuple[EditSlot, ...]
    people: tuple[OnDuty, ...] = ()
    leafed: Leafed = UNLEAFED  # how far through these


@dataclass(frozen=True, slots=True)
class Overdone:
    """Whose duties go beyond a limit of the office."""

    name: str
    what: Excess


@dataclass(frozen=True, slots=True)
class ProposalView:
    roster: int
    segment: str  # its name
    timezone: ZoneInfo
    week: RosterWeek
    plan: Plan
    state: (
        str  # proposed, approved, dismissed, replaced; late, stale: proposed, but not to be approved any more
    )
    settled_by: str | None
    people: tuple[Planned, ...]
    swaps: int = 0  # agreed on for this week already: approving ends them
    yours: int | None = None  # seconds of the reader's; None if they are not planned
    own: tuple[DutyLine, ...] = ()  # the reader's duties in it
    editing: Editing | None = None  # while it waits for the head's word
    overdone: tuple[Overdone, ...] = ()


class Stage(StrEnum):
    ANNOUNCED = "announced"
    CLOSED = "closed"  # the lots are, and the throw is waited for
    SET_ASIDE = "set_aside"  # the segment shares by another rule just now
    MISSED = "missed"  # its week is over
    HELD = "held"


@dataclass(frozen=True, slots=True)
class PlanDay:
    day: date
    name: str
    is_reader: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """What is told once a draw is held."""

    secret: str
    lots: tuple[tuple[str, int], ...]  # names with their lots
    plan: tuple[PlanDay, ...]  # the days on which the office opens
    order: tuple[str, ...]  # names
    newcomers: tuple[str, ...]  # names of those who have joined since
    lots_text: str  # as it is hashed, with the short ids
    ids: tuple[str, ...]  # of those who were drawn, in the segment's order
    throw: str | None = None  # as it is hashed; None: nobody was to throw


@dataclass(frozen=True, slots=True)
class DrawView:
    stage: Stage
    segment: str  # its short id
    segment_name: str
    monday: date
    now: datetime
    timezone: ZoneInfo
    draw_at: datetime
    commitment: str
    thrown: tuple[tuple[str, datetime | None], ...]  # names of those who have thrown a lot, and when
    may_throw: bool
    own_lot: int | None
    opened: Opened | None = None  # HELD only
    thrower: str | None = None  # name of whoever throws the dice when the lots are closed
    throw_until: datetime | None = None
    throws: bool = False  # it is for the reader to throw, when the lots are closed
    in_its_week: bool = False  # announced when its week had begun: the scheme was switched in it
