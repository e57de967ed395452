"""One throw after the lots are closed, by somebody named before: in Telegram's own dice, once, and in time."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from leads.draws import seal_lot
from storage import draws
from tests.offices import LOTTERY, varied
from tests.stories.desk import Desk, office
from tests.stories.lottery.seen import (
    BEFORE,
    HELD,
    NEXT,
    THIS,
    checked_by_hand,
    entries,
    has_week,
    plan,
    promise,
    proof,
    verified,
    week,
)

TO_FIVE = {"days": 4, "hours": 6, "minutes": 45}  # from the draw of the first week


async def closed(desk: Desk) -> str:
    """Friday, five o'clock: no more numbers are taken. Returns the promise."""
    await desk.passes(minutes=15)
    kept = promise(await proof(desk.ivanov, BEFORE, NEXT))
    await desk.petrov.taps("7", on=NEXT)
    await desk.passes(**TO_FIVE)
    return kept


async def test_who_throws_is_named_before_and_asked_when_the_lots_are_closed(desk: Desk) -> None:
    await desk.passes(minutes=15)
    assert "Потом кости бросает Мария Орлова" in week(desk.petrov, BEFORE, NEXT)
    await desk.orlova.sends("/draw")
    assert "Потом кости бросаете вы" in week(desk.orlova, BEFORE, NEXT)
    assert "Числа: до пт, 27 нояб., 17:00" in week(desk.petrov, BEFORE, NEXT)
    assert "ваши числа и бросок после них" in await proof(desk.petrov, BEFORE, NEXT)
    await desk.petrov.taps("7", on=NEXT)
    assert "Пётр Петров (пн, 23 нояб., 10:15)" in week(desk.sidorova, BEFORE, NEXT)
    await desk.passes(**TO_FIVE)
    asked = desk.orlova.messages()[-1].text
    assert "Числа закрыты: пт, 27 нояб., 17:00\n👉 Отправьте сюда 🎰 одним сообщением до 19:00" in asked
    assert "Бросает Мария Орлова, ждём до 19:00" in week(desk.petrov, BEFORE, NEXT)
    assert not desk.sidorova.card(NEXT).button("5"), "it is too late for a number"
    assert not has_week(desk.petrov, HELD, NEXT)


async def test_the_throw_draws_the_week_and_the_order_hangs_on_it(desk: Desk) -> None:
    kept = await closed(desk)
    await desk.orlova.throws(37)
    text = await proof(desk.ivanov, HELD, NEXT)
    assert "Бросок: Мария Орлова 🎰 37" in text
    assert checked_by_hand(text, kept) == plan(text)[:3]
    [thrown] = await entries(desk, "draw_thrown")
    assert (thrown["who"], thrown["dice"], thrown["value"]) == ("orlova", "slot", 37)
    await desk.orlova.throws(1)
    assert len(await entries(desk, "draw_thrown")) == 1, "the first counts"
    assert "Сейчас бросок не нужен" in desk.orlova.messages()[-1].text, "it is no note on a lead"
    assert len(await entries(desk, "draw_opened")) == 2
    await desk.verifies()


async def test_other_dice_count_by_what_they_are(desk: Desk) -> None:
    await closed(desk)
    await desk.orlova.throws(4, "🎲")
    assert "Бросок: Мария Орлова 🎲 4" in week(desk.ivanov, HELD, NEXT)
    assert (await entries(desk, "draw_thrown"))[0]["dice"] == "die"


async def test_nobody_else_throws_and_nobody_before_the_lots_are_closed(desk: Desk) -> None:
    await desk.passes(minutes=15)
    await desk.orlova.throws(5)
    await desk.passes(**TO_FIVE)
    for person in (desk.petrov, desk.smirnov, desk.anna):
        await person.throws(5)
    assert not await entries(desk, "draw_thrown") and not has_week(desk.petrov, HELD, NEXT)


async def test_forwarded_dice_are_no_throw(desk: Desk) -> None:
    await closed(desk)
    petrov = {"id": desk.petrov.id, "is_bot": False, "first_name": "Пётр"}
    origin = {"type": "user", "sender_user": petrov, "date": int(desk.clock.now().timestamp())}
    desk.telegram._say(desk.orlova.id, {"dice": {"emoji": "🎰", "value": 64}, "forward_origin": origin})
    await desk.settle()
    assert not await entries(desk, "draw_thrown")


async def test_without_a_throw_the_week_is_drawn_after_two_hours_and_says_so(desk: Desk) -> None:
    kept = await closed(desk)
    await desk.passes(hours=1, minutes=59)
    assert not has_week(desk.petrov, HELD, NEXT)
    await desk.passes(minutes=1)
    text = await proof(desk.ivanov, HELD, NEXT)
    assert "Броска не было, его ждали: Мария Орлова" in text
    assert checked_by_hand(text, kept) == plan(text)[:3]
    await desk.orlova.throws(5)
    assert not await entries(desk, "draw_thrown")
    await desk.verifies()


async def test_a_restart_between_the_lots_and_the_throw(desk: Desk) -> None:
    await closed(desk)
    await desk.restarts()
    await desk.passes(minutes=5)
    await desk.restarts()
    await desk.orlova.throws(12)
    await desk.restarts()
    await desk.settle()
    assert "🎰 12" in week(desk.ivanov, HELD, NEXT)
    assert len(await entries(desk, "draw_opened")) == 2


async def test_down_for_the_whole_wait_it_is_drawn_without_a_throw(desk: Desk) -> None:
    await desk.passes(minutes=15)
    desk.clock.advance(timedelta(**TO_FIVE) + timedelta(hours=3))
    await desk.restarts()
    await desk.settle()
    assert "Броска не было" in week(desk.ivanov, HELD, NEXT)
    await desk.verifies()


async def test_without_a_director_the_head_throws_and_without_both_nobody(tmp_path: Path) -> None:
    alone = varied(LOTTERY, people={"orlova": None})
    async with office(tmp_path, alone) as desk:
        await desk.passes(minutes=15)
        assert "Потом кости бросает Сергей Смирнов" in week(desk.petrov, BEFORE, NEXT)
        await desk.passes(**TO_FIVE)
        await desk.smirnov.throws(9)
        assert "🎰 9" in week(desk.petrov, HELD, NEXT)
        assert await verified(desk) == []


async def test_before_the_draw_the_ledger_has_seals_and_after_it_what_they_are_of(desk: Desk) -> None:
    await desk.petrov.taps("7")
    [lot] = await entries(desk, "lot_thrown")
    assert lot.keys() == {"segment", "monday", "who", "seal"}
    monday = date.fromisoformat(lot["monday"])
    async with desk.database.reading() as store:
        assert not any(draw.salts for draw in draws.from_week(store, "rest", monday))
    await desk.passes(minutes=15)
    (opened,) = await entries(desk, "draw_opened")
    assert seal_lot(opened["salts"]["petrov"], "rest", monday, "petrov", 7) == lot["seal"]
    assert opened["lots"] == {"petrov": 7}


async def test_a_week_that_had_begun_is_drawn_without_a_throw_and_its_card_says_so(desk: Desk) -> None:
    assert "Неделя уже началась" in week(desk.petrov, BEFORE, THIS)
    assert "кости бросает" not in week(desk.petrov, BEFORE, THIS)
    await desk.passes(minutes=15)
    assert "Броска" not in week(desk.petrov, HELD, THIS)
    assert "Неделя уже началась" not in week(desk.petrov, BEFORE, NEXT)
    assert json.dumps(await entries(desk, "draw_announced")).count("orlova") == 1
