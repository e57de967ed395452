"""A setting is declared once, as a field of the office, of its policy or of a segment; all who need it read that.

The office file reads and writes it, the database stores it, the differences of two set-ups tell of it, and the table in
`docs/settings.md` lists it, by its kind: what it may be, and how it is stored; the chat shows it among those of its
group, with an editor that fits its kind. A new setting of a kind that there is needs one line in `leads/office.py` and
its texts, `setting-KEY` and `setting-name-KEY`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from datetime import time, timedelta
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar, overload
from zoneinfo import ZoneInfo

from leads.durations import LONGEST, format_duration
from leads.hours import Hours
from leads.wall_clock import format_weekly, parse_weekly

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Stored = dict[str, Any]

MANY: Final = 1_000_000
_DECLARED: Final = "setting"


class Group(StrEnum):
    """What a setting is about: where the chat shows it."""

    HOURS = "hours"  # when the office works, and by which clock
    WAITING = "waiting"  # how a lead is offered, and how long it waits
    OUTCOMES = "outcomes"  # what becomes of leads, and who is reminded when
    FAIRNESS = "fairness"  # what counts for whose turn it is
    DUTY = "duty"  # rosters and leave
    PRIVACY = "privacy"  # who sees what of clients, and for how long


class Kind(Generic[T]):
    """Says what values a setting takes, and how one is stored as JSON. None is stored as none."""

    @property
    def takes(self) -> str:
        """The values in the words of the office file, for a table."""
        raise NotImplementedError

    def stored(self, value: T) -> Any:
        return value

    def restored(self, raw: Any) -> T:
        found: T = raw
        return found

    def put(self, name: str, value: T | None) -> Stored:
        """Returns the stored keys of a setting of this name."""
        return {name: None if value is None else self.stored(value)}

    def taken(self, name: str, stored: Mapping[str, Any]) -> T | None:
        raw = stored[name]
        return None if raw is None else self.restored(raw)


@dataclass(frozen=True, slots=True)
class Flag(Kind[bool]):
    takes = "`true`, `false`"


@dataclass(frozen=True, slots=True)
class Whole(Kind[int]):
    at_least: int = 0
    at_most: int = MANY

    @property
    def takes(self) -> str:
        return f"{self.at_least}–{self.at_most}"


@dataclass(frozen=True, slots=True)
class Number(Kind[float]):
    at_least: float
    at_most: float

    @property
    def takes(self) -> str:
        return f"{self.at_least:g}–{self.at_most:g}"


@dataclass(frozen=True, slots=True)
class Percent(Kind[int]):
    """Whole hundredths of something; written as `"10%"`."""

    takes = "`0%`–`100%`"


@dataclass(frozen=True, slots=True)
class SchemeName(Kind[str]):
    """Checked with the other references of a file: which schemes there are is no matter of a declaration."""

    takes = "`scheme`"


@dataclass(frozen=True, slots=True)
class Locale(Kind[str]):
    takes = "`ru`, `en`"


@dataclass(frozen=True, slots=True)
class OneOf(Kind[E]):
    of: type[E]

    @property
    def takes(self) -> str:
        return _either(self.of)

    def stored(self, value: E) -> str:
        return value.value

    def restored(self, raw: str) -> E:
        return self.of(raw)


@dataclass(frozen=True, slots=True)
class Several(Kind[tuple[E, ...]]):
    """Each is named at most once, and at least one. `in_order`: they keep the order that the closed list has."""

    of: type[E]
    in_order: bool = False

    @property
    def takes(self) -> str:
        return f"[{_either(self.of)}]"

    def stored(self, value: tuple[E, ...]) -> list[str]:
        return [one.value for one in value]

    def restored(self, raw: list[str]) -> tuple[E, ...]:
        return tuple(self.of(one) for one in raw)


@dataclass(frozen=True, slots=True)
class AnyOf(Kind[frozenset[str]]):
    """Takes any of a closed list, or none; what an older version stored and is in the list no more stays as it
    is.
    """

    of: type[StrEnum]

    @property
    def takes(self) -> str:
        return f"[{_either(self.of)}]"

    def stored(self, value: frozenset[str]) -> list[str]:
        return sorted(value)

    def restored(self, raw: list[str]) -> frozenset[str]:
        return frozenset(raw)


@dataclass(frozen=True, slots=True)
class Length(Kind[timedelta]):
    """Takes whole seconds, up to ten years."""

    at_least: timedelta = timedelta(seconds=1)

    @property
    def takes(self) -> str:
        return f"`{format_duration(self.at_least)}`–`{format_duration(LONGEST)}`"

    def stored(self, value: timedelta) -> float:
        return value.total_seconds()

    def restored(self, raw: float) -> timedelta:
        return timedelta(seconds=raw)


@dataclass(frozen=True, slots=True)
class LengthOrOff(Length):
    """A length; no time at all is `"off"`."""

    @property
    def takes(self) -> str:
        return f"{super(LengthOrOff, self).takes}, `off`"


@dataclass(frozen=True, slots=True)
class LengthOrNever(Length):
    """A length; no time at all is `"never"`."""

    at_least: timedelta = timedelta(days=1)

    @property
    def takes(self) -> str:
        return f"{super(LengthOrNever, self).takes}, `never`"


@dataclass(frozen=True, slots=True)
class Lengths(Kind[tuple[timedelta, ...]]):
    """They go from the shortest to the longest; none at all is allowed."""

    takes = f"[`1s`–`{format_duration(LONGEST)}`]"

    def stored(self, value: tuple[timedelta, ...]) -> list[float]:
        return [length.total_seconds() for length in value]

    def restored(self, raw: list[float]) -> tuple[timedelta, ...]:
        return tuple(timedelta(seconds=seconds) for seconds in raw)


@dataclass(frozen=True, slots=True)
class Clock(Kind[time]):
    takes = "`00:00`–`23:59`"

    def stored(self, value: time) -> str:
        return value.isoformat("minutes")

    def restored(self, raw: str) -> time:
        return time.fromisoformat(raw)


@dataclass(frozen=True, slots=True)
class Phones(Kind[tuple[str, ...]]):
    """In E.164."""

    takes = "[+7 843 200-00-00]"

    def stored(self, value: tuple[str, ...]) -> list[str]:
        return list(value)

    def restored(self, raw: list[str]) -> tuple[str, ...]:
        return tuple(raw)


@dataclass(frozen=True, slots=True)
class Addresses(Kind[tuple[str, ...]]):
    """Names in Telegram, without their @, and e-mail addresses; in small letters."""

    takes = "[@okna_kazan, info@okna.ru]"

    def stored(self, value: tuple[str, ...]) -> list[str]:
        return list(value)

    def restored(self, raw: list[str]) -> tuple[str, ...]:
        return tuple(raw)


@dataclass(frozen=True, slots=True)
class Zone(Kind[ZoneInfo]):
    takes = "[IANA](https://www.iana.org/time-zones)"

    def stored(self, value: ZoneInfo) -> str:
        return value.key

    def restored(self, raw: str) -> ZoneInfo:
        return ZoneInfo(raw)


@dataclass(frozen=True, slots=True)
class OpeningHours(Kind[Hours]):
    """Stored under two keys, as they stand in a file: the spans of the week, and whose holidays count."""

    takes = '`"always"`, `{ mon-fri = "09:00-18:00" }`'

    def put(self, name: str, value: Hours | None) -> Stored:
        hours = value or Hours.always()
        return {name: [format_weekly(rule) for rule in hours.rules], "holidays": hours.holidays}

    def taken(self, name: str, stored: Mapping[str, Any]) -> Hours:
        return Hours(tuple(parse_weekly(rule) for rule in stored[name]), stored["holidays"])


@dataclass(frozen=True, slots=True)
class Title(Kind[str]):
    """A name, in one line."""

    takes = "…"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, as declared. `required`: a file has to name it.

    `twice`: the chat asks once more before it changes it, for it shows or takes away what cannot be had back.
    """

    name: str  # of the field, and where it is stored
    key: str  # in the office file
    kind: Kind[Any]
    default: Any
    group: Group
    required: bool = False
    twice: bool = False

    @property
    def text(self) -> str:
        """The key of the text that says what it is."""
        return f"setting-{self.key}"

    @property
    def title(self) -> str:
        """The key of the text that names it."""
        return f"setting-name-{self.key}"


