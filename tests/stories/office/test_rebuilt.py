"""The example office built again in the chat alone, by taps and typed words, says the same file as the example."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from files.office_file import dump_office, read_office
from leads.office import Office
from screens.views.setup import SetUpStep
from storage import offices
from storage.set_up import ensure_office
from tests.stories.desk import Desk, empty_database
from tests.stories.people import Person

FRIDAY = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)  # before the days of the example's shifts
EXAMPLE = Path(__file__).parents[3] / "office.example.toml"
ADMIN = 501  # of ADMIN_IDS, and nobody of the office
PEOPLE = """Имя;Роль
Анна Галеева;секретарь
Пётр Петров;менеджер
Ольга Сидорова;менеджер
Иван Иванов;менеджер
Сергей Смирнов;руководитель
Мария Орлова;директор
"""


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A database in which nothing has happened yet."""
    desk = Desk(await empty_database(tmp_path), FRIDAY, admins=[ADMIN])
    async with desk.database.writing() as store:
        ensure_office(store, "Мой офис", "Все лиды", FRIDAY, SetUpStep.NAME)
    yield desk
    assert await desk.given_up() == [] and await desk.updates_set_aside() == 0
    await desk.database.close()


async def the_office(desk: Desk) -> Office:
    async with desk.database.reading() as store:
        return offices.read_office(store)


async def taps(person: Person, *words: str, typed: str = "") -> None:
    await person.sends("/office")
    for each in words:
        await person.taps(each)
    if typed:
        await person.sends(typed)


async def of_segment(person: Person, segment: str, *words: str, typed: str = "") -> None:
    await taps(person, "Сегменты", segment, *words, typed=typed)


async def the_office_itself(admin: Person) -> None:
    await admin.sends("Окна Казань")
    await admin.sends("Москва")
    await admin.sends("пн-пт 9-18, сб 10-15")
    await admin.taps("Позже")
    await taps(admin, "Настройки", "Офис и часы работы", "Часы работы", "Россия")
    await of_segment(admin, "Все лиды", "Название", typed="Все остальные")


async def the_people(desk: Desk, admin: Person) -> None:
    """By a list; two have opened their links."""
    await admin.sends("/people")
    for words in ("Пригласить", "Списком из файла"):
        await admin.taps(words)
    await admin.sends_document("люди.csv", data=PEOPLE.encode())
    await admin.taps("Завести всех")
    file = desk.telegram.files.get(admin.card("Приглашения: 6").raw["document"]["file_id"])
    rows = load_workbook(BytesIO(file.upload.data)).active.iter_rows(values_only=True)
    links = {str(row[0]): str(row[1]).partition("?start=")[2] for row in rows}
    for account, name in ((1001, "Пётр Петров"), (1002, "Ольга Сидорова")):
        await desk.stranger(account, name).starts(links[name])
    await admin.sends("/people Смирнов")
    for words in ("Сергей Смирнов", "Роли", "администратор"):
        await admin.taps(words)
    await of_person(admin, "Пётр Петров", "Предел", "5")
    await of_person(admin, "Иван Иванов", "Вес", "0,5")


async def of_person(admin: Person, name: str, field: str, typed: str) -> None:
    await admin.sends(f"/people {name}")
    await admin.taps(name)
    await admin.taps(field)
    await admin.sends(typed)


async def the_sources(admin: Person) -> None:
    for name in ("Сайт", "Авито", "Салон на Баумана"):
        await admin.sends("/sources")
        await admin.taps("Новый источник")
        await admin.taps("Отмечает секретарь")
        await admin.sends(name)


async def the_segments(admin: Person) -> None:
    await made(admin, "Наши клиенты", "клиент", "▫️ уже обращался")
    await of_segment(admin, "Наши клиенты", "Какие лиды", "Слова", typed="ремонт, регулировка, гарантия")
    await team(admin, "Наши клиенты", "Иван Иванов")
    await of_segment(admin, "Наши клиенты", "⚙️ Настройки", "Постоянные клиенты", "как все, по схеме")
    await of_segment(admin, "Наши клиенты", "⚙️ Настройки", "Ждать ответа", "15\xa0минут")
    await made(admin, "Казань и Татарстан", "Территория", typed="РТ")
    await of_segment(admin, "Казань и Татарстан", "⚖️ Схема", "по очереди")
    await team(admin, "Казань и Татарстан", "Пётр Петров", "Ольга Сидорова")
    await of_segment(admin, "Казань и Татарстан", "⚙️ Настройки", "Ждать ответа", "2\xa0минуты")
    await made(admin, "Заявки с сайта", "Источник", "▫️ Сайт")
    await of_segment(admin, "Заявки с сайта", "⚖️ Схема", "по дежурству")
    await team(admin, "Заявки с сайта", "Пётр Петров", "Ольга Сидорова", "Иван Иванов")
    await made(admin, "Организации", "Слова", typed="тендер, договор, юрлиц")
    await of_segment(admin, "Организации", "⚖️ Схема", "назначает руководитель")
    await of_segment(admin, "Организации", "⚙️ Настройки", "Запасная схема", "по конверсии")
    await team(admin, "Организации", "Пётр Петров", "Ольга Сидорова")
    await admin.sends("/sources")
    for words in ("Салон на Баумана", "Сегмент: по условиям", "Казань и Татарстан"):
        await admin.taps(words)


async def made(admin: Person, name: str, *words: str, typed: str = "") -> None:
    await taps(admin, "Сегменты", "Новый сегмент", typed=name)
    for each in words:
        await admin.taps(each)
    if typed:
        await admin.sends(typed)


async def team(admin: Person, segment: str, *names: str) -> None:
    await of_segment(admin, segment, "👥 Люди")
    for name in names:
        await admin.taps(f"▫️ {name}")


async def the_shifts(admin: Person) -> None:
    for typed in ("Петров пн, ср, пт 9-18", "Сидорова вт, чт 9-18", "Иванов сб 10-15"):
        await taps(admin, "Дежурства", "Заявки с сайта", "Недельный план", "Добавить часы", typed=typed)
        await admin.taps("Да, каждую неделю")
    await taps(admin, "Дежурства", "Заявки с сайта", "▶️", "пн 23.11", "Пётр Петров", "Отдать другому")
    await admin.taps("Иван Иванов")


def with_its_ids(text: str, office: Office, example: Office) -> str:
    """The chat makes ids of the names; the example has chosen its own."""
    for part in ("people", "segments", "sources"):
        own = {one.name: one.id for one in getattr(example, part)}
        for one in getattr(office, part):
            if one.name in own:
                text = re.sub(rf'"{re.escape(one.id)}"', f'"@{part}:{own[one.name]}"', text)
    return re.sub(r'"@\w+:', '"', text)


async def test_the_example_is_built_by_chat_alone_and_says_the_same_file(desk: Desk) -> None:
    admin = desk.stranger(ADMIN, "Настройщик")
    await admin.starts()
    await the_office_itself(admin)
    await the_people(desk, admin)
    await the_sources(admin)
    await the_segments(admin)
    await the_shifts(admin)
    example, office = read_office(EXAMPLE), await the_office(desk)
    assert with_its_ids(dump_office(office), office, example) == dump_office(example)
    assert "the set-up is as entry" in await desk.verifies()
