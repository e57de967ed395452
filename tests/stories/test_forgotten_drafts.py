"""A draft that nobody hands over is a lead that nobody gets: its secretary is reminded, the director reads of it."""

from __future__ import annotations

from tests.stories.desk import Desk
from tests.stories.words import DISCARD, HAND_OVER

RUSTAM = "Рустам 8 (843) 200-11-22, окна"
WAITS = "Этот черновик ждёт уже 10 минут"


async def test_after_ten_minutes_the_draft_comes_anew_once(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    await desk.anna.sends("/help")
    await desk.passes(minutes=9)
    assert not desk.anna.sees(WAITS)
    await desk.passes(minutes=2)
    assert desk.anna.sees(WAITS)
    assert desk.anna.messages()[-1].button(HAND_OVER), "it stands at the end of the chat"
    count = len(desk.anna.messages())
    await desk.passes(hours=3)
    assert len(desk.anna.messages()) == count


async def test_it_is_reminded_of_after_a_restart(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    await desk.restarts()
    await desk.passes(minutes=11)
    assert desk.anna.sees(WAITS)


async def test_a_lead_that_went_its_way_is_nothing_to_be_reminded_of(desk: Desk) -> None:
    await desk.lead(RUSTAM)
    await desk.anna.sends("Вера, дверь")
    await desk.anna.taps(DISCARD)
    await desk.passes(minutes=11)
    assert not desk.anna.sees(WAITS)


async def test_what_a_manager_wrote_for_no_lead_is_asked_about_again(desk: Desk) -> None:
    await desk.petrov.sends("Клиент просит перезвонить")
    await desk.passes(minutes=11)
    assert desk.petrov.sees("Это ещё никуда не записано")
    assert desk.petrov.messages()[-1].button(DISCARD)


async def test_the_director_reads_of_it_in_the_evening(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    await desk.passes(hours=9)
    assert desk.orlova.sees("Черновиков не передано: 1")


async def test_nothing_is_looked_at_later_of_what_is_no_draft_any_more(desk: Desk) -> None:
    await desk.lead(RUSTAM)
    await desk.anna.sends("Вера, дверь")
    await desk.anna.taps(DISCARD)
    await desk.lead(f"Опять {RUSTAM}")
    assert not [row for row in (await desk.stored())["watches"] if "draft" in row]
