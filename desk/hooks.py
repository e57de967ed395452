"""What is on its way outside: what is due, what it says, and what becomes of it once somebody has tried to deliver it.

Whoever sends it holds no transaction meanwhile. What was sent and not noted, for the program died, is sent once more
under the same name.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from desk.door import Door
from desk.hooks_letter import Letter, letter
from desk.together import Together
from desk.work import Work
from leads.hooks import host_of
from leads.recipients import News
from leads.retrying import bounded, next_try
from storage import cards, deliveries, hooks
from storage.deliveries import DeliveryRow, DeliveryState, Tried
from storage.hooks import HookRow, Off

AT_ONCE: Final = 4  # on their way to one address at the same time
FAILS_LONG: Final = timedelta(hours=1)
"""Since when nothing has arrived at an address that the administrator is told of."""
GONE: Final = 410
PANES: Final = "hook"
"""The panes of /office that show how addresses are doing begin with this."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a try. `status`: of HTTP; None: there was no answer. `why`: what was wrong, as `hook-why` has it;
    None: it has arrived. `wait`: for how long the address wants to be left alone.
    """

    status: int | None
    why: str | None = None
    wait: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Deliveries:
    """`together`: what arrives at the same time is noted at the same time."""

    door: Door
    together: Together

    async def due(self, under_way: Collection[DeliveryRow]) -> Sequence[DeliveryRow]:
        """Returns what is to be sent now, beside what is on its way: of each address so much that it is not crowded."""
        if self.door.set_up is not None and not self.door.set_up.office.hooks:
            return ()
        return await self.door.read(lambda work: _due(work, under_way))

    async def letter(self, row: DeliveryRow) -> Letter | None:
        """Returns what is to be sent; None where that is not to be sent any more."""
        return await self.door.read(lambda work: letter(work, row))

    async def settle(self, id: int, answer: Answer) -> None:
        """Notes what came of a try. Raises DatabaseAilsError."""

        def case(work: Work) -> None:
            work.set_up.lock(work.store)
            row = deliveries.find(work.store, id)
            hook = hooks.find(work.store, row.hook) if row else None
            if row and hook and row.state is DeliveryState.PENDING:
                _settle(work, row, hook, answer)

        await self.together.write(case)


def _due(work: Work, under_way: Collection[DeliveryRow]) -> list[DeliveryRow]:
    found: list[DeliveryRow] = []
    for hook in hooks.everyone(work.store) if work.office.hooks else ():
        busy = [row.id for row in under_way if row.hook == hook.id]
        rests = hook.not_before is not None and hook.not_before > work.now
        if hook.off is None and not rests and len(busy) < AT_ONCE:
            found += deliveries.due(work.store, hook.id, work.now, AT_ONCE - len(busy), busy)
    return found


def _settle(work: Work, row: DeliveryRow, hook: HookRow, answer: Answer) -> None:
    tried: Tried = {"at": work.now.isoformat(), "status": answer.status, "why": answer.why}
    if answer.why is None:
        deliveries.settle(work.store, row, DeliveryState.DELIVERED, tried, work.now)
        _arrived(work, hook)
    elif answer.status == GONE:
        deliveries.settle(work.store, row, DeliveryState.OFF, tried, work.now)
        hooks.switch_off(work.store, hook.id, Off.GONE, work.now)
        deliveries.drop_pending(work.store, hook.id)
        _tell(work, hook, "hook-gone", f"hook-gone:{row.id}:{work.now.isoformat()}")
    else:
        _failed(work, row, hook, answer, tried)
    cards.touch_pane(work.store, PANES)  # whoever looks at it sees it; there may be many of these a minute


def _arrived(work: Work, hook: HookRow) -> None:
    """Whoever was told that it fails is told that this is over; what waits for a try of its own goes at once."""
    hooks.arrived(work.store, hook)
    if hook.told_at is None or hook.failing_since is None:
        return
    deliveries.at_once(work.store, hook.id, work.now)
    waiting = deliveries.waiting(work.store).get(hook.id, 0)
    _tell(work, hook, "hook-works", f"hook-works:{hook.id}:{hook.failing_since.isoformat()}", count=waiting)


def _failed(work: Work, row: DeliveryRow, hook: HookRow, answer: Answer, tried: Tried) -> None:
    if row.is_test:  # nobody waits for it: whoever has sent it looks, and may send another
        deliveries.settle(work.store, row, DeliveryState.GIVEN_UP, tried, work.now)
        return
    wait = bounded(answer.wait)
    again = next_try(row.tries + 1, work.now, wait)
    if again:
        deliveries.try_again(work.store, row, tried, again)
    else:
        deliveries.settle(work.store, row, DeliveryState.GIVEN_UP, tried, work.now)
    is_now = hooks.failed(work.store, hook, work.now, work.now + wait if wait else None)
    since = is_now.failing_since
    if is_now.told_at is None and since and work.now - since >= FAILS_LONG:
        hooks.told(work.store, hook.id, work.now)
        _tell(work, hook, "hook-failing", f"hook-failing:{hook.id}:{since.isoformat()}")


def _tell(work: Work, hook: HookRow, key: str, subject: str, **more: Any) -> None:
    """Whoever administers; of the address only where it is, for the rest of it may be a secret."""
    for person in work.recipients(News.HOOK):
        work.note(person.chat or 0, subject, key, host=host_of(hook.url), **more)
