"""Sources are set up in the chat: made, named, given to a segment, taken out."""

from __future__ import annotations

import pytest

from leads.office import Office
from leads.sources import Source
from storage import offices as stored
from tests.offices import WITH_ADMIN, varied
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import SOURCE

SITE = {"id": "site", "name": "Сайт", "kind": "hand"}


@pytest.fixture
async def admin(desk: Desk) -> Person:
    by_site = {"match": {"source": ["site"]}}
    await desk.set_up(varied(WITH_ADMIN, sources=[SITE], segments={"tatarstan": by_site}))
    person = desk.person(501)
    await person.sends("/sources")
    return person


async def the_office(desk: Desk) -> Office:
    async with desk.database.reading() as store:
        return stored.read_office(store)


async def test_a_source_is_made_given_to_a_segment_and_marks_leads(desk: Desk, admin: Person) -> None:
    assert admin.sees("Сайт — Отмечает секретарь")
    await admin.taps("Новый источник")
    await admin.taps("Отмечает секретарь")
    await admin.sends("Салон на  Баумана")
    assert admin.sees("Сегмент — по условиям")
    await admin.taps("Сегмент: по условиям")
    await admin.taps("Татарстан")
    assert admin.sees("Все лиды — в сегмент «Татарстан»")
    made = (await the_office(desk)).sources[-1]
    assert made == Source("salon-na-baumana", "Салон на Баумана", segment="tatarstan")
    await desk.anna.sends("Клиент Иван 8 (495) 200-11-22, окна")
    await desk.anna.taps("Исправить")
    await desk.anna.taps(SOURCE)
    await desk.anna.taps("Салон на Баумана")
    assert desk.anna.has("Сегмент: Татарстан")
    await admin.taps("Сегмент: Татарстан")
    await admin.taps("по условиям")
    assert (await the_office(desk)).sources[-1].segment is None
    assert "the set-up is as entry" in await desk.verifies()


async def test_it_is_renamed_and_its_rules_go_on(desk: Desk, admin: Person) -> None:
    await admin.taps("Сайт")
    assert admin.sees("Назван в условиях: Татарстан")
    await admin.taps("Название")
    await admin.sends("ы" * 101)
    assert admin.sees("Такое значение не подходит")
    await admin.sends("Сайт компании")
    office = await the_office(desk)
    assert office.source("site") == Source("site", "Сайт компании")


async def test_it_is_taken_out_after_a_question(desk: Desk, admin: Person) -> None:
    await admin.taps("Сайт")
    await admin.taps("Убрать")
    assert admin.sees("Убрать источник «Сайт»?") and (await the_office(desk)).sources
    assert await admin.taps("Да, убрать") == "Источник убран"
    assert not (await the_office(desk)).sources and admin.sees("Пока ни одного")
    await admin.sends("/office")
    await admin.taps("История изменений")
    assert admin.sees("− Источник: Сайт")


async def test_only_the_administrator_sets_them_up(desk: Desk, admin: Person) -> None:
    await desk.smirnov.sends("/sources")
    assert not desk.smirnov.has("Новый источник")
