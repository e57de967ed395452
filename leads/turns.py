"""What a turn costs, and how it is given back.

Whenever the rules give one person a lead, that is a turn: everybody who could have had it (the payer
included) gains their share of one lead, the payer pays one whole lead. What is gained is paid, so the balances
of a segment always add up to nothing, and giving a turn back is the exact reverse. Whoever is absent gains
nothing and loses nothing: there is no flood after a leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    NOT_THEIRS = "not_theirs"  # they have declined it as of another segment, and the head agrees
    DECLINE_IS_FREE = "decline_is_free"
    LAPSE_IS_FREE = "lapse_is_free"
    UNDELIVERED = "undelivered"
    CUT_SHORT = "cut_short"


@dataclass(slots=True)
class Standing:
    """Where a member stands in a segment: their balance and their place in the line.

    `credit` is what they are owed, in units of `leads.shares.LEAD`: above nothing means behind their due share.
    `ticket` orders the line: the lowest is first; a new ticket puts its holder at the end. `since`: the moment
    (`Team.moment`) at which they have joined.
    """

    credit: int = 0
    ticket: int = 0
    since: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that was charged: who pays, who gained how much, where the payer stood before, and at which moment."""

    payer: str
    gained: Mapping[str, int] = field(default_factory=dict)
    ticket_before: int = 0
    idle_before: datetime | None = None  # since when they had waited; known once the offer is over
    moment: int = 0


class Team(dict[str, Standing]):
    """The members of a segment, in its order, and what has become of the team so far.

    `moment` grows whenever somebody leaves and whenever balances are drawn in, so a turn, which keeps the moment of
    its charge, knows what has come after it. `drawings`: at which moments balances were drawn in, and how far the
    furthest was from their due share by then, in units. A plain mapping of standings is a team to which
    neither has ever happened.
    """

    def __init__(
        self,
        members: Mapping[str, Standing] | Iterable[tuple[str, Standing]] = (),
        moment: int = 0,
        drawings: Iterable[tuple[int, int]] = (),
    ) -> None:
        super().__init__(members)
        self.moment = moment
        self.drawings = tuple(drawings)


def charge(
    standings: Mapping[str, Standing], payer: str, weights: Mapping[str, int], price: int = LEAD
) -> Turn:
    """Charges one turn to `payer`, shared out by weight among all who could have had it. `price`: in units.

    `payer` and everybody in `weights` must have a standing. The payer goes to the end of the line.
    """
    moment = standings.moment if isinstance(standings, Team) else 0
    turn = Turn(payer, split(weights or {payer: 1}, price), standings[payer].ticket, moment=moment)
    for who, units in turn.gained.items():
        standings[who].credit += units
    standings[payer].credit -= price
    standings[payer].ticket = next_ticket(standings)
    return turn


def give_back(standings: Mapping[str, Standing], turn: Turn) -> None:
    """Reverses a turn: the balances are as if it had not been charged, and the payer has their old place in the line.

    Of two turns given back, the better place counts. Nothing happens for a payer who is not there any more, or has
    joined anew since.
    """
    if not is_there(standings, turn, turn.payer):
        return
    for who, units in returned(standings, turn).items():
        standings[who].credit -= units
        standings[turn.payer].credit += units
    standings[turn.payer].ticket = min(standings[turn.payer].ticket, turn.ticket_before)


def returned(standings: Mapping[str, Standing], turn: Turn) -> dict[str, int]:
    """Returns what each of those who have gained by a turn gives back to its payer; nothing to whoever is not there.

    Whoever has left since is left out: what they had gained stayed with the others when they left. What balances have
    been drawn in since is drawn in here, too, rounded down: so no turn is given back for more than is left of it
    (docs/decisions/0037-no-turn-is-paid-twice.md).
    """
    if not is_there(standings, turn, turn.payer):
        return {}
    here = {who: units for who, units in turn.gained.items() if is_there(standings, turn, who)}
    drawings = standings.drawings if isinstance(standings, Team) else ()
    for furthest in (by for moment, by in drawings if moment > turn.moment):
        here = {who: units * LEAD // furthest for who, units in here.items()}
    return here


def is_there(standings: Mapping[str, Standing], turn: Turn, who: str) -> bool:
    """Tells whether somebody has been in the team ever since this turn was charged."""
    return who in standings and standings[who].since <= turn.moment


def next_ticket(standings: Mapping[str, Standing]) -> int:
    """Returns the ticket behind everybody's."""
    return max([s.ticket for s in standings.values()], default=0) + 1


def join(standings: dict[str, Standing], who: str) -> None:
    """Starts a new member level with the team (balances add up to nothing) and at the end of the line."""
    moment = standings.moment if isinstance(standings, Team) else 0
    standings[who] = Standing(0, next_ticket(standings), moment)


def leave(standings: dict[str, Standing], who: str, *, counts: bool = True) -> None:
    """Whoever leaves takes nothing along: their balance is shared out evenly, which changes nobody's order.

    `counts`: whoever joins after it joins anew; False where an entry from before that rule is told.
    """
    credit = standings.pop(who).credit
    if counts and isinstance(standings, Team):
        standings.moment += 1
    if not standings:
        return
    each, rest = divmod(credit, len(standings))
    for place, other in enumerate(sorted(standings)):
        standings[other].credit += each + (1 if place < rest else 0)


def level(standings: Mapping[str, Standing], *, counts: bool = True) -> bool:
    """Draws the balances in until nobody is more than a lead from their due share; the order stays.

    For the day when another scheme takes over: what `grab` or a hand has heaped up in months must not flood the
    office at once. Returns whether there was anything to draw in. `counts`: turns from before are drawn in, too, when
    they are given back; False where an entry from before that rule is told.
    """
    furthest = heaped_up(standings)
    if furthest is None:
        return False
    if counts and isinstance(standings, Team):
        standings.moment += 1
        standings.drawings = (*standings.drawings, (standings.moment, furthest))
    rest = {who: s.credit * LEAD % furthest for who, s in standings.items()}
    for standing in standings.values():
        standing.credit = standing.credit * LEAD // furthest
    missing = -sum(s.credit for s in standings.values())  # rounded down, they add up to less than nothing
    for who in sorted(standings, key=lambda who: (-rest[who], who))[:missing]:
        standings[who].credit += 1
    return True


def heaped_up(standings: Mapping[str, Standing]) -> int | None:
    """Returns the largest balance, above nothing or below it, where there is anything to draw in (`level`)."""
    furthest = max((abs(s.credit) for s in standings.values()), default=0)
    return furthest if furthest > LEAD else None
