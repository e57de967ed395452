"""Whatever is changed of the set-up is kept, by whom and when, sealed, looked up, and taken back."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from leads.office import Office
from storage import ledger
from storage import offices as stored
from tests.offices import WITH_ADMIN, varied
from tests.stories.desk import Desk
from tests.stories.people import Person

CHANGE, BACK = "Написать своё", "Вернуть как было"
GROUP, UNATTENDED = "Исходы и напоминания", "Ничей лид"


@pytest.fixture
async def admin(desk: Desk) -> Person:
    await desk.set_up(WITH_ADMIN)
    person = desk.person(501)
    await person.sends("/office")
    return person


async def the_office(desk: Desk) -> Office:
    async with desk.database.reading() as store:
        return stored.read_office(store)


async def test_a_setting_is_typed_kept_sealed_and_taken_back(desk: Desk, admin: Person) -> None:
    await admin.taps("Настройки")
    await admin.taps(GROUP)
    await admin.taps(UNATTENDED)
    await admin.taps(CHANGE)
    assert admin.sees("Напишите новое значение")
    await admin.sends("7m")
    assert admin.sees("Сейчас: 7\xa0минут")
    assert (await the_office(desk)).unattended.total_seconds() == 420
    for _ in range(3):
        await admin.taps("Назад")
    await admin.taps("История изменений")
    assert admin.sees("Ничей лид: 30\xa0минут → 7\xa0минут")
    await admin.taps("Администратор")
    await admin.taps(BACK)
    assert (await the_office(desk)).unattended.total_seconds() == 1800
    assert admin.sees("Ничей лид: 7\xa0минут → 30\xa0минут")


async def test_the_ledger_says_who_has_changed_it_and_holds(desk: Desk, admin: Person) -> None:
    await admin.taps("Настройки")
    await admin.taps(GROUP)
    await admin.taps(UNATTENDED)
    await admin.taps(CHANGE)
    await admin.sends("7m")
    async with desk.database.reading() as store:
        bodies = [json.loads(entry.body) for entry in ledger.after(store, 0, 1000) if entry.kind == "set_up"]
    assert bodies[-1]["by"] == "admin" and "by" not in bodies[0]
    assert "the set-up is as entry" in await desk.verifies()


async def test_what_is_no_value_is_refused_and_asked_for_again(desk: Desk, admin: Person) -> None:
    await admin.taps("Настройки")
    await admin.taps(GROUP)
    await admin.taps(UNATTENDED)
    await admin.taps(CHANGE)
    await admin.sends("потом")
    assert admin.sees("Такое значение не подходит") and admin.sees("Сейчас: 30\xa0минут")
    await admin.sends("7m")
    assert admin.sees("Сейчас: 7\xa0минут")


async def test_what_was_changed_again_is_not_taken_back(desk: Desk, admin: Person) -> None:
    for value in ("7m", "9m"):
        await admin.sends("/office")
        await admin.taps("Настройки")
        await admin.taps(GROUP)
        await admin.taps(UNATTENDED)
        await admin.taps(CHANGE)
        await admin.sends(value)
    await admin.sends("/office")
    await admin.taps("История изменений")
    card = admin.card("История изменений")
    older = [button for row in card.buttons for button in row if "Администратор" in button.text][1]
    await admin.taps_data(card.message_id, older.value)
    assert admin.sees("С тех пор это уже изменили ещё раз") and not admin.card("С тех пор").button(BACK)


async def test_a_scheme_that_the_head_has_switched_is_in_the_history(desk: Desk, admin: Person) -> None:
    head = desk.smirnov
    await head.sends("/office")
    await head.taps("Татарстан")
    await head.taps("по жребию")
    await admin.taps("История изменений")
    assert admin.sees("Татарстан · Схема: по очереди → по жребию") and admin.sees("Сергей Смирнов")


async def test_who_worked_by_a_rota_is_taken_on_again_with_it(desk: Desk, admin: Person) -> None:
    """A day in a file is no string, and the history keeps strings."""
    at_nine, at_six = (datetime.fromisoformat(f"2026-12-01T{time}") for time in ("09:00", "18:00"))
    dated = [{"segment": "rest", "who": "petrov", "from": at_nine, "to": at_six}]
    rota = {"start": date(2026, 12, 1), "on": 2, "off": 2, "hours": ["09:00-21:00"]}
    await desk.set_up(varied(WITH_ADMIN, people={"petrov": {"rota": rota}}, shifts=dated))
    before = await the_office(desk)
    await admin.sends("/people Пётр Петров")
    for words in ("Пётр Петров", "Уволить", "Да, уволить"):
        await admin.taps(words)
    assert not (await the_office(desk)).has("petrov")
    await admin.sends("/office")
    for words in ("История изменений", "Администратор", BACK):
        await admin.taps(words)
    after = await the_office(desk)
    assert after.person("petrov").rota == before.person("petrov").rota and after.shifts == before.shifts
    await desk.verifies()
