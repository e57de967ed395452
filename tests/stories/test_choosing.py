"""Where the head chooses: the list lies open before him, and silence or a no passes the lead on."""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from leads.schemes import SCHEMES
from screens.buttons.of_lead import Assign
from storage.tables.leads import offers
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import ASSIGN, CLAIM, DECLINE, REFUSAL, SALE

CHOSEN = varied(OFFICE, segments={"tatarstan": {"scheme": "manual", "min_sample": 1}})
RESERVED = varied(OFFICE, segments={"tatarstan": {"scheme": "manual", "reserve": "queue"}})
THEN = re.compile("^Потом ", re.MULTILINE)
KIM = {"name": "Ирина Ким", "telegram_id": 302, "roles": ["head"]}


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, CHOSEN) as desk:
        yield desk


def listed(person: Person, on: str) -> list[str]:
    rows = person.card(on).buttons
    return [row[0].text for row in rows if len(row) == 1 and row[0].action == "callback_data"]


async def test_the_heads_card_opens_with_everybody_and_one_tap_assigns(desk: Desk) -> None:
    await desk.lead()
    assert listed(desk.smirnov, "№1") == [
        "⚖️ Пётр Петров · 0 в работе · 0,0",
        "Ольга Сидорова · 0 в работе · 0,0",
        "Иван Иванов · 0 в работе · 0,0",
    ], "the segment's own first, then the others; nothing is closed yet, so there is no rate"
    assert desk.smirnov.has(CLAIM) and desk.smirnov.has(DECLINE) and not desk.smirnov.has(ASSIGN)
    assert not desk.petrov.has(CLAIM) and not desk.orlova.has(CLAIM)
    assert "решает руководитель: Сергей Смирнов" in desk.anna.card("№1").text
    assert await desk.smirnov.taps("Ольга Сидорова") == "Назначен: Ольга Сидорова"
    assert desk.sidorova.has(SALE) and desk.sidorova.sees("200-00-00")
    assert "Ольга Сидорова" in desk.anna.card("№1").text


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
async def test_whatever_the_rule_becomes_meanwhile_he_is_told_what_comes_then(
    desk: Desk, caplog: pytest.LogCaptureFixture, scheme: str
) -> None:
    await desk.lead()
    await desk.set_up(varied(CHOSEN, segments={"tatarstan": {"scheme": scheme}}))
    await desk.settle()
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert THEN.search(desk.smirnov.card("№1").text)


async def test_he_is_told_until_when_he_may_choose_and_what_comes_then(desk: Desk) -> None:
    await desk.lead()
    card = desk.smirnov.card("№1").text
    assert "Выбрать можно до 10:05" in card
    assert "Потом предложу всем, кто на месте" in card


async def test_silence_leads_up_the_ladder_where_there_is_no_reserve(desk: Desk) -> None:
    await desk.lead()
    await desk.passes(minutes=5)
    assert desk.petrov.has(CLAIM) and desk.sidorova.has(CLAIM), "everybody is asked"
    assert not desk.smirnov.has(CLAIM)
    await desk.passes(minutes=10)
    assert "Никто не взял" in desk.smirnov.card("№1").text, "the ladder's own step asks him once more"


async def test_silence_leaves_it_to_the_reserve_where_there_is_one(tmp_path: Path) -> None:
    async with office(tmp_path, RESERVED) as desk:
        await desk.lead()
        assert "Потом решит схема: по очереди" in desk.smirnov.card("№1").text
        await desk.passes(minutes=5)
        assert desk.petrov.has(CLAIM) and not desk.sidorova.has(CLAIM)
        assert not desk.smirnov.has(CLAIM)
        await desk.lead()
        assert desk.smirnov.card("№2", button=CLAIM), "the next one is his again"


async def test_his_no_passes_it_on_at_once(tmp_path: Path) -> None:
    async with office(tmp_path, RESERVED) as desk:
        await desk.lead()
        await desk.smirnov.taps(DECLINE)
        assert desk.petrov.has(CLAIM)
        await desk.petrov.taps(DECLINE)
        assert desk.sidorova.has(CLAIM), "the reserve goes on by its own rule"


async def test_of_two_heads_each_may_choose_and_both_must_say_no(tmp_path: Path) -> None:
    async with office(tmp_path, varied(RESERVED, people={"kim": KIM})) as desk:
        kim = desk.person(302)
        await desk.lead()
        await desk.smirnov.taps(DECLINE)
        assert kim.has(CLAIM) and not desk.petrov.has(CLAIM)
        stale = kim.data("Пётр Петров")
        await kim.taps("Ольга Сидорова")
        assert desk.sidorova.has(SALE)
        assert "Лид уже" not in await desk.smirnov.taps("Назначить другого")
        assert "Назначен: Пётр Петров" in await kim.taps_data(*stale), "a head may always change his mind"


async def test_he_may_take_it_himself(desk: Desk) -> None:
    await desk.lead()
    await desk.smirnov.taps(CLAIM)
    assert desk.smirnov.has(SALE)
    await desk.smirnov.sends("/queue")
    assert "0,0" in desk.smirnov.card("Кто следующий").text, "it costs nobody a turn"


