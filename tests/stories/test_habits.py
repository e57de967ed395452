"""Who declines far more than the others: the head is asked whether to ask; nobody else is, and not without a reason."""

from __future__ import annotations

from leads.figures.periods import Span
from screens.buttons.of_sight import Report
from screens.views.report import Pane
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.test_workbook import asks, book
from tests.stories.words import CLAIM, DECLINE, DETAILS, TOO_BUSY

HABITS = "Привычки"
A_WEEK = "Неделя"
QUESTION = "🔎 Пётр Петров: засчитанные отказы 7 из 7, у остальных 0 из 7. Спросить, почему?"


async def days(desk: Desk, *, declined: int, claimed: int = 0) -> None:
    """Petrov is asked first: so many he declines, and Sidorova claims them; then whoever is asked claims."""
    for lead in range(declined + claimed):
        await desk.lead()
        if lead < declined:
            await desk.petrov.taps(DECLINE)
            await desk.petrov.taps(TOO_BUSY)
        await (desk.petrov if desk.petrov.has(CLAIM) else desk.sidorova).taps(CLAIM)


async def opens(person: Person, *buttons: str) -> str:
    """The report, and whatever is tapped on it."""
    await person.sends("/report")
    for button in buttons:
        await person.taps(button)
    return person.messages()[-1].text


async def test_the_heads_week_asks_about_what_is_odd(desk: Desk) -> None:
    await days(desk, declined=7)
    assert QUESTION in await opens(desk.smirnov, A_WEEK)
    assert QUESTION in await opens(desk.smirnov, A_WEEK, DETAILS)
    assert "Спросить" not in await opens(desk.smirnov), "a day is too little to ask of"


async def test_behind_the_details_the_head_sees_what_everybody_does(desk: Desk) -> None:
    await days(desk, declined=7)
    text = await opens(desk.smirnov, DETAILS, HABITS)
    assert "Привычки за четыре недели: 2 – 29 ноября" in text
    assert "· засчитанные отказы 7 из 7, у остальных 0 из 7; само собой так бывает раз в 3\u202f432" in text
    assert "Состав" not in text, "nothing has come of any lead yet"


async def test_the_director_neither_reads_nor_opens_it(desk: Desk) -> None:
    await days(desk, declined=7)
    assert "Спросить" not in await opens(desk.orlova, A_WEEK)
    await desk.orlova.sends("/report")
    await desk.orlova.taps(DETAILS)
    message = desk.orlova.messages()[-1]
    assert not message.button(HABITS)
    forged = Report(pane=Pane.HABITS, span=Span.DAY, day="2026-11-23").pack()
    await desk.orlova.taps_data(message.message_id, forged)
    assert HABITS not in desk.orlova.messages()[-1].text


async def test_where_nothing_is_odd_not_a_word_is_said(desk: Desk) -> None:
    await days(desk, declined=1, claimed=4)
    text = await opens(desk.smirnov, A_WEEK)
    assert "Итоги" in text and "🔎" not in text and "Спросить" not in text


async def test_the_file_has_them_with_their_chance(desk: Desk) -> None:
    await days(desk, declined=7)
    await asks(desk.smirnov)
    lines = book(desk.smirnov).lines(HABITS)
    (declines,) = [line for line in lines if line["Что"] == "засчитанные отказы"]
    assert (declines["Менеджер"], declines["Раз"], declines["Из"]) == ("Пётр Петров", 7, 7)
    assert 0 < declines["Само собой"] < 0.001
