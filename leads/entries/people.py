"""What is said of the office: who comes, goes, is in which segment, by which scheme; its set-up; what was erased."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Self

from leads.client import Cause
from leads.entries.codec import Coded, Key, Kind
from leads.office import Role
from leads.reasons import Unreached


@dataclass(frozen=True, slots=True)
class On(Kind):
    """`who` is at work, and at the end of every line. `by`: who has brought them back, if somebody else."""

    kind = "on"
    who: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Off(Kind):
    """`who` goes. `until`: the day of their return on the office's calendar, or the instant, ISO; None: open.

    `begins`: of a leave that is told of beforehand; None: now. `by`: who has said so for them, if somebody else.
    """

    kind = "off"
    who: str
    until: str | None
    begins: Annotated[datetime | None, Key("from")] = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class LeaveDropped(Kind):
    """`who` gives up a leave that was still ahead. `by`: who has said so for them, if somebody else."""

    kind = "leave_dropped"
    who: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Unreachable(Kind):
    """Telegram delivers nothing to `who` any more."""

    kind = "unreachable"
    who: str
    why: Unreached


@dataclass(frozen=True, slots=True)
class Invited(Kind):
    """A link is made for `who`, or for whoever is to have the role. `link`: its SHA-256; entries of old have none."""

    kind = "invited"
    by: str | None
    who: str | None
    role: Role | None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class InvitationRevoked(Kind):
    """Nobody comes in any more by the link with this SHA-256. `by`: who has said so."""

    kind = "invitation_revoked"
    by: str
    link: str


@dataclass(frozen=True, slots=True)
class Joined(Kind):
    """`who` comes in: with these roles, or (None) as the one whom the office knew already.

    No role at all: by ADMIN_IDS, or with another account than before.
    """

    kind = "joined"
    who: str
    roles: tuple[Role, ...] | None


@dataclass(frozen=True, slots=True)
class WeightChanged(Kind):
    """The weight of `who` is another; 1 is a full share. `before`: None for whoever was nobody."""

    kind = "weight_changed"
    who: str
    before: float | None
    after: float


@dataclass(frozen=True, slots=True)
class MemberJoined(Kind):
    """`who` shares the leads of the segment from now on."""

    kind = "member_joined"
    segment: str
    who: str


@dataclass(frozen=True, slots=True)
class MemberLeft(Kind):
    """`who` has no share of the segment any more. `left`: their balance, in units, which the others share out;
    None: of old, and then whoever joins after it counts as if they had never left.
    """

    kind = "member_left"
    segment: str
    who: str
    left: int | None = None


@dataclass(frozen=True, slots=True)
class MembersOrdered(Kind):
    """The members stand in this order, by which ties are decided."""

    kind = "members_ordered"
    segment: str
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchemeSwitched(Kind):
    """Another scheme shares the segment's leads. `before`: None for a new segment.

    `drawn_in`: balances beyond a lead were drawn in. `by`: None where the office file did it. `furthest`: how far the
    furthest was from their due share by then, in units, so balances were multiplied by one lead and divided by this;
    None: nothing was drawn in, or the entry is of old, and then no turn from before it is drawn in.
    """

    kind = "scheme_switched"
    segment: str
    before: str | None
    after: str
    drawn_in: bool
    by: str | None
    furthest: int | None = None


@dataclass(frozen=True, slots=True)
class ReserveChanged(Kind):
    """Another scheme decides where the segment's own is silent; None: none. `by`: None where the office file did it."""

    kind = "reserve_changed"
    segment: str
    before: str | None
    after: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class Erased(Kind):
    """Nothing of the client of these leads, by number, is stored any more."""

    kind = "erased"
    leads: tuple[int, ...]
    cause: Cause


@dataclass(frozen=True, slots=True)
class Values(Coded):
    """Settings by name, as the office stores them; none at all: what they were of is there no more."""

    by_name: Mapping[str, Any]

    def body(self) -> dict[str, Any]:
        return dict(self.by_name)

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> Self:
        if type(body) is not dict:
            raise TypeError(f"{body!r} is no object")
        return cls(body)


@dataclass(frozen=True, slots=True)
class Terms(Coded):
    """What of the set-up decides who gets which lead, in clear: the parts that are other than before, each whole.

    No name, account or contact stands there, nor the words by which a segment's leads are found. None: as before.
    `shifts`: those of the office file.
    """

    office: Values | None = None
    people: Mapping[str, Values] | None = None
    segments: Mapping[str, Values] | None = None
    shifts: tuple[Values, ...] | None = None


@dataclass(frozen=True, slots=True)
class SetUp(Kind):
    """The office is set up like this: SHA-256 of each part of it, of people and segments one by one, by id.

    `terms`: what of it decides, in clear; entries of old have none. `by`: who has changed it; None: an office file,
    the program itself, or an entry of old.
    """

    kind = "set_up"
    office: str
    people: Mapping[str, str]
    segments: Mapping[str, str]
    order: str
    shifts: str
    agreed: str
    terms: Terms | None = None
    by: str | None = None
