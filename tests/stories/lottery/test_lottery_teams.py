"""The weekly draw when people and segments come and go."""

from __future__ import annotations

from pathlib import Path

from tests.offices import LOTTERY, OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.lottery import seen


async def test_a_segment_that_leaves_the_lottery_holds_nothing(desk: Desk) -> None:
    await desk.petrov.taps("7")
    message, data = desk.ivanov.data("5")
    await desk.set_up(OFFICE)
    assert await desk.ivanov.taps_data(message, data) == "Такой жеребьёвки сейчас нет"
    await desk.passes(**seen.TO_FRIDAY)
    assert not await seen.entries(desk, "draw_opened")
    assert len(await seen.entries(desk, "draw_announced")) == 1
    await desk.ivanov.sends("/draw")
    assert "без жеребьёвки" in desk.ivanov.card().text


async def test_a_segment_that_comes_back_in_the_same_week_keeps_promise_and_lots(desk: Desk) -> None:
    kept = seen.promise(await seen.proof(desk.petrov, seen.BEFORE, seen.THIS))
    await desk.petrov.taps("7")
    await desk.set_up(OFFICE)
    await desk.passes(days=2)
    await desk.set_up(LOTTERY)
    text = seen.week(desk.petrov, seen.HELD, seen.THIS)
    assert seen.checked_by_hand(text, kept) == seen.plan(text)[:3]
    assert "Числа: Пётр Петров 7" in text
    assert seen.has_week(desk.petrov, seen.BEFORE, seen.NEXT)


async def test_a_segment_that_comes_back_in_another_week_begins_anew(desk: Desk) -> None:
    await desk.set_up(OFFICE)
    await desk.passes(days=8)
    await desk.set_up(LOTTERY)
    assert "вт, 1 дек., 10:15" in seen.week(desk.petrov, seen.BEFORE, seen.NEXT)
    assert not await seen.entries(desk, "draw_opened")


async def test_whoever_is_away_when_the_week_is_drawn_is_drawn_all_the_same(desk: Desk) -> None:
    await desk.sidorova.sends("/off 01.12")
    await desk.petrov.sends("/off")
    await desk.passes(minutes=15)
    text = seen.week(desk.ivanov, seen.HELD, seen.THIS)
    assert sorted(set(seen.plan(text))) == sorted(seen.NAMES.values())
    assert "Кого в свой день нет, того заменяет следующий по кругу" in text


async def test_whoever_joins_after_the_draw_stands_at_the_end_and_takes_part_in_the_next(
    tmp_path: Path,
) -> None:
    async with office(tmp_path, seen.WITHOUT_IVANOV) as desk:
        await desk.passes(minutes=15)
        before = seen.week(desk.petrov, seen.HELD, seen.THIS)
        await desk.set_up(LOTTERY)
        assert not desk.ivanov.messages()
        await desk.ivanov.sends("/draw")
        text = seen.week(desk.ivanov, seen.HELD, seen.THIS)
        assert "Пришли после жеребьёвки, стоят в конце: Иван Иванов" in text
        assert seen.plan(text) == seen.plan(before), "nobody's day has changed"
        await desk.ivanov.taps("4", on=seen.NEXT)
        await desk.passes(**seen.TO_FRIDAY)
        assert "Числа: Иван Иванов 4" in seen.week(desk.petrov, seen.HELD, seen.NEXT)
        assert "Иван Иванов" in seen.plan(seen.week(desk.petrov, seen.HELD, seen.NEXT))


async def test_whoever_leaves_before_the_draw_is_not_drawn_and_his_lot_counts_all_the_same(
    desk: Desk,
) -> None:
    """Or else whoever may change the segment could take a lot out by taking its owner out for a moment."""
    kept = seen.promise(await seen.proof(desk.petrov, seen.BEFORE, seen.THIS))
    await desk.ivanov.taps("5")
    await desk.set_up(seen.WITHOUT_IVANOV)
    await desk.passes(minutes=15)
    text = seen.week(desk.petrov, seen.HELD, seen.THIS)
    assert "Числа: Иван Иванов 5" in text
    assert sorted(seen.checked_by_hand(text, kept)) == ["Ольга Сидорова", "Пётр Петров"]
    assert not desk.ivanov.sees(seen.THIS), "it is not his business any more"


async def test_two_segments_draw_their_weeks_each_for_itself(tmp_path: Path) -> None:
    async with office(tmp_path, varied(LOTTERY, segments={"tatarstan": {"scheme": "lottery"}})) as desk:
        await desk.petrov.taps("7", on="Татарстан")
        assert desk.petrov.card("Все остальные").button("7"), "one lot for each"
        assert desk.ivanov.has("7") and not desk.ivanov.sees("Татарстан")
        await desk.passes(minutes=15)
        assert "Числа: Пётр Петров 7" in desk.sidorova.card("Порядок на неделю с 23 ноября · Татарстан").text
        assert "Чисел никто" in desk.sidorova.card("Порядок на неделю с 23 ноября · Все остальные").text
        assert await seen.verified(desk) == []


async def test_where_nobody_is_there_is_nothing_to_draw(tmp_path: Path) -> None:
    empty = varied(LOTTERY, segments={"rest": {"members": []}})
    async with office(tmp_path, empty) as desk:
        await desk.passes(days=7)
        assert not await seen.entries(desk, "draw_announced")
        await desk.set_up(LOTTERY)
        assert len(await seen.entries(desk, "draw_announced")) == 1


async def test_weeks_follow_each_other_for_as_long_as_the_segment_stays(desk: Desk) -> None:
    await desk.passes(days=29)
    opened = await seen.entries(desk, "draw_opened")
    assert [e["monday"] for e in opened] == [
        *("2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21"),
    ]
    assert len({e["secret"] for e in opened}) == 5


async def test_the_card_speaks_the_readers_language_at_once(desk: Desk) -> None:
    await desk.petrov.starts()
    await desk.petrov.taps("English")
    assert "Pick a number from 1 to 9" in desk.petrov.card("The draw").text
    assert await desk.petrov.taps("7", on="The draw") == "Your number counts"
    await desk.passes(minutes=15)
    assert "Numbers: Пётр Петров 7" in desk.petrov.card("The order of the week of 23 November").text
