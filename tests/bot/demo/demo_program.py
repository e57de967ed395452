"""The demo as its user starts it: a program of its own, known by the line that it prints."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

LONGEST_START = 120  # seconds; importing aiogram alone takes some on a slow machine
LONGEST_END = 20


@dataclass(frozen=True, slots=True)
class DemoProgram:
    process: Process
    address: str

    async def ends(self, signal: int) -> tuple[int, str]:
        """Its exit code after the signal, and what it wrote to standard error."""
        self.process.send_signal(signal)
        async with asyncio.timeout(LONGEST_END):
            _, errors = await self.process.communicate()
        return self.process.returncode or 0, errors.decode()


@asynccontextmanager
async def demo_program(temporary: Path, *options: str) -> AsyncIterator[DemoProgram]:
    """`temporary` is where it makes its temporary files."""
    process = await start(temporary, *options)
    assert process.stdout
    try:
        async with asyncio.timeout(LONGEST_START):
            line = (await process.stdout.readline()).decode()
        address = re.search(r"http://\S+:\d+", line)
        assert address, line or (await process.communicate())[1].decode()
        yield DemoProgram(process, address[0])
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def start(temporary: Path, *options: str) -> Process:
    environment = os.environ | {"TMPDIR": str(temporary), "PYTHONUNBUFFERED": "1"}
    command = (sys.executable, "-m", "bot", "demo", *options)
    return await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=PIPE, env=environment)


def left_in(temporary: Path) -> list[str]:
    return [path.name for path in temporary.iterdir()]
