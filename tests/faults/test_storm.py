"""The real program, killed a few times at random moments. `make faults` kills it five hundred times."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.clock import SystemClock
from tests.faults.storm.storm import blow, the_office
from tests.faults.storm.table import table

pytestmark = pytest.mark.waits
KILLS, SEED = 3, 7


async def test_a_short_storm_loses_nothing(tmp_path: Path) -> None:
    async with the_office(tmp_path, SEED, SystemClock()) as scene:
        is_settled = await blow(scene, KILLS, SEED, lambda: None)
        lines = await table(scene, is_settled=is_settled)
    assert [f"{line.words}: {line.value}" for line in lines if line.is_bad] == []
