"""The head asks what another scheme would have brought, and sees a picture with what it cannot show."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.standin.people import Seen
from screens.buttons.of_sight import WhatIf
from screens.content import seen
from screens.texts import LOCALES, texts_for
from screens.whatif import LONGEST, whatif_caption
from storage.sealing import seal
from storage.tables.office import people
from tests.screens.whatifs_to_show import CROWDED, VIEW
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM, REFUSAL, SALE

TAP = WhatIf().pack()


@pytest.mark.parametrize("locale", LOCALES)
def test_what_it_cannot_show_is_said_however_much_else_there_is(locale: str) -> None:
    texts = texts_for(locale)
    caption = whatif_caption(CROWDED, texts)
    assert seen(caption) <= LONGEST
    assert caption.endswith(texts("whatif-limits"))
    assert "…" in caption


def test_a_difference_that_is_no_chance_is_marked() -> None:
    caption = whatif_caption(VIEW, texts_for("ru"))
    assert "по конверсии: ≈53 (45–61), поровну на 100% ▲" in caption
    assert "кто первый: ≈4,2 (0,0–9,5), поровну на 83% ▼" in caption
    assert "Почти так же вышло бы: поровну по долям." in caption, "what does not differ is named and no more"
    assert "▲▼ больше или меньше продаж, чем сейчас" in caption


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path) as desk:
        yield desk


async def a_day(desk: Desk) -> None:
    """Three leads come; Petrov sells one, Sidorova loses one, and the day is over."""
    for _ in range(3):
        await desk.lead()
        for person in (desk.petrov, desk.sidorova):
            if person.has(CLAIM):
                await person.taps(CLAIM)
    await desk.petrov.taps(SALE)
    await desk.sidorova.taps(REFUSAL)
    await desk.passes(days=1)


async def asks(person: Person) -> Seen:
    await person.taps_data(1, TAP)
    return person.messages()[-1]


async def test_the_head_taps_and_sees_the_schemes_in_a_picture(desk: Desk) -> None:
    await a_day(desk)
    answer = await asks(desk.smirnov)
    assert answer.kind == "photo"
    lines = answer.text.splitlines()
    assert lines[0] == "А если делить иначе: 27 октября – 23 ноября"
    assert lines[1] == "3 лида, продаж на деле пока 1"
    assert lines[3].startswith("сейчас, по схемам сегментов: ≈1,8 (")
    assert any(line.startswith("Почти так же вышло бы: ") and "по очереди" in line for line in lines)
    assert "По продажам разницы не видно." in lines
    assert lines[-1].startswith("Это ожидание, а не обещание")


async def test_he_is_told_at_once_that_it_takes_a_moment(desk: Desk) -> None:
    query = desk.telegram.tap(desk.smirnov.id, 1, data=TAP)
    await desk.settle()
    assert desk.smirnov.toasts(query) == ["Считаю, это займёт немного времени"]


async def test_the_director_reads_it_in_his_own_language(desk: Desk) -> None:
    await a_day(desk)
    async with desk.database.writing() as store:
        store.execute(update(people).where(people.c.id == "orlova").values(locale="en"))
    answer = await asks(desk.orlova)
    assert answer.kind == "photo"
    assert answer.text.startswith("What if leads were shared differently: 27 October – 23 November")
    assert "An estimate, not a promise" in answer.text


async def test_nobody_else_may_ask(desk: Desk) -> None:
    await a_day(desk)
    for person in (desk.petrov, desk.anna):
        before = person.messages()
        toast = await person.taps_data(1, TAP)
        assert toast
        assert person.messages() == before


async def test_whoever_is_head_no_more_when_it_is_drawn_sees_nothing(desk: Desk) -> None:
    desk.telegram.tap(desk.smirnov.id, 1, data=TAP)
    await desk.hears()
    before = desk.smirnov.messages()
    async with desk.database.writing() as store:
        store.execute(update(people).where(people.c.id == "smirnov").values(roles=["manager"]))
        seal(store, desk.clock.now())
    await desk.settle()
    assert desk.smirnov.messages() == before


async def test_without_leads_one_line_says_so_and_no_picture_is_drawn(desk: Desk) -> None:
    answer = await asks(desk.orlova)
    assert (answer.kind, answer.text.splitlines()[1]) == (
        "text",
        "Лидов за это время не было, сравнивать нечего.",
    )


async def test_without_an_outcome_evenness_is_told_and_sales_are_not(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.passes(days=1)
    answer = await asks(desk.smirnov)
    assert answer.kind == "text"
    assert "Закрытых лидов пока мало, поэтому продаж не оценить" in answer.text
    assert "≈" not in answer.text


async def test_leads_younger_than_losing_one_takes_do_not_count_and_it_is_said(desk: Desk) -> None:
    """Of the young ones mostly the sold are closed already: counted, they would promise too much."""
    for _ in range(2):
        await desk.lead()
        for person in (desk.petrov, desk.sidorova):
            if person.has(CLAIM):
                await person.taps(CLAIM)
    await desk.petrov.taps(SALE)
    await desk.passes(days=5)
    await desk.sidorova.taps(REFUSAL)
    assert "Закрытых лидов пока мало" in (await asks(desk.smirnov)).text, "later losses may be to come"
    await desk.passes(days=6)
    await desk.lead()
    taker = next(person for person in (desk.petrov, desk.sidorova) if person.has(CLAIM))
    await taker.taps(CLAIM)
    before = (await asks(desk.smirnov)).text
    assert "отказ бывает и через 6 дней, поэтому свежие ещё не в счёт" in before
    await taker.taps(SALE)
    assert _sales(before) == _sales((await asks(desk.smirnov)).text), "sold, but young"


def _sales(caption: str) -> str:
    return next(line for line in caption.splitlines() if line.startswith("сейчас"))
