"""A copy of the database while the bot works, and what may be called that."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from rich.progress import Progress

from bot.cli import main
from bot.commands import backup as module
from bot.commands.backup import BackupError, WrongFileError, backup
from bot.commands.verify import verify
from tests.offices import MONDAY_TEN
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM, SALE

COPIES = 3


def left_behind(folder: Path) -> list[Path]:
    return list(folder.glob(".*"))


def silent() -> Progress:
    return Progress(disable=True)


async def copied(desk: Desk, target: Path) -> str:
    """In a thread of its own, as from another program."""
    return await asyncio.to_thread(backup, desk.address, target, silent, desk.clock.now())


async def test_the_copy_is_one_file_that_verifies(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        await desk.lead()
        await desk.petrov.taps(CLAIM)
        head = (await desk.verifies()).rpartition("head: ")[2]
        said = await copied(desk, tmp_path / "copy.db")
        await desk.petrov.taps(SALE)
    assert said.startswith(f"{tmp_path}/copy.db: 1 leads, ") and said.endswith(f"head: {head}")
    assert "1 leads" in await verify(f"sqlite+aiosqlite:///{tmp_path}/copy.db", silent, MONDAY_TEN, head)
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600, "nobody else reads it"
    assert left_behind(tmp_path) == [], "nothing half done is left"


async def test_a_copy_made_while_leads_are_written_is_of_one_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAGES", 1)  # so that there is time to write in between
    async with office(tmp_path) as desk:
        await desk.lead()
        copies = []
        for n in range(COPIES):
            async with asyncio.TaskGroup() as group:
                copying = group.create_task(copied(desk, tmp_path / f"copy{n}.db"))
                while not copying.done():
                    await desk.lead()
            copies.append(copying.result())
    handed = [int(said.partition(": ")[2].split()[0]) for said in copies]
    assert handed == sorted(handed) and handed[0] < handed[-1] < desk.calls + 1, "it was written meanwhile"
    for n in range(COPIES):
        await verify(f"sqlite+aiosqlite:///{tmp_path}/copy{n}.db", silent, MONDAY_TEN)


async def test_an_earlier_backup_is_replaced_and_nothing_else_is(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        await copied(desk, tmp_path / "copy.db")
        await desk.lead()
        assert "1 leads" in await copied(desk, tmp_path / "copy.db")
        live = tmp_path / "other.db"
        with closing(sqlite3.connect(live)) as other:
            other.execute("PRAGMA journal_mode=WAL")
            other.execute("CREATE TABLE offices (id)")
        (tmp_path / "notes.txt").write_text("notes")
        (tmp_path / "empty.db").touch()
        with closing(sqlite3.connect(tmp_path / "foreign.db")) as foreign:
            foreign.execute("CREATE TABLE photos (id)")
        for name, words in {
            "fairlead.db": "this is the database itself",
            "other.db": "no earlier backup",
            "notes.txt": "no earlier backup",
            "empty.db": "no earlier backup",
            "foreign.db": "no earlier backup",
            ".": "no earlier backup",
            "nowhere/copy.db": "there is no folder",
        }.items():
            with pytest.raises(WrongFileError, match=words):
                await copied(desk, tmp_path / name)
        assert (tmp_path / "notes.txt").read_text() == "notes"


async def test_a_damaged_database_leaves_the_earlier_backup_alone(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        await desk.lead()
        await copied(desk, tmp_path / "copy.db")
    before = (tmp_path / "copy.db").read_bytes()
    with closing(sqlite3.connect(tmp_path / "fairlead.db")) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with (tmp_path / "fairlead.db").open("r+b") as file_:
        file_.seek(4096 * 3)
        file_.write(b"\xff" * 4096 * 6)
    with pytest.raises(BackupError, match=r"damaged|malformed"):
        backup(f"sqlite+aiosqlite:///{tmp_path}/fairlead.db", tmp_path / "copy.db", silent, MONDAY_TEN)
    assert (tmp_path / "copy.db").read_bytes() == before
    assert left_behind(tmp_path) == []


async def test_two_backups_at_once_do_not_write_into_one_file(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        with module._beside(tmp_path / "copy.db"), pytest.raises(BackupError, match="another backup"):
            await copied(desk, tmp_path / "copy.db")
        await copied(desk, tmp_path / "copy.db")


@pytest.mark.parametrize(
    ("address", "code", "words"),
    [
        ("sqlite+aiosqlite:///nothing.db", 1, "nothing.db: there is no database to copy"),
        ("postgresql+asyncpg://fairlead:secret@db/office", 1, "pg_dump --format=custom --file=FILE postgresql://fairlead@db/office"),
    ],
)  # fmt: skip
def test_what_cannot_be_copied_is_one_clear_answer(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    address: str,
    code: int,
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.setattr("sys.argv", ["fairlead", "backup", "copy.db"])
    with pytest.raises(SystemExit) as ended:
        main()
    errors = capsys.readouterr().err
    assert ended.value.code == code and words in errors
    assert "secret" not in errors and "Traceback" not in errors
    assert list(tmp_path.iterdir()) == []
