"""The settings of the office as their readers see them. Values are spelled as an office file has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from leads.settings import Group, Setting


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting and what it is. None: no file names it."""

    setting: Setting
    value: Any


@dataclass(frozen=True, slots=True)
class SettingsView:
    groups: tuple[tuple[Group, tuple[SettingRow, ...]], ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    group: Group
    rows: tuple[SettingRow, ...]
    may_change: bool


@dataclass(frozen=True, slots=True)
class Since:
    """What somebody else has made of it. `who`: None for an office file."""

    who: str | None
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Waiting:
    """A value that waits for a second word. `since`: it was changed under the reader; None: it is dangerous."""

    wanted: Any
    since: Since | None


@dataclass(frozen=True, slots=True)
class SettingView:
    """One setting. `asked`: the reader is asked to type another value; `refused`: what they have typed is none.

    `at`: `short` of a segment's id, whose `segment` is the name. `is_laid_over`: `default` is what the office has.
    """

    row: SettingRow
    default: Any
    at: str
    segment: str | None
    is_laid_over: bool
    may_change: bool
    asked: bool
    refused: bool
    waiting: Waiting | None
    told: bool | None = (
        None  # whether last week can be played by another value; None: it would change no lead
    )
