from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiosqlite import core

from bot import doorman, throttle
from bot.cli import main
from desk.allowance import Allowance
from tests.stories.command_line import Ended, Fairlead
from tests.stories.desk import Desk, office
from tests.stories.one_thread import OneThread


class Endless(logging.Handler):
    """What fails again and again in virtual time never ends: the run does."""

    seen = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.seen += record.levelno >= logging.ERROR
        if self.seen > 200:
            raise KeyboardInterrupt(record.getMessage())


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """The office of the tests, at ten on a Monday morning."""
    async with office(tmp_path) as desk:
        yield desk


@pytest.fixture
def fairlead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Fairlead:
    """The command line, in a directory of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("BOT_TOKEN", "ADMIN_IDS", "WEBHOOK_URL", "TELEGRAM_PROXY", "TELEGRAM_API_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/fairlead.db")

    def run(*words: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["fairlead", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Ended(int(ended.value.code or 0), said.out, said.err)

    return run


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is held up at the porch, or behind it: what stands there has to hold by itself."""
    for_all = Allowance(1, 0.0)
    monkeypatch.setattr(doorman, "EACH", dict.fromkeys(doorman.Kind, for_all))
    monkeypatch.setattr(doorman, "TOGETHER", for_all)
    monkeypatch.setattr(throttle, "MEMBER", for_all)


@pytest.fixture
def sqlite_threads() -> None:
    """For stories about what happens at the same time: SQLite works as it does in the running program."""


@pytest.fixture(autouse=True)
def one_thread(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "sqlite_threads" not in request.fixturenames:
        monkeypatch.setattr(core, "Connection", OneThread)


@pytest.fixture(autouse=True)
def no_errors(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever goes wrong behind the scenes fails the story: the program outlives its errors, and only logs them."""
    endless = Endless()
    logging.getLogger().addHandler(endless)
    yield
    logging.getLogger().removeHandler(endless)
    errors = [r for when in ("setup", "call") for r in caplog.get_records(when) if r.levelno >= logging.ERROR]
    assert not errors, [record.getMessage() for record in errors]
