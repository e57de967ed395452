"""What of each lead the office's CRM shows and is to show, one row a lead; and how the CRM itself is.

A row is raised in the transaction that changes its lead, and is brought up to date later, by the state of the lead at
that time, as cards are (docs/decisions/0004-cards.md). Of the client only marks are stored here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam, delete, func, insert, or_, select, update

from leads.crm_client import Marks
from leads.crm_shown import Shown
from leads.lead import OVER, State
from storage.database import inserting
from storage.mapper import Mapper
from storage.store import Store
from storage.tables.crm import CRM_IS_DUE, crm_leads, crms
from storage.tables.leads import leads


class CrmState(StrEnum):
    """Says how the CRM answers."""

    WORKS = "works"
    AWAY = "away"  # it does not, or with errors of its own
    REFUSES = "refuses"  # it does not know the secret any more, or the account is blocked


@dataclass(frozen=True, slots=True)
class CrmLead:
    """One lead there. `remote`: its number there, None: none that is known; `handle`: by which it is there until
    somebody has taken it in. `sending`: what may be there besides `shown`; `told` and `telling`: the same of the
    client.
    """

    lead: int
    wanted: int
    pushed: int
    remote: str | None
    handle: str | None
    shown: Shown
    sending: Shown | None
    told: Marks | None
    telling: Marks | None
    begun_at: datetime | None
    heard: int
    looked: int
    gone: bool
    failures: int


@dataclass(frozen=True, slots=True)
class CrmRow:
    """How the CRM is. `since`: it has been so; `told_at`: when somebody was told of it; `retry_at`: it is left alone
    until then. `known`: its people and stages.
    """

    account: str
    state: CrmState
    since: datetime
    code: str | None
    told_at: datetime | None
    last_at: datetime | None
    retry_at: datetime | None
    tries: int
    known: Mapping[str, Any]


_CRM: Final = Mapper(CrmRow)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many leads are there, wait to be brought, and are not taken as they are."""

    there: int
    waiting: int
    refused: int


def begin(store: Store, lead: int) -> None:
    """A lead that was just handed over is to be there."""
    store.execute(_beginning(store.dialect.name), {"office": store.office, "lead": lead})


@cache
def _beginning(dialect: str) -> Any:
    row = inserting(dialect, crm_leads)
    return row.on_conflict_do_update(index_elements=["lead"], set_={"wanted": crm_leads.c.wanted + 1})


def change(store: Store, lead: int) -> None:
    """A lead has changed; one that is not to be there stays away."""
    store.execute(_CHANGE, {"its": lead})


_CHANGE = update(crm_leads).where(crm_leads.c.lead == bindparam("its")).values(wanted=crm_leads.c.wanted + 1)


def forget_clients(store: Store, ids: Collection[int]) -> None:
    """Of these leads nobody knows any more what the CRM was told of the client."""
    store.execute(update(crm_leads).where(crm_leads.c.lead.in_(ids)).values(told=None, telling=None))


def bring_open(store: Store) -> int:
    """Lets every lead that is open and not there be there; returns how many these are."""
    ids = list(store.scalars(_open(store)))
    for lead in ids:
        begin(store, lead)
    return len(ids)


def count_open(store: Store) -> int:
    """Counts the leads that are open and not there."""
    return store.scalar(select(func.count()).select_from(_open(store).subquery())) or 0


def _open(store: Store) -> Any:
    known = select(crm_leads.c.lead).where(crm_leads.c.office == store.office)
    is_open = leads.c.state.not_in([State.DRAFT, *OVER])
    here = (leads.c.office == store.office, is_open, leads.c.erased.is_(None), leads.c.id.not_in(known))
    return select(leads.c.id).where(*here).order_by(leads.c.id)


def next_due(store: Store, now: datetime) -> CrmLead | None:
    """Finds the oldest lead that is not there as it is to be, or was changed there."""
    row = store.execute(_DUE, {"of": store.office, "now": now}).first()
    return _row(row) if row else None


