"""Where an office tells of its leads: each address, of what it hears, and by what it knows that it is told by us."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

EVERYTHING: Final = "lead.*"
MOST_HOOKS: Final = 20


class EventKind(StrEnum):
    """Says what has happened to a lead, as its listeners call it."""

    HANDED = "lead.handed"  # it is handed over: from here on it is somebody's business
    OFFERED = "lead.offered"  # somebody is asked
    CLAIMED = "lead.claimed"  # somebody has it
    DECLINED = "lead.declined"  # one of those who were asked does not take it
    LAPSED = "lead.lapsed"  # the time to answer is over
    RETURNED = "lead.returned"  # its holder has given it back to the others
    REASSIGNED = "lead.reassigned"  # a hand has given it to somebody, or to another segment
    PROGRESS = "lead.progress"  # its holder has come further with it, or says more of it
    CLOSED = "lead.closed"  # it is over: won, lost, bad, or taken back before anybody had it
    REOPENED = "lead.reopened"  # it was closed by mistake


@dataclass(frozen=True, slots=True)
class Hook:
    """One address outside, by which it is known: another address is another hook.

    `secret_env`: the variable that holds what its letters are signed with; None: the chat has made it.
    `personal`: who the client is, is told there, too. `private`: it may be an address of the own network.
    """

    url: str
    secret_env: str | None = None
    events: tuple[str, ...] = (EVERYTHING,)
    personal: bool = False
    private: bool = False

    @property
    def host(self) -> str:
        return host_of(self.url)

    def wants(self, kind: EventKind) -> bool:
        """Tells whether it hears of this."""
        return EVERYTHING in self.events or kind.value in self.events

    @property
    def heard(self) -> tuple[EventKind, ...]:
        """Returns all that it hears of."""
        return tuple(kind for kind in EventKind if self.wants(kind))


def host_of(url: str) -> str:
    """Says where it is, without what in the address may be a secret."""
    return urlsplit(url).netloc.rpartition("@")[2]


def said(kinds: frozenset[EventKind]) -> list[str]:
    """Says what a hook hears of as an office file does."""
    return (
        [EVERYTHING] if kinds == frozenset(EventKind) else [kind.value for kind in EventKind if kind in kinds]
    )
