"""How soon a bot is at work: what it imports, when it polls for the first time, and a start among overdue offers."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, closing
from dataclasses import dataclass
from functools import partial
from time import perf_counter

from bench.cost import past
from bench.cost.extent import Extent
from bench.cost.figures import Figures
from bench.cost.program import ROOT
from bench.cost.stage import Place, Stage, Worker

IMPORTS = """
from time import perf_counter, process_time
begun, used = perf_counter(), process_time()
{imports}
print(perf_counter() - begun, process_time() - used)
"""
OURS = "from bot.late_models import import_aiogram; import_aiogram(); import bot.run"  # as bot.cli does
BARE = "import bench.cost.bare_bot"
OVERDUE = "SELECT count(*) FROM leads WHERE due_at <= ?"
LOOKS = 0.5  # seconds between two looks at how many are left


async def measure(stage: Stage, extent: Extent, figures: Figures) -> None:
    await _imports(extent, figures)
    place = await stage.place()
    ours, bare = [], []
    for _ in range(extent.starts):
        ours.append(await _first_poll(partial(stage.ours, place)))
        bare.append(await _first_poll(stage.bare))
    figures.pair("start_to_first_poll", "ms", ours, bare)
    if extent.overdue:
        await _among_overdue(stage, extent, figures)


async def _imports(extent: Extent, figures: Figures) -> None:
    found: dict[str, list[tuple[float, float]]] = {OURS: [], BARE: []}
    for _ in range(extent.starts + 1):  # the first writes bytecode, and does not count
        for imports, times in found.items():
            times.append(await asyncio.to_thread(_imported, imports))
    for place, name in enumerate(("import", "import_cpu")):
        ours, bare = ([times[place] for times in found[imports][1:]] for imports in (OURS, BARE))
        figures.pair(name, "ms", ours, bare)


def _imported(imports: str) -> tuple[float, float]:
    """Milliseconds on the wall and of the processor."""
    words = [sys.executable, "-c", IMPORTS.format(imports=imports)]
    done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    wall, cpu = done.stdout.split()
    return 1e3 * float(wall), 1e3 * float(cpu)


async def _first_poll(start: Callable[[], AbstractAsyncContextManager[Worker]]) -> float:
    """Milliseconds from the start of the process."""
    begun = perf_counter()
    async with start():
        return 1e3 * (perf_counter() - begun)


async def _among_overdue(stage: Stage, extent: Extent, figures: Figures) -> None:
    """As after a night without power: each offer has lapsed, and goes to somebody else or waits for him."""
    place = await stage.place(20, partial(past.overdue_offers, offers=extent.overdue))
    begun = perf_counter()
    async with stage.ours(place):
        start = perf_counter() - begun
        figures.add("start_among_overdue_to_first_poll_ms", "ms", [1e3 * start])
        looks = await _gone_through(place, extent)
    moved = [look for look in looks if look.gone]
    note = f"of {extent.overdue} offers"
    if not moved:
        figures.add("overdue_first_s", "s", [start + looks[-1].at], f"{note}, none until then")
        return
    first, last = moved[0], moved[-1]
    figures.add("overdue_first_s", "s", [start + first.at], note)
    if last.at > first.at:
        rate = (last.gone - first.gone) / (last.at - first.at)
        left = (extent.overdue - last.gone) / rate
        note += f", reckoned from the first {last.gone}" if left else ""
        figures.add("overdue_leads", "a second", [rate], note)
        figures.add("overdue_all_s", "s", [start + last.at + left], note)


@dataclass(frozen=True, slots=True)
class Look:
    at: float  # seconds since the first poll
    gone: int  # overdue offers that are overdue no more


async def _gone_through(place: Place, extent: Extent) -> list[Look]:
    """Looks again and again until all are gone through, or the time is over."""
    begun, looks = perf_counter(), list[Look]()
    while True:
        gone = extent.overdue - await asyncio.to_thread(_overdue, place)
        looks.append(Look(perf_counter() - begun, gone))
        if gone == extent.overdue or looks[-1].at > extent.overdue_within:
            return looks
        await asyncio.sleep(LOOKS)


def _overdue(place: Place) -> int:
    with closing(sqlite3.connect(f"file:{place.file}?mode=ro", uri=True, timeout=30)) as db:
        return int(db.execute(OVERDUE, (past.stored(past.NIGHT),)).fetchone()[0])
