"""Swaps between managers: one looks for somebody, the first colleague has the duty, everybody's card stays true."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from desk.actor import Actor, Reply
from desk.door import Door, UseCase
from desk.rosters import show_roster
from desk.work import Work
from leads.duty.swaps import Swap, SwapState, follow, open_swap, shift_of, take, withdraw
from leads.entries.duty import SwapOpened, SwapTaken, SwapWithdrawn
from leads.office import Office, Person
from leads.recipients import News
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.wall_clock import wall
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
            found = _find(work, swap)
            taken = take(work.office, found, actor.person or "", work.now)
            _save(work, taken)
            people.touch_setup(work.store)
            work.log(SwapTaken(*_duty(taken), actor.person or "", work.now))
            owner = people.by_ids(work.store, [taken.who]).get(taken.who)
            if owner:
                _deal(work, taken, owner, Urgency.NEWS)
            _tell_of(work, taken)
            return Reply(done="swap-taken")

        return await self._do(actor, case)

    async def withdraw(self, actor: Actor, swap: int) -> Reply:
        def case(work: Work) -> Reply:
            take_back(work, withdraw(_find(work, swap), actor.person or "", work.now))
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


def seek(work: Work, office: Office, segment: str, who: str, end: datetime, *, by: str) -> Swap:
    """Looks for somebody to take the duty of theirs that ends then; everybody in the team is asked. Raises Refused.

    `office`: with the duty, which may be one that has just been moved. `by`: who looks, mostly they themselves.
    """
    swap = open_swap(office, segment, who, end, stored.open_swaps_in(work.store, segment), work.now)
    swap = replace(swap, id=stored.add_swap(work.store, swap))
    work.log(SwapOpened(*_duty(swap), by=None if by == who else by))
    for member in people.by_ids(work.store, office.segment(segment).members).values():
        is_theirs = member.id == who == by
        _deal(work, swap, member, Urgency.ANSWER if is_theirs else Urgency.NEWS, None if by == who else by)
    cards.changed(work.store, Change.DUTY)
    return swap


def take_back(work: Work, withdrawn: Swap, by: str | None = None) -> None:
    """Nobody is looked for any more. `by`: None: whoever's duty it is has said so."""
    _save(work, withdrawn)
    work.log(SwapWithdrawn(*_duty(withdrawn), by=by))


def follow_shifts(work: Work, by: Person, before: Office, after: Office, segment: str) -> None:
    """An open swap follows the duty that it is about; one whose duty is gone is taken back. Its owner is told."""
    for swap in stored.open_swaps_in(work.store, segment):
        found = follow(before, after, swap, work.now) if swap.end > work.now else swap
        if found == swap:
            continue
        take_back(work, replace(swap, state=SwapState.WITHDRAWN), by.id)
        key, about = "told-swap-back", swap
        if found:
            with suppress(Refused):
                about = seek(work, after, segment, swap.who, found.end, by=by.id)
                key = "told-swap-follows"
        owner = people.by_ids(work.store, [swap.who]).get(swap.who)
        if owner and owner.chat and owner.id != by.id:
            duty = [wall(at, after.timezone).isoformat() for at in (about.start, about.end)]
            work.note(owner.chat, f"{key}:{swap.id}", key, name=by.name, duty=duty)


def _find(work: Work, swap: int) -> Swap:
    found = stored.find_swap(work.store, swap)
    if found is None:
        raise Refused(Refusal.NOT_FOR_YOU)
    return found


def _save(work: Work, swap: Swap) -> None:
    """Raises Refused if another was faster."""
    if not stored.save_swap(work.store, swap):
        faster = _find(work, swap.id)
        raise Refused(Refusal.SWAP_TAKEN, (faster.taken_by,) if faster.taken_by else ())
    cards.changed(work.store, Change.SWAP, swap.id)
    cards.changed(work.store, Change.DUTY)


def _deal(work: Work, swap: Swap, to: people.PersonRow, urgency: Urgency, by: str | None = None) -> None:
    """`by`: who looks for somebody, where it is not their own duty."""
    if to.chat:
        where = (to.chat, CardKind.SWAP, swap.id, to.id, urgency)
        cards.want(work.store, *where, payload={"args": {"by": by}} if by else None)


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


def _duty(swap: Swap) -> tuple[int, str, str, datetime, datetime]:
    """As every entry about a swap tells it."""
    return swap.id, swap.segment, swap.who, swap.start, swap.end
