"""Who is told of what without having asked: the one table that all who send such a card or note read.

Whom it is about besides, the members of a team, whoever holds the lead, whoever has to choose, the teller knows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import Enum, auto
from typing import Protocol, TypeVar

from leads.office import Role


class News(Enum):
    """What somebody is told of."""

    DISPUTED = auto()  # a lead is said to be bad: who settles it
    WRONG_SEGMENT = auto()  # a manager has declined a lead: it is not of their segment
    LEFT = auto()  # somebody goes and leaves open leads, or a client who comes again finds nobody
    OVERDUE = auto()  # a client waits for a call that somebody owes them
    ONE_CLIENT = auto()  # two open leads turn out to be of one client
    PAUSED = auto()  # somebody was silent too often, and is offered nothing any more
    UNREACHABLE = auto()  # Telegram delivers nothing to somebody any more
    SCHEME = auto()  # a segment is shared otherwise from now on
    SWAP = auto()  # a duty has passed to somebody else
    ROSTER = auto()  # a week's roster is approved
    DRAW = auto()  # a draw is announced, or held
    FIGURES = auto()  # the evening's, the week's, the month's
    SAMPLE = auto()  # sales of the month that is over, for somebody to call the clients
    SEAL = auto()  # the evening's, where Telegram reaches none of those whom the office names
    TROUBLE = auto()  # something is wrong with the bot, or is right again
    ACCOUNT = auto()  # somebody has another Telegram account
    SOURCE = auto()  # of what a source has sent nothing can be read
    CRM_SAYS = auto()  # what was changed of a lead in the CRM and is not done here
    CRM = auto()  # the office's CRM does not answer, or does again, or does not take a lead as it is
    HOOK = auto()  # an address outside that hears of leads does not answer, or is there no more


Circles = tuple[frozenset[Role], ...]


def _to(*circles: Collection[Role]) -> Circles:
    return tuple(frozenset(roles) for roles in circles)


RECIPIENTS: Mapping[News, Circles] = {
    News.DISPUTED: _to({Role.HEAD}, {Role.DIRECTOR}),
    News.WRONG_SEGMENT: _to({Role.HEAD}, {Role.DIRECTOR}),
    News.LEFT: _to({Role.HEAD}, {Role.DIRECTOR}),
    News.OVERDUE: _to({Role.HEAD}, {Role.DIRECTOR}),
    News.ONE_CLIENT: _to({Role.HEAD}, {Role.DIRECTOR}),
    News.PAUSED: _to({Role.HEAD}, {Role.DIRECTOR}),
    News.UNREACHABLE: _to({Role.HEAD}),
    News.SCHEME: _to({Role.HEAD}),
    News.SWAP: _to({Role.HEAD}),
    News.ROSTER: _to({Role.HEAD}),
    News.DRAW: _to({Role.HEAD, Role.DIRECTOR}),
    News.FIGURES: _to({Role.DIRECTOR}),
    News.SAMPLE: _to({Role.HEAD}, {Role.DIRECTOR}),
    News.SEAL: _to({Role.HEAD}, {Role.ADMIN}),
    News.TROUBLE: _to({Role.ADMIN}, {Role.HEAD}),
    News.SOURCE: _to({Role.ADMIN}, {Role.HEAD}),
    News.CRM_SAYS: _to({Role.HEAD}, {Role.DIRECTOR}),
    News.CRM: _to({Role.ADMIN}, {Role.HEAD}),
    News.HOOK: _to({Role.ADMIN}, {Role.HEAD}),
    News.ACCOUNT: _to({Role.ADMIN, Role.HEAD}, {Role.DIRECTOR}),
}
"""Circle after circle: the next one is told, too, where nobody in those before it can be reached."""

assert RECIPIENTS.keys() == set(News), "each kind of news goes to somebody"


class Reader(Protocol):
    """A reader is somebody who may be told; `reachable`: whether Telegram delivers."""

    @property
    def roles(self) -> Collection[Role]: ...

    @property
    def reachable(self) -> bool: ...


R = TypeVar("R", bound=Reader)


def recipients(news: News, people: Iterable[R]) -> list[R]:
    """Returns those of these people who are told of it;
    whoever cannot be reached just now gets it when they are back.
    """
    return told(RECIPIENTS[news], people)


def told(circles: Iterable[Collection[Role]], people: Iterable[R]) -> list[R]:
    """Returns those of these people who stand in one of the circles,
    up to the first in which somebody can be reached.
    """
    left, found = list(people), list[R]()
    for roles in circles:
        found += [person for person in left if not set(roles).isdisjoint(person.roles)]
        if any(person.reachable for person in found):
            break
        left = [person for person in left if person not in found]
    return found