async def test_load_balance_and_conversion_stand_beside_each_name(desk: Desk) -> None:
    for outcome in (SALE, SALE, REFUSAL):
        await desk.lead()
        await desk.smirnov.taps("Пётр Петров")
        await desk.petrov.taps(outcome)
    await desk.lead()
    assert listed(desk.smirnov, "№4") == [
        "Пётр Петров · 0 в работе · −1,5 · 67%",
        "⚖️ Ольга Сидорова · 0 в работе · +1,5 · 67%",
        "Иван Иванов · 0 в работе · 0,0",
    ], "who has closed nothing counts as the team does; who is of another team is not told by this one's"
    await desk.smirnov.taps("Ольга Сидорова")
    await desk.sidorova.taps(REFUSAL)
    await desk.lead()
    assert listed(desk.smirnov, "№5")[:2] == [
        "Пётр Петров · 0 в работе · −1,0 · 62%",
        "⚖️ Ольга Сидорова · 0 в работе · +1,0 · 25%",
    ], "(2 + ½) of 4, (0 + ½) of 2"


async def test_the_same_list_serves_every_assignment(desk: Desk) -> None:
    await desk.lead()
    await desk.smirnov.taps("Пётр Петров")
    await desk.petrov.taps(SALE)
    await desk.lead()
    await desk.smirnov.taps("Пётр Петров")
    await desk.smirnov.sends("/leads")
    await desk.smirnov.taps("№2")
    await desk.smirnov.taps("Назначить другого", on="№2 ·")
    assert listed(desk.smirnov, "№2 · Татарстан")[0] == "⚖️ Ольга Сидорова · 0 в работе · +1,0 · 100%"
    await desk.smirnov.taps("Ольга Сидорова")
    assert desk.sidorova.has(SALE)


async def test_whoever_is_away_is_shown_so_and_may_still_be_chosen(desk: Desk) -> None:
    await desk.petrov.sends("/off")
    await desk.lead()
    assert listed(desk.smirnov, "№1")[:2] == [
        "⚖️ Ольга Сидорова · 0 в работе · 0,0",
        "🌙 Пётр Петров · пауза",
    ]
    await desk.smirnov.taps("Пётр Петров")
    assert desk.petrov.has(SALE), "the head's hand goes past presence, and is recorded as such"


async def test_the_list_he_looks_at_is_true_when_somebody_comes_or_takes_another(desk: Desk) -> None:
    await desk.lead()
    await desk.lead()
    await desk.smirnov.taps("Пётр Петров", on="№2")
    assert listed(desk.smirnov, "№1")[0] == "Пётр Петров · 1 в работе · −0,5"
    await desk.sidorova.sends("/off")
    assert "🌙 Ольга Сидорова · пауза" in listed(desk.smirnov, "№1")


async def test_his_choice_the_fair_one_and_his_name_are_on_record(desk: Desk) -> None:
    await desk.lead()
    await desk.smirnov.taps("Ольга Сидорова")
    rows = [dict(zip(offers.c.keys(), row, strict=True)) for row in (await desk.stored())["offers"]]
    assert [(row["step"], row["chosen_by"], row["fair"]) for row in rows] == [
        ("choose", None, None),
        ("assign", "smirnov", "petrov"),
    ]


async def test_with_no_head_in_reach_the_lead_goes_on_at_once(tmp_path: Path) -> None:
    async with office(tmp_path, varied(RESERVED, people={"smirnov": {"telegram_id": None}})) as desk:
        await desk.lead()
        assert desk.petrov.has(CLAIM)
    nobody = tmp_path / "nobody"
    nobody.mkdir()
    async with office(nobody, RESERVED) as desk:
        desk.telegram.block(desk.smirnov.id)
        await desk.lead()
        assert desk.petrov.has(CLAIM), "he has blocked the bot"


async def test_where_nobody_stands_behind_him_he_is_reminded_and_keeps_the_list(tmp_path: Path) -> None:
    alone = varied(CHOSEN, ladder=["director"], people={"orlova": {"telegram_id": None}})
    async with office(tmp_path, alone) as desk:
        await desk.lead()
        assert "Потом напомню: больше предложить некому" in desk.smirnov.card("№1").text
        first = desk.smirnov.card("№1").message_id
        await desk.passes(minutes=6)
        card = desk.smirnov.card("№1")
        assert card.message_id > first, "said again at the end of the chat"
        assert "Дальше передавать некому, лид ждёт вас. Напомню" in card.text
        await desk.smirnov.taps("Пётр Петров")
        assert desk.petrov.has(SALE)


@pytest.mark.usefixtures("patience")
async def test_nobody_else_chooses(desk: Desk) -> None:
    await desk.lead()
    message, data = desk.smirnov.data("Ольга Сидорова")
    before = await desk.stored()
    for person in (desk.anna, desk.petrov, desk.sidorova, desk.ivanov, desk.stranger(999)):
        assert await person.taps_data(message, data) == "Этот лид не у вас"
        assert await person.taps_data(message, Assign(lead=1).pack()) == "Этот лид не у вас"
    assert await desk.stored() == before
