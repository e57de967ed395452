"""The office as it was set up: people, segments, shifts, and the policy that leads follow.

These values are immutable; a changed office is a new value. What is declared here as a setting is one for the office
file, the database and the docs, too (`leads.settings`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Final, NoReturn
from zoneinfo import ZoneInfo

from leads.crm import Crm
from leads.hooks import Hook
from leads.hours import Hours, Rota, Schedule
from leads.reasons import DeclineReason
from leads.settings import (
    Addresses,
    AnyOf,
    Clock,
    Flag,
    Group,
    Length,
    LengthOrNever,
    LengthOrOff,
    Lengths,
    Locale,
    Number,
    OneOf,
    OpeningHours,
    Percent,
    Phones,
    SchemeName,
    Setting,
    Several,
    Title,
    Whole,
    Zone,
    declared,
    setting,
    settings_of,
)
from leads.shares import weight_units
from leads.sources import Source
from leads.wall_clock import WeeklyRule
from leads.words import folded


class Role(StrEnum):
    SECRETARY = "secretary"
    MANAGER = "manager"
    HEAD = "head"
    DIRECTOR = "director"
    ADMIN = "admin"


class Presence(StrEnum):
    """Says how the office knows who is at work."""

    HOURS = "hours"  # present in office hours unless paused
    CHECK_IN = "check_in"  # present from /on to /off


class OwnerRule(StrEnum):
    """Says what happens to a known client's lead."""

    OFF = "off"  # routed like anybody's
    LEAVE_MESSAGE = "leave_message"  # an absent owner is waited for
    DEPUTISE = "deputise"  # an absent owner is stood in for by the scheme


class SaleNeeds(StrEnum):
    """Says what has to be told for a lead to be sold."""

    NOTHING = "nothing"
    AMOUNT = "amount"  # what it brought; until then it is open


class QueueShows(StrEnum):
    """Says what /queue shows of the others to whoever is no head: the head sees names."""

    NAMES = "names"
    PLACES = "places"  # one's own place and figures only


class LadderStep(StrEnum):
    EVERYONE = "everyone"
    HEAD = "head"
    DIRECTOR = "director"


class ShiftKind(StrEnum):
    """Says what a dated shift does to the weekly ones."""

    ADD = "add"
    REPLACE = "replace"
    REMOVE = "remove"


class Origin(StrEnum):
    """Says where a shift comes from (docs/decisions/0007-agreed-duty.md)."""

    FILE = "file"
    ROSTER = "roster"  # an approved proposal: in its week it is the plan
    SWAP = "swap"  # one has taken another's duty


FAIR: Final = "balance"
"""The scheme of a segment that names none; it decides, too, where nobody knows what a hand would have done."""

NOTHING, HOUR = timedelta(0), timedelta(hours=1)
DAY: Final[timedelta] = timedelta(days=1)
ALWAYS = Hours.always()


@dataclass(frozen=True, slots=True)
class Policy:
    """Says how a lead of one segment moves; snapshotted into the lead when it is handed over."""

    ack_timeout: timedelta = setting(timedelta(minutes=5), Length(), Group.WAITING)
    offers: int = setting(3, Whole(), Group.WAITING)
    ladder: tuple[LadderStep, ...] = setting(
        tuple(LadderStep), Several(LadderStep, in_order=True), Group.WAITING
    )
    step_timeout: timedelta = setting(timedelta(minutes=10), Length(), Group.WAITING)
    owner: OwnerRule = setting(OwnerRule.DEPUTISE, OneOf(OwnerRule), Group.WAITING)


