"""From an empty database to an office that works, by messages in the chat alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from leads.office import Office, Role
from screens.views.setup import SetUpStep
from storage import offices
from storage.set_up import ensure_office
from tests.offices import MONDAY_TEN
from tests.stories.desk import Desk, empty_database
from tests.stories.links import makes_link
from tests.stories.people import Person
from tests.stories.words import CLAIM, HAND_OVER, SALE

ADMIN, SECOND = 501, 502
ON, BACK, LATER = "Дальше", "Назад", "Позже"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A database in which nothing has happened yet."""
    async with empty_office(tmp_path) as desk:
        yield desk


@asynccontextmanager
async def empty_office(path: Path) -> AsyncIterator[Desk]:
    desk = Desk(await empty_database(path), MONDAY_TEN, admins=[ADMIN, SECOND])
    async with desk.database.writing() as store:
        ensure_office(store, "Мой офис", "Все лиды", MONDAY_TEN, SetUpStep.NAME)
    try:
        yield desk
        assert await desk.updates_set_aside() == 0, "every update was understood"
        assert await desk.given_up() == [], "every card could be shown"
        await desk.verifies()
    finally:
        await desk.database.close()


@pytest.fixture
async def admin(desk: Desk) -> Person:
    person = desk.stranger(ADMIN, "Ольга")
    await person.starts()
    return person


async def the_office(desk: Desk) -> Office:
    async with desk.database.reading() as store:
        return offices.read_office(store)


async def test_next_everywhere_makes_an_office_of_one_that_works(desk: Desk, admin: Person) -> None:
    for _ in SetUpStep:
        await admin.taps(ON)
    assert admin.sees("Офис работает")
    office = await the_office(desk)
    (person,) = office.people
    assert set(person.roles) == {Role.SECRETARY, Role.MANAGER, Role.HEAD, Role.DIRECTOR}
    await admin.sends("Клиент Рустам 8 (843) 200-00-01, окна")
    await admin.taps(HAND_OVER)
    await admin.taps(CLAIM)
    await admin.taps(SALE, on="№1")
    assert admin.sees("Рустам")
    assert "the set-up is as entry" in await desk.verifies()


async def test_the_office_speaks_the_language_of_whoever_begins(desk: Desk) -> None:
    person = desk.stranger(ADMIN, "Olga", language="en")
    await person.starts()
    office = await the_office(desk)
    assert (office.locale, office.name, office.segments[0].name) == ("en", "My office", "All leads")
    await person.taps("Русский")
    office = await the_office(desk)
    assert (office.locale, office.name, office.segments[0].name) == ("ru", "Мой офис", "Все лиды")
    assert person.sees("Мой офис")


async def test_what_somebody_has_named_keeps_its_name_in_every_language(desk: Desk, admin: Person) -> None:
    await admin.sends("Окна Казань")
    await admin.taps("English")
    office = await the_office(desk)
    assert (office.locale, office.name, office.segments[0].name) == ("en", "Окна Казань", "All leads")


async def test_where_others_are_the_office_keeps_its_language(desk: Desk, admin: Person) -> None:
    await desk.stranger(600, "Вера").starts(await makes_link(admin, "➕ Менеджер"))
    await admin.taps("English")
    assert (await the_office(desk)).locale == "ru"


async def test_at_the_end_the_office_comes_where_one_looks(desk: Desk, admin: Person) -> None:
    """Also where it stands further up already."""
    await admin.sends("/office")
    await admin.sends("/setup")
    for _ in SetUpStep:
        await admin.taps(ON)
    await admin.taps("Офис", on="Офис работает")
    assert "Кнопки ниже делают приглашения" in admin.messages()[-1].text


async def test_every_step_takes_what_is_typed(desk: Desk, admin: Person) -> None:
    await admin.sends("Окна Казань")
    assert admin.sees("шаг 2 из 6")
    await admin.sends("Омск")
    await admin.sends("пн-пт 9-18, обед 13-14")
    assert (await admin.taps("По очереди, как такси")).startswith("Выбрано.")
    assert admin.sees("Слабое место: секретарь, который выбирает момент"), (
        "whom it suits, and how it is gamed"
    )
    await admin.taps(ON)
    office = await the_office(desk)
    assert (office.name, office.timezone.key, office.segments[0].scheme) == (
        "Окна Казань",
        "Asia/Omsk",
        "queue",
    )
    assert [(rule.start.hour, rule.end.hour) for rule in office.hours.rules] == [(9, 13), (14, 18)]
    assert admin.sees("шаг 5 из 6")


