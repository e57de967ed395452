"""A lead in the wrong segment: it goes on by the right one's rule, or stays with whoever has it."""

from __future__ import annotations

import pytest

from screens.buttons.of_intake import Resegment
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import CLAIM, CORRECT, REFUSAL, SEGMENT

GOES_ON, STAYS = "Передать по правилу", "Оставить"


def newest(person: Person) -> str:
    return person.messages()[-1].text


async def looks_for(person: Person, segment: str) -> None:
    await person.taps(CORRECT, on="№1")
    await person.taps(SEGMENT, on="№1")
    await person.taps(segment, on="№1")


async def balances(desk: Desk) -> list[tuple[object, ...]]:
    return (await desk.stored())["members"]


@pytest.fixture
async def held(desk: Desk) -> Desk:
    """№1 is Petrov's, of Tatarstan."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/help")
    return desk


async def test_it_goes_on_by_the_rule_of_the_right_segment(desk: Desk) -> None:
    before = await balances(desk)
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await looks_for(desk.anna, "Все остальные")
    assert "Передать лид дальше по правилу этого сегмента?" in desk.anna.card("№1").text
    assert await desk.anna.taps(GOES_ON) == "Передаю по правилу сегмента"
    assert "ушёл от вас: Татарстан → Все остальные. Вам это ничего не стоит" in newest(desk.petrov)
    assert "№1 · Все остальные" in desk.anna.card("№1").text
    taker = next(person for person in (desk.ivanov, desk.sidorova) if person.has(CLAIM))
    await taker.taps(CLAIM)
    assert "сегмент: Татарстан → Все остальные" in newest(taker)
    moved = [(a, b) for a, b in zip(before, await balances(desk), strict=True) if a != b]
    assert all("tatarstan" not in map(str, new) for _, new in moved), "nobody there has paid for it"
    await desk.verifies()


async def test_it_stays_with_whoever_has_it(held: Desk) -> None:
    before = await balances(held)
    await looks_for(held.anna, "Все остальные")
    await held.anna.taps("Оставить у менеджера: Пётр Петров")
    assert "№1 · Все остальные" in newest(held.petrov)
    assert await balances(held) == before
    await held.petrov.taps(REFUSAL, on="№1")
    await held.verifies()


async def test_whoever_sends_it_on_themselves_has_paid_for_it(held: Desk) -> None:
    before = [row for row in await balances(held) if "tatarstan" in row]
    await looks_for(held.petrov, "Все остальные")
    await held.petrov.taps(GOES_ON)
    assert [row for row in await balances(held) if "tatarstan" in row] == before
    assert not held.petrov.sees("ушёл от вас")
    await held.verifies()


async def test_an_offer_is_withdrawn_at_no_cost(desk: Desk) -> None:
    before = await balances(desk)
    await desk.lead()
    claim = desk.petrov.data(CLAIM)
    await looks_for(desk.anna, "Все остальные")
    await desk.anna.taps(GOES_ON)
    assert not desk.petrov.has(CLAIM)
    assert await desk.petrov.taps_data(*claim)
    after = await balances(desk)
    assert [r for r in after if "tatarstan" in r] == [r for r in before if "tatarstan" in r]
    await desk.verifies()


async def test_what_is_only_offered_may_stay_as_it_is(desk: Desk) -> None:
    await desk.lead()
    await looks_for(desk.anna, "Все остальные")
    await desk.anna.taps("Оставить как есть")
    await desk.petrov.taps(CLAIM)
    assert "№1 · Все остальные" in newest(desk.petrov)
    await desk.verifies()


async def test_it_may_lapse_and_be_given_to_others_afterwards(held: Desk) -> None:
    await looks_for(held.anna, "Все остальные")
    await held.anna.taps(GOES_ON)
    await held.passes(hours=1)
    await held.verifies()


async def test_stale_and_doubled_taps_change_nothing(held: Desk) -> None:
    await looks_for(held.anna, "Все остальные")
    on = held.anna.data(GOES_ON)
    await held.restarts()
    await held.anna.taps_data(*on)
    before = await held.stored()
    await held.restarts()
    await held.anna.taps_data(*on)
    assert await held.stored() == before
    nonsense = Resegment(lead=1, segment="nowhere", on=True).pack()
    await held.anna.taps_data(on[0], nonsense)
    assert await held.stored() == before
    await held.verifies()


async def test_what_is_over_stays_where_it_is(held: Desk) -> None:
    await held.petrov.taps(REFUSAL, on="№1")
    await held.petrov.taps("Дорого", on="№1")
    await held.petrov.taps(CORRECT, on="№1")
    assert not held.petrov.has("Сегмент")
    before = await held.stored()
    await held.anna.taps_data(
        held.anna.card("№1").message_id, Resegment(lead=1, segment="rest", on=True).pack()
    )
    assert await held.stored() == before
