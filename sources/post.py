"""Letters of the mailboxes that are sources: each is stored as whatever else a source sends, and read like it.

What has come is noted in the transaction that stores it, so a letter is stored once, also over a restart; a mailbox
whose numbers mean others now is read again, and its letters are known by their Message-ID.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final, Protocol

from desk.arrivals import Arrivals
from leads.mailboxes import MailboxAddress
from leads.sources import LETTERS, Source
from sources.kinds import ADAPTERS
from sources.letters import LETTER, tree_of_letter
from sources.mailbox import BROKEN, Letter, Mailbox, MailboxRefusedError
from sources.reader import Reader
from storage.ailments import DatabaseAilsError
from storage.causes import caused_by
from storage.mailboxes import MailboxState, Position
from storage.offices import NoOfficeError
from storage.requests import Came

EVERY: Final = (
    2.0  # seconds between two looks at which mailboxes there are: somebody may be waiting for theirs
)
WAITS: Final = 20.0  # seconds that a mailbox is listened to, before it is asked
AGAIN: Final = (5.0, 30.0, 120.0, 300.0)  # seconds after a failure; the last one from then on
BACK: Final = timedelta(days=3)
"""How far a mailbox is read again whose numbers mean others now."""
REFUSED: Final = 600.0  # seconds after a wrong password: whoever tries it too often is locked out

log = logging.getLogger(__name__)


class Clock(Protocol):
    async def sleep(self, seconds: float) -> None: ...


@dataclass
class Post:
    """`variable`: what stands in an environment variable of this name; None: nothing."""

    arrivals: Arrivals
    reader: Reader
    variable: Callable[[str], str | None]
    clock: Clock
    _boxes: dict[str, tuple[str, asyncio.Task[None]]] = field(default_factory=dict)

    async def run(self) -> None:
        """Runs for ever. What fails is tried again."""
        try:
            while True:
                with suppress(
                    DatabaseAilsError, NoOfficeError
                ):  # told already, once; or nothing is set up yet
                    await self._look_which()
                await self.clock.sleep(EVERY)
        finally:
            for _, task in self._boxes.values():
                task.cancel()
            await asyncio.gather(*(task for _, task in self._boxes.values()), return_exceptions=True)

    async def _look_which(self) -> None:
        """Listens to each mailbox that there is, by the secret that it has now, and to no other."""
        wanted = await self.mailboxes()
        for id, (secret, task) in list(self._boxes.items()):
            if wanted.get(id) != secret or task.done():
                task.cancel()
                del self._boxes[id]
        for id in wanted.keys() - self._boxes.keys():
            task = asyncio.get_running_loop().create_task(self._listen(id, wanted[id]))
            self._boxes[id] = wanted[id], task

    async def mailboxes(self) -> Mapping[str, str]:
        """Returns the secret of each source of letters that has one. Raises DatabaseAilsError, NoOfficeError."""
        sources = [one for one in (await self.arrivals.office()).sources if one.kind in LETTERS]
        found = {source.id: await self._secret(source) for source in sources}
        return {id: secret for id, secret in found.items() if secret}

    async def _secret(self, source: Source) -> str | None:
        given = self.variable(source.secret_env) if source.secret_env else None
        return given or await self.arrivals.secret(source.id)

    async def _listen(self, source: str, secret: str) -> None:
        failures = 0
        while True:
            try:
                failures = 0 if await self._serve(source, secret) else failures
            except MailboxRefusedError:
                log.warning(
                    "the mailbox of the source %s refuses the name, the password or the folder", source
                )
                await self._answers(source, MailboxState.REFUSES)
                await self._tell_refused(source)
                await self.clock.sleep(REFUSED)
                continue
            except DatabaseAilsError:
                pass  # told already, once
            except BROKEN as error:
                log.info("the mailbox of the source %s: %s", source, type(error).__name__)
                await self._answers(source, MailboxState.AWAY)
            except Exception as error:  # noqa: BLE001 - whatever a server answers, the others are read
                log.error("the mailbox of the source %s: %s", source, type(error).__name__)
            await self.clock.sleep(AGAIN[min(failures, len(AGAIN) - 1)])
            failures += 1

    async def _answers(self, source: str, now: MailboxState) -> None:
        with suppress(DatabaseAilsError, NoOfficeError):
            await self.arrivals.answers(source, now)

    async def _tell_refused(self, source: str) -> None:
        with suppress(DatabaseAilsError, NoOfficeError):
            await self.arrivals.tell_refused(source)

    async def _serve(self, source: str, secret: str) -> bool:
        """Reads and listens until the connection is gone. True: it had been there."""
        address = MailboxAddress.of(secret)
        if address is None:
            raise MailboxRefusedError
        box = await asyncio.to_thread(Mailbox.open, address)
        try:
            await self._answers(source, MailboxState.LISTENS)
            while True:
                await self.take_in(source, box)
                await asyncio.to_thread(box.wait, WAITS)
        except BROKEN:
            return True
        finally:
            box.cut()

    async def take_in(self, source: str, box: Mailbox) -> None:
        """Stores what is new. A mailbox that is looked into for the first time is read from now on."""
        known, today = await self.arrivals.position(source)
        if known is None:
            await self.arrivals.keep_position(source, box.now)
            return
        is_same = known.validity == box.now.validity
        last, since = (known.uid, None) if is_same else (0, today - BACK)
        letters = await asyncio.to_thread(lambda: list(box.after(last, since)))
        for letter in letters:
            await self._keep(source, letter, Position(box.now.validity, letter.uid))

    async def _keep(self, source: str, letter: Letter, at: Position) -> None:
        kind = next(iter(LETTERS))
        key = ADAPTERS[kind].key(tree_of_letter(letter.content))
        came = Came(source, kind, "", LETTER, letter.content, key)
        kept = await self.arrivals.keep_letter(came, at)
        with caused_by(f"r{kept.id}"):
            log.info("a letter is stored%s", "" if kept.is_new else ", again")
        self.reader.wake()
