"""A plan is made and confirmed the same way on every database; trying a file out leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.clock import VirtualClock
from bot.commands import offices
from bot.commands.loading import NotConfirmedError, Voice
from storage import ledger
from storage.database import Database
from storage.offices import read_office, version
from storage.set_up import switch_scheme
from tests.offices import MONDAY_TEN, OFFICE

CLOCK = VirtualClock(MONDAY_TEN)


async def test_a_rule_of_the_chat_is_switched_back_after_a_yes_alone(empty: str, tmp_path: Path) -> None:
    said = list[str]()
    voice, file = Voice(said.append), tmp_path / "office.toml"
    file.write_text(OFFICE, "utf-8")
    await offices.load(file, empty, CLOCK, voice)
    database = Database(empty)
    async with database.writing() as store:
        segment = read_office(store).segment("tatarstan")
        switch_scheme(store, segment, "grab", MONDAY_TEN, by="smirnov")
        before = version(store), ledger.length(store)
    await offices.diff(file, empty, CLOCK, voice)
    with pytest.raises(NotConfirmedError, match="scheme grab -> queue"):
        await offices.load(file, empty, CLOCK, voice)
    async with database.reading() as store:
        assert (version(store), ledger.length(store)) == before
        assert read_office(store).segment("tatarstan").scheme == "grab"
    await offices.load(file, empty, CLOCK, voice, yes=True)
    async with database.reading() as store:
        assert read_office(store).segment("tatarstan").scheme == "queue"
    await database.close()
