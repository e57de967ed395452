"""The values behind the panes of the office's CRM."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from leads.crm import CrmKind


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
class CrmListView:
    """People, or stages, each with what the CRM calls it; None: nothing. `rows`: id, how it is called here, there."""

    rows: Sequence[tuple[str, str | None, str | None]]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class CrmChoiceView:
    """What one of them may be: `rows`: place and name. `chosen`: the place of what it is; 0: nothing."""

    id: str
    name: str
    chosen: int
    rows: Sequence[tuple[int, str]]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class PipelinesView:
    chosen: int | None
    rows: Sequence[tuple[int, str]]
