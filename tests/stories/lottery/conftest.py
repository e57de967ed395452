"""An office with a lottery."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offices import LOTTERY
from tests.stories.desk import Desk, office
from tests.stories.lottery.seen import verified


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Monday, 10:00: `rest` has just come to the lottery. In the end every draw must hold."""
    async with office(tmp_path, LOTTERY) as desk:
        yield desk
        assert await verified(desk) == []
