"""The values behind the panes of the office's CRM."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from leads.crm import CrmKind
from screens.views.leafing import UNLEAFED, Leafed


@dataclass(frozen=True, slots=True)
class CrmAsk:
    """What somebody is to type: `key`, `token`; `kind`: of which CRM; `is_wrong`: what they have typed was none."""

    what: str
    kind: CrmKind | None = None
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class CrmView:
    """How it is. `kind`: None: none is connected. `env`: the variable with its key; `state`: as of
    `storage.crm.CrmState`, None: nobody has asked it anything. `address`: at which it tells us of changes, None: there
    is none, or the program is not reached from outside (`is_public`). `open`: open leads
    that are not there.
    """

    timezone: tzinfo
    kind: CrmKind | None = None
    url: str = ""
    env: str | None = None
    has_key: bool = False
    state: str | None = None
    code: str | None = None
    last_at: datetime | None = None
    there: int = 0
    waiting: int = 0
    refused: int = 0
    open: int = 0
    people: int = 0
    managers: int = 0
    stages: int = 0
    is_known: bool = False
    pipelines: int = 0
    address: str | None = None
    is_public: bool = False
    has_token: bool = False
    ask: CrmAsk | None = None


@dataclass(frozen=True, slots=True)
class CrmRow:
    """`name`: of a person, here; of a stage empty. `there`: as the CRM calls it; None: nothing."""

    id: str
    name: str
    there: str | None


@dataclass(frozen=True, slots=True)
class CrmChoice:
    """What there is in the CRM. `place`: as a button names it, from 1."""

    place: int
    name: str


@dataclass(frozen=True, slots=True)
class CrmListView:
    """People, or stages, each with what the CRM calls it."""

    rows: Sequence[CrmRow]
    leafed: Leafed = UNLEAFED


@dataclass(frozen=True, slots=True)
class CrmChoiceView:
    """What one of them may be. `chosen`: the place of what it is; 0: nothing."""

    id: str
    name: str
    chosen: int
    rows: Sequence[CrmChoice]
    leafed: Leafed = UNLEAFED


@dataclass(frozen=True, slots=True)
class PipelinesView:
    chosen: int | None
    rows: Sequence[tuple[int, str]]
