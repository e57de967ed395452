"""A lead that should not have been handed over: taken back before anybody has it, at nobody's cost."""

from __future__ import annotations

from datetime import date, timedelta

from reports.replay.events import HandedOver
from reports.whatif.past import read_past
from storage import lines
from storage.offices import read_office
from tests.stories.desk import Desk
from tests.stories.test_opened_again import balance
from tests.stories.words import (
    ASSIGN,
    BAD_LEAD,
    CLAIM,
    DECLINE,
    DISCARD,
    GIVE_BACK,
    HAND_OVER,
    NOTE,
    WITHDRAW,
)

NOBODY_PAYS = "№1 отозван, отвечать не нужно. Вам это ничего не стоит."


def no_holidays(_: date) -> bool:
    return False


async def test_it_costs_nobody_a_turn_and_whoever_was_asked_is_told(desk: Desk) -> None:
    before = [await balance(person) for person in (desk.petrov, desk.sidorova)]
    await desk.lead()
    message, claim = desk.petrov.data(CLAIM)
    await desk.petrov.taps(DECLINE)
    _, other = desk.sidorova.data(CLAIM)
    assert await desk.anna.taps(WITHDRAW) == "Отозван. Черновик ниже"
    assert [await balance(person) for person in (desk.petrov, desk.sidorova)] == before
    assert NOBODY_PAYS in desk.sidorova.card("↩️").text, "it rings"
    assert not desk.petrov.sees("↩️"), "whoever has declined waits for nothing"
    assert not desk.sidorova.has(CLAIM)
    await desk.restarts()
    assert await desk.sidorova.taps_data(message, other) == "Лид отозван, отвечать не нужно"
    assert await desk.petrov.taps_data(message, claim) == "Лид отозван, отвечать не нужно"


async def test_what_was_said_is_a_draft_again_and_goes_out_anew(desk: Desk) -> None:
    await desk.lead("Рустам 8 (843) 200-00-00, окна")
    message, withdraw = desk.anna.data(WITHDRAW)
    await desk.anna.taps(WITHDRAW)
    assert "Отозван" in desk.anna.card("№1").text and "Рустам" not in desk.anna.card("№1").text
    draft = desk.anna.card("Новый лид")
    assert "Рустам" in draft.text and draft.message_id > message
    assert await desk.anna.taps_data(message, withdraw) == "Лид отозван, отвечать не нужно"
    await desk.restarts()
    await desk.anna.taps(HAND_OVER)
    assert desk.petrov.has(CLAIM), "whoever had been asked before may be asked again"
    await desk.petrov.taps(CLAIM, on="№2")
    assert "Рустам" in desk.petrov.card("№2").text


async def test_or_it_is_thrown_away(desk: Desk) -> None:
    await desk.lead()
    await desk.anna.taps(WITHDRAW)
    await desk.anna.taps(DISCARD)
    assert not desk.anna.sees("Новый лид") and desk.anna.sees("№1")
    await desk.passes(days=2)
    assert not desk.orlova.has(CLAIM), "nobody hears of it any more"


async def test_it_is_in_no_figure(desk: Desk) -> None:
    await desk.lead()
    await desk.anna.taps(WITHDRAW)
    await desk.smirnov.sends("/leads")
    assert "№1" not in desk.smirnov.card().text
    await desk.orlova.sends("/report")
    assert "№1" not in desk.orlova.card().text
    await desk.anna.sends("/why 1")
    assert "отозван до того, как его кто-то взял" in desk.anna.card().text


async def test_once_somebody_has_had_it_it_is_too_late(desk: Desk) -> None:
    await desk.lead()
    message, withdraw = desk.anna.data(WITHDRAW)
    await desk.petrov.taps(CLAIM)
    assert await desk.anna.taps_data(message, withdraw) == "Лид уже забрали: Пётр Петров"
    assert not desk.anna.has(WITHDRAW)
    await desk.petrov.taps(GIVE_BACK)
    assert await desk.anna.taps_data(message, withdraw) == "Лид уже забрали"


async def test_two_taps_at_once_are_one(desk: Desk) -> None:
    await desk.lead()
    message, withdraw = desk.anna.data(WITHDRAW)
    for _ in range(2):
        desk.telegram.tap(desk.anna.id, message, data=withdraw)
    await desk.settle()
    assert desk.anna.chat().count("Новый лид") == 1


async def test_the_head_takes_it_back_and_the_secretary_has_the_draft(desk: Desk) -> None:
    await desk.lead()
    message, withdraw = desk.anna.data(WITHDRAW)
    assert await desk.ivanov.taps_data(message, withdraw) == "Этот лид не у вас"
    await desk.passes(minutes=30)  # up to the head
    await desk.smirnov.taps_data(message, withdraw)
    assert desk.anna.has(HAND_OVER) and not desk.smirnov.has(ASSIGN)


async def test_notes_go_with_it(desk: Desk) -> None:
    await desk.lead()
    await desk.anna.taps(NOTE)
    await desk.anna.sends("просил после обеда")
    await desk.anna.taps(WITHDRAW)
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM, on="№2")
    assert "просил после обеда" in desk.petrov.card("№2").text


async def test_nor_in_the_file_or_in_what_might_have_been(desk: Desk) -> None:
    await desk.lead()
    await desk.anna.taps(WITHDRAW)
    await desk.lead()
    start, end = desk.clock.now() - timedelta(days=1), desk.clock.now() + timedelta(days=1)
    async with desk.database.reading() as store:
        office = read_office(store)
        past = read_past(store, office, no_holidays, start, end)
        assert [lead.number for lead, _ in past.cases] == [2]
        assert len({event.lead for event in past.events if isinstance(event, HandedOver)}) == 1
        assert lines.count(store, start, end)[0] == 1
        assert [line.number for batch in lines.lead_lines(store, start, end) for line in batch] == [2]


async def test_the_list_of_whom_to_give_it_to_goes_with_a_lead_that_is_taken_back(desk: Desk) -> None:
    await desk.lead()
    await desk.smirnov.sends("/leads")
    await desk.smirnov.taps("№1")
    assert desk.smirnov.sees("У имени: сколько лидов в работе") and desk.smirnov.has("Ольга Сидорова")
    await desk.anna.taps(WITHDRAW)
    assert desk.smirnov.sees("Отозван") and not desk.smirnov.sees("У имени")
    assert not desk.smirnov.has("Ольга Сидорова")


async def test_the_list_of_whom_to_give_it_to_goes_when_the_head_is_to_decide_whether_it_is_bad(
    desk: Desk,
) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.smirnov.sends("/leads")
    await desk.smirnov.taps("№1")
    await desk.smirnov.taps(ASSIGN)
    assert desk.smirnov.sees("У имени: сколько лидов в работе")
    await desk.petrov.taps(BAD_LEAD)
    assert desk.smirnov.sees("Согласны?") and not desk.smirnov.sees("У имени")
