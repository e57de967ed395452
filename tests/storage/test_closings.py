"""What came of leads is stored by week, summed up as the rules sum it up, and made anew from leads by the migration."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, inspect, select

from leads import holding
from leads.client import Client
from leads.lead import Lead, Outcome, State
from leads.office import Office, Segment
from leads.rates import MILLION, Record
from leads.track import A_WEEK, NEVER, Came, Closing, Sort, Track, week_of
from storage import closings, drafts, scenes
from storage.clients import Acquaintance
from storage.closings import read_track
from storage.database import Database
from storage.migrate import downgrade, migrate
from storage.offices import read_records, read_standings
from storage.set_up import write_office
from storage.store import Store
from storage.tables.office import closings as closings_table
from tests.leads.office import no_holidays
from tests.storage.stored_office import NOW, stored_office

QUARTER = timedelta(days=90)
LIVES = st.sampled_from([NEVER, timedelta(days=1), timedelta(days=10), QUARTER, timedelta(days=1000)])
SORTS = st.builds(Sort, st.sampled_from(["petrov", "ivanov"]), st.sampled_from([None, "site"]), st.booleans())
COUNTS = st.builds(Record, st.integers(0, 50), st.integers(0, 50))
CLOSINGS = st.dictionaries(
    st.builds(Closing, SORTS, st.integers(week_of(NOW) - 700, week_of(NOW) + 2)), COUNTS, max_size=25
)


def by_record(office: Office, **changes: object) -> tuple[Office, Segment]:
    first = replace(office.segment("tatarstan"), scheme="conversion", **changes)  # type: ignore[arg-type]
    return replace(office, segments=(first, *office.segments[1:])), first


def closed(
    store: Store, office: Office, who: str, outcome: Outcome | None, at: datetime, **known: object
) -> scenes.Loaded:
    """A lead of Kazan's that somebody took at that time; closed at once if something has come of it."""
    lead = drafts.add(store, Client(), "tatarstan", Acquaintance(), "anna", at)
    loaded = scenes.load(store, office, no_holidays, lead, at)
    scene = loaded.scene
    scene.lead.state, scene.lead.holder, scene.lead.held_at = State.HELD, who, at
    for name, value in known.items():
        setattr(scene.lead, name, value)
    scene.lead.number = lead
    if outcome:
        holding.close(scene, who, outcome, at)
    scenes.save(store, loaded, at)
    return loaded


async def test_the_database_sums_up_as_the_rules_do(database: Database, office: Office) -> None:
    @settings(max_examples=60, deadline=None)
    @given(CLOSINGS, LIVES)
    def check(found: dict[Closing, Record], life: timedelta) -> None:
        store.execute(delete(closings_table))
        changed, segment = by_record(office, half_life=life)
        closings.add(store, {("tatarstan", closing): record for closing, record in found.items()})
        track = read_track(store, changed, segment, NOW)
        assert track.came(NOW, life, NEVER) == Track(dict(found)).came(NOW, life, NEVER)

    async with database.writing() as store:
        check()


async def test_a_lead_that_is_open_for_too_long_is_lost_for_whoever_has_it(
    database: Database, office: Office
) -> None:
    changed, segment = by_record(office, half_life=QUARTER)
    async with database.writing() as store:
        for age, known in (
            (13, {}),
            (14, {"source": "site"}),
            (30, {"owner": "petrov"}),
            (30, {"own": True}),
        ):
            closed(store, changed, "petrov", None, NOW - timedelta(days=age), **known)
        track = read_track(store, changed, segment, NOW)
        assert track.came(NOW, QUARTER, changed.stale_after) == {
            Sort("petrov", "site", known=False): Came(0, MILLION, 1)
        }


async def test_the_lead_itself_is_nobodys_while_it_is_given_to_another(
    database: Database, office: Office
) -> None:
    changed, segment = by_record(office)
    async with database.writing() as store:
        lead = closed(store, changed, "petrov", None, NOW - timedelta(days=20)).scene.lead.id
        scene = scenes.load(store, changed, no_holidays, lead, NOW).scene
        for_all = (NOW, segment.half_life, changed.stale_after)
        assert scene.track.came(*for_all) == {Sort("petrov", None, known=False): Came(0, MILLION, 1)}
        scene.track.let_go(scene.lead)
        assert scene.track.came(*for_all) == {}


