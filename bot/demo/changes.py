"""Who watches is woken when something has changed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Changes:
    def __init__(self) -> None:
        self._watchers: set[asyncio.Event] = set()
        self.are_over = False

    def tell(self) -> None:
        for watcher in self._watchers:
            watcher.set()

    def end(self) -> None:
        """The last change: nobody needs to watch any longer."""
        self.are_over = True
        self.tell()

    @contextmanager
    def watched(self) -> Iterator[asyncio.Event]:
        """An event that every change sets; whoever has looked clears it."""
        watcher = asyncio.Event()
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)
