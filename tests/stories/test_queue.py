"""/queue: who is expected next, scheme by scheme, and each reader's own place first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM, REFUSAL, SALE

THREE = varied(OFFICE, segments={"tatarstan": {"members": ["petrov", "sidorova", "ivanov"]}})


def by(scheme: str, text: str = THREE) -> str:
    return varied(text, segments={"tatarstan": {"scheme": scheme}})


async def line(of: Person, segment: str = "Татарстан") -> list[str]:
    await of.sends("/queue")
    block = of.card("Кто следующий").text.partition(f"{segment} ·")[2].partition("\n\n")[0]
    return block.replace("\xa0", " ").splitlines()[1:]


async def test_the_rank_moves_and_everybody_reads_his_place(desk: Desk) -> None:
    assert await line(desk.petrov) == ["👉 Следующий лид ваш", "1. Пётр Петров (вы)", "2. Ольга Сидорова"]
    await desk.lead()
    assert await line(desk.petrov) == ["👉 Ваше место: 2 из 2", "1. Ольга Сидорова", "2. Пётр Петров (вы)"]
    assert (await line(desk.sidorova))[0] == "👉 Следующий лид ваш"


async def test_the_head_sees_every_segment_and_has_no_place(desk: Desk) -> None:
    assert await line(desk.smirnov) == ["1. Пётр Петров", "2. Ольга Сидорова"]
    assert len(await line(desk.smirnov, "Все остальные")) == 3
    assert "👉" not in desk.smirnov.card("Кто следующий").text


async def test_the_segments_of_others_are_not_shown(desk: Desk) -> None:
    await desk.ivanov.sends("/queue")
    assert "Татарстан" not in desk.ivanov.card("Кто следующий").text


async def test_by_share_the_one_most_behind_comes_next(tmp_path: Path) -> None:
    async with office(tmp_path, by("balance")) as desk:
        await desk.lead()
        assert await line(desk.petrov) == [
            "👉 Ваше место: 3 из 3",
            "1. Ольга Сидорова · +0,33",
            "2. Иван Иванов · +0,33",
            "3. Пётр Петров (вы) · −0,67",
        ]


async def test_weights_bring_some_more_than_once(tmp_path: Path) -> None:
    heavy = varied(by("balance"), people={"sidorova": {"weight": 3}})
    async with office(tmp_path, heavy) as desk:
        told = await line(desk.sidorova)
        assert told[0] == "👉 Следующий лид ваш"
        assert told[-1] == "Ближайшие лиды: Ольга Сидорова, Пётр Петров, Ольга Сидорова, Иван Иванов"


async def test_whoever_is_away_stands_below_with_the_reason(tmp_path: Path) -> None:
    async with office(tmp_path, by("balance")) as desk:
        await desk.petrov.sends("/off")
        told = await line(desk.petrov)
        assert told[0] == "🌙 Вы на паузе. Вернуться: /on"
        assert told[-1] == "🌙 Пётр Петров (вы) · пауза"


async def test_by_conversion_the_share_says_what_it_comes_from(tmp_path: Path) -> None:
    small = varied(by("conversion"), segments={"tatarstan": {"min_sample": 1}})
    async with office(tmp_path, small) as desk:
        for outcome in (SALE, REFUSAL):
            await desk.lead()
            person = desk.petrov if desk.petrov.has(CLAIM) else desk.sidorova
            await person.taps(CLAIM)
            await person.taps(outcome)
        told = await line(desk.ivanov)
        assert any("Пётр Петров" in row and "продаж 1, ожидалось 0,5 из 1" in row for row in told)
        assert any("Ольга Сидорова" in row and "продаж 0, ожидалось 0,5 из 1" in row for row in told)
        assert any("(вы)" in row and "как в среднем по команде: закрытых лидов пока 0" in row for row in told)


async def test_by_idle_time_it_says_since_when_everybody_is_free(tmp_path: Path) -> None:
    async with office(tmp_path, by("longest_idle")) as desk:
        await desk.lead()
        await desk.petrov.taps(CLAIM)
        assert await line(desk.petrov) == [
            "👉 Ваше место: 3 из 3",
            "1. Ольга Сидорова · лидов ещё не было",
            "2. Иван Иванов · лидов ещё не было",
            "3. Пётр Петров (вы) · без лида с 10:00",
        ]
        await desk.lead()
        assert (await line(desk.petrov))[-1] == "3. Ольга Сидорова · ждём ответа"


async def test_by_lot_without_a_draw_it_goes_by_share(tmp_path: Path) -> None:
    async with office(tmp_path, by("lottery")) as desk:
        told = await line(desk.sidorova)
        assert told[:2] == ["👉 Ваше место: 2 из 3", "Жеребьёвки ещё не было, пока поровну по долям:"]


async def test_where_all_are_asked_at_once_there_are_no_places(tmp_path: Path) -> None:
    async with office(tmp_path, by("grab")) as desk:
        await desk.ivanov.sends("/off")
        assert await line(desk.sidorova) == [
            "👉 Лид придёт сразу всем: кто первый взял, того и лид",
            "• Пётр Петров",
            "• Ольга Сидорова (вы)",
            "🌙 Иван Иванов · пауза",
        ]


@pytest.mark.parametrize(
    ("scheme", "words"),
    [
        ("secretary", "Выбирает секретарь. По схеме было бы так:"),
        ("manual", "Решает руководитель. По схеме было бы так:"),
    ],
)
async def test_where_a_hand_chooses_the_rule_s_order_stands_beside(
    tmp_path: Path, scheme: str, words: str
) -> None:
    async with office(tmp_path, by(scheme)) as desk:
        told = await line(desk.sidorova)
        assert told[:2] == ["👉 По схеме ваше место: 2 из 3", words]
        assert told[2] == "1. Пётр Петров · 0,00"


async def test_off_duty_nobody_is_expected(tmp_path: Path) -> None:
    async with office(tmp_path, by("duty")) as desk:
        told = await line(desk.sidorova)
        assert told[0] == "🌙 Сейчас не ваше дежурство"
        assert len(told) > 1 and all(row.startswith("🌙") for row in told)


async def test_who_was_foretold_is_who_gets_it(tmp_path: Path) -> None:
    async with office(tmp_path, by("balance")) as desk:
        for _ in range(5):
            told = (await line(desk.smirnov))[0]
            await desk.lead()
            await desk.smirnov.sends(f"/why {desk.calls + 1}")
            assert told.split(" · ")[0].removeprefix("1. ") in desk.smirnov.card("Почему").text


async def test_with_a_window_nobody_is_told_that_the_fastest_finger_has_it(tmp_path: Path) -> None:
    windowed = varied(by("grab"), segments={"tatarstan": {"window": "20s"}})
    async with office(tmp_path, windowed) as desk:
        told = await line(desk.sidorova)
        assert "за 20 с после первого, его получит тот" in told[0].replace("\xa0", " ")
        await desk.smirnov.sends("/office")
        shown = desk.smirnov.messages()[-1].text.replace("\xa0", " ")
        assert "кто первый (ждём желающих 20 с): " in shown


async def test_where_only_places_are_shown_a_place_is_said_once(tmp_path: Path) -> None:
    async with office(tmp_path, varied(by("queue"), queue_shows="places")) as desk:
        assert await line(desk.petrov) == ["👉 Следующий лид ваш"]


async def test_where_the_office_wants_it_so_only_the_head_reads_names(tmp_path: Path) -> None:
    async with office(tmp_path, varied(by("balance"), queue_shows="places")) as desk:
        await desk.lead()
        assert await line(desk.petrov) == ["👉 Ваше место: 3 из 3", "3. Пётр Петров (вы) · −0,67"]
        assert not desk.petrov.sees("Ольга Сидорова") and not desk.petrov.sees("Иван Иванов")
        assert await line(desk.sidorova) == ["👉 Следующий лид ваш", "1. Ольга Сидорова (вы) · +0,33"]
        assert len(await line(desk.smirnov)) == 3
        await desk.sidorova.sends("/off")
        assert (await line(desk.sidorova))[0].startswith("👉") is False
        await line(desk.petrov)
        assert not desk.petrov.sees("Ольга Сидорова"), "nor who is away"
