"""A manager looks for somebody to take a duty of his, and a colleague does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.commands import offices
from bot.commands.loading import Voice
from leads.wall_clock import instant
from screens.buttons.of_duty import SeekSwap, TakeSwap, WithdrawSwap
from tests.leads.duty.rosters import clock
from tests.leads.office import MOSCOW
from tests.offices import DUTY, MONDAY_TEN, OFFICE, WEEK, on_duty, varied
from tests.stories.desk import Desk, office
from tests.stories.duties import everybodys, seeks, to_seek
from tests.stories.people import everybody
from tests.stories.words import CLAIM, DETAILS, HIDE_LIST, SEEK, TAKE_SHIFT, WITHDRAW

TUESDAY = "вт 24.11"
CLIENT = "Клиент без телефона, окна"  # of the segment for everybody else
THURSDAY_END = int(instant(clock("2026-11-26 18:00"), MOSCOW).timestamp())


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, DUTY) as desk:
        yield desk


async def sought(desk: Desk) -> None:
    """Petrov looks for somebody for Tuesday."""
    assert await seeks(desk.petrov, TUESDAY) == "Ищу замену, коллеги уже видят"


async def kinds(desk: Desk) -> list[str]:
    """Those entries of the ledger that came after the set-up."""
    told = [entry[3] for entry in (await desk.stored())["ledger"]]
    return [kind for kind in told if kind not in {"scheme_switched", "member_joined", "set_up"}]


async def test_a_colleague_takes_the_duty_and_gets_its_leads(desk: Desk) -> None:
    await sought(desk)
    assert "вт 24.11 09:00–18:00" in desk.ivanov.card("ищет замену").text
    assert await desk.ivanov.taps(TAKE_SHIFT) == "Смена ваша"

    assert "Вместо: Пётр Петров" in desk.ivanov.card("Смена ваша").text
    assert "Дежурит Иван Иванов" in desk.petrov.card("Замена нашлась").text
    assert "Дежурит Иван Иванов" in desk.sidorova.card("Замена нашлась").text
    assert "Дежурит Иван Иванов" in desk.smirnov.card("вт 24.11").text, "the head is told"
    assert not any(p.has("Возьму") or p.has(WITHDRAW) for p in everybody(desk).values())
    assert await kinds(desk) == ["swap_opened", "swap_taken"]

    await desk.passes(days=1)
    await desk.lead(CLIENT)
    assert desk.ivanov.has(CLAIM) and not desk.petrov.has(CLAIM)
    await desk.passes(days=1)
    await desk.lead(CLIENT)
    assert desk.petrov.has(CLAIM), "Wednesday is his again"


async def test_the_owner_sees_his_answer_at_the_end_of_the_chat(desk: Desk) -> None:
    await sought(desk)
    before = desk.petrov.card("Ищем вам замену").message_id
    await desk.petrov.sends("/me")
    await desk.ivanov.taps(TAKE_SHIFT)
    assert desk.petrov.messages()[-1].text.startswith("✅ Замена нашлась")
    assert before not in {message.message_id for message in desk.petrov.messages()}


async def test_the_roster_that_is_open_stays_true(desk: Desk) -> None:
    await everybodys(desk.ivanov)
    await sought(desk)
    assert "Пётр Петров · 🔄 ищут замену" in desk.ivanov.card("Кто когда дежурит").text
    assert "вт 24.11 09:00–18:00 · 🔄 ищем замену" in desk.petrov.card("Когда вы дежурите").text
    await desk.petrov.taps(SEEK)
    assert not desk.petrov.has(TUESDAY), "it is looked for already"
    await desk.ivanov.taps(TAKE_SHIFT)
    taken = "вт 24.11 09:00–18:00 · Иван Иванов · 🔄 вместо: Пётр Петров"
    assert taken in desk.ivanov.card("Кто когда дежурит").text
    assert taken in await everybodys(desk.petrov)
    await desk.ivanov.sends("/roster")
    assert "вт 24.11 09:00–18:00 · 🔄 вместо: Пётр Петров" in desk.ivanov.card("Когда вы дежурите").text
    await desk.ivanov.taps(SEEK)
    assert desk.ivanov.has(TUESDAY), "now he could look for somebody himself"


async def test_when_do_i_work_is_answered_in_five_lines_and_a_day_is_chosen(desk: Desk) -> None:
    """Of two weeks there is one button, and the days behind it."""
    await desk.petrov.sends("/roster")
    card = desk.petrov.card("Когда вы дежурите")
    assert len(card.text.splitlines()) <= 5 + 1 and "Сидорова" not in card.text
    assert [button.text for row in card.buttons for button in row] == ["🔄 Ищу замену", "Весь график"]
    await desk.petrov.taps(SEEK)
    days = [b.text for row in desk.petrov.card("Какой день отдать").buttons for b in row]
    assert days[:2] == ["пн 23.11", "вт 24.11"] and days[-1] == "Скрыть список"
    await desk.petrov.taps(HIDE_LIST)
    assert not desk.petrov.has("вт 24.11") and desk.petrov.has(SEEK)
    assert len(desk.petrov.messages()) == 1, "all of it on one card, and no pictures unasked"


async def test_on_a_day_with_two_duties_the_duty_is_chosen(desk: Desk) -> None:
    twice = on_duty("petrov", "tue 20:00-22:00")
    await desk.set_up(varied(DUTY, shifts=[*WEEK, twice]))
    assert await seeks(desk.petrov, TUESDAY) == "", "which of them"
    assert await desk.petrov.taps("вт 24.11 20:00–22:00") == "Ищу замену, коллеги уже видят"
    assert "20:00–22:00" in desk.ivanov.card("ищет замену").text


async def test_where_leads_go_by_another_scheme_there_is_no_roster(desk: Desk) -> None:
    await desk.set_up(varied(DUTY, segments={"rest": {"scheme": "queue"}}))
    for person in (desk.petrov, desk.smirnov, desk.orlova):
        await person.sends("/roster")
        assert person.card().text == "В ваших сегментах лиды сейчас делят без дежурств."
        assert not person.card().buttons
    await desk.set_up(DUTY)
    assert "Когда вы дежурите" in desk.petrov.card().text, "the card stays true"


async def test_a_withdrawn_swap_is_withdrawn_for_all(desk: Desk) -> None:
    await sought(desk)
    take = desk.ivanov.data(TAKE_SHIFT)
    withdraw = desk.petrov.data(WITHDRAW)
    assert await desk.petrov.taps(WITHDRAW) == "Отозвано, смена остаётся вашей"
    assert "больше не нужна" in desk.ivanov.card("вт 24.11").text
    assert not desk.ivanov.has(TAKE_SHIFT)
    assert await desk.ivanov.taps_data(*take) == "Замена больше не нужна"
    assert await desk.petrov.taps_data(*withdraw) == "Замена больше не нужна"
    assert await seeks(desk.petrov, TUESDAY) == "Ищу замену, коллеги уже видят", "and may be sought again"


async def test_late_doubled_and_wrong_taps_are_answered_politely(desk: Desk) -> None:
    await sought(desk)
    seek = await to_seek(desk.petrov, "ср 25.11")
    late, own = desk.sidorova.data(TAKE_SHIFT), desk.petrov.data(WITHDRAW)
    taken = desk.ivanov.data(TAKE_SHIFT)
    assert await desk.petrov.taps_data(own[0], late[1]) == "Это ваша собственная смена"
    assert await desk.sidorova.taps_data(late[0], own[1]) == "Отозвать может только тот, чья смена"
    await desk.ivanov.taps(TAKE_SHIFT)
    assert await desk.sidorova.taps_data(*late) == "Смену уже взяли: Иван Иванов"
    assert await desk.ivanov.taps_data(*taken) == "Смена уже ваша"
    assert await desk.petrov.taps_data(*own) == "Смену уже взяли: Иван Иванов"
    assert await desk.petrov.taps_data(*seek) == "Ищу замену, коллеги уже видят"
    assert await desk.petrov.taps_data(*seek) == "Замену на эту смену уже ищем"


async def test_who_is_on_duty_then_himself_cannot_take_it(desk: Desk) -> None:
    await desk.set_up(varied(DUTY, shifts=[*WEEK, on_duty("ivanov", "tue 17:00-20:00")]))
    await sought(desk)
    assert await desk.ivanov.taps(TAKE_SHIFT) == "Вы сами дежурите в это время"
    assert await desk.sidorova.taps(TAKE_SHIFT) == "Смена ваша"


async def test_nobody_took_it_and_its_time_is_over(desk: Desk) -> None:
    await sought(desk)
    take = desk.ivanov.data(TAKE_SHIFT)
    await desk.passes(days=1, hours=7, minutes=59)
    assert desk.ivanov.has(TAKE_SHIFT), "till the last minute"
    await desk.passes(minutes=1)
    for person in (desk.petrov, desk.ivanov, desk.sidorova):
        assert "Замены не нашлось" in person.card("вт 24.11").text
        assert not person.has(TAKE_SHIFT) and not person.has(WITHDRAW)
    assert await desk.ivanov.taps_data(*take) == "Поздно: смена уже закончилась"


async def test_one_leaves_in_the_middle_of_his_duty(desk: Desk) -> None:
    await seeks(desk.petrov, "пн 23.11")
    await desk.passes(hours=2, minutes=30)
    await desk.lead(CLIENT)
    assert desk.petrov.has(CLAIM), "until somebody takes it, it is his"
    await desk.ivanov.taps(TAKE_SHIFT)
    assert "пн 23.11 12:30–18:00" in desk.ivanov.card("Смена ваша").text
    assert desk.ivanov.has(CLAIM), "he is on duty from now on"
    assert "Ваше дежурство кончилось, вам это ничего не стоит" in desk.petrov.card("№1").text


async def test_a_duty_goes_from_hand_to_hand(desk: Desk) -> None:
    await sought(desk)
    await desk.ivanov.taps(TAKE_SHIFT)
    await seeks(desk.ivanov, TUESDAY)
    await desk.sidorova.taps(TAKE_SHIFT)
    await desk.passes(days=1)
    await desk.lead(CLIENT)
    assert desk.sidorova.has(CLAIM)
    assert not desk.petrov.has(CLAIM) and not desk.ivanov.has(CLAIM)


async def test_a_swap_survives_a_restart_and_the_same_office_file(desk: Desk) -> None:
    await sought(desk)
    await desk.restarts()
    await desk.ivanov.taps(TAKE_SHIFT)
    await desk.restarts()
    await desk.set_up(DUTY)
    await desk.passes(days=1)
    await desk.lead(CLIENT)
    assert desk.ivanov.has(CLAIM)


async def test_a_changed_office_file_shows_on_the_cards_at_once(desk: Desk, tmp_path: Path) -> None:
    """Tuesdays are Sidorova's now: Petrov has nothing to give away any more."""
    await sought(desk)
    take = desk.ivanov.data(TAKE_SHIFT)
    file = tmp_path / "office.toml"
    tuesdays = on_duty("petrov", "mon,wed 09:00-18:00"), on_duty("sidorova", "tue,thu-fri 09:00-18:00")
    file.write_text(varied(DUTY, shifts=[*tuesdays, *WEEK[2:]]), "utf-8")
    await offices.load(file, desk.address, desk.clock, Voice(lambda _: None), yes=True)
    await desk.settle()
    assert "график изменился" in desk.ivanov.card("вт 24.11").text
    assert "вт 24.11 09:00–18:00 · Ольга Сидорова" in await everybodys(desk.petrov)
    assert await desk.ivanov.taps_data(*take) == "Замена больше не нужна: график изменился"


