"""A bot in a process of its own, and what that process has used so far. Linux tells it under /proc."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import time
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

ROOT = Path(__file__).parents[2]
LONGEST_END = 30  # seconds from SIGTERM
SCHED = 2  # CPUCLOCK_SCHED: nanoseconds of all threads, also of those that have ended
RESIDENT = re.compile(r"^VmRSS:\s+(\d+) kB$", re.MULTILINE)
KEPT = frozenset({"PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV"})  # of this process's environment


class ProgramError(Exception):
    """A program that was started has failed; the words are the end of its log."""


@dataclass(frozen=True, slots=True)
class Program:
    process: asyncio.subprocess.Process
    log: Path

    def cpu(self) -> float:
        """Seconds of the processor, user and system together, since its start.

        The clock of another process, as clock_getcpuclockid(3) makes it; /proc/PID/stat counts only in hundredths.
        """
        return time.clock_gettime((~self.process.pid << 3) | SCHED)

    def resident(self) -> float:
        """Megabytes of memory, of 1,000,000 bytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = RESIDENT.search(status)
        return int(found[1]) * 1024 / 1e6 if found else 0.0

    async def first(self, work: Coroutine[Any, Any, None]) -> None:
        """Waits for this, but not for a program that has ended. Raises ProgramError, and what the work raises."""
        ended, done = asyncio.ensure_future(self.process.wait()), asyncio.ensure_future(work)
        await asyncio.wait({ended, done}, return_when=asyncio.FIRST_COMPLETED)
        ended.cancel()
        if not done.done():
            done.cancel()
            self.check()
        await done

    def check(self) -> None:
        """Raises ProgramError when it has ended."""
        if self.process.returncode is not None:
            raise ProgramError(self.log.read_text(errors="replace")[-2000:])


@asynccontextmanager
async def running(words: Sequence[str], environment: Mapping[str, str], log: Path) -> AsyncIterator[Program]:
    """`python -m WORDS`; asked to end on leaving, and killed when it does not."""
    with log.open("ab") as file:
        process = await _begun(words, environment, file)
    program = Program(process, log)
    try:
        yield program
        program.check()
    finally:
        await _ended(process)


async def completed(words: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
    """Waits until it has ended by itself. Raises ProgramError."""
    with log.open("ab") as file:
        process = await _begun(words, environment, file)
    if await process.wait():
        Program(process, log).check()


async def _begun(
    words: Sequence[str], environment: Mapping[str, str], log: BinaryIO
) -> asyncio.subprocess.Process:
    directory = Path(log.name).parent
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", *words, env=_environment(environment), cwd=directory, stdout=log, stderr=log
    )


async def _ended(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), LONGEST_END)
    except TimeoutError:
        process.kill()
        await process.wait()


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in KEPT}
    return kept | {"PYTHONPATH": str(ROOT)} | dict(more)
