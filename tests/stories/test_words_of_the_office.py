"""What the office itself speaks of is nobody's name: whoever is asked can read it before the claim."""

from __future__ import annotations

from pathlib import Path

from tests.offices import OFFICE, varied
from tests.stories.desk import office
from tests.stories.words import CLAIM

OWN = varied(OFFICE, segments={"tatarstan": {"name": "Проплекс и Татарстан"}})


async def test_the_names_of_segments_stay_readable_in_an_offer(tmp_path: Path) -> None:
    async with office(tmp_path, OWN) as desk:
        await desk.lead("Нужны окна Проплекс, а не Зендор, 8 (843) 200-11-22, Марат")
        assert desk.petrov.has(CLAIM)
        assert desk.petrov.sees("окна Проплекс, а не •••, •••, •••")
