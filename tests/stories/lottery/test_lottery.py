"""The weekly draw in the chat: promised, lots thrown in, held on Friday, checked with ten lines of Python."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.standin.faults import Again
from storage import ledger
from tests.stories.desk import Desk
from tests.stories.lottery.seen import (
    AFTER_NEXT,
    BEFORE,
    HELD,
    NAMES,
    NEXT,
    THIS,
    WITHOUT_IVANOV,
    checked_by_hand,
    entries,
    everybody,
    has_week,
    plan,
    promise,
    proof,
    secrets_not_opened,
    week,
)
from tests.stories.words import CLAIM


async def test_a_segment_that_comes_to_the_lottery_has_its_week_drawn_fifteen_minutes_later(
    desk: Desk,
) -> None:
    for person in (desk.petrov, desk.sidorova, desk.ivanov, desk.smirnov, desk.orlova):
        assert "пн, 23 нояб., 10:15" in week(person, BEFORE, THIS)
    assert not desk.anna.messages(), "the secretary has no part in it"
    assert await desk.app.clockwork.next() == datetime(2026, 11, 23, 7, 15, tzinfo=UTC)
    await desk.passes(minutes=14)
    assert not has_week(desk.petrov, HELD, THIS)
    await desk.passes(minutes=1)
    assert has_week(desk.petrov, HELD, THIS) and not has_week(desk.petrov, BEFORE, THIS)
    assert "пт, 27 нояб., 17:00" in week(desk.petrov, BEFORE, NEXT), "the next one is promised at once"


async def test_until_its_first_draw_the_segment_shares_by_balance(desk: Desk) -> None:
    for taker in (desk.petrov, desk.sidorova, desk.ivanov):
        await desk.lead(f"Клиент 8 (495) 200-0{taker.id % 10}-00")
        await taker.taps(CLAIM)


async def test_a_week_from_the_promise_to_the_plan_and_its_proof(desk: Desk) -> None:
    await desk.passes(minutes=15)
    kept = promise(await proof(desk.ivanov, BEFORE, NEXT))
    assert await desk.petrov.taps("7", on=NEXT) == "Число принято"
    assert await desk.sidorova.taps("3", on=NEXT) == "Число принято"
    await desk.passes(days=4, hours=6, minutes=44)
    assert not has_week(desk.ivanov, HELD, NEXT), "one minute to five on Friday"
    await desk.passes(minutes=1)
    await desk.orlova.throws(37)
    text = await proof(desk.ivanov, HELD, NEXT)
    order = checked_by_hand(text, kept)
    assert sorted(order) == sorted(NAMES.values())
    assert plan(text) == [*order, *order], "Monday to Saturday, as the office is open"
    assert re.findall(r"^\w\w \d\d\.\d\d", text, re.MULTILINE) == [
        *("пн 30.11", "вт 01.12", "ср 02.12", "чт 03.12", "пт 04.12", "сб 05.12"),
    ]
    assert f"заменяет следующий по кругу: {' → '.join(order)}" in text
    assert "Числа: Пётр Петров 7, Ольга Сидорова 3" in text
    assert promise(text) == kept
    assert "пт, 4 дек., 17:00" in week(desk.ivanov, BEFORE, AFTER_NEXT)


async def test_everybody_sees_the_same_plan_and_his_own_days_in_it(desk: Desk) -> None:
    await desk.passes(minutes=15)
    seen = {tuple(plan(week(p, HELD, THIS))) for p in everybody(desk)[1:]}
    assert len(seen) == 1
    mine = [line for line in week(desk.petrov, HELD, THIS).splitlines() if line.endswith("(вы)")]
    assert len(mine) == 2 and all("Пётр Петров" in line for line in mine)
    assert "(вы)" not in week(desk.smirnov, HELD, THIS)


async def test_who_has_thrown_is_seen_by_all_and_what_by_himself_alone(desk: Desk) -> None:
    await desk.passes(minutes=15)
    await desk.petrov.taps("7", on=NEXT)
    assert "Ваше число: 7" in week(desk.petrov, BEFORE, NEXT)
    for person in (desk.sidorova, desk.ivanov, desk.smirnov, desk.orlova):
        text = week(person, BEFORE, NEXT)
        assert "Уже выбрали: Пётр Петров (пн, 23 нояб., 10:15)" in text
        opened = await proof(person, BEFORE, NEXT)
        assert "7" not in text.replace("27 нояб., 17:00", "")
        assert "7" not in opened.replace(promise(opened), "").replace("27 нояб., 17:00", "")
    assert desk.sidorova.card(NEXT).button("7")
    for person in (desk.petrov, desk.smirnov, desk.orlova):
        assert not person.card(NEXT).button("7")


async def test_no_screen_and_no_entry_of_the_ledger_has_the_secret_before_the_draw(desk: Desk) -> None:
    await desk.petrov.taps("7")
    for person in everybody(desk):
        await person.sends("/draw")
        if has_week(person, BEFORE, THIS):
            await proof(person, BEFORE, THIS)
    (secret,) = await secrets_not_opened(desk)
    async with desk.database.reading() as store:
        bodies = " ".join(e.body for e in ledger.everything(store))
    chats = " ".join(person.chat() for person in everybody(desk))
    assert secret not in bodies + chats
    await desk.passes(minutes=15)
    async with desk.database.reading() as store:
        assert secret in " ".join(e.body for e in ledger.everything(store))
    assert secret in desk.ivanov.chat()


async def test_the_ledger_tells_the_whole_story(desk: Desk) -> None:
    await desk.sidorova.taps("3")
    await desk.passes(minutes=15)
    this, following = await entries(desk, "draw_announced")
    assert (this["segment"], this["monday"], following["monday"]) == ("rest", "2026-11-23", "2026-11-30")
    assert this["draw_at"] == "2026-11-23T07:15:00+00:00"
    [thrown] = await entries(desk, "lot_thrown")
    assert (thrown["segment"], thrown["monday"], thrown["who"]) == ("rest", "2026-11-23", "sidorova")
    (opened,) = await entries(desk, "draw_opened")
    assert opened.keys() == {"segment", "monday", "secret", "lots", "members", "order", "salts"}
    assert opened["lots"] == {"sidorova": 3} and opened["members"] == ["petrov", "sidorova", "ivanov"]


async def test_the_first_lot_counts_whatever_is_tapped_afterwards(desk: Desk) -> None:
    message, seven = desk.petrov.data("7")
    eight = seven[:-1] + "8"
    await desk.petrov.taps_data(message, seven)
    for data in (eight, seven):
        assert await desk.petrov.taps_data(message, data) == "Вы уже выбрали число, его не изменить"
    assert len(await entries(desk, "lot_thrown")) == 1
    await desk.passes(minutes=15)
    assert "Числа: Пётр Петров 7" in week(desk.petrov, HELD, THIS)


async def test_a_tap_that_telegram_delivers_twice_counts_once(desk: Desk) -> None:
    desk.telegram.faults = Again()
    message, data = desk.petrov.data("7")
    desk.telegram.tap(desk.petrov.id, message, data=data)
    await desk.settle()
    assert len(await entries(desk, "lot_thrown")) == 1


async def test_a_button_of_a_draw_that_is_over_is_refused_politely(desk: Desk) -> None:
    message, data = desk.ivanov.data("5")
    await desk.passes(minutes=15)
    before = await desk.stored()
    assert await desk.ivanov.taps_data(message, data) == "Поздно: время этой жеребьёвки вышло"
    assert await desk.stored() == before


async def test_a_lot_that_comes_when_the_time_is_over_and_the_draw_is_not_held_yet_does_not_count(
    desk: Desk,
) -> None:
    """The program was down at the time of the draw, and reads the tap before it looks at the clock."""
    message, data = desk.ivanov.data("5")
    desk.clock.advance(timedelta(minutes=15))
    query = desk.telegram.tap(desk.ivanov.id, message, data=data)
    await desk.settle()
    assert desk.ivanov.toasts(query) == ["Поздно: время этой жеребьёвки вышло"]
    assert "Чисел никто не выбирал" in week(desk.ivanov, HELD, THIS)


async def test_forged_taps_change_nothing(desk: Desk) -> None:
    message, data = desk.petrov.data("7")
    before = await desk.stored()
    forged = {
        data[:-1] + "0": "Такой жеребьёвки сейчас нет",
        data[:-1] + "10": "Такой жеребьёвки сейчас нет",
        data[:-1] + "x": "",
        "lot:rest:2026-11-24:7": "Такой жеребьёвки сейчас нет",
        "lot:rest:2026-11-30:7": "Такой жеребьёвки сейчас нет",
        "lot:rest:nonsense:7": "Такой жеребьёвки сейчас нет",
        "lot:rest::7": "Такой жеребьёвки сейчас нет",
        "lot:tatarstan:2026-11-23:7": "Такой жеребьёвки сейчас нет",
        "lot:nowhere:2026-11-23:7": "Такой жеребьёвки сейчас нет",
    }
    for tap, toast in forged.items():
        assert await desk.petrov.taps_data(message, tap) == toast, tap
    assert await desk.stored() == before


@pytest.mark.usefixtures("patience")
async def test_nobody_but_a_member_throws_a_lot(desk: Desk) -> None:
    await desk.set_up(WITHOUT_IVANOV)
    _, data = desk.petrov.data("7")
    before = await desk.stored()
    for person in (desk.anna, desk.ivanov, desk.smirnov, desk.orlova):
        assert await person.taps_data(1, data) == "В этой жеребьёвке участвуют только менеджеры сегмента"
    assert await desk.stranger(999).taps_data(1, data) == "Эта кнопка не для вашей роли"
    assert await desk.stored() == before


async def test_draw_shows_this_weeks_draw_and_the_next(desk: Desk) -> None:
    await desk.passes(minutes=15)
    for person in (desk.petrov, desk.smirnov, desk.orlova):
        count = len(person.messages())
        await person.sends("/draw")
        first, second = person.messages()[-2:]
        assert first.text.startswith("🎲 Порядок на неделю с 23 ноября")
        assert "неделя с 30 ноября" in second.text
        assert len(person.messages()) == count, "the old ones are gone"
    assert desk.petrov.card(NEXT).button("7") and not desk.smirnov.card(NEXT).button("7")


@pytest.mark.usefixtures("patience")
async def test_draw_is_not_for_whoever_has_no_lottery_or_no_business_with_it(desk: Desk) -> None:
    await desk.set_up(WITHOUT_IVANOV)
    await desk.ivanov.sends("/draw")
    assert desk.ivanov.card().text == "В ваших сегментах лиды сейчас делят без жеребьёвки."
    await desk.anna.sends("/draw")
    assert "не для вашей роли" in desk.anna.card().text
    stranger = desk.stranger(999)
    await stranger.sends("/draw")
    assert "по приглашению" in stranger.card().text
