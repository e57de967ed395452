"""The weekly draw in the chat: promised, lots thrown in, held on Friday, checked with ten lines of Python."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import build_app
from bot.standin.faults import Again
from leads.proof.draw_checks import differences, holds, retold
from storage import draws, ledger
from storage.database import Database
from tests.rules import ten_lines
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.test_restarts import dies_having_said
from tests.stories.the_office import LOTTERY, OFFICE

WITHOUT_IVANOV = LOTTERY.replace('"sidorova", "ivanov"]', '"sidorova"]')
BEFORE, HELD = "Жеребьёвка", "Порядок на неделю"
THIS, NEXT, AFTER_NEXT = "23 ноября", "30 ноября", "7 декабря"
TO_FRIDAY = {"days": 4, "hours": 7}  # from Monday, 10:00
NAMES = {"petrov": "Пётр Петров", "sidorova": "Ольга Сидорова", "ivanov": "Иван Иванов"}


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Monday, 10:00: `rest` has just come to the lottery."""
    async with office(tmp_path, LOTTERY) as desk:
        yield desk
        assert await verified(desk) == []


async def verified(desk: Desk) -> list[str]:
    """What is wrong with any draw, or with what the ledger tells of it."""
    async with desk.database.read() as conn:
        told = retold(await ledger.everything(conn))
        every = await draws.everything(conn)
    assert len(told) == len(every)
    return [w for d in every for w in (*holds(d), *differences(d, told.get((d.segment, d.monday))))]


async def entries(desk: Desk, kind: str) -> list[dict[str, Any]]:
    async with desk.database.read() as conn:
        return [json.loads(e.body) for e in await ledger.everything(conn) if e.kind == kind]


async def secrets_not_opened(desk: Desk) -> list[str]:
    async with desk.database.read() as conn:
        return [d.secret for d in await draws.everything(conn) if d.secret and not d.opened_at]


def everybody(desk: Desk) -> list[Person]:
    return [desk.anna, desk.petrov, desk.sidorova, desk.ivanov, desk.smirnov, desk.orlova]


def week(person: Person, title: str, day: str) -> str:
    """The card of one week as this person sees it."""
    found = [m.text for m in person.messages() if title in m.text.splitlines()[0] and day in m.text]
    assert len(found) == 1, person.chat()
    return found[0]


def has_week(person: Person, title: str, day: str) -> bool:
    return any(title in m.text.splitlines()[0] and day in m.text for m in person.messages())


def promise(text: str) -> str:
    return found(r"SHA-256 секрета: ([0-9a-f]{64})$", text)[0]


def plan(text: str) -> list[str]:
    """The names of the days, in order."""
    return re.findall(r"^\w\w \d\d\.\d\d (.*?)(?: \(вы\))?$", text, re.MULTILINE)


def checked_by_hand(text: str, promised: str) -> list[str]:
    """The order as a manager finds it, with nothing but the card, his own copy of the promise and the docs."""
    seed = found(r"^(\w{64})\|(.*)\|(.*)\|(.*)\|$", text)
    names = found("Имена: (.*)$", text)
    printed = ten_lines.run(ten_lines.put_in(promised, *seed, *names))
    return [NAMES[name] for name in re.findall(r"'(\w+)'", printed)]


def found(pattern: str, text: str) -> tuple[str, ...]:
    match = re.search(pattern, text, re.MULTILINE)
    assert match, text
    return match.groups()


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
        await taker.taps("Беру")


