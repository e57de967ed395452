from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.stories.desk import Desk, office


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """The office of the tests, at ten on a Monday morning."""
    async with office(tmp_path) as desk:
        yield desk


@pytest.fixture(autouse=True)
def no_errors(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever goes wrong behind the scenes fails the story: the program outlives its errors, and only logs them."""
    yield
    errors = [r for when in ("setup", "call") for r in caplog.get_records(when) if r.levelno >= logging.ERROR]
    assert not errors, [record.getMessage() for record in errors]
