"""Whether the data are safe, in one look: how old the last copy is, and whether the ledger holds, verified by a tap."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from threading import Event

import pytest
from rich.progress import Progress
from sqlalchemy import update

from bot.commands.backup import backup
from desk.errands import Breath, StoppedError
from storage.tables.leads import ledger
from tests.offices import WITH_ADMIN
from tests.stories.desk import Desk, at_work, empty_database, office
from tests.stories.people import Person
from tests.stories.words import CLAIM

UPKEEP, VERIFY = "Сохранность", "Проверить сейчас"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, WITH_ADMIN) as desk:
        yield desk


@pytest.fixture
def admin(desk: Desk) -> Person:
    return desk.person(501)


async def opens(person: Person) -> str:
    await person.sends("/office")
    await person.taps(UPKEEP)
    return person.card("Сохранность").text


async def copies(desk: Desk, target: Path) -> None:
    silent = Progress(disable=True)
    await asyncio.to_thread(backup, desk.address, target, lambda: silent, desk.clock.now())


async def test_the_age_of_the_last_copy_and_its_place_stand_there(
    desk: Desk, admin: Person, tmp_path: Path
) -> None:
    assert "Копий ещё не делали" in await opens(admin)
    await desk.lead()
    await copies(desk, tmp_path / "copy.db")
    await desk.passes(hours=3)
    shown = await opens(admin)
    assert "пн, 23 нояб., 10:00, 3\xa0ч назад, лидов в ней: 1" in shown, shown
    assert str(tmp_path / "copy.db") in shown
    assert "В Telegram копия не отправляется никогда" in shown


async def test_the_ledger_is_verified_with_a_tap_and_the_answer_rings(desk: Desk, admin: Person) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    assert "Отсюда его ещё не проверяли" in await opens(admin)
    assert await admin.taps(VERIFY) == "Проверяю, ответ придёт сообщением"
    assert "Журнал сошёлся" in admin.card().text
    said = await desk.verifies()
    entries = said.split()[3]
    assert f"записей {entries}, решений принято заново" in admin.card("Журнал сошёлся").text
    assert f"всё сошлось, записей {entries}" in admin.card("Сохранность").text
    assert said.rpartition("head: ")[2][:35] in admin.card("Сохранность").text
    assert not desk.smirnov.sees("Журнал сошёлся"), "nobody else has asked"


async def test_of_a_ledger_that_does_not_hold_all_are_told_who_answer_for_it(tmp_path: Path) -> None:
    desk = Desk(await empty_database(tmp_path))
    with pytest.raises(Exception, match="entry"):
        async with at_work(desk, WITH_ADMIN):
            await desk.lead()
            async with desk.database.writing() as store:
                store.execute(update(ledger).where(ledger.c.seq == 3).values(body="{}"))
            await opens(desk.smirnov)
            await desk.smirnov.taps(VERIFY)
            assert "не сошлось, мест 1" in desk.smirnov.card("Сохранность").text
            for person in (desk.smirnov, desk.person(501)):
                assert "Журнал не сошёлся" in person.card().text and "entry 3" in person.card().text


async def test_what_the_program_was_killed_in_is_done_at_its_next_start(desk: Desk, admin: Person) -> None:
    await opens(admin)
    message, data = admin.data(VERIFY)
    desk.telegram.tap(admin.id, message, data=data)
    await desk.hears()
    await desk.restarts()
    await desk.settle()
    assert "Журнал сошёлся" in admin.card().text and admin.has(VERIFY)


class Watched(Event):
    """Counts how often somebody has given way."""

    paused = 0

    def wait(self, timeout: float | None = None) -> bool:
        self.paused += 1
        return super().wait(0 if timeout else None)


def test_it_gives_way_to_the_others_and_stops_when_the_program_does() -> None:
    stopping = Watched()
    breath = Breath(stopping)
    for _ in range(100):
        breath()
    assert stopping.paused == 4
    stopping.set()
    with pytest.raises(StoppedError):
        for _ in range(100):
            breath()
