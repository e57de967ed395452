"""The weekly draw when the program was away: killed, late by hours or weeks, running twice."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.app import build_app
from storage.database import Database
from tests.stories.desk import Desk
from tests.stories.lottery.seen import (
    AFTER_NEXT,
    BEFORE,
    HELD,
    NEXT,
    THIS,
    checked_by_hand,
    entries,
    everybody,
    has_week,
    plan,
    promise,
    proof,
    secrets_not_opened,
    week,
)
from tests.stories.test_restarts import dies_having_said


async def test_a_draw_goes_on_through_restarts_after_every_step(desk: Desk) -> None:
    await desk.restarts()
    await desk.petrov.taps("7")
    await desk.restarts()
    kept = promise(await proof(desk.petrov, BEFORE, THIS))
    await desk.passes(minutes=14)
    await desk.restarts()
    await desk.passes(minutes=1)
    await desk.restarts()
    await desk.settle()
    text = await proof(desk.petrov, HELD, THIS)
    assert checked_by_hand(text, kept) == plan(text)[:3]
    assert "Числа: Пётр Петров 7" in text
    assert len(await entries(desk, "draw_announced")) == 2
    assert len(await entries(desk, "draw_opened")) == 1


async def test_killed_after_the_draw_is_stored_and_before_anybody_is_told(desk: Desk) -> None:
    desk.clock.advance(timedelta(minutes=15))
    await desk.app.clockwork.tick()
    await desk.restarts()
    await desk.settle()
    assert has_week(desk.petrov, HELD, THIS)
    assert len(await entries(desk, "draw_opened")) == 1


async def test_killed_when_a_card_may_have_arrived_it_is_sent_once_more_and_lives_on(desk: Desk) -> None:
    """Whoever has the first copy only would never see the plan: that one the program has lost from sight."""
    await desk.passes(minutes=15)
    await desk.petrov.taps("7", on=NEXT)
    desk.clock.advance(timedelta(days=4, hours=9))
    await dies_having_said(desk, f"{HELD} с {NEXT}")
    copies = [sum(f"{HELD} с {NEXT}" in m.text for m in p.messages()) for p in everybody(desk)]
    assert sum(number > 0 for number in copies) == 5
    assert max(copies) == 2, "nobody has it three times"
    await desk.petrov.starts()
    await desk.petrov.taps("English")
    assert "Numbers: Пётр Петров 7" in desk.petrov.card("The order of the week of 30 November").text


@pytest.mark.usefixtures("sqlite_threads")
async def test_one_draw_even_if_several_programs_hold_it(desk: Desk) -> None:
    database = Database(desk.address)
    twin = build_app(desk.app.bot, "twin", database, desk.clock)
    desk.clock.advance(timedelta(minutes=15))
    await asyncio.gather(twin.clockwork.tick(), desk.app.clockwork.tick(), twin.clockwork.tick())
    await database.close()
    await desk.settle()
    assert len(await entries(desk, "draw_announced")) == 2
    assert len(await entries(desk, "draw_opened")) == 1
    assert has_week(desk.petrov, HELD, THIS)


async def test_a_draw_that_was_missed_is_held_at_once(desk: Desk) -> None:
    """The bot was down from Monday until Saturday."""
    await desk.passes(minutes=15)
    kept = promise(await proof(desk.petrov, BEFORE, NEXT))
    desk.clock.advance(timedelta(days=5))
    await desk.restarts()
    await desk.settle()
    text = await proof(desk.petrov, HELD, NEXT)
    assert checked_by_hand(text, kept) == plan(text)[:3]
    assert "пт, 4 дек., 17:00" in week(desk.petrov, BEFORE, AFTER_NEXT)


async def test_a_draw_that_was_missed_is_held_in_its_own_week_too(desk: Desk) -> None:
    await desk.passes(minutes=15)
    await desk.petrov.taps("7", on=NEXT)
    desk.clock.advance(timedelta(days=9))
    await desk.restarts()
    await desk.settle()
    assert "Числа: Пётр Петров 7" in week(desk.petrov, HELD, NEXT), "Wednesday of that very week"


async def test_after_weeks_without_the_bot_the_present_week_is_promised_anew(desk: Desk) -> None:
    await desk.passes(minutes=15)
    desk.clock.advance(timedelta(days=16))
    await desk.restarts()
    await desk.settle()
    assert not has_week(desk.petrov, HELD, NEXT), "its week is over"
    assert "ср, 9 дек., 10:30" in week(desk.petrov, BEFORE, AFTER_NEXT)
    assert len(await secrets_not_opened(desk)) == 2
    await desk.passes(minutes=15)
    assert has_week(desk.petrov, HELD, AFTER_NEXT)
    assert len(await secrets_not_opened(desk)) == 2, "the missed one stays as it is, and the next is promised"


async def test_a_week_that_is_over_is_not_drawn_and_its_card_says_so(desk: Desk) -> None:
    await desk.passes(minutes=15)
    message, data = desk.petrov.data("7", on=NEXT)
    desk.clock.advance(timedelta(days=16))
    await desk.restarts()
    await desk.settle()
    assert await desk.petrov.taps_data(message, data) == "Поздно: время этой жеребьёвки вышло"
    await desk.petrov.starts()
    await desk.petrov.taps("English")
    assert "Not held: the week went by without it" in desk.petrov.card("week of 30 November").text
    assert not desk.petrov.card("week of 30 November").button("7")
