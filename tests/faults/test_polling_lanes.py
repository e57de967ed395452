"""One person's backlog under polling: others are served beside it, in order, and nothing is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from aiogram.types import Update
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import VirtualClock
from bot.intake import MOST_AT_ONCE
from bot.throttle import MEMBER
from bot.window import Window
from screens.buttons.of_lead import Claim
from tests.bot.courier.courier_stage import ANNA, BORIS, VERA
from tests.bot.test_intake_polling import DeathError, PollingStage
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM

COSTS = 0.015  # seconds of virtual time that a transaction takes
TOO_FAST = "Слишком быстро"


@pytest.fixture
def stage() -> PollingStage:
    return PollingStage()


async def test_while_one_lane_is_busy_more_is_fetched(stage: PollingStage) -> None:
    """Boris writes when Anna's update is under way already, and is answered before it is done."""
    stage.say("Анна 1")
    boris_is_done = asyncio.Event()

    async def anna_waits_for_boris(said: str) -> None:
        if said == "Анна 1":
            stage.say("Борис 1", person=BORIS)
            await boris_is_done.wait()
        else:
            boris_is_done.set()

    stage.office.meanwhile = anna_waits_for_boris
    assert await stage.intake.poll_once(0) == 2
    assert stage.office.stored == ["Борис 1", "Анна 1"]


async def test_a_backlog_of_hundreds_keeps_its_order_and_comes_once(stage: PollingStage) -> None:
    words = [f"{number}" for number in range(350)]
    stage.say(*words)
    stage.say("Борис", person=BORIS)
    while await stage.intake.poll_once(0):
        pass
    assert [said for said in stage.office.stored if said != "Борис"] == words
    assert len(stage.telegram.updates) == 0


async def test_nothing_is_confirmed_above_what_is_not_settled(stage: PollingStage) -> None:
    """Anna's first takes for ever; a hundred others are settled behind it, and still come again after a crash."""
    stage.say("Анна")
    for number in range(60):
        stage.say(str(number), person=BORIS)
    struck = asyncio.Event()

    async def hangs(said: str) -> None:
        if said == "Анна":
            await asyncio.Event().wait()
        if said == "59":
            struck.set()

    stage.office.meanwhile = hangs
    async with asyncio.TaskGroup() as group:
        polling = group.create_task(stage.intake.run())
        await struck.wait()
        await asyncio.sleep(0.01)
        polling.cancel()
    assert len(stage.telegram.updates) == 61
    stage.office.meanwhile = None
    await stage.new_intake().poll_once(0)
    assert stage.office.stored.count("Анна") == 1


@given(
    people=st.lists(st.sampled_from([ANNA, BORIS, VERA]), min_size=1, max_size=60),
    deaths=st.lists(st.integers(0, 70), max_size=4),
)
@settings(max_examples=30, deadline=None)
async def test_killed_anywhere_everything_is_stored_and_each_in_his_order(
    people: list[int], deaths: list[int]
) -> None:
    stage = PollingStage()
    said = [(person, f"{person}:{number}") for number, person in enumerate(people)]
    for person, words in said:
        stage.say(words, person=person)
    for death in [*deaths, None]:
        left = death

        async def dies(_: str) -> None:
            nonlocal left
            await asyncio.sleep(0)
            if left is not None:
                left -= 1
                if left < 0:
                    raise DeathError

        stage.office.meanwhile = dies
        intake = stage.new_intake()
        with suppress(BaseExceptionGroup):
            while await intake.poll_once(0):
                pass
    assert len(stage.telegram.updates) == 0
    for person in set(people):
        his = [words for one, words in said if one == person]
        first = list(dict.fromkeys(words for words in stage.office.stored if words in set(his)))
        assert first == his


def test_after_a_quiet_week_telegram_may_begin_with_lower_numbers() -> None:
    window = Window()
    window.take(1000, ANNA)
    window.settle(1000)
    assert window.offset == 1001
    window.take(3, ANNA)
    assert window.offset == 3
    window.settle(3)
    assert window.offset == 4


def test_what_could_not_be_settled_keeps_the_offset_and_holds_up_only_its_own() -> None:
    window = Window()
    for number, whose in ((5, ANNA), (6, BORIS), (7, ANNA)):
        window.take(number, whose)
    window.settle(6)
    window.put_back(5)
    assert window.offset == 5
    assert window.is_behind(7, ANNA)
    assert not window.is_behind(8, BORIS)
    assert window.is_new(5)
    assert not window.is_new(6)
    window.put_back(7)
    for number in (5, 7):
        window.take(number, ANNA)
        window.settle(number)
    assert window.offset == 8


class Costly:
    """Each commit takes its time, on the office's one clock."""

    def __init__(self, clock: VirtualClock) -> None:
        self._clock = clock

    async def moment(self) -> None:
        self._clock.advance(timedelta(seconds=COSTS / 2))  # awaited before and after each


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path) as desk:
        yield desk


async def waits(desk: Desk, who: Person, words: str) -> float:
    """Seconds until what he writes now is done and stored, whatever stands before it; his answer leaves then."""
    desk.telegram.send_text(who.id, words)
    desk.database._moment = Costly(desk.clock).moment
    done: dict[int, float] = {}
    start, feed = desk.clock.monotonic(), desk.app.intake._feed

    async def noted(update: Update) -> None:
        await feed(update)
        if update.message and update.message.chat.id == who.id:
            done[who.id] = desk.clock.monotonic()

    desk.app.intake._feed = noted
    await desk.hears()
    await desk.settle()
    return done[who.id] - start


async def test_six_hundred_taps_of_one_let_the_next_be_answered_in_two_seconds(desk: Desk) -> None:
    for _ in range(600):
        desk.telegram.tap(desk.petrov.id, 1, data=Claim(lead=1).pack())
    assert await waits(desk, desk.sidorova, "/me") < 2
    toasts = desk.telegram.toasts(desk.petrov.id)
    assert len(toasts) == 600, "each tap is answered"
    assert toasts[-1].text.startswith(TOO_FAST)
    assert not toasts[0].text.startswith(TOO_FAST)


async def test_so_do_six_hundred_words(desk: Desk) -> None:
    for _ in range(300):
        desk.telegram.send_text(desk.petrov.id, "/me")
        desk.telegram.send_text(desk.petrov.id, "что?")
    assert await waits(desk, desk.sidorova, "/me") < 2
    said = [m.text for m in desk.telegram.messages(desk.petrov.id) if m.by_bot]
    assert len([text for text in said if TOO_FAST in text]) == 1, "he is told once"


async def test_whatever_a_secretary_brings_is_taken(desk: Desk) -> None:
    for number in range(MOST_AT_ONCE + 50):
        desk.telegram.send_text(
            desk.anna.id, f"Клиент 8 (843) 200-{number // 100:02}-{number % 100:02}, окна"
        )
    assert await waits(desk, desk.sidorova, "/me") < 2
    assert len((await desk.stored())["leads"]) == MOST_AT_ONCE + 50


async def test_who_was_too_fast_is_heard_again_a_moment_later(desk: Desk) -> None:
    for _ in range(MEMBER.at_once + 1):
        desk.telegram.tap(desk.petrov.id, 1, data=Claim(lead=1).pack())
    await desk.settle()
    assert desk.telegram.toasts(desk.petrov.id)[-1].text.startswith(TOO_FAST)
    await desk.passes(seconds=MEMBER.at_once * MEMBER.every)
    await desk.lead()
    assert await desk.petrov.taps(CLAIM) == "Лид ваш"
