"""The head proposes next week's roster, approves it with one tap, and everybody has it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from screens.buttons.of_duty import ProposeRoster, SettleRoster
from tests.offices import DUTY, MONDAY_TEN, OFFICE, WEEK, on_duty, varied
from tests.stories.desk import Desk, office
from tests.stories.duties import everybodys, seeks
from tests.stories.people import everybody
from tests.stories.words import APPROVE, CLAIM, HIDE_LIST, PROPOSE_ROSTER, REFUSAL, SALE, TAKE_SHIFT

CLIENT = "Клиент без телефона, окна"  # of the segment for everybody else
WEDNESDAY = "ср 02.12 09:00–18:00"
ALL_ON_DUTY = [on_duty(who, "mon-sun 00:00-24:00") for who in ("petrov", "sidorova", "ivanov")]


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, DUTY) as desk:
        yield desk


async def proposed(desk: Desk, plan: str = "поровну") -> str:
    """What the head sees."""
    await desk.smirnov.sends("/roster")
    await desk.smirnov.taps(PROPOSE_ROSTER)
    assert await desk.smirnov.taps(plan) == "График готов, смотрите ниже"
    return desk.smirnov.card("График на").text.replace("\u00a0", " ")


async def entries(desk: Desk, kind: str) -> list[dict[str, Any]]:
    return [json.loads(entry[5]) for entry in (await desk.stored())["ledger"] if entry[3] == kind]


async def test_equal_hours_proposed_and_approved(desk: Desk) -> None:
    shown = await proposed(desk)
    assert "30 ноября – 6 декабря" in shown and "Часы поровну" in shown
    for line in ("Иван Иванов: 18 ч", "Пётр Петров: 18 ч", "Ольга Сидорова: 14 ч", f"{WEDNESDAY} · Ольга"):
        assert line in shown
    assert not desk.petrov.messages(), "nobody else is told of a proposal"
    assert await desk.smirnov.taps(APPROVE) == "График утверждён"
    assert "Утверждён: Сергей Смирнов" in desk.smirnov.card("График на").text
    assert not desk.smirnov.has(APPROVE)

    news = desk.sidorova.card("Новый график")
    assert "Ваши дежурства, всего 14\u00a0ч:" in news.text and WEDNESDAY in news.text
    assert "Петров" not in news.text, "what is the others' is in /roster"
    await everybodys(desk.ivanov)
    assert f"{WEDNESDAY} · Ольга Сидорова" in desk.ivanov.card("Кто когда").text
    assert "ср 25.11 09:00–18:00 · Пётр Петров" in desk.ivanov.card("Кто когда").text
    (approved,) = await entries(desk, "roster_approved")
    assert {"who": "sidorova", "from": "2026-12-02T09:00:00", "to": "2026-12-02T18:00:00"} in approved[
        "shifts"
    ]


async def test_leads_follow_the_approved_roster_and_the_week_after_the_old_one(desk: Desk) -> None:
    await proposed(desk)
    await desk.smirnov.taps(APPROVE)
    await desk.passes(days=9)  # Wednesday
    await desk.lead(CLIENT)
    assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)
    await desk.passes(days=7)
    await desk.lead(CLIENT)
    assert desk.petrov.has(CLAIM), "Wednesdays are Petrov's again"


async def test_who_sells_more_is_longer_on_duty_and_when_most_leads_come(tmp_path: Path) -> None:
    """Twelve leads, all on Monday morning; Ivanov sells each of his, the others lose theirs."""
    sample = varied(DUTY, segments={"rest": {"min_sample": 2, "ceiling": 2.0}})
    async with office(tmp_path, varied(sample, shifts=ALL_ON_DUTY)) as desk:
        for _ in range(12):
            await desk.lead(CLIENT)
            for person, ends in ((desk.petrov, REFUSAL), (desk.sidorova, REFUSAL), (desk.ivanov, SALE)):
                if person.has(CLAIM):
                    await person.taps(CLAIM)
                    await person.taps(ends)
        await desk.set_up(sample)
        shown = await proposed(desk, "по конверсии")
        assert "Иван Иванов: 32 ч, из них в горячее время 9 ч" in shown
        assert "пн 30.11 09:00–18:00 · Иван Иванов" in shown
        (entry,) = await entries(desk, "roster_proposed")
        assert entry["shares"] == {"ivanov": "2/3", "petrov": "1/6", "sidorova": "1/6"}


async def test_without_a_sale_by_conversion_is_by_weight(desk: Desk) -> None:
    await proposed(desk, "по конверсии")
    (entry,) = await entries(desk, "roster_proposed")
    assert set(entry["shares"].values()) == {"1/3"}


async def test_who_is_on_leave_is_not_planned_and_has_less_to_do_that_week(desk: Desk) -> None:
    await desk.ivanov.sends("/off 03.12")
    shown = await proposed(desk)
    his = [line for line in shown.splitlines() if line.endswith("· Иван Иванов")]
    assert [line.split()[1] >= "03.12" for line in his] == [True]
    assert "Иван Иванов: 9 ч" in shown and "Ольга Сидорова: 18 ч" in shown


async def test_with_everybody_on_leave_a_day_is_shown_as_empty(desk: Desk) -> None:
    for person in (desk.petrov, desk.sidorova, desk.ivanov):
        await person.sends("/off 01.12")
    shown = await proposed(desk)
    assert "пн 30.11 09:00–18:00 · ⚠️ никого" in shown
    await desk.smirnov.taps(APPROVE)
    assert "пн 30.11 09:00–18:00 · Пётр" not in await everybodys(desk.smirnov), "as it was approved"


async def test_a_second_roster_for_the_same_week_replaces_the_first(desk: Desk) -> None:
    await desk.ivanov.sends("/off 05.12")
    await proposed(desk)
    await desk.ivanov.sends("/on")
    await proposed(desk)
    first, second = (
        message.button(APPROVE) for message in desk.smirnov.messages() if message.button(APPROVE)
    )
    assert first and second and first.value != second.value
    await desk.smirnov.taps(first.value)
    assert "ср 02.12 09:00–18:00 · Пётр Петров" in await everybodys(desk.smirnov)
    await desk.smirnov.taps(second.value)
    assert f"{WEDNESDAY} · Ольга Сидорова" in desk.smirnov.card("Кто когда").text
    cards = [m.text for m in desk.smirnov.messages() if m.text.startswith("🗓 График на")]
    assert ["потом заменён" in text for text in cards] == [True, False]
    assert (await entries(desk, "roster_approved"))[1]["replaced"] == [1]


async def test_a_proposal_that_is_turned_down_changes_nothing(desk: Desk) -> None:
    await proposed(desk)
    assert await desk.smirnov.taps("Не надо") == "Хорошо, остаётся как было"
    assert "Не принят: Сергей Смирнов" in desk.smirnov.card("График на").text
    assert f"{WEDNESDAY} · Пётр Петров" in await everybodys(desk.petrov)
    assert not desk.petrov.sees("Новый график")


async def test_a_proposal_is_settled_once(desk: Desk) -> None:
    await proposed(desk)
    approve, dismiss = desk.smirnov.data(APPROVE), desk.smirnov.data("Не надо")
    await desk.smirnov.taps(APPROVE)
    before = await desk.stored()
    for late in (approve, dismiss):
        assert await desk.smirnov.taps_data(*late) == "Решение по графику уже принято: Сергей Смирнов"
    assert await desk.stored() == before


async def test_a_week_that_has_begun_is_not_planned_anew(desk: Desk) -> None:
    await proposed(desk)
    await desk.passes(days=6, hours=13, minutes=59)  # Sunday, a minute before midnight
    assert desk.smirnov.has(APPROVE)
    await desk.passes(minutes=1)
    before = await desk.stored()
    assert await desk.smirnov.taps(APPROVE) == "Эта неделя уже началась"
    assert await desk.stored() == before


async def test_a_roster_with_somebody_who_has_left_is_not_approved(desk: Desk) -> None:
    await proposed(desk)
    await desk.set_up(varied(DUTY, segments={"rest": {"members": ["petrov", "sidorova"]}}, shifts=WEEK[:2]))
    assert await desk.smirnov.taps(APPROVE) == "Сегмент с тех пор изменился, предложите график заново"


async def test_a_roster_is_not_approved_where_leads_go_by_another_scheme_by_then(desk: Desk) -> None:
    await proposed(desk)
    await desk.set_up(varied(DUTY, segments={"rest": {"scheme": "queue"}}))
    assert await desk.smirnov.taps(APPROVE) == "Сегмент с тех пор изменился, предложите график заново"
    assert not desk.petrov.sees("Новый график")


async def test_the_swaps_of_the_week_end_with_the_plan_that_they_were_about(desk: Desk) -> None:
    await seeks(desk.petrov, "вт 24.11")
    await seeks(desk.petrov, "вт 01.12")
    await seeks(desk.petrov, "ср 02.12")
    await desk.ivanov.taps(TAKE_SHIFT, on="вт 01.12")
    assert "Замены на эту неделю отменятся: 2" in await proposed(desk)
    take = desk.ivanov.data(TAKE_SHIFT, on="ср 02.12")
    await desk.smirnov.taps(APPROVE)
    for day in ("вт 01.12", "ср 02.12"):
        assert "график изменился" in desk.petrov.card(f"{day} 09:00–18:00 · Все остальные").text
    assert await desk.ivanov.taps_data(*take) == "Замена больше не нужна: график изменился"
    assert "вт 01.12 09:00–18:00 · Пётр Петров" in await everybodys(desk.petrov), "as it was approved"
    assert desk.ivanov.card("вт 24.11").button(TAKE_SHIFT), "this week's goes on"


async def test_a_duty_of_the_approved_roster_may_be_swapped(desk: Desk) -> None:
    await proposed(desk)
    await desk.smirnov.taps(APPROVE)
    await seeks(desk.sidorova, "ср 02.12")
    await desk.petrov.taps(TAKE_SHIFT)
    await desk.passes(days=9)
    await desk.lead(CLIENT)
    assert desk.petrov.has(CLAIM)


async def test_an_approved_roster_survives_restarts_and_the_same_office_file(desk: Desk) -> None:
    await proposed(desk)
    await desk.smirnov.taps(APPROVE)
    await desk.restarts()
    await desk.set_up(DUTY)
    assert f"{WEDNESDAY} · Ольга Сидорова" in await everybodys(desk.petrov)


async def test_a_segment_without_shifts_is_planned_in_the_offices_hours(tmp_path: Path) -> None:
    async with office(tmp_path, varied(DUTY, shifts=[])) as desk:
        await desk.petrov.sends("/roster")
        assert "дежурств у вас нет" in desk.petrov.card("Когда вы дежурите").text
        assert "Дежурств нет" in await everybodys(desk.petrov)
        shown = await proposed(desk)
        assert "пн 30.11 09:00–13:30" in shown and "сб 05.12 12:30–15:00" in shown
        await desk.smirnov.taps(APPROVE)
        assert "пн 30.11 09:00–13:30" in desk.petrov.card("Кто когда").text


async def test_an_office_without_a_roster_says_so(tmp_path: Path) -> None:
    async with office(tmp_path, OFFICE) as desk:
        for person in (desk.petrov, desk.smirnov, desk.orlova):
            await person.sends("/roster")
            assert person.card().text == "В ваших сегментах лиды сейчас делят без дежурств."
            assert not person.card().buttons


async def test_the_director_sees_every_roster_and_proposes_none(desk: Desk) -> None:
    assert "сб 28.11 10:00–15:00 · Иван Иванов" in await everybodys(desk.orlova)
    await desk.orlova.sends("/roster")
    assert "Все остальные: Пётр Петров, до 18:00" in desk.orlova.card("Кто сейчас дежурит").text
    assert not desk.orlova.has(PROPOSE_ROSTER)


async def test_a_manager_sees_his_own_segments_only(tmp_path: Path) -> None:
    other = on_duty("sidorova", "mon 10:00-12:00", "tatarstan")
    two = varied(DUTY, segments={"tatarstan": {"scheme": "duty"}}, shifts=[*WEEK, other])
    async with office(tmp_path, two) as desk:
        await everybodys(desk.ivanov)
        assert "Татарстан" not in desk.ivanov.chat()
        assert "пн 23.11 10:00–12:00 · Ольга Сидорова" in await everybodys(
            desk.sidorova, "График · Татарстан"
        )
        await desk.sidorova.sends("/roster")
        assert "сейчас, до 12:00 · Татарстан" in desk.sidorova.card("Когда вы дежурите").text


async def test_the_list_of_plans_is_put_away(desk: Desk) -> None:
    await desk.smirnov.sends("/roster")
    await desk.smirnov.taps(PROPOSE_ROSTER)
    assert not desk.smirnov.has(PROPOSE_ROSTER)
    await desk.smirnov.taps(HIDE_LIST)
    assert desk.smirnov.has(PROPOSE_ROSTER) and not desk.smirnov.has("поровну")


@pytest.mark.usefixtures("patience")
async def test_everybody_else_s_taps_change_nothing(desk: Desk) -> None:
    await proposed(desk)
    before = await desk.stored()
    for name, person in everybody(desk).items():
        if name == "smirnov":
            continue
        for button in (
            ProposeRoster(segment="rest"),
            ProposeRoster(segment="rest", plan="equal"),
            SettleRoster(roster=1, approve=True),
            SettleRoster(roster=1, approve=False),
        ):
            assert await person.taps_data(1, button.pack()) == "Эта кнопка не для вашей роли"
    for button in (ProposeRoster(segment="tatarstan", plan="equal"), ProposeRoster(segment="none")):
        assert "Составить не из чего" in await desk.smirnov.taps_data(1, button.pack())
    assert await desk.stored() == before


async def test_in_english_too(desk: Desk) -> None:
    await desk.petrov.sends("/help")
    await desk.petrov.taps("English")
    await desk.petrov.sends("/roster")
    assert "Tue 24 Nov 09:00–18:00" in desk.petrov.card("When you are on duty").text
    await desk.petrov.taps("Find a swap")
    await desk.petrov.taps("Tue 24 Nov")
    assert "вт 24.11" in desk.ivanov.card("ищет замену").text


async def test_a_new_language_is_spoken_on_every_card_at_once(desk: Desk) -> None:
    await seeks(desk.petrov, "вт 24.11")
    await desk.petrov.sends("/help")
    await desk.petrov.taps("English")
    assert desk.petrov.sees("Looking for somebody") and desk.petrov.sees("When you are on duty")


async def test_night_shifts_over_the_change_of_the_clocks_are_planned_whole(tmp_path: Path) -> None:
    """Berlin, the last Sunday of October: the night is nine hours long."""
    nights = on_duty("petrov", "sat 22:00-06:00")
    berlin = varied(DUTY, timezone="Europe/Berlin", shifts=[nights, *WEEK[1:]])
    async with office(tmp_path, berlin, MONDAY_TEN - timedelta(days=42)) as desk:  # 12 October
        shown = await proposed(desk)
        assert "19 – 25 октября" in shown and "сб 24.10 22:00–06:00" in shown
        await desk.smirnov.taps(APPROVE)
        (entry,) = await entries(desk, "roster_approved")
        night = {"from": "2026-10-24T22:00:00", "to": "2026-10-25T06:00:00"}
        assert [s for s in entry["shifts"] if {"from": s["from"], "to": s["to"]} == night]


async def test_next_weeks_roster_is_a_picture_that_follows_a_new_roster(desk: Desk) -> None:
    await everybodys(desk.petrov)
    await desk.petrov.taps("Картинкой")
    first = desk.petrov.card("следующая неделя")
    assert first.kind == "photo"
    await desk.smirnov.sends("/roster")
    await desk.smirnov.taps(PROPOSE_ROSTER)
    await desk.smirnov.taps("поровну")
    await desk.smirnov.taps(APPROVE)
    again = desk.petrov.card("следующая неделя")
    assert again.message_id == first.message_id, "edited in its place"
    assert again.raw["photo"] != first.raw["photo"], "another picture"