async def test_a_week_from_the_promise_to_the_plan_and_its_proof(desk: Desk) -> None:
    await desk.passes(minutes=15)
    kept = promise(week(desk.ivanov, BEFORE, NEXT))
    assert await desk.petrov.taps("7", on=NEXT) == "Число принято"
    assert await desk.sidorova.taps("3", on=NEXT) == "Число принято"
    await desk.passes(days=4, hours=6, minutes=44)
    assert not has_week(desk.ivanov, HELD, NEXT), "one minute to five on Friday"
    await desk.passes(minutes=1)
    text = week(desk.ivanov, HELD, NEXT)
    order = checked_by_hand(text, kept)
    assert sorted(order) == sorted(NAMES.values())
    assert plan(text) == [*order, *order], "Monday to Saturday, as the office is open"
    assert re.findall(r"^\w\w \d\d\.\d\d", text, re.MULTILINE) == [
        *("пн 30.11", "вт 01.12", "ср 02.12", "чт 03.12", "пт 04.12", "сб 05.12"),
    ]
    assert f"следующий по кругу: {' → '.join(order)}" in text
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
        assert "Уже выбрали: Пётр Петров" in text
        assert "7" not in text.replace(promise(text), "").replace("27 нояб., 17:00", "")
    assert desk.sidorova.card(NEXT).button("7") and not desk.petrov.card(NEXT).buttons
    assert not desk.smirnov.card(NEXT).buttons and not desk.orlova.card(NEXT).buttons


async def test_no_screen_and_no_entry_of_the_ledger_has_the_secret_before_the_draw(desk: Desk) -> None:
    await desk.petrov.taps("7")
    for person in everybody(desk):
        await person.sends("/draw")
    (secret,) = await secrets_not_opened(desk)
    async with desk.database.read() as conn:
        bodies = " ".join(e.body for e in await ledger.everything(conn))
    chats = " ".join(person.chat() for person in everybody(desk))
    assert secret not in bodies + chats
    await desk.passes(minutes=15)
    async with desk.database.read() as conn:
        assert secret in " ".join(e.body for e in await ledger.everything(conn))
    assert secret in desk.ivanov.chat()


async def test_the_ledger_tells_the_whole_story(desk: Desk) -> None:
    await desk.sidorova.taps("3")
    await desk.passes(minutes=15)
    this, following = await entries(desk, "draw_announced")
    assert (this["segment"], this["monday"], following["monday"]) == ("rest", "2026-11-23", "2026-11-30")
    assert this["draw_at"] == "2026-11-23T07:15:00+00:00"
    assert await entries(desk, "lot_thrown") == [
        {"segment": "rest", "monday": "2026-11-23", "who": "sidorova", "lot": 3}
    ]
    (opened,) = await entries(desk, "draw_opened")
    assert opened.keys() == {"segment", "monday", "secret", "lots", "members", "order"}
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
    stranger = desk.stranger(999)
    for person in (desk.anna, desk.ivanov, desk.smirnov, desk.orlova, stranger):
        assert await person.taps_data(1, data) == "В этой жеребьёвке участвуют только менеджеры сегмента"
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
    assert desk.petrov.card(NEXT).button("7") and not desk.smirnov.card(NEXT).buttons


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


async def test_a_draw_goes_on_through_restarts_after_every_step(desk: Desk) -> None:
    await desk.restarts()
    await desk.petrov.taps("7")
    await desk.restarts()
    kept = promise(week(desk.petrov, BEFORE, THIS))
    await desk.passes(minutes=14)
    await desk.restarts()
    await desk.passes(minutes=1)
    await desk.restarts()
    await desk.settle()
    text = week(desk.petrov, HELD, THIS)
    assert checked_by_hand(text, kept) == plan(text)[:3]
    assert "Числа: Пётр Петров 7" in text
    assert len(await entries(desk, "draw_announced")) == 2
    assert len(await entries(desk, "draw_opened")) == 1


async def test_killed_after_the_draw_is_stored_and_before_anybody_is_told(desk: Desk) -> None:
    desk.clock.advance(timedelta(minutes=15))
    await desk.app.clockwork.tick()
    await desk.restarts()
    await desk.settle()
    assert has_week(desk.petrov, HELD, THIS)
    assert len(await entries(desk, "draw_opened")) == 1


async def test_killed_when_a_card_may_have_arrived_it_is_sent_once_more_and_lives_on(desk: Desk) -> None:
    """Whoever has the first copy only would never see the plan: that one the program has lost from sight."""
    await desk.passes(minutes=15)
    await desk.petrov.taps("7", on=NEXT)
    desk.clock.advance(timedelta(days=4, hours=7))
    await dies_having_said(desk, f"{HELD} с {NEXT}")
    copies = [m for p in everybody(desk) for m in p.messages() if f"{HELD} с {NEXT}" in m.text]
    assert len(copies) == 5 + 1
    await desk.petrov.starts()
    await desk.petrov.taps("English")
    assert "Numbers: Пётр Петров 7" in desk.petrov.card("The order of the week of 30 November").text


