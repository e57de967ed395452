"""What becomes of a swap, within a transaction: opened, taken back, following a duty that is moved."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from desk.work import Work
from leads.duty.swaps import Swap, SwapState, follow, open_swap
from leads.entries.duty import SwapOpened, SwapWithdrawn
from leads.office import Office, Person
from leads.refusals import Refusal, Refused
from leads.wall_clock import wall
from storage import cards, people
from storage import duty as stored
from storage.kinds import CardKind, Change, Urgency


def seek(work: Work, office: Office, segment: str, who: str, end: datetime, *, by: str) -> Swap:
    """Looks for somebody to take the duty of theirs that ends then; everybody in the team is asked. Raises Refused.

    `office`: with the duty, which may be one that has just been moved. `by`: who looks, mostly they themselves.
    """
    swap = open_swap(office, segment, who, end, stored.open_swaps_in(work.store, segment), work.now)
    swap = replace(swap, id=stored.add_swap(work.store, swap))
    work.log(SwapOpened(*duty_said(swap), by=None if by == who else by))
    for member in people.by_ids(work.store, office.segment(segment).members).values():
        is_theirs = member.id == who == by
        deal(work, swap, member, Urgency.ANSWER if is_theirs else Urgency.NEWS, None if by == who else by)
    cards.changed(work.store, Change.DUTY)
    return swap


def take_back(work: Work, withdrawn: Swap, by: str | None = None) -> None:
    """Nobody is looked for any more. `by`: None: whoever's duty it is has said so."""
    save(work, withdrawn)
    work.log(SwapWithdrawn(*duty_said(withdrawn), by=by))


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


def find(work: Work, swap: int) -> Swap:
    found = stored.find_swap(work.store, swap)
    if found is None:
        raise Refused(Refusal.NOT_FOR_YOU)
    return found


def save(work: Work, swap: Swap) -> None:
    """Raises Refused if another was faster."""
    if not stored.save_swap(work.store, swap):
        faster = find(work, swap.id)
        raise Refused(Refusal.SWAP_TAKEN, (faster.taken_by,) if faster.taken_by else ())
    cards.changed(work.store, Change.SWAP, swap.id)
    cards.changed(work.store, Change.DUTY)


def deal(work: Work, swap: Swap, to: people.PersonRow, urgency: Urgency, by: str | None = None) -> None:
    """`by`: who looks for somebody, where it is not their own duty."""
    if to.chat:
        where = (to.chat, CardKind.SWAP, swap.id, to.id, urgency)
        cards.want(work.store, *where, payload={"args": {"by": by}} if by else None)


def duty_said(swap: Swap) -> tuple[int, str, str, datetime, datetime]:
    """As every entry about a swap tells it."""
    return swap.id, swap.segment, swap.who, swap.start, swap.end
