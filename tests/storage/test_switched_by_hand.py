"""A rule switched by somebody's hand: the ledger says whose, and a reserve changes like a scheme."""

from __future__ import annotations

from dataclasses import replace

from leads.office import Office
from storage.database import Database
from storage.offices import read_office, version
from storage.set_up import set_reserve, switch_scheme, write_office
from tests.storage.stored_office import NOW
from tests.storage.teams_noted import noted, standings_of


async def test_the_ledger_says_who_switched_the_scheme(database: Database, office: Office) -> None:
    tatarstan = office.segment("tatarstan")
    async with database.writing() as store:
        (entry,) = switch_scheme(store, tatarstan, "grab", NOW, by="sidorova")
        assert switch_scheme(store, tatarstan, "grab", NOW, by="petrov") == [], "it is so already"
    assert (await noted(database))[-1] == (entry.kind, dict(entry.body))
    assert (entry.body["before"], entry.body["after"], entry.body["by"]) == ("queue", "grab", "sidorova")


async def test_a_reserve_is_set_by_hand_and_unset_by_the_office_file(
    database: Database, office: Office
) -> None:
    tatarstan, standings = office.segment("tatarstan"), await standings_of(database, "tatarstan")
    async with database.writing() as store:
        before = version(store) or 0
        set_reserve(store, tatarstan, "balance", NOW, by="sidorova")
        assert set_reserve(store, tatarstan, "balance", NOW, by="petrov") == [], "it is so already"
        assert version(store) == before + 1
    async with database.reading() as store:
        assert read_office(store).segment("tatarstan") == replace(tatarstan, reserve="balance")
    assert await standings_of(database, "tatarstan") == standings
    async with database.writing() as store:
        write_office(store, office, NOW)
    changes = [body for kind, body in await noted(database) if kind == "reserve_changed"]
    assert [(body["before"], body["after"], body["by"]) for body in changes] == [
        (None, "balance", "sidorova"),
        ("balance", None, None),
    ]
