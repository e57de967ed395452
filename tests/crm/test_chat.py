"""/office → CRM: connected by a key that is typed once, people and stages said with taps, switched off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from files.office_file import dump_office, parse_office
from storage import offices
from tests.crm.stage import PUBLIC, World, amo_office, office
from tests.crm.standins import amocrm, bitrix24
from tests.crm.standins.bitrix24 import Bitrix24
from tests.stories.words import CLAIM, SALE

LEAD = "Клиент Рустам 8 (843) 200-00-77, окна на дачу"
PANE, CHECK, PEOPLE, STAGES, BRING = "📇 CRM", "Проверить связь", "Сотрудники", "Стадии", "Перенести открытые"


async def opens(world: World[Any]) -> None:
    await world.boss.sends("/office")
    await world.boss.taps(PANE)


async def connects(world: World[Bitrix24]) -> None:
    await opens(world)
    await world.boss.taps("Битрикс24")
    await world.boss.sends(f"{world.desk.url}/rest/{bitrix24.SECRET}/")
    await world.works()


async def test_a_webhook_that_is_typed_connects_and_is_never_shown_again(tmp_path: Path) -> None:
    async with office(tmp_path, connected=False) as world:
        await connects(world)
        assert world.boss.sees("✅ Отвечает")
        assert world.boss.sees("узнаны 2 из 3")
        code = bitrix24.SECRET.partition("/")[2]
        shown = [message.text for message in world.boss.messages()]
        assert not any(code in text for text in shown), "the message is gone, and no other says it"
        stored = await world.desk.stored()
        named = {table: rows for table, rows in stored.items() if code in str(rows)}
        assert set(named) == {"secrets"}
        await world.desk.lead(LEAD)
        await world.desk.petrov.taps(CLAIM)
        await world.works()
        (lead,) = world.crm.of(1)
        assert (lead["assignedById"], lead["stageId"]) == (7, "IN_PROCESS")


async def test_what_is_no_webhook_is_asked_for_again(tmp_path: Path) -> None:
    async with office(tmp_path, connected=False) as world:
        await opens(world)
        await world.boss.taps("Битрикс24")
        for words in ("привет", "http://okna.bitrix24.ru/rest/1/abcdef0123/", "https://okna.bitrix24.ru/"):
            await world.boss.sends(words)
            assert world.boss.sees("Пришлите адрес входящего вебхука")
        assert not world.desk.app.door.set_up or world.desk.app.door.set_up.office.crm is None


async def test_leads_that_are_open_are_brought_when_somebody_says_so(tmp_path: Path) -> None:
    async with office(tmp_path, connected=False) as world:
        await world.desk.lead(LEAD)
        await world.desk.petrov.taps(CLAIM)
        await world.desk.lead()
        await world.desk.lead()
        await world.desk.petrov.taps(CLAIM)
        await world.desk.petrov.taps(SALE)
        await connects(world)
        assert not world.crm.leads
        await world.boss.taps(BRING)
        await world.works()
        assert len(world.crm.leads) == 2
        assert not world.boss.has(BRING)


async def test_who_is_who_and_what_a_stage_means_is_said_with_taps(tmp_path: Path) -> None:
    async with office(tmp_path, connected=False) as world:
        await connects(world)
        await world.boss.taps(PEOPLE)
        await world.boss.taps("Иванов")
        await world.boss.taps("Чужой Человек")
        assert world.boss.has("→ Чужой Человек")
        await opens(world)
        await world.boss.taps(STAGES)
        await world.boss.taps("дозвонились")
        await world.boss.taps("Обработан")
        async with world.desk.database.reading() as store:
            found = offices.read_office(store)
        assert found.crm is not None
        assert found.crm.people == {"petrov": 7, "sidorova": 8, "ivanov": 9}
        assert found.crm.stages["reached"] == "PROCESSED"
        assert parse_office(dump_office(found), "dump.toml").crm == found.crm


async def test_a_check_says_what_is_wrong_and_a_new_key_puts_it_right(tmp_path: Path) -> None:
    async with office(tmp_path, connected=False) as world:
        await connects(world)
        world.crm.weather.revoked = True
        await opens(world)
        await world.boss.taps(CHECK)
        assert world.boss.sees("нужен новый ключ")
        assert world.told("больше не пускает") == 1
        await world.desk.lead(LEAD)
        world.crm.weather.revoked = False
        await opens(world)
        await world.boss.taps("Новый ключ")
        await world.boss.sends(f"{world.desk.url}/rest/{bitrix24.SECRET}/")
        await world.works()
        assert world.crm.of(1)
        assert world.told("CRM снова отвечает") == 1


async def test_changes_come_back_to_the_address_that_the_pane_shows(tmp_path: Path) -> None:
    async with office(tmp_path, connected=False) as world:
        await connects(world)
        await opens(world)
        await world.boss.taps("Токен")
        await world.boss.sends(bitrix24.TOKEN)
        assert world.boss.sees("Токен исходящего вебхука: ✅")
        address = next(word for word in world.boss.messages()[-1].text.split() if word.startswith(PUBLIC))
        await world.desk.lead(LEAD)
        await world.desk.petrov.taps(CLAIM)
        await world.works()
        world.crm.edited(world.crm.of(1)[0]["id"], stageId="CONVERTED")
        async with _site(world) as client:
            for event in world.crm.events():
                async with client.post(address.removeprefix(PUBLIC), data=event) as answer:
                    assert answer.status == 200
        await world.works()
        assert world.told("отмечена продажа", world.desk.petrov) == 1


async def test_another_address_is_made_after_a_question_for_the_old_one_is_heard_no_more(
    tmp_path: Path,
) -> None:
    async with office(tmp_path, connected=False) as world:
        await connects(world)
        await opens(world)

        def shown() -> str:
            said = [word for message in world.boss.messages() for word in message.text.split()]
            return next(word for word in reversed(said) if word.startswith(PUBLIC)).removeprefix(PUBLIC)

        old = shown()
        await world.boss.taps("Новый адрес")
        assert world.boss.sees("Старый сразу перестанет работать")
        await world.boss.taps("Оставить как есть")
        assert shown() == old
        await world.boss.taps("Новый адрес")
        await world.boss.taps("Да, новый адрес")
        assert shown() != old
        async with _site(world) as client, client.post(old, data=b"") as answer:
            assert answer.status == 403


async def test_the_first_address_is_made_without_a_question(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await opens(world)
        assert not world.boss.sees(PUBLIC)
        await world.boss.taps("Сделать адрес")
        assert world.boss.sees(f"{PUBLIC}/crm/")


def _site(world: World[Any]) -> Any:
    from aiohttp.test_utils import TestClient, TestServer

    from bot.settings import Settings
    from bot.web import web_site

    settings = Settings(_env_file=None, http_port=8443)
    return TestClient(TestServer(web_site(world.desk.app, settings, world.desk.clock)))


async def test_switched_off_nothing_is_told_there_any_more(tmp_path: Path) -> None:
    async with office(tmp_path, connected=False) as world:
        await connects(world)
        await world.desk.lead(LEAD)
        await world.works()
        await opens(world)
        await world.boss.taps("Отключить")
        await world.boss.taps("Да, отключить")
        await world.desk.petrov.taps(CLAIM)
        await world.desk.lead()
        await world.works()
        assert len(world.crm.leads) == 1
        assert world.crm.of(1)[0]["assignedById"] == 1
        assert not (await world.desk.stored())["secrets"]
        await connects(world)
        assert world.crm.of(1)[0]["assignedById"] == 7, "the same one: what was known of it is true still"


async def test_amocrm_is_connected_by_its_address_and_a_token(tmp_path: Path) -> None:
    async with amo_office(tmp_path, connected=False) as world:
        await opens(world)
        await world.boss.taps("amoCRM")
        await world.boss.sends(f"{world.desk.url} {amocrm.TOKEN}")
        await world.works()
        assert world.boss.sees("✅ Отвечает")
        assert world.boss.sees("узнаны 2 из 3")
        await world.desk.lead(LEAD)
        await world.desk.petrov.taps(CLAIM)
        await world.works()
        (lead,) = world.crm.of("№1")
        assert (lead["status_id"], lead["responsible_user_id"]) == (amocrm.FIRST, 501)


async def test_nobody_but_the_administrator_sees_it(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await world.desk.smirnov.sends("/office")
        assert not world.desk.smirnov.has(PANE)
