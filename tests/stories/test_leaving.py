"""Who has left the office is a stranger from then on, and whatever waited for him goes on."""

from __future__ import annotations

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk
from tests.stories.words import CLAIM


async def test_somebody_who_left_the_office_is_a_stranger_and_his_offer_goes_on(desk: Desk) -> None:
    await desk.lead()
    message, claim = desk.petrov.data(CLAIM)
    await desk.set_up(without_petrov())
    assert "не у вас" in await desk.petrov.taps_data(message, claim)
    await desk.petrov.sends("/me")
    assert "по приглашению" in desk.petrov.card().text
    await desk.passes(minutes=5)
    assert desk.sidorova.has(CLAIM)
    assert not desk.petrov.has(CLAIM), "the old offer is taken away"


async def test_somebody_who_left_with_two_silences_behind_him_stops_nothing(desk: Desk) -> None:
    await desk.ivanov.sends("/off")
    for _ in range(2):
        await desk.lead()
    await desk.sidorova.taps(CLAIM)
    await desk.set_up(varied(without_petrov(), segments={"tatarstan": {"members": ["sidorova", "ivanov"]}}))
    await desk.passes(hours=1)
    await desk.lead()
    await desk.smirnov.sends("/leads")
    assert "№1" in desk.smirnov.card("Открытые").text


def without_petrov() -> str:
    return varied(OFFICE, people={"petrov": None})
