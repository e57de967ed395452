"""What goes first, what collapses, and what the courier survives."""

import asyncio
from datetime import datetime

import pytest

from bot.courier.courier import Courier
from bot.standin.faults import Refuse
from bot.standin.wire import ApiError
from desk.outgoing import Card, Due, Room, Waiting
from screens.buttons.of_intake import Pick
from screens.content import Button, Content, Screen
from storage.ailments import Ailment, DatabaseAilsError
from storage.kinds import CardKind
from tests.bot.courier.courier_stage import ANNA, BORIS, OFFER, PEOPLE, TAKEN, Stage
from tests.bot.courier.in_memory_outbox import InMemoryOutbox


@pytest.fixture
def stage() -> Stage:
    return Stage()


async def test_the_answer_to_a_claim_overtakes_a_backlog_of_summaries(stage: Stage) -> None:
    for number in range(5):
        stage.outbox.put(ANNA, Screen(f"Итоги {number}"), kind=CardKind.SUMMARY, urgency=9)
    stage.outbox.put(ANNA, Screen("Лид ваш"), urgency=1)
    await stage.courier.drain()
    assert stage.texts(ANNA) == ["Лид ваш", *(f"Итоги {number}" for number in range(5))]


async def test_a_storm_of_changes_to_one_card_collapses_into_the_newest(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    for number in range(50):
        stage.outbox.change(card, Screen(f"Статус {number}"))
    await stage.courier.drain()
    assert stage.texts(ANNA) == ["Статус 49"]
    assert stage.outbox.history(card) == ["began", "shown", "shown"]


async def test_a_claim_in_the_middle_of_two_hundred_summaries_is_answered_next(stage: Stage) -> None:
    class Claimed(InMemoryOutbox):
        """When the tenth summary is out, Anna claims a lead, and Boris has an offer."""

        async def shown(self, card: Card, message_ids: tuple[int, ...], now: datetime) -> Waiting:
            if card.id == 10:
                self.put(ANNA, Screen("Лид ваш"), urgency=0)
                self.put(BORIS, OFFER, urgency=1)
            return await super().shown(card, message_ids, now)

    stage.outbox = Claimed(stage.clock.now)
    for number in range(200):
        stage.outbox.put(ANNA, Screen(f"Итоги {number}"), kind=CardKind.SUMMARY, urgency=4)
    await stage.new_courier().drain()
    assert stage.texts(ANNA).index("Лид ваш") == 10
    assert stage.texts(ANNA)[:10] + stage.texts(ANNA)[11:] == [f"Итоги {n}" for n in range(200)]
    assert stage.sent_after(BORIS)[0] - stage.sent_after(ANNA)[9] <= 1
    assert stage.telegram.violations == 0


async def test_a_thousand_changes_in_ten_seconds_are_a_dozen_edits_and_end_with_the_newest(
    stage: Stage,
) -> None:
    class Storm(InMemoryOutbox):
        """Something changes every hundredth of a second."""

        looks = changes = 0

        async def due(self, room: Room) -> Due:
            self._storm()
            return await super().due(room)

        async def shown(self, card: Card, message_ids: tuple[int, ...], now: datetime) -> Waiting:
            self._storm()
            return await super().shown(card, message_ids, now)

        def _storm(self) -> None:
            self.looks += 1
            while self.changes < min(1000, self.looks + stage.clock.monotonic() * 100):
                self.changes += 1
                self.change(1, Screen(f"Статус {self.changes}"))

    stage.outbox = Storm(stage.clock.now)
    card = stage.outbox.put(ANNA, OFFER)
    await stage.new_courier().drain()
    assert stage.texts(ANNA) == ["Статус 1000"]
    assert stage.outbox.history(card).count("shown") <= 12
    assert stage.telegram.violations == 0


async def test_what_changes_while_it_is_being_sent_is_shown_afterwards(stage: Stage) -> None:
    class Changing(InMemoryOutbox):
        async def began(self, card: Card) -> None:
            await super().began(card)
            self.change(card.id, TAKEN)

    stage.outbox = Changing(stage.clock.now)
    card = stage.outbox.put(ANNA, OFFER)
    await stage.new_courier().drain()
    assert stage.texts(ANNA) == [TAKEN.text]
    assert stage.outbox.card(card).shown == 2


async def test_one_slow_chat_does_not_hold_up_the_others(stage: Stage) -> None:
    stage.faults(("sendMessage", Refuse.flood(600)))
    for person in PEOPLE:
        stage.outbox.put(person, OFFER)
    await stage.courier.drain()
    assert sorted(stage.sent_after(person)[0] for person in PEOPLE) == [0, 0, 0, 0, 600]


async def test_two_chats_told_to_wait_long_hold_up_the_others_only_for_a_moment(stage: Stage) -> None:
    stage.faults(("sendMessage", Refuse.flood(600)), ("sendMessage", Refuse.flood(600)))
    for person in PEOPLE:
        stage.outbox.put(person, OFFER)
    await stage.courier.drain()
    assert sorted(stage.sent_after(person)[0] for person in PEOPLE) == [5, 5, 5, 600, 600]


async def test_a_running_courier_is_woken_and_stops_when_it_is_told_to(stage: Stage) -> None:
    async with asyncio.TaskGroup() as group:
        running = group.create_task(stage.courier.run())
        await asyncio.sleep(0)
        stage.outbox.put(ANNA, OFFER)
        stage.courier.wake()
        await stage.outbox.delivered.wait()
        stage.courier.stop()
    assert running.done()
    assert stage.texts(ANNA) == ["Лид №1"]


async def test_more_urgent_work_does_not_wait_for_a_chat_that_is_held(stage: Stage) -> None:
    """The nap until Anna's chat is free again ends when somebody wakes the courier."""
    real = stage.clock.sleep
    woken = asyncio.Event()

    async def sleep(seconds: float) -> None:
        if seconds == pytest.approx(600):
            stage.outbox.put(BORIS, OFFER)
            stage.courier.wake()
            await woken.wait()
        await real(seconds)

    stage.clock.sleep = sleep  # type: ignore[method-assign]  # a clock that really waits until the test lets it go
    stage.faults(("sendMessage", Refuse.flood(600)))
    stage.outbox.put(ANNA, OFFER)
    async with asyncio.TaskGroup() as group:
        drained = group.create_task(stage.courier.drain())
        await stage.outbox.delivered.wait()
        drained.cancel()
    assert stage.sent_after(BORIS) == [0]


async def test_a_database_that_fails_for_a_while_loses_nothing(stage: Stage) -> None:
    class Failing(InMemoryOutbox):
        failures = 6

        def _fail(self) -> None:
            self.failures -= 1
            if self.failures >= 0:
                raise DatabaseAilsError(Ailment.FULL, "office.db")

        async def due(self, room: Room) -> Due:
            if self.failures > 3:
                self._fail()
            return await super().due(room)

        async def content(self, card: Card, *, repeat: bool) -> Content | None:
            self._fail()
            return await super().content(card, repeat=repeat)

    stage.outbox = Failing(stage.clock.now)
    stage.outbox.put(ANNA, OFFER)
    await Courier(stage.bot, stage.outbox, stage.clock).drain()
    assert stage.texts(ANNA) == ["Лид №1"]


async def test_a_card_that_cannot_even_be_made_does_not_block_its_chat(stage: Stage) -> None:
    too_long = Button("Беру", Pick(lead=1, who="x" * 70))
    stage.outbox.put(ANNA, Screen("Лид", ((too_long,),)), urgency=1)
    stage.outbox.put(ANNA, TAKEN)
    await stage.courier.drain()
    assert stage.texts(ANNA) == [TAKEN.text]


@pytest.mark.parametrize("step", ["content", "began", "shown", "dropped"])
async def test_whatever_fails_with_one_card_the_next_goes_before_it_is_tried_again(
    stage: Stage, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(InMemoryOutbox, step)
    tries = 0

    last = asyncio.Event()

    class Noted(InMemoryOutbox):
        def _write(self, what: str, card: Card) -> None:
            super()._write(what, card)
            if (card.id, what) == (6, "shown"):
                last.set()

    async def fails(outbox: InMemoryOutbox, card: Card, *args: object, **more: object) -> object:
        nonlocal tries
        if card.id == 1:
            tries += 1
            raise KeyError("secret")
        return await real(outbox, card, *args, **more)

    monkeypatch.setattr(InMemoryOutbox, step, fails)
    stage.outbox = Noted(stage.clock.now)
    if step == "dropped":
        stage.faults(("sendMessage", Refuse(ApiError(400, "Bad Request: not so"))))
    stage.outbox.put(ANNA, OFFER, urgency=0, repeatable=False)
    for number in range(5):
        stage.outbox.put(ANNA, Screen(f"Итоги {number}"), urgency=4)
    async with asyncio.TaskGroup() as group:
        courier = group.create_task(stage.new_courier().drain())
        await last.wait()
        assert stage.clock.monotonic() < 10
        courier.cancel()
    assert 1 <= tries <= 4


async def test_a_card_that_cannot_be_drawn_is_given_up_after_four_tries_in_less_than_a_minute(
    stage: Stage,
) -> None:
    class Undrawable(InMemoryOutbox):
        async def content(self, card: Card, *, repeat: bool) -> Content | None:
            raise KeyError(card.id, repeat)

    stage.outbox = Undrawable(stage.clock.now)
    card = stage.outbox.put(ANNA, OFFER)
    await stage.new_courier().drain()
    assert stage.outbox.history(card) == ["put off", "put off", "put off", "dropped: failed"]
    assert stage.clock.monotonic() == pytest.approx(2 + 10 + 30)


async def test_a_card_on_which_telegram_always_fails_holds_up_its_chat_only_for_a_moment(
    stage: Stage,
) -> None:
    """It may be Telegram: it is tried on, behind the others, and goes when it can."""
    stage.faults(*[("editMessageText", Refuse.server_error()) for _ in range(9)])
    stuck = stage.outbox.put(ANNA, OFFER, urgency=0)
    await stage.courier.drain()
    stage.outbox.change(stuck, TAKEN)
    for number in range(20):
        stage.outbox.put(ANNA, Screen(f"Итоги {number}"), urgency=4)
    await stage.courier.drain()
    assert max(stage.sent_after(ANNA)) < 20 * 1.05 + 1 + 2 + 4
    assert stage.texts(ANNA)[0] == TAKEN.text
    assert stage.outbox.history(stuck)[-1] == "shown"


async def test_what_cannot_be_written_down_as_removed_is_given_up_too(stage: Stage) -> None:
    class Forgetful(InMemoryOutbox):
        async def removed(self, card: Card) -> Waiting:
            raise KeyError(card.id)

    stage.outbox = Forgetful(stage.clock.now)
    card = stage.outbox.put(ANNA, OFFER)
    await stage.new_courier().drain()
    stage.outbox.change(card, TAKEN, fresh=True)
    await stage.new_courier().drain()
    assert stage.texts(ANNA) == [TAKEN.text]
    assert stage.outbox.history(card)[-1] == "dropped: failed"