_DUE = (
    select(crm_leads)
    .where(crm_leads.c.office == bindparam("of"), CRM_IS_DUE)
    .where(
        or_(
            crm_leads.c.retry_at.is_(None),
            crm_leads.c.retry_at <= bindparam("now", type_=crm_leads.c.retry_at.type),
        )
    )
    .order_by(crm_leads.c.lead)
    .limit(1)
)


def find(store: Store, lead: int) -> CrmLead | None:
    row = store.execute(select(crm_leads).where(crm_leads.c.lead == lead)).first()
    return _row(row) if row else None


def _row(row: Any) -> CrmLead:
    sending = None if row.sending is None else Shown(**row.sending)
    head = (row.lead, row.wanted, row.pushed, row.remote, row.handle, Shown(**row.shown), sending)
    client = (_marks(row.told), _marks(row.telling))
    return CrmLead(*head, *client, row.begun_at, row.heard, row.looked, row.gone, row.failures)


def _marks(kept: Mapping[str, Any] | None) -> Marks | None:
    return None if kept is None else Marks(kept["name"], tuple(kept["phones"]))


def put(store: Store, lead: int, **values: Any) -> None:
    """Writes any columns of a lead's row."""
    for name in ("shown", "sending", "told", "telling"):
        if isinstance(values.get(name), Shown | Marks):
            values[name] = asdict(values[name])
    store.execute(update(crm_leads).where(crm_leads.c.lead == lead).values(values))


def hear(store: Store, remotes: Collection[str]) -> int:
    """Somebody says that these were changed there; returns how many of them are leads of ours."""
    here = (crm_leads.c.office == store.office, crm_leads.c.remote.in_(remotes))
    return store.execute(update(crm_leads).where(*here).values(heard=crm_leads.c.heard + 1)).rowcount


def there(store: Store, ids: Collection[int]) -> Mapping[int, str]:
    """Returns the numbers there of those of these leads that are there."""
    here = (crm_leads.c.lead.in_(ids), crm_leads.c.remote.is_not(None), crm_leads.c.gone.is_(False))
    rows = store.execute(select(crm_leads.c.lead, crm_leads.c.remote).where(*here))
    return {row.lead: str(row.remote) for row in rows}


def counted(store: Store) -> Counted:
    here = crm_leads.c.office == store.office
    many = select(func.count()).where(here)
    is_there, is_due = crm_leads.c.remote.is_not(None), crm_leads.c.wanted > crm_leads.c.pushed
    return Counted(
        store.scalar(many.where(is_there)) or 0,
        store.scalar(many.where(is_due)) or 0,
        store.scalar(many.where(is_due, crm_leads.c.code.is_not(None))) or 0,
    )


def status(store: Store) -> CrmRow | None:
    """None where no CRM was ever asked anything."""
    row = store.execute(select(crms).where(crms.c.office == store.office)).first()
    return _CRM.read(row) if row else None


def turn_to(store: Store, account: str, now: datetime) -> None:
    """From here on it is this account: of another one nothing that was stored is true."""
    store.execute(delete(crm_leads).where(crm_leads.c.office == store.office))
    store.execute(delete(crms).where(crms.c.office == store.office))
    new = {"account": account, "state": CrmState.WORKS, "since": now, "known": {}}
    store.execute(insert(crms).values(office=store.office, **new))


def look_through(store: Store) -> None:
    """Brings every lead that is there up to date once more: it was not followed for a while."""
    values = {"wanted": crm_leads.c.wanted + 1, "retry_at": None}
    store.execute(update(crm_leads).where(crm_leads.c.office == store.office).values(values))


def note(store: Store, **values: Any) -> None:
    """Writes any columns of what is known of the CRM."""
    store.execute(update(crms).where(crms.c.office == store.office).values(values))


def at_once(store: Store) -> None:
    """Nothing waits any longer for its next try."""
    store.execute(update(crm_leads).where(crm_leads.c.office == store.office).values(retry_at=None))
    note(store, retry_at=None)
