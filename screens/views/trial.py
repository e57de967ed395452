"""An example of what a client says: what is read of it, and who would get it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from leads.client import Contact
from leads.presence import Absence
from leads.proof.story import Chapter
from leads.routing import Wait
from leads.segments import Because, KnownBy
from screens.views.segments import RuleWords


@dataclass(frozen=True, slots=True)
class ReadView:
    """What is read of the client, masked as the reader may see it. `owner`: the name of their own manager."""

    name: str | None
    phones: tuple[str, ...]
    contacts: tuple[Contact, ...]
    region: str | None
    region_by: KnownBy | None
    language: str | None
    known: bool
    owner: str | None
    twin: int | None = None  # the number of their open lead
    twin_holder: str | None = None


@dataclass(frozen=True, slots=True)
class TrialView:
    """`chapters`: who is asked, one after another. `by_source`: where it would go with another source, by names."""

    now: datetime
    timezone: ZoneInfo
    read: ReadView
    segment: str
    because: Because
    rule: RuleWords
    picks: bool  # whoever takes the call may choose somebody else
    chapters: tuple[Chapter, ...]
    waits: tuple[Wait, ...]
    out: tuple[tuple[str, Absence], ...]
    by_source: tuple[tuple[str, str], ...]
    names: Mapping[str, str]
    reader: str
