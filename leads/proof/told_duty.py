"""The duty that people agreed on, as the ledger tells it: swaps and rosters, made anew entry by entry."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from leads.duty.swaps import Swap, SwapState
from leads.proof.audit import Broken, same

Body = Mapping[str, Any]

KINDS: Final = frozenset(
    {"swap_opened", "swap_taken", "swap_withdrawn"}
    | {"roster_proposed", "roster_approved", "roster_dismissed"}
)
LIVING: Final = frozenset({SwapState.OPEN, SwapState.TAKEN})


@dataclass(frozen=True, slots=True)
class Roster:
    """A proposal, and what became of it."""

    segment: str
    week: str  # its Monday, ISO
    plan: str
    proposed_by: str
    shifts: Any  # as they are stored
    shares: Any
    state: str = "proposed"
    settled_by: str | None = None


class Agreed:
    """As an empty office has it; `apply` every entry of these kinds in turn. By the number of the swap, the roster."""

    def __init__(self) -> None:
        self.swaps: dict[int, Swap] = {}
        self.rosters: dict[int, Roster] = {}

    def apply(self, kind: str, body: Body, members: Collection[str]) -> None:
        """`members`: of the entry's segment. Raises Broken; KeyError and its like for an entry that is not whole."""
        match kind:
            case "swap_opened":
                self._open(body, members)
            case "swap_taken":
                _check_member(body["by"], members, body)
                taken = {"taken_by": body["by"], "taken_at": datetime.fromisoformat(body["at"])}
                self.swaps[body["swap"]] = replace(self._open_swap(body), state=SwapState.TAKEN, **taken)
            case "swap_withdrawn":
                self.swaps[body["swap"]] = replace(self._open_swap(body), state=SwapState.WITHDRAWN)
            case "roster_proposed":
                self._propose(body)
            case "roster_approved":
                self._approve(body)
            case "roster_dismissed":
                self._settle(body, "dismissed")

    def _open(self, body: Body, members: Collection[str]) -> None:
        same(f"whether swap {body['swap']} was opened before", body["swap"] in self.swaps, False)
        _check_member(body["who"], members, body)
        self.swaps[body["swap"]] = _swap(body)

    def _open_swap(self, body: Body) -> Swap:
        swap = self.swaps.get(body["swap"])
        if swap is None or swap.state is not SwapState.OPEN:
            raise Broken(f"swap {body['swap']} is not open")
        same(f"swap {swap.id}", _swap(body), swap)
        return swap

    def _propose(self, body: Body) -> None:
        same(f"whether roster {body['roster']} was proposed before", body["roster"] in self.rosters, False)
        plan = (body["segment"], body["week"], body["plan"], body["by"], body["shifts"], body["shares"])
        self.rosters[body["roster"]] = Roster(*plan)

    def _approve(self, body: Body) -> None:
        """It is the plan of its week from now on, in place of the one before, and the swaps of that week end."""
        before = {
            id
            for id, r in self.rosters.items()
            if (r.segment, r.week, r.state) == (body["segment"], body["week"], "approved")
        }
        self._settle(body, "approved")
        approved = self.rosters[body["roster"]]
        same("the segment", body["segment"], approved.segment)
        same("the week", body["week"], approved.week)
        same("the shifts", body["shifts"], approved.shifts)
        same("what it replaced", body["replaced"], sorted(before))
        for id in before:
            self.rosters[id] = replace(self.rosters[id], state="replaced")
        for id in body["superseded"]:
            if id not in self.swaps or self.swaps[id].state not in LIVING:
                raise Broken(f"swap {id} had ended before")
            self.swaps[id] = replace(self.swaps[id], state=SwapState.SUPERSEDED)

    def _settle(self, body: Body, state: str) -> None:
        roster = self.rosters.get(body["roster"])
        if roster is None or roster.state != "proposed":
            raise Broken(f"roster {body['roster']} does not wait for the head's word")
        self.rosters[body["roster"]] = replace(roster, state=state, settled_by=body["by"])


def _swap(body: Body) -> Swap:
    start, end = datetime.fromisoformat(body["from"]), datetime.fromisoformat(body["to"])
    return Swap(body["segment"], body["who"], start, end, body["swap"])


def _check_member(who: str, members: Collection[str], body: Body) -> None:
    if who not in members:
        raise Broken(f"{who} is no member of segment {body['segment']}, and swaps no duty there")