async def test_saved_twice_it_counts_once(database: Database, office: Office) -> None:
    changed, segment = by_record(office)
    async with database.writing() as store:
        loaded = closed(store, changed, "petrov", Outcome.WON, NOW)
        scenes.save(store, loaded, NOW)
        track = read_track(store, changed, segment, NOW)
        assert track.came(NOW, QUARTER, NEVER) == {Sort("petrov", None, known=False): Came(MILLION)}


async def test_what_is_taken_back_goes_out_of_its_own_week(database: Database, office: Office) -> None:
    changed, _ = by_record(office)
    async with database.writing() as store:
        lead = closed(store, changed, "petrov", Outcome.LOST, NOW, path=("offer",)).scene.lead.id
        later = NOW + 5 * A_WEEK
        loaded = scenes.load(store, changed, no_holidays, lead, later)
        holding.reopen(loaded.scene, "petrov", later, always=True)
        scenes.save(store, loaded, later)
        rows = store.execute(select(closings_table)).all()
        assert [(row.week, row.won, row.lost) for row in rows] == [(week_of(NOW), 0, 0)]


async def test_members_and_records_come_along(database: Database, office: Office) -> None:
    changed, segment = by_record(office)
    async with database.writing() as store:
        closed(store, changed, "petrov", Outcome.WON, NOW)
        plain = read_standings(store, "tatarstan"), read_records(store, "tatarstan")
        store.execute(delete(closings_table))  # so that nothing is remembered
        read_track(store, changed, segment, NOW)
        assert (read_standings(store, "tatarstan"), read_records(store, "tatarstan")) == plain


async def test_where_no_record_decides_nothing_is_read(database: Database, office: Office) -> None:
    async with database.writing() as store:
        closed(store, office, "petrov", Outcome.WON, NOW)
        track = read_track(store, office, office.segment("tatarstan"), NOW)
        assert track.came(NOW, QUARTER, NEVER) == {}
        anyway = read_track(store, office, office.segment("tatarstan"), NOW, anyway=True)
        assert anyway.came(NOW, QUARTER, NEVER) == {Sort("petrov", None, known=False): Came(MILLION)}


async def test_the_history_is_counted_when_the_database_is_migrated(empty: str) -> None:
    office = stored_office()
    migrate(empty)
    database = Database(empty)
    async with database.writing() as store:
        write_office(store, office, NOW)
        for who, outcome, known in (
            ("petrov", Outcome.WON, {"source": "site"}),
            ("petrov", Outcome.LOST, {"source": "site"}),
            ("petrov", Outcome.WON, {"source": "Авито / Яндекс", "known": True}),
            ("petrov", Outcome.WON, {"owner": "petrov"}),
            ("petrov", Outcome.WON, {"own": True}),
            ("ivanov", Outcome.WON, {"owner": "petrov"}),
            ("ivanov", None, {}),
        ):
            closed(store, office, who, outcome, NOW - A_WEEK, **known)
        before = store.execute(select(closings_table).order_by(*closings_table.primary_key)).all()
    await database.close()
    assert len(before) == 3
    downgrade(empty, "0028")
    database = Database(empty)
    async with database.reading() as store:
        assert not inspect(store.conn).has_table("closings")
    await database.close()
    migrate(empty)
    database = Database(empty)
    async with database.reading() as store:
        assert store.execute(select(closings_table).order_by(*closings_table.primary_key)).all() == before
    await database.close()


async def test_what_such_leads_came_to_is_read_as_the_rules_count_it(
    database: Database, office: Office
) -> None:
    priced = replace(office.segment("tatarstan"), scheme="worth")
    changed = replace(office, segments=(priced, *office.segments[1:]))

    @settings(max_examples=40, deadline=None)
    @given(CLOSINGS)
    def check(found: dict[Closing, Record]) -> None:
        store.execute(delete(closings_table))
        closings.add(store, {("tatarstan", closing): record for closing, record in found.items()})
        track = read_track(store, changed, priced, NOW)
        for kind in (None, False), (None, True), ("site", False), ("site", True):
            lead = Lead(1, "tatarstan", source=kind[0], known=kind[1])
            assert track.sold(lead, NOW) == Track(dict(found)).sold(lead, NOW)

    async with database.writing() as store:
        check()
