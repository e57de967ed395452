"""The shape of the office file: which keys each table has, and what may stand there.

Nothing here has a default: what a file leaves out takes its value from `leads.office`.
"""

from __future__ import annotations

from datetime import time, timedelta
from typing import Annotated, Any, Final, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    NaiveDatetime,
    PlainValidator,
    StrictBool,
    StringConstraints,
    model_validator,
)

from files.office_file import values
from leads.office import LadderStep, OwnerRule, Presence, Role, ShiftKind
from leads.reasons import DeclineReason
from leads.sources import SourceKind
from leads.wall_clock import WeeklyRule

VARIABLE: Final = r"^[A-Za-z_][A-Za-z0-9_]{0,63}$"

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,32}$")]  # travels in the data of buttons
Name = Annotated[str, StringConstraints(max_length=100), AfterValidator(values.name)]
Variable = Annotated[str, StringConstraints(pattern=VARIABLE)]
Count = Annotated[int, Field(strict=True, ge=0, le=1_000_000)]
Months = Annotated[int, Field(strict=True, ge=1, le=1200)]
Share = Annotated[float, Field(strict=True, ge=0, le=1)]
Weight = Annotated[
    float, Field(strict=True, gt=0, le=1000, allow_inf_nan=False), AfterValidator(values.three_decimals)
]
TelegramId = Annotated[int, Field(strict=True, gt=0, lt=2**52)]  # Bot API, User: 52 significant bits
Locale = Literal["ru", "en"]
Length = Annotated[timedelta, PlainValidator(values.length)]
LengthOrZero = Annotated[timedelta, PlainValidator(values.length_or_zero)]
Lengths = Annotated[tuple[Length, ...], AfterValidator(values.ascending)]
Clock = Annotated[time, PlainValidator(values.clock)]
Weekly = Annotated[WeeklyRule, PlainValidator(values.weekly)]
Spans = Annotated[tuple[tuple[time, time], ...], PlainValidator(values.spans_of_a_day)]
WallClock = Annotated[NaiveDatetime, Field(strict=True), AfterValidator(values.in_our_days)]
NotEmpty = AfterValidator(values.not_empty)
Words = Annotated[tuple[Name, ...], NotEmpty]
Roles = Annotated[tuple[Role, ...], NotEmpty, AfterValidator(values.without_doubles)]
Reasons = Annotated[tuple[DeclineReason, ...], AfterValidator(values.without_doubles)]
Ids = Annotated[tuple[Id, ...], AfterValidator(values.without_doubles)]
Ladder = Annotated[tuple[LadderStep, ...], NotEmpty, AfterValidator(values.in_ladder_order)]
Phone = Annotated[str, PlainValidator(values.phone)]
Phones = Annotated[tuple[Phone, ...], AfterValidator(values.without_doubles)]
TimeZone = Annotated[ZoneInfo, PlainValidator(values.time_zone)]
Country = Annotated[str, PlainValidator(values.country)]


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    def given(self) -> dict[str, Any]:
        """Only what the file says, by the names of `leads.office`."""
        return {name: getattr(self, name) for name in self.model_fields_set}


class PolicyTable(Table):
    ack_timeout: Length | None = None
    offers: Count | None = None
    ladder: Ladder | None = None
    step_timeout: Length | None = None
    owner: OwnerRule | None = None


POLICY_KEYS = PolicyTable.model_fields.keys()


class HoursTable(Table):
    """`"always"`, or spans by days: `{ mon-fri = "09:00-18:00", sat = ["10:00-13:00", "14:00-16:00"] }`."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Spans]

    holidays: Country | None = None

    @model_validator(mode="before")
    @classmethod
    def _always(cls, raw: object) -> object:
        return values.hours(raw)


class OfficeTable(PolicyTable):
    name: Name
    timezone: TimeZone
    locale: Locale | None = None
    hours: HoursTable | None = None
    holidays: Country | None = None
    presence: Presence | None = None
    decline_costs_turn: StrictBool | None = None
    free_decline_reasons: Reasons | None = None
    pause_after_lapses: Count | None = None
    offers_at_once: Annotated[Count, Field(ge=1)] | None = None
    owner_wait: Length | None = None
    summary_at: Clock | None = None
    outcome_reminders: Lengths | None = None
    seal_to: Roles | None = None
    retention_months: Months | None = None
    own_phones: Phones | None = None


class PersonTable(Table):
    id: Id
    name: Name
    roles: Roles
    telegram_id: TelegramId | None = None
    weight: Weight | None = None
    capacity: Annotated[Count, Field(ge=1)] | None = None
    locale: Locale | None = None


class MatchTable(Table):
    region: Words | None = None
    keywords: Words | None = None
    source: Words | None = None
    language: Words | None = None
    known_client: StrictBool | None = None


class SegmentTable(PolicyTable):
    id: Id
    name: Name
    scheme: str | None = None  # the names are checked with the other references
    reserve: str | None = None
    members: Ids | None = None
    match: MatchTable | None = None
    wrap_up: LengthOrZero | None = None
    floor: Share | None = None
    min_sample: Count | None = None


class SourceTable(Table):
    id: Id
    name: Name
    kind: SourceKind
    segment: Id | None = None
    secret_env: Variable | None = None
    straight_on: StrictBool | None = None


class ShiftTable(Table):
    segment: Id
    who: Id
    weekly: Weekly | None = None
    start: WallClock | None = Field(default=None, alias="from")
    end: WallClock | None = Field(default=None, alias="to")
    kind: ShiftKind | None = None
    instead_of: Id | None = None


class OfficeFile(Table):
    office: OfficeTable
    people: tuple[PersonTable, ...] = ()
    segments: tuple[SegmentTable, ...] = ()
    sources: tuple[SourceTable, ...] = ()
    shifts: tuple[ShiftTable, ...] = ()
