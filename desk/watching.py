"""What the clock looks at that is no deadline of a lead: each kind of watch, and what is done then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desk.calls import nobody_called_back
from desk.door import Door
from desk.forgotten import remind
from desk.leaving import begins, came_again
from desk.unclaimed import tell
from desk.waiting_leads import another_day
from desk.work import Work
from storage import watches
from storage.watches import Watch, WatchKind

DONE_THEN: Mapping[WatchKind, Callable[[Work, Watch], None]] = {
    WatchKind.LEAVE: begins,
    WatchKind.REPEAT: came_again,
    WatchKind.DRAFT: remind,
    WatchKind.UNCLAIMED: tell,
    WatchKind.DAY: another_day,
    WatchKind.CALL: nobody_called_back,
}

assert DONE_THEN.keys() == set(WatchKind), "each kind of watch ends in something"


@dataclass(frozen=True, slots=True)
class Watching:
    door: Door

    async def look(self) -> None:
        """Does what was to be looked at by now; it is known that there is something."""

        def case(work: Work) -> None:
            for watch in watches.due(work.store, work.now):
                watches.forget(work.store, watch.kind, watch.subject)
                DONE_THEN[watch.kind](work, watch)

        await self.door.write(case)
