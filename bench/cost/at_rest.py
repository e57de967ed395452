"""What a bot uses while nothing happens: a part of a core, and memory; with more and more past in its database."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from functools import partial
from time import perf_counter

from bench.cost import past
from bench.cost.extent import Extent
from bench.cost.figures import Figures
from bench.cost.people import live
from bench.cost.recipe import Recipe
from bench.cost.stage import Stage, Worker

SETTLED = 5.0  # seconds from the last lead
BEFORE = 2  # leads, so that everything is loaded that a working program has in its memory


async def measure(stage: Stage, extent: Extent, figures: Figures) -> None:
    """All rest at the same time: none has anything to do."""
    async with AsyncExitStack() as stack:
        workers: dict[str, Worker] = {}
        for size in extent.rests:
            place = await stage.place(fill=partial(past.leads, size=size) if size else None)
            name = f"rest_with_{size}_leads" if size else "rest"
            workers[name] = await stack.enter_async_context(stage.ours(place))
        workers["bare_rest"] = await stack.enter_async_context(stage.bare())
        await asyncio.gather(*(_worked(worker, stage.recipe) for worker in workers.values()))
        await asyncio.sleep(SETTLED)
        used: dict[str, list[float]] = {name: [] for name in workers}
        for _ in range(extent.rounds):
            for name, part in (await _parts(workers, extent.rest)).items():
                used[name].append(part)
        for name, worker in workers.items():
            figures.add(f"{name}_cpu", "% of a core", used[name])
            figures.add(f"{name}_memory", "MB", [worker.program.resident()])


async def _worked(worker: Worker, recipe: Recipe) -> None:
    for _ in range(BEFORE):
        await live(worker.people, recipe)


async def _parts(workers: dict[str, Worker], seconds: float) -> dict[str, float]:
    before = {name: worker.program.cpu() for name, worker in workers.items()}
    begun = perf_counter()
    await asyncio.sleep(seconds)
    passed = perf_counter() - begun
    return {name: 100 * (worker.program.cpu() - before[name]) / passed for name, worker in workers.items()}
