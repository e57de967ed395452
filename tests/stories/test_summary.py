"""The director's evening message: once a day, and true."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import build_app
from files.office_file import parse_office
from storage.database import Database
from storage.set_up import write_office
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM, DETAILS, REFUSAL, SALE

BERLIN = varied(OFFICE, timezone="Europe/Berlin")


def summaries(desk: Desk) -> list[str]:
    return [m.text for m in desk.orlova.messages() if "Итоги" in m.text or "новых лидов не было" in m.text]


async def a_day_at_work(desk: Desk) -> None:
    """One sold, one refused, one in work, one that nobody has."""
    for number in range(1, 4):
        await desk.lead()
        taker = desk.petrov if number % 2 else desk.sidorova
        await taker.taps(CLAIM, on=f"№{number}")
    await desk.petrov.taps(SALE, on="№1")
    await desk.petrov.sends("120 000")
    await desk.sidorova.taps(REFUSAL, on="№2")
    await desk.lead()


async def test_the_director_has_one_message_in_the_evening_and_its_figures_are_true(desk: Desk) -> None:
    await a_day_at_work(desk)
    await desk.passes(hours=8, minutes=29)
    assert summaries(desk) == []
    await desk.passes(minutes=1)
    (summary,) = summaries(desk)
    for words in (
        "Итоги: 23 ноября",
        "Пришло 4, взято 3",
        "Ничьих: 1 (№4)",
        "В работе: 1",
        "Продаж: 1 на 120\u202f000\u202f₽ · Пётр Петров 1",
    ):
        assert words in summary, summary
    assert len(summary.splitlines()) == 5
    await desk.orlova.taps(DETAILS)
    details = desk.orlova.card("Новые клиенты").text
    for words in (
        "В работе: 1 (№3)",
        "Продаж: 1 на 120\u202f000\u202f₽ · отказов: 1",
        "(1 из 2)",
        "Новые клиенты: 4, продаж 1",
    ):
        assert words in details, details
    assert "Итоги" not in desk.smirnov.chat(), "the head asks for his with /report"
    for person in (desk.smirnov, desk.orlova):
        await person.sends("/report")
        assert "Пришло 4, взято 3" in person.card("Итоги").text


async def test_a_day_with_nothing_is_one_short_line(desk: Desk) -> None:
    await desk.passes(hours=9)
    assert summaries(desk) == ["23 ноября: новых лидов не было."]


async def test_the_buttons_under_an_evening_with_nothing_open_a_report_below_it(desk: Desk) -> None:
    await desk.orlova.sends("/report")
    await desk.passes(hours=9)
    told = desk.orlova.messages()[-1]
    await desk.orlova.taps("Неделя", on="новых лидов не было")
    opened = desk.orlova.messages()[-1]
    assert opened.text == "23 – 29 ноября: новых лидов не было."
    assert opened.message_id > told.message_id


async def test_what_nobody_has_is_told_every_day(desk: Desk) -> None:
    await desk.lead()
    await desk.passes(days=1, hours=9)
    assert "Ничьих: 1 (№1)" in summaries(desk)[-1]
    assert summaries(desk)[-1].startswith("24 ноября: новых лидов не было.")


async def test_on_the_last_evening_of_a_week_its_figures_come_too_and_so_do_a_months(desk: Desk) -> None:
    await a_day_at_work(desk)
    await desk.passes(days=5)
    assert not any("Итоги: 23 – 29 ноября" in text for text in summaries(desk))
    await desk.passes(days=1, hours=9)
    (week,) = [text for text in summaries(desk) if "Итоги: 23 – 29 ноября" in text]
    assert "Пришло 4, взято 3" in week
    await desk.passes(days=1)
    (month,) = [text for text in summaries(desk) if "Итоги: ноябрь 2026" in text]
    assert "Пришло 4, взято 3" in month


async def test_a_report_goes_from_day_to_week_and_to_its_lists_by_taps(desk: Desk) -> None:
    await a_day_at_work(desk)
    smirnov = desk.smirnov
    await smirnov.sends("/report")
    before = smirnov.card("Итоги: 23 ноября")
    await smirnov.taps("Неделя", on="Итоги")
    week = smirnov.card("Итоги: 23 – 29 ноября")
    assert week.message_id == before.message_id, "it changes where it is"
    await smirnov.taps("Менеджеры", on="Итоги")
    assert "Пётр Петров: взято 2" in smirnov.card("Менеджеры: 23 – 29 ноября").text
    await smirnov.taps("Сегменты", on="Менеджеры")
    assert "Татарстан: пришло 4, взято 3" in smirnov.card("Сегменты").text
    await smirnov.taps("Часы", on="Сегменты")
    assert "10:00: пришло 4, взято 3" in smirnov.card("Когда приходят").text
    await smirnov.taps("← Итоги", on="Когда приходят")
    await smirnov.taps("‹ 16 нояб.", on="Итоги")
    assert "16 – 22 ноября: новых лидов не было." in smirnov.card("новых лидов не было").text


async def test_the_evenings_message_stays_as_it_was_told(desk: Desk) -> None:
    await a_day_at_work(desk)
    await desk.passes(hours=8, minutes=30)
    told = desk.orlova.card("Итоги: 23 ноября")
    await desk.orlova.taps("Неделя", on="Итоги: 23 ноября")
    assert "Пришло 4" in desk.orlova.card("Итоги: 23 – 29 ноября").text
    assert desk.orlova.card("Итоги: 23 ноября").message_id == told.message_id


async def test_one_message_a_day_through_any_restarts(desk: Desk) -> None:
    await desk.passes(hours=8, minutes=29)
    for _ in range(4):
        await desk.restarts()
        await desk.passes(minutes=1)
    assert len(summaries(desk)) == 1
    await desk.passes(days=2)
    assert len(summaries(desk)) == 3


async def test_a_summary_whose_hour_passed_while_the_program_was_down_comes_late_and_once(desk: Desk) -> None:
    desk.clock.advance(timedelta(hours=20))
    await desk.restarts()
    await desk.passes(hours=1)
    assert summaries(desk) == ["23 ноября: новых лидов не было."]


async def test_a_week_and_a_month_that_end_while_the_program_is_down_are_told_when_it_is_back(
    desk: Desk,
) -> None:
    await a_day_at_work(desk)
    await desk.passes(days=4)
    desk.clock.advance(timedelta(days=6))  # from Friday to the Thursday of the next week
    await desk.restarts()
    await desk.passes(hours=1)
    told = summaries(desk)
    late = told[4:]
    assert [text.split("\n")[0].split(":")[0] for text in late] == [
        "27 ноября",
        "29 ноября",
        "Итоги",
        "30 ноября",
        "Итоги",
        "1 декабря",
    ]
    assert "Итоги: 23 – 29 ноября" in late[2] and "Пришло 4" in late[2]
    assert "Итоги: ноябрь 2026" in late[4] and "Пришло 4" in late[4]
    await desk.restarts()
    await desk.passes(hours=1)
    assert len(summaries(desk)) == len(told)


@pytest.mark.usefixtures("sqlite_threads")
async def test_one_message_a_day_even_if_two_programs_tick(desk: Desk) -> None:
    database = Database(desk.address)
    twin = build_app(desk.app.bot, "twin", database, desk.clock)
    desk.clock.advance(timedelta(hours=8, minutes=30))
    await asyncio.gather(twin.clockwork.tick(), desk.app.clockwork.tick(), twin.clockwork.tick())
    await desk.app.courier.drain()
    await database.close()
    assert len(summaries(desk)) == 1


async def test_a_changed_hour_counts_from_the_same_day(desk: Desk) -> None:
    earlier = parse_office(varied(OFFICE, summary_at="12:15"), "office.toml")
    async with desk.database.writing() as store:
        write_office(store, earlier, desk.clock.now())
    await desk.passes(hours=2, minutes=14)
    assert summaries(desk) == []
    await desk.passes(minutes=2)
    assert len(summaries(desk)) == 1
    await desk.passes(hours=8)
    assert len(summaries(desk)) == 1


async def test_the_hour_is_the_offices_also_when_the_clocks_change(tmp_path: Path) -> None:
    """In Berlin the clocks go forward on the night to Sunday, 28 March 2027."""
    start = datetime(2027, 3, 26, 12, 0, tzinfo=UTC)
    async with office(tmp_path, BERLIN, start) as desk:
        sent = []
        for _ in range(4):
            due = await desk.app.clockwork.next()
            assert due
            desk.clock.advance(due - desk.clock.now())
            await desk.settle()
            sent.append(f"{due:%d %H:%M}")
        assert sent == ["26 17:30", "27 17:30", "28 16:30", "29 16:30"], "18:30 on the wall, in UTC"
        of_days = [text for text in summaries(desk) if " – " not in text]
        assert len(of_days) == 4


async def test_the_day_of_the_change_has_all_its_leads(tmp_path: Path) -> None:
    always = varied(BERLIN, hours="always")
    just_before_midnight = datetime(2027, 3, 27, 22, 59, tzinfo=UTC)
    async with office(tmp_path, always, just_before_midnight) as desk:
        await desk.lead()
        await desk.petrov.taps(CLAIM)
        await desk.passes(minutes=2)
        await desk.lead()
        await desk.sidorova.taps(CLAIM)
        await desk.passes(hours=22, minutes=57)
        await desk.lead()
        await desk.petrov.taps(CLAIM, on="№3")
        await desk.orlova.sends("/report")
        assert "Пришло 2" in desk.orlova.card("Итоги: 28 марта").text, "the day has twenty-three hours"
        await desk.passes(minutes=2)
        await desk.orlova.sends("/report")
        assert "29 марта: новых лидов не было" in desk.orlova.card().text
