"""Where a sale needs its amount, a lead is sold when that is told, and not before."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.tables.leads import leads
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM, REACHED, REFUSAL, SALE, SKIP

ASKS = "с ним лид и закроется"
PUT_OFF = "Отмена"
NAMES = {"petrov": "Пётр Петров", "sidorova": "Ольга Сидорова"}


@pytest.fixture
async def strict(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, varied(OFFICE, sale_needs="amount")) as desk:
        yield desk


async def held(desk: Desk) -> Person:
    await desk.lead()
    seller = next(one for one in (desk.petrov, desk.sidorova, desk.ivanov) if one.sees(CLAIM))
    await seller.taps(CLAIM)
    return seller


async def outcome(desk: Desk) -> tuple[str | None, int | None]:
    async with desk.database.reading() as store:
        lead = store.execute(select(leads).where(leads.c.number == 1)).one()
    return lead.outcome, lead.amount


async def test_the_amount_is_asked_for_and_the_lead_is_closed_with_it(strict: Desk) -> None:
    seller = await held(strict)
    await seller.taps(SALE)
    assert seller.sees(ASKS) and not seller.has(SKIP)
    assert await outcome(strict) == (None, None)
    await seller.sends("120000")
    assert await outcome(strict) == ("won", 12_000_000)
    assert not seller.sees(ASKS)


async def test_what_is_no_amount_is_asked_for_again(strict: Desk) -> None:
    seller = await held(strict)
    await seller.taps(SALE)
    await seller.sends("много")
    assert seller.sees("Не понял сумму") and await outcome(strict) == (None, None)
    await seller.sends("90 тыс")
    assert await outcome(strict) == ("won", 9_000_000)


async def test_it_can_be_put_off_and_ends_otherwise(strict: Desk) -> None:
    seller = await held(strict)
    await seller.taps(SALE)
    await seller.taps(PUT_OFF)
    assert not seller.sees(ASKS)
    await seller.sends("120000")
    assert (await outcome(strict))[0] is None
    await seller.taps(REFUSAL)
    assert (await outcome(strict))[0] == "lost"


async def test_tapped_twice_and_after_a_restart_it_is_sold_once(strict: Desk) -> None:
    seller = await held(strict)
    message, sale = seller.data(SALE)
    await seller.taps_data(message, sale)
    await seller.taps_data(message, sale)
    await strict.restarts()
    assert seller.sees(ASKS) and await outcome(strict) == (None, None)
    await seller.sends("5000")
    assert await outcome(strict) == ("won", 500_000)
    await seller.taps_data(message, sale)
    assert await outcome(strict) == ("won", 500_000)


async def test_another_mark_ends_the_question(strict: Desk) -> None:
    seller = await held(strict)
    message, reached = seller.data(REACHED)
    await seller.taps(SALE)
    await seller.taps_data(message, reached)
    assert (await outcome(strict))[0] is None


async def test_of_a_lead_that_was_taken_away_nothing_is_asked_any_more(strict: Desk) -> None:
    seller = await held(strict)
    await seller.taps(SALE)
    other = "petrov" if seller is strict.sidorova else "sidorova"
    await strict.smirnov.sends("/leads")
    await strict.smirnov.taps("№1")
    await strict.smirnov.taps("Назначить другого")
    await strict.smirnov.taps(NAMES[other])
    await seller.sends("120000")
    assert (await outcome(strict))[0] is None


async def test_where_it_needs_nothing_it_is_sold_at_once(desk: Desk) -> None:
    seller = await held(desk)
    await seller.taps(SALE)
    assert await outcome(desk) == ("won", None)
