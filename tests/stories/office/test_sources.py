"""/sources: a source is made in the chat and has its address; what it sends that nobody can read is explained there."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Bot
from aiohttp.test_utils import TestClient, TestServer

from bot.app import App, build_app
from bot.settings import Settings
from bot.web import web_site
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, at_work, empty_database
from tests.stories.people import Person
from tests.stories.words import CLAIM, HAND_OVER

NEW, ADDRESS, STRAIGHT, WAITS = (
    "Новый источник",
    "Адрес, куда присылать",
    "Передавать сразу",
    "Сначала секретарю",
)
ADMIN = {"name": "Борис Админов", "telegram_id": 501, "roles": ["admin"]}
PUBLIC = "https://okna.example"


class Reached(Desk):
    """The outside reaches its pages."""

    @property
    def boss(self) -> Person:
        return Person(self, 501)

    def _build(self) -> App:
        bot = Bot(self.telegram.token, session=self._session())
        name = self.telegram.bot.username or ""
        return build_app(bot, name, self.database, self.clock, self.admins, public_url=PUBLIC)

    async def sends(self, address: str, form: dict[str, str]) -> int:
        """Somebody fills in the form of a site."""
        settings = Settings(_env_file=None, http_port=8443, public_url=PUBLIC)
        served = TestServer(web_site(self.app, settings, self.clock))
        async with (
            TestClient(served) as client,
            client.post(address.removeprefix(PUBLIC), data=form) as answer,
        ):
            status = answer.status
        await self.reads()
        return status

    async def reads(self) -> None:
        await self.app.reader.read_all()
        await self.settle()


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Reached]:
    text = varied(OFFICE, people={"boss": ADMIN})
    async with at_work(Reached(await empty_database(tmp_path)), text) as desk:
        assert isinstance(desk, Reached)
        yield desk


async def makes(desk: Reached, kind: str, name: str) -> str:
    """The administrator makes a source; returns what stands as its address."""
    await desk.boss.sends("/sources")
    await desk.boss.taps(NEW)
    await desk.boss.taps(kind)
    await desk.boss.sends(name)
    found = re.search(r"https://\S+", desk.boss.card(name).text)
    return found[0] if found else ""


async def test_a_source_is_made_in_three_taps_and_its_address_works(desk: Reached) -> None:
    address = await makes(desk, "Тильда", "Сайт")
    assert re.fullmatch(rf"{PUBLIC}/in/sayt/[\w-]{{24}}", address)
    assert await desk.sends(address, {"Name": "Ирина", "Phone": "+79600000001", "tranid": "1:1"}) == 200
    assert desk.anna.has(HAND_OVER)
    await desk.boss.sends("/sources")
    await desk.boss.taps("Сайт")
    await desk.boss.taps(STRAIGHT)
    assert desk.boss.has(WAITS)
    await desk.sends(address, {"Name": "Пётр", "Phone": "+79600000002", "tranid": "1:2"})
    assert desk.petrov.has(CLAIM)


async def test_another_address_asks_first_and_the_old_one_is_nobodys(desk: Reached) -> None:
    address = await makes(desk, "Любая форма", "Сайт")
    await desk.boss.taps("Новый адрес")
    assert desk.boss.sees("Старый сразу перестанет работать")
    await desk.boss.taps("Да, новый адрес")
    found = re.search(r"https://\S+", desk.boss.card("Сайт").text)
    assert found and found[0] != address
    assert await desk.sends(address, {"phone": "+79600000001"}) == 403
    assert await desk.sends(found[0], {"phone": "+79600000001"}) == 200


async def test_what_cannot_be_read_is_explained_with_one_tap_and_then_known(desk: Reached) -> None:
    address = await makes(desk, "Любая форма", "Сайт")
    for number in "12":
        await desk.sends(address, {"q1": f"семёрка 960 12345 0{number}", "q2": "Ирина", "id": number})
    assert desk.boss.sees("не могу прочитать")
    await desk.boss.sends("/sources")
    await desk.boss.taps("Сайт")
    await desk.boss.taps("Не прочитано: 2")
    assert desk.boss.sees("2. q2 Ирина")
    await desk.boss.taps("👤 2. q2")
    await desk.reads()
    assert not desk.anna.has(HAND_OVER), "without a number it is not understood yet"
    await desk.boss.taps("Не прочитано: 2")
    await desk.boss.taps("☎️ 1. q1")
    await desk.reads()
    assert desk.anna.has(HAND_OVER)
    assert desk.boss.sees("Телефон — в поле «q1»")
    await desk.sends(address, {"q1": "960 12345 09", "q2": "Пётр", "id": "3"})
    assert desk.anna.sees("Пётр")


async def test_what_nobody_is_to_be_called_for_is_passed_over(desk: Reached) -> None:
    address = await makes(desk, "Любая форма", "Сайт")
    await desk.sends(address, {"a": "b"})
    await desk.boss.sends("/sources")
    await desk.boss.taps("Сайт")
    await desk.boss.taps("Не прочитано: 1")
    await desk.boss.taps("Пропустить")
    await desk.boss.sends("/sources")
    assert not desk.boss.sees("не прочитано")


async def test_the_keys_of_an_exchange_are_typed_and_whose_extension_is_which(desk: Reached) -> None:
    address = await makes(desk, "Mango", "Телефон")
    assert not address
    await desk.boss.taps("Ключи")
    await desk.boss.sends("onlyone")
    assert desk.boss.sees("ключ:соль"), "asked again"
    await desk.boss.sends("key:salt")
    assert f"{PUBLIC}/in/telefon" in desk.boss.card("Телефон").text
    said = [message.text for message in desk.boss.messages()]
    assert not any(key in text for key in ("key:salt", "onlyone") for text in said), (
        "such messages are taken away"
    )
    await desk.boss.taps("Чей добавочный")
    await desk.boss.sends("101 Петров")
    assert desk.boss.sees("101 — Пётр Петров")


async def test_a_source_has_a_segment_of_its_own_another_name_and_goes(desk: Reached) -> None:
    await makes(desk, "Отмечает секретарь", "Авито")
    await desk.boss.taps("Сегмент: по условиям")
    await desk.boss.taps("Татарстан")
    assert desk.boss.sees("Все лиды — в сегмент")
    await desk.boss.taps("Название")
    await desk.boss.sends("Авито Казань")
    assert desk.boss.sees("Авито Казань")
    await desk.boss.taps("Убрать")
    await desk.boss.taps("Да, убрать")
    assert not desk.boss.has("Авито")
