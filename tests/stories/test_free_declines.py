"""Free declines have a norm: the list says how many are left, beyond it a decline counts with any reason, and why."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.migrate import downgrade, migrate
from storage.tables.office import people
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.test_after_all import HALF, balance
from tests.stories.words import CLAIM_AFTER_ALL, CONFLICT, DECLINE, TOO_BUSY

TIGHT = varied(OFFICE, free_declines="5%")  # two of forty


async def declines(desk: Desk, reason: str = CONFLICT) -> str:
    """Petrov is asked about one more lead and does not take it; returns what the list says of its cost."""
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    told = desk.petrov.card(button=TOO_BUSY).text
    await desk.petrov.taps(reason)
    return told


async def why(desk: Desk, number: int) -> str:
    await desk.petrov.sends(f"/why {number}")
    return desk.petrov.card(f"Почему №{number}").text


@pytest.fixture
async def tight(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, TIGHT) as desk:
        yield desk


async def test_the_list_says_how_many_are_left_and_what_it_costs_beyond(tight: Desk) -> None:
    before = await balance(tight, "petrov")
    assert "Бесплатно: Конфликт интересов, осталось 2 из 2." in await declines(tight)
    assert "осталось 1 из 2." in await declines(tight)
    assert await balance(tight, "petrov") == before, "and they are still first in the line"
    await tight.restarts()
    told = await declines(tight)
    assert "Засчитается как полученный лид с любой причиной: 2 бесплатных отказа" in told
    assert await balance(tight, "petrov") == before - HALF
    await tight.verifies()


async def test_why_says_what_the_norm_has_made_of_it(tight: Desk) -> None:
    for _ in range(3):
        await declines(tight)
    within, beyond = await why(tight, 2), await why(tight, 3)
    assert "Не засчитан: причина уважительная. Бесплатных отказов на последние 40 ответов: 2 из 2." in within
    assert "сверх нормы: бесплатных отказов на последние 40 ответов уже 2 из 2. Засчитан" in beyond


async def test_the_managers_own_figures_say_how_many_are_left(tight: Desk) -> None:
    await tight.petrov.sends("/me")
    assert "Бесплатных отказов" not in tight.petrov.card().text, "as long as none is used"
    await declines(tight)
    await tight.petrov.sends("/me")
    assert "Бесплатных отказов осталось 1 из 2" in tight.petrov.card("В работе").text


async def test_a_poor_reason_uses_none_up(tight: Desk) -> None:
    before = await balance(tight, "petrov")
    await declines(tight, TOO_BUSY)
    assert await balance(tight, "petrov") == before - HALF
    await tight.petrov.sends("/me")
    assert "Бесплатных отказов" not in tight.petrov.card().text


async def test_what_is_taken_after_all_was_no_free_decline(tight: Desk) -> None:
    await declines(tight)
    await tight.petrov.taps(CLAIM_AFTER_ALL)
    await tight.sidorova.sends("/on")
    await tight.petrov.sends("/me")
    assert "Бесплатных отказов" not in tight.petrov.card().text
    await tight.verifies()


async def test_a_reason_tapped_twice_is_counted_once(tight: Desk) -> None:
    await tight.lead()
    await tight.petrov.taps(DECLINE)
    message, conflict = tight.petrov.data(CONFLICT)
    await tight.petrov.taps_data(message, conflict)
    assert await tight.petrov.taps_data(message, conflict) == "Уже отмечено"
    assert await tight.sidorova.taps_data(message, conflict) != "Спасибо, отмечено", "nor by anybody else"
    assert "осталось 1 из 2" in await declines(tight)


async def test_what_an_older_version_has_left_is_counted_from_its_entries(tight: Desk) -> None:
    await declines(tight)
    await declines(tight)
    await tight.petrov.taps(CLAIM_AFTER_ALL, on="№1")
    await tight.passes(hours=1)
    before = await answers(tight)
    assert before["petrov"] == [1, -2] and before["sidorova"]
    await tight.database.close()
    downgrade(tight.address, "0029")
    migrate(tight.address)
    await tight.restarts()
    assert await answers(tight) == before
    await tight.verifies()


async def answers(desk: Desk) -> dict[str, list[int]]:
    async with desk.database.reading() as store:
        return {row.id: row.answers for row in store.execute(select(people.c.id, people.c.answers))}
