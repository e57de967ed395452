"""What somebody does, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leads.office import Role
from tests.crawl.people import role_of

Place = tuple[int, int]
"""A chat, and a message in it."""

Shown = Mapping[Place, str]
"""What stands in everybody's chat by the bot's hand, each message as JSON."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Somebody presses the button with this `data`, or sends something. `words`: on the button, or sent.

    `kind`: of the button, as of `kinds.kind_of`; else `says`, `link` or `time`.
    """

    who: int
    words: str
    kind: str
    data: str = ""
    message: int = 0
    is_foreign: bool = False  # the button of somebody else

    @property
    def role(self) -> str:
        return role_of(self.who)


@dataclass(frozen=True, slots=True)
class Stored:
    """One moment of the database: each table by a hash; `aside`, `given_up`: updates and cards that failed."""

    tables: Mapping[str, int]
    aside: int
    given_up: int
    id: str  # of whoever acts; empty for a stranger
    roles: frozenset[Role]
    heads: bool


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a deed."""

    deed: Deed
    before: Shown
    after: Shown
    stood: Stored
    stands: Stored
    toasts: tuple[str, ...]

    @property
    def changed(self) -> list[Place]:
        """The messages that are new, or are not as they were."""
        return [at for at, message in self.after.items() if self.before.get(at) != message]

    @property
    def is_seen(self) -> bool:
        """Whether anything stands in a chat, or does no more, that was not so before."""
        return self.before != self.after

    @property
    def differs(self) -> frozenset[str]:
        """The tables that are not as they were."""
        before = self.stood.tables
        return frozenset(name for name, one in self.stands.tables.items() if before[name] != one)
