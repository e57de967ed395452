"""The whole bot on every database: one lead that is claimed late and sold, one that nobody takes."""

from __future__ import annotations

from storage.database import Database
from tests.offices import DUTY, LOTTERY, OFFICE
from tests.stories.desk import Desk, at_work
from tests.stories.duties import everybodys, seeks
from tests.stories.words import APART


async def test_an_office_works_on_every_database(database: Database, address: str) -> None:
    async with at_work(Desk(address)) as desk:
        await desk.lead()
        await desk.petrov.taps("Не могу")
        await desk.restarts()
        await desk.sidorova.taps("Беру")
        await desk.sidorova.taps("Продажа")
        await desk.sidorova.sends("120 000")
        assert "Продажа" in desk.anna.card("№1").text

        await desk.lead()
        await desk.passes(hours=1)
        await desk.orlova.taps("Беру", on="№2")
        assert "Мария Орлова" in desk.anna.card("№2").text

        for person in (desk.petrov, desk.smirnov):
            for question in ("/me", "/queue", "/why 1", "/leads", "/office", "/report"):
                await person.sends(question)
        await desk.passes(hours=9)
        assert "Пришло 2, взято 2" in desk.orlova.card("Итоги: 23 ноября").text


async def test_a_duplicate_and_a_second_office_file_work_on_every_database(
    database: Database, address: str
) -> None:
    async with at_work(Desk(address)) as desk:
        await desk.lead("Рустам 8 (843) 200-00-00")
        await desk.petrov.taps("Беру")
        await desk.set_up(OFFICE)
        await desk.lead("Снова Рустам 8 (843) 200-00-00")
        assert "Клиент обратился снова" in desk.petrov.card("№1").text
        await desk.lead("И ещё Рустам 8 (843) 200-00-00", tap=APART)
        assert desk.petrov.card("№2", button="Беру")
        await desk.verifies()


async def test_a_week_is_drawn_on_every_database(database: Database, address: str) -> None:
    async with at_work(Desk(address), LOTTERY) as desk:
        await desk.petrov.taps("7")
        await desk.restarts()
        await desk.passes(minutes=15)
        assert "Числа: Пётр Петров 7" in desk.ivanov.card("Порядок на неделю с 23 ноября").text
        await desk.smirnov.sends("/draw")
        assert "30 ноября" in desk.smirnov.card("Жеребьёвка").text


async def test_a_swap_and_a_roster_work_on_every_database(database: Database, address: str) -> None:
    async with at_work(Desk(address), DUTY) as desk:
        await seeks(desk.petrov, "вт 24.11")
        await seeks(desk.petrov, "ср 25.11")
        await seeks(desk.petrov, "ср 02.12")
        assert await desk.ivanov.taps("Возьму смену", on="вт 24.11") == "Смена ваша"
        await desk.restarts()
        await desk.smirnov.sends("/roster")
        await desk.smirnov.taps("Предложить график")
        await desk.smirnov.taps("по конверсии")
        assert await desk.smirnov.taps("Утвердить") == "График утверждён"
        await desk.set_up(DUTY)
        assert "график изменился" in desk.ivanov.card("ср 02.12 09:00–18:00 · Все").text
        await desk.passes(days=2, hours=8)
        assert "Замены не нашлось" in desk.petrov.card("ср 25.11 09:00–18:00 · Все").text
        assert "вт 24.11 09:00–18:00 · Иван Иванов" in await everybodys(desk.ivanov)


async def test_hands_choose_and_rules_are_switched_on_every_database(
    database: Database, address: str
) -> None:
    async with at_work(Desk(address)) as desk:
        await desk.smirnov.sends("/office")
        await desk.smirnov.taps("Схема: Татарстан")
        await desk.smirnov.taps("выбирает секретарь")
        await desk.anna.sends("Рустам 8 (843) 200-77-00")
        await desk.anna.taps("Ольга Сидорова")
        await desk.sidorova.taps("Беру")
        await desk.smirnov.taps("назначает руководитель")
        await desk.smirnov.taps("Без ответа: поровну по долям")
        await desk.lead()
        await desk.smirnov.taps("Ольга Сидорова")
        await desk.lead()
        await desk.passes(minutes=5)
        assert desk.petrov.has("Беру"), "the head was silent"
        for reader in (desk.petrov, desk.smirnov):
            await reader.sends("/queue")
            assert (
                "Вручную отдано 2 из 3, из них 2 не тем, кому по схеме" in reader.card("Кто следующий").text
            )