@pytest.mark.usefixtures("sqlite_threads")
async def test_one_draw_even_if_several_programs_hold_it(desk: Desk) -> None:
    database = Database(desk.address)
    twin = build_app(desk.app.bot, "twin", database, desk.clock)
    desk.clock.advance(timedelta(minutes=15))
    await asyncio.gather(twin.clockwork.tick(), desk.app.clockwork.tick(), twin.clockwork.tick())
    await database.close()
    await desk.settle()
    assert len(await entries(desk, "draw_announced")) == 2
    assert len(await entries(desk, "draw_opened")) == 1
    assert has_week(desk.petrov, HELD, THIS)


async def test_a_draw_that_was_missed_is_held_at_once(desk: Desk) -> None:
    """The bot was down from Monday until Saturday."""
    await desk.passes(minutes=15)
    kept = promise(week(desk.petrov, BEFORE, NEXT))
    desk.clock.advance(timedelta(days=5))
    await desk.restarts()
    await desk.settle()
    text = week(desk.petrov, HELD, NEXT)
    assert checked_by_hand(text, kept) == plan(text)[:3]
    assert "пт, 4 дек., 17:00" in week(desk.petrov, BEFORE, AFTER_NEXT)


async def test_a_draw_that_was_missed_is_held_in_its_own_week_too(desk: Desk) -> None:
    await desk.passes(minutes=15)
    await desk.petrov.taps("7", on=NEXT)
    desk.clock.advance(timedelta(days=9))
    await desk.restarts()
    await desk.settle()
    assert "Числа: Пётр Петров 7" in week(desk.petrov, HELD, NEXT), "Wednesday of that very week"


async def test_after_weeks_without_the_bot_the_present_week_is_promised_anew(desk: Desk) -> None:
    await desk.passes(minutes=15)
    desk.clock.advance(timedelta(days=16))
    await desk.restarts()
    await desk.settle()
    assert not has_week(desk.petrov, HELD, NEXT), "its week is over"
    assert "ср, 9 дек., 10:30" in week(desk.petrov, BEFORE, AFTER_NEXT)
    assert len(await secrets_not_opened(desk)) == 2
    await desk.passes(minutes=15)
    assert has_week(desk.petrov, HELD, AFTER_NEXT)
    assert len(await secrets_not_opened(desk)) == 2, "the missed one stays as it is, and the next is promised"


async def test_a_week_that_is_over_is_not_drawn_and_its_card_says_so(desk: Desk) -> None:
    await desk.passes(minutes=15)
    message, data = desk.petrov.data("7", on=NEXT)
    desk.clock.advance(timedelta(days=16))
    await desk.restarts()
    await desk.settle()
    assert await desk.petrov.taps_data(message, data) == "Поздно: время этой жеребьёвки вышло"
    await desk.petrov.starts()
    await desk.petrov.taps("English")
    assert "Not held: the week went by without it" in desk.petrov.card("week of 30 November").text
    assert not desk.petrov.card("week of 30 November").buttons


async def test_a_segment_that_leaves_the_lottery_holds_nothing(desk: Desk) -> None:
    await desk.petrov.taps("7")
    message, data = desk.ivanov.data("5")
    await desk.set_up(OFFICE)
    assert await desk.ivanov.taps_data(message, data) == "Такой жеребьёвки сейчас нет"
    await desk.passes(**TO_FRIDAY)
    assert not await entries(desk, "draw_opened")
    assert len(await entries(desk, "draw_announced")) == 1
    await desk.ivanov.sends("/draw")
    assert "без жеребьёвки" in desk.ivanov.card().text


async def test_a_segment_that_comes_back_in_the_same_week_keeps_promise_and_lots(desk: Desk) -> None:
    kept = promise(week(desk.petrov, BEFORE, THIS))
    await desk.petrov.taps("7")
    await desk.set_up(OFFICE)
    await desk.passes(days=2)
    await desk.set_up(LOTTERY)
    text = week(desk.petrov, HELD, THIS)
    assert checked_by_hand(text, kept) == plan(text)[:3]
    assert "Числа: Пётр Петров 7" in text
    assert has_week(desk.petrov, BEFORE, NEXT)


