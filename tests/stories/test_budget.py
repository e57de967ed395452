"""What a lead may cost, in statements and transactions: they do not depend on the machine.

The aim is 120 statements and 18 transactions for a whole lead, 6 statements for a tap that changes nothing, and 3
for a second in which nothing happens. The bounds here are what it takes today; whoever makes it cheaper lowers them.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from bench.cost.counters import Counting
from tests.stories.desk import Desk
from tests.stories.words import CLAIM, HAND_OVER, REACHED, SALE, SKIP

LEAD_STATEMENTS, LEAD_TRANSACTIONS = 115, 12
LATE_TAP, STRANGERS_TAP, ME_AGAIN, SECOND_AT_REST = 6, 2, 24, 2
A_MOMENT = timedelta(seconds=5)
WAY = (CLAIM, REACHED, SALE, SKIP)  # the manager's


@contextmanager
def counted() -> Iterator[Counting]:
    counting = Counting()
    counting.start()
    try:
        yield counting
    finally:
        counting.stop()


async def done(desk: Desk) -> None:
    """What was sent and tapped is done, and shown everywhere. Some seconds pass before, as between two taps."""
    desk.clock.advance(A_MOMENT)
    await desk.hears()
    while not desk.app.courier.is_idle:
        await desk.clock.sleep(0)


async def tap(desk: Desk, who: int, message: int, data: str) -> None:
    desk.telegram.tap(who, message, data=data)
    await done(desk)


async def a_whole_lead(desk: Desk) -> None:
    """From the secretary's message to a sale without an amount, claimed at once, with one mark on the way."""
    desk.calls += 1
    desk.telegram.send_text(desk.anna.id, f"Клиент Рустам 8 (843) 200-00-{desk.calls:02}, окна")
    await done(desk)
    await tap(desk, desk.anna.id, *desk.anna.data(HAND_OVER))
    manager = next(p for p in (desk.petrov, desk.sidorova, desk.ivanov) if p.has(CLAIM))
    for words in WAY:
        await tap(desk, manager.id, *manager.data(words))


@pytest.fixture
async def warm(desk: Desk) -> AsyncIterator[Desk]:
    """One lead has gone its way: what is read once is read."""
    courier = asyncio.create_task(desk.app.courier.run())  # noqa: TID251 - it works while the test does
    await a_whole_lead(desk)
    yield desk
    desk.app.courier.stop()
    await courier


async def test_a_whole_lead_keeps_to_its_budget(warm: Desk) -> None:
    with counted() as counting:
        await a_whole_lead(warm)
    assert counting.counts.statements <= LEAD_STATEMENTS
    assert counting.counts.transactions <= LEAD_TRANSACTIONS


async def test_a_late_tap_on_a_lead_that_somebody_has_costs_next_to_nothing(warm: Desk) -> None:
    await warm.lead()
    manager = next(p for p in (warm.petrov, warm.sidorova) if p.has(CLAIM))
    message, claim = manager.data(CLAIM)
    await manager.taps(CLAIM)
    with counted() as counting:
        await tap(warm, manager.id, message, claim)
    assert counting.counts.statements <= LATE_TAP


async def test_a_tap_of_somebody_whom_the_office_does_not_know_costs_next_to_nothing(warm: Desk) -> None:
    await warm.lead()
    manager = next(p for p in (warm.petrov, warm.sidorova) if p.has(CLAIM))
    message, claim = manager.data(CLAIM)
    stranger = warm.stranger(999)
    with counted() as counting:
        await tap(warm, stranger.id, message, claim)
    assert counting.counts.statements <= STRANGERS_TAP


async def test_who_asks_for_his_account_again_costs_little(warm: Desk) -> None:
    await warm.petrov.sends("/me")
    with counted() as counting:
        warm.telegram.send_text(warm.petrov.id, "/me")
        await done(warm)
    assert counting.counts.statements <= ME_AGAIN


async def test_a_second_in_which_nothing_happens_costs_next_to_nothing(warm: Desk) -> None:
    with counted() as counting:
        warm.clock.advance(timedelta(seconds=1))
        await warm.app.clockwork.tick()
        await done(warm)
    assert counting.counts.statements <= SECOND_AT_REST
