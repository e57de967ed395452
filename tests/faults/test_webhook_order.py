"""Telegram calls the webhook for several updates at once: those of one person keep their order all the same."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from pydantic import SecretStr

from bot.lanes import BehindError, Lanes
from bot.web import webhook
from tests.stories.desk import office
from tests.stories.test_webhook import HEADER, SECRET, message

ANNA, BORIS = 1, 2


class Diary:
    """Notes when an update begins and ends; it goes on when it is let."""

    def __init__(self) -> None:
        self.lanes = Lanes()
        self.notes: list[str] = []
        self.doors: dict[int, asyncio.Event] = {}
        self.fails: set[int] = set()

    async def handle(self, number: int, whose: int = ANNA) -> None:
        async with self.lanes.turn(whose, number):
            self.notes.append(f"{number} begins")
            await self.door(number).wait()
            if number in self.fails:
                raise OSError
            self.notes.append(f"{number} ends")

    def door(self, number: int) -> asyncio.Event:
        return self.doors.setdefault(number, asyncio.Event())


async def turns(times: int = 5) -> None:
    """Whatever can go on goes on."""
    for _ in range(times):
        await asyncio.sleep(0)


async def test_what_came_late_but_is_earlier_goes_first_and_others_do_not_wait() -> None:
    diary = Diary()
    async with asyncio.TaskGroup() as group:
        for number, whose in ((5, ANNA), (8, ANNA), (7, ANNA), (6, BORIS)):
            group.create_task(diary.handle(number, whose))
            await turns()
        assert diary.notes == ["5 begins", "6 begins"]
        for number in (5, 6, 7, 8):
            diary.door(number).set()
    assert diary.notes[2:] == ["5 ends", "6 ends", "7 begins", "7 ends", "8 begins", "8 ends"]
    assert diary.lanes._waiting == {}, "nobody is remembered who does not wait"


async def test_what_stands_behind_a_failure_comes_again_with_it() -> None:
    diary = Diary()
    diary.fails = {5}
    ended = await asyncio.gather(*map(diary.handle, (5, 6, 7)), let_go(diary, 5), return_exceptions=True)
    assert [type(error) for error in ended[:3]] == [OSError, BehindError, BehindError]
    diary.fails = set()
    for number in (5, 6, 7):
        diary.door(number).set()
        await diary.handle(number)
    assert diary.notes == ["5 begins", *(f"{n} {does}" for n in (5, 6, 7) for does in ("begins", "ends"))]


@pytest.mark.parametrize(("gives_up", "done"), [(5, {8}), (6, {5, 7, 8})])
async def test_a_caller_that_hangs_up_holds_nobody_up(gives_up: int, done: set[int]) -> None:
    diary = Diary()
    async with asyncio.TaskGroup() as group:
        tasks = {number: group.create_task(quietly(diary.handle(number))) for number in (5, 6, 7)}
        await turns()
        tasks[gives_up].cancel()
        for number in (5, 6, 7, 8):
            diary.door(number).set()
    await diary.handle(8)
    assert {int(note.split()[0]) for note in diary.notes if "ends" in note} == done
    assert diary.lanes._waiting == {}


async def let_go(diary: Diary, number: int) -> None:
    """Once all others have arrived."""
    await turns()
    diary.door(number).set()


async def quietly(handling: Coroutine[None, None, None]) -> None:
    with suppress(BehindError):
        await handling


async def test_ten_messages_that_arrive_at_once_become_drafts_in_their_order(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        site = web.Application()
        site.router.add_post("/hook", webhook(desk.app, SecretStr(SECRET)))
        async with TestClient(TestServer(site)) as telegram:
            calls = (
                telegram.post("/hook", json=message(n, f"Клиент {n}, окна"), headers={HEADER: SECRET})
                for n in range(1, 11)
            )
            answers = await asyncio.gather(*calls)
        assert {answer.status for answer in answers} == {200}
        said = (await desk.stored())["touches"]
        texts = [next(cell for cell in touch if "Клиент" in str(cell)) for touch in said]
        assert texts == sorted(texts, key=lambda text: int(str(text).split()[1].rstrip(",")))
        assert len(said) == 10
        await desk.settle()
