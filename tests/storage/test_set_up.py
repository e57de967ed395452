"""Every change of a team is an entry of the ledger, and nothing that did not change is one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import update

from leads.ledger import check_chain
from leads.office import Office, Segment
from leads.shares import LEAD
from leads.turns import Standing
from storage import ledger
from storage.database import Database
from storage.offices import read_office, read_standings, version
from storage.set_up import join_segment, switch_scheme, write_office
from storage.tables import members
from tests.storage.small_office import NOW

Noted = tuple[str, dict[str, Any]]


async def test_a_new_office_begins_its_ledger_with_its_teams(database: Database, office: Office) -> None:
    assert await _noted(database) == [
        ("weight_changed", {"who": "petrov", "before": None, "after": 1.5}),
        _switched("kazan", None, "queue"),
        _joined("kazan", "sidorova"),
        _joined("kazan", "petrov"),
        _switched("rest", None, "balance"),
        _joined("rest", "petrov"),
        _joined("rest", "sidorova"),
        _joined("rest", "ivanov"),
    ]


async def test_the_same_office_again_is_no_entry(database: Database, office: Office) -> None:
    before = await _noted(database)
    await _load(database, office)
    await _load(database, replace(office, name="Окна Самара", shifts=()))
    assert await _noted(database) == before


async def test_a_member_who_moves_leaves_one_segment_and_joins_the_other(
    database: Database, office: Office
) -> None:
    kazan, rest = office.segments
    moved = replace(kazan, members=("ivanov", *kazan.members)), replace(rest, members=("petrov", "sidorova"))
    assert await _entries_of(database, replace(office, segments=moved)) == [
        _joined("kazan", "ivanov"),
        ("members_ordered", {"segment": "kazan", "order": ["ivanov", "sidorova", "petrov"]}),
        _left("rest", "ivanov"),
    ]


async def test_another_order_of_the_members_is_an_entry(database: Database, office: Office) -> None:
    """Ties are decided by it."""
    kazan, rest = office.segments
    turned = replace(office, segments=(replace(kazan, members=kazan.members[::-1]), rest))
    ordered = ("members_ordered", {"segment": "kazan", "order": ["petrov", "sidorova"]})
    assert await _entries_of(database, turned) == [ordered]
    assert list(await _standings(database, "kazan")) == ["petrov", "sidorova"]
    assert await _entries_of(database, turned) == []


async def test_whoever_comes_back_with_another_weight_is_noted(database: Database, office: Office) -> None:
    olga, petrov, *others = office.people
    nobody = replace(office, people=(olga, *others), segments=(), shifts=())
    await _load(database, nobody)
    back = replace(nobody, people=(olga, replace(petrov, weight=1.0), *others))
    assert await _entries_of(database, back) == [
        ("weight_changed", {"who": "petrov", "before": 1.5, "after": 1.0})
    ]


async def test_a_segment_that_is_retired_loses_its_members_and_gets_them_back(
    database: Database, office: Office
) -> None:
    without = replace(office, segments=office.segments[1:], shifts=())
    assert await _entries_of(database, without) == [_left("kazan", "sidorova"), _left("kazan", "petrov")]
    assert await _entries_of(database, without) == [], "what is retired stays so"
    assert await _entries_of(database, office) == [_joined("kazan", "sidorova"), _joined("kazan", "petrov")]


async def test_a_changed_weight_is_an_entry_that_names_both(database: Database, office: Office) -> None:
    olga, petrov, *others = office.people
    heavier = replace(office, people=(olga, replace(petrov, weight=2.0), *others))
    expected = [("weight_changed", {"who": "petrov", "before": 1.5, "after": 2.0})]
    assert await _entries_of(database, heavier) == expected
    assert await _entries_of(database, heavier) == []


async def test_another_scheme_in_the_file_draws_in_what_has_heaped_up(
    database: Database, office: Office
) -> None:
    await _heap_up(database, "kazan", {"sidorova": 3 * LEAD, "petrov": -3 * LEAD})
    kazan, rest = office.segments
    changed = replace(office, segments=(replace(kazan, scheme="longest_idle"), rest))
    expected = [_switched("kazan", "queue", "longest_idle", drawn_in=True)]
    assert await _entries_of(database, changed) == expected
    owed = [standing.credit for standing in (await _standings(database, "kazan")).values()]
    assert owed == [LEAD, -LEAD]


async def test_a_segment_that_comes_back_with_another_scheme_says_so(
    database: Database, office: Office
) -> None:
    await _load(database, replace(office, segments=office.segments[1:], shifts=()))
    kazan, rest = office.segments
    back = replace(office, segments=(replace(kazan, scheme="duty"), rest))
    assert (await _entries_of(database, back))[0] == _switched("kazan", "queue", "duty")


async def test_a_switch_keeps_every_balance_every_place_and_every_other_setting(
    database: Database, office: Office
) -> None:
    await _heap_up(database, "rest", {"petrov": LEAD // 2, "sidorova": -LEAD // 2, "ivanov": 0})
    before, rest = await _standings(database, "rest"), office.segment("rest")
    assert await _switch(database, rest, "conversion") == [_switched("rest", "balance", "conversion")]
    assert await _standings(database, "rest") == before
    async with database.read() as conn:
        now = await read_office(conn)
    assert now == replace(office, segments=(office.segments[0], replace(rest, scheme="conversion")))


async def test_a_switch_draws_in_months_of_heaped_up_turns_and_keeps_the_line(
    database: Database, office: Office
) -> None:
    await _heap_up(database, "rest", {"petrov": -8 * LEAD, "sidorova": 6 * LEAD, "ivanov": 2 * LEAD})
    before = await _standings(database, "rest")
    noted = await _switch(database, office.segment("rest"), "queue")
    after = await _standings(database, "rest")
    assert noted == [_switched("rest", "balance", "queue", drawn_in=True)]
    assert max(abs(s.credit) for s in after.values()) == LEAD
    assert sum(s.credit for s in after.values()) == 0
    assert _by_credit(after) == _by_credit(before)
    assert [s.ticket for s in after.values()] == [s.ticket for s in before.values()]


async def test_a_switch_to_the_scheme_that_is_there_changes_nothing(
    database: Database, office: Office
) -> None:
    async with database.read() as conn:
        before = await version(conn)
    assert await _switch(database, office.segment("kazan"), "queue") == []
    async with database.read() as conn:
        assert await version(conn) == before


async def test_whoever_keeps_a_copy_of_the_set_up_notices_a_switch(
    database: Database, office: Office
) -> None:
    async with database.read() as conn:
        before = await version(conn) or 0
    await _switch(database, office.segment("kazan"), "grab")
    async with database.read() as conn:
        assert await version(conn) == before + 1


async def test_two_who_switch_at_once_switch_once(database: Database, office: Office) -> None:
    """Both have read the office before either has changed it."""
    before, kazan = await _noted(database), office.segment("kazan")

    async def switch() -> None:
        async with database.write() as conn:
            await switch_scheme(conn, kazan, "grab", NOW)

    await asyncio.gather(*(switch() for _ in range(4)))
    assert (await _noted(database))[len(before) :] == [_switched("kazan", "queue", "grab")]


async def test_two_who_load_the_same_file_at_once_change_the_office_once(
    database: Database, office: Office
) -> None:
    kazan, rest = office.segments
    changed = replace(office, segments=(replace(kazan, scheme="grab"), replace(rest, members=("petrov",))))
    before = await _noted(database)
    await asyncio.gather(*(_load(database, changed) for _ in range(4)))
    assert (await _noted(database))[len(before) :] == [
        _switched("kazan", "queue", "grab"),
        _left("rest", "sidorova"),
        _left("rest", "ivanov"),
    ]


async def test_whoever_joins_one_segment_stands_level_at_its_end(database: Database, office: Office) -> None:
    await _heap_up(database, "kazan", {"sidorova": LEAD // 2, "petrov": -LEAD // 2})
    before, entries = await _standings(database, "kazan"), await _noted(database)
    async with database.write() as conn:
        await join_segment(conn, office.segment("kazan"), "ivanov", NOW)
    after = await _standings(database, "kazan")
    assert list(after) == ["sidorova", "petrov", "ivanov"]
    assert after.pop("ivanov") == Standing(0, max(s.ticket for s in before.values()) + 1)
    assert after == before
    assert (await _noted(database))[len(entries) :] == [_joined("kazan", "ivanov")]


async def test_whoever_is_a_member_and_joins_again_keeps_his_balance_and_his_place(
    database: Database, office: Office
) -> None:
    await _heap_up(database, "kazan", {"sidorova": LEAD // 2, "petrov": -LEAD // 2})
    before, entries = await _standings(database, "kazan"), await _noted(database)
    async with database.write() as conn:
        await join_segment(conn, office.segment("kazan"), "sidorova", NOW)
    assert (await _standings(database, "kazan"), await _noted(database)) == (before, entries)


def _switched(segment: str, before: str | None, after: str, drawn_in: bool = False) -> Noted:
    body = {"segment": segment, "before": before, "after": after, "drawn_in": drawn_in}
    return "scheme_switched", body


def _joined(segment: str, who: str) -> Noted:
    return "member_joined", {"segment": segment, "who": who}


def _left(segment: str, who: str) -> Noted:
    return "member_left", {"segment": segment, "who": who}


def _by_credit(standings: dict[str, Standing]) -> Iterable[str]:
    return sorted(standings, key=lambda who: standings[who].credit)


async def _load(database: Database, office: Office) -> None:
    async with database.write() as conn:
        await write_office(conn, office, NOW)


async def _entries_of(database: Database, office: Office) -> list[Noted]:
    """What the ledger says of loading this office."""
    before = await _noted(database)
    await _load(database, office)
    return (await _noted(database))[len(before) :]


async def _switch(database: Database, segment: Segment, scheme: str) -> list[Noted]:
    before = await _noted(database)
    async with database.write() as conn:
        await switch_scheme(conn, segment, scheme, NOW)
    return (await _noted(database))[len(before) :]


async def _noted(database: Database) -> list[Noted]:
    async with database.read() as conn:
        entries = await ledger.everything(conn)
    assert check_chain(entries)
    assert {(entry.lead, entry.at) for entry in entries} <= {(None, NOW)}
    return [(entry.kind, json.loads(entry.body)) for entry in entries]


async def _standings(database: Database, segment: str) -> dict[str, Standing]:
    async with database.read() as conn:
        return await read_standings(conn, 1, segment)


async def _heap_up(database: Database, segment: str, owed: dict[str, int]) -> None:
    assert sum(owed.values()) == 0
    async with database.write() as conn:
        for who, credit in owed.items():
            of = (members.c.segment == segment, members.c.person == who)
            await conn.execute(update(members).where(*of).values(credit=credit))
