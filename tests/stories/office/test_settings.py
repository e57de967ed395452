"""Every setting is read and changed in the chat, by whom it concerns, with a word more where it is dangerous."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from leads.hours import Hours
from leads.office import LadderStep, Office, Role
from leads.wall_clock import parse_weekly
from storage import offices as stored
from tests.offices import WITH_ADMIN, varied
from tests.stories.desk import Desk
from tests.stories.people import Person

TWO_ADMINS = varied(
    WITH_ADMIN, people={"lara": {"name": "Лариса Вторая", "telegram_id": 502, "roles": ["admin"]}}
)
TYPE, SURE, LEAVE = "Написать своё", "Да, изменить", "Не надо"
HOURS, WAITING, OUTCOMES = "Офис и часы работы", "Предложения и ожидание", "Исходы и напоминания"
AS_EVER = ("mon-fri 09:00-13:00", "mon-fri 14:00-18:00")
FAIRNESS, PRIVACY = "Справедливость и цифры", "Личные данные"


@pytest.fixture
async def admin(desk: Desk) -> Person:
    await desk.set_up(TWO_ADMINS)
    return desk.person(501)


async def opens(person: Person, group: str, name: str) -> None:
    await person.sends("/office")
    await person.taps("Настройки")
    await person.taps(group)
    await person.taps(name)


async def types(person: Person, group: str, name: str, text: str) -> None:
    await opens(person, group, name)
    await person.taps(TYPE)
    await person.sends(text)


async def the_office(desk: Desk) -> Office:
    async with desk.database.reading() as store:
        return stored.read_office(store)


async def test_all_settings_are_seen_by_their_groups_in_words(desk: Desk, admin: Person) -> None:
    await admin.sends("/office")
    await admin.taps("Настройки")
    for words in (
        "Часы работы: пн–пт 09:00–18:00, сб 10:00–15:00",
        "Ждать ответа: 5\xa0минут",
        "Кому предложить потом: всем → руководителю → директору",
        "Чем кончилось: 1\xa0день, 7\xa0дней и 21\xa0день",
        "Уважительные причины: конфликт интересов и не мой сегмент",
        "Передавать само: выключено",
        "Хранить данные: хранить всегда",
    ):
        assert admin.sees(words), admin.chat()


async def test_a_choice_is_one_tap(desk: Desk, admin: Person) -> None:
    await opens(admin, HOURS, "Кто на месте")
    assert await admin.taps("кто отметился") == "Изменено"
    assert (await the_office(desk)).presence == "check_in" and admin.has("кто отметился ✓")
    assert await admin.taps("кто отметился ✓") == "Так и есть, менять нечего"
    await opens(admin, WAITING, "Ждать ответа")
    await admin.taps("2\xa0минуты")
    assert (await the_office(desk)).policy.ack_timeout == timedelta(minutes=2)
    await desk.verifies()


async def test_lists_are_ticked(desk: Desk, admin: Person) -> None:
    await opens(admin, WAITING, "Кому предложить потом")
    await admin.taps("руководителю")
    assert (await the_office(desk)).policy.ladder == (LadderStep.EVERYONE, LadderStep.DIRECTOR)
    await admin.taps("руководителю")
    assert (await the_office(desk)).policy.ladder == tuple(LadderStep)
    await opens(admin, FAIRNESS, "Кому печать")
    await admin.taps("менеджер")
    assert set((await the_office(desk)).seal_to) == {Role.MANAGER, Role.DIRECTOR}
    assert admin.sees("Сейчас: менеджер и директор")
    for words in ("менеджер", "директор"):
        last = await admin.taps(words)
    assert last == "Так офис работать не может" or "не" in last, "somebody has to stay"
    await opens(admin, OUTCOMES, "Чем кончилось")
    await admin.taps("3\xa0дня")
    assert (await the_office(desk)).outcome_reminders == tuple(timedelta(days=n) for n in (1, 3, 7, 21))


@pytest.mark.parametrize(
    ("group", "name", "text", "key", "value"),
    [
        (WAITING, "Ждать каждого", "1 ч 30 мин", "step_timeout", timedelta(minutes=90)),
        (OUTCOMES, "Итоги дня", "19.15", "summary_at", time(19, 15)),
        (OUTCOMES, "Первая отметка", "выключить", "first_contact", timedelta(0)),
        (FAIRNESS, "Бесплатных отказов", "15 %", "free_declines", 15),
        (OUTCOMES, "Чем кончилось", "2 дня, неделя", "outcome_reminders", (timedelta(2), timedelta(7))),
        (WAITING, "Предложений сразу", "4", "offers_at_once", 4),
        (HOURS, "Название", "Окна и двери", "name", "Окна и двери"),
    ],
)
async def test_a_value_is_typed_as_people_write_it(
    desk: Desk, admin: Person, group: str, name: str, text: str, key: str, value: object
) -> None:
    await types(admin, group, name, text)
    office = await the_office(desk)
    assert getattr(office, key, None) == value or getattr(office.policy, key, None) == value


async def test_what_is_none_gets_the_hint_of_its_kind_and_is_asked_for_again(
    desk: Desk, admin: Person
) -> None:
    await types(admin, WAITING, "Ждать ответа", "скоро")
    assert admin.sees("Такое значение не подходит") and admin.sees("Например: 5 мин, 1 ч 30 мин, 2 дня")
    await admin.sends("10 минут")
    assert (await the_office(desk)).policy.ack_timeout == timedelta(minutes=10)


async def test_a_number_alone_is_of_the_unit_that_stands_there(desk: Desk, admin: Person) -> None:
    await types(admin, WAITING, "Ждать ответа", "7")
    assert (await the_office(desk)).policy.ack_timeout == timedelta(minutes=7)
    await types(admin, OUTCOMES, "Считать проигранным", "10")
    assert (await the_office(desk)).stale_after == timedelta(days=10)


async def test_holidays_that_are_typed_are_those_of_where_the_office_is(desk: Desk, admin: Person) -> None:
    await types(admin, HOURS, "Часы работы", "пн-пт 9-18")
    assert (await the_office(desk)).hours.holidays is None
    await types(admin, HOURS, "Часы работы", "пн-пт 9-18, кроме праздников")
    assert (await the_office(desk)).hours.holidays == "RU"


async def test_own_phones_are_added_and_taken_out(desk: Desk, admin: Person) -> None:
    await opens(admin, PRIVACY, "Телефоны офиса")
    await admin.taps("Добавить")
    await admin.sends("8 843 200-00-00, 8 843 200 00 01")
    assert (await the_office(desk)).own_phones == ("+78432000000", "+78432000001")
    await admin.taps("✕ +7 843 200-00-00")
    assert (await the_office(desk)).own_phones == ("+78432000001",)


async def test_opening_hours_are_edited_by_taps(desk: Desk, admin: Person) -> None:
    await opens(admin, HOURS, "Часы работы")
    await admin.taps("сб ✓")
    await admin.taps("Обед 13–14")
    await admin.taps("18:00 ▶")
    await admin.taps("Россия")
    rules = ("mon-fri 09:00-13:00", "mon-fri 14:00-18:30")
    assert (await the_office(desk)).hours == Hours(tuple(map(parse_weekly, rules)), "RU")
    assert admin.sees("Сейчас: пн–пт 09:00–13:00 и 14:00–18:30, в праздники закрыто (Россия)")
    await admin.taps("Круглосуточно")
    assert (await the_office(desk)).hours == Hours.always("RU")
    assert admin.sees("Сейчас: круглосуточно, в праздники закрыто (Россия)")
    await admin.taps(TYPE)
    await admin.sends("пн-пт 9-18, обед 13-14, сб 10-15")
    assert (await the_office(desk)).hours == Hours(
        tuple(map(parse_weekly, (*AS_EVER, "sat 10:00-15:00"))), "RU"
    )
    await desk.verifies()


async def test_a_time_zone_is_a_city_and_is_asked_about_twice(desk: Desk, admin: Person) -> None:
    await types(admin, HOURS, "Часовой пояс", "Тюмень")
    assert admin.sees("Станет: Екатеринбург")
    assert (await the_office(desk)).timezone.key == "Europe/Moscow"
    await admin.taps(LEAVE)
    assert (await the_office(desk)).timezone.key == "Europe/Moscow"
    await types(admin, HOURS, "Часовой пояс", "Тюмень")
    await admin.taps(SURE)
    assert (await the_office(desk)).timezone.key == "Asia/Yekaterinburg"


async def test_the_head_changes_what_concerns_the_work_and_reads_the_rest(desk: Desk, admin: Person) -> None:
    head = desk.smirnov
    await opens(head, WAITING, "Ждать ответа")
    await head.taps("10\xa0минут")
    assert (await the_office(desk)).policy.ack_timeout == timedelta(minutes=10)
    await opens(head, PRIVACY, "Директор видит клиентов")
    assert head.sees("Это меняет администратор") and not head.has("да")
    await opens(admin, PRIVACY, "Директор видит клиентов")
    await admin.taps("да")
    await admin.taps(SURE)
    assert (await the_office(desk)).director_sees_clients


async def test_of_two_administrators_the_second_is_told_what_changed_under_them(
    desk: Desk, admin: Person
) -> None:
    second = desk.person(502)
    for person in (admin, second):
        await opens(person, WAITING, "Ждать ответа")
    stale = second.data("15\xa0минут")
    await admin.taps("2\xa0минуты")
    await second.taps_data(*stale)
    assert second.sees("Пока вы смотрели, это уже изменили: Администратор · 5\xa0минут → 2\xa0минуты")
    assert (await the_office(desk)).policy.ack_timeout == timedelta(minutes=2)
    await second.taps(SURE)
    assert (await the_office(desk)).policy.ack_timeout == timedelta(minutes=15)
    await desk.verifies()


async def test_a_value_typed_over_another_ones_waits_for_a_word_and_may_be_left(
    desk: Desk, admin: Person
) -> None:
    second = desk.person(502)
    await opens(second, WAITING, "Ждать ответа")
    await second.taps(TYPE)
    await opens(admin, WAITING, "Ждать ответа")
    await admin.taps("2\xa0минуты")
    await second.sends("20 мин")
    assert second.sees("5\xa0минут → 2\xa0минуты") and second.sees("Станет: 20\xa0минут")
    await second.taps(LEAVE)
    assert (await the_office(desk)).policy.ack_timeout == timedelta(minutes=2)


async def test_a_stale_second_word_changes_nothing(desk: Desk, admin: Person) -> None:
    await types(admin, HOURS, "Часовой пояс", "Тюмень")
    stale = admin.data(SURE)
    await opens(admin, WAITING, "Ждать ответа")
    await admin.taps_data(*stale)
    assert (await the_office(desk)).timezone.key == "Europe/Moscow"
