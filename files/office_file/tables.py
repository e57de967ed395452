"""The shape of the office file: which keys each table has, and what may stand there.

Nothing here has a default: what a file leaves out takes its value from `leads.office`. The settings of the office and
of segments are declared there, too; here stands how each kind of them is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
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
    create_model,
    model_validator,
)

from files.office_file import values
from leads.crm import CrmKind, CrmStage
from leads.hooks import MOST_HOOKS
from leads.office import OF_OFFICE, OF_POLICY, OF_SEGMENT, Role, ShiftKind
from leads.settings import (
    MANY,
    Addresses,
    AnyOf,
    Clock,
    Flag,
    Kind,
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
    Whole,
    Zone,
)
from leads.sources import SourceKind
from leads.wall_clock import WeeklyRule

VARIABLE: Final = r"^[A-Za-z_][A-Za-z0-9_]{0,63}$"

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,32}$")]  # travels in the data of buttons
Name = Annotated[str, StringConstraints(max_length=100), AfterValidator(values.name)]
Variable = Annotated[str, StringConstraints(pattern=VARIABLE)]
Extension = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_.@-]{1,64}$")]  # as the exchange calls it
FieldName = Annotated[str, StringConstraints(min_length=1, max_length=200)]  # as the sender's form has it
Url = Annotated[str, StringConstraints(max_length=200), AfterValidator(values.url)]
TheirNumber = Annotated[int, Field(strict=True, gt=0, lt=2**53)]  # as another program counts
StageName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_:.-]{1,64}$")]
Day = Annotated[date, PlainValidator(values.day)]
SpansInOrder = Annotated[tuple[tuple[time, time], ...], PlainValidator(values.spans_in_order)]
DaysOn = Annotated[int, Field(strict=True, ge=1, le=366)]
DaysOff = Annotated[int, Field(strict=True, ge=0, le=366)]
Capacity = Annotated[int, Field(strict=True, ge=1, le=MANY)]
Weight = Annotated[
    float, Field(strict=True, gt=0, le=1000, allow_inf_nan=False), AfterValidator(values.three_decimals)
]
TelegramId = Annotated[int, Field(strict=True, gt=0, lt=2**52)]  # Bot API, User: 52 significant bits
Weekly = Annotated[WeeklyRule, PlainValidator(values.weekly)]
Spans = Annotated[tuple[tuple[time, time], ...], PlainValidator(values.spans_of_a_day)]
WallClock = Annotated[NaiveDatetime, Field(strict=True), AfterValidator(values.in_our_days)]
NotEmpty = AfterValidator(values.not_empty)
Words = Annotated[tuple[Name, ...], NotEmpty]
Roles = Annotated[tuple[Role, ...], NotEmpty, AfterValidator(values.without_doubles)]
Ids = Annotated[tuple[Id, ...], AfterValidator(values.without_doubles)]
WebAddress = Annotated[str, PlainValidator(values.web_address)]
EventNames = Annotated[
    tuple[Annotated[str, PlainValidator(values.event)], ...], NotEmpty, AfterValidator(values.events)
]
Country = Annotated[str, PlainValidator(values.country)]


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    def given(self) -> dict[str, Any]:
        """Returns only what the file says, by the keys of the file."""
        return {name: getattr(self, name) for name in self.model_fields_set}


class HoursTable(Table):
    """`"always"`, or spans by days: `{ mon-fri = "09:00-18:00", sat = ["10:00-13:00", "14:00-16:00"] }`."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Spans]

    holidays: Country | None = None

    @model_validator(mode="before")
    @classmethod
    def _always(cls, raw: object) -> object:
        return values.hours(raw)


class NamedTable(Table):
    name: Name
    holidays: Country | None = None


class RotaTable(Table):
    start: Day
    on: DaysOn
    off: DaysOff
    hours: SpansInOrder


class PersonTable(Table):
    id: Id
    name: Name
    roles: Roles
    telegram_id: TelegramId | None = None
    weight: Weight | None = None
    capacity: Capacity | None = None
    locale: Literal["ru", "en"] | None = None
    hours: HoursTable | None = None
    rota: RotaTable | None = None


class MatchTable(Table):
    region: Words | None = None
    keywords: Words | None = None
    source: Words | None = None
    language: Words | None = None
    known_client: StrictBool | None = None


class MembersTable(Table):
    id: Id
    name: Name
    members: Ids | None = None
    heads: Ids | None = None
    match: MatchTable | None = None


