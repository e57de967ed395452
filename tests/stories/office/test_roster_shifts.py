"""The roster in the chat: who is on duty, and shifts put, moved, given away and taken off with taps, or typed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from files.office_file import dump_office
from storage import changes
from storage.offices import read_office
from tests.offices import DUTY, on_duty, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM

OFFICE = varied(DUTY, people={"admin": {"name": "Артур Галеев", "telegram_id": 501, "roles": ["admin"]}})


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, OFFICE) as desk:
        yield desk


async def at_day(person: Person, day: str = "вт 24.11") -> Person:
    await person.sends("/office")
    await person.taps("Дежурства")
    await person.taps("Все остальные")
    await person.taps(day)
    return person


async def file(desk: Desk) -> str:
    async with desk.database.reading() as store:
        return dump_office(read_office(store))


async def test_who_is_on_duty_today_stands_in_one_line(desk: Desk) -> None:
    line = "Все остальные: Пётр Петров, до 18:00"
    for person, command in (
        (desk.smirnov, "/office"),
        (desk.person(501), "/office"),
        (desk.petrov, "/roster"),
    ):
        await person.sends(command)
        assert line in person.card().text
    evening = on_duty("sidorova", "mon 18:00-22:00")
    await desk.set_up(varied(OFFICE, shifts=[on_duty("petrov", "mon-fri 09:00-18:00"), evening]))
    await desk.smirnov.sends("/office")
    assert f"{line} · дальше Ольга Сидорова 18:00–22:00" in desk.smirnov.card().text


async def test_a_shift_is_given_to_somebody_else_with_three_taps(desk: Desk) -> None:
    head = await at_day(desk.smirnov)
    assert head.sees("Вт 24.11") or head.sees("вт 24.11")
    await head.taps("09:00–18:00 · Пётр Петров")
    await head.taps("Отдать другому")
    assert await head.taps("Иван Иванов") == "Готово. Кого это касается, те узнают"
    assert "09:00–18:00 · Иван Иванов" in head.card("вт 24.11").text
    assert 'who = "ivanov"\nfrom = 2026-11-24T09:00:00' in await file(desk)
    assert desk.ivanov.sees("Сергей Смирнов: у вас новая смена — вт 24.11 09:00–18:00")
    assert desk.petrov.sees("Сергей Смирнов: смены вт 24.11 09:00–18:00 у вас больше нет")
    async with desk.database.reading() as store:
        assert changes.newest(store, 1)[0].person == "smirnov"
    await desk.passes(days=1)
    await desk.lead("Клиент без телефона, окна")
    assert desk.ivanov.has(CLAIM) and not desk.petrov.has(CLAIM)
    await desk.verifies()


async def test_a_shift_is_added_step_by_step_and_typed_at_once(desk: Desk) -> None:
    admin = await at_day(desk.person(501), "ср 25.11")
    await admin.taps("Поставить смену")
    assert admin.sees("С какого до какого часа?")
    await admin.taps("10:00–15:00")
    assert admin.sees("Кто дежурит?")
    await admin.taps("Ольга Сидорова")
    assert "10:00–15:00 · Ольга Сидорова" in admin.card("ср 25.11").text
    await admin.taps("Поставить смену")
    await admin.sends("пт 27.11 18-20 Иванов")
    assert "18:00–20:00 · Иван Иванов" in admin.card("пт 27.11").text
    assert desk.ivanov.sees("Артур Галеев: у вас новая смена — пт 27.11 18:00–20:00")
    assert "the set-up is as entry" in await desk.verifies()


async def test_what_is_typed_and_is_none_is_asked_again(desk: Desk) -> None:
    head = await at_day(desk.smirnov, "ср 25.11")
    await head.taps("Поставить смену")
    for words in ("как обычно", "Смирнов", "31.02", "12-12"):
        await head.sends(words)
        assert head.sees("Это ни день, ни часы, ни имя из сегмента")
    await head.sends("9-14")
    await head.sends("Ольга")
    assert "09:00–14:00 · Ольга Сидорова" in head.card("ср 25.11").text


async def test_what_speaks_against_it_is_named_before_the_tap_and_done_with_a_second(desk: Desk) -> None:
    head = await at_day(desk.smirnov)
    await head.taps("Поставить смену")
    await head.sends("18-23")
    assert head.has("⚠️ Пётр Петров") and head.has("Ольга Сидорова") and not head.has("⚠️ Ольга Сидорова")
    before = await file(desk)
    await head.taps("⚠️ Пётр Петров")
    assert head.sees("⚠️ Пётр Петров: мало отдыха между сменами") and head.sees("Всё равно сделать?")
    assert await file(desk) == before
    await head.taps("Всё равно сделать")
    card = head.card("вт 24.11").text
    assert "18:00–23:00 · Пётр Петров" in card and "мало отдыха" in card, "the pane says so afterwards, too"


async def test_what_cannot_be_is_refused_with_why(desk: Desk) -> None:
    head = await at_day(desk.smirnov)
    before = await file(desk)
    await head.taps("Поставить смену")
    await head.sends("10-15")
    assert await head.taps("🚫 Пётр Петров") == "В это время смена уже есть: Пётр Петров"
    await head.sends("Петров")
    assert head.sees("🚫 В это время смена уже есть")
    await head.taps("Не надо")
    assert await file(desk) == before


async def test_a_shift_is_moved_and_gets_other_hours(desk: Desk) -> None:
    head = await at_day(desk.smirnov)
    await head.taps("09:00–18:00")
    await head.taps("Другие часы")
    await head.sends("10-16")
    assert head.sees("⚠️ Никого: вт 24.11 09:00–10:00") and head.sees("⚠️ Никого: вт 24.11 16:00–18:00")
    await head.taps("Всё равно")
    assert "10:00–16:00 · Пётр Петров" in head.card("вт 24.11").text
    await head.taps("10:00–16:00")
    await head.taps("На другой день")
    await head.sends("воскресенье")
    assert head.sees("⚠️ Никого: вт 24.11 10:00–16:00")
    await head.taps("Всё равно")
    assert "10:00–16:00 · Пётр Петров" in head.card("вс 29.11").text
    assert desk.petrov.sees("у вас новая смена — вс 29.11 10:00–16:00")


async def test_a_shift_is_taken_off_after_a_question(desk: Desk) -> None:
    head = await at_day(desk.smirnov)
    await head.taps("09:00–18:00")
    await head.taps("Снять смену")
    assert head.sees("Снять эту смену?") and head.sees("⚠️ Никого: вт 24.11 09:00–18:00")
    await head.taps("Не надо")
    assert head.sees("Пётр Петров · Все остальные")
    await head.taps("Снять смену")
    await head.taps("Да, снять")
    assert "Дежурств нет" in head.card("вт 24.11").text
    await head.taps("Назад")
    assert head.sees("⚠️ Никого: вт 24.11 09:00–18:00")


async def test_a_week_becomes_like_the_last_once_the_plan_is_seen(desk: Desk) -> None:
    head = await at_day(desk.smirnov)
    await head.taps("Назад")
    await head.taps("Как на прошлой неделе")
    assert head.sees("Неделя уже такая же") and not head.has("Да, повторить")
    await at_day(head)
    await head.taps("09:00–18:00")
    await head.taps("Отдать другому")
    await head.taps("Иван Иванов")
    await head.taps("Назад")
    await head.taps("Позже")
    await head.taps("Как на прошлой неделе")
    card = head.card("Неделя станет такой же").text
    assert "➖ вт 01.12 09:00–18:00 · Пётр Петров" in card and "➕ вт 01.12 09:00–18:00 · Иван Иванов" in card
    await head.taps("Да, повторить")
    assert "вт 01.12 09:00–18:00 · Иван Иванов" in head.card("30 ноября").text
    await desk.verifies()


async def test_two_who_change_at_once_are_told(desk: Desk) -> None:
    head, admin = await at_day(desk.smirnov), await at_day(desk.person(501))
    for person in (head, admin):
        await person.taps("09:00–18:00")
    give = head.data("Отдать другому")
    await admin.taps("Отдать другому")
    await admin.taps("Иван Иванов")
    assert await head.taps_data(*give) == "Этой смены уже нет: график изменился"


async def test_a_second_tap_is_about_what_was_seen(desk: Desk) -> None:
    head, admin = await at_day(desk.smirnov), await at_day(desk.person(501))
    await head.taps("09:00–18:00")
    await head.taps("Снять смену")
    sure = head.data("Да, снять")
    await admin.taps("Поставить смену")
    await admin.sends("9-13 Иванов")
    assert await head.taps_data(*sure) == "С тех пор это уже изменили ещё раз"
    assert head.sees("⚠️ Никого: вт 24.11 13:00–18:00")
    await head.taps("Да, снять")
    assert "09:00–13:00 · Иван Иванов" in head.card("вт 24.11").text


async def test_of_the_running_shift_what_is_left_is_given_and_its_offer_moves_on(desk: Desk) -> None:
    await desk.lead("Клиент без телефона, окна")
    assert desk.petrov.has(CLAIM)
    head = await at_day(desk.smirnov, "пн 23.11")
    await head.taps("09:00–18:00")
    assert head.sees("Смена уже идёт") and not head.has("На другой день")
    await head.taps("Отдать другому")
    await head.taps("Иван Иванов")
    assert desk.ivanov.has(CLAIM) and not desk.petrov.has(CLAIM), "the offer follows the duty, at no cost"
    assert "10:00–18:00 · Иван Иванов" in head.card("пн 23.11").text
    await head.taps("10:00–18:00")
    await head.taps("Другие часы")
    await head.sends("11-18")
    assert head.sees("🚫 Смена уже идёт: изменить можно только её конец")
    await head.sends("10-15")
    await head.taps("Всё равно")
    assert "10:00–15:00 · Иван Иванов" in head.card("пн 23.11").text
    await desk.verifies()


async def test_leave_own_hours_and_another_segment_are_named(desk: Desk) -> None:
    both = {
        "rest": {"scheme": "duty"},
        "tatarstan": {"scheme": "duty"},
    }
    shifts = [on_duty("petrov", "mon-fri 09:00-18:00"), on_duty("sidorova", "tue 09:00-18:00", "tatarstan")]
    mornings = {"hours": {"mon-fri": "09:00-13:00"}}
    await desk.set_up(varied(OFFICE, segments=both, shifts=shifts, people={"ivanov": mornings}))
    await desk.petrov.sends("/off до 26.11")
    head = await at_day(desk.smirnov)
    assert head.sees("⚠️ Пётр Петров: отпуск, а смена вт 24.11 09:00–18:00")
    await head.taps("09:00–18:00")
    await head.taps("Отдать другому")
    await head.taps("⚠️ Ольга Сидорова")
    assert head.sees("⚠️ Ольга Сидорова: в это время дежурит и в другом сегменте, Татарстан")
    await head.taps("Не надо")
    await head.taps("Отдать другому")
    await head.taps("⚠️ Иван Иванов")
    assert head.sees("⚠️ Иван Иванов: не в свои рабочие часы, вт 24.11 09:00–18:00")


async def test_from_roster_the_head_comes_to_the_week_and_its_picture(desk: Desk) -> None:
    await desk.smirnov.sends("/roster")
    await desk.smirnov.taps("Поправить смены")
    assert "Все остальные · 23 – 29 ноября" in desk.smirnov.messages()[-1].text
    await desk.smirnov.taps("Картинкой")
    assert desk.smirnov.messages()[-1].kind == "photo"
    assert "Все остальные: 23 – 29 ноября" in desk.smirnov.messages()[-1].text
    await desk.petrov.sends("/roster")
    assert not desk.petrov.has("Поправить смены")


async def at_plan(person: Person) -> Person:
    await at_day(person)
    await person.taps("Назад")
    await person.taps("Недельный план")
    return person


async def test_the_plan_of_every_week_is_changed_after_it_is_seen(desk: Desk) -> None:
    head = await at_plan(desk.smirnov)
    assert "Пётр Петров: пн–ср 09:00–18:00" in head.card("Недельный план").text
    await head.taps("Добавить часы")
    await head.taps("Иван Иванов")
    await head.sends("вт 18-21")
    card = head.card("Часы каждую неделю").text
    assert "➕ вт 24.11 18:00–21:00 · Иван Иванов" in card and "➕ вт 01.12 18:00–21:00 · Иван Иванов" in card
    await head.taps("Да, каждую неделю")
    assert "Иван Иванов: вт 18:00–21:00" in head.card("Недельный план").text
    assert 'who = "ivanov"\nweekly = "tue 18:00-21:00"' in await file(desk)
    assert desk.ivanov.sees("Сергей Смирнов: ваши смены теперь другие")
    await head.taps("✖️ Иван Иванов · вт")
    assert head.sees("➖ вт 24.11 18:00–21:00 · Иван Иванов")
    await head.taps("Да, убрать")
    assert "18:00–21:00" not in head.card("Недельный план").text
    await desk.verifies()


async def test_the_plan_is_typed_at_once_and_what_cannot_be_is_said(desk: Desk) -> None:
    head = await at_plan(desk.smirnov)
    await head.taps("Добавить часы")
    await head.sends("Ольга Сидорова сб-вс 10-15")
    await head.taps("Да, каждую неделю")
    assert "Ольга Сидорова: сб–вс 10:00–15:00" in head.card("Недельный план").text
    await head.taps("Добавить часы")
    await head.sends("Сидорова сб 12-20")
    assert head.sees("🚫 В это время смена уже есть")
    await head.sends("когда-нибудь")
    assert head.sees("Это ни день, ни часы, ни имя из сегмента")
    await head.taps("Не надо")
    assert head.sees("Недельный план")