@dataclass(frozen=True, slots=True)
class Match:
    """What a segment's rule reads. Every part that is given must hold; inside a part any word is enough."""

    region: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    known_client: bool | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    id: str
    name: str
    scheme: str = setting(FAIR, SchemeName(), Group.FAIRNESS)
    members: tuple[str, ...] = ()
    match: Match | None = None  # None: everything else
    policy: Policy = Policy()  # the office's, with the segment's own values laid over it
    overrides: frozenset[str] = frozenset()  # which policy keys the segment sets itself
    wrap_up: timedelta = setting(NOTHING, Length(NOTHING), Group.FAIRNESS)
    floor: float = setting(0.5, Number(0, 1), Group.FAIRNESS)
    min_sample: int = setting(20, Whole(), Group.FAIRNESS)
    ceiling: float = setting(1.5, Number(1, 100), Group.FAIRNESS)  # of an equal share
    half_life: timedelta = setting(  # of what came of leads; nothing: it never fades
        90 * DAY, LengthOrNever(), Group.FAIRNESS
    )
    window: timedelta = setting(NOTHING, Length(NOTHING), Group.FAIRNESS)
    day_limit: int = setting(  # next: so many leads a day to whoever asks; 0: as many as there are
        0, Whole(), Group.FAIRNESS
    )
    reserve: str | None = setting(  # where `scheme` has nothing to say: a silent head
        None, SchemeName(), Group.FAIRNESS
    )
    retired: bool = False  # taken out of the office file; its open leads still find it
    heads: tuple[str, ...] = ()  # of this one alone, beside those of the whole office


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    roles: tuple[Role, ...]
    telegram_id: int | None = None
    weight: float = 1.0
    capacity: int | None = None  # open leads at once; None: no limit
    locale: str = "ru"
    hours: Hours | None = None  # their own, by the week; without these and a rota: the office's
    rota: Rota | None = None  # their own, by so many days on and off; not beside `hours`


@dataclass(frozen=True, slots=True)
class Shift:
    """One line of a duty roster: weekly, or dated with a kind. Wall-clock times in the office's time zone."""

    segment: str
    who: str
    weekly: WeeklyRule | None = None
    start: datetime | None = None  # naive wall-clock, dated shifts only
    end: datetime | None = None
    kind: ShiftKind = ShiftKind.ADD
    instead_of: str | None = None  # replace: whom; None: everybody on duty
    origin: Origin = Origin.FILE


