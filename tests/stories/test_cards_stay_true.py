"""What a card says of a lead's next moment is true also when nothing happened but time."""

from __future__ import annotations

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk
from tests.stories.words import CLAIM, SALE


async def test_a_lead_that_stays_with_the_director_over_night_is_said_to_stay_there(desk: Desk) -> None:
    await desk.passes(hours=7, minutes=25)
    await desk.lead()
    await desk.passes(hours=1)
    card = desk.anna.card("№1").text
    assert "решает директор" in card
    assert "Ответ до" not in card, "the office is closed: nobody's answer is timed"
    assert "Напомню завтра в 09:00" in card


async def test_the_next_attempt_that_a_card_names_lies_ahead(desk: Desk) -> None:
    bosses = {who: {"roles": ["admin"]} for who in ("smirnov", "orlova")}
    await desk.set_up(varied(OFFICE, people=bosses))
    for manager in (desk.petrov, desk.sidorova, desk.ivanov):
        await manager.sends("/off")
    await desk.lead()
    assert "Попробую снова в 10:10" in desk.anna.card("№1").text
    await desk.passes(minutes=12)
    assert "Попробую снова в 10:20" in desk.anna.card("№1").text


async def test_of_two_sales_only_the_one_whose_amount_is_awaited_asks_for_it(desk: Desk) -> None:
    await desk.ivanov.sends("/off")
    await desk.sidorova.sends("/off")
    for number in ("№1", "№2"):
        await desk.lead()
        await desk.petrov.taps(CLAIM, on=number)
    await desk.petrov.taps(SALE, on="№1")
    await desk.petrov.taps(SALE, on="№2")
    assert "Какая сумма" in desk.petrov.card("№2").text
    assert "Какая сумма" not in desk.petrov.card("№1").text, "a number typed now would go to the other"
