"""A lead that nobody takes for half an hour: whoever took the call hears of it once, and not by an edit alone."""

from __future__ import annotations

from pathlib import Path

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM, GIVE_BACK, WITHDRAW

STILL = "№1 всё ещё ничей"


async def test_the_secretary_hears_of_it_once_and_it_rings(desk: Desk) -> None:
    await desk.lead()
    last = desk.anna.messages()[-1].message_id
    await desk.passes(minutes=29)
    assert not desk.anna.sees(STILL)
    await desk.restarts()
    await desk.passes(minutes=1)
    note = desk.anna.card(STILL)
    assert note.message_id > last and "Сейчас спрашиваю: Мария Орлова" in note.text
    assert "№1 ·" in desk.anna.messages()[-1].text, "its card stands below"
    count = len(desk.anna.messages())
    await desk.passes(hours=3)
    assert len(desk.anna.messages()) == count


async def test_of_a_lead_that_somebody_has_nothing_is_said(desk: Desk) -> None:
    await desk.lead()
    await desk.passes(minutes=4)
    await desk.petrov.taps(CLAIM)
    await desk.lead()
    await desk.anna.taps(WITHDRAW)
    assert not [row for row in (await desk.stored())["watches"] if "unclaimed" in row]
    await desk.passes(hours=2)
    assert not desk.anna.sees("ничей")


async def test_one_that_was_given_back_has_as_long_again(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.passes(hours=1)
    await desk.petrov.taps(GIVE_BACK, on="№1")
    await desk.passes(minutes=29)
    assert not desk.anna.sees(STILL)
    await desk.passes(minutes=2)
    assert desk.anna.sees(STILL)


async def test_the_night_does_not_count(desk: Desk) -> None:
    await desk.passes(hours=7, minutes=50)  # it is ten to six
    await desk.lead()
    await desk.passes(hours=15, minutes=29)
    assert not desk.anna.sees(STILL)
    await desk.passes(minutes=2)
    assert desk.anna.sees(STILL)


async def test_of_several_they_hear_in_one_message_with_a_button_for_each(desk: Desk) -> None:
    for _ in range(5):
        await desk.lead()
        await desk.passes(minutes=1)
    last = desk.anna.messages()[-1].message_id
    await desk.passes(minutes=25)
    new = [message for message in desk.anna.messages() if message.message_id > last]
    assert len(new) == 1 and "Никто не взял: 5" in new[0].text
    await desk.restarts()
    await desk.passes(hours=1)
    assert desk.anna.messages()[-1].message_id == new[0].message_id, "once"
    await desk.orlova.taps(CLAIM, on="№2 ·")
    assert desk.anna.card("Никто не взял: 4"), "it says what is left"
    await desk.lead()
    assert desk.anna.card("Никто не взял: 4"), "and nothing of a lead that has just come"
    await desk.anna.taps("№1 ", on="Никто не взял")
    assert "№1 ·" in desk.anna.card().text


async def test_one_that_was_told_is_in_the_message_of_the_next(desk: Desk) -> None:
    await desk.lead()
    await desk.passes(minutes=20)
    await desk.lead()
    await desk.passes(minutes=11)
    assert desk.anna.sees(STILL) and not desk.anna.sees("Никто не взял: ")
    await desk.passes(minutes=20)
    assert "Никто не взял: 2" in desk.anna.card().text


async def test_an_office_may_want_to_hear_nothing_or_sooner(tmp_path: Path) -> None:
    async with office(tmp_path, varied(OFFICE, unattended="off")) as desk:
        await desk.lead()
        await desk.passes(hours=5)
        assert not desk.anna.sees(STILL)
        await desk.set_up(varied(OFFICE, unattended="3m"))
        await desk.lead()
        await desk.passes(minutes=3)
        assert "Никто не взял: 2" in desk.anna.card().text, "what had not been told before is there, too"


async def test_in_english(tmp_path: Path) -> None:
    async with office(tmp_path, varied(OFFICE, people={"anna": {"locale": "en"}})) as desk:
        await desk.lead(tap="Hand over")
        await desk.passes(minutes=31)
        assert desk.anna.sees("№1 is still unclaimed. Being asked now: Мария Орлова")
