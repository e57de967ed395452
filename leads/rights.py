"""Who may do what: the one table that buttons, commands, menus, help, cards and the desk's door read.

Whoever heads one segment is a head for its leads, and nobody's elsewhere (docs/decisions/0047-head-of-one-segment.md).

It knows roles only. Whose a lead is, the rules of leads ask besides (`leads/holding.py`, `leads/answers.py`), and who
is in a team, those of duty: by the table everybody may swap, by the rules only members.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from leads.office import Office, Role, Segment
from leads.settings import Group


class Right(Enum):
    """What somebody may be let do or see."""

    COME_IN = auto()  # start, and be told whose bot this is
    BE_HELPED = auto()
    CHOOSE_LANGUAGE = auto()
    MOVE = auto()  # to another account of one's own
    ASK_WHY = auto()  # why a lead went where it went
    TAKE_IN = auto()  # make drafts of whatever is sent, correct them, hand them over
    WITHDRAW = auto()  # take back a lead that one took in, or may give to anybody, before somebody has it
    WRITE_DOWN = auto()  # notes on leads that one has, took in, or may give to anybody
    BRING_IN = auto()  # clients of one's own, who then are one's own leads
    COME_AND_GO = auto()
    BRING_BACK = auto()  # end somebody's pause
    SEE_SELF = auto()  # one's own leads, share and balance
    SEE_QUEUE = auto()
    SEE_EVERY_QUEUE = auto()
    SEE_OPEN_LEADS = auto()
    FIND = auto()  # leads that are one's own, or any, for whoever may assign them
    HOLD = auto()  # claim and decline offers, work leads, tell outcomes
    ASSIGN = auto()  # give any lead to anybody, and so see every lead
    SETTLE = auto()  # the last word on a lead that is said to be bad
    UNDO = auto()  # take back what became of anybody's lead, at any time
    JOIN_CLIENTS = auto()  # say that two clients are one, or that they are two after all
    SEE_CLIENTS = auto()  # unmasked, also of leads in others' hands
    SEE_AMOUNTS = auto()  # what a sale has brought, also of others' leads
    SEE_FIGURES = auto()  # reports, the Excel file, what other schemes would have brought
    SEE_HABITS = auto()  # who does what more often than the others
    SEE_DUTY = auto()  # rosters and draws
    SEE_EVERY_DUTY = auto()  # also of teams that one is not in
    SWAP = auto()
    THROW_LOT = auto()
    PLAN = auto()  # propose rosters, approve them
    SEE_OFFICE = auto()
    SWITCH_SCHEMES = auto()
    RUN = auto()  # change what concerns the daily work: hours, weights, teams, how leads are shared
    SET_UP = auto()  # whatever the office is made of: settings, people, segments, sources
    MIND = auto()  # what could not be handled
    INVITE = auto()  # make links, move somebody to another account


@dataclass(frozen=True, slots=True)
class Grant:
    """Says who has a right; `strangers`: also who has no role.

    `where`: a role that has it, too, in an office that says so by this setting of its own.
    """

    roles: frozenset[Role]
    strangers: bool = False
    where: tuple[str, Role] | None = None


def _to(*roles: Role, strangers: bool = False, where: tuple[str, Role] | None = None) -> Grant:
    return Grant(frozenset(roles), strangers, where)


RIGHTS: Mapping[Right, Grant] = {
    Right.COME_IN: _to(*Role, strangers=True),
    Right.BE_HELPED: _to(*Role),
    Right.CHOOSE_LANGUAGE: _to(*Role),
    Right.MOVE: _to(*Role),
    Right.ASK_WHY: _to(*Role),
    Right.TAKE_IN: _to(Role.SECRETARY),
    Right.WITHDRAW: _to(Role.SECRETARY, Role.HEAD, Role.DIRECTOR),
    Right.WRITE_DOWN: _to(Role.SECRETARY, Role.MANAGER, Role.HEAD, Role.DIRECTOR),
    Right.BRING_IN: _to(Role.MANAGER),
    Right.COME_AND_GO: _to(Role.MANAGER),
    Right.BRING_BACK: _to(Role.HEAD, Role.DIRECTOR),
    Right.SEE_SELF: _to(Role.MANAGER),
    Right.SEE_QUEUE: _to(Role.MANAGER, Role.HEAD),
    Right.SEE_EVERY_QUEUE: _to(Role.HEAD),
    Right.SEE_OPEN_LEADS: _to(Role.HEAD, Role.DIRECTOR),
    Right.FIND: _to(Role.SECRETARY, Role.MANAGER, Role.HEAD, Role.DIRECTOR),
    Right.HOLD: _to(Role.MANAGER, Role.HEAD, Role.DIRECTOR),
    Right.ASSIGN: _to(Role.HEAD, Role.DIRECTOR),
    Right.SETTLE: _to(Role.HEAD, Role.DIRECTOR),
    Right.UNDO: _to(Role.HEAD, Role.DIRECTOR),
    Right.JOIN_CLIENTS: _to(Role.HEAD),
    Right.SEE_CLIENTS: _to(Role.HEAD, where=("director_sees_clients", Role.DIRECTOR)),
    Right.SEE_AMOUNTS: _to(Role.HEAD, Role.DIRECTOR, where=("secretary_sees_amounts", Role.SECRETARY)),
    Right.SEE_FIGURES: _to(Role.HEAD, Role.DIRECTOR),
    Right.SEE_HABITS: _to(Role.HEAD),
    Right.SEE_DUTY: _to(Role.MANAGER, Role.HEAD, Role.DIRECTOR),
    Right.SEE_EVERY_DUTY: _to(Role.HEAD, Role.DIRECTOR),
    Right.SWAP: _to(*Role),
    Right.THROW_LOT: _to(*Role),
    Right.PLAN: _to(Role.HEAD),
    Right.SEE_OFFICE: _to(Role.HEAD, Role.ADMIN),
    Right.SWITCH_SCHEMES: _to(Role.HEAD, Role.ADMIN),
    Right.RUN: _to(Role.HEAD, Role.ADMIN),
    Right.SET_UP: _to(Role.ADMIN),
    Right.MIND: _to(Role.HEAD, Role.ADMIN),
    Right.INVITE: _to(Role.ADMIN),
}

assert RIGHTS.keys() == set(Right), "each right is granted once"

OF_ONE_SEGMENT = frozenset(
    {
        Right.WITHDRAW,
        Right.WRITE_DOWN,
        Right.SEE_OPEN_LEADS,
        Right.FIND,
        Right.HOLD,
        Right.ASSIGN,
        Right.SETTLE,
        Right.UNDO,
        Right.SEE_CLIENTS,
        Right.SEE_AMOUNTS,
    }
)
"""Of a head's rights those that whoever heads one segment has for its leads, and for no others."""

