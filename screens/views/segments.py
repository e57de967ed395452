"""The segments of the office as whoever sets them up sees them: their order, one of them, its rule, its members."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from leads.settings import Setting
from screens.views.lead import Choice
from screens.views.leafing import UNLEAFED, Leafed
from screens.views.office import SegmentRow
from screens.views.office_settings import SettingRow


class Part(StrEnum):
    """One part of a rule, by its letter: buttons have little room."""

    REGION = "r"
    KEYWORDS = "k"
    SOURCE = "s"
    LANGUAGE = "l"
    KNOWN = "c"


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule with its sources by their names. Without any part: whatever the segments before have not taken.

    `always`: sources whose leads are the segment's, whatever they say.
    """

    regions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    known: bool | None = None
    always: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        said = (self.regions, self.keywords, self.sources, self.languages)
        return not any(said) and self.known is None


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is hardly meant, by its code; `what` it is about, and what may be meant."""

    odd: str
    what: str = ""
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SegmentLine:
    """`place`: from 1, in the order in which they are asked."""

    id: str
    name: str
    place: int
    scheme: str
    members: int
    rule: RuleWords
    doubted: bool


@dataclass(frozen=True, slots=True)
class SegmentsView:
    """`rest`: whether one takes everything else. `asked`: the reader is to type the name of a new one."""

    rows: tuple[SegmentLine, ...]
    sets_up: bool
    retired: int
    rest: bool
    leafed: Leafed = UNLEAFED
    asked: bool = False


@dataclass(frozen=True, slots=True)
class RetiredView:
    rows: tuple[Choice, ...]
    sets_up: bool
    leafed: Leafed = UNLEAFED


@dataclass(frozen=True, slots=True)
class SegmentView:
    segment: SegmentRow
    place: int
    of: int
    rule: RuleWords
    doubts: tuple[Doubt, ...]
    own: tuple[SettingRow, ...]  # settings that are its own
    sets_up: bool
    runs: bool
    goes_up: bool
    goes_down: bool
    heads: tuple[str, ...] = ()  # of it alone, by their names
    asked: bool = False  # for another name
    refused: bool = False


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A setting of a segment and what counts there. `is_office_s`: it has none of its own."""

    setting: Setting
    value: Any
    is_office_s: bool


@dataclass(frozen=True, slots=True)
class OwnView:
    segment: str
    name: str
    scheme: str
    rows: tuple[OwnRow, ...]


@dataclass(frozen=True, slots=True)
class MemberRow:
    id: str
    name: str
    is_in: bool


@dataclass(frozen=True, slots=True)
class MembersView:
    """Members, or heads, first, then whoever else could be one. `everywhere`: the heads of the whole office."""

    segment: str
    name: str
    rows: tuple[MemberRow, ...]
    members: int
    leafed: Leafed = UNLEAFED
    everywhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RulesView:
    """`segment`: empty for one that is just being made."""

    segment: str
    name: str
    rule: RuleWords
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class PartValue:
    """One value that stands in a part of a rule, or could. `key`: as on buttons; `more`: what it means besides."""

    key: str
    words: str
    on: bool
    more: str = ""


@dataclass(frozen=True, slots=True)
class PartView:
    """`unknown`: a typed place that there is not; then `near` are those that may be meant."""

    segment: str
    name: str
    part: Part
    values: tuple[PartValue, ...]
    asked: bool = False
    refused: bool = False
    unknown: str = ""
    near: tuple[PartValue, ...] = ()
    names_source: bool = False  # the reader is asked for the name of a new source
