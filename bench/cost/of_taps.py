"""How long a tap waits for its answer: alone, in a crowd, and while thousands of messages wait to be sent.

Each tap marks something on a lead that the manager has: that is stored, and changes two cards.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random
from time import perf_counter

from bench.cost import past
from bench.cost.extent import Extent
from bench.cost.figures import Figures, percentile
from bench.cost.office import managers
from bench.cost.people import live
from bench.cost.stage import Place, Stage, Worker

CROWD = 20
TO_CLAIM = ("draft", "hand", "claim")
PAUSE = 1.0  # seconds between an answer and the next tap of the same person: he is in a hurry


async def measure(stage: Stage, extent: Extent, figures: Figures) -> None:
    place = await _everybody_has_a_lead(stage)
    async with stage.ours(place) as ours, _bare(stage, 0) as bare:
        both = {"ours": ours, "bare": bare}
        await _in_turn(both, "tap_alone", extent, figures, crowd=1)
        await _in_turn(both, "tap_of_20", extent, figures, crowd=CROWD)
    past.backlog(place.file, extent.backlog)
    async with stage.ours(place) as ours, _bare(stage, extent.backlog) as bare:
        await asyncio.sleep(extent.rush)  # it begins as if it had just written to everybody
        both = {"ours": ours, "bare": bare}
        await _courier(both, extent, figures)
        await _in_turn(both, "tap_beside_backlog", extent, figures, crowd=1)


async def _everybody_has_a_lead(stage: Stage) -> Place:
    place = await stage.place(CROWD)
    async with stage.ours(place, unhurried=True) as ours:
        for _ in range(CROWD):
            await live(ours.people, stage.recipe, TO_CLAIM)
        await ours.telegram.quiet(0.5)
    return place


@asynccontextmanager
async def _bare(stage: Stage, backlog: int) -> AsyncIterator[Worker]:
    async with stage.bare(CROWD, backlog) as bare:
        for _ in range(CROWD):
            await live(bare.people, stage.recipe, TO_CLAIM)
        yield bare


async def _in_turn(
    both: dict[str, Worker], name: str, extent: Extent, figures: Figures, *, crowd: int
) -> None:
    middle: dict[str, list[float]] = {"ours": [], "bare": []}
    slow: dict[str, list[float]] = {"ours": [], "bare": []}
    for number in range(extent.rounds):
        for side, worker in both.items():
            worker.telegram.latencies.clear()
            if crowd == 1:
                await _one_by_one(worker, extent.taps)
            else:
                await _all_at_once(worker, crowd, extent.rush, Random(number))  # noqa: S311 - no secret
            taps = [1e3 * seconds for seconds in worker.telegram.latencies]
            middle[side].append(percentile(taps, 0.5))
            slow[side].append(percentile(taps, 0.95))
    figures.pair(f"{name}_p50", "ms", middle["ours"], middle["bare"])
    figures.pair(f"{name}_p95", "ms", slow["ours"], slow["bare"])


async def _one_by_one(worker: Worker, taps: int) -> None:
    for number in range(taps):
        await _tap(worker, managers(CROWD)[number % CROWD])


async def _all_at_once(worker: Worker, crowd: int, seconds: float, rng: Random) -> None:
    """Each begins at a moment of his own, and taps again a second after he had his answer."""
    until = perf_counter() + seconds

    async def person(who: int, begins: float) -> None:
        await asyncio.sleep(begins)
        while perf_counter() < until:
            await _tap(worker, who)
            await asyncio.sleep(PAUSE)

    async with asyncio.TaskGroup() as group:
        for who in managers(crowd):
            group.create_task(person(who, rng.uniform(0, PAUSE)))


async def _tap(worker: Worker, who: int) -> None:
    telegram = worker.telegram
    query = worker.people.mark(who)
    await telegram.until(lambda: query in telegram.answered, f"no answer to a tap of {who}")


async def _courier(both: dict[str, Worker], extent: Extent, figures: Figures) -> None:
    """Both send at the same time: each waits for Telegram's pace most of it."""
    sent: dict[str, list[float]] = {"ours": [], "bare": []}
    part: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(extent.rounds):
        before = {side: (w.telegram.calls, w.program.cpu()) for side, w in both.items()}
        begun = perf_counter()
        await asyncio.sleep(extent.rush)
        passed = perf_counter() - begun
        for side, worker in both.items():
            calls, cpu = before[side]
            sent[side].append((worker.telegram.calls - calls) / passed)
            part[side].append(100 * (worker.program.cpu() - cpu) / passed)
    for side, prefix in (("ours", ""), ("bare", "bare_")):
        figures.add(f"{prefix}courier_messages", "a second", sent[side])
        figures.add(f"{prefix}courier_cpu", "% of a core", part[side])
