"""What is said of the duty that people agree on: swaps, rosters, and the weeks that are drawn by lot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from leads.duty.roster import Plan
from leads.entries.codec import Coded, Key, Kind

From = Annotated[datetime, Key("from")]
To = Annotated[datetime, Key("to")]


@dataclass(frozen=True, slots=True)
class DrawAnnounced(Kind):
    """The week that begins on `monday` will be drawn at `draw_at`; `commitment` is the SHA-256 of the secret.

    `thrower` throws the dice when the lots are closed, until `throw_until`; None: nobody does.
    """

    kind = "draw_announced"
    segment: str
    monday: date
    commitment: str
    draw_at: datetime
    thrower: str | None = None
    throw_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class LotThrown(Kind):
    """`who` throws their lot, a digit, into the draw of that week.

    `seal`: the SHA-256 of the lot with a salt, which are told when the week is drawn; older entries told the `lot`.
    """

    kind = "lot_thrown"
    segment: str
    monday: date
    who: str
    lot: int | None = None
    seal: str | None = None


@dataclass(frozen=True, slots=True)
class DrawThrown(Kind):
    """The lots are closed, and `who` has thrown Telegram's dice: `dice` says which, `value` what they show."""

    kind = "draw_thrown"
    segment: str
    monday: date
    who: str
    dice: str
    value: int


@dataclass(frozen=True, slots=True)
class DrawOpened(Kind):
    """The week is drawn: the secret, everybody's lots, the members then, and the order that follows from them.

    `salts`: of the lots that were sealed.
    """

    kind = "draw_opened"
    segment: str
    monday: date
    secret: str
    lots: Mapping[str, int]
    members: tuple[str, ...]
    order: tuple[str, ...]
    salts: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class SwapOpened(Kind):
    """`who` looks for somebody to take their duty from `start` to `end`. `swap` is its number.

    `by`: who looks for them; None: they themselves.
    """

    kind = "swap_opened"
    swap: int
    segment: str
    who: str
    start: From
    end: To
    by: str | None = None


@dataclass(frozen=True, slots=True)
class SwapTaken(Kind):
    """`by` takes that duty of `who`, at this instant."""

    kind = "swap_taken"
    swap: int
    segment: str
    who: str
    start: From
    end: To
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SwapWithdrawn(Kind):
    """Nobody is looked for any more: `who` keeps their duty, or it is another one now.

    `by`: who has said so, or changed the duty; None: they themselves.
    """

    kind = "swap_withdrawn"
    swap: int
    segment: str
    who: str
    start: From
    end: To
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Shift(Coded):
    """A duty of somebody's in a roster, from one wall-clock time of the office to another."""

    who: str
    start: From
    end: To


@dataclass(frozen=True, slots=True)
class RosterProposed(Kind):
    """A plan for the week that begins on the Monday `week`; `roster` is its number.

    `shares`: of the week's hours, as fractions.
    """

    kind = "roster_proposed"
    roster: int
    segment: str
    week: date
    plan: Plan
    by: str | None
    shares: Mapping[str, str]
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class RosterChanged(Kind):
    """`by` has put others on duty in a proposal that waits for the head's word. `shifts`: all, as they are now."""

    kind = "roster_changed"
    roster: int
    by: str | None
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class RosterApproved(Kind):
    """The plan of its week, instead of the rosters `replaced`; the swaps `superseded` end. By their numbers."""

    kind = "roster_approved"
    roster: int
    segment: str
    week: date
    by: str | None
    shifts: tuple[Shift, ...]
    replaced: tuple[int, ...]
    superseded: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RosterDismissed(Kind):
    """The head does not want it."""

    kind = "roster_dismissed"
    roster: int
    by: str | None
