"""Every change of a team is an entry of the ledger, and nothing that did not change is one."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from leads.office import Office
from leads.shares import LEAD
from storage.database import Database
from tests.storage.teams_noted import (
    entries_of,
    heap_up,
    joined,
    left,
    load,
    noted,
    standings_of,
    switched,
)


async def test_a_new_office_begins_its_ledger_with_its_teams(database: Database, office: Office) -> None:
    assert await noted(database) == [
        ("weight_changed", {"who": "petrov", "before": None, "after": 1.5}),
        switched("tatarstan", None, "queue"),
        joined("tatarstan", "sidorova"),
        joined("tatarstan", "petrov"),
        switched("rest", None, "balance"),
        joined("rest", "petrov"),
        joined("rest", "sidorova"),
        joined("rest", "ivanov"),
    ]


async def test_the_same_office_again_is_no_entry(database: Database, office: Office) -> None:
    before = await noted(database)
    await load(database, office)
    await load(database, replace(office, name="Окна Самара", shifts=()))
    assert await noted(database) == before


async def test_a_member_who_moves_leaves_one_segment_and_joins_the_other(
    database: Database, office: Office
) -> None:
    tatarstan, rest = office.segments
    moved = (
        replace(tatarstan, members=("ivanov", *tatarstan.members)),
        replace(rest, members=("petrov", "sidorova")),
    )
    assert await entries_of(database, replace(office, segments=moved)) == [
        joined("tatarstan", "ivanov"),
        ("members_ordered", {"segment": "tatarstan", "order": ["ivanov", "sidorova", "petrov"]}),
        left("rest", "ivanov"),
    ]


async def test_another_order_of_the_members_is_an_entry(database: Database, office: Office) -> None:
    """Ties are decided by it."""
    tatarstan, rest = office.segments
    turned = replace(office, segments=(replace(tatarstan, members=tatarstan.members[::-1]), rest))
    ordered = ("members_ordered", {"segment": "tatarstan", "order": ["petrov", "sidorova"]})
    assert await entries_of(database, turned) == [ordered]
    assert list(await standings_of(database, "tatarstan")) == ["petrov", "sidorova"]
    assert await entries_of(database, turned) == []


async def test_whoever_comes_back_with_another_weight_is_noted(database: Database, office: Office) -> None:
    anna, petrov, *others = office.people
    nobody = replace(office, people=(anna, *others), segments=(), shifts=())
    await entries_of(database, nobody)
    back = replace(nobody, people=(anna, replace(petrov, weight=1.0), *others))
    assert await entries_of(database, back) == [
        ("weight_changed", {"who": "petrov", "before": 1.5, "after": 1.0})
    ]


async def test_a_segment_that_is_retired_loses_its_members_and_gets_them_back(
    database: Database, office: Office
) -> None:
    without = replace(office, segments=office.segments[1:], shifts=())
    assert await entries_of(database, without) == [left("tatarstan", "sidorova"), left("tatarstan", "petrov")]
    assert await entries_of(database, without) == [], "what is retired stays so"
    assert await entries_of(database, office) == [
        joined("tatarstan", "sidorova"),
        joined("tatarstan", "petrov"),
    ]


async def test_a_changed_weight_is_an_entry_that_names_both(database: Database, office: Office) -> None:
    anna, petrov, *others = office.people
    heavier = replace(office, people=(anna, replace(petrov, weight=2.0), *others))
    expected = [("weight_changed", {"who": "petrov", "before": 1.5, "after": 2.0})]
    assert await entries_of(database, heavier) == expected
    assert await entries_of(database, heavier) == []


async def test_another_scheme_in_the_file_draws_in_what_has_heaped_up(
    database: Database, office: Office
) -> None:
    await heap_up(database, "tatarstan", {"sidorova": 3 * LEAD, "petrov": -3 * LEAD})
    tatarstan, rest = office.segments
    changed = replace(office, segments=(replace(tatarstan, scheme="longest_idle"), rest))
    expected = [switched("tatarstan", "queue", "longest_idle", furthest=3 * LEAD)]
    assert await entries_of(database, changed) == expected
    owed = [standing.credit for standing in (await standings_of(database, "tatarstan")).values()]
    assert owed == [LEAD, -LEAD]


async def test_a_segment_that_comes_back_with_another_scheme_says_so(
    database: Database, office: Office
) -> None:
    await load(database, replace(office, segments=office.segments[1:], shifts=()))
    tatarstan, rest = office.segments
    back = replace(office, segments=(replace(tatarstan, scheme="duty"), rest))
    assert (await entries_of(database, back))[0] == switched("tatarstan", "queue", "duty")


async def test_two_who_load_the_same_file_at_once_change_the_office_once(
    database: Database, office: Office
) -> None:
    tatarstan, rest = office.segments
    changed = replace(
        office, segments=(replace(tatarstan, scheme="grab"), replace(rest, members=("petrov",)))
    )
    before = await noted(database)
    await asyncio.gather(*(load(database, changed) for _ in range(4)))
    assert (await noted(database))[len(before) :] == [
        switched("tatarstan", "queue", "grab"),
        left("rest", "sidorova"),
        left("rest", "ivanov"),
    ]
