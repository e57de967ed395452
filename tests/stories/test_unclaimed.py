"""What nobody has is said again until somebody has it: several leads in one message, not in a series each."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM, SALE

TITLE = "Никто не взял"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Everything goes to the director at once, and stays there."""
    lonely = varied(OFFICE, people={"smirnov": None}, offers=0, ladder=["director"])
    async with office(tmp_path, lonely) as desk:
        yield desk


def rings(desk: Desk, since: int) -> int:
    """How many messages have come to the director since this one, whatever was edited or taken away."""
    return desk.telegram.chats[desk.orlova.id].last_id - since


async def seven(desk: Desk) -> None:
    for _ in range(7):
        await desk.lead()
        await desk.passes(minutes=1)


async def test_seven_leads_are_one_message_with_seven_buttons_that_is_repeated(desk: Desk) -> None:
    await seven(desk)
    assert len([m for m in desk.orlova.messages() if m.button(CLAIM)]) == 7, "each rings once when it comes"
    last = desk.telegram.chats[desk.orlova.id].last_id
    await desk.passes(minutes=12)
    assert rings(desk, last) == 1
    card = desk.orlova.card(f"{TITLE}: 7")
    assert [b.text.split()[0] for row in card.buttons for b in row][:7] == [f"№{n}" for n in range(1, 8)]
    last = desk.telegram.chats[desk.orlova.id].last_id
    await desk.passes(minutes=25)
    assert rings(desk, last) == 1
    assert len([m for m in desk.orlova.messages() if TITLE in m.text]) == 1
    await desk.verifies()


async def test_the_message_says_what_is_left_and_goes_when_nothing_is(desk: Desk) -> None:
    await desk.lead()
    await desk.lead()
    await desk.passes(minutes=12)
    await desk.restarts()
    await desk.orlova.taps("№1 ", on=TITLE)
    await desk.orlova.taps(CLAIM)
    assert desk.orlova.has(SALE)
    assert desk.orlova.card(f"{TITLE}: 1")
    await desk.orlova.taps("№2 ", on=TITLE)
    await desk.orlova.taps(CLAIM)
    assert not desk.orlova.sees(TITLE)


async def test_a_single_lead_rings_with_its_own_card(desk: Desk) -> None:
    await desk.lead()
    last = desk.orlova.card("№1").message_id
    await desk.passes(minutes=25)
    assert desk.orlova.card("№1", button=CLAIM).message_id > last
    assert not desk.orlova.sees(TITLE)
