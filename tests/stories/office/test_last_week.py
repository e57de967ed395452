"""What another value of a setting would have changed last week stands on its pane, before anybody taps it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from files.office_file import parse_office
from leads.figures.periods import Period
from leads.wall_clock import monday_of
from reports.whatif.one_setting import counted, differences
from reports.whatif.past import Past, read_past
from storage import offices as stored
from tests.offices import WITH_ADMIN, varied
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import CLAIM

LAST_WEEK = "А на прошлой неделе?"
QUEUE = varied(WITH_ADMIN, segments={"rest": None, "tatarstan": {"match": None}})
"""One line of two: Petrov, then Sidorova."""


@pytest.fixture
async def admin(desk: Desk) -> Person:
    await desk.set_up(QUEUE)
    return desk.person(501)


async def a_week(desk: Desk) -> None:
    """Petrov lets a lead go after five minutes; Sidorova takes it a minute later. Then the week is over."""
    await desk.lead()
    await desk.passes(minutes=6)
    await desk.sidorova.taps(CLAIM)
    await desk.passes(days=7)


async def opens(person: Person, group: str, name: str) -> None:
    await person.sends("/office")
    for words in ("Настройки", group, name, LAST_WEEK):
        await person.taps(words)


async def test_shorter_waits_are_told_with_what_they_cost(desk: Desk, admin: Person) -> None:
    await a_week(desk)
    await opens(admin, "Предложения и ожидание", "Ждать ответа")
    shown = admin.card("Прошлая неделя").text
    assert "🔮 Ждать ответа" in shown and "23–29 ноября 2026" in shown and "1 лид" in shown
    assert "• 5\xa0минут, как сейчас" in shown
    assert "• 1\xa0минута: 1 лид из 1 достался бы другим" in shown, "she took a minute, too"
    assert "• 2\xa0минуты: ждали бы в среднем на 3\xa0мин меньше" in shown
    assert "• 10\xa0минут: ждали бы в среднем на 5\xa0мин больше" in shown
    await admin.taps("2\xa0минуты")
    assert admin.sees("Сейчас: 2\xa0минуты")
    await desk.verifies()


async def test_it_is_said_at_once_that_it_takes_a_moment(desk: Desk, admin: Person) -> None:
    await a_week(desk)
    await admin.sends("/office")
    for words in ("Настройки", "Предложения и ожидание", "Предложений по схеме"):
        await admin.taps(words)
    assert await admin.taps(LAST_WEEK) == "Считаю, это займёт немного времени"


async def test_where_there_were_no_leads_nothing_is_made_up(desk: Desk, admin: Person) -> None:
    await opens(admin, "Предложения и ожидание", "Кому предложить потом")
    assert admin.sees("Лидов тогда не было, сравнивать нечего")


async def test_what_the_records_cannot_tell_is_said_plainly(desk: Desk, admin: Person) -> None:
    await admin.sends("/office")
    for words in ("Настройки", "Офис и часы работы", "Кто на месте"):
        await admin.taps(words)
    assert admin.sees("по записям не сказать") and not admin.has(LAST_WEEK)
    await admin.taps("Назад")
    await admin.taps("Язык")
    assert not admin.sees("по записям не сказать") and not admin.has(LAST_WEEK)


async def test_of_a_segment_its_own_leads_are_counted(desk: Desk, admin: Person) -> None:
    await desk.set_up(varied(WITH_ADMIN, segments={"tatarstan": {"scheme": "longest_idle"}}))
    await desk.lead("Марат 8 (843) 200-11-22, окна")
    await desk.lead("Клиент Иван 8 (495) 200-11-22, окна")
    for person in (desk.petrov, desk.sidorova, desk.ivanov):
        while person.has(CLAIM):
            await person.taps(CLAIM)
    await desk.passes(days=7)
    await admin.sends("/office")
    for words in ("Сегменты", "Татарстан", "⚙️ Настройки", "Пауза после лида", LAST_WEEK):
        await admin.taps(words)
    assert admin.sees("🔮 Татарстан · Пауза после лида") and admin.sees("1 лид")
    assert admin.sees("• 30\xa0секунд: ничего бы не изменилось")
    await admin.taps("Назад")
    assert admin.sees("Татарстан · Пауза после лида")


async def test_lists_are_compared_by_one_tick(desk: Desk, admin: Person) -> None:
    await a_week(desk)
    await opens(admin, "Предложения и ожидание", "Кому предложить потом")
    assert admin.sees("• руководителю → директору: ничего бы не изменилось")
    await admin.taps("всем")
    async with desk.database.reading() as store:
        assert [step.value for step in stored.read_office(store).policy.ladder] == ["head", "director"]


async def the_past(desk: Desk) -> Past:

    async with desk.database.reading() as store:
        office = stored.read_office(store)
        monday = monday_of(desk.clock.now().date()) - timedelta(days=7)
        start, end = Period(monday, monday + timedelta(days=6)).bounds(office.timezone)
        return read_past(store, office, lambda _: False, start, end)


LINE = varied(QUEUE, segments={"tatarstan": {"members": ["petrov", "sidorova", "ivanov"]}})


async def test_the_same_office_changes_nothing_and_a_turn_that_is_free_changes_whose_it_is(
    desk: Desk, admin: Person
) -> None:
    await desk.set_up(LINE)
    for person in (desk.petrov, desk.sidorova, desk.ivanov, desk.petrov, desk.sidorova, desk.ivanov):
        await desk.lead()
        await person.taps(CLAIM)
    await desk.lead()
    await desk.passes(minutes=6)
    for person in (desk.sidorova, desk.ivanov):
        await person.taps(CLAIM)
        await desk.lead()
    await desk.passes(days=7)
    past = await the_past(desk)
    free = parse_office(varied(LINE, decline_costs_turn=False), "free.toml")
    found = await asyncio.to_thread(differences, past, {"same": past.office, "free": free})
    assert counted(past) == 9 and not counted(past, "rest")
    same, other = found["same"], found["free"]
    assert (same.others, same.sooner, same.untaken) == (0, 0.0, 0)
    assert other.others > 0, "whoever let a lead go is first again"