async def test_when_the_one_who_took_it_leaves_the_office_it_is_the_owners_again(desk: Desk) -> None:
    await sought(desk)
    await desk.ivanov.taps(TAKE_SHIFT)
    await desk.set_up(varied(DUTY, people={"ivanov": None}))
    await desk.passes(days=1)
    await desk.lead(CLIENT)
    assert desk.petrov.has(CLAIM)


async def test_a_night_is_offered_as_one_duty_and_taken_after_midnight(tmp_path: Path) -> None:
    nights = varied(DUTY, shifts=[on_duty("petrov", "mon 22:00-06:00"), *WEEK[1:]])
    async with office(tmp_path, nights, MONDAY_TEN + timedelta(hours=13)) as desk:  # 23:00
        assert "пн 23.11 22:00–06:00 · Пётр Петров" in await everybodys(desk.petrov)
        assert "Ищу" in await seeks(desk.petrov, "пн 23.11")
        await desk.passes(hours=2)
        await desk.ivanov.taps(TAKE_SHIFT)
        assert "вт 24.11 01:00–06:00" in desk.ivanov.card("Смена ваша").text
        await desk.lead(CLIENT)
        assert desk.ivanov.has(CLAIM)


@pytest.mark.usefixtures("patience")
async def test_everybody_else_s_taps_change_nothing(desk: Desk) -> None:
    await sought(desk)
    before = await desk.stored()
    outsiders = [
        p for name, p in everybody(desk).items() if name in {"anna", "smirnov", "orlova", "stranger"}
    ]
    polite = {
        "Это дежурства другого сегмента",
        "Эта кнопка не для вашей роли",
        "Отозвать может только тот, чья смена",
    }
    for person in outsiders:
        for button in (
            SeekSwap(segment="rest", end=THURSDAY_END),
            TakeSwap(swap=1),
            WithdrawSwap(swap=1),
            TakeSwap(swap=99),
        ):
            assert await person.taps_data(1, button.pack()) in polite
    assert await desk.sidorova.taps_data(1, SeekSwap(segment="nowhere", end=5).pack()) in polite
    for person, segment, end in (
        (desk.ivanov, "rest", THURSDAY_END),
        (desk.sidorova, "tatarstan", THURSDAY_END),
        (desk.sidorova, "rest", 2**34 - 1),
    ):
        seek = SeekSwap(segment=segment, end=end).pack()
        assert await person.taps_data(1, seek) == "Этой смены у вас уже нет"
    for data in ("seek:rest:99999999999999", "take:-1", "take:99999999999999999999", "unswap:x", "seek::"):
        assert await desk.sidorova.taps_data(1, data) == ""
    assert await desk.stored() == before


