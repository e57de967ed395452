"""Swaps: a manager looks for somebody to take a duty of theirs, and the first colleague who says so has it.

A swap is open until it is taken, withdrawn, or past; an approved roster supersedes the swaps of its week, for
the duty that they were about is no more. Taken, it is a dated shift in the roster, laid over all the others.
All instants are aware, in UTC. Every function raises Refused; the cases are those of Grafana OnCall,
`test_shift_swap_request.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from leads.duty.shifts import duties
from leads.office import Office, Origin, Shift, ShiftKind
from leads.refusals import Refusal, Refused
from leads.wall_clock import wall

AHEAD = timedelta(days=14)  # how far ahead somebody may be looked for


class SwapState(StrEnum):
    """A swap is in one of these states. All but OPEN and TAKEN are terminal; a taken swap can only be superseded."""

    OPEN = "open"
    TAKEN = "taken"
    WITHDRAWN = "withdrawn"
    PAST = "past"  # nobody took it in time
    SUPERSEDED = "superseded"  # a new roster was approved for its week


@dataclass(frozen=True, slots=True)
class Swap:
    segment: str
    who: str  # whose duty it is
    start: datetime
    end: datetime
    id: int = 0  # 0 until stored
    state: SwapState = SwapState.OPEN
    taken_by: str | None = None
    taken_at: datetime | None = None


def open_swap(
    office: Office, segment: str, who: str, end: datetime, known: Iterable[Swap], now: datetime
) -> Swap:
    """Looks for somebody to take the duty of theirs that ends at `end`; of one that has begun, what is left.

    `known`: the swaps of this segment.
    """
    _refuse_an_outsider(office, segment, who)
    if end <= now:
        raise Refused(Refusal.SWAP_PAST)
    found = [start for start, finish in _duties(office, segment, who, now, now + AHEAD) if finish == end]
    if not found:
        raise Refused(Refusal.NOT_YOUR_DUTY)
    theirs = (swap for swap in known if swap.who == who and swap.state is SwapState.OPEN)
    if any(swap.start < end and found[0] < swap.end for swap in theirs):
        raise Refused(Refusal.SWAP_OPEN_ALREADY)
    return Swap(segment, who, found[0].replace(second=0, microsecond=0), end)


def take(office: Office, swap: Swap, who: str, now: datetime) -> Swap:
    """The first who takes it has it, from now on if the duty has begun; whoever is too late is told who was first."""
    _refuse_an_outsider(office, swap.segment, who)
    _refuse_unless_open(swap, who, now)
    if who == swap.who:
        raise Refused(Refusal.SWAP_OWN)
    begin = max(swap.start, now)
    if not _duties(office, swap.segment, swap.who, begin, swap.end):
        raise Refused(Refusal.SWAP_SUPERSEDED)
    if _duties(office, swap.segment, who, begin, swap.end):
        raise Refused(Refusal.ON_DUTY_THEN)
    return replace(swap, state=SwapState.TAKEN, taken_by=who, taken_at=now)


def withdraw(swap: Swap, who: str, now: datetime, *, for_them: bool = False) -> Swap:
    """Looks no more. `for_them`: by somebody who runs the office."""
    if who != swap.who and not for_them:
        raise Refused(Refusal.SWAP_NOT_YOURS)
    _refuse_unless_open(swap, who, now)
    return replace(swap, state=SwapState.WITHDRAWN)


def follow(before: Office, after: Office, swap: Swap, now: datetime) -> Swap | None:
    """Returns what an open swap is about once the roster is another: the same, or the duty that its own was moved to;
    None where it has none any more, or it is not to be told which.
    """
    zone, around = before.timezone, (min(swap.start, now) - AHEAD, max(swap.end, now) + AHEAD)
    was, will = (
        set(duties(office.shifts_of(swap.segment), zone, swap.who, *around)) for office in (before, after)
    )
    if {d for d in was ^ will if d[0] < swap.end and swap.start < d[1]} == set():
        return swap
    gained = [(start, end) for start, end in will - was if end > now]
    if len(gained) != 1:
        return None
    [(start, end)] = gained
    return replace(swap, start=max(start, now.replace(second=0, microsecond=0)), end=end)


def standing(office: Office, swap: Swap, now: datetime) -> SwapState:
    """Tells what is true of a swap just now: an open one may be past, or its duty gone with a changed roster."""
    if swap.state is not SwapState.OPEN:
        return swap.state
    if swap.end <= now:
        return SwapState.PAST
    is_left = _duties(office, swap.segment, swap.who, max(swap.start, now), swap.end)
    return SwapState.OPEN if is_left else SwapState.SUPERSEDED


def shift_of(swap: Swap, office: Office) -> Shift:
    """Tells what a taken swap does to the roster, from the minute in which it was taken.

    Of an hour that daylight saving repeats, a clock on the wall cannot name the second one; there it counts from
    the first.
    """
    assert swap.taken_by is not None and swap.taken_at is not None, "only a taken swap is a shift"
    begin = max(swap.start, swap.taken_at.replace(second=0, microsecond=0))
    return Shift(
        swap.segment,
        swap.taken_by,
        start=wall(begin, office.timezone),
        end=wall(swap.end, office.timezone),
        kind=ShiftKind.REPLACE,
        instead_of=swap.who,
        origin=Origin.SWAP,
    )


def _refuse_an_outsider(office: Office, segment: str, who: str) -> None:
    if not any(s.id == segment and not s.retired and who in s.members for s in office.segments):
        raise Refused(Refusal.NOT_A_MEMBER)


def _refuse_unless_open(swap: Swap, who: str, now: datetime) -> None:
    match swap.state:
        case SwapState.TAKEN if swap.taken_by == who:
            raise Refused(Refusal.SWAP_YOURS_ALREADY)
        case SwapState.TAKEN:
            raise Refused(Refusal.SWAP_TAKEN, (swap.taken_by or "",))
        case SwapState.WITHDRAWN:
            raise Refused(Refusal.SWAP_WITHDRAWN)
        case SwapState.SUPERSEDED:
            raise Refused(Refusal.SWAP_SUPERSEDED)
    if swap.state is SwapState.PAST or swap.end <= now:
        raise Refused(Refusal.SWAP_PAST)


def _duties(
    office: Office, segment: str, who: str, start: datetime, until: datetime
) -> list[tuple[datetime, datetime]]:
    shifts = [shift for shift in office.shifts if shift.segment == segment]
    return duties(shifts, office.timezone, who, start, until)
