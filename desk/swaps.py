"""Swaps between managers: one looks for somebody, the first colleague has the duty, everybody's card stays true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from desk.actor import Actor, Reply
from desk.door import Door, UseCase
from desk.rosters import show_roster
from desk.swap_deeds import deal, duty_said, find, save, seek, take_back
from desk.work import Work
from leads.duty.swaps import Swap, shift_of, take, withdraw
from leads.entries.duty import SwapTaken
from leads.recipients import News
from leads.rights import Right
from screens.views.duty import RosterPart
from storage import cards, people
from storage import duty as stored
from storage.kinds import CardKind, Change, Urgency


@dataclass(frozen=True, slots=True)
class Swaps:
    door: Door

    async def seek(self, actor: Actor, segment: str, end: int) -> Reply:
        """Looks for somebody to take the duty of theirs that ends then (seconds since 1970, UTC)."""

        def case(work: Work) -> Reply:
            who, ends = actor.person or "", datetime.fromtimestamp(end, UTC)
            seek(work, work.office, segment, who, ends, by=who)
            if cards.of(work.store, actor.chat, CardKind.ROSTER, None):
                show_roster(work, actor, RosterPart.OWN)  # the day is chosen
            return Reply(done="swap-opened")

        return await self._do(actor, case)

    async def take(self, actor: Actor, swap: int) -> Reply:
        """The first who takes it has it: stored only if it is still open, in the transaction that has looked."""

        def case(work: Work) -> Reply:
            found = find(work, swap)
            taken = take(work.office, found, actor.person or "", work.now)
            save(work, taken)
            people.touch_setup(work.store)
            work.log(SwapTaken(*duty_said(taken), actor.person or "", work.now))
            owner = people.by_ids(work.store, [taken.who]).get(taken.who)
            if owner:
                deal(work, taken, owner, Urgency.NEWS)
            _tell_of(work, taken)
            return Reply(done="swap-taken")

        return await self._do(actor, case)

    async def withdraw(self, actor: Actor, swap: int) -> Reply:
        def case(work: Work) -> Reply:
            take_back(work, withdraw(find(work, swap), actor.person or "", work.now))
            return Reply(done="swap-withdrawn")

        return await self._do(actor, case)

    async def pass_by(self) -> None:
        """Open swaps whose duty is over are past; it is known that there are some."""

        def case(work: Work) -> None:
            for swap in stored.end_swaps(work.store, work.now):
                cards.changed(work.store, Change.SWAP, swap)
            cards.changed(work.store, Change.DUTY)

        await self.door.write(case)

    async def _do(self, actor: Actor, case: UseCase) -> Reply:
        """Who may swap what is decided by membership, not by role."""
        return await self.door.do(actor, Right.SWAP, case)


def _tell_of(work: Work, swap: Swap) -> None:
    shift, names = shift_of(swap, work.office), people.names(work.store)
    assert shift.start and shift.end, "a swap has both its ends"
    told: dict[str, Any] = {
        "duty": [shift.start.isoformat(), shift.end.isoformat()],
        "segment": work.office.segment(swap.segment).name,
        "owner": names[swap.who],
        "taker": names[shift.who],
    }
    for reader in work.recipients(News.SWAP):
        if reader.chat and reader.id not in {swap.who, swap.taken_by}:
            work.note(reader.chat, f"swap:{swap.id}", "swap-taken", **told)
