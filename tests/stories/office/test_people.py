"""/people: everybody is found and shown as they stand, changed by whoever may, and told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from leads.hours import Rota
from leads.office import Office, Role
from storage import offices as stored
from tests.offices import WITH_ADMIN, manager, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM

FIFTY = varied(WITH_ADMIN, people={f"m{n}": manager(f"Менеджер Номер{n}", 1000 + n) for n in range(50)})


@pytest.fixture
async def admin(desk: Desk) -> Person:
    await desk.set_up(WITH_ADMIN)
    return desk.person(501)


async def the_office(desk: Desk) -> Office:
    async with desk.database.reading() as store:
        return stored.read_office(store)


async def opens(person: Person, name: str) -> None:
    await person.sends(f"/people {name}")
    await person.taps(name)


async def asks(person: Person, name: str, button: str, answer: str) -> None:
    await opens(person, name)
    await person.taps(button)
    await person.sends(answer)


async def test_fifty_people_have_pages_and_are_found_by_a_part_of_their_name(tmp_path: Path) -> None:
    async with office(tmp_path, FIFTY) as desk:
        admin = desk.person(501)
        await admin.sends("/office")
        assert admin.sees("Люди: 58") and not admin.sees("Номер7")
        await admin.taps("👥 Люди")
        assert admin.has("1 из 6") and admin.sees("Ким Новый · менеджер · ещё не в боте")
        await admin.taps("▶️")
        assert admin.has("2 из 6") and admin.sees("Номер10")
        await admin.taps("Найти")
        await admin.sends("номер49")
        assert admin.sees("По «номер49»") and admin.has("Менеджер Номер49")
        await admin.taps("Менеджер Номер49")
        assert admin.sees("🟢 на месте")


async def test_the_list_says_how_everybody_stands(desk: Desk, admin: Person) -> None:
    await desk.petrov.sends("/off")
    await desk.sidorova.sends("/off с сегодня по 10 декабря")
    desk.telegram.send_text(203, "/help")
    await desk.settle()
    desk.telegram.block(203)
    await desk.lead("Клиент 8 (495) 200-00-11")
    await desk.smirnov.sends("/people")
    for words in (
        "Пётр Петров · менеджер · пауза",
        "Ольга Сидорова · менеджер · отпуск до 11 декабря",
        "Иван Иванов · менеджер · бот заблокирован",
        "Ким Новый · менеджер · ещё не в боте",
        "🟢 Мария Орлова · директор",
    ):
        assert desk.smirnov.sees(words), desk.smirnov.chat()


async def test_the_head_changes_the_work_and_who_is_concerned_is_told(desk: Desk, admin: Person) -> None:
    head, petrov = desk.smirnov, desk.petrov
    await asks(head, "Пётр Петров", "Вес", "0,5")
    assert head.sees("Вес: 0,5") and petrov.sees("Сергей Смирнов: ваш вес теперь 0,5")
    await asks(head, "Пётр Петров", "Предел", "7")
    assert head.sees("В работе: 0 из 7") and petrov.sees("может быть 7")
    await asks(head, "Пётр Петров", "Часы", "пн-пт 9-13 14-18")
    assert head.sees("Часы: пн–пт 09:00–13:00, 14:00–18:00") and petrov.sees("пн–пт 09:00–13:00")
    await asks(head, "Пётр Петров", "Часы", "2/2 с 1 декабря 9-21")
    assert head.sees("2 через 2 с 1 декабря, 09:00–21:00")
    assert isinstance((await the_office(desk)).person("petrov").rota, Rota)
    await opens(head, "Пётр Петров")
    await head.taps("Часы")
    await head.taps("Как у офиса")
    assert head.sees("Часы: как у офиса") and petrov.sees("теперь как у офиса")
    await asks(head, "Пётр Петров", "Имя", "Пётр Первый")
    assert (await the_office(desk)).person("petrov").name == "Пётр Первый"
    assert "the set-up is as entry" in await desk.verifies()


async def test_what_is_no_value_is_asked_for_again(desk: Desk, admin: Person) -> None:
    for button, wrong, right in (
        ("Вес", "много", "2"),
        ("Вес", "-1", "0.25"),
        ("Предел", "0", "3"),
        ("Часы", "всегда почти", "пн-пт 9-18"),
        ("Отпуск", "когда-нибудь", "до 10 декабря"),
    ):
        await opens(admin, "Пётр Петров")
        await admin.taps(button)
        await admin.sends(wrong)
        assert admin.sees("Так не получится")
        await admin.sends(right)
        assert not admin.has("Не надо")


async def test_the_head_sends_somebody_on_leave_and_calls_it_off(desk: Desk, admin: Person) -> None:
    head, petrov = desk.smirnov, desk.petrov
    await desk.lead()
    await petrov.taps(CLAIM)
    await asks(head, "Пётр Петров", "Отпуск", "с 3 по 10 декабря")
    assert head.sees("Отпуск с 3 декабря (чт), вернётся 11 декабря (пт)")
    assert petrov.sees("Сергей Смирнов: у вас отпуск. Лиды снова придут 11 декабря (пт)")
    await opens(head, "Пётр Петров")
    await head.taps("Отпуск")
    await head.taps("Отменить отпуск")
    assert petrov.sees("отпуск отменён") and not head.sees("🌴 Отпуск с")


async def test_the_head_puts_somebody_on_pause_and_brings_them_back(desk: Desk, admin: Person) -> None:
    head, petrov = desk.smirnov, desk.petrov
    await opens(head, "Пётр Петров")
    await head.taps("Пауза", on="Пётр Петров\nменеджер")
    assert petrov.sees("вы на паузе") and head.sees("🌙 пауза")
    await head.taps("Вернуть")
    assert petrov.sees("Сергей Смирнов") and head.sees("🟢 на месте")


async def test_segments_are_ticked_and_the_member_is_told(desk: Desk, admin: Person) -> None:
    await opens(desk.smirnov, "Иван Иванов")
    await desk.smirnov.taps("Сегменты")
    await desk.smirnov.taps("▫️ Татарстан")
    assert desk.smirnov.has("✅ Татарстан") and desk.ivanov.sees("вы теперь в сегменте «Татарстан»")
    assert "ivanov" in (await the_office(desk)).segment("tatarstan").members
    await desk.smirnov.taps("✅ Татарстан")
    assert desk.ivanov.sees("вы больше не в сегменте «Татарстан»")


async def test_roles_are_the_administrators_to_give(desk: Desk, admin: Person) -> None:
    await opens(desk.smirnov, "Пётр Петров")
    assert not desk.smirnov.has("Роли") and not desk.smirnov.has("Уволить")
    await opens(admin, "Пётр Петров")
    await admin.taps("Роли")
    await admin.taps("▫️ руководитель")
    assert desk.petrov.sees("теперь ваши роли — менеджер, руководитель")
    assert "Отчёт" in desk.petrov.below()
    await admin.taps("✅ менеджер")
    assert (await the_office(desk)).person("petrov").roles == (Role.HEAD,)
    assert await admin.taps("✅ руководитель") == "Так не получится: это не сойдётся с остальными настройками"


async def test_the_last_administrator_stays_one(desk: Desk, admin: Person) -> None:
    await opens(admin, "Администратор")
    await admin.taps("Роли")
    await admin.taps("▫️ секретарь")
    assert "Хотя бы один администратор" in await admin.taps("✅ администратор")
    await admin.taps("Назад")
    await admin.taps("Уволить")
    assert "Хотя бы один администратор" in await admin.taps("Да, уволить")


async def test_two_administrators_do_not_undo_each_other(desk: Desk, admin: Person) -> None:
    both = varied(WITH_ADMIN, people={"second": {"name": "Второй", "telegram_id": 502, "roles": ["admin"]}})
    await desk.set_up(both)
    second = desk.person(502)
    for one in (admin, second):
        await opens(one, "Пётр Петров")
        await one.taps("Вес")
    await second.sends("2")
    await admin.sends("3")
    assert admin.sees("Пока вы писали, это уже изменили") and admin.sees("Вес: 2")
    await admin.sends("3")
    assert admin.sees("Вес: 3")
    await opens(admin, "Пётр Петров")
    await admin.taps("Роли")
    old = admin.data("▫️ секретарь")
    await opens(second, "Пётр Петров")
    await second.taps("Роли")
    await second.taps("▫️ секретарь")
    assert "уже изменили" in await admin.taps_data(*old)


async def test_who_is_dismissed_leaves_their_leads_to_the_head_and_may_come_back(
    desk: Desk, admin: Person
) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await opens(admin, "Пётр Петров")
    await admin.taps("Уволить")
    assert admin.sees("Открытых лидов: 1")
    await admin.taps("Да, уволить")
    assert not (await the_office(desk)).has("petrov") and desk.smirnov.sees("№1")
    assert desk.petrov.sees("Вы больше не в этом офисе")
    await desk.petrov.sends("/me")
    assert desk.petrov.sees("по приглашению")
    await admin.sends("/people")
    await admin.taps("Ушли: 1")
    await admin.taps("Пётр Петров")
    back = (await the_office(desk)).person("petrov")
    assert back.roles == (Role.MANAGER,) and back.telegram_id == 201
    await desk.petrov.sends("/me")
    assert "Пётр Петров" in desk.petrov.card("За неделю").text
    assert "the set-up is as entry" in await desk.verifies()


async def test_who_comes_back_has_hours_and_segments_as_before_with_one_tap(
    desk: Desk, admin: Person
) -> None:
    await asks(admin, "Пётр Петров", "🕘 Часы", "2/2 с 1 декабря 9-21")
    await admin.taps("Уволить")
    await admin.taps("Да, уволить")
    await admin.taps("Ушли: 1")
    await admin.taps("Пётр Петров")
    page = admin.card("Пётр Петров", button="Как раньше").text
    assert "Было: 2 через 2 с 1 декабря, 09:00–21:00 · Татарстан, Все остальные" in page
    await desk.restarts()
    button = admin.data("Как раньше")
    assert await admin.taps("Как раньше") == "Снова как раньше"
    back = await the_office(desk)
    assert isinstance(back.person("petrov").rota, Rota)
    assert [s.id for s in back.segments if "petrov" in s.members] == ["tatarstan", "rest"]
    assert not admin.has("Как раньше"), "nothing is missing any more"
    assert "уже изменили" in await admin.taps_data(*button)
    assert "the set-up is as entry" in await desk.verifies()


async def test_what_is_gone_meanwhile_or_was_set_anew_is_not_offered(desk: Desk, admin: Person) -> None:
    await opens(admin, "Пётр Петров")
    assert not admin.has("Как раньше"), "they have never left"
    await admin.taps("Уволить")
    await admin.taps("Да, уволить")
    await admin.sends("/office")
    for words in ("🗂 Сегменты", "1. Татарстан", "Убрать", "Да, убрать"):
        await admin.taps(words)
    await admin.sends("/people")
    await admin.taps("Ушли: 1")
    await admin.taps("Пётр Петров")
    assert "Было: Все остальные\n" in admin.card("Пётр Петров", button="Как раньше").text
    await admin.taps("🧩 Сегменты")
    await admin.taps("▫️ Все остальные")
    await admin.taps("Назад")
    assert not admin.has("Как раньше"), "whoever has set them up anew has no use for it"


async def test_the_head_hands_open_leads_on_from_the_page(desk: Desk, admin: Person) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await opens(desk.smirnov, "Пётр Петров")
    await desk.smirnov.taps("Раздать открытые лиды: 1")
    assert desk.smirnov.card("№1").buttons


async def test_an_account_is_moved_from_the_page_of_a_person(desk: Desk, admin: Person) -> None:
    await opens(admin, "Пётр Петров")
    await admin.taps("Другой аккаунт Telegram")
    await admin.taps("Да, сделать ссылку")
    token = admin.card("?start=").text.split("?start=")[1].split()[0]
    other = desk.stranger(777, "Пётр")
    await other.starts(token)
    assert other.sees("Пётр Петров. Вы здесь: менеджер")
    assert (await the_office(desk)).person("petrov").telegram_id == 777


async def test_a_language_is_set_for_somebody(desk: Desk, admin: Person) -> None:
    await opens(admin, "Пётр Петров")
    await admin.taps("English")
    assert await admin.taps("English") == "Так и есть, менять нечего"
    await desk.petrov.sends("/help")
    assert desk.petrov.sees("this is what you can do here") or desk.petrov.sees("/help")
    assert (await the_office(desk)).person("petrov").locale == "en"
