"""People come into the office: by a link and its picture, by Telegram's own list, by a contact."""

from __future__ import annotations

import re

import pytest

from bot.standin.people import Seen
from leads.office import Role
from tests.offices import WITH_ADMIN
from tests.stories.desk import Desk
from tests.stories.office.test_people import the_office
from tests.stories.people import Person

PICK = "👤 Выбрать людей"


@pytest.fixture
async def admin(desk: Desk) -> Person:
    await desk.set_up(WITH_ADMIN)
    return desk.person(501)


async def invites(admin: Person, role: str) -> tuple[Seen, str]:
    """The message, and what its link carries."""
    await admin.sends("/people")
    await admin.taps("Пригласить")
    await admin.taps(role)
    message = admin.card("?start=")
    found = re.search(r"\?start=([\w-]+)", message.text)
    assert found
    return message, found[1]


async def test_an_invitation_is_one_message_with_a_picture_and_can_be_passed_on(
    desk: Desk, admin: Person
) -> None:
    message, token = await invites(admin, "➕ Менеджер")
    assert message.kind == "photo" and not message.buttons
    assert "до чт, 26 нояб., 10:00" in message.text and "Окна Казань" in message.text
    rita = desk.stranger(700, "Рита")
    await rita.starts(token)
    assert rita.sees("Рита. Вы здесь: менеджер")


async def test_an_open_invitation_is_revoked_by_a_tap(desk: Desk, admin: Person) -> None:
    _, token = await invites(admin, "➕ Менеджер")
    await admin.sends("/people")
    await admin.taps("Пригласить")
    await admin.taps("Открытые приглашения: 1")
    old = admin.data("менеджер · чт, 26 нояб., 10:00")
    assert "больше никто не войдёт" in await admin.taps_data(*old)
    assert admin.sees("Все приглашения уже открыты")
    assert "уже изменили" in await admin.taps_data(*old)
    rita = desk.stranger(700, "Рита")
    await rita.starts(token)
    assert rita.sees("уже использована или устарела")
    assert "the set-up is as entry" in await desk.verifies()


async def test_whoever_is_picked_in_telegram_is_in_at_once_and_greeted_when_they_come(
    desk: Desk, admin: Person
) -> None:
    rita, lev = desk.stranger(700, "Рита Новая"), desk.stranger(701, "Лев")
    await picks(admin, "менеджер", 700, 701)
    assert admin.sees("В офисе: Рита Новая, Лев") and PICK not in admin.below()
    office = await the_office(desk)
    assert office.person("novaya").telegram_id == 700 and office.person("lev").roles == (Role.MANAGER,)
    assert "novaya" in office.segments[-1].members
    assert admin.sees("Рита Новая · менеджер · ещё не в боте")
    await desk.lead("Клиент 8 (495) 200-00-11")
    assert not rita.messages() and not lev.messages()
    await rita.starts()
    assert rita.sees("Рита Новая. Вы здесь: менеджер")
    await admin.sends("/people новая")
    assert admin.sees("🟢 Рита Новая")


async def picks(admin: Person, role: str, *people: int) -> None:
    await admin.sends("/people")
    await admin.taps("Пригласить")
    await admin.taps("Выбрать в Telegram")
    await admin.taps(role)
    await admin.picks(PICK, *people)


async def test_who_is_here_already_is_not_taken_on_twice(desk: Desk, admin: Person) -> None:
    before = (await the_office(desk)).people
    await picks(admin, "руководитель", 201)
    assert admin.sees("Они уже в офисе") and (await the_office(desk)).people == before


async def test_who_was_here_before_is_the_same_person_again(desk: Desk, admin: Person) -> None:
    await admin.sends("/people Пётр Петров")
    for words in ("Пётр Петров", "Уволить", "Да, уволить"):
        await admin.taps(words)
    await picks(admin, "менеджер", 201)
    assert (await the_office(desk)).person("petrov").telegram_id == 201
    await desk.petrov.starts()
    assert desk.petrov.sees("Вы здесь: менеджер")


async def test_a_contact_does_as_well_also_of_somebody_who_is_not_in_telegram(
    desk: Desk, admin: Person
) -> None:
    desk.stranger(700, "Рита")
    for name, owner in (("Рита", 700), ("Вера Новикова", None)):
        await admin.sends("/people")
        for words in ("Пригласить", "Выбрать в Telegram", "секретарь"):
            await admin.taps(words)
        await admin.sends_contact("+79172000000", name, owner=owner)
    office = await the_office(desk)
    assert office.person("rita").telegram_id == 700 and office.person("novikova").telegram_id is None
    await admin.taps("Пригласить в бота")
    assert admin.sees("Вера Новикова") and "?start=" in admin.card("Вера Новикова").text


async def test_whoever_thinks_better_of_it_takes_nobody_on(desk: Desk, admin: Person) -> None:
    before = (await the_office(desk)).people
    await admin.sends("/people")
    for words in ("Пригласить", "Выбрать в Telegram", "менеджер"):
        await admin.taps(words)
    await admin.presses("Не надо")
    assert PICK not in admin.below() and (await the_office(desk)).people == before


async def test_the_head_invites_nobody(desk: Desk, admin: Person) -> None:
    await desk.smirnov.sends("/people")
    assert not desk.smirnov.has("Пригласить")