@dataclass(frozen=True)
class Office:
    name: str
    timezone: ZoneInfo = field(metadata=declared(Zone(), Group.HOURS, twice=True))
    locale: str = setting("ru", Locale(), Group.HOURS)
    hours: Hours = setting(ALWAYS, OpeningHours(), Group.HOURS)
    presence: Presence = setting(Presence.HOURS, OneOf(Presence), Group.HOURS)
    policy: Policy = Policy()
    decline_costs_turn: bool = setting(True, Flag(), Group.FAIRNESS)  # also a lapse
    free_reasons: frozenset[str] = setting(  # declines that cost no turn
        frozenset({"wrong_segment", "conflict"}),
        AnyOf(DeclineReason),
        Group.FAIRNESS,
        key="free_decline_reasons",
    )
    free_declines: int = setting(10, Percent(), Group.FAIRNESS)  # of somebody's last answers (leads/norm.py)
    pause_after_lapses: int = setting(2, Whole(), Group.WAITING)  # 0: never
    first_contact: timedelta = setting(  # after a claim, in the holder's working time
        timedelta(minutes=30), LengthOrOff(), Group.OUTCOMES
    )
    unattended: timedelta = setting(  # while the segment is open: nobody's lead, or a client of somebody away
        timedelta(minutes=30), LengthOrOff(), Group.OUTCOMES
    )
    offers_at_once: int = setting(  # nobody has more unanswered offers of their own than this
        2, Whole(1), Group.WAITING
    )
    owner_wait: timedelta = setting(  # how long an absent owner is waited for at most
        DAY, Length(), Group.WAITING
    )
    leave_buffer: timedelta = setting(  # working hours before a leave, without new leads
        2 * HOUR, Length(NOTHING), Group.DUTY
    )
    rest: timedelta = setting(  # between two shifts of one person in a proposed roster
        11 * HOUR, Length(NOTHING), Group.DUTY
    )
    week_hours: timedelta = setting(  # of one person in a week of it, at most
        40 * HOUR, Length(HOUR), Group.DUTY
    )
    hand_over_after: timedelta = setting(  # a draft with a contact goes by itself then
        NOTHING, LengthOrOff(), Group.WAITING
    )
    callback_grace: timedelta = setting(  # a missed call is a lead then, unless somebody has called back
        timedelta(seconds=30), Length(NOTHING), Group.WAITING
    )
    queue_shows: QueueShows = setting(  # to whoever may be next themselves
        QueueShows.NAMES, OneOf(QueueShows), Group.FAIRNESS
    )
    undo: timedelta = setting(  # a holder takes an outcome back; the head always may
        DAY, Length(NOTHING), Group.OUTCOMES
    )
    stale_after: timedelta = setting(  # open for so long counts as lost until it is closed
        14 * DAY, LengthOrOff(), Group.OUTCOMES
    )
    sale_needs: SaleNeeds = setting(SaleNeeds.NOTHING, OneOf(SaleNeeds), Group.OUTCOMES)
    summary_at: time = setting(time(18, 30), Clock(), Group.OUTCOMES)
    outcome_reminders: tuple[timedelta, ...] = setting((DAY, 7 * DAY, 21 * DAY), Lengths(), Group.OUTCOMES)
    seal_to: tuple[Role, ...] = setting(  # who gets the ledger's head every evening
        (Role.DIRECTOR,), Several(Role), Group.FAIRNESS
    )
    director_sees_clients: bool = setting(  # names and phones, as the head does
        False, Flag(), Group.PRIVACY, twice=True
    )
    secretary_sees_amounts: bool = setting(  # what their leads have brought
        False, Flag(), Group.PRIVACY, twice=True
    )
    own_phones: tuple[str, ...] = setting((), Phones(), Group.PRIVACY)  # in E.164: never a client's
    own_contacts: tuple[str, ...] = setting(  # the office's names in Telegram and addresses
        (), Addresses(), Group.PRIVACY
    )
    retention_months: int | None = setting(  # after the last contact; None: kept for ever
        None, Whole(1, 1200), Group.PRIVACY, twice=True
    )
    people: tuple[Person, ...] = ()
    segments: tuple[Segment, ...] = ()
    sources: tuple[Source, ...] = ()
    hooks: tuple[Hook, ...] = ()
    shifts: tuple[Shift, ...] = field(default=())
    crm: Crm | None = None

    def person(self, id: str) -> Person:
        """Finds somebody by id. It raises KeyError for a stranger."""
        return self._people.get(id) or _missing("person", id)

    def weights(self, people: Iterable[str]) -> dict[str, int]:
        """Returns weights in thousandths. It raises KeyError for a stranger."""
        return {who: self._weights[who] for who in people}

    def has(self, id: str) -> bool:
        return id in self._people

    def segment(self, id: str) -> Segment:
        """Finds a segment by id. It raises KeyError for an unknown segment."""
        return self._segments.get(id) or _missing("segment", id)

    def source(self, called: str | None) -> Source | None:
        """Finds one by its id or its name, as people write it; None for one that the office has not named."""
        return self._sources.get(folded(called)) if called else None

    def source_name(self, called: str) -> str:
        """Tells what a stored source is called; one that the office has not named, as it is."""
        found = self.source(called)
        return found.name if found else called

    def shifts_of(self, segment: str) -> tuple[Shift, ...]:
        return tuple(shift for shift in self.shifts if shift.segment == segment)

    def with_role(self, role: Role) -> tuple[Person, ...]:
        return tuple(p for p in self.people if role in p.roles)

    @cached_property
    def capacities(self) -> dict[str, int]:
        """The limits of those who have one."""
        return {p.id: p.capacity for p in self.people if p.capacity is not None}

    @cached_property
    def schedules(self) -> dict[str, Schedule]:
        """The hours of those who have their own."""
        own = {p.id: p.rota or p.hours for p in self.people}
        return {who: schedule for who, schedule in own.items() if schedule}

    def schedule_of(self, who: str) -> Schedule:
        """Returns somebody's own hours, or the office's."""
        return self.schedules.get(who, self.hours)

    @cached_property
    def _weights(self) -> dict[str, int]:
        return {p.id: weight_units(p.weight) for p in self.people}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        names = {folded(source.name): source for source in reversed(self.sources)}
        return names | {folded(source.id): source for source in self.sources}

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {p.id: p for p in self.people}

    @cached_property
    def _segments(self) -> dict[str, Segment]:
        return {s.id: s for s in self.segments}


def _missing(kind: str, key: str) -> NoReturn:
    raise KeyError(f"no {kind} {key!r} in this office")


OF_OFFICE: Final = settings_of(Office)
OF_POLICY: Final = settings_of(Policy)
"""Those of the office that a segment may lay its own values over."""
OF_SEGMENT: Final = settings_of(Segment)
SETTINGS: Final = (*OF_OFFICE, *OF_POLICY, *OF_SEGMENT)
"""Every setting that there is: in which group the chat shows it, with which texts, and what it takes."""
OFFICE_NAME: Final = Setting("name", "name", Title(), None, Group.HOURS, required=True)
"""What the office is called; it stands beside the others and is changed as they are."""
