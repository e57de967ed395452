"""Sends what is due outside, beside everything else: several addresses at once, and each only so much.

What is on its way is known by the rows of the database alone: after a restart they are sent on.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Final, Protocol

from desk.hooks import Answer, Deliveries
from desk.hooks_letter import Letter
from sources.counted import Counted, nobody_counts
from sources.hooks.posting import post
from sources.hooks.signing import headers, is_secret, secrets_in
from storage.ailments import DatabaseAilsError
from storage.deliveries import DeliveryRow
from storage.offices import NoOfficeError

LOOKS_AGAIN: Final = 1.0  # real seconds

log = logging.getLogger(__name__)


class Clock(Protocol):
    def now(self) -> datetime: ...


class Post(Protocol):
    """Delivers one letter, as `posting.post` does."""

    async def __call__(
        self, url: str, headers: dict[str, str], body: str, *, private: bool, now: datetime
    ) -> Answer: ...


class Sender:
    """`variable`: what stands in an environment variable of this name; None: nothing."""

    def __init__(
        self,
        deliveries: Deliveries,
        clock: Clock,
        variable: Callable[[str], str | None],
        post: Post = post,
        counted: Counted = nobody_counts,
    ) -> None:
        self._deliveries = deliveries
        self._clock = clock
        self._variable = variable
        self.post = post
        self._counted = counted
        self._under_way: dict[int, DeliveryRow] = {}
        self._woken = asyncio.Event()

    async def run(self) -> None:
        """Runs for ever. A failure is logged, and tried again."""
        async with asyncio.TaskGroup() as group:
            while True:
                for row in await self._begin():
                    group.create_task(self._send(row))
                with suppress(TimeoutError):
                    async with asyncio.timeout(LOOKS_AGAIN):
                        await self._woken.wait()
                self._woken.clear()

    async def send_due(self) -> int:
        """Sends, once, whatever is due now, and returns how much that was. Raises DatabaseAilsError."""
        rows = await self._begin()
        async with asyncio.TaskGroup() as group:
            for row in rows:
                group.create_task(self._send(row))
        return len(rows)

    async def _begin(self) -> list[DeliveryRow]:
        """What is to be sent now; it is known to be on its way from here on."""
        try:
            found = await self._deliveries.due(list(self._under_way.values()))
        except (DatabaseAilsError, NoOfficeError):
            return []  # told already, once
        except Exception as error:  # noqa: BLE001 - whatever ails the database, the sender outlives it
            log.error("looking for what is to be sent failed and is tried again: %s", type(error).__name__)
            return []
        self._under_way.update({row.id: row for row in found})
        return list(found)

    async def _send(self, row: DeliveryRow) -> None:
        """One that fails in whatever way keeps no other from being sent."""
        try:
            answer = await self._tried(row)
            self._counted("hook", str(answer.status or answer.why))
            await self._deliveries.settle(row.id, answer)
            self._woken.set()  # the next of its lead may go
        except (DatabaseAilsError, NoOfficeError):
            pass  # told already, once; it is sent again under the same name
        except Exception as error:  # noqa: BLE001 - whatever it is, it is tried again
            log.error("what came of delivery %d could not be noted: %s", row.id, type(error).__name__)
        finally:
            self._under_way.pop(row.id, None)

    async def _tried(self, row: DeliveryRow) -> Answer:
        """Raises DatabaseAilsError, NoOfficeError; whatever else goes wrong is a try that has failed."""
        try:
            letter = await self._deliveries.letter(row)
            return await self._deliver(letter) if letter else Answer(None, "entry")
        except (DatabaseAilsError, NoOfficeError):
            raise
        except Exception as error:  # noqa: BLE001 - one that nobody can write must not stand before all others
            log.error("delivery %d failed: %s", row.id, type(error).__name__)
            return Answer(None, "error")

    async def _deliver(self, letter: Letter) -> Answer:
        hook = letter.hook
        if hook.secret_env:
            secrets = secrets_in(self._variable(hook.secret_env))
        else:
            secrets = tuple(secret for secret in letter.secrets if is_secret(secret))
        if not secrets:
            return Answer(None, "secret")
        signed = dict(headers(letter.id, letter.second, letter.body, secrets))
        return await self.post(hook.url, signed, letter.body, private=hook.private, now=self._clock.now())
