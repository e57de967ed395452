"""What a CRM shows of leads is told on both databases: begun, changed, due, heard of, and of another CRM forgotten."""

from __future__ import annotations

from datetime import timedelta

from leads.client import Client
from leads.crm_shown import Shown
from leads.lead import State
from leads.office import Office
from storage import crm, drafts
from storage.clients import Acquaintance
from storage.crm import Counted, CrmState
from storage.database import Database
from storage.store import Store
from storage.tables.leads import leads
from tests.storage.stored_office import NOW

ACCOUNT = "bitrix24:https://okna.bitrix24.ru"
LATER = NOW + timedelta(hours=1)


def lead(store: Store, state: State = State.HELD) -> int:
    found = drafts.add(store, Client(text="Окна"), "tatarstan", Acquaintance(), None, NOW)
    store.execute(leads.update().where(leads.c.id == found).values(state=state))
    return found


async def test_what_is_due_is_found_oldest_first_and_what_waits_is_not(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        first, second = lead(store), lead(store)
        for one in (first, second):
            crm.begin(store, one)
        crm.begin(store, first)
        found = crm.next_due(store, NOW)
        assert found is not None and (found.lead, found.wanted, found.pushed) == (first, 2, 0)
        crm.put(store, first, retry_at=LATER)
        found = crm.next_due(store, NOW)
        assert found is not None and found.lead == second
        crm.put(store, second, pushed=1, remote="342", shown=Shown("NEW", 7))
        assert crm.next_due(store, NOW) is None
        found = crm.next_due(store, LATER)
        assert found is not None and found.lead == first


async def test_what_was_changed_there_is_due_too(database: Database, office: Office) -> None:
    async with database.writing() as store:
        one = lead(store)
        crm.begin(store, one)
        crm.put(store, one, pushed=1, remote="342", shown=Shown("NEW", 7, 100, None), sending=Shown("WON"))
        assert crm.hear(store, ["341"]) == 0
        assert crm.next_due(store, NOW) is None
        assert crm.hear(store, ["341", "342"]) == 1
        found = crm.next_due(store, NOW)
        assert found is not None
        assert (found.shown, found.sending) == (Shown("NEW", 7, 100, None), Shown("WON"))
        crm.put(store, one, looked=found.heard)
        assert crm.next_due(store, NOW) is None


async def test_only_open_leads_that_are_not_there_are_brought(database: Database, office: Office) -> None:
    async with database.writing() as store:
        there = lead(store)
        crm.begin(store, there)
        lead(store, State.CLOSED)
        lead(store, State.DRAFT)
        lead(store, State.OFFERED)
        assert crm.count_open(store) == 1
        assert crm.bring_open(store) == 1
        assert crm.count_open(store) == 0
        assert crm.counted(store) == Counted(0, 2, 0)


async def test_of_another_crm_nothing_is_true(database: Database, office: Office) -> None:
    async with database.writing() as store:
        one = lead(store)
        crm.turn_to(store, ACCOUNT, NOW)
        crm.begin(store, one)
        crm.put(store, one, remote="342", pushed=1, code="HTTP 400")
        crm.note(store, state=CrmState.AWAY, code="HTTP 502", known={"people": []})
        assert crm.there(store, [one]) == {one: "342"}
        crm.look_through(store)
        assert crm.counted(store) == Counted(1, 1, 1)
        crm.turn_to(store, "amocrm:https://okna.amocrm.ru", LATER)
        found = crm.status(store)
        assert found is not None and (found.state, found.since, found.code) == (CrmState.WORKS, LATER, None)
        assert crm.find(store, one) is None
