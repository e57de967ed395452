"""The office keeps a client's data for so many months after his last contact, and no longer."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from desk import retention
from storage.tables.leads import ledger
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.erasing import NAME, PHONE, WORDS, bytes_of, found_in
from tests.stories.words import CLAIM, HAND_OVER, REFUSAL

KEPT = varied(OFFICE, hours="always", retention_months=12)


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Desk]:
    """An office that keeps a client's data for a year."""
    async with office(tmp_path, KEPT) as desk:
        yield desk


async def is_sold(desk: Desk, text: str, number: int) -> None:
    await desk.lead(text)
    seller = next(p for p in (desk.petrov, desk.sidorova, desk.ivanov) if p.has(CLAIM))
    await seller.taps(CLAIM, on=f"№{number}")
    await seller.taps(REFUSAL, on=f"№{number} ·")


async def months_later(desk: Desk, months: float) -> int:
    """The day's round; returns how many bites it took."""
    desk.clock.advance(timedelta(days=months * 30.5))
    bites = 1
    while not await desk.app.clockwork.forget():
        bites += 1
    await desk.settle()
    return bites


async def erased(desk: Desk) -> list[int]:
    async with desk.database.reading() as store:
        bodies = list(store.scalars(select(ledger.c.body).where(ledger.c.kind == "erased")))
    assert all(json.loads(body)["cause"] == "retention" for body in bodies)
    return sorted(number for body in bodies for number in json.loads(body)["leads"])


async def test_after_so_many_months_nothing_of_him_is_left(kept: Desk, tmp_path: Path) -> None:
    await is_sold(kept, f"{NAME} {PHONE}, {WORDS}", 1)
    await months_later(kept, 11.5)
    assert await erased(kept) == [] and found_in(bytes_of(tmp_path))
    await months_later(kept, 1)
    assert await erased(kept) == [1]
    assert found_in(bytes_of(tmp_path)) == []
    assert "дольше мы их не храним" in kept.petrov.card("№1").text
    assert not (await kept.stored())["clients"]
    await months_later(kept, 1)
    assert await erased(kept) == [1], "once"


async def test_without_the_setting_everything_is_kept(desk: Desk) -> None:
    await is_sold(desk, f"{NAME} {PHONE}, {WORDS}", 1)
    await months_later(desk, 120)
    assert await erased(desk) == [] and desk.petrov.sees("960 123-45-67")


async def test_whoever_calls_again_is_kept_from_that_day_on(kept: Desk) -> None:
    await is_sold(kept, f"{NAME} {PHONE}, {WORDS}", 1)
    await months_later(kept, 8)
    await is_sold(kept, f"{NAME} {PHONE}", 2)
    await months_later(kept, 8)
    assert await erased(kept) == []
    await months_later(kept, 5)
    assert await erased(kept) == [1, 2]


async def test_a_client_whose_lead_is_open_is_kept(kept: Desk) -> None:
    await kept.lead(f"{NAME} {PHONE}, {WORDS}")
    await kept.petrov.taps(CLAIM)
    await months_later(kept, 13)
    assert await erased(kept) == []


async def test_a_client_of_whom_somebody_elses_younger_lead_speaks_is_kept(kept: Desk) -> None:
    await is_sold(kept, f"{NAME} {PHONE}, {WORDS}", 1)
    await months_later(kept, 8)
    await is_sold(kept, f"8 843 200-77-77, посоветовал {PHONE}", 2)
    await months_later(kept, 5)
    assert await erased(kept) == []


async def test_a_voice_without_a_number_and_a_forgotten_draft_go_too(kept: Desk) -> None:
    await kept.anna.sends_voice()
    await kept.anna.taps(HAND_OVER)
    await kept.petrov.taps(CLAIM)
    await kept.petrov.taps(REFUSAL)
    await kept.anna.sends(f"{NAME} {PHONE}")
    await months_later(kept, 13)
    assert await erased(kept) == [1]
    assert len((await kept.stored())["leads"]) == 1, "the draft is thrown away"


async def test_many_go_a_few_at_a_time(kept: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BITE", 2)
    for number in range(1, 6):
        await is_sold(kept, f"{NAME} 8 960 123-45-6{number}", number)
    await kept.lead("8 843 200-77-77, открытый")
    assert await months_later(kept, 13) == 3, "in between, deadlines have their turn"
    assert await erased(kept) == [1, 2, 3, 4, 5]
