"""What stands how, in numbers, for whoever watches over the program. Nobody is named in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from leads.lead import State
from storage.deliveries import DeliveryState
from storage.store import Store
from storage.tables.chats import CARD_IS_DUE, cards
from storage.tables.crm import CRM_IS_DUE, crm_leads
from storage.tables.hooks import deliveries
from storage.tables.leads import leads
from storage.tables.office import offices
from storage.tables.requests import requests

UNTAKEN = (State.DRAFT, State.WAITING, State.OFFERED)
"""Somebody still has to hand it over, or to take it."""


@dataclass(frozen=True, slots=True)
class Gauges:
    """One moment. `oldest`: since when (UTC) the oldest lead of each of these states has been there."""

    leads: Mapping[tuple[str, str], int]  # by state (of a closed one, its outcome) and segment
    oldest: Mapping[str, datetime]
    overdue: int  # leads whose deadline is past
    longest_overdue: datetime | None  # the earliest of these deadlines
    cards: int  # that are still to be sent, edited or removed
    requests: Mapping[tuple[str, str], int]  # of sources, by source and state
    deliveries: Mapping[tuple[str], int]  # still to be sent: to hooks, to the CRM
    entries: int  # of the ledger


def gauges(store: Store, now: datetime) -> Gauges:
    """Reads them all, in a few statements; leads and requests are counted one by one."""
    overdue = select(func.count(), func.min(leads.c.due_at))
    late = store.execute(overdue.where(leads.c.office == store.office, leads.c.due_at <= now)).one()
    return Gauges(
        leads=_leads(store),
        oldest=_oldest(store),
        overdue=late[0],
        longest_overdue=late[1],
        cards=_due(store),
        requests=_requests(store),
        deliveries={("hook",): _to_hooks(store), ("crm",): _to_crm(store)},
        entries=store.scalar(select(offices.c.ledger_length).where(offices.c.id == store.office)) or 0,
    )


def _due(store: Store) -> int:
    here = (cards.c.office == store.office, CARD_IS_DUE)
    return store.scalar(select(func.count()).select_from(cards).where(*here)) or 0


def _to_hooks(store: Store) -> int:
    here = (deliveries.c.office == store.office, deliveries.c.state == DeliveryState.PENDING)
    return store.scalar(select(func.count()).select_from(deliveries).where(*here)) or 0


def _to_crm(store: Store) -> int:
    here = (crm_leads.c.office == store.office, CRM_IS_DUE)
    return store.scalar(select(func.count()).select_from(crm_leads).where(*here)) or 0


def _leads(store: Store) -> Mapping[tuple[str, str], int]:
    its = (func.coalesce(leads.c.outcome, leads.c.state), leads.c.segment)
    here = select(*its, func.count()).where(leads.c.office == store.office).group_by(*its)
    return {(state, segment): count for state, segment, count in store.execute(here)}


def _oldest(store: Store) -> Mapping[str, datetime]:
    since = func.min(func.coalesce(leads.c.handed_at, leads.c.created_at), type_=leads.c.created_at.type)
    here = (leads.c.office == store.office, leads.c.state.in_(UNTAKEN))
    rows = store.execute(select(leads.c.state, since).where(*here).group_by(leads.c.state))
    return {row.state: row[1] for row in rows}


def _requests(store: Store) -> Mapping[tuple[str, str], int]:
    its = (requests.c.source, requests.c.state)
    here = select(*its, func.count()).where(requests.c.office == store.office).group_by(*its)
    return {(source, state): count for source, state, count in store.execute(here)}
