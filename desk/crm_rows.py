"""A lead that changes is to be shown anew by the office's CRM: noted in the transaction that changes it."""

from __future__ import annotations

from collections.abc import Iterable

from desk.transaction import Transaction
from leads.crm import Crm
from leads.lead import State
from storage import crm
from storage.scenes import Loaded


def turn_to(work: Transaction, found: Crm) -> bool:
    """Forgets what is stored of another CRM than this one; tells whether there was another, or none."""
    status = crm.status(work.store)
    if status is not None and status.account == found.account:
        return False
    crm.turn_to(work.store, found.account, work.now)
    return True


def follow_client(work: Transaction, ids: Iterable[int]) -> None:
    """The client of these leads is called otherwise now."""
    for lead in ids if work.office.crm is not None else ():
        crm.change(work.store, lead)


def follow(work: Transaction, loaded: Loaded, was: State) -> None:
    """Has the CRM follow a lead from its hand-over on; one that was handed over before there was a CRM stays away from
    it until somebody brings it.
    """
    lead = loaded.scene.lead
    if work.office.crm is None or lead.state is State.DRAFT:
        return
    if was is State.DRAFT:
        turn_to(work, work.office.crm)
        crm.begin(work.store, lead.id)
    else:
        crm.change(work.store, lead.id)
