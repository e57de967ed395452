"""What is logged of the CRM: nothing of its key, of clients, or of what it says."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from aiohttp import ClientTimeout

from sources.crm import wire
from tests.crm.stage import office
from tests.crm.standins.bitrix24 import SECRET

LEAD = "Клиент Рустам 8 (843) 200-00-77, окна на дачу"


@pytest.mark.parametrize("weather", ["down", "hangs", "revoked", "drops"])
async def test_neither_the_key_nor_a_client_is_logged_or_raised(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, weather: str
) -> None:
    monkeypatch.setattr(wire, "PATIENCE", ClientTimeout(total=0.2))
    caplog.set_level(logging.DEBUG)
    async with office(tmp_path) as world:
        setattr(world.crm.weather, weather, True)
        await world.desk.lead(LEAD)
        await world.works()
        setattr(world.crm.weather, weather, False)
        world.crm.weather.woken.set()
        await world.later(hours=2)
        assert world.crm.of(1)
        ours = [record for record in caplog.records if record.name != "aiohttp.access"]  # the stand-in's own
        said = "\n".join(record.getMessage() + (record.exc_text or "") for record in ours)
        assert SECRET.partition("/")[2] not in said
        assert "Рустам" not in said and "2000077" not in said
        stored = str((await world.desk.stored())["crm_leads"]) + str((await world.desk.stored())["crms"])
        assert "Рустам" not in stored and "2000077" not in stored
