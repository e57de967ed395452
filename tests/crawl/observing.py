"""Somebody does something, and all that comes of it is looked at."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from tests.crawl.deeds import Came, Deed
from tests.crawl.judges import Judge
from tests.crawl.world import World

Doing = Callable[[], Awaitable[str | None]]
"""Does it; returns the tap's query, where it is one."""


@dataclass(slots=True)
class Observer:
    """`faults`: what was wrong so far, each with the way to it. `deeds`: how many were looked at."""

    world: World
    judge: Judge
    faults: list[str] = field(default_factory=list)
    deeds: int = 0

    async def of(self, deed: Deed, doing: Doing, path: tuple[Deed, ...] = ()) -> Came:
        """`path`: how one comes there, for whoever reads of a fault."""
        world = self.world
        before, stood = world.shown(), world.stands(deed.who)
        self.deeds += 1
        query = None
        try:
            query = await doing()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            self._note(f"{type(error).__name__} {error}", deed, path)
        toasts = tuple(toast.text for toast in world.telegram.toast_log if toast.query_id == query)
        came = Came(deed, before, world.shown(), stood, world.stands(deed.who, stood.id), toasts)
        for fault in await self.judge.of(world, came):
            self._note(fault, deed, path)
        return came

    async def tap(self, deed: Deed, path: tuple[Deed, ...] = ()) -> Came:
        async def doing() -> str | None:
            query = self.world.telegram.tap(deed.who, deed.message, data=deed.data)
            await self.world.settle()
            return query

        return await self.of(deed, doing, path)

    def _note(self, fault: str, deed: Deed, path: tuple[Deed, ...]) -> None:
        self.faults.append(f"{deed.role}: {' → '.join(f'[{one.words}]' for one in (*path, deed))}: {fault}")
