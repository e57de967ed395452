"""Drafts that lie already when the office says that drafts go by themselves, or that they do so no more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from leads.by_itself import moment
from leads.lead import State
from leads.office import Office
from storage import cards, drafts
from storage.kinds import Change
from storage.store import Store
from storage.tables.leads import leads


def replan(store: Store, before: Office, after: Office, now: datetime) -> None:
    """Plans them in the transaction of the change: switched on, their time begins now; switched off, none has one.

    Where only the time is another, what is planned stays, as it was shown.
    """
    if bool(before.hand_over_after) is bool(after.hand_over_after):
        return
    touched = [draft for draft in _lying(store) if _is_moved(store, after, draft, now)]
    if touched:
        cards.changed(store, Change.LEAD, *touched)


def _is_moved(store: Store, office: Office, draft: int, now: datetime) -> bool:
    found = drafts.stored(store, draft)
    at = moment(office, found.lead.secretary, drafts.client_from(found), now)
    if at is None and found.lead.due_at is None:
        return False
    drafts.plan(store, draft, at)
    return True


def _lying(store: Store) -> Sequence[int]:
    here = (leads.c.office == store.office, leads.c.state == State.DRAFT)
    return list(store.scalars(select(leads.c.id).where(*here).order_by(leads.c.id)))
