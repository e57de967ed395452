"""`python -m tests.faults.storm`: the long storm, and what it has shown. Exit code 1 if anything must not be so."""

from __future__ import annotations

import asyncio
import secrets
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.clock import SystemClock
from tests.faults.storm.storm import Scene, blow, the_office
from tests.faults.storm.table import Line, table

SAYS_EVERY = 25  # kills

out = Console(highlight=False, soft_wrap=True)


def main(
    kills: Annotated[int, typer.Option(min=1)] = 500,
    seed: Annotated[int, typer.Option(help="0: a new one")] = 0,
    folder: Annotated[Path | None, typer.Option(help="Where the database and the logs are left")] = None,
) -> None:
    seed = seed or secrets.randbelow(10**6) + 1
    out.print(f"a storm of {kills} kills, SEED={seed}")
    with tempfile.TemporaryDirectory() as temporary:
        lines = asyncio.run(_storm(folder or Path(temporary), kills, seed))
    for line in lines:
        out.print(f"{'✗' if line.is_bad else ' '} {line.words:<48} {line.value}")
    sys.exit(any(line.is_bad for line in lines))


async def _storm(folder: Path, kills: int, seed: int) -> list[Line]:
    async with the_office(folder, seed, SystemClock()) as scene:
        is_settled = await blow(scene, kills, seed, lambda: _say(scene))
        return list(await table(scene, is_settled=is_settled))


def _say(scene: Scene) -> None:
    kills, repeats = scene.weather.kills, scene.weather.repeats
    if kills % SAYS_EVERY == 0:
        out.print(
            f"{kills} kills, {len(scene.crowd.clients)} leads, {repeats.for_kill.total()} repeated offers, "
            f"{scene.telegram.violations} violations"
        )


if __name__ == "__main__":
    typer.run(main)
