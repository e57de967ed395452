from __future__ import annotations

import asyncio
import fcntl
import os
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
    """The database of an office with a week behind it, which verifies; nobody changes this one.

    To live it takes seconds: whichever process of a test run comes first does it for all.
    """
    ours = tmp_path_factory.getbasetemp()
    folder = (ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours) / "an-honest-office"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done.db").exists():
            _live(folder)
    return folder / "done.db"


def _live(folder: Path) -> None:
    async def live() -> None:
        async with office(folder, BUSY) as desk:
            await lived(desk)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(core, "Connection", OneThread)
        asyncio.run(live())
    (folder / "fairlead.db").rename(folder / "done.db")


@pytest.fixture
def forger(original: Path, tmp_path: Path) -> Forger:
    """Somebody who has the database to himself."""
    return Forger(original, tmp_path / "forged.db")
