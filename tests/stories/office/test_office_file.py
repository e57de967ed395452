"""The office leaves the chat as a file and comes back as one: first shown, then loaded, or not at all."""

from __future__ import annotations

import tomllib

import pytest

from files.office_file import dump_office, parse_office
from leads.office import Office
from storage import offices as stored
from tests.offices import WITH_ADMIN, varied
from tests.stories.desk import Desk
from tests.stories.people import Person

LOAD, LEAVE = "Загрузить", "Не надо"


@pytest.fixture
async def admin(desk: Desk) -> Person:
    await desk.set_up(WITH_ADMIN)
    async with desk.database.writing() as store:
        stored.keep_loaded(store, tomllib.loads(dump_office(stored.read_office(store))))
    return desk.person(501)


async def the_office(desk: Desk) -> Office:
    async with desk.database.reading() as store:
        return stored.read_office(store)


async def sends(person: Person, text: str, name: str = "мой-офис.toml") -> None:
    await person.sends_document(name, data=text.encode())


async def changed_in_the_chat(person: Person) -> None:
    await person.sends("/office")
    for words in ("Настройки", "Предложения и ожидание", "Ждать ответа", "2\xa0минуты"):
        await person.taps(words)


async def test_the_office_comes_as_a_file_that_says_the_same(desk: Desk, admin: Person) -> None:
    await admin.sends("/office")
    await admin.taps("Файл офиса")
    assert await admin.taps("Прислать мне файл") == "Готовлю файл"
    sent = next(message for message in admin.messages() if message.kind == "document")
    file = desk.telegram.files.get(sent.raw["document"]["file_id"]).upload
    assert (file.name, "Офис, как он есть сейчас" in sent.text) == ("офис.toml", True)
    assert parse_office(file.data.decode(), "офис.toml") == await the_office(desk)


async def test_a_file_is_shown_with_what_it_would_change_and_loaded_with_a_tap(
    desk: Desk, admin: Person
) -> None:
    more = varied(
        WITH_ADMIN,
        ack_timeout="3m",
        people={"petrov": {"weight": 2.0}},
        segments={"tatarstan": {"scheme": "grab"}},
    )
    await sends(admin, more)
    for words in (
        "Ждать ответа: 5\xa0минут → 3\xa0минуты",
        "Пётр Петров · Вес: 1 → 2",
        "Татарстан · Схема: по очереди → кто первый",
    ):
        assert admin.sees(words)
    assert (await the_office(desk)).policy.ack_timeout.total_seconds() == 300, "nothing is loaded yet"
    assert await admin.taps(LOAD) == "Загружено"
    office = await the_office(desk)
    assert office.policy.ack_timeout.total_seconds() == 180 and office.person("petrov").weight == 2.0
    assert desk.petrov.sees("ваш вес теперь 2") and desk.petrov.sees("кто первый")
    await admin.sends("/office")
    await admin.taps("История изменений")
    assert admin.sees("Администратор") and admin.sees("Пётр Петров · Вес: 1 → 2")
    assert "the set-up is as entry" in await desk.verifies()


async def test_what_it_takes_away_and_undoes_stands_first_and_is_marked(desk: Desk, admin: Person) -> None:
    await changed_in_the_chat(admin)
    await sends(admin, varied(WITH_ADMIN, offers=5, people={"ivanov": None}))
    shown = admin.card("мой-офис.toml").text
    assert "⚠️ − Человек: Иван Иванов · менеджер (уволит)" in shown
    assert "⚠️ Ждать ответа: 2\xa0минуты → 5\xa0минут (отменит то, что изменили в чате)" in shown
    assert "Обратите внимание, строк: 2" in shown
    assert shown.index("Предложений по схеме") > shown.index("Ждать ответа")
    await admin.taps(LEAVE)
    assert (await the_office(desk)).has("ivanov") and admin.sees("Весь офис одним файлом")


async def test_where_the_office_has_changed_meanwhile_it_is_planned_anew(desk: Desk, admin: Person) -> None:
    await sends(admin, varied(WITH_ADMIN, offers=5))
    head = desk.smirnov
    await changed_in_the_chat(head)
    assert admin.sees("Пока вы смотрели, офис изменили")
    assert await admin.taps(LOAD) == "Офис изменили, посмотрите ещё раз"
    assert admin.sees("Ждать ответа: 2\xa0минуты → 5\xa0минут (отменит то, что изменили в чате)")
    assert (await the_office(desk)).policy.offers == 2, "nothing is half loaded"
    assert await admin.taps(LOAD) == "Загружено"
    assert (await the_office(desk)).policy.offers == 5
    await desk.verifies()


async def test_a_broken_file_says_where_and_changes_nothing(desk: Desk, admin: Person) -> None:
    before = await the_office(desk)
    broken = WITH_ADMIN.replace('roles = ["head"]', 'roles = ["heed"]').replace(
        'ack_timeout = "5m"', 'ack_timeaut = "5m"\nstep_timeout = "soon"', 1
    )
    await sends(admin, broken.replace('step_timeout = "10m"\n', "", 1))
    line = broken.split("\n").index('ack_timeaut = "5m"') + 1
    unknown = f"Строка {line} · office.ack_timeaut: такого ключа нет. Может быть, «ack_timeout»?"
    assert admin.sees(unknown)
    assert admin.sees("office.step_timeout: пишется так:") and admin.sees("одно из этих:")
    assert not admin.has(LOAD)
    await sends(admin, "[office\n")
    assert admin.sees("Строка 1: это не TOML")
    assert await the_office(desk) == before


async def test_the_same_file_changes_nothing_and_asks_nothing(desk: Desk, admin: Person) -> None:
    await sends(admin, dump_office(await the_office(desk)))
    assert admin.sees("Ничего не меняет") and not admin.has(LOAD)


async def test_only_the_administrator_s_file_is_one(desk: Desk, admin: Person) -> None:
    await sends(desk.anna, varied(WITH_ADMIN, offers=5))
    assert desk.anna.has("Передать"), "a client has sent it"
    await sends(desk.smirnov, varied(WITH_ADMIN, offers=5))
    assert not desk.smirnov.has(LOAD)


async def test_a_file_that_leaves_nobody_to_set_up_is_refused(desk: Desk, admin: Person) -> None:
    await sends(admin, varied(WITH_ADMIN, people={"admin": None}))
    assert admin.sees("− Человек: Администратор")
    await admin.taps(LOAD)
    assert (await the_office(desk)).has("admin")


async def test_a_long_plan_has_pages(desk: Desk, admin: Person) -> None:
    many = {f"m{n}": {"name": f"Менеджер {n:02}", "roles": ["manager"]} for n in range(40)}
    await sends(admin, varied(WITH_ADMIN, people=many))
    assert admin.has("1 из 3") and not admin.sees("Менеджер 39")
    await admin.taps("▶️")
    await admin.taps("▶️")
    assert admin.sees("Менеджер 39")
    assert await admin.taps(LOAD) == "Загружено"
    assert (await the_office(desk)).has("m39")
    await desk.verifies()
