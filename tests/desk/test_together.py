"""What the courier has to write down at the same time is one transaction, and nobody's failure is another's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bench.cost.counters import Counting, Counts
from desk.together import Together
from desk.work import Work
from storage import cards, showing
from storage.kinds import CardKind
from tests.offices import OFFICE
from tests.stories.desk import Desk, office

CROWD = (101, 201, 202, 203, 301, 401)  # everybody
AWHILE = timedelta(seconds=10)  # after which nobody's chat is held


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, OFFICE) as desk:
        desk.clock.advance(AWHILE)
        yield desk


async def notes_to_all(desk: Desk, subject: str) -> None:
    async with desk.database.writing() as store:
        for chat in CROWD:
            cards.want(store, chat, CardKind.NOTE, subject, None, payload={"key": "on", "args": {}})


async def ids(desk: Desk, subject: str) -> list[int]:
    async with desk.database.reading() as store:
        found = [cards.of(store, chat, CardKind.NOTE, subject) for chat in CROWD]
    return [card.id for card in found if card]


async def drained(desk: Desk) -> Counts:
    counting = Counting()
    counting.start()
    try:
        await desk.app.courier.drain()
    finally:
        counting.stop()
    return counting.counts


async def test_six_messages_cost_a_look_and_two_writes(desk: Desk) -> None:
    """What is due is read and drawn once, all begin in one transaction, and all are settled in one."""
    await notes_to_all(desk, "1")
    counts = await drained(desk)
    assert (counts.reading, counts.writing) == (1, 2)


async def test_after_the_last_answer_nobody_asks_whether_more_is_due(desk: Desk) -> None:
    await notes_to_all(desk, "1")
    await notes_to_all(desk, "2")
    counts = await drained(desk)
    assert (counts.reading, counts.writing) == (2, 4)


async def test_what_waits_for_a_transaction_goes_into_the_next_one_in_its_order(desk: Desk) -> None:
    seen: list[int] = []

    def noted(number: int) -> None:
        async def write() -> None:
            await kept.write(
                lambda work: seen.append(number if showing.find(work.store, number) is None else 0)
            )

        group.create_task(write())

    kept, counting = Together(desk.app.door), Counting()
    counting.start()
    async with asyncio.TaskGroup() as group:
        for number in range(5):
            noted(number)
        await asyncio.sleep(0)
        await asyncio.sleep(0)  # the first ones are under way
        for number in range(5, 10):
            noted(number)
    counting.stop()
    assert seen == list(range(10))
    assert counting.counts.transactions == 2


async def test_one_that_fails_takes_no_other_with_it(desk: Desk) -> None:
    await notes_to_all(desk, "1")
    kept = Together(desk.app.door)

    def begins(work: Work, card: int, *, fails: bool) -> None:
        showing.change(work.store, card, begun=7)
        if fails:
            raise KeyError(card)

    numbers = await ids(desk, "1")
    writes = [
        kept.write(lambda work, card=card: begins(work, card, fails=card == numbers[2]))  # type: ignore[misc]
        for card in numbers
    ]
    outcomes = await asyncio.gather(*writes, return_exceptions=True)
    assert [isinstance(outcome, KeyError) for outcome in outcomes] == [n == 2 for n in range(6)]
    async with desk.database.reading() as store:
        rows = [showing.find(store, card) for card in numbers]
    assert [row.begun for row in rows if row] == [7, 7, 0, 7, 7, 7]


async def test_whoever_is_cancelled_leaves_the_others_what_they_brought(desk: Desk) -> None:
    await notes_to_all(desk, "1")
    kept = Together(desk.app.door)
    first, second, *_ = await ids(desk, "1")

    async def begins(card: int) -> None:
        await kept.write(lambda work: showing.change(work.store, card, begun=7))

    async with asyncio.TaskGroup() as group, desk.database.writing():  # they have to wait
        one, other = (group.create_task(begins(card)) for card in (first, second))
        for _ in range(5):
            await asyncio.sleep(0)
        one.cancel()
    assert one.cancelled()
    assert other.done()
    async with desk.database.reading() as store:
        row = showing.find(store, second)
    assert row
    assert row.begun == 7


async def test_a_card_that_cannot_be_drawn_costs_the_others_of_its_look_nothing(desk: Desk) -> None:
    await notes_to_all(desk, "1")
    broken, *_ = await ids(desk, "1")
    async with desk.database.writing() as store:
        showing.change(store, broken, payload={"key": "on"})
    desk.may_give_up = True
    start = desk.clock.now().timestamp()
    await desk.app.courier.drain()
    assert await desk.given_up() == ["note"]
    for chat in CROWD[1:]:
        assert [m.raw["date"] for m in desk.telegram.messages(chat)] == [int(start)]