async def test_who_has_left_taps_an_old_card_in_vain(desk: Desk) -> None:
    await sought(desk)
    take = desk.sidorova.data(TAKE_SHIFT)
    await desk.set_up(varied(OFFICE, segments={"rest": {"members": ["petrov", "ivanov"]}}))
    before = await desk.stored()
    assert await desk.sidorova.taps_data(*take) == "Это дежурства другого сегмента"
    assert await desk.stored() == before


async def test_whoever_blocked_the_bot_hinders_nobody(desk: Desk) -> None:
    desk.telegram.chats[desk.sidorova.id].blocked = True
    await sought(desk)
    assert await desk.ivanov.taps(TAKE_SHIFT) == "Смена ваша"


async def test_a_swap_into_rich_hours_is_seen_by_all_and_stays_in_the_heads_report(desk: Desk) -> None:
    for _ in range(6):
        await desk.lead()  # on a Monday at ten
    await desk.lead(CLIENT)
    for n in range(6):
        await desk.lead(f"Клиент 8 (495) 200-00-{n:02}, окна")
    assert await seeks(desk.petrov, "пн 30.11") == "Ищу замену, коллеги уже видят"
    rich = "Смена богаче обычной такой же длины на 5,7 лида"
    assert rich in desk.ivanov.card("ищет замену").text and rich in desk.petrov.card("Ищем вам замену").text
    await desk.ivanov.taps(TAKE_SHIFT)
    assert rich in desk.ivanov.card("Смена ваша").text
    await desk.passes(days=8)
    await desk.lead()
    await desk.smirnov.sends("/report")
    await desk.smirnov.taps("Неделя")
    await desk.smirnov.taps(DETAILS)
    told = desk.smirnov.card("Итоги").text
    assert "Заменами взяты часы богаче (+) или беднее (−), в лидах: Иван Иванов +" in told
    assert "Пётр Петров −" in told
    await desk.verifies()


async def test_where_hours_are_alike_no_card_speaks_of_it(desk: Desk) -> None:
    await sought(desk)
    assert "богаче" not in desk.ivanov.card("ищет замену").text
