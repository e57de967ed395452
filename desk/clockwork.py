"""What time does by itself: weeks are drawn, overdue leads move on, swaps pass, the evening summary is made."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk import questions
from desk.door import Door
from desk.draws import Draws, behind
from desk.intake import go_by_itself
from desk.menus import Menus
from desk.rechecking import Recheck
from desk.reports import Reports, next_summary
from desk.retention import Retention
from desk.swaps import Swaps
from desk.watching import Watching
from desk.work import Work
from leads.deadlines import fire, put_back, say_again
from leads.entries.asking import Repeated
from leads.entries.hands import CameDue, Reminded
from leads.lead import State
from storage import cards, deliveries, due, inbox, requests, secrets
from storage.ailments import DatabaseAilsError
from storage.causes import caused_by
from storage.offices import NoOfficeError
from storage.scenes import Loaded

BITE = 500  # answers that are forgotten at a time

log = logging.getLogger(__name__)

ENOUGH = timedelta(seconds=30)  # a clock that is merely slewed goes back by less


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look at the office's clock has found, all of it at `now` (UTC)."""

    now: datetime
    overdue: Sequence[int]  # rows of leads, the longest overdue first
    behind: Sequence[str]  # segments in which a draw is to be announced or held
    has_swaps_over: bool
    has_watches: bool  # something else is to be looked at
    has_cards: bool  # something is to be sent
    summary: datetime | None  # when the next is to be made, as it is stored
    next_summary: datetime  # as it should be stored
    version: int  # of the office's set-up


@dataclass(frozen=True, slots=True)
class Clockwork:
    door: Door
    reports: Reports
    draws: Draws
    swaps: Swaps
    retention: Retention
    put_back: PutBack
    recheck: Recheck
    menus: Menus
    watching: Watching
    late: Callable[[timedelta], None] = lambda _: None  # hears by how much a deadline is met late

    async def tick(self) -> None:
        """Everything that is due now is done, each in a transaction of its own. Late, early or twice does no harm."""
        try:
            seen = await self.door.read(_look)
        except NoOfficeError:
            return
        await self.draws.due(seen.behind)
        for lead in seen.overdue:
            with caused_by(f"d{lead}.{int(seen.now.timestamp())}"):
                await self._try(lead)
        await self.recheck.look()  # after what is overdue: after a start it goes through every open offer
        await self.put_back.look(seen.now)
        await self.menus.look(seen.version)
        if seen.has_swaps_over:
            await self.swaps.pass_by()
        if seen.has_watches:
            await self.watching.look()
        await self.reports.evening(seen.summary, seen.next_summary)
        if seen.has_cards:  # another process may have left it: an office file, an erasure
            self.door.wake()

    async def _try(self, lead: int) -> None:
        try:
            await self._fire(lead)
        except DatabaseAilsError:
            raise
        except Exception as error:  # noqa: BLE001 - one lead that fails must not hold up the others
            log.error("lead row %s: its deadline failed: %s", lead, type(error).__name__)

    async def next(self) -> datetime | None:
        """Returns the earliest moment at which something is due (UTC)."""

        def case(work: Work) -> datetime | None:
            moments = (due.next_deadline(work.store), self.draws.next(work))
            return min((moment for moment in moments if moment), default=None)

        return await self.door.read(case)

    async def forget(self) -> bool:
        """Forgets, daily, update ids that Telegram cannot send again, answers to them, clients whose time is over.

        One bite, so that no deadline has to wait; False where there is more to do.
        """

        def case(work: Work) -> int:
            inbox.forget_old(work.store, work.now)
            secrets.forget_before(work.store, work.now)
            gone = requests.forget_old(work.store, work.now, BITE)
            gone = max(gone, deliveries.forget_old(work.store, work.now, BITE))
            return max(gone, cards.forget_said(work.store, work.now - inbox.KEPT, BITE))

        said = await self.door.quiet(case)
        return await self.retention.bite() and said < BITE

    async def _fire(self, lead: int) -> None:
        def case(work: Work) -> timedelta | None:
            loaded = work.load(lead)
            deadline = loaded.scene.lead.deadline
            _pass(work, loaded)
            return work.now - deadline.at if deadline and deadline.at <= work.now else None

        late = await self.door.write(case)
        if late is not None:
            self.late(late)


def _pass(work: Work, loaded: Loaded) -> None:
    """Does what is to be done when the deadline of a lead is over."""
    if loaded.scene.lead.state is State.DRAFT:
        go_by_itself(work, loaded)
        return
    fire(loaded.scene, work.now)
    is_again = any(isinstance(entry.said, Repeated) for entry in loaded.scene.log)
    has_come = any(isinstance(entry.said, Reminded | CameDue) for entry in loaded.scene.log)
    work.save(loaded)  # where nothing is said of it, the cards still name the next moment
    if has_come:
        questions.give_way(work, loaded.scene.lead.holder or "", loaded.scene.lead.id)
    if is_again:
        _say_the_others(work, loaded)


def _say_the_others(work: Work, said: Loaded) -> None:
    """What would soon be said to the same people is said now: one message rings, not one after the other."""
    live, deadline = said.scene.live, said.scene.lead.deadline
    if live is None or deadline is None:
        return
    for lead in due.soon_said(work.store, live.people, deadline.at):
        other = work.load(lead)
        if lead != said.scene.lead.id and say_again(other.scene, work.now):
            work.save(other)


def _look(work: Work) -> Seen:
    found = due.moments(work.store)
    is_late = found.lead is not None and found.lead <= work.now
    return Seen(
        now=work.now,
        overdue=due.due_leads(work.store, work.now) if is_late else (),
        behind=behind(work),
        has_swaps_over=found.swap is not None and found.swap <= work.now,
        has_watches=found.watch is not None and found.watch <= work.now,
        has_cards=found.has_cards,
        summary=found.summary,
        next_summary=next_summary(work.office, work.now),
        version=work.set_up.get().version,
    )


class PutBack:
    """Knows the latest time that it has seen.

    What happened before the start it cannot know, so it looks then too.
    """

    def __init__(self, door: Door) -> None:
        self._door = door
        self._latest: datetime | None = None

    async def look(self, now: datetime) -> None:
        """Looks whether the clock was put back.

        `now`: in UTC, as this look's first transaction had it. Nothing is read where the clock has gone on.
        """
        is_back = self._latest is None or now < self._latest - ENOUGH
        if is_back:
            for lead in await self._door.read(lambda work: due.with_deadline(work.store, now)):
                await self._bring_nearer(lead)
        self._latest = now if is_back or self._latest is None else max(self._latest, now)

    async def _bring_nearer(self, lead: int) -> None:
        def case(work: Work) -> bool:
            loaded = work.load(lead)
            is_moved = put_back(loaded.scene, work.now)
            if is_moved:
                work.save(loaded)
            return is_moved

        is_far = await self._door.read(lambda work: put_back(work.load(lead).scene, work.now))
        if is_far and await self._door.write(case):
            log.warning("lead row %s: the clock was put back, and its deadline with it", lead)
