"""Telegram's limits on sending are never exceeded, and nothing waits longer than they ask."""

import asyncio
from datetime import timedelta
from random import Random  # noqa: TID251 - the storms are seeded

import pytest

from bot.courier.courier import AT_ONCE, Courier
from bot.courier.pace import KEPT, NARROW, Pace
from bot.standin.faults import CutAfter, CutBefore, Fault, Refuse, Storm
from screens.content import CommandMenu, Screen
from storage.kinds import CardKind
from tests.bot.courier.courier_stage import ANNA, BORIS, GROUP, OFFER, PEOPLE, TAKEN, Stage


@pytest.fixture
def stage() -> Stage:
    return Stage()


async def test_a_storm_of_a_hundred_cards_over_five_chats_breaks_no_limit(stage: Stage) -> None:
    for number in range(100):
        stage.outbox.put(PEOPLE[number % 5], Screen(f"Лид №{number}"))
    await stage.courier.drain()
    assert stage.telegram.violations == 0
    assert [len(stage.texts(person)) for person in PEOPLE] == [20] * 5
    assert stage.clock.monotonic() == pytest.approx(19 * 1.05, abs=0.1)


async def test_a_card_for_each_of_ninety_people_breaks_no_limit(stage: Stage) -> None:
    crowd = range(5000, 5090)
    for person in crowd:
        stage.telegram.add_user(person, "Имя")
        stage.telegram.start(person)
        stage.outbox.put(person, OFFER)
    await stage.courier.drain()
    assert stage.telegram.violations == 0
    assert all(stage.texts(person) == ["Лид №1"] for person in crowd)
    assert stage.clock.monotonic() == pytest.approx(3 * 1.05, abs=0.1)


async def test_when_somebody_else_uses_up_the_bots_limit_everything_pauses(stage: Stage) -> None:
    crowd = range(5000, 5060)
    for person in crowd:
        stage.telegram.add_user(person, "Имя")
        stage.telegram.start(person)
        stage.outbox.put(person, OFFER)
    for number in range(30):
        stage.telegram.limits.take(9000 + number, is_group=False)
    await stage.courier.drain()
    assert all(stage.texts(person) == ["Лид №1"] for person in crowd)
    assert stage.telegram.violations <= AT_ONCE


async def test_a_group_gets_twenty_messages_a_minute_and_not_one_more(stage: Stage) -> None:
    for number in range(45):
        stage.outbox.put(GROUP, Screen(f"Лид №{number}"))
    await stage.courier.drain()
    assert stage.telegram.violations == 0
    assert stage.clock.monotonic() == pytest.approx(2 * 60.5, abs=0.1)


async def test_edits_count_like_messages(stage: Stage) -> None:
    cards = [stage.outbox.put(ANNA, OFFER) for _ in range(3)]
    await stage.courier.drain()
    for card in cards:
        stage.outbox.change(card, Screen("Лид ушёл дальше"))
    await stage.courier.drain()
    assert stage.telegram.violations == 0
    assert stage.clock.monotonic() == pytest.approx(5 * 1.05, abs=0.1)


async def test_a_courier_that_is_killed_and_replaced_at_once_breaks_no_limit(stage: Stage) -> None:
    stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    second = stage.outbox.put(ANNA, TAKEN)
    courier = Courier(stage.bot, stage.outbox, stage.clock)
    async with asyncio.TaskGroup() as group:
        group.create_task(courier.run())
        while not stage.outbox.card(second).shown:
            await stage.clock.sleep(0)
        courier.stop()
    assert stage.telegram.violations == 0
    assert stage.sent_after(ANNA) == [0, 1]


async def test_a_command_menu_keeps_nobody_waiting(stage: Stage) -> None:
    stage.outbox.put(ANNA, CommandMenu((("me", "моё"),)), kind=CardKind.MENU, urgency=1)
    stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    assert stage.sent_after(ANNA) == [0]


@pytest.mark.parametrize("seed", range(10))
async def test_in_a_storm_of_faults_every_card_is_shown_in_the_end(stage: Stage, seed: int) -> None:
    cards = [stage.outbox.put(PEOPLE[number % 5], Screen(f"Лид {number}.")) for number in range(30)]
    chances: dict[Fault, float] = {
        CutBefore(): 0.1,
        CutAfter(): 0.1,
        Refuse.server_error(): 0.1,
        Refuse.flood(3): 0.1,
    }
    stage.telegram.faults = Storm(Random(seed), chances)
    await stage.courier.drain()
    for card in cards:
        stage.outbox.change(card, Screen("Лид ушёл дальше"))
    await stage.courier.drain()
    assert stage.telegram.violations == 0
    assert all(stage.outbox.card(card).shown == 2 for card in cards)


async def test_a_place_is_taken_until_a_window_after_the_answer(stage: Stage) -> None:
    pace = Pace(stage.clock)
    pace.flooded(0, ANNA)  # one at a time
    async with pace.turn(ANNA):
        await stage.clock.sleep(5)  # a slow answer: Telegram may have counted it at the very end
    assert pace.wait(ANNA) == pytest.approx(1.05)
    assert pace.wait(BORIS) == 0


async def test_who_does_four_things_in_three_seconds_sees_each_at_once(stage: Stage) -> None:
    stage.clock.advance(timedelta(seconds=10))  # since the start, which knows of nothing before
    came: list[float] = []
    for number in range(4):
        card = stage.outbox.put(ANNA, Screen(f"Лид №{number}"))
        before = stage.clock.monotonic()
        await stage.courier.drain()
        came.append(stage.clock.monotonic() - before)
        assert stage.outbox.card(card).shown
        stage.clock.advance(timedelta(seconds=0.75))
    assert came == [0, 0, 0, 0]
    assert stage.telegram.violations == 0


async def test_a_long_row_begins_with_three_at_once_and_goes_on_by_the_second(stage: Stage) -> None:
    stage.clock.advance(timedelta(seconds=10))
    for number in range(6):
        stage.outbox.put(ANNA, Screen(f"Итоги {number}"))
    await stage.courier.drain()
    assert stage.sent_after(ANNA) == [10, 10, 10, 11, 12, 13]
    assert stage.telegram.violations == 0


async def test_a_chat_that_was_told_to_wait_has_no_bursts_for_a_while(stage: Stage) -> None:
    stage.clock.advance(timedelta(seconds=10))
    stage.faults(("sendMessage", Refuse.flood(3)))
    for number in range(3):
        stage.outbox.put(ANNA, Screen(f"Итоги {number}"))
    await stage.courier.drain()
    assert stage.sent_after(ANNA) == [13, 14, 15]
    stage.clock.advance(timedelta(seconds=NARROW))
    for number in range(3):
        stage.outbox.put(ANNA, Screen(f"Снова {number}"))
    before = stage.clock.monotonic()
    await stage.courier.drain()
    assert stage.clock.monotonic() == before, "it has them again"


async def test_a_held_chat_is_held_exactly_that_long(stage: Stage) -> None:
    pace = Pace(stage.clock)
    pace.hold(30, ANNA)
    pace.hold(5)
    assert (pace.wait(ANNA), pace.wait(BORIS)) == (30, 5)
    async with pace.turn(ANNA):
        assert stage.clock.monotonic() == 30


async def test_chats_that_have_fallen_silent_are_forgotten(stage: Stage) -> None:
    pace = Pace(stage.clock)
    for chat in range(1, 20 * KEPT):
        async with pace.turn(chat):
            pass
        await stage.clock.sleep(1)
    assert len(pace._chats) <= KEPT