class SourceTable(Table):
    id: Id
    name: Name
    kind: SourceKind
    segment: Id | None = None
    secret_env: Variable | None = None
    straight_on: StrictBool | None = None
    phone_field: FieldName | None = None
    name_field: FieldName | None = None
    extensions: dict[Extension, Id] | None = None


class CrmTable(Table):
    kind: CrmKind
    url: Url
    secret_env: Variable | None = None
    pipeline: TheirNumber | None = None
    people: dict[Id, TheirNumber] | None = None
    stages: dict[CrmStage, StageName] | None = None


class HookTable(Table):
    url: WebAddress
    secret_env: Variable | None = None
    events: EventNames | None = None
    personal: StrictBool | None = None
    private: StrictBool | None = None


class ShiftTable(Table):
    segment: Id
    who: Id
    weekly: Weekly | None = None
    start: WallClock | None = Field(default=None, alias="from")
    end: WallClock | None = Field(default=None, alias="to")
    kind: ShiftKind | None = None
    instead_of: Id | None = None


class FileTable(Table):
    """The whole file. The tables of the office and of its segments are made of the declared settings."""

    office: Table
    people: tuple[PersonTable, ...] = ()
    segments: tuple[Table, ...] = ()
    sources: tuple[SourceTable, ...] = ()
    hooks: Annotated[tuple[HookTable, ...], Field(max_length=MOST_HOOKS)] = ()
    shifts: tuple[ShiftTable, ...] = ()
    crm: CrmTable | None = None


def _of(kind: Kind[Any]) -> Any:  # noqa: C901 - one line a kind
    """How a setting of this kind is read."""
    match kind:
        case Flag():
            return StrictBool
        case Whole(at_least, at_most):
            return Annotated[int, Field(strict=True, ge=at_least, le=at_most)]
        case Number(at_least, at_most):
            return Annotated[float, Field(strict=True, ge=at_least, le=at_most)]
        case Percent():
            return Annotated[int, PlainValidator(values.percent)]
        case SchemeName():
            return str  # the names are checked with the other references
        case Locale():
            return Literal["ru", "en"]
        case OneOf(of):
            return of
        case Several(of, in_order):
            order = values.in_order(of) if in_order else values.without_doubles
            return Annotated[tuple[of, ...], NotEmpty, AfterValidator(order)]  # type: ignore[valid-type]  # read when it runs
        case AnyOf(of):
            return Annotated[tuple[of, ...], AfterValidator(values.without_doubles)]  # type: ignore[valid-type]  # the same
        case LengthOrOff():
            return Annotated[timedelta, PlainValidator(values.length_or_off)]
        case LengthOrNever():
            return Annotated[timedelta, PlainValidator(values.length_or_never)]
        case Length(at_least):
            return Annotated[timedelta, PlainValidator(values.length if at_least else values.length_or_zero)]
        case Lengths():
            lengths = tuple[Annotated[timedelta, PlainValidator(values.length)], ...]
            return Annotated[lengths, AfterValidator(values.ascending)]
        case Clock():
            return Annotated[time, PlainValidator(values.clock)]
        case Phones():
            phone = Annotated[str, PlainValidator(values.phone)]
            return Annotated[tuple[phone, ...], AfterValidator(values.without_doubles)]
        case Addresses():
            address = Annotated[str, PlainValidator(values.address)]
            return Annotated[tuple[address, ...], AfterValidator(values.without_doubles)]
        case Zone():
            return Annotated[ZoneInfo, PlainValidator(values.time_zone)]
        case OpeningHours():
            return HoursTable
    raise TypeError(f"no office file can say a {type(kind).__name__}")


def _fields(settings: Iterable[Setting]) -> dict[str, Any]:
    """As the fields of a table."""
    return {s.key: (_of(s.kind), ...) if s.required else (_of(s.kind) | None, None) for s in settings}


OfficeTable: Final = create_model("OfficeTable", __base__=NamedTable, **_fields((*OF_OFFICE, *OF_POLICY)))
SegmentTable: Final = create_model(
    "SegmentTable", __base__=MembersTable, **_fields((*OF_SEGMENT, *OF_POLICY))
)
OfficeFile: Final = create_model(
    "OfficeFile",
    __base__=FileTable,
    office=(OfficeTable, ...),
    segments=(tuple[SegmentTable, ...], ()),
)