def declared(kind: Kind[T], group: Group, *, key: str = "", twice: bool = False) -> dict[str, Any]:
    """Returns the metadata of a field that is a setting; `key`: what an office file calls it, if not by its name."""
    return {_DECLARED: (kind, key, group, twice)}


@overload
def setting(
    default: None, kind: Kind[T], group: Group, *, key: str = "", twice: bool = False
) -> T | None: ...
@overload
def setting(default: T, kind: Kind[T], group: Group, *, key: str = "", twice: bool = False) -> T: ...
def setting(default: Any, kind: Kind[Any], group: Group, *, key: str = "", twice: bool = False) -> Any:
    """Makes a field of a dataclass that is a setting."""
    return field(default=default, metadata=declared(kind, group, key=key, twice=twice))


def settings_of(what: type[Any]) -> tuple[Setting, ...]:
    """Returns the settings among the fields of a dataclass, in their order."""
    return tuple(_settings(what))


def _settings(what: type[Any]) -> Iterator[Setting]:
    for one in fields(what):
        if _DECLARED in one.metadata:
            kind, key, group, twice = one.metadata[_DECLARED]
            required = one.default is MISSING
            yield Setting(one.name, key or one.name, kind, _default(one), group, required, twice)


def _default(one: Field[Any]) -> Any:
    return None if one.default is MISSING else one.default


def stored(settings: Iterable[Setting], value: Any) -> Stored:
    """Returns these settings of an office, a policy or a segment as JSON."""
    found: Stored = {}
    for one in settings:
        found |= one.kind.put(one.name, getattr(value, one.name))
    return found


def restored(settings: Iterable[Setting], kept: Mapping[str, Any]) -> dict[str, Any]:
    """Reads what `stored` has made of these settings; one that did not exist then is left to its default.

    Raises ValueError, TypeError or KeyError where what was kept is not that.
    """
    return {one.name: _taken(one, kept) for one in settings if one.name in kept}


def _taken(one: Setting, kept: Mapping[str, Any]) -> Any:
    value = one.kind.taken(one.name, kept)
    if value is None and (one.required or one.default is not None):
        raise ValueError(f"{one.name} is kept as nothing")
    return value


def _either(of: type[StrEnum]) -> str:
    return ", ".join(f"`{one}`" for one in of)
