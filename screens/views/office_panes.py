"""The panes of /office as their readers see them: settings, and what was changed of the set-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One value that is another. `path` and the values as an office file spells them; `name`: of whom or what it is."""

    path: tuple[str, ...]
    before: Any
    after: Any
    name: str
    whole: bool  # a person, a segment, a source or a shift came or went


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """`who`: the name of whoever has changed it; None: an office file, or whoever came by a link."""

    id: int
    at: datetime
    who: str | None
    differences: tuple[DifferenceRow, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The newest first. `page` counts from 0."""

    timezone: ZoneInfo
    rows: tuple[ChangeRow, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class ChangeView:
    """`stands`: nothing of it has been changed since, so it can be taken back."""

    timezone: ZoneInfo
    row: ChangeRow
    stands: bool


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting as an office file spells it. `names`: of the people, segments and sources that values name by id."""

    key: str
    value: Any
    default: Any


@dataclass(frozen=True, slots=True)
class SettingsView:
    rows: tuple[SettingRow, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class SettingView:
    """One setting. `asked`: the reader is asked to type another value; `refused`: what they have typed is none."""

    row: SettingRow
    asked: bool
    refused: bool
    names: Mapping[str, str]
