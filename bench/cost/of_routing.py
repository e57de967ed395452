"""What one decision takes, among more and more managers, and what a hand-over takes after more and more leads."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from functools import partial
from statistics import median
from time import perf_counter, process_time
from zoneinfo import ZoneInfo

from bench.cost import past
from bench.cost.extent import Extent
from bench.cost.figures import Figures
from bench.cost.people import A_MOMENT, live
from bench.cost.recipe import Recipe
from bench.cost.stage import Stage, Worker
from leads import routing
from leads.floor import open_floor
from leads.lead import Lead
from leads.office import Office, Person, Role, Segment
from leads.scene import Scene

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
AT_LEAST = 0.1  # seconds of the processor that are measured at a time
BEFORE, AFTER = ("draft", "hand"), ("claim", "mark", "sale", "skip")


def decisions(extent: Extent, figures: Figures) -> None:
    """`leads.routing.decide` on a lead that has just been handed over, everybody there, by the scheme `balance`."""
    for team in extent.teams:
        decide = partial(routing.decide, scene(team), NOW)
        figures.add(f"decide_among_{team}_us", "us", [_microseconds(decide) for _ in range(extent.rounds)])


def scene(team: int) -> Scene:
    members = tuple(f"m{n}" for n in range(team))
    people = tuple(Person(who, who, (Role.MANAGER,)) for who in members)
    segment = Segment("all", "all", "balance", members)
    office = Office("Bench", ZoneInfo("Europe/Moscow"), people=people, segments=(segment,))
    path = routing.path(office.policy, None, twin_held=False)
    return open_floor(office, lambda _: False).draft(Lead(1, "all", 1, path=path, handed_at=NOW))


def _microseconds(work: Callable[[], object]) -> float:
    times, begun = 0, process_time()
    while process_time() - begun < AT_LEAST:
        work()
        times += 1
    return 1e6 * (process_time() - begun) / times


async def hand_overs(stage: Stage, extent: Extent, figures: Figures) -> None:
    """From the secretary's message until the offer is in a manager's chat and she sees to whom it went."""
    async with AsyncExitStack() as stack:
        workers: dict[int, Worker] = {}
        for size in extent.histories:
            place = await stage.place(fill=partial(past.leads, size=size) if size else None)
            workers[size] = await stack.enter_async_context(stage.ours(place, unhurried=True))
        found: dict[int, list[tuple[float, float]]] = {size: [] for size in workers}
        for number in range(extent.rounds + 1):  # the first warms up
            for size, worker in workers.items():
                each = [await _hand_over(worker, stage.recipe) for _ in range(extent.hand_overs)]
                if number:
                    found[size].append((median(wall for wall, _ in each), median(cpu for _, cpu in each)))
        for size, rounds in found.items():
            figures.add(f"hand_over_after_{size}_leads_ms", "ms", [wall for wall, _ in rounds])
            figures.add(f"hand_over_after_{size}_leads_cpu_ms", "ms", [cpu for _, cpu in rounds])


async def _hand_over(worker: Worker, recipe: Recipe) -> tuple[float, float]:
    """Milliseconds on the wall, and of the processor, until everything of these two steps is done."""
    cpu, begun = worker.program.cpu(), perf_counter()
    await live(worker.people, recipe, BEFORE)
    wall, cpu = perf_counter() - begun - len(BEFORE) * A_MOMENT, worker.program.cpu() - cpu
    await live(worker.people, recipe, AFTER)
    return 1e3 * wall, 1e3 * cpu
