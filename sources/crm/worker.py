"""Brings the office's CRM up to date, one lead after the other, beside everything else."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Final

from desk.crm import CrmDesk
from desk.crm_remote import (
    CrmAwayError,
    CrmBusyError,
    CrmError,
    CrmGoneError,
    CrmRefusedError,
    CrmRejectedError,
    Keys,
    Place,
    Remote,
)
from desk.crm_task import Task
from leads.crm_shown import Shown
from sources.counted import Counted, nobody_counts
from sources.crm.lines import Lines
from sources.crm.wire import paused
from storage.ailments import DatabaseAilsError
from storage.offices import NoOfficeError

LOOKS_AGAIN: Final = 2.0  # real seconds
WELL: Final = "200"

log = logging.getLogger(__name__)


class CrmWorker:
    """`variable`: what stands in an environment variable of this name; None: nothing."""

    def __init__(
        self,
        desk: CrmDesk,
        lines: Lines,
        variable: Callable[[str], str | None],
        counted: Counted = nobody_counts,
    ) -> None:
        self._counted = counted
        self.desk = desk
        self._lines = lines
        self._variable = variable
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Says that there may be something to do."""
        self._woken.set()

    async def close(self) -> None:
        """Nothing more is asked of the CRM by this program."""
        await self._lines.close()

    async def run(self) -> None:
        """Runs for ever. A failure is logged, and tried again."""
        try:
            while True:
                await self._look()
                await paused(LOOKS_AGAIN, self._woken)
        finally:
            await self.close()

    async def _look(self) -> None:
        try:
            await self.work()
        except (DatabaseAilsError, NoOfficeError):
            pass  # told already, once
        except Exception as error:  # noqa: BLE001 - whatever an answer holds, the worker outlives it
            log.error("the CRM was not brought up to date, and is tried again: %s", type(error).__name__)

    async def work(self) -> None:
        """Works until nothing is to be done just now. Raises DatabaseAilsError, NoOfficeError."""
        while await self._step():
            pass

    async def _step(self) -> bool:
        task = await self.desk.next()
        if task is None or (remote := self._remote(task)) is None:
            return False
        code = WELL
        try:
            await self._do(task, remote)
        except CrmBusyError as busy:
            code = busy.code
            await self.desk.busy(task, busy.code, busy.seconds)
        except CrmRefusedError as error:
            code = error.code
            await self.desk.refused(task, error.code)
        except CrmRejectedError as error:
            code = error.code
            await self.desk.rejected(task, error.code)
        except CrmGoneError:
            code = "gone"
            await self.desk.gone(task)
        except CrmAwayError as error:
            code = error.code
            await self.desk.away(task, error.code, unsure=False)
        self._counted("crm", code)
        return True

    def _remote(self, task: Task) -> Remote | None:
        """None where nobody has said the secret."""
        given = self._variable(task.crm.secret_env) if task.crm.secret_env else None
        secret = given or task.secret
        return self._lines.connect(Keys(task.crm, secret, task.locale)) if secret else None

    async def _do(self, task: Task, remote: Remote) -> None:
        if task.row.gone:
            await self.desk.passed_over(task)
        elif task.place is None:
            await self._bring(task, remote)
        elif task.is_heard:
            await self.desk.seen(task, await remote.look(task.place))
        elif task.is_nothing:
            await self.desk.done(task, task.place)
        else:
            await self._put(task, remote)

    async def _bring(self, task: Task, remote: Remote) -> None:
        """A lead that is not there; or is, and nobody knows."""
        if task.new is None:
            await self.desk.passed_over(task)
            return
        if task.row.begun_at is not None:
            if await self.desk.wait(task):
                return
            if (place := await remote.find(task.new)) is not None:
                await self.desk.found(task, place)
                return
            await self.desk.absent(task)
        await self.desk.begin(task)
        try:
            place = await remote.add(task.new)
        except CrmAwayError as error:
            await self.desk.away(task, error.code, unsure=True)
            return
        if place.handle is None:
            await self.desk.done(task, place, await self._seen(task, place, remote))
        else:  # it is there, and nothing of it is shown yet
            await self.desk.found(task, place)

    async def _put(self, task: Task, remote: Remote) -> None:
        assert task.place is not None
        await self.desk.begin(task)
        try:
            place = task.place
            if task.changes != Shown():
                place = await remote.put(place, task.show, task.changes)
            if task.corrects and place.handle is None:
                await remote.correct(place, task.follow)
        except CrmAwayError as error:
            await self.desk.away(task, error.code, unsure=True)
            return
        await self.desk.done(task, place, await self._seen(task, place, remote))

    async def _seen(self, task: Task, place: Place, remote: Remote) -> Shown | None:
        """What the CRM has said itself, where it was told nothing: or else that would look like a change later."""
        if task.told.stage and task.told.responsible:
            return None
        try:
            return await remote.look(place)
        except CrmError:
            return None
