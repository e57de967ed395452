"""A scheme is switched, or somebody joins, in a running office: nobody's turn is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace

from leads.office import Office, Segment
from leads.shares import LEAD
from leads.turns import Standing
from storage.database import Database
from storage.offices import read_office, version
from storage.set_up import join_segment, switch_scheme
from tests.storage.stored_office import NOW
from tests.storage.teams_noted import Noted, heap_up, joined, noted, standings_of, switched


async def test_a_switch_keeps_every_balance_every_place_and_every_other_setting(
    database: Database, office: Office
) -> None:
    await heap_up(database, "rest", {"petrov": LEAD // 2, "sidorova": -LEAD // 2, "ivanov": 0})
    before, rest = await standings_of(database, "rest"), office.segment("rest")
    assert await _switch(database, rest, "conversion") == [switched("rest", "balance", "conversion")]
    assert await standings_of(database, "rest") == before
    async with database.reading() as store:
        now = read_office(store)
    assert now == replace(office, segments=(office.segments[0], replace(rest, scheme="conversion")))


async def test_a_switch_draws_in_months_of_heaped_up_turns_and_keeps_the_line(
    database: Database, office: Office
) -> None:
    await heap_up(database, "rest", {"petrov": -8 * LEAD, "sidorova": 6 * LEAD, "ivanov": 2 * LEAD})
    before = await standings_of(database, "rest")
    entries = await _switch(database, office.segment("rest"), "queue")
    after = await standings_of(database, "rest")
    assert entries == [switched("rest", "balance", "queue", furthest=8 * LEAD)]
    assert max(abs(s.credit) for s in after.values()) == LEAD
    assert sum(s.credit for s in after.values()) == 0
    assert _by_credit(after) == _by_credit(before)
    assert [s.ticket for s in after.values()] == [s.ticket for s in before.values()]


async def test_a_switch_to_the_scheme_that_is_there_changes_nothing(
    database: Database, office: Office
) -> None:
    async with database.reading() as store:
        before = version(store)
    assert await _switch(database, office.segment("tatarstan"), "queue") == []
    async with database.reading() as store:
        assert version(store) == before


async def test_whoever_keeps_a_copy_of_the_set_up_notices_a_switch(
    database: Database, office: Office
) -> None:
    async with database.reading() as store:
        before = version(store) or 0
    await _switch(database, office.segment("tatarstan"), "grab")
    async with database.reading() as store:
        assert version(store) == before + 1


async def test_two_who_switch_at_once_switch_once(database: Database, office: Office) -> None:
    """Both have read the office before either has changed it."""
    before, tatarstan = await noted(database), office.segment("tatarstan")

    async def switch() -> None:
        async with database.writing() as store:
            switch_scheme(store, tatarstan, "grab", NOW)

    await asyncio.gather(*(switch() for _ in range(4)))
    assert (await noted(database))[len(before) :] == [switched("tatarstan", "queue", "grab")]


async def test_whoever_joins_one_segment_stands_level_at_its_end(database: Database, office: Office) -> None:
    await heap_up(database, "tatarstan", {"sidorova": LEAD // 2, "petrov": -LEAD // 2})
    before, entries = await standings_of(database, "tatarstan"), await noted(database)
    async with database.writing() as store:
        join_segment(store, office.segment("tatarstan"), "ivanov", NOW)
    after = await standings_of(database, "tatarstan")
    assert list(after) == ["sidorova", "petrov", "ivanov"]
    assert after.pop("ivanov") == Standing(0, max(s.ticket for s in before.values()) + 1)
    assert after == before
    assert (await noted(database))[len(entries) :] == [joined("tatarstan", "ivanov")]


async def test_whoever_is_a_member_and_joins_again_keeps_his_balance_and_his_place(
    database: Database, office: Office
) -> None:
    await heap_up(database, "tatarstan", {"sidorova": LEAD // 2, "petrov": -LEAD // 2})
    before, entries = await standings_of(database, "tatarstan"), await noted(database)
    async with database.writing() as store:
        join_segment(store, office.segment("tatarstan"), "sidorova", NOW)
    assert (await standings_of(database, "tatarstan"), await noted(database)) == (before, entries)


def _by_credit(standings: dict[str, Standing]) -> Iterable[str]:
    return sorted(standings, key=lambda who: standings[who].credit)


async def _switch(database: Database, segment: Segment, scheme: str) -> list[Noted]:
    before = await noted(database)
    async with database.writing() as store:
        switch_scheme(store, segment, scheme, NOW)
    return (await noted(database))[len(before) :]
