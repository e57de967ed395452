"""A proposal keeps rest and hours of a week, and is changed day by day before it is approved."""

from __future__ import annotations

from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import pytest

from screens.buttons.of_duty import ProposeRoster
from tests.offices import DUTY, on_duty, varied
from tests.stories.desk import Desk, office
from tests.stories.words import APPROVE, PROPOSE_ROSTER

CLIENT = "Клиент без телефона, окна"  # of the segment for everybody else
MONDAY = "пн 30.11"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, DUTY) as desk:
        yield desk


async def proposed(desk: Desk) -> str:
    await desk.smirnov.sends("/roster")
    await desk.smirnov.taps(PROPOSE_ROSTER)
    await desk.smirnov.taps("поровну")
    return shown(desk)


def shown(desk: Desk) -> str:
    return desk.smirnov.card("График на").text.replace("\u00a0", " ")


def monday(desk: Desk) -> str:
    return next(line for line in shown(desk).splitlines() if line.startswith(MONDAY))


async def test_the_head_puts_another_on_duty_and_approves_that(desk: Desk) -> None:
    await proposed(desk)
    before = monday(desk)
    another = next(n for n in ("Ольга Сидорова", "Пётр Петров", "Иван Иванов") if n not in before)
    assert "Утвердите" in shown(desk)
    await desk.smirnov.taps(MONDAY, on="График на")
    assert "Нажмите на время" in shown(desk) and "Утвердите" not in shown(desk)
    await desk.smirnov.taps(MONDAY, on="График на")
    assert "Нажмите на имя" in shown(desk) and "Утвердите" not in shown(desk)
    await desk.restarts()
    button = desk.smirnov.data(another, on="График на")
    assert await desk.smirnov.taps(another, on="График на") == "График поправлен"
    assert another in monday(desk) and monday(desk) != before
    assert desk.smirnov.has(f"✅ {another}")
    await desk.smirnov.taps("Назад", on="График на")
    await desk.smirnov.taps("Назад", on="График на")
    await desk.smirnov.taps(APPROVE)
    assert another in monday(desk)
    stored = await desk.stored()
    await desk.smirnov.taps_data(*button)
    assert (await desk.stored())["rosters"] == stored["rosters"], "what is approved is changed no more"
    await desk.verifies()


async def test_a_second_tap_takes_them_off_again_and_the_window_is_said_to_be_empty(desk: Desk) -> None:
    await proposed(desk)
    await desk.smirnov.taps(MONDAY, on="График на")
    await desk.smirnov.taps(MONDAY, on="График на")
    on = next(n for n in ("Ольга Сидорова", "Пётр Петров", "Иван Иванов") if n in monday(desk))
    await desk.smirnov.taps(f"✅ {on}", on="График на")
    assert on not in monday(desk) and desk.smirnov.has(f"{MONDAY} 09:00–18:00 · никого")
    await desk.smirnov.taps(on, on="График на")
    assert on in monday(desk)
    await desk.verifies()


async def test_no_proposal_gives_more_than_the_hours_of_a_week_and_the_head_sees_who_has_more(
    tmp_path: Path,
) -> None:
    alone = [on_duty("petrov", "mon-sun 09:00-18:00")]
    text = varied(DUTY, shifts=alone, segments={"rest": {"members": ["petrov"]}}, week_hours="36h")
    async with office(tmp_path, text) as desk:
        assert "Пётр Петров: 36 ч" in await proposed(desk)
        assert shown(desk).count("⚠️") == 3, "three days for which there is nobody"
        empty = next(line for line in shown(desk).splitlines() if "⚠️" in line)
        day = empty.split(" 09:00")[0].removeprefix("⚠️ ")
        await desk.smirnov.taps(day, on="График на")
        await desk.smirnov.taps(day, on="График на")
        await desk.smirnov.taps("Пётр Петров", on="График на")
        assert "Пётр Петров: больше часов в неделю, чем положено" in shown(desk)


async def test_nobody_is_proposed_a_night_and_the_day_after_it(tmp_path: Path) -> None:
    round_the_clock = [
        on_duty(who, f"sat-sun {hours}")
        for who, hours in (("petrov", "08:00-20:00"), ("sidorova", "20:00-08:00"))
    ]
    async with office(tmp_path, varied(DUTY, shifts=round_the_clock)) as desk:
        lines = [line for line in (await proposed(desk)).splitlines() if " · " in line and "20:00" in line]
        names = [line.rsplit(" · ", 1)[1] for line in lines]
        assert len(names) == 4 and all(one != other for one, other in pairwise(names))


async def test_a_duty_is_proposed_only_within_ones_own_hours(tmp_path: Path) -> None:
    hours = {"petrov": {"hours": {"mon": "09:00-18:00"}}}
    async with office(tmp_path, varied(DUTY, people=hours)) as desk:
        lines = [line for line in (await proposed(desk)).splitlines() if "09:00" in line]
        assert [line[:2] for line in lines if "Петров" in line] in ([], ["пн"])


async def test_where_the_scheme_is_no_roster_none_is_proposed(tmp_path: Path) -> None:
    async with office(tmp_path, varied(DUTY, segments={"rest": {"scheme": "queue"}})) as desk:
        await desk.smirnov.sends("/roster")
        assert not desk.smirnov.has(PROPOSE_ROSTER)
        await desk.smirnov.taps_data(1, ProposeRoster(segment="rest", plan="equal").pack())
        assert not desk.smirnov.sees("График на")


async def test_the_window_that_is_open_is_put_away_by_a_tap_on_it(desk: Desk) -> None:
    await proposed(desk)
    await desk.smirnov.taps(MONDAY, on="График на")
    await desk.smirnov.taps(MONDAY, on="График на")
    assert "Нажмите на имя" in shown(desk)
    await desk.smirnov.taps(MONDAY, on="График на")
    assert "Нажмите на время" in shown(desk)
