"""The duty that people agreed on, as the ledger tells it: swaps and rosters, made anew entry by entry."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, assert_never

from leads.duty.swaps import Swap, SwapState
from leads.entries.duty import (
    RosterApproved,
    RosterChanged,
    RosterDismissed,
    RosterProposed,
    Shift,
    SwapOpened,
    SwapTaken,
    SwapWithdrawn,
)
from leads.entries.kinds import OfDuty
from leads.proof.audit import Broken, same

LIVING: Final = frozenset({SwapState.OPEN, SwapState.TAKEN})


@dataclass(frozen=True, slots=True)
class Roster:
    """A proposal, and what became of it."""

    segment: str
    week: str  # its Monday, ISO
    plan: str
    proposed_by: str | None
    shifts: Any  # as they are stored
    shares: Any
    state: str = "proposed"
    settled_by: str | None = None


class Agreed:
    """Begins as an empty office has it; `apply` every entry of these kinds in turn.

    By the number of the swap, the roster.
    """

    def __init__(self) -> None:
        self.swaps: dict[int, Swap] = {}
        self.rosters: dict[int, Roster] = {}

    def apply(self, said: OfDuty, members: Collection[str]) -> None:
        """The next entry has its effect. `members`: of its segment. Raises Broken."""
        match said:
            case SwapOpened():
                self._open(said, members)
            case SwapTaken():
                _check_member(said.by, members, said.segment)
                taken = replace(
                    self._open_swap(said), state=SwapState.TAKEN, taken_by=said.by, taken_at=said.at
                )
                self.swaps[said.swap] = taken
            case SwapWithdrawn():
                self.swaps[said.swap] = replace(self._open_swap(said), state=SwapState.WITHDRAWN)
            case RosterProposed():
                self._propose(said)
            case RosterChanged():
                self._change(said)
            case RosterApproved():
                self._approve(said)
            case RosterDismissed():
                self._settle(said, "dismissed")
            case _:
                assert_never(said)

    def _open(self, said: SwapOpened, members: Collection[str]) -> None:
        same(f"whether swap {said.swap} was opened before", said.swap in self.swaps, False)
        _check_member(said.who, members, said.segment)
        self.swaps[said.swap] = _swap(said)

    def _open_swap(self, said: SwapTaken | SwapWithdrawn) -> Swap:
        swap = self.swaps.get(said.swap)
        if swap is None or swap.state is not SwapState.OPEN:
            raise Broken(f"swap {said.swap} is not open")
        same(f"swap {swap.id}", _swap(said), swap)
        return swap

    def _propose(self, said: RosterProposed) -> None:
        same(f"whether roster {said.roster} was proposed before", said.roster in self.rosters, False)
        self.rosters[said.roster] = Roster(
            said.segment, said.week.isoformat(), said.plan, said.by, _stored(said.shifts), said.shares
        )

    def _change(self, said: RosterChanged) -> None:
        """Before the head's word others may be put on duty."""
        roster = self._waiting(said)
        self.rosters[said.roster] = replace(roster, shifts=_stored(said.shifts))

    def _approve(self, said: RosterApproved) -> None:
        """Puts it in the place of the plan that its week had; the swaps of that week end."""
        week = said.week.isoformat()
        before = {
            id
            for id, r in self.rosters.items()
            if (r.segment, r.week, r.state) == (said.segment, week, "approved")
        }
        self._settle(said, "approved")
        approved = self.rosters[said.roster]
        same("the segment", said.segment, approved.segment)
        same("the week", week, approved.week)
        same("the shifts", _stored(said.shifts), approved.shifts)
        same("what it replaced", list(said.replaced), sorted(before))
        for id in before:
            self.rosters[id] = replace(self.rosters[id], state="replaced")
        for id in said.superseded:
            if id not in self.swaps or self.swaps[id].state not in LIVING:
                raise Broken(f"swap {id} had ended before")
            self.swaps[id] = replace(self.swaps[id], state=SwapState.SUPERSEDED)

    def _settle(self, said: RosterApproved | RosterDismissed, state: str) -> None:
        self.rosters[said.roster] = replace(self._waiting(said), state=state, settled_by=said.by)

    def _waiting(self, said: RosterChanged | RosterApproved | RosterDismissed) -> Roster:
        roster = self.rosters.get(said.roster)
        if roster is None or roster.state != "proposed":
            raise Broken(f"roster {said.roster} does not wait for the head's word")
        return roster


def _swap(said: SwapOpened | SwapTaken | SwapWithdrawn) -> Swap:
    return Swap(said.segment, said.who, said.start, said.end, said.swap)


def _stored(shifts: Iterable[Shift]) -> list[Mapping[str, Any]]:
    """As the office stores them."""
    return [shift.body() for shift in shifts]


def _check_member(who: str, members: Collection[str], segment: str) -> None:
    if who not in members:
        raise Broken(f"{who} is no member of segment {segment}, and swaps no duty there")
