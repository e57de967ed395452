"""A whole office moves from SQLite to PostgreSQL and back: everything of it, or nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from rich.progress import Progress
from sqlalchemy import insert, select, text, update
from sqlalchemy.pool import NullPool

from bot.commands.move import NoMoveError, NotMovedError, move
from bot.commands.verify import DoesNotHoldError
from storage import transfer
from storage.database import engine_of
from storage.migrate import migrate
from storage.offices import NoOfficeError
from storage.tables.base import metadata
from storage.tables.clients import clients
from storage.tables.leads import leads, ledger
from tests.offices import MONDAY_TEN
from tests.storage.conftest import _create
from tests.stories.desk import Desk, at_work, empty_database, office
from tests.stories.erasing import erases
from tests.stories.words import CLAIM, HAND_OVER, SALE


def silent() -> Progress:
    return Progress(disable=True)


async def moves(source: str, target: str) -> str:
    """As from a terminal."""
    return await asyncio.to_thread(move, source, target, silent, MONDAY_TEN)


@pytest.fixture
def other(postgres: Any) -> str:
    """An empty PostgreSQL database."""
    return _create(postgres)


async def played(folder: Path) -> Desk:
    """An office with a sale, an open lead, a draft, an erased client; its database is closed."""
    async with office(folder) as desk:
        await desk.lead("Рустам 8 (843) 200-00-00, окна")
        await desk.petrov.taps(CLAIM)
        await desk.petrov.taps(SALE)
        await desk.petrov.sends("120 000")
        await desk.lead()
        await desk.anna.sends("Айрат 8 843 200-11-11, балкон")
        await desk.anna.taps(HAND_OVER)
        await erases(desk, "8 843 200-11-11")
        await desk.anna.sends("Черновик 8 843 200-22-22")
        await erases(desk, "8 843 200-22-22")
        return desk


def rows(address: str) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that is stored, in an order of its own."""
    with transfer.reading(address) as conn:
        return {
            table.name: sorted((tuple(row) for row in conn.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


def given(conn: transfer.Connection) -> dict[str, int]:
    """The last number of a row that SQLite has given in each table that never gives one twice."""
    return {row.name: row.seq for row in conn.execute(text("SELECT name, seq FROM sqlite_sequence"))}


async def test_everything_is_on_the_other_side_and_the_office_goes_on_there(
    tmp_path: Path, other: str
) -> None:
    desk = await played(tmp_path)
    said = await moves(desk.address, other)
    assert rows(desk.address) == rows(other)
    assert "are the same on both sides" in said and "  leads: 3\n" in said and "the ledger holds" in said
    there = Desk(other, desk.clock.now())
    there.telegram = desk.telegram
    await there.restarts()
    try:
        await there.lead("Зоя 8 843 200-33-33")
        assert there.anna.card("№4").text and "4 leads" in await there.verifies()
    finally:
        await there.database.close()


async def test_back_again_it_is_what_it_was(tmp_path: Path, other: str) -> None:
    desk = await played(tmp_path)
    await moves(desk.address, other)
    back = f"sqlite+aiosqlite:///{tmp_path / 'back.db'}"
    await moves(other, back)
    assert rows(back) == rows(desk.address)
    with transfer.reading(desk.address) as one, transfer.reading(back) as two:
        assert given(one) == given(two), "a draft that was erased leaves its number to nobody"


async def test_a_number_that_was_given_is_given_to_nobody_else(tmp_path: Path, other: str) -> None:
    desk = await played(tmp_path)
    with transfer.reading(desk.address) as conn:
        last = given(conn)
    await moves(desk.address, other)
    with transfer.writing(other) as conn:
        new = conn.execute(insert(clients).values(office=1).returning(clients.c.id)).scalar_one()
        assert new == last["clients"] + 1
        conn.rollback()


async def test_a_target_with_anything_in_it_is_refused(tmp_path: Path, other: str) -> None:
    desk = await played(tmp_path)
    await moves(desk.address, other)
    before = rows(other)
    with pytest.raises(NoMoveError, match="TO_URL: there is something in this database already"):
        await moves(desk.address, other)
    assert rows(other) == before
    engine = engine_of(other, poolclass=NullPool)
    with engine.begin() as conn:
        conn.exec_driver_sql(
            "DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE leads_of_crm (id int)"
        )
    with pytest.raises(NoMoveError, match="TO_URL: there is something"):
        await moves(desk.address, other)


async def test_another_version_of_the_tables_is_refused(tmp_path: Path, other: str) -> None:
    desk = await played(tmp_path)
    migrate(other)
    with transfer.writing(other) as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with pytest.raises(NoMoveError, match="TO_URL: the database is of another version"):
        await moves(desk.address, other)
    with pytest.raises(NoMoveError, match="FROM_URL: the database is of another version"):
        await moves(other, f"sqlite:///{tmp_path / 'new.db'}")


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("sqlite:///a.db", "sqlite:///a.db", "are the same database"),
        ("nonsense", "sqlite:///a.db", "FROM_URL: cannot be read"),
    ],
)
async def test_what_is_no_pair_of_databases(source: str, target: str, said: str) -> None:
    with pytest.raises(NoMoveError, match=said):
        await moves(source, target)


async def test_where_there_is_no_office_nothing_moves(tmp_path: Path) -> None:
    with pytest.raises(NoOfficeError):
        await moves(f"sqlite:///{tmp_path / 'none.db'}", f"sqlite:///{tmp_path / 'new.db'}")


async def test_a_ledger_that_does_not_hold_stays_where_it_is(tmp_path: Path) -> None:
    desk = await played(tmp_path)
    with transfer.writing(desk.address) as conn:
        conn.execute(update(ledger).where(ledger.c.seq == 3).values(body="{}"))
    with pytest.raises(DoesNotHoldError):
        await moves(desk.address, f"sqlite:///{tmp_path / 'new.db'}")


async def test_what_arrives_otherwise_than_it_was_sent_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, new = await played(tmp_path), f"sqlite:///{tmp_path / 'new.db'}"
    copy = transfer.copy

    def spoilt(source: Any, target: Any, told: Any) -> Any:
        sent = copy(source, target, told)
        target.execute(update(leads).where(leads.c.number == 1).values(amount=1))
        return sent

    monkeypatch.setattr(transfer, "copy", spoilt)
    with pytest.raises(NotMovedError, match="leads: what arrived is not what was sent"):
        await moves(desk.address, new)
    assert not any(rows(new).values()), "nothing half done"
    monkeypatch.undo()
    assert "moved" in await moves(desk.address, new)


async def test_a_source_that_is_written_to_meanwhile_does_not_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, new = await played(tmp_path), f"sqlite:///{tmp_path / 'new.db'}"
    copy = transfer.copy

    def written_to(source: Any, target: Any, told: Any) -> Any:
        sent = copy(source, target, told)
        with transfer.writing(desk.address) as conn:
            conn.execute(update(leads).where(leads.c.number == 2).values(reminders=7))
        return sent

    monkeypatch.setattr(transfer, "copy", written_to)
    with pytest.raises(NotMovedError, match="the source was written to meanwhile: stop the bot"):
        await moves(desk.address, new)
    assert not any(rows(new).values())


async def test_an_empty_office_moves_too(tmp_path: Path, other: str) -> None:
    async with at_work(Desk(await empty_database(tmp_path))) as desk:
        address = desk.address
    assert "the ledger holds" in await moves(address, other)
    assert rows(address) == rows(other)
