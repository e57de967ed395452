"""One screen says who sees clients and sums, and for how long they are kept; each setting is a tap away."""

from __future__ import annotations

import pytest

from tests.offices import WITH_ADMIN
from tests.stories.desk import Desk
from tests.stories.people import Person

PRIVACY = "Личные данные"


@pytest.fixture
async def admin(desk: Desk) -> Person:
    await desk.set_up(WITH_ADMIN)
    person = desk.person(501)
    await person.sends("/office")
    await person.taps(PRIVACY)
    return person


async def test_it_says_who_sees_what_and_follows_the_settings(desk: Desk, admin: Person) -> None:
    assert admin.sees("видят: секретарь, который принял обращение, руководитель\n")
    assert admin.sees("у директора они скрыты") and admin.sees("всегда, пока их не сотрут")
    assert "секретарь по своим" not in admin.chat()
    await admin.taps("Директор видит клиентов: нет")
    await admin.taps("да")
    await admin.taps("Да, изменить")
    await admin.sends("/office")
    await admin.taps(PRIVACY)
    assert admin.sees("обращение, руководитель, директор\n") and admin.sees("у директора тоже")
    assert admin.has("Директор видит клиентов: да")
    assert "the set-up is as entry" in await desk.verifies()


async def test_the_time_after_which_clients_are_erased_stands_there(desk: Desk, admin: Person) -> None:
    await admin.taps("Хранить данные")
    await admin.taps("Написать своё")
    await admin.sends("18")
    await admin.taps("Да, изменить")
    await admin.sends("/office")
    await admin.taps(PRIVACY)
    assert admin.sees("18 месяцев после последнего обращения")


async def test_the_head_reads_it_and_changes_nothing(desk: Desk, admin: Person) -> None:
    await desk.smirnov.sends("/office")
    await desk.smirnov.taps(PRIVACY)
    assert desk.smirnov.sees("Это меняет администратор")
    await desk.smirnov.taps("Директор видит клиентов")
    assert not desk.smirnov.has("да")
