"""A past that is put straight into the file is one that the program goes on from."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bench.cost import past
from bench.cost.office import office_file, others
from tests.offices import MONDAY_TEN
from tests.stories.desk import Desk, empty_database


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """The office of the benchmark. Its ledger knows nothing of the past that is put beside it: it is not verified."""
    desk = Desk(await empty_database(tmp_path))
    try:
        await desk.set_up(office_file(3, MONDAY_TEN))
        yield desk
    finally:
        await desk.database.close()


async def test_a_lead_after_many_has_the_next_number(desk: Desk, tmp_path: Path) -> None:
    past.leads(tmp_path / "fairlead.db", 50)
    await desk.lead()
    assert "№51" in desk.anna.card("Предложен").text
    assert broken(tmp_path) == []


async def test_an_offer_that_is_overdue_lapses_at_the_first_look(desk: Desk, tmp_path: Path) -> None:
    past.overdue_offers(tmp_path / "fairlead.db", 4)
    await desk.settle()
    with closing(sqlite3.connect(tmp_path / "fairlead.db")) as db:
        states = {state for (state,) in db.execute("SELECT result FROM offers WHERE id <= 4")}
    assert states == {"lapsed"} and broken(tmp_path) == []


async def test_a_backlog_is_sent(desk: Desk, tmp_path: Path) -> None:
    for chat in others(2):
        desk.stranger(chat)
        desk.telegram.chats[chat].started = True
    past.backlog(tmp_path / "fairlead.db", 2)
    await desk.settle()
    assert [len(desk.telegram.messages(chat)) for chat in others(2)] == [1, 1]


def broken(folder: Path) -> list[tuple[object, ...]]:
    """Rows that point at nothing."""
    with closing(sqlite3.connect(folder / "fairlead.db")) as db:
        return db.execute("PRAGMA foreign_key_check").fetchall()
