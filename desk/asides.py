"""Updates that could not be handled: set aside, looked at, tried again, let go."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.door import Door, UseCase
from desk.work import Work
from leads.rights import Right, may
from screens.buttons.of_panes import OfficePane
from screens.views.office import AsideRow, AsideView, Kind
from storage import cards, inbox
from storage.ailments import DatabaseAilsError
from storage.inbox import Kept, UnreadableError
from storage.kinds import Change, Urgency

MOST_ROWS = 20  # of the list; the others come when these are done with

Feed = Callable[[Mapping[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Asides:
    """Kept updates.

    `feed` handles a kept update as if it had just come; it counts once, however often it is tried.
    """

    door: Door
    feed: Feed

    async def keep(self, update: int, body: Mapping[str, Any], error: Exception, chat: int | None) -> None:
        """An update is kept where the administrator sees it; whoever sent it (`chat`) is told so."""

        def case(work: Work) -> None:
            inbox.put_aside(work.store, update, body, type(error).__name__, work.now)
            cards.changed(work.store, Change.OFFICE)
            if chat:
                work.note(chat, f"failed:{update}", "update-failed", Urgency.ANSWER)

        await self.door.write(case)

    async def open(self, actor: Actor) -> Reply:
        def case(work: Work) -> Reply:
            show_office(work, actor, OfficePane.ASIDE)
            return NOTHING

        return await self._do(actor, case)

    async def put_away(self, actor: Actor) -> Reply:
        def case(work: Work) -> Reply:
            show_office(work, actor)
            return NOTHING

        return await self._do(actor, case)

    async def retry(self, actor: Actor, update: int) -> Reply:
        """Runs outside of a transaction, for the update opens its own. Raises DatabaseAilsError."""
        failed: str | None = None
        if kept := await self._find(actor, update):
            try:
                await self.feed(kept.body)
            except DatabaseAilsError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever a handler raises, it stays where it is
                failed = type(error).__name__

        def case(work: Work) -> Reply:
            if failed:
                inbox.failed_again(work.store, update, failed, work.now)
            done = "failed" if failed else _take_out(work, update, "settled")
            return _answered(work, actor, done)

        return await self._do(actor, case)

    async def let_go(self, actor: Actor, update: int) -> Reply:
        def case(work: Work) -> Reply:
            return _answered(work, actor, _take_out(work, update, "let-go"))

        return await self._do(actor, case)

    async def _find(self, actor: Actor, update: int) -> Kept | None:
        if not may(actor.roles, Right.MIND):
            return None
        return await self.door.read(lambda work: inbox.find_aside(work.store, update))

    async def _do(self, actor: Actor, case: UseCase) -> Reply:
        return await self.door.do(actor, Right.MIND, case)


def aside_view(work: Work) -> AsideView:
    kept = inbox.aside(work.store, MOST_ROWS)
    rows = tuple(AsideRow(one.update, one.at, _kind(one), one.error) for one in kept)
    return AsideView(work.office.timezone, rows, inbox.count_aside(work.store) - len(rows))


def _kind(kept: Kept) -> Kind:
    if kept.error == UnreadableError.__name__:
        return Kind.UNREADABLE
    if "message" in kept.body:
        return Kind.MESSAGE
    return Kind.TAP if "callback_query" in kept.body else Kind.UNREADABLE


def _take_out(work: Work, update: int, done: str) -> str:
    return done if inbox.take_out(work.store, update) else "gone"


def _answered(work: Work, actor: Actor, done: str) -> Reply:
    cards.changed(work.store, Change.OFFICE)
    show_office(work, actor, OfficePane.ASIDE)
    return Reply(done=f"aside-{done}")
