"""The administrator hears of what stands still: once, and once when it is over."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.web import wrong
from tests.offices import WITH_ADMIN
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import HAND_OVER

STUCK, MOVES = "У лида вышел срок", "Лиды снова идут"
UNSENT, SENT = "не доходит до людей", "снова всё доходит"
DEAF, HEARS = "не слышит Telegram", "снова слышит"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, WITH_ADMIN) as desk:
        yield desk


@pytest.fixture
def kim(desk: Desk) -> Person:
    """The administrator."""
    return desk.person(501)


async def passes(
    desk: Desk, minutes: float, *, ticker: bool = True, polling: bool = True, courier: bool = True
) -> None:
    """Time goes by, with a look of the watchdog every ten seconds; some part of the program may stand still."""
    for _ in range(round(minutes * 6)):
        desk.clock.advance(timedelta(seconds=10))
        if polling:
            await desk.hears()
        if ticker:
            await desk.app.ticker.look()
        await desk.app.watch.look()
        if courier:
            await desk.app.courier.drain()


async def is_wrong(desk: Desk) -> list[str]:
    """What `/healthz` says, but for the tasks, which do not run here."""
    return [name for name in await wrong(desk.app) if name != "starting"]


async def test_a_quiet_day_of_an_office_at_work_is_no_news(desk: Desk, kim: Person) -> None:
    await desk.lead()
    await passes(desk, 11)
    assert kim.messages() == []
    assert await is_wrong(desk) == []


async def test_deadlines_that_stand_still_are_told_once_and_once_when_they_move_again(
    desk: Desk, kim: Person
) -> None:
    await desk.lead()
    desk.clock.advance(timedelta(minutes=5))
    await passes(desk, 1, ticker=False)
    assert not kim.sees(STUCK), "for a minute it may just be slow"
    await passes(desk, 3, ticker=False)
    assert kim.chat().count(STUCK) == 1
    assert await is_wrong(desk) == ["deadlines", "ticker"]
    await passes(desk, 5)
    assert kim.chat().count(STUCK) == kim.chat().count(MOVES) == 1
    assert await is_wrong(desk) == []
    assert not desk.smirnov.sees(STUCK), "it is not for the head where there is an administrator"


async def test_a_trouble_that_comes_back_is_told_again(desk: Desk, kim: Person) -> None:
    await desk.lead()
    for times in (1, 2):
        desk.clock.advance(timedelta(minutes=10))
        await passes(desk, 2, ticker=False)
        await passes(desk, 1)
        assert kim.chat().count(STUCK) == kim.chat().count(MOVES) == times


async def test_a_restart_tells_nothing_a_second_time_and_still_says_that_it_is_over(
    desk: Desk, kim: Person
) -> None:
    await desk.lead()
    desk.clock.advance(timedelta(minutes=5))
    await passes(desk, 2, ticker=False)
    for _ in range(2):
        await desk.restarts()
        await passes(desk, 0.5, ticker=False)
        assert await is_wrong(desk) == ["deadlines"], "it was wrong, and nothing says that it is over"
        await passes(desk, 2, ticker=False)
    assert kim.chat().count(STUCK) == 1
    await desk.restarts()
    await passes(desk, 1)
    assert kim.chat().count(MOVES) == 1


@pytest.mark.parametrize("hours", [5, -5])
async def test_a_clock_that_is_put_right_by_hours_is_no_trouble(desk: Desk, kim: Person, hours: int) -> None:
    await desk.lead()
    await passes(desk, 1)
    desk.clock._start += timedelta(hours=hours)
    await passes(desk, 1)
    assert kim.messages() == []


async def test_a_machine_that_slept_for_hours_is_no_trouble(desk: Desk, kim: Person) -> None:
    await desk.lead()
    await passes(desk, 1)
    desk.clock.advance(timedelta(hours=5))
    await desk.app.watch.look()
    await passes(desk, 1)
    assert kim.messages() == []


async def test_what_is_not_sent_for_long_is_told_when_it_can_be_told(desk: Desk, kim: Person) -> None:
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    desk.anna.telegram.tap(101, desk.anna.card().message_id, HAND_OVER)
    await passes(desk, 9, courier=False)
    assert await is_wrong(desk) == []
    await passes(desk, 3, courier=False)
    assert await is_wrong(desk) == ["outbox"]
    await passes(desk, 2)
    assert kim.chat().count(UNSENT) == kim.chat().count(SENT) == 1
    assert await is_wrong(desk) == []


async def test_whoever_has_blocked_the_bot_is_no_trouble(desk: Desk, kim: Person) -> None:
    desk.telegram.block(201)
    await desk.lead()
    await passes(desk, 11)
    assert kim.messages() == []


async def test_while_telegram_brings_nothing_it_is_told_once(desk: Desk, kim: Person) -> None:
    await passes(desk, 3, polling=False)
    assert not kim.sees(DEAF)
    await passes(desk, 3, polling=False)
    assert await is_wrong(desk) == ["telegram"]
    await passes(desk, 1)
    assert kim.chat().count(DEAF) == kim.chat().count(HEARS) == 1


async def test_where_no_administrator_can_be_reached_the_head_is_told(desk: Desk, kim: Person) -> None:
    desk.telegram.block(kim.id)
    await passes(desk, 4, polling=False)
    await passes(desk, 1)
    await passes(desk, 4, polling=False)
    assert desk.smirnov.chat().count(DEAF) == 1
    assert not kim.sees(DEAF)


async def test_a_ticker_that_hangs_turns_the_health_red(desk: Desk) -> None:
    await passes(desk, 2, ticker=False)
    assert await is_wrong(desk) == ["ticker"]
    await passes(desk, 1)
    assert await is_wrong(desk) == []
