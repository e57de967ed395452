"""/why through the whole bot, rule by rule: what the one reads who was not chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.offices import on_duty, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.test_queue import by
from tests.stories.words import BAD_LEAD, CLAIM, CONFIRM_BAD, DECLINE, REFUSAL, SALE

SHIFT = on_duty("petrov", "mon-sun 09:00-18:00", "tatarstan")


async def why(of: Person, number: int = 1) -> str:
    await of.sends(f"/why {number}")
    return of.card(f"Почему №{number}").text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("scheme", "words"),
    [
        ("balance", "0,33 лида. Вам — ровно столько же; тогда решает порядок в сегменте."),
        ("queue", "Первое место в очереди. Ваше место в очереди: 2."),
        ("longest_idle", "Дольше всех без нового лида. Вы ждали столько же, но пришли позже."),
        ("conversion", "Продаж ещё не было, поэтому доли без поправки на конверсию."),
        ("worth", "Лид обычный, засчитан за один. До своей доли не хватало больше всех"),
        ("lottery", "Жеребьёвки ещё не было, поэтому по доле."),
        ("secretary", "Секретарь не выбирал, поэтому по доле."),
        ("grab", "Вам тоже. Сразу всем, кто на месте: кто первый взял, того и лид."),
        ("manual", "Кому отдать, решает руководитель: Сергей Смирнов. Ждём ответа."),
        ("duty", "Других свободных на дежурстве не было. Дежурство было не ваше."),
    ],
)
async def test_the_one_who_was_not_chosen_reads_what_kept_him(
    tmp_path: Path, scheme: str, words: str
) -> None:
    async with office(tmp_path, varied(by(scheme), shifts=[SHIFT])) as desk:
        await desk.lead()
        assert words in await why(desk.sidorova)


async def test_by_conversion_the_shares_are_told_with_what_they_come_from(tmp_path: Path) -> None:
    small = varied(by("conversion"), segments={"tatarstan": {"min_sample": 1}})
    async with office(tmp_path, small) as desk:
        for person, outcome in ((desk.petrov, SALE), (desk.sidorova, REFUSAL)):
            await desk.lead()
            await person.taps(CLAIM)
            await person.taps(outcome)
        await desk.lead()
        told = await why(desk.sidorova, 3)
        assert "Доля 33%: конверсия 50%, как в среднем по команде: закрытых лидов пока 0." in told
        assert "Ваша доля 17%, меньше не бывает: конверсия 25%" in told
        assert "(с учётом давности продаж 0, ожидалось 0,5 из 1). Вы получили сверх своей доли 0,17." in told
        assert "Это вы. Доля 33%" in await why(desk.ivanov, 3)


async def test_nothing_that_changes_afterwards_changes_the_answer(tmp_path: Path) -> None:
    async with office(tmp_path, by("balance")) as desk:
        await desk.lead()
        before = await why(desk.sidorova)
        await desk.sidorova.sends("/off")
        for _ in range(3):
            await desk.lead()
        await desk.set_up(by("grab"))
        assert await why(desk.sidorova) == before


async def test_whoever_has_left_is_still_named(tmp_path: Path) -> None:
    async with office(tmp_path, by("queue")) as desk:
        await desk.lead()
        await desk.petrov.taps(CLAIM)
        await desk.set_up(varied(by("queue"), people={"petrov": None}))
        assert "Предложен: Пётр Петров" in await why(desk.sidorova)


async def test_the_costs_of_every_step_are_told(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    assert "Ответ: не могу. Засчитан как полученный." in await why(desk.sidorova)
    await desk.petrov.taps("Конфликт интересов")
    assert "Ответ: не могу. Не засчитан: причина уважительная." in await why(desk.sidorova)
    await desk.sidorova.taps(CLAIM)
    await desk.sidorova.taps(BAD_LEAD)
    await desk.smirnov.taps(CONFIRM_BAD)
    told = await why(desk.petrov)
    assert "Лид взят. Не засчитан: лид признан браком." in told
    assert "Закрыт как брак. Был у кого: Ольга Сидорова" in told
    assert "Засчитанный лид — это место в очереди и один лид доли." in told


async def test_everybody_of_the_office_may_ask_and_nobody_reads_of_the_client(desk: Desk) -> None:
    await desk.lead("Клиент Рустам Хакимов 8 (843) 200-11-22, окна")
    for person in (desk.anna, desk.petrov, desk.sidorova, desk.ivanov, desk.smirnov, desk.orlova):
        told = await why(person)
        assert "Первое место в очереди" in told
        assert "Рустам" not in told and "200" not in told
    assert "Вы не входите в сегмент «Татарстан»" in await why(desk.ivanov)
