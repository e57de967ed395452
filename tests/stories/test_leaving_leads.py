"""Whoever goes leaves their open leads: the head gets them as a list, and hands each or all of them on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import APART, CLAIM, HAND_OVER

ALL_ON, TO_ONE = "Раздать все по правилу", "Отдать все одному"
ONE_TEAM = varied(
    OFFICE,
    first_contact="off",
    leave_buffer="0s",
    segments={"tatarstan": {"members": ["petrov", "sidorova", "ivanov"]}},
)
PHONE = "8 (843) 200-11-22"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, ONE_TEAM) as desk:
        yield desk


async def has_two(desk: Desk) -> None:
    """Petrov holds №1 and №4; the others one each."""
    for who in (desk.petrov, desk.sidorova, desk.ivanov, desk.petrov):
        await desk.lead()
        await who.taps(CLAIM)


async def test_the_head_gets_the_list_when_a_leave_is_told_and_again_when_it_begins(desk: Desk) -> None:
    await has_two(desk)
    await desk.petrov.sends("/off с 25 по 27 ноября")
    card = desk.smirnov.card("Пётр Петров").text
    assert "отпуск с 25 ноября (ср), обратно 28 ноября (сб)" in card
    assert "Остаются 2 открытых лида" in card and "№1 Рустам · Татарстан" in card and "№4 " in card
    told = len(desk.smirnov.messages())
    await desk.restarts()
    await desk.passes(days=1, hours=14)
    assert desk.smirnov.messages()[-1].text.startswith("🧳 Пётр Петров: отпуск, обратно 28 ноября (сб)")
    assert len(desk.smirnov.messages()) == told, "the card of before stands at the end now"
    await desk.verifies()


async def test_one_tap_hands_all_on_by_the_rule_and_the_turns_go_with_them(desk: Desk) -> None:
    await has_two(desk)
    await desk.petrov.sends("/off до 26.11")
    button = desk.smirnov.data(ALL_ON)
    assert await desk.smirnov.taps(ALL_ON) == "Все лиды переданы"
    assert "Открытых лидов не осталось" in desk.smirnov.card("Пётр Петров").text
    assert "№1" in desk.sidorova.messages()[-1].text and "№4" in desk.ivanov.messages()[-1].text
    await desk.petrov.sends("/me")
    assert "закрыт" in (await desk.smirnov.taps_data(*button)).casefold()
    await desk.verifies()


async def test_all_are_given_to_one_and_a_doubled_tap_gives_nothing_twice(desk: Desk) -> None:
    await has_two(desk)
    await desk.petrov.sends("/off до 26.11")
    await desk.smirnov.taps(TO_ONE)
    await desk.restarts()
    button = desk.smirnov.data("Ольга")
    await desk.smirnov.taps("Ольга")
    stored = await desk.stored()
    await desk.smirnov.taps_data(*button)
    assert (await desk.stored())["ledger"] == stored["ledger"]
    assert "Открытых лидов не осталось" in desk.smirnov.card("Пётр Петров").text
    assert desk.sidorova.sees("№4")
    await desk.verifies()


async def test_one_of_them_is_assigned_from_the_list_and_the_list_stays_true(desk: Desk) -> None:
    await has_two(desk)
    await desk.petrov.sends("/off до 26.11")
    await desk.smirnov.taps("Назначить №4")
    await desk.smirnov.taps("Ольга", on="№4")
    card = desk.smirnov.card("Пётр Петров").text
    assert "Остаётся 1 открытый лид" in card and "№4" not in card
    await desk.verifies()


async def test_a_lead_that_is_closed_leaves_the_list(desk: Desk) -> None:
    await has_two(desk)
    await desk.petrov.sends("/off 25.11-27.11")
    await desk.petrov.taps("Отказ", on="№1")
    assert "Остаётся 1 открытый лид" in desk.smirnov.card("Пётр Петров").text


async def test_where_nobody_is_there_the_head_is_told_and_all_stays_as_it_is(desk: Desk) -> None:
    await has_two(desk)
    for who in (desk.petrov, desk.sidorova, desk.ivanov):
        await who.sends("/off до 26.11")
    stored = await desk.stored()
    assert "некому" in await desk.smirnov.taps(ALL_ON, on="Пётр Петров")
    assert (await desk.stored())["leads"] == stored["leads"]


async def test_a_leave_that_is_given_up_is_told_no_more(desk: Desk) -> None:
    await has_two(desk)
    await desk.petrov.sends("/off 25.11-27.11")
    await desk.petrov.sends("/on")
    assert "снова здесь" in desk.smirnov.card("Пётр Петров").text
    before = len(desk.smirnov.messages())
    await desk.passes(days=2)
    assert not any("отпуск" in m.text for m in desk.smirnov.messages()[before:])


async def test_some_hours_off_and_a_leave_without_leads_tell_the_head_nothing(desk: Desk) -> None:
    before = len(desk.smirnov.messages())
    await desk.petrov.sends("/off 25.11-27.11")
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/off 14:00-16:00")
    assert len(desk.smirnov.messages()) == before


async def test_whoever_is_dismissed_leaves_their_leads_to_the_head(desk: Desk) -> None:
    await has_two(desk)
    await desk.set_up(varied(ONE_TEAM, people={"petrov": None}))
    await desk.passes(seconds=2)
    card = desk.smirnov.card("Пётр Петров").text
    assert "больше здесь не работает" in card and "№1" in card and "№4" in card
    await desk.smirnov.taps(ALL_ON)
    assert "Открытых лидов не осталось" in desk.smirnov.card("Пётр Петров").text
    await desk.verifies()


async def comes_again(desk: Desk) -> None:
    """Rustam is Petrov's, who is away; he calls again."""
    await desk.lead(f"Рустам {PHONE}, окна")
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/off")
    await desk.anna.sends(f"Опять Рустам {PHONE}")
    await desk.anna.taps(HAND_OVER)


async def test_a_client_who_comes_again_to_somebody_away_reaches_the_head_after_half_an_hour(
    desk: Desk,
) -> None:
    await comes_again(desk)
    await desk.passes(minutes=29)
    assert not desk.smirnov.sees("обратился ещё раз")
    await desk.restarts()
    await desk.passes(minutes=1)
    assert desk.smirnov.sees("Клиент лида №1 обратился ещё раз полчаса назад")
    told = len(desk.smirnov.messages())
    await desk.smirnov.taps("Назначить", on="№1")
    await desk.smirnov.taps("Ольга", on="№1")
    await desk.passes(hours=2)
    assert len(desk.smirnov.messages()) == told, "said once"
    await desk.verifies()


async def test_whoever_is_back_or_has_cared_for_the_client_keeps_the_head_out_of_it(desk: Desk) -> None:
    await comes_again(desk)
    await desk.passes(minutes=10)
    await desk.petrov.taps("Дозвонился", on="№1")
    await desk.passes(minutes=30)
    assert not desk.smirnov.sees("обратился ещё раз")


async def test_a_repeat_as_a_lead_of_its_own_waits_for_nobody(desk: Desk) -> None:
    await desk.lead(f"Рустам {PHONE}, окна")
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/off")
    await desk.anna.sends(f"Опять Рустам {PHONE}")
    await desk.anna.taps(APART)
    await desk.passes(minutes=40)
    assert not desk.smirnov.sees("обратился ещё раз")
