"""The queue of updates, as getUpdates sees it: https://core.telegram.org/bots/api#getting-updates"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.standin.wire import JSON, ApiError

KEPT = 24 * 3600.0  # seconds an update waits for the bot
TAP_KEPT = 150.0  # seconds; a tap older than this is never delivered
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
CONFLICT = "Conflict: terminated by {} request"
OTHER_POLLER = CONFLICT.format("other getUpdates") + "; make sure that only one bot instance is running"
WEBHOOK_IS_SET = (
    "Conflict: can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)


@dataclass(frozen=True, slots=True)
class Pending:
    update: JSON
    until: float  # Unix time; afterwards it is forgotten


class UpdateQueue:
    """What a bot fetches. `now` is Unix time in seconds; long polls wait in the event loop's own time."""

    def __init__(self, now: Callable[[], float], first_id: int = 1) -> None:
        self._now = now
        self._next_id = first_id
        self._pending: deque[Pending] = deque()
        self._allowed: frozenset[str] | None = None  # None: all but what must be asked for
        self._waiting: asyncio.Future[str | None] | None = None  # None wakes it, words end it with 409
        self.polled = asyncio.Event()  # set while a long poll waits
        self.webhook: JSON | None = None

    def put(self, kind: str, payload: JSON) -> None:
        """Adds an update of this kind, unless the bot did not ask for the kind."""
        wanted = kind not in ON_REQUEST if self._allowed is None else kind in self._allowed
        if not wanted:
            return
        update = {"update_id": self._next_id, kind: payload}
        self._next_id += 1
        life = TAP_KEPT if kind == "callback_query" else KEPT
        self._pending.append(Pending(update, self._now() + life))
        self._wake(None)

    async def poll(self, offset: int, limit: int, timeout: float) -> list[JSON]:  # noqa: ASYNC109
        """Forgets what the offset has passed; answers what is there, or waits up to `timeout` seconds for it.

        A later poll ends this one with 409.
        """
        if self.webhook is not None:
            raise ApiError(409, WEBHOOK_IS_SET)
        self._wake(OTHER_POLLER)
        self._forget(offset)
        if not self._pending and timeout > 0:
            await self._wait(timeout)
        return [pending.update for pending in list(self._pending)[:limit]]

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Says which kinds are queued from now on. None keeps the last choice, an empty list is the default."""
        if kinds is not None:
            self._allowed = frozenset(kinds) or None

    def set_webhook(self, webhook: JSON | None) -> None:
        if webhook is not None:
            self._wake(CONFLICT.format("setWebhook"))
        self.webhook = webhook

    def release(self) -> None:
        """Ends a poll that waits, with nothing: the server is going down."""
        self._wake(None)

    def clear(self) -> None:
        self._pending.clear()

    def __len__(self) -> int:
        self._forget(0)
        return len(self._pending)

    def _forget(self, offset: int) -> None:
        now = self._now()
        kept = (p for p in self._pending if p.update["update_id"] >= offset and p.until >= now)
        self._pending = deque(kept)

    async def _wait(self, seconds: float) -> None:
        mine = self._waiting = asyncio.get_running_loop().create_future()
        self.polled.set()
        try:
            async with asyncio.timeout(seconds):
                ended_by = await mine
        except TimeoutError:
            return
        finally:
            if self._waiting is mine:
                self._waiting = None
                self.polled.clear()
        if ended_by is not None:
            raise ApiError(409, ended_by)

    def _wake(self, words: str | None) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(words)
