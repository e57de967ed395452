"""An update is confirmed only when what it caused is stored, and none is lost, whatever fails."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from aiogram.types import Update

from bot.courier.errors import TelegramStopped
from bot.intake import Intake
from bot.standin.faults import Again, CutAfter, CutBefore, Refuse
from bot.standin.wire import ApiError
from bot.updates import Incoming
from tests.bot.courier.courier_stage import ANNA, BORIS, Stage

KINDS = ("message", "callback_query")


def _said(update: Update) -> str:
    return (update.message.text if update.message else None) or ""


class DeathError(BaseException):
    """The power goes."""


@dataclass
class Office:
    """Stores what people say; some of it fails as often as the test wants."""

    failures: dict[str, int] = field(default_factory=dict)
    stored: list[str] = field(default_factory=list)
    aside: list[tuple[int, str]] = field(default_factory=list)
    is_disk_full: bool = False
    meanwhile: Callable[[str], Awaitable[None]] | None = None

    async def feed(self, update: Update) -> None:
        said = _said(update)
        if self.meanwhile:
            await self.meanwhile(said)
        if self.failures.get(said, 0) > 0:
            self.failures[said] -= 1
            raise RuntimeError(f"secret {said}")
        self.stored.append(said)

    async def set_aside(self, one: Incoming, error: Exception) -> None:
        if self.is_disk_full:
            raise OSError("disk full")
        self.aside.append((one.number, type(error).__name__))


class PollingStage(Stage):
    def __init__(self) -> None:
        super().__init__()
        self.telegram.updates.clear()  # nobody's /start
        self.office = Office()
        self.intake = self.new_intake()

    def new_intake(self) -> Intake:
        """As after a restart."""
        return Intake(self.bot, self.office.feed, self.office.set_aside, self.clock, allowed_updates=KINDS)

    def say(self, *words: str, person: int = ANNA) -> None:
        for word in words:
            self.telegram.send_text(person, word)

    async def poll(self, times: int = 1) -> None:
        for _ in range(times):
            await self.intake.poll_once(0)


@pytest.fixture
def stage() -> PollingStage:
    return PollingStage()


async def test_what_is_stored_is_confirmed_with_the_next_poll(stage: PollingStage) -> None:
    stage.say("один", "два")
    assert await stage.intake.poll_once(0) == 2
    assert stage.office.stored == ["один", "два"]
    assert len(stage.telegram.updates) == 2
    assert await stage.intake.poll_once(0) == 0
    assert len(stage.telegram.updates) == 0


async def test_killed_in_the_middle_of_a_batch_everything_comes_again(stage: PollingStage) -> None:
    stage.say("один", "два")
    reached = asyncio.Event()

    async def dies_at_two(said: str) -> None:
        if said == "два":
            reached.set()
            await asyncio.Event().wait()

    stage.office.meanwhile = dies_at_two
    async with asyncio.TaskGroup() as group:
        polling = group.create_task(stage.intake.run())
        await reached.wait()
        polling.cancel()
    stage.office.meanwhile = None
    await stage.new_intake().poll_once(0)
    assert stage.office.stored == ["один", "один", "два"]


async def test_after_a_long_backlog_and_a_kill_what_was_done_is_not_all_done_again(
    stage: PollingStage,
) -> None:
    """However often it dies, it gets further: otherwise a backlog that takes longer than a life would never end."""
    words = [f"слово {number}" for number in range(100)]
    stage.say(*words)

    async def dies_after_thirty(_: str) -> None:
        if len(stage.office.stored) == 30:
            raise DeathError

    stage.office.meanwhile = dies_after_thirty
    lives = 0
    while len(stage.telegram.updates):
        lives += 1
        assert lives <= 5, "each gets further than the one before"
        stage.office.stored.clear()
        intake = stage.new_intake()
        with suppress(BaseExceptionGroup):
            while await intake.poll_once(0):
                pass
    assert stage.office.stored[-1] == words[-1]


async def test_stopped_between_batches_nothing_is_lost(stage: PollingStage) -> None:
    stage.say("один")
    await stage.poll()
    async with asyncio.TaskGroup() as group:
        polling = group.create_task(stage.intake.run())
        await asyncio.sleep(0)
        polling.cancel()
    stage.say("два")
    await stage.new_intake().poll_once(0)
    assert "два" in stage.office.stored


async def test_one_persons_updates_are_handled_in_order_and_others_do_not_wait(stage: PollingStage) -> None:
    stage.say("Анна 1", "Анна 2")
    stage.say("Борис 1", person=BORIS)
    boris_is_done = asyncio.Event()

    async def anna_waits_for_boris(said: str) -> None:
        if said == "Анна 1":
            await boris_is_done.wait()
        if said == "Борис 1":
            boris_is_done.set()

    stage.office.meanwhile = anna_waits_for_boris
    await stage.poll()
    assert stage.office.stored == ["Борис 1", "Анна 1", "Анна 2"]


async def test_an_update_that_fails_twice_succeeds_at_the_third_attempt(stage: PollingStage) -> None:
    stage.office.failures = {"лид": 2}
    stage.say("лид", "ещё")
    await stage.poll()
    assert stage.office.stored == ["лид", "ещё"]
    assert stage.office.aside == []
    assert stage.clock.monotonic() == pytest.approx(1.2)


async def test_an_update_that_keeps_failing_is_set_aside_and_blocks_nobody(
    stage: PollingStage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.office.failures = {"яд": 1000}
    stage.say("яд", "ещё")
    stage.say("Борис", person=BORIS)
    await stage.poll(2)
    assert sorted(stage.office.stored) == ["Борис", "ещё"]
    assert [error for _, error in stage.office.aside] == ["RuntimeError"]
    assert len(stage.telegram.updates) == 0
    assert "RuntimeError" in caplog.text
    assert "яд" not in caplog.text


async def test_while_nothing_can_be_set_aside_the_batch_comes_again_after_a_pause(
    stage: PollingStage,
) -> None:
    stage.office.failures = {"яд": 4}
    stage.office.is_disk_full = True
    stage.say("яд", "после")
    stage.say("Борис", person=BORIS)
    await stage.poll()
    assert stage.office.stored == ["Борис"]  # Anna's later words wait, so that her order is kept
    assert stage.clock.monotonic() == pytest.approx(1.2 + 1)
    stage.office.is_disk_full = False
    await stage.poll(2)
    assert stage.office.stored == ["Борис", "яд", "после"], "what is settled is not handed on again"
    assert len(stage.telegram.updates) == 0


async def test_an_update_that_cannot_even_be_read_is_set_aside_by_its_number(stage: PollingStage) -> None:
    stage.telegram.updates.put("message", {"text": "без отправителя и даты"})
    stage.say("лид")
    await stage.poll(2)
    assert stage.office.stored == ["лид"]
    assert [error for _, error in stage.office.aside] == ["UnreadableError"]
    assert len(stage.telegram.updates) == 0


async def test_updates_that_arrive_twice_are_handed_on_twice_and_confirmed_once_more(
    stage: PollingStage,
) -> None:
    stage.telegram.faults = Again()
    stage.say("лид")
    await stage.poll()
    stage.say("другой")
    await stage.poll(2)
    assert stage.office.stored == ["лид", "лид", "другой", "другой"]
    assert len(stage.telegram.updates) == 0


async def test_a_cut_connection_or_a_failing_server_is_left_alone_and_tried_again(
    stage: PollingStage,
) -> None:
    stage.faults(
        ("getUpdates", CutBefore()), ("getUpdates", Refuse.server_error()), ("getUpdates", CutAfter())
    )
    stage.say("лид")
    await stage.poll(4)
    assert stage.office.stored == ["лид"]
    assert stage.clock.monotonic() == 1 + 2 + 4


async def test_told_to_wait_it_waits_exactly_that_long(stage: PollingStage) -> None:
    stage.faults(("getUpdates", Refuse.flood(17)))
    stage.say("лид")
    await stage.poll(2)
    assert stage.office.stored == ["лид"]
    assert stage.clock.monotonic() == 17


@pytest.mark.parametrize(
    ("code", "words", "sentence"),
    [
        (401, "Unauthorized", "BOT_TOKEN is wrong"),
        (409, "Conflict: terminated by other getUpdates request", "Another program"),
        (409, "Conflict: can't use getUpdates method while webhook is active", "A webhook is set"),
    ],
)
async def test_a_wrong_token_or_another_poller_stops_it_with_a_clear_sentence(
    stage: PollingStage, code: int, words: str, sentence: str
) -> None:
    stage.faults(("getUpdates", Refuse(ApiError(code, words))))
    stage.say("лид")
    with pytest.raises(TelegramStopped, match=sentence):
        await stage.intake.run()
    assert len(stage.telegram.updates) == 1


async def test_only_the_kinds_that_are_handled_are_asked_for(stage: PollingStage) -> None:
    await stage.poll()
    stage.telegram.block(ANNA)
    assert len(stage.telegram.updates) == 0


async def test_the_log_never_shows_the_token(stage: PollingStage, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    stage.faults(("getUpdates", CutBefore()))
    await stage.poll()
    assert "TelegramNetworkError" in caplog.text
    assert stage.bot.token not in caplog.text
