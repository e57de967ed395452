from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosqlite import core

from tests.stories.desk import office
from tests.stories.one_thread import OneThread
from tests.tampering.a_past import BUSY, lived
from tests.tampering.forger import Forger


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(core, "Connection", OneThread)
        yield


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of an office with two weeks behind it, which verifies; nobody changes this one."""
    folder = tmp_path_factory.mktemp("honest")

    async def live() -> None:
        async with office(folder, BUSY) as desk:
            await lived(desk)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(core, "Connection", OneThread)
        asyncio.run(live())
    return folder / "fairlead.db"


@pytest.fixture
def forger(original: Path, tmp_path: Path) -> Forger:
    """Somebody who has the database to himself."""
    return Forger(original, tmp_path / "forged.db")
