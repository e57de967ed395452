"""The erasure of a client as its administrator sees it: no word of the client is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class ErasingState(StrEnum):
    ASKED = "asked"  # whom
    UNREAD = "unread"  # nobody can be meant by what was typed
    LOOKING = "looking"
    NONE = "none"  # nothing is stored of such a client
    SEVERAL = "several"  # it stands with several
    FOUND = "found"
    SURE = "sure"  # asked once more
    WORKING = "working"
    SCRUBBING = "scrubbing"  # gone, and the database's file is written anew
    DONE = "done"
    LEFT = "left"  # nothing was erased


@dataclass(frozen=True, slots=True)
class OpenLead:
    """`holder`: the name of whoever has it; None: nobody yet."""

    number: int
    holder: str | None


@dataclass(frozen=True, slots=True)
class ErasingView:
    """`leads`: numbers; `open`: those of them that are still in work; `counts`: of what else will go, by its word.

    `extensions`: of other clients with the same number, who stay.
    """

    state: ErasingState
    leads: tuple[int, ...] = ()
    open: tuple[OpenLead, ...] = ()
    counts: Mapping[str, int] | None = None
    extensions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProtocolView:
    """What was erased, when and by whom. `by`: a name; `sought`: by what, as a word; `rows`: by table.

    `clean`: nothing of it can be read in the database's file any more. `in_crm`: numbers of leads in the office's CRM,
    where a hand has to erase them.
    """

    office: str
    at: datetime
    timezone: ZoneInfo
    by: str
    sought: str
    leads: tuple[int, ...]
    drafts: int
    rows: Mapping[str, int]
    clean: bool
    in_crm: tuple[str, ...] = ()
