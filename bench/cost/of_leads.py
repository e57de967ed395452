"""What one lead costs from the secretary's message to the sale, ours and the bare bot's in turn."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from time import perf_counter

from bench.cost.counters import Counts
from bench.cost.extent import Extent
from bench.cost.figures import Figures, percentile
from bench.cost.people import A_MOMENT, live
from bench.cost.recipe import STEPS, Recipe
from bench.cost.stage import Stage, Worker
from bench.cost.writer import Writer

WARM = 3  # leads before anything counts: caches fill
SILENCE = 0.3  # seconds without a call: the step is over
COUNTED = {"statements": "statements", "reading": "read_transactions", "writing": "write_transactions"}


async def write_down(stage: Stage, extent: Extent, figures: Figures) -> Recipe:
    """What the program does for a lead, and how many statements and transactions that takes; also at rest."""
    async with stage.ours(await stage.place(), unhurried=True, counted=True) as ours:
        await _recorded(ours)  # the first of an office is told as well what only newcomers are told
        recipe = await _recorded(ours)
        rests = [await _counted_at_rest(ours, extent.rest) for _ in range(extent.counts)]
        for name, called in COUNTED.items():
            figures.add(f"rest_{called}", "a second", [getattr(r, name) / extent.rest for r in rests])
        await _count(ours, recipe, extent, figures)
    figures.add("lead_calls", "calls", [recipe.calls])
    return recipe


async def measure(stage: Stage, extent: Extent, figures: Figures) -> None:
    """The processor and the clock on the wall; how long the taps of these leads waited, one after the other."""
    async with stage.ours(await stage.place(), unhurried=True) as ours, stage.bare() as bare:
        rounds: dict[str, list[Round]] = {"ours": [], "bare": []}
        for worker in (ours, bare):
            await _round(worker, stage.recipe, WARM)
        for _ in range(extent.rounds):
            rounds["ours"].append(await _round(ours, stage.recipe, extent.leads))
            rounds["bare"].append(await _round(bare, stage.recipe, extent.leads))
    for name in ("cpu", "wall", "tap_p50", "tap_p95"):
        mine, his = ([getattr(one, name) for one in rounds[side]] for side in ("ours", "bare"))
        figures.pair(f"lead_{name}", "ms", mine, his)


@dataclass(frozen=True, slots=True)
class Round:
    """Milliseconds a lead, and a tap."""

    cpu: float
    wall: float
    tap_p50: float
    tap_p95: float


async def _round(worker: Worker, recipe: Recipe, leads: int) -> Round:
    worker.telegram.latencies.clear()
    cpu, wall = worker.program.cpu(), perf_counter()
    for _ in range(leads):
        await live(worker.people, recipe)
    cpu, wall = worker.program.cpu() - cpu, perf_counter() - wall - leads * len(STEPS) * A_MOMENT
    taps = [1e3 * seconds for seconds in worker.telegram.latencies]
    return Round(1e3 * cpu / leads, 1e3 * wall / leads, percentile(taps, 0.5), percentile(taps, 0.95))


async def _recorded(ours: Worker) -> Recipe:
    """One lead, step by step, each with time to come to its end."""
    telegram, writer = ours.telegram, Writer()
    for step in STEPS:
        telegram.record, before, wanted = [], ours.counted(), telegram.calls + 1
        await ours.people.act(step)
        await telegram.called(wanted, step)
        await telegram.quiet(SILENCE)
        writer.manager = ours.people.manager
        writer.add(step, telegram.record, (ours.counted() - before).commits)
    telegram.record = None
    return writer.recipe()


async def _counted_at_rest(ours: Worker, seconds: float) -> Counts:
    await ours.telegram.quiet(SILENCE)
    before = ours.counted()
    await asyncio.sleep(seconds)
    return ours.counted() - before


async def _count(ours: Worker, recipe: Recipe, extent: Extent, figures: Figures) -> None:
    """What it would have done meanwhile at rest is taken off."""
    found: list[Counts] = []
    seconds: list[float] = []
    for _ in range(extent.counts):
        begun, before = perf_counter(), ours.counted()
        for _ in range(extent.leads):
            await live(ours.people, recipe)
        await ours.telegram.quiet(SILENCE)
        found.append(ours.counted() - before)
        seconds.append(perf_counter() - begun)
    for name, called in COUNTED.items():
        resting = figures.found[f"{figures.prefix}rest_{called}"].value
        each = [
            (getattr(one, name) - resting * passed) / extent.leads
            for one, passed in zip(found, seconds, strict=True)
        ]
        figures.add(f"lead_{called}", "a lead", each)
    figures.add("lead_commits", "a lead", [one.commits / extent.leads for one in found])
