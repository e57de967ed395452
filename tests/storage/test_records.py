"""What came of the leads is counted by holder and segment, also of those from before it was counted."""

from __future__ import annotations

from sqlalchemy import inspect

from leads import holding
from leads.client import Client
from leads.lead import Outcome, State
from leads.office import Office
from leads.rates import Record
from storage import drafts, scenes
from storage.clients import Acquaintance
from storage.database import Database
from storage.migrate import downgrade, migrate
from storage.offices import read_records
from storage.set_up import write_office
from storage.store import Store
from tests.leads.office import no_holidays
from tests.storage.stored_office import NOW, stored_office

Records = dict[str, dict[str, Record]]

A_YEAR = (
    *[("tatarstan", "petrov", Outcome.WON)] * 3,
    *[("tatarstan", "petrov", Outcome.LOST)] * 2,
    ("tatarstan", "sidorova", Outcome.LOST),
    ("rest", "petrov", Outcome.WON),
    ("rest", "ivanov", Outcome.WON),
    *[("rest", "ivanov", Outcome.BAD)] * 4,
    ("tatarstan", "ivanov", Outcome.BAD),
    ("rest", "sidorova", None),
)
OF_A_YEAR: Records = {
    "tatarstan": {"petrov": Record(3, 2), "sidorova": Record(0, 1)},
    "rest": {"petrov": Record(1, 0), "ivanov": Record(1, 0)},
}


async def test_nobody_has_a_record_before_a_lead_is_closed(database: Database, office: Office) -> None:
    async with database.writing() as store:
        _lead(store, office, "tatarstan", "petrov", None)
        assert _records(store) == {"tatarstan": {}, "rest": {}}


async def test_won_and_lost_count_for_the_holder_in_the_leads_segment(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        for segment, who, outcome in A_YEAR:
            _lead(store, office, segment, who, outcome)
        assert _records(store) == OF_A_YEAR


async def test_the_next_lead_of_the_segment_is_decided_with_the_records(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        for segment, who, outcome in A_YEAR:
            _lead(store, office, segment, who, outcome)
        lead = drafts.add(store, Client(), "tatarstan", Acquaintance(), "anna", NOW)
        scene = scenes.load(store, office, no_holidays, lead, NOW).scene
        assert scene.records == OF_A_YEAR["tatarstan"]


async def test_a_record_outlives_the_membership(database: Database, office: Office) -> None:
    async with database.writing() as store:
        _lead(store, office, "tatarstan", "petrov", Outcome.WON)
        write_office(store, Office("Окна", office.timezone, people=office.people), NOW)
        write_office(store, office, NOW)
        assert read_records(store, "tatarstan") == {"petrov": Record(1, 0)}


async def test_another_office_has_records_of_its_own(database: Database, office: Office) -> None:
    async with database.writing() as store:
        _lead(store, office, "tatarstan", "petrov", Outcome.WON)
        assert read_records(Store(store.conn, 2), "tatarstan") == {}


async def test_leads_from_before_records_were_kept_are_counted_when_the_database_is_migrated(
    empty: str,
) -> None:
    office = stored_office()
    migrate(empty)
    database = Database(empty)
    async with database.writing() as store:
        write_office(store, office, NOW)
        for segment, who, outcome in A_YEAR:
            _lead(store, office, segment, who, outcome)
    await database.close()
    downgrade(empty, "0001")
    database = Database(empty)
    async with database.reading() as store:
        assert not inspect(store.conn).has_table("records")
    await database.close()
    migrate(empty)
    database = Database(empty)
    async with database.reading() as store:
        assert _records(store) == OF_A_YEAR
    await database.close()


def _lead(store: Store, office: Office, segment: str, who: str, outcome: Outcome | None) -> None:
    """A lead in these hands; closed if something has come of it."""
    lead = drafts.add(store, Client(), segment, Acquaintance(), "anna", NOW)
    loaded = scenes.load(store, office, no_holidays, lead, NOW)
    scene = loaded.scene
    scene.lead.state, scene.lead.holder, scene.lead.held_at = State.HELD, who, NOW
    if outcome is Outcome.BAD:
        holding.dispute(scene, who, NOW)
        holding.settle(scene, "sidorova", True, NOW)
    elif outcome:
        holding.close(scene, who, outcome, NOW)
    scenes.save(store, loaded, NOW)


def _records(store: Store) -> Records:
    return {segment: read_records(store, segment) for segment in ("tatarstan", "rest")}
