"""What a handler cannot cope with is set aside, blocks nobody, and is tried again or let go from /office."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.web import wrong
from storage.tables.chats import set_aside
from tests.offices import WITH_ADMIN
from tests.stories.desk import Desk, office
from tests.stories.one_thread import OneThread
from tests.stories.words import CLAIM, HAND_OVER, HIDE_LIST, SALE

FAULT = "CREATE TRIGGER fault BEFORE INSERT ON leads BEGIN SELECT RAISE(ABORT, 'a bug'); END"
PHONE = "8 (843) 200-00-00"


@pytest.fixture
async def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    monkeypatch.setattr("aiosqlite.core.Connection", OneThread)
    async with office(tmp_path, WITH_ADMIN) as desk:
        yield desk


async def bug(desk: Desk, *, mended: bool = False) -> None:
    """From here on no lead can be stored, as if a handler had a bug; or it is mended."""
    async with desk.database.writing() as store:
        store.conn.exec_driver_sql("DROP TRIGGER fault" if mended else FAULT)


async def looks(desk: Desk) -> None:
    await desk.app.watch.look()
    await desk.settle()


async def test_it_blocks_nobody_and_everybody_concerned_is_told_once(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    await bug(desk)
    await desk.anna.sends(f"Рустам {PHONE}, окна")
    await desk.anna.sends("/help")
    for _ in range(3):
        await looks(desk)
    assert desk.anna.chat().count("Что-то пошло не так") == 1
    assert len(desk.anna.messages()) == 2, "and the next message was answered"
    kim = desk.person(501)
    assert kim.chat().count("обработал не всё") == 1
    assert "set_aside" in await wrong(desk.app)
    assert len(desk.telegram.updates) == 0
    assert PHONE not in caplog.text and "Рустам" not in caplog.text
    await bug(desk, mended=True)
    await kim.sends("/office")
    await kim.taps("Не обработано: 1")
    await kim.taps("Удалить 1")


async def test_once_the_bug_is_mended_it_is_tried_again_with_one_tap(desk: Desk) -> None:
    await bug(desk)
    await desk.anna.sends(f"Рустам {PHONE}, окна")
    await looks(desk)
    kim = desk.person(501)
    await kim.sends("/office")
    await kim.taps("Не обработано: 1")
    assert "пн, 23 нояб., 10:00 · сообщение · IntegrityError" in kim.card("Не обработано").text
    assert "200-00-00" not in kim.chat() and "Рустам" not in kim.chat()
    assert await kim.taps("Повторить 1") == "Снова не вышло"
    await bug(desk, mended=True)
    message, again = kim.data("Повторить 1")
    assert await kim.taps("Повторить 1") == "Получилось"
    assert await kim.taps_data(message, again) == "Уже разобрано"
    assert kim.sees("Обработано всё")
    await desk.anna.taps(HAND_OVER)
    assert len((await desk.stored())["leads"]) == 1
    await looks(desk)
    assert kim.sees("Теперь обработано всё")
    await kim.taps(HIDE_LIST)
    assert kim.sees("Окна Казань") and not kim.has("Не обработано")


async def test_a_tap_that_is_tried_again_does_what_it_meant_also_when_it_is_long_past(desk: Desk) -> None:
    await desk.lead()
    async with desk.database.writing() as store:
        store.conn.exec_driver_sql(FAULT.replace("INSERT ON leads", "UPDATE ON leads"))
    desk.petrov.telegram.tap(201, desk.petrov.card().message_id, CLAIM)
    await desk.settle()
    await bug(desk, mended=True)
    desk.clock._passed += 200
    await desk.smirnov.sends("/office")
    await desk.smirnov.taps("Не обработано: 1")
    assert "нажатие" in desk.smirnov.card("Не обработано").text
    await desk.smirnov.taps("Повторить 1")
    assert desk.petrov.has(SALE)


async def test_what_cannot_even_be_read_is_kept_as_it_came_and_can_only_be_let_go(desk: Desk) -> None:
    anna = {"id": 101, "is_bot": False, "first_name": "Анна"}
    lost = {"message_id": "семь", "from": anna, "chat": "кухня", "text": "Рустам, окна"}
    desk.telegram.updates.put("message", lost)
    await desk.settle()
    async with desk.database.reading() as store:
        kept = store.scalars(select(set_aside.c.body)).one()
    assert kept["message"] == lost
    assert desk.anna.sees("Что-то пошло не так")
    kim = desk.person(501)
    await kim.sends("/office")
    await kim.taps("Не обработано: 1")
    assert "не прочитать" in kim.card("Не обработано").text
    assert not kim.has("Повторить 1")
    message, gone = kim.data("Удалить 1")
    assert await kim.taps_data(message, gone) == "Удалено"
    assert await kim.taps_data(message, gone) == "Уже разобрано"