CAN_HEAD = frozenset(role for role in Role if role in RIGHTS[Right.HOLD].roles)
"""Who may be put at the head of a segment: whoever may have a lead."""

CHANGES: Mapping[Group, Right] = dict.fromkeys(Group, Right.RUN) | {Group.PRIVACY: Right.SET_UP}
"""Who may change the settings of a group."""


def may(roles: Collection[Role], right: Right, office: Office | None = None) -> bool:
    """Tells whether somebody with these roles has it; `office`: where its settings have a say."""
    grant = RIGHTS[right]
    if grant.strangers or not grant.roles.isdisjoint(roles):
        return True
    if grant.where is None or office is None:
        return False
    setting, role = grant.where
    return role in roles and bool(getattr(office, setting))


def headed_by(office: Office, who: str | None) -> frozenset[str]:
    """Returns the segments of which somebody is a head, though not of the whole office."""
    return frozenset(s.id for s in office.segments if who in s.heads and not s.retired)


def heads_of(office: Office, segment: Segment) -> tuple[str, ...]:
    """Returns the heads of a segment, in the office's order: its own, and those of the whole office."""
    own = () if segment.retired else segment.heads
    return tuple(p.id for p in office.people if Role.HEAD in p.roles or p.id in own)


def roles_in(office: Office, who: str | None, roles: Collection[Role], segment: str) -> tuple[Role, ...]:
    """Returns the roles that somebody has for the leads of a segment: whoever heads it is a head there."""
    return (*roles, Role.HEAD) if segment in headed_by(office, who) and Role.HEAD not in roles else (*roles,)
