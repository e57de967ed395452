"""The program in a process of its own, killed and started again.

aiogram takes seconds to load, so each life is forked from a server that has loaded it already: otherwise there
would be a few kills a minute.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.process import BaseProcess
from pathlib import Path

from bot.clock import Clock
from bot.logs import set_up_logs
from bot.run import run_bot
from bot.settings import Settings

PRELOADED = ["tests.faults.storm.program", "tests.faults.storm.warm"]
LONGEST_END = 30  # seconds from SIGTERM to the end


def live(environment: Mapping[str, str], log: str) -> None:
    """One life, as `python -m bot run` lives it."""
    with Path(log).open("ab") as file:
        for stream in (1, 2):
            os.dup2(file.fileno(), stream)
    os.environ.update(environment)
    settings = Settings(_env_file=None)
    set_up_logs(settings.log_level, settings.log_format)
    asyncio.run(run_bot(settings))


@dataclass(slots=True)
class Life:
    process: BaseProcess
    log: Path
    began: datetime
    at_work: datetime | None = None  # since Telegram has answered it; its first poll
    ended: datetime | None = None

    @property
    def has_begun(self) -> bool:
        """Some are killed, and now and then one is stuck in the fork server, before the program runs at all."""
        return self.log.exists()


class Program:
    """`environment`: its settings; `folder`: where its logs lie."""

    def __init__(self, environment: Mapping[str, str], folder: Path, clock: Clock) -> None:
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(PRELOADED)
        self._environment = dict(environment)
        self._folder = folder
        self._clock = clock
        self.lives: list[Life] = []

    @property
    def kills(self) -> int:
        return sum(life.process.exitcode == -signal.SIGKILL for life in self.lives)

    @property
    def died_by_itself(self) -> list[int | None]:
        """The exit codes of those that were neither killed nor asked to stop."""
        return [
            life.process.exitcode
            for life in self.lives
            if life.ended and life.process.exitcode not in {0, -signal.SIGKILL}
        ]

    def start(self) -> None:
        log = self._folder / f"life-{len(self.lives):04}.log"
        process = self._context.Process(target=live, args=(self._environment, str(log)), daemon=True)
        life = Life(process, log, self._clock.now())
        process.start()
        self.lives.append(life)

    def polled(self) -> None:
        """Telegram hears from it."""
        life = self.lives[-1]
        life.at_work = life.at_work or self._clock.now()

    def kill(self) -> None:
        """SIGKILL; may come at any point, and twice."""
        life = self.lives[-1]
        life.process.kill()
        life.ended = life.ended or self._clock.now()

    async def dead(self) -> None:
        """Waits until the kill has struck."""
        life = self.lives[-1]
        await asyncio.to_thread(life.process.join)
        life.ended = life.ended or self._clock.now()

    async def stop(self) -> bool:
        """Asks it to end. Whether it did so in peace."""
        life = self.lives[-1]
        life.process.terminate()
        await asyncio.to_thread(life.process.join, LONGEST_END)
        life.ended = self._clock.now()
        return life.process.exitcode == 0

    def logs(self) -> str:
        """What all of them wrote."""
        files = sorted(self._folder.glob("life-*.log"))
        return "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)
