"""The webhook while the database takes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from tests.stories.desk import Desk, office
from tests.stories.test_webhook import HEADER, SECRET, message, site

FULL = "CREATE TRIGGER full_{0} BEFORE INSERT ON {0} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"


async def full_disk(desk: Desk, *, ends: bool = False) -> None:
    async with desk.database.writing() as store:
        for table in ("updates", "set_aside"):
            store.conn.exec_driver_sql(f"DROP TRIGGER full_{table}" if ends else FULL.format(table))


async def test_what_is_not_stored_is_not_acknowledged_and_comes_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with office(tmp_path) as desk:
        async with TestClient(TestServer(site(desk))) as telegram:
            lead = message(7, "Рустам Галиев 8 (843) 200-00-00")
            await full_disk(desk)
            assert (await telegram.post("/hook", json=lead, headers={HEADER: SECRET})).status == 503
            await full_disk(desk, ends=True)
            assert (await telegram.post("/hook", json=lead, headers={HEADER: SECRET})).status == 200
        await desk.settle()
        assert desk.anna.sees("200-00-00")
    for personal in ("Рустам", "200-00-00", "2000000"):
        assert personal not in caplog.text
