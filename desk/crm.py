"""What has come of telling the office's CRM of a lead, and what is known of the CRM; no transaction is open meanwhile.

A lead is told by its state as it is then, so that none of them is told out of its order. Before one is added, that is
noted: where nobody knows whether that was done, it is looked for before it is added once more (docs/crm.md).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from desk import crm_back
from desk.crm_remote import KnownThere, Place
from desk.crm_rows import turn_to
from desk.crm_task import IN, TOKEN, Task, next_task
from desk.door import Door
from desk.work import Work
from leads.crm import Crm
from leads.crm_shown import Shown
from leads.recipients import News
from storage import cards, crm, drafts, secrets
from storage.crm import CrmState
from storage.kinds import Change
from storage.secrets import SecretOf

SURE_AFTER: Final = timedelta(minutes=1)
"""So long a lead that may be there is not looked for: it may be on its way."""
TOLD_AFTER: Final = timedelta(minutes=15)
"""So long it may be away before anybody is told."""
LONGEST: Final = timedelta(hours=1)
"""At most so long it is left alone that was away or has refused."""
LONGEST_LEAD: Final = timedelta(hours=6)
"""And a lead that it does not take as it is."""


@dataclass(frozen=True, slots=True)
class CrmDesk:
    door: Door

    async def next(self) -> Task | None:
        """Returns what is to be done now; None where there is nothing, or the CRM is left alone for a while."""
        set_up = self.door.set_up
        if set_up is not None and set_up.office.crm is None:
            return None
        is_another, task = await self.door.read(next_task)
        if not is_another:
            return task
        await self.door.write(_turn_to)
        return (await self.door.read(next_task))[1]

    async def begin(self, task: Task) -> None:
        """From now on it may be there, or be changed there, without our knowing."""
        show = task.show

        client = {"telling": task.marks} if task.place else {"told": task.marks, "telling": None}

        def case(work: Work) -> None:
            known = client if _is_remembered(work, task) else {}
            crm.put(work.store, task.row.lead, sending=show, begun_at=work.now, **known)

        await self.door.quiet(case)

    async def done(self, task: Task, place: Place, seen: Shown | None = None) -> None:
        """It is there as it was to be. `seen`: what it shows, where somebody has looked."""

        def case(work: Work) -> None:
            shown = _beside(task.told, seen)
            values: dict[str, Any] = {"remote": place.id, "handle": place.handle, "shown": shown}
            if _is_remembered(work, task) and (place.handle is None or not task.corrects):
                values |= {"told": task.marks, "telling": None}
            _settled(work, task, pushed=task.row.wanted, sending=None, gone=False, **values)

        await self.door.write(_answered(case))

    async def found(self, task: Task, place: Place) -> None:
        """It was there already; how it is shown there is not known yet."""

        def case(work: Work) -> None:
            _settled(work, task, remote=place.id, handle=place.handle)

        await self.door.write(_answered(case))

    async def absent(self, task: Task) -> None:
        """It is not there after all: whoever is to add it may."""
        await self.door.write(_answered(lambda work: _settled(work, task)))

    async def wait(self, task: Task) -> bool:
        """Tells whether it is too early to look for what may be there; then it is looked for later."""
        begun = task.row.begun_at

        def case(work: Work) -> bool:
            if begun is None or work.now >= begun + SURE_AFTER:
                return False
            crm.put(work.store, task.row.lead, retry_at=begun + SURE_AFTER)
            return True

        return begun is not None and await self.door.quiet(case)

    async def gone(self, task: Task) -> None:
        """Somebody has deleted it there: it stays away."""

        def case(work: Work) -> None:
            seen = {"pushed": task.row.wanted, "looked": task.row.heard, "sending": None}
            _settled(work, task, gone=True, **seen)

        await self.door.write(_answered(case))

    async def passed_over(self, task: Task) -> None:
        """There is nothing to be told of it."""
        await self.door.quiet(lambda work: _settled(work, task, pushed=task.row.wanted))

    async def rejected(self, task: Task, code: str) -> None:
        """The CRM works, and does not take this one as it is: the others go on, and the administrator is told once."""

        def case(work: Work) -> None:
            failures = task.row.failures + 1
            if failures == 1 and not crm.counted(work.store).refused:
                subject = f"crm-lead:{task.row.lead}:{work.now.isoformat()}"
                _tell(work, subject, "crm-lead-refused", number=task.number, code=code)
            wait = min(timedelta(minutes=1) * 4 ** min(failures - 1, 8), LONGEST_LEAD)
            crm.put(
                work.store,
                task.row.lead,
                sending=None,
                begun_at=None,
                failures=failures,
                code=code,
                retry_at=work.now + wait,
            )
            cards.changed(work.store, Change.OFFICE)

        await self.door.write(_answered(case))

    async def away(self, task: Task, code: str, *, unsure: bool) -> None:
        """It does not answer. `unsure`: what it was asked may be done."""

        def case(work: Work) -> None:
            if not unsure:
                crm.put(work.store, task.row.lead, begun_at=task.row.begun_at, sending=task.row.sending)
            _troubled(work, CrmState.AWAY, code)

        await self.door.write(case)

    async def busy(self, task: Task, code: str, seconds: float) -> None:
        """It was asked too often, and is left alone for so long; nobody is told of that."""

        def case(work: Work) -> None:
            crm.put(work.store, task.row.lead, begun_at=task.row.begun_at, sending=task.row.sending)
            crm.note(work.store, code=code, retry_at=work.now + timedelta(seconds=seconds))

        await self.door.quiet(case)

    async def refused(self, task: Task, code: str) -> None:
        """It does not know us any more."""

        def case(work: Work) -> None:
            crm.put(work.store, task.row.lead, begun_at=task.row.begun_at, sending=task.row.sending)
            _troubled(work, CrmState.REFUSES, code)

        await self.door.write(case)

    async def seen(self, task: Task, shown: Shown | None) -> None:
        """Somebody has looked what is there: what was changed there is done here, as far as that may be."""

        def case(work: Work) -> None:
            if shown is None:
                _settled(work, task, gone=True, looked=task.row.heard, sending=None)
                return
            crm_back.take(work, task.crm, task.row.lead, shown)
            _settled(work, task, shown=shown, looked=task.row.heard, sending=None)

        await self.door.write(_answered(case))

    async def hear(self, remotes: Collection[str]) -> None:
        """The CRM says that these were changed there."""
        await self.door.quiet(lambda work: crm.hear(work.store, remotes))

    async def secrets(self) -> tuple[Crm | None, str | None, str | None]:
        """Returns whose CRM it is, what stands in our address, and what the CRM says besides."""

        def case(work: Work) -> tuple[Crm | None, str | None, str | None]:
            own, token = (secrets.current(work.store, SecretOf.CRM, name) for name in (IN, TOKEN))
            return work.office.crm, own, token

        return await self.door.read(case)

    async def silent(self, code: str, *, refuses: bool) -> None:
        """Somebody has looked whether it answers, and it does not."""

        def case(work: Work) -> None:
            if work.office.crm is not None:
                turn_to(work, work.office.crm)
            _troubled(work, CrmState.REFUSES if refuses else CrmState.AWAY, code)

        await self.door.write(case)

    async def knows(self, known: KnownThere) -> None:
        """Somebody has looked who works there, and which stages there are: so it answers."""

        def case(work: Work) -> None:
            if work.office.crm is not None:
                turn_to(work, work.office.crm)
            crm.note(work.store, known=known.kept())
            crm.at_once(work.store)
            crm.look_through(work.store)

        await self.door.write(_answered(case))


def _turn_to(work: Work) -> None:
    if work.office.crm is not None:
        turn_to(work, work.office.crm)


def _is_remembered(work: Work, task: Task) -> bool:
    """Whether the client was not forgotten meanwhile."""
    return drafts.stored(work.store, task.row.lead).lead.erased is None


def _beside(told: Shown, seen: Shown | None) -> Shown:
    """What is there now: as it was told, and as it is where nothing was told."""
    if seen is None:
        return told
    stage, responsible = told.stage or seen.stage, told.responsible or seen.responsible
    return Shown(stage, responsible, told.amount, told.reason)


def _settled(work: Work, task: Task, **values: Any) -> None:
    """It is known again how things are there."""
    calm = {"begun_at": None, "failures": 0, "retry_at": None, "code": None}
    crm.put(work.store, task.row.lead, **{**calm, **values})


def _answered(case: Callable[[Work], None]) -> Callable[[Work], None]:
    """It answers: whoever was told that it does not is told so."""

    def noted(work: Work) -> None:
        case(work)
        status = crm.status(work.store)
        if status is None:
            return
        calm = {"retry_at": None, "tries": 0, "code": None, "last_at": work.now}
        if status.state is CrmState.WORKS:
            crm.note(work.store, **calm)
            return
        crm.note(work.store, state=CrmState.WORKS, since=work.now, told_at=None, **calm)
        cards.changed(work.store, Change.OFFICE)
        if status.told_at is not None:
            waiting = crm.counted(work.store).waiting
            _tell(work, f"crm-works:{status.since.isoformat()}", "crm-works", count=waiting)

    return noted


def _troubled(work: Work, state: CrmState, code: str) -> None:
    """The administrator is told once: at once where it refuses, else when it has been away for a while."""
    status = crm.status(work.store)
    if status is None:
        return
    is_new = status.state is not state
    since, tries = (work.now, 1) if is_new else (status.since, status.tries + 1)
    told_at = None if is_new and state is CrmState.REFUSES else status.told_at
    if told_at is None and (state is CrmState.REFUSES or work.now >= since + TOLD_AFTER):
        told_at = work.now
        _tell(work, f"crm-{state}:{since.isoformat()}", f"crm-{state}", code=code)
    wait = LONGEST if state is CrmState.REFUSES else min(SURE_AFTER * 2 ** min(tries - 1, 10), LONGEST)
    values = {"since": since, "tries": tries, "told_at": told_at, "retry_at": work.now + wait}
    crm.note(work.store, state=state, code=code, **values)
    cards.changed(work.store, Change.OFFICE)


def _tell(work: Work, subject: str, key: str, **args: Any) -> None:
    for person in work.recipients(News.CRM):
        work.note(person.chat or 0, subject, key, **args)
