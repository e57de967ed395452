"""A week is announced once, a lot is thrown once, a secret is opened once, whoever else tries."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import NoResultFound

from leads.draws import WEEK, Draw, commit, draw_order, seal_lot
from leads.office import Office
from leads.proof.draw_checks import holds
from storage import draws
from storage.database import Database
from tests.storage.stored_office import NOW

MONDAY = date(2026, 11, 30)
SALT = "5a17" * 16
SECRET = "5ec2e7" * 10 + "beef"
DRAW = Draw("tatarstan", MONDAY, commit(SECRET), NOW + timedelta(days=4), NOW)
MEMBERS = ("sidorova", "petrov")


def opened(lots: dict[str, int]) -> Draw:
    order = draw_order(SECRET, "tatarstan", MONDAY, lots, MEMBERS)
    at = DRAW.draw_at
    held = replace(closed(lots), secret=SECRET, members=MEMBERS, order=order, opened_at=at)
    return replace(held, salts=dict.fromkeys(lots, SALT))


def closed(lots: dict[str, int]) -> Draw:
    """Before it is opened: nobody is shown the salts."""
    seals = {who: seal_lot(SALT, "tatarstan", MONDAY, who, lot) for who, lot in lots.items()}
    return replace(DRAW, lots=lots, seals=seals, times=dict.fromkeys(lots, NOW.isoformat()))


async def announced(database: Database, draw: Draw = DRAW, secret: str = SECRET) -> bool:
    async with database.writing() as store:
        return draws.announce(store, draw, secret)


async def thrown(database: Database, who: str, lot: int) -> bool:
    async with database.writing() as store:
        sealed = seal_lot(SALT, "tatarstan", MONDAY, who, lot)
        return draws.throw(store, "tatarstan", MONDAY, who, draws.Lot(lot, SALT, sealed, NOW))


async def revealed(database: Database, draw: Draw) -> bool:
    async with database.writing() as store:
        return draws.reveal(store, draw)


async def stored(database: Database) -> Draw | None:
    async with database.reading() as store:
        return draws.of_week(store, "tatarstan", MONDAY)


async def test_a_draw_comes_back_as_it_was_and_its_secret_only_when_it_is_opened(
    database: Database, office: Office
) -> None:
    assert await stored(database) is None
    assert await announced(database)
    assert await stored(database) == DRAW, "without the secret"
    assert await thrown(database, "petrov", 7)
    assert await stored(database) == closed({"petrov": 7})
    assert await revealed(database, opened({"petrov": 7}))
    found = await stored(database)
    assert found == opened({"petrov": 7}) and holds(found) == ()


async def test_whoever_opens_or_checks_a_draw_finds_the_secret(database: Database, office: Office) -> None:
    await announced(database)
    async with database.reading() as store:
        assert draws.secret_of(store, "tatarstan", MONDAY) == SECRET
        assert list(draws.everything(store)) == [replace(DRAW, secret=SECRET)]
        with pytest.raises(NoResultFound):
            draws.secret_of(store, "tatarstan", MONDAY + WEEK)


async def test_a_promise_is_never_replaced(database: Database, office: Office) -> None:
    assert await announced(database)
    assert await thrown(database, "petrov", 7)
    other = replace(DRAW, commitment=commit("another"))
    assert not await announced(database, other, "another")
    assert await stored(database) == closed({"petrov": 7})


async def test_programs_that_announce_at_the_same_time_make_one_promise(
    database: Database, office: Office
) -> None:
    def announcement(n: int) -> tuple[Draw, str]:
        return replace(DRAW, commitment=commit(f"secret {n}")), f"secret {n}"

    done = await asyncio.gather(*(announced(database, *announcement(n)) for n in range(5)))
    assert sorted(done) == [False] * 4 + [True]
    assert await stored(database) == announcement(done.index(True))[0]


async def test_of_lots_thrown_at_the_same_time_by_one_person_one_counts(
    database: Database, office: Office
) -> None:
    await announced(database)
    done = await asyncio.gather(*(thrown(database, "petrov", lot) for lot in range(1, 10)))
    assert sorted(done) == [False] * 8 + [True]
    found = await stored(database)
    assert found and found.lots == {"petrov": done.index(True) + 1}


async def test_lots_thrown_at_the_same_time_by_different_people_all_count(
    database: Database, office: Office
) -> None:
    await announced(database)
    crew = [f"m{n}" for n in range(9)]
    assert all(await asyncio.gather(*(thrown(database, who, 1 + n) for n, who in enumerate(crew))))
    found = await stored(database)
    assert found and found.lots == {who: 1 + n for n, who in enumerate(crew)}


async def test_a_draw_is_opened_once_and_takes_no_lot_afterwards(database: Database, office: Office) -> None:
    await announced(database)
    versions = [replace(opened({}), members=(who,), order=(who,)) for who in ("petrov", "sidorova")]
    done = await asyncio.gather(*(revealed(database, draw) for draw in versions))
    assert sorted(done) == [False, True]
    assert not await thrown(database, "petrov", 7)
    assert await stored(database) == versions[done.index(True)]


async def test_of_a_lot_and_an_opening_without_it_at_the_same_moment_one_wins(
    database: Database, office: Office
) -> None:
    await announced(database)
    done = await asyncio.gather(thrown(database, "petrov", 7), revealed(database, opened({})))
    assert sorted(done) == [False, True]
    found = await stored(database)
    assert found == (closed({"petrov": 7}) if done[0] else opened({}))


async def test_nobody_throws_into_a_week_that_is_not_announced(database: Database, office: Office) -> None:
    assert not await thrown(database, "petrov", 7)
    assert not await revealed(database, opened({}))


async def test_the_draws_from_a_week_on_are_the_segments_own_in_order(
    database: Database, office: Office
) -> None:
    for weeks in (1, -1, 0):
        await announced(database, replace(DRAW, monday=MONDAY + weeks * WEEK))
    await announced(database, replace(DRAW, segment="rest"))
    async with database.reading() as store:
        found = draws.from_week(store, "tatarstan", MONDAY)
        assert [draw.monday for draw in found] == [MONDAY, MONDAY + WEEK]
        assert [d.segment for d in draws.everything(store)] == ["tatarstan", "rest", "tatarstan", "tatarstan"]