async def test_what_was_understood_of_an_answer_is_said_with_the_next_question(
    desk: Desk, admin: Person
) -> None:
    await admin.sends("Окна Казань")
    assert admin.sees("Понял: Окна Казань")
    await admin.taps("Самара")
    assert admin.sees("Понял: Самара, 11:00")
    await admin.sends("с 9 до 6 по будням, обед в 13")
    assert admin.sees("Понял: пн–пт 09:00–13:00 и 14:00–18:00")
    await admin.taps(ON)
    assert not admin.sees("Понял")


async def test_holidays_are_kept_of_where_the_office_is(desk: Desk, admin: Person) -> None:
    await admin.taps(ON)
    await admin.sends("Алматы")
    assert admin.sees("в праздники закрыто (Казахстан)")
    await admin.sends("пн-пт 9-18, кроме праздников")
    assert (await the_office(desk)).hours.holidays == "KZ"
    await admin.taps(BACK)
    await admin.taps(BACK)
    await admin.sends("Минск")
    hours = (await the_office(desk)).hours
    assert (hours.holidays, len(hours.rules)) == ("BY", 1)


async def test_a_place_that_is_shared_is_a_zone(desk: Desk, admin: Person) -> None:
    await admin.taps(ON)
    await admin.shares_place(56.84, 60.61)
    assert (await the_office(desk)).timezone.key == "Asia/Yekaterinburg"
    assert admin.sees("шаг 3 из 6")


async def test_whoever_opens_the_first_link_is_administrator(desk: Desk) -> None:
    link = await desk.app.first_link()
    again = await desk.app.first_link()
    assert link and again and link != again
    late, olga = desk.stranger(700, "Поздний"), desk.stranger(701, "Ольга")
    await late.starts(link.partition("start=")[2])
    assert late.sees("уже использована или устарела")
    await olga.starts(again.partition("start=")[2])
    assert olga.sees("шаг 1 из 6")
    assert await desk.app.first_link() is None


async def test_what_is_not_understood_is_asked_for_again(desk: Desk, admin: Person) -> None:
    await admin.taps(ON)
    await admin.sends("где-то там")
    assert admin.sees("Не получилось понять") and admin.sees("шаг 2 из 6")
    await admin.sends("Самара")
    assert admin.sees("шаг 3 из 6")


async def test_it_is_left_resumed_and_gone_back_in(desk: Desk, admin: Person) -> None:
    await admin.taps(ON)
    await admin.taps(LATER)
    assert admin.sees("можно продолжить в любой момент")
    await admin.sends("Окна")  # nobody has asked for it
    assert (await the_office(desk)).name == "Мой офис"
    await admin.sends("/setup")
    assert admin.sees("шаг 2 из 6")
    await admin.taps(BACK)
    assert admin.sees("шаг 1 из 6")


async def test_two_administrators_and_a_restart_after_each_step(desk: Desk, admin: Person) -> None:
    both = [admin, desk.stranger(SECOND, "Иван")]
    await both[1].starts()
    for n, _ in enumerate(SetUpStep):
        who = both[n % 2]
        await who.sends("/setup")
        await who.taps(ON)
        await desk.restarts()
    assert both[1].sees("Офис работает")


async def test_each_step_says_what_a_lead_would_do(desk: Desk, admin: Person) -> None:
    assert admin.sees("Лид пока некому предложить")
    for _ in range(5):
        await admin.taps(ON)
    assert admin.sees("Лид сейчас предложат: Ольга")
    trial = admin.card("шаг 6 из 6").text
    assert "Секретарь видит черновик" in trial and "[✅ Беру]" in trial and "Пробный клиент" in trial
    stored = await desk.stored()
    assert not stored["leads"] and not stored["clients"] and not stored["touches"]
