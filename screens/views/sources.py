"""What the panes of sources show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from leads.sources import SourceKind
from screens.views.lead import Choice
from screens.views.leafing import UNLEAFED, Leafed


@dataclass(frozen=True, slots=True)
class SourceLine:
    """`last`: when it has sent something last (UTC); None: never, or not for long. `unread`: so many of them wait."""

    id: str
    name: str
    kind: SourceKind
    straight_on: bool
    last: datetime | None
    unread: int


@dataclass(frozen=True, slots=True)
class SourcesView:
    timezone: tzinfo
    rows: Sequence[SourceLine]
    asks_name: SourceKind | None = None  # of a new one of this kind
    refused: bool = False
    leafed: Leafed = UNLEAFED


@dataclass(frozen=True, slots=True)
class SourceView:
    """`address`: None where the outside does not reach the program, or no secret is known. `env`: the variable that
    holds the secret. `asked`: what somebody is to type for it. `mailbox`: how it answers, as of
    `storage.mailboxes.MailboxState`, and since when (UTC); None: nobody has tried it yet.
    """

    timezone: tzinfo
    line: SourceLine
    segment: str | None
    address: str | None
    is_public: bool
    env: str | None
    has_secret: bool
    phone_field: str | None
    name_field: str | None
    speakers: Sequence[tuple[str, str]]  # extension, name
    named: Sequence[str] = ()  # segments in whose rules it stands
    asked: str | None = None
    refused: bool = False
    mailbox: tuple[str, datetime] | None = None


@dataclass(frozen=True, slots=True)
class SegmentsOfSourceView:
    source: str
    name: str
    chosen: str | None
    rows: Sequence[Choice]
    leafed: Leafed = UNLEAFED


@dataclass(frozen=True, slots=True)
class UnreadView:
    """The oldest request of a source of which nothing could be read."""

    timezone: tzinfo
    source: str
    name: str
    request: int
    at: datetime
    count: int
    fields: Sequence[tuple[str, str]]
    page: int
    pages: int
    first: int  # the place of the first field on this page
