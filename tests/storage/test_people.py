"""People as they come to the bot: known by their account, invited once, connected to one person at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from leads.office import Office, Role
from storage import people
from storage.database import Database
from storage.offices import version
from storage.people import Invitation
from storage.set_up import write_office
from tests.storage.stored_office import NOW

WEEK = timedelta(days=7)
FOR_DIRECTOR = Invitation("orlova", None)


async def test_a_person_is_known_by_his_account_and_a_stranger_is_not(
    database: Database, office: Office
) -> None:
    async with database.reading() as store:
        found = people.by_chat(store, 202)
        assert found
        assert (found.id, found.roles, found.locale) == ("sidorova", (Role.MANAGER, Role.HEAD), "en")
        assert people.by_chat(store, 4711) is None


async def test_whoever_has_left_is_a_stranger_with_a_name(database: Database, office: Office) -> None:
    async with database.writing() as store:
        write_office(store, _without_director_and_ivanov(office), NOW)
        assert people.by_chat(store, 203) is None
        assert people.names(store)["ivanov"] == "Иван Иванов"


async def test_only_the_connected_have_a_role_to_be_written_to(database: Database, office: Office) -> None:
    async with database.reading() as store:
        found = people.with_role(store, Role.HEAD, Role.DIRECTOR)
        assert [p.id for p in found] == ["sidorova"], "the director has no account yet"
        assert set(people.by_ids(store, ["anna", "orlova", "nobody"])) == {"anna", "orlova"}


async def test_an_invitation_is_taken_up_once(database: Database, office: Office) -> None:
    async with database.writing() as store:
        people.invite(store, "hash", FOR_DIRECTOR, NOW + WEEK)
    async with database.writing() as store:
        assert people.use_invitation(store, "hash", NOW) == FOR_DIRECTOR
    async with database.writing() as store:
        assert people.use_invitation(store, "hash", NOW) is None
        assert people.use_invitation(store, "another hash", NOW) is None


async def test_an_invitation_expires(database: Database, office: Office) -> None:
    async with database.writing() as store:
        people.invite(store, "hash", Invitation(None, "manager"), NOW + WEEK)
        assert people.use_invitation(store, "hash", NOW + WEEK) is None
        last_moment = NOW + WEEK - timedelta(seconds=1)
        assert people.use_invitation(store, "hash", last_moment) == Invitation(None, "manager")


async def test_a_second_link_to_the_same_person_voids_the_first(database: Database, office: Office) -> None:
    async with database.writing() as store:
        people.invite(store, "first", FOR_DIRECTOR, NOW + WEEK)
        people.invite(store, "for anybody", Invitation(None, "manager"), NOW + WEEK)
        people.invite(store, "second", FOR_DIRECTOR, NOW + WEEK)
        assert people.use_invitation(store, "first", NOW) is None
        assert people.use_invitation(store, "second", NOW) == FOR_DIRECTOR
        assert people.use_invitation(store, "for anybody", NOW) is not None


async def test_connecting_takes_the_account_from_whoever_had_it(database: Database, office: Office) -> None:
    async with database.writing() as store:
        before = version(store)
        people.change(store, "orlova", reachable=False)
        people.connect(store, "orlova", 203)
        found = people.by_chat(store, 203)
        assert found
        assert (found.id, found.reachable) == ("orlova", True)
        assert people.by_ids(store, ["ivanov"])["ivanov"].chat is None
        assert version(store) != before, "whoever keeps a copy of the set-up reads it again"


async def test_a_newcomer_comes_last_and_is_known_at_once(database: Database, office: Office) -> None:
    async with database.writing() as store:
        people.add(store, "u2000", "Новичок", 2000, [Role.MANAGER], "ru")
        assert people.by_chat(store, 2000)
        assert [p.id for p in people.with_role(store, Role.MANAGER)][-1] == "u2000"


async def test_whoever_has_left_may_come_back_as_somebody_new(database: Database, office: Office) -> None:
    async with database.writing() as store:
        write_office(store, _without_director_and_ivanov(office), NOW)
        people.add(store, "u203", "Иван", 203, [Role.MANAGER], "ru")
        found = people.by_chat(store, 203)
        assert found
        assert found.id == "u203"


def _without_director_and_ivanov(office: Office) -> Office:
    tatarstan, rest = office.segments
    return replace(
        office,
        people=office.people[:3],
        segments=(tatarstan, replace(rest, members=("petrov", "sidorova"))),
    )
