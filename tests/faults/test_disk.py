"""The disk is full, the file cannot be written, somebody else holds it, it is damaged: nothing is lost."""

from __future__ import annotations

import asyncio
import logging
import shutil
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli import main
from bot.web import wrong
from storage import database
from storage.ailments import Ailment, DatabaseAilsError
from storage.migrate import migrate
from tests.faults import ailments
from tests.faults.ailments import Ailing, damage, small_disk
from tests.stories.desk import Desk, office
from tests.stories.one_thread import OneThread
from tests.stories.words import CLAIM, HAND_OVER

LONG = "Рустам 8 (843) 200-55-55, окна. " + "Очень подробно. " * 240  # more than a page holds

CASES = {
    "for real": (ailments.disk_is_full, "the disk is full: free some space"),
    "no page more": (ailments.no_page_more, "the disk is full: free some space"),
    "read-only": (ailments.only_queries, "it cannot be written: check"),
    "held": (ailments.another_writes, "another program holds it: end"),
}


@pytest.fixture
async def desk(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Desk]:
    monkeypatch.setattr("aiosqlite.core.Connection", OneThread)
    if "for real" in request.node.name:
        with small_disk(tmp_path) as disk:
            async with office(disk) as desk:
                yield desk
    else:
        async with office(tmp_path) as desk:
            yield desk


def file_of(desk: Desk) -> Path:
    return Path(desk.address.removeprefix("sqlite+aiosqlite:///"))


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR]


async def a_while(desk: Desk) -> None:
    """Everything tries again and again: the intake, the ticker, the watchdog, the courier."""
    async with asyncio.TaskGroup() as group:
        courier = group.create_task(desk.app.courier.run())
        for _ in range(4):
            await desk.app.intake.poll_once(0)
            await desk.app.ticker.look()
            with suppress(DatabaseAilsError):
                await desk.app.watch.look()
        courier.cancel()


async def recovers(desk: Desk) -> None:
    """Everything that waited is done, and for two minutes nothing fails."""
    await desk.settle()
    for _ in range(12):
        desk.clock.advance(timedelta(seconds=10))
        await desk.hears()
        await desk.app.watch.look()
    assert "database" not in await wrong(desk.app)


@pytest.mark.parametrize(("ailing", "words"), CASES.values(), ids=CASES)
async def test_it_is_said_once_nothing_is_lost_and_it_goes_on_by_itself(
    desk: Desk, ailing: Ailing, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    await desk.lead()
    async with ailing(desk.database, file_of(desk)):
        desk.clock.advance(timedelta(minutes=5, seconds=10))
        desk.telegram.send_text(101, LONG)
        await a_while(desk)
        assert len(desk.telegram.updates) == 1, "the offset stays where it was"
        assert len((await desk.stored())["leads"]) == 1
        await desk.verifies()  # nothing is half written
        assert "database" in await wrong(desk.app)
        (said,) = errors(caplog)
        assert str(file_of(desk)) in said and words in said
    await recovers(desk)
    assert desk.sidorova.has(CLAIM), "what fell due meanwhile is done"
    await desk.anna.taps(HAND_OVER)
    assert len((await desk.stored())["leads"]) == 2
    assert [r.getMessage() for r in caplog.records].count(f"{file_of(desk)}: it can be written again") == 1
    for personal in ("Рустам", "200-55-55", "2005555"):
        assert personal not in caplog.text


async def test_what_comes_back_is_said_again(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    for times in (1, 2):
        async with ailments.only_queries(desk.database, file_of(desk)):
            desk.telegram.send_text(101, "Рустам 8 (843) 200-55-55")
            await desk.app.intake.poll_once(0)
        await recovers(desk)
        assert len(errors(caplog)) == times
    assert len((await desk.stored())["leads"]) == 2


async def test_a_file_that_is_found_damaged_stops_the_program_and_stays_as_it_is(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    await desk.lead()
    await desk.database.close()
    sound = file_of(desk).read_bytes()
    garbage = damage(file_of(desk))
    desk.telegram.send_text(101, "Рустам 8 (843) 200-55-55")
    async with asyncio.timeout(30):
        with pytest.raises(DatabaseAilsError, match=r"damaged.*docs/operations\.md") as stopped:
            await desk.app.run()
    assert stopped.value.ailment is Ailment.BROKEN
    assert len(desk.telegram.updates) == 1
    with pytest.raises(DatabaseAilsError):
        async with desk.database.writing():
            pytest.fail("nothing is written to it any more")
    await desk.database.close()
    assert file_of(desk).read_bytes() == garbage
    assert errors(caplog) == [], "whoever started the program is told, once"
    file_of(desk).write_bytes(sound)  # a backup
    await desk.restarts()
    await desk.settle()
    assert desk.anna.sees("200-55-55")


def started(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], file: Path
) -> tuple[int, list[str]]:
    """`run` on this file, with nobody at Telegram's end: the exit code, and the lines it leaves behind."""
    monkeypatch.chdir(file.parent.parent)
    monkeypatch.setattr(sys, "argv", ["fairlead", "run"])
    monkeypatch.setenv("BOT_TOKEN", "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{file}")
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 0.05)
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0), capsys.readouterr().err.strip().splitlines()


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """The database of an office that nobody has set up yet."""
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "fairlead.db"
    migrate(f"sqlite+aiosqlite:///{file}")
    file.chmod(0o600)  # as the program makes it: of one that others may read it would say so
    return file


@pytest.mark.parametrize("is_header", [True, False])
def test_a_damaged_file_ends_the_start_with_one_line_and_stays_as_it_is(
    sound: Path, is_header: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    garbage = damage(sound, header=is_header)
    code, (line,) = started(monkeypatch, capsys, sound)
    assert code == 1
    assert str(sound) in line and "damaged" in line and "docs/operations.md" in line
    assert sound.read_bytes() == garbage
    assert [f.name for f in sound.parent.iterdir()] == [sound.name]


def test_a_file_that_somebody_holds_ends_the_start_with_one_line(
    sound: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with ailments.held(sound):
        code, (line,) = started(monkeypatch, capsys, sound)
    assert code == 1
    assert str(sound) in line and "another program holds it" in line


def test_a_folder_that_is_not_there_ends_the_start_with_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, (line,) = started(monkeypatch, capsys, tmp_path / "nowhere" / "fairlead.db")
    assert code == 1
    assert "nowhere" in line and "it cannot be written" in line


@pytest.mark.parametrize(
    ("state", "words"), [(ailments.filled, "the disk is full"), (ailments.only_read, "it cannot be written")]
)
def test_a_disk_that_takes_nothing_ends_the_start_with_one_line(
    sound: Path,
    state: Callable[[Path], AbstractContextManager[None]],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with small_disk(sound.parent) as disk:
        file = Path(shutil.copy(sound, disk))
        with state(disk):
            code, (line,) = started(monkeypatch, capsys, file)
    assert code == 1
    assert str(file) in line and words in line
