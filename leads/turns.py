"""What a turn costs, and how it is given back.

Whenever the rules give one person a lead, that is a turn: everybody who could have had it (the payer
included) gains their share of one lead, the payer pays one whole lead. What is gained is paid, so the balances
of a segment always add up to nothing, and giving a turn back is the exact reverse. Whoever is absent gains
nothing and loses nothing: there is no flood after a leave.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from leads.shares import LEAD, split


class Back(StrEnum):
    """Why a turn was given back."""

    ACCEPTED_REASON = "accepted_reason"  # they have declined for a reason that the office accepts
    BAD_LEAD = "bad_lead"
    WITHDRAWN = "withdrawn"  # by hand the lead went to somebody else while they were asked
    REASSIGNED = "reassigned"  # by hand it went to somebody else, and they had it
    RESEGMENTED = "resegmented"  # it belongs to another segment, by somebody else's word
    TAKEN_AFTER_ALL = "taken_after_all"  # they pay for it anew
    DECLINE_IS_FREE = "decline_is_free"
    LAPSE_IS_FREE = "lapse_is_free"
    UNDELIVERED = "undelivered"
    CUT_SHORT = "cut_short"


@dataclass(slots=True)
class Standing:
    """Where a member stands in a segment: their balance and their place in the line.

    `credit` is what they are owed, in units of `leads.shares.LEAD`: above nothing means behind their due share.
    `ticket` orders the line: the lowest is first; a new ticket puts its holder at the end.
    """

    credit: int = 0
    ticket: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that was charged: who pays, who gained how much, and where the payer stood before."""

    payer: str
    gained: Mapping[str, int] = field(default_factory=dict)
    ticket_before: int = 0
    idle_before: datetime | None = None  # since when they had waited; known once the offer is over


def charge(standings: Mapping[str, Standing], payer: str, weights: Mapping[str, int]) -> Turn:
    """Charges one turn to `payer`, shared out by weight among all who could have had it.

    `payer` and everybody in `weights` must have a standing. The payer goes to the end of the line.
    """
    turn = Turn(payer, split(weights or {payer: 1}), standings[payer].ticket)
    for who, units in turn.gained.items():
        standings[who].credit += units
    standings[payer].credit -= LEAD
    standings[payer].ticket = next_ticket(standings)
    return turn


def give_back(standings: Mapping[str, Standing], turn: Turn) -> None:
    """Reverses a turn exactly: the balances are as before, and the payer has their old place in the line.

    Whoever has left the segment since is left out; what they had gained the payer does not get back, so that the
    balances still add up to nothing. Of two turns given back, the better place counts.
    """
    if turn.payer not in standings:
        return
    gone = 0
    for who, units in turn.gained.items():
        if who in standings:
            standings[who].credit -= units
        else:
            gone += units
    standings[turn.payer].credit += LEAD - gone
    standings[turn.payer].ticket = min(standings[turn.payer].ticket, turn.ticket_before)


def next_ticket(standings: Mapping[str, Standing]) -> int:
    """Returns the ticket behind everybody's."""
    return max([s.ticket for s in standings.values()], default=0) + 1


def join(standings: dict[str, Standing], who: str) -> None:
    """Starts a new member level with the team (balances add up to nothing) and at the end of the line."""
    standings[who] = Standing(0, next_ticket(standings))


def leave(standings: dict[str, Standing], who: str) -> None:
    """Whoever leaves takes nothing along: their balance is shared out evenly, which changes nobody's order."""
    credit = standings.pop(who).credit
    if not standings:
        return
    each, rest = divmod(credit, len(standings))
    for place, other in enumerate(sorted(standings)):
        standings[other].credit += each + (1 if place < rest else 0)


def level(standings: Mapping[str, Standing]) -> bool:
    """Draws the balances in until nobody is more than a lead from their due share; the order stays.

    For the day when another scheme takes over: what `grab` or a hand has heaped up in months must not flood the
    office at once. Returns whether there was anything to draw in.
    """
    furthest = _furthest(standings)
    if furthest <= LEAD:
        return False
    rest = {who: s.credit * LEAD % furthest for who, s in standings.items()}
    for standing in standings.values():
        standing.credit = standing.credit * LEAD // furthest
    missing = -sum(s.credit for s in standings.values())  # rounded down, they add up to less than nothing
    for who in sorted(standings, key=lambda who: (-rest[who], who))[:missing]:
        standings[who].credit += 1
    return True


def is_heaped_up(standings: Mapping[str, Standing]) -> bool:
    """Tells whether there is anything to draw in (`level`)."""
    return _furthest(standings) > LEAD


def _furthest(standings: Mapping[str, Standing]) -> int:
    """The largest balance, above nothing or below it."""
    return max((abs(s.credit) for s in standings.values()), default=0)