async def test_a_segment_that_comes_back_in_another_week_begins_anew(desk: Desk) -> None:
    await desk.set_up(OFFICE)
    await desk.passes(days=8)
    await desk.set_up(LOTTERY)
    assert "вт, 1 дек., 10:15" in week(desk.petrov, BEFORE, NEXT)
    assert not await entries(desk, "draw_opened")


async def test_whoever_is_away_when_the_week_is_drawn_is_drawn_all_the_same(desk: Desk) -> None:
    await desk.sidorova.sends("/off 01.12")
    await desk.petrov.sends("/off")
    await desk.passes(minutes=15)
    text = week(desk.ivanov, HELD, THIS)
    assert sorted(set(plan(text))) == sorted(NAMES.values())
    assert "Кого в свой день нет, за того следующий по кругу" in text


async def test_whoever_joins_after_the_draw_stands_at_the_end_and_takes_part_in_the_next(
    tmp_path: Path,
) -> None:
    async with office(tmp_path, WITHOUT_IVANOV) as desk:
        await desk.passes(minutes=15)
        before = week(desk.petrov, HELD, THIS)
        await desk.set_up(LOTTERY)
        assert not desk.ivanov.messages()
        await desk.ivanov.sends("/draw")
        text = week(desk.ivanov, HELD, THIS)
        assert "Пришли после жеребьёвки, стоят в конце: Иван Иванов" in text
        assert plan(text) == plan(before), "nobody's day has changed"
        await desk.ivanov.taps("4", on=NEXT)
        await desk.passes(**TO_FRIDAY)
        assert "Числа: Иван Иванов 4" in week(desk.petrov, HELD, NEXT)
        assert "Иван Иванов" in plan(week(desk.petrov, HELD, NEXT))


async def test_whoever_leaves_before_the_draw_is_not_drawn_and_his_lot_counts_all_the_same(
    desk: Desk,
) -> None:
    """Or else whoever may change the segment could take a lot out by taking its owner out for a moment."""
    kept = promise(week(desk.petrov, BEFORE, THIS))
    await desk.ivanov.taps("5")
    await desk.set_up(WITHOUT_IVANOV)
    await desk.passes(minutes=15)
    text = week(desk.petrov, HELD, THIS)
    assert "Числа: Иван Иванов 5" in text
    assert sorted(checked_by_hand(text, kept)) == ["Ольга Сидорова", "Пётр Петров"]
    assert not desk.ivanov.sees(THIS), "it is not his business any more"


async def test_two_segments_draw_their_weeks_each_for_itself(tmp_path: Path) -> None:
    async with office(tmp_path, LOTTERY.replace('scheme = "queue"', 'scheme = "lottery"')) as desk:
        await desk.petrov.taps("7", on="Татарстан")
        assert desk.petrov.card("Все остальные").button("7"), "one lot for each"
        assert desk.ivanov.has("7") and not desk.ivanov.sees("Татарстан")
        await desk.passes(minutes=15)
        assert "Числа: Пётр Петров 7" in desk.sidorova.card("Порядок на неделю с 23 ноября · Татарстан").text
        assert "Чисел никто" in desk.sidorova.card("Порядок на неделю с 23 ноября · Все остальные").text
        assert await verified(desk) == []


async def test_where_nobody_is_there_is_nothing_to_draw(tmp_path: Path) -> None:
    empty = LOTTERY.replace('"petrov", "sidorova", "ivanov"]', "]")
    async with office(tmp_path, empty) as desk:
        await desk.passes(days=7)
        assert not await entries(desk, "draw_announced")
        await desk.set_up(LOTTERY)
        assert len(await entries(desk, "draw_announced")) == 1


async def test_weeks_follow_each_other_for_as_long_as_the_segment_stays(desk: Desk) -> None:
    await desk.passes(days=29)
    opened = await entries(desk, "draw_opened")
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
