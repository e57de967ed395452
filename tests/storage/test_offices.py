"""An office is read back as it was written; loading another one retires, and never forgets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from leads.office import Office, Person, Role
from leads.shares import LEAD
from leads.turns import Standing, charge
from storage import offices
from storage.database import Database
from storage.offices import NoOfficeError, read_office, read_standings
from storage.set_up import write_tickets
from storage.store import Store
from storage.tables.office import members, people
from tests.storage.teams_noted import load


async def test_an_office_comes_back_as_it_was_written(database: Database, office: Office) -> None:
    async with database.reading() as store:
        assert read_office(store) == office


async def test_the_same_office_twice_changes_nothing(database: Database, office: Office) -> None:
    async with database.reading() as store:
        before = _everything(store)
    await load(database, office)
    async with database.reading() as store:
        assert read_office(store) == office
        assert _everything(store) == before


async def test_an_empty_database_has_no_office(database: Database) -> None:
    async with database.writing() as store:
        assert offices.version(store) is None
        for asks in (read_office, offices.lock, offices.take_number):
            with pytest.raises(NoOfficeError):
                asks(store)


async def test_every_load_makes_a_new_version(database: Database, office: Office) -> None:
    async with database.reading() as store:
        first = offices.version(store)
    await load(database, replace(office, name="Окна Самара"))
    async with database.reading() as store:
        assert (offices.version(store) or 0) > (first or 0)
        assert read_office(store).name == "Окна Самара"


async def test_whoever_is_not_in_the_file_is_retired_and_comes_back_as_himself(
    database: Database, office: Office
) -> None:
    await load(database, _without(office, "ivanov"))
    async with database.reading() as store:
        assert [p.id for p in read_office(store).people] == ["anna", "petrov", "sidorova", "orlova"]
        assert store.scalar(select(people.c.name).where(people.c.id == "ivanov")) == "Иван Иванов"
    await load(database, office)
    async with database.reading() as store:
        assert read_office(store) == office


async def test_a_retired_segment_is_still_read_and_comes_back(database: Database, office: Office) -> None:
    tatarstan, rest = office.segments
    await load(database, replace(office, segments=(rest,), shifts=()))
    async with database.reading() as store:
        found = read_office(store)
    assert found.segments == (rest, replace(tatarstan, members=(), retired=True))
    await load(database, found)
    await load(database, office)
    async with database.reading() as store:
        assert read_office(store) == office


async def test_balances_and_places_in_the_line_survive_a_reload(database: Database, office: Office) -> None:
    before = await _lead_goes_to(database, "petrov")
    await load(database, replace(office, name="Новое имя"))
    async with database.reading() as store:
        assert read_standings(store, "rest") == before


async def test_a_new_member_starts_level_and_at_the_end_of_the_line(
    database: Database, office: Office
) -> None:
    before = await _lead_goes_to(database, "petrov")
    newcomer = Person("smirnova", "Смирнова", (Role.MANAGER,), 1010)
    tatarstan, rest = office.segments
    rest = replace(rest, members=("smirnova", *rest.members))
    await load(database, replace(office, people=(*office.people, newcomer), segments=(tatarstan, rest)))
    async with database.reading() as store:
        after = read_standings(store, "rest")
    assert list(after) == ["smirnova", "petrov", "sidorova", "ivanov"], "in the file's order"
    assert after.pop("smirnova") == Standing(0, max(s.ticket for s in before.values()) + 1)
    assert after == before


async def test_whoever_leaves_takes_no_balance_along(database: Database, office: Office) -> None:
    before = await _lead_goes_to(database, "petrov")
    await load(database, _without(office, "petrov"))
    async with database.reading() as store:
        after = read_standings(store, "rest")
    assert sum(s.credit for s in after.values()) == 0
    gaps = [s["sidorova"].credit - s["ivanov"].credit for s in (before, after)]
    assert gaps[0] == gaps[1], "nobody's order changes"


async def test_two_people_may_swap_their_telegram_accounts(database: Database, office: Office) -> None:
    ids = {"petrov": 203, "ivanov": 201}
    swapped = replace(
        office, people=tuple(replace(p, telegram_id=ids.get(p.id, p.telegram_id)) for p in office.people)
    )
    await load(database, swapped)
    async with database.reading() as store:
        assert read_office(store) == swapped


async def test_an_account_passes_from_a_retired_person_to_a_new_one(
    database: Database, office: Office
) -> None:
    heir = Person("heir", "Наследник", (Role.MANAGER,), 203)
    without = _without(office, "ivanov")
    changed = replace(without, people=(*without.people, heir))
    await load(database, changed)
    async with database.reading() as store:
        assert read_office(store) == changed


async def test_a_file_without_an_id_does_not_disconnect_whoever_came_by_invitation(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        store.execute(update(people).where(people.c.id == "orlova").values(telegram_id=1005))
    await load(database, office)
    async with database.reading() as store:
        assert read_office(store).person("orlova").telegram_id == 1005


async def test_what_the_day_brought_to_a_person_survives_a_reload(database: Database, office: Office) -> None:
    day = {"paused": "paused", "checked_in": True, "lapses": 1, "reachable": False, "asked": 3}
    async with database.writing() as store:
        store.execute(update(people).where(people.c.id == "petrov").values(day))
    await load(database, office)
    async with database.reading() as store:
        row = store.execute(select(people).where(people.c.id == "petrov")).one()
        assert {name: row._mapping[name] for name in day} == day


async def test_a_new_ticket_is_the_members_alone(database: Database, office: Office) -> None:
    async with database.writing() as store:
        before = read_standings(store, "tatarstan")
        write_tickets(store, "rest", {"petrov": Standing(0, 99)})
        assert read_standings(store, "rest")["petrov"].ticket == 99
        assert read_standings(store, "tatarstan") == before


async def _lead_goes_to(database: Database, who: str) -> dict[str, Standing]:
    async with database.writing() as store:
        standings = read_standings(store, "rest")
        charge(standings, who, {"petrov": 1500, "sidorova": 1000, "ivanov": 1000})
        for member, standing in standings.items():
            row = {"credit": standing.credit, "ticket": standing.ticket}
            of = (members.c.segment == "rest", members.c.person == member)
            store.execute(update(members).where(*of).values(row))
    assert abs(standings[who].credit) > LEAD // 2
    return standings


def _without(office: Office, who: str) -> Office:
    return replace(
        office,
        people=tuple(p for p in office.people if p.id != who),
        segments=tuple(replace(s, members=tuple(m for m in s.members if m != who)) for s in office.segments),
        shifts=tuple(s for s in office.shifts if s.who != who),
    )


def _everything(store: Store) -> list[object]:
    in_order = [select(table).order_by(*table.primary_key) for table in (people, members)]
    return [tuple(row) for query in in_order for row in store.execute(query)]
