"""What a change has drawn in its own transaction: it leaves without a look, or is given back, and is never lost."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from desk.outgoing import Card, Due, Room, Waiting
from screens.content import Screen
from tests.bot.courier.courier_stage import ANNA, BORIS, OFFER, TAKEN, Stage
from tests.bot.courier.in_memory_outbox import InMemoryOutbox


class Noting(InMemoryOutbox):
    """Counts the looks, and lets a change note what is about to leave, as the database does."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self.looks = 0
        self.looked = asyncio.Event()

    async def due(self, room: Room) -> Due:
        self.looks += 1
        self.looked.set()
        return await super().due(room)

    async def leaving(self, room: Room) -> Due:
        due = await super().due(room)
        for one in due.drawn:
            begun = replace(self.card(one.card.id), begun=one.card.begun + 1)
            self._write("begun with the change", begun)
        return replace(due, drawn=[replace(one, begun=True) for one in due.drawn])


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.outbox = Noting(stage.clock.now)
    stage.courier = stage.new_courier()
    return stage


def noting(stage: Stage) -> Noting:
    assert isinstance(stage.outbox, Noting)
    return stage.outbox


async def takes(stage: Stage) -> None:
    """A change is committed, and whatever is due is taken from it."""
    room = stage.courier.room()
    assert room, "somebody is at work"
    stage.courier.take(await noting(stage).leaving(room))


async def test_it_leaves_without_a_look_and_is_not_noted_twice(stage: Stage) -> None:
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(stage.courier.run())
        await noting(stage).looked.wait()
        looks = noting(stage).looks
        card = stage.outbox.put(ANNA, OFFER)
        await takes(stage)
        await stage.outbox.delivered.wait()
        stage.courier.stop()
        await running
    assert stage.texts(ANNA) == ["Лид №1"]
    assert noting(stage).looks == looks
    assert stage.outbox.history(card) == ["begun with the change", "shown"]


async def test_nobody_is_counted_on_who_is_not_at_work(stage: Stage) -> None:
    assert stage.courier.room() is None
    with stage.courier.at_work():
        assert stage.courier.room()
        stage.courier.stop()
        assert stage.courier.room() is None


async def test_a_chat_to_which_nothing_may_leave_is_held(stage: Stage) -> None:
    with stage.courier.at_work():
        stage.courier._pace.hold(30, ANNA)
        room = stage.courier.room()
    assert room and room.held == {ANNA}


async def test_what_may_not_leave_after_all_is_given_back_and_sent_later_as_if_for_the_first_time(
    stage: Stage,
) -> None:
    card = stage.outbox.put(ANNA, OFFER)
    other = stage.outbox.put(BORIS, OFFER)
    with stage.courier.at_work():
        await takes(stage)
    stage.courier._pace.hold(30, ANNA)
    await stage.courier.drain()
    assert stage.outbox.history(card) == ["begun with the change", "unsent", "began", "shown"]
    assert stage.outbox.history(other) == ["begun with the change", "shown"]
    assert stage.texts(ANNA) == stage.texts(BORIS) == ["Лид №1"], "nobody is told that he may have it already"


async def test_what_is_taken_twice_leaves_once(stage: Stage) -> None:
    """Two changes of one card, the second committed before the first could leave."""
    card = stage.outbox.put(ANNA, OFFER)
    with stage.courier.at_work():
        await takes(stage)
        stage.outbox.change(card, TAKEN)
        await takes(stage)
    await stage.courier.drain()
    assert stage.texts(ANNA) == ["Лид №1 у Анны"]
    assert "unsent" not in stage.outbox.history(card), "the first is under way"


async def test_what_is_taken_when_the_courier_stops_is_given_back(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, OFFER)
    with stage.courier.at_work():
        await takes(stage)
        stage.courier.stop()
    await stage.courier.run()
    assert stage.texts(ANNA) == []
    assert stage.outbox.card(card).begun == 0


async def test_a_change_between_an_answer_written_down_and_its_news_is_not_lost(stage: Stage) -> None:
    """Whoever has settled the first card knows nothing of the second, and says so after that was made."""

    class Overtaken(Noting):
        async def shown(self, card: Card, message_ids: tuple[int, ...], now: datetime) -> Waiting:
            waiting = await super().shown(card, message_ids, now)
            if card.id == 1:
                self.put(ANNA, Screen("Второй"))
                await takes(stage)
                await asyncio.sleep(0)
            return waiting

    stage.outbox = Overtaken(stage.clock.now)
    stage.courier = stage.new_courier()
    stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    assert stage.texts(ANNA) == ["Лид №1", "Второй"]


async def test_what_was_drawn_before_the_first_was_noted_leaves_no_message_behind(stage: Stage) -> None:
    """Two changes ask for a card anew; the second is drawn while the first is under way, and begun when it is over:
    meanwhile the courier looks.
    """

    class Slow(Noting):
        """Looks for as long as the first takes, and writes down what it knew when the card was read."""

        is_over = asyncio.Event()

        async def due(self, room: Room) -> Due:
            due = await super().due(room)
            if room.held:
                await self.is_over.wait()
            return due

        async def shown(self, card: Card, message_ids: tuple[int, ...], now: datetime) -> Waiting:
            if not self.happened_at:
                self.happened_at[card.id] = now
                self.looked.clear()
                stage.courier.wake()
                await self.looked.wait()
                self.change(card.id, TAKEN, fresh=True)
                assert room, "somebody was at work"
                stage.courier.take(await self.leaving(room))
                asyncio.get_running_loop().call_later(0, self.is_over.set)
            stale = (*card.stale, *(number for number in card.message_ids if number not in message_ids))
            fresh = self.card(card.id).wanted != card.wanted
            noted = replace(self.card(card.id), shown=card.wanted, message_ids=message_ids, begun=0)
            self._write("shown", replace(noted, stale=stale, fresh=fresh))
            return self._chats_due()

    stage.outbox = Slow(stage.clock.now)
    stage.courier = stage.new_courier()
    stage.outbox.put(ANNA, OFFER)
    with stage.courier.at_work():
        room = stage.courier.room()  # as the second change asked for it, before the first was on its way
    await stage.courier.drain()
    assert stage.texts(ANNA) == ["Лид №1 у Анны"]
